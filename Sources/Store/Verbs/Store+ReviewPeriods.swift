import GRDB
import Grading

extension Store {
    /// What experts read of a period's images, and what of them waits, in one snapshot.
    ///
    /// For the network, or for one institution as displayed; throws `notFound` for one that is unknown.
    package func periodReviews(
        institution: String?,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> PeriodReviews {
        try read { database in
            let query = try PeriodQuery(institution, from: from, until: until, in: database)
            var readings: [PeriodReading] = []
            try query.forEachRow(ReviewPeriodSQL.readingsOfNetwork, ReviewPeriodSQL.readingsOfInstitution) { row in
                readings.append(try PeriodReading(row))
            }
            let unread = try query.rows(ReviewPeriodSQL.unreadOfNetwork, ReviewPeriodSQL.unreadOfInstitution).map {
                PeriodUnread(
                    institution: try $0.text("institution"),
                    examType: try $0.optionalText("exam_type"),
                    priority: try $0.priority("priority"),
                    images: try $0.count("images")
                )
            }
            let verdicts = try query.rows(
                ReviewPeriodSQL.verdictsOfNetwork,
                ReviewPeriodSQL.verdictsOfInstitution
            ).map {
                PeriodVerdict(
                    code: try $0.text("code"),
                    verdict: try $0.choice("verdict"),
                    images: try $0.count("images")
                )
            }
            return PeriodReviews(readings: readings, unread: unread, verdicts: verdicts)
        }
    }

    /// What is with the experts now, of the network or of one institution as displayed, in one snapshot.
    ///
    /// Throws `notFound` for an unknown institution.
    package func openReviews(institution: String?) throws(StoreError) -> OpenReviews {
        try read { database in
            let id = try institution.map { try database.institutionID($0) }
            func rows(_ network: String, _ ofInstitution: String) throws -> [Row] {
                try id.map { try database.rows(ofInstitution, $0) } ?? database.rows(network)
            }
            func pile(_ row: Row?, _ count: String) throws -> OpenReviews.Pile {
                OpenReviews.Pile(count: try row?.count(count) ?? 0, oldest: try row?.optionalTimestamp("oldest"))
            }
            var waiting: [QueuePriority: OpenReviews.Pile] = [:]
            for row in try rows(ReviewPeriodSQL.waitingOfNetwork, ReviewPeriodSQL.waitingOfInstitution) {
                waiting[try row.priority("priority")] = try pile(row, "images")
            }
            return OpenReviews(
                waiting: waiting,
                disputes: try pile(
                    rows(QueueSQL.disputes, ReviewPeriodSQL.disputesOfInstitution).first,
                    "disputes"
                ),
                consultations: try pile(
                    rows(QueueSQL.consultations, ReviewPeriodSQL.consultationsOfInstitution).first,
                    "consultations"
                )
            )
        }
    }

    /// How much was read since the day and since the month began, in one snapshot.
    package func readingCounts(day: Timestamp, month: Timestamp) throws(StoreError) -> ReadingCounts {
        try read { database in
            ReadingCounts(
                today: try database.oneRow(ReviewPeriodSQL.readingsSince, day.text).count("readings"),
                thisMonth: try database.oneRow(ReviewPeriodSQL.readingsSince, month.text).count("readings"),
                levels: try database.rows(ReviewPeriodSQL.levelsSince, month.text).map {
                    ReadingCounts.LevelPair(
                        machine: try $0.choice("machine_level"),
                        expert: try $0.choice("expert_level"),
                        images: try $0.count("images")
                    )
                }
            )
        }
    }
}

extension PeriodReading {
    /// A reading from the columns of `ReviewPeriodSQL.readingsOfNetwork`.
    fileprivate init(_ row: Row) throws {
        let reviewed = try row.timestamp("reviewed_at")
        let reported = try row.optionalTimestamp("reported_at")
        self.init(
            institution: try row.text("institution"),
            examType: try row.optionalText("exam_type"),
            stratum: try row.priority("stratum"),
            isDrawn: try row.integer("drawn") == 1,
            machineLevel: try row.optionalChoice("machine_level"),
            machineScoreTenths: try row.optionalInteger("machine_score_tenths").map { Int($0) },
            firstLevel: try row.optionalChoice("expert_level"),
            firstScoreTenths: try row.optionalInteger("expert_score_tenths").map { Int($0) },
            impression: try row.optionalChoice("impression"),
            finalLevel: try row.optionalChoice("final_level"),
            finalScoreTenths: try row.optionalInteger("final_score_tenths").map { Int($0) },
            isNonconforming: try row.optionalInteger("nonconforming").map { $0 == 1 },
            gradedAfter: try row.integer("graded_ms"),
            claimedAfter: try row.integer("claimed_ms"),
            reviewedAfter: try row.integer("reviewed_ms"),
            reportedAfter: reported.map { max(0, $0.milliseconds - reviewed.milliseconds) }
        )
    }
}

extension Row {
    fileprivate func priority(_ column: String) throws -> QueuePriority {
        guard let priority = QueuePriority(rawValue: try integer(column)) else {
            throw StoreError(code: .corrupt, message: "the store holds a priority that no image has")
        }
        return priority
    }
}
