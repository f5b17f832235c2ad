import GRDB
import Grading

extension Store {
    /// The home's figures at this moment, read in one snapshot.
    package func statusCounts() throws(StoreError) -> StatusCounts {
        try read { database in
            var exams: [ExamState: Int] = [:]
            for row in try database.rows(ReportSQL.examsByState) {
                exams[try row.choice("state")] = try row.count("exams")
            }
            let quarantine = try database.oneRow(ReportSQL.quarantineOpen)
            let inbox = try database.oneRow(ReportSQL.inboxFiles)
            return StatusCounts(
                exams: exams,
                images: try database.rows(ReportSQL.imagesByOutcome).map { row in
                    StatusCounts.ImageGroup(
                        status: try row.choice("status"),
                        level: try row.optionalChoice("level"),
                        route: try row.choice("route"),
                        count: try row.count("images")
                    )
                },
                quarantineOpen: try quarantine.count("entries"),
                waitingForAnswer: try database.oneRow(ReportSQL.waiting).count("exams"),
                oldestWaiting: try database.oneRow(ReportSQL.oldestWaiting).optionalTimestamp("oldest"),
                oldestQuarantined: try quarantine.optionalTimestamp("oldest"),
                pendingRemovals: try inbox.count("taken"),
                leftFiles: try inbox.count("left_behind"),
                institutions: try database.rows(ReportSQL.institutions).map { row in
                    StatusCounts.InstitutionLine(
                        institution: try row.institution(),
                        isRegistered: try row.integer("is_registered") == 1,
                        firstSeen: try row.timestamp("first_seen"),
                        exams: try row.count("exams"),
                        lastReceived: try row.timestamp("last_received")
                    )
                }
            )
        }
    }

    /// A period's figures; for one exam the period is ignored.
    ///
    /// Throws `notFound` for an unknown exam or institution.
    package func report(_ scope: ReportScope, _ period: ReportPeriod) throws(StoreError) -> PeriodReport {
        try read { database in
            let query = try ScopedQuery(scope, period, in: database)
            var report = PeriodReport(turnaround: try query.turnaround())
            for row in try query.rows(
                ReportSQL.examsOfNetwork,
                ReportSQL.examsOfInstitution,
                ReportSQL.oneExam
            ) {
                let exams = try row.count("exams")
                guard try row.choice("state", ExamState.self) != .withdrawn else {
                    report.withdrawnExams += exams
                    continue
                }
                report.exams += exams
                report.turnaround.waiting += exams - (try row.count("answered"))
                if let type = try row.optionalText("exam_type") {
                    report.examTypes[type, default: 0] += exams
                } else {
                    report.examsWithoutType += exams
                }
            }
            var byInstitution: [Int64: ImageTotals] = [:]
            for row in try query.rows(
                ReportSQL.imagesOfNetwork,
                ReportSQL.imagesOfInstitution,
                ReportSQL.imagesOfExam
            ) {
                try report.totals.add(row)
                try byInstitution[try row.integer("institution_id"), default: ImageTotals()].add(row)
            }
            report.findings = try query.rows(
                ReportSQL.findingsOfNetwork,
                ReportSQL.findingsOfInstitution,
                ReportSQL.findingsOfExam
            ).map { row in
                FindingCount(
                    code: try row.text("code"),
                    severity: try row.choice("severity"),
                    images: try row.count("images")
                )
            }
            if case .network = scope {
                report.institutions = try database.rows(
                    ReportSQL.examsByInstitution,
                    period.start.text,
                    period.end.text
                ).map { row in
                    (
                        try row.institution(), try row.count("exams"),
                        byInstitution[try row.integer("id")] ?? ImageTotals()
                    )
                }
            }
            return report
        }
    }

    /// Hands over each exam's sections with their best scores, one exam at a time, by rising id.
    ///
    /// An exam without images comes with no sections, so that all of its required ones are missing. Images without a
    /// section and unreadable ones make none. Throws `StoreError`, and what `body` throws.
    package func forEachExamSections(
        _ scope: ReportScope,
        _ period: ReportPeriod,
        _ body: (ExamSections) throws -> Void
    ) throws {
        try stream { database in
            let query = try ScopedQuery(scope, period, in: database)
            var exam: ExamSections?
            try query.forEachRow(
                ReportSQL.sectionsOfNetwork,
                ReportSQL.sectionsOfInstitution,
                ReportSQL.sectionsOfExam
            ) { row in
                let id = try row.integer("exam")
                if let finished = exam, finished.examID != id {
                    try body(finished)
                    exam = nil
                }
                var current =
                    try exam ?? ExamSections(examID: id, examType: row.optionalText("exam_type"), sections: [:])
                if let section = try row.optionalText("section") {
                    current.sections[section] = .some(try row.optionalInteger("best").map { Double($0) / 10 })
                }
                exam = current
            }
            if let exam { try body(exam) }
        }
    }
}

/// A question for one of three statements, by what the report is about.
private struct ScopedQuery {
    private let database: Database
    private let scope: ReportScope
    private let period: ReportPeriod
    private let institution: Int64?

    init(_ scope: ReportScope, _ period: ReportPeriod, in database: Database) throws {
        self.database = database
        self.scope = scope
        self.period = period
        switch scope {
        case .network: institution = nil
        case .exam(let id):
            institution = nil
            guard try database.row(ExamSQL.byID, id) != nil else { throw StoreError.noExam(id) }
        case .institution(let name):
            guard let row = try database.row(ExamSQL.institutionID, name) else {
                throw StoreError(
                    code: .notFound,
                    message: "no institution of that name has sent anything",
                    identity: name
                )
            }
            institution = try row.integer("id")
        }
    }

    func rows(_ network: String, _ institution: String, _ exam: String) throws -> [Row] {
        var rows: [Row] = []
        // A cursor's row is used up by the next step.
        try forEachRow(network, institution, exam) { rows.append($0.copy()) }
        return rows
    }

    func forEachRow(
        _ network: String,
        _ institution: String,
        _ exam: String,
        body: (Row) throws -> Void
    ) throws {
        switch scope {
        case .network: try database.forEachRow(network, period.start.text, period.end.text, body: body)
        case .institution:
            try database.forEachRow(institution, period.start.text, period.end.text, self.institution, body: body)
        case .exam(let id): try database.forEachRow(exam, id, body: body)
        }
    }

    /// Nearest-rank quantiles; eight bytes an exam.
    func turnaround() throws -> Turnaround {
        var times: [Int64] = []
        try forEachRow(
            ReportSQL.turnaroundsOfNetwork,
            ReportSQL.turnaroundsOfInstitution,
            ReportSQL.turnaroundOfExam
        ) { times.append(try $0.integer("turnaround_ms")) }
        times.sort()
        func quantile(_ percent: Int) -> Int64? {
            times.isEmpty ? nil : times[max(0, (times.count * percent + 99) / 100 - 1)]
        }
        return Turnaround(
            answered: times.count,
            waiting: 0,
            median: quantile(50),
            p90: quantile(90),
            p95: quantile(95),
            longest: times.last
        )
    }
}

extension ImageTotals {
    /// Adds one group of images.
    fileprivate mutating func add(_ row: Row) throws {
        let count = try row.count("images")
        images += count
        switch try row.choice("status", GradedImage.Status.self) {
        case .graded: graded += count
        case .unsure: unsure += count
        case .unreadable: unreadable += count
        }
        if let level = try row.optionalChoice("level", Level.self) { levels[level, default: 0] += count }
        if try row.choice("route", Triage.Route.self) == .review { toReview += count }
        if try row.integer("sampled") == 1 { sampled += count }
        scoreTenths += try row.optionalInteger("score_tenths") ?? 0
    }
}
