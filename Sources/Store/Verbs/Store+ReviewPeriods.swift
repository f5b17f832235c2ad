import GRDB
import Grading

extension Store {
    /// What experts read of a period's images, and what of them waits, in one snapshot.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodReviews(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> PeriodReviews {
        try read { database in
            let query = try PeriodQuery(filter, from: from, until: until, in: database)
            let institutions = try query.institutions()
            var readings: [PeriodReading] = []
            try query.forEachRow(ReviewPeriodSQL.readings) { row in
                readings.append(try PeriodReading(row, institution: try institutions.of(row).name))
            }
            let unread = try query.rows(ReviewPeriodSQL.unread).map {
                PeriodUnread(
                    institution: try institutions.of($0).name,
                    examType: try $0.optionalText("exam_type"),
                    technician: try $0.optionalText("technician"),
                    device: try $0.optionalText("device"),
                    section: try $0.optionalText("section"),
                    priority: try $0.priority("priority"),
                    images: try $0.count("images")
                )
            }
            let verdicts = try query.rows(ReviewPeriodSQL.verdicts).map {
                PeriodVerdict(
                    code: try $0.text("code"),
                    verdict: try $0.choice("verdict"),
                    images: try $0.count("images")
                )
            }
            return PeriodReviews(readings: readings, unread: unread, verdicts: verdicts)
        }
    }

    /// The network's, or one institution's as displayed.
    package func periodReviews(
        institution: String?,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> PeriodReviews {
        try periodReviews(PeriodFilter(institution: institution), from: from, until: until)
    }

    /// What is with the experts now, in one snapshot.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func openReviews(_ filter: PeriodFilter) throws(StoreError) -> OpenReviews {
        try read { database in
            let anyTime = (Timestamp(milliseconds: 0), Timestamp(milliseconds: 253_402_300_799_999))
            let query = try PeriodQuery(filter, from: anyTime.0, until: anyTime.1, in: database)
            func rows(_ network: String, _ ofInstitution: String, _ part: (PeriodForm) -> String) throws -> [Row] {
                if query.form.needsExam { return try query.rows(part) }
                return try query.institution.map { try database.rows(ofInstitution, $0) } ?? database.rows(network)
            }
            func pile(_ row: Row?, _ count: String) throws -> OpenReviews.Pile {
                OpenReviews.Pile(count: try row?.count(count) ?? 0, oldest: try row?.optionalTimestamp("oldest"))
            }
            var waiting: [QueuePriority: OpenReviews.Pile] = [:]
            for row in try rows(
                ReviewPeriodSQL.waitingOfNetwork,
                ReviewPeriodSQL.waitingOfInstitution,
                OpenWorkSQL.waiting
            ) {
                waiting[try row.priority("priority")] = try pile(row, "images")
            }
            return OpenReviews(
                waiting: waiting,
                disputes: try pile(
                    rows(QueueSQL.disputes, ReviewPeriodSQL.disputesOfInstitution, OpenWorkSQL.disputes).first,
                    "disputes"
                ),
                consultations: try pile(
                    rows(
                        QueueSQL.consultations,
                        ReviewPeriodSQL.consultationsOfInstitution,
                        OpenWorkSQL.consultations
                    ).first,
                    "consultations"
                )
            )
        }
    }

    /// The network's, or one institution's as displayed.
    package func openReviews(institution: String?) throws(StoreError) -> OpenReviews {
        try openReviews(PeriodFilter(institution: institution))
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
    /// A reading from the columns of `ReviewPeriodSQL.readings`.
    fileprivate init(_ row: Row, institution: String) throws {
        let reviewed = try row.timestamp("reviewed_at")
        let reported = try row.optionalTimestamp("reported_at")
        self.init(
            image: try row.integer("image_id"),
            institution: institution,
            examType: try row.optionalText("exam_type"),
            technician: try row.optionalText("technician"),
            device: try row.optionalText("device"),
            section: try row.optionalText("section"),
            receivedAt: try row.timestamp("received_at"),
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
