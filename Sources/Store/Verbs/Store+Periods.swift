import GRDB
import Grading

extension Store {
    /// A period's current images in groups of equal outcome, its findings and its rubrics.
    ///
    /// For the network, or for one institution as displayed; throws `notFound` for one that is unknown.
    package func periodCells(
        institution: String?,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> PeriodCells {
        try read { database in
            let query = try PeriodQuery(institution, from: from, until: until, in: database)
            let images = try query.rows(PeriodSQL.imagesOfNetwork, PeriodSQL.imagesOfInstitution).map { row in
                PeriodCell(
                    institution: try row.text("institution"),
                    examType: try row.optionalText("exam_type"),
                    status: try row.choice("status"),
                    level: try row.optionalChoice("level"),
                    scoreTenths: try row.optionalInteger("score_tenths").map { Int($0) },
                    route: try row.choice("route"),
                    isSampled: try row.integer("sampled") == 1,
                    count: try row.count("images")
                )
            }
            let gravities: [Int64: Severity] = [1: .minor, 2: .major, 3: .critical]
            let findings = try query.rows(PeriodSQL.findingsOfNetwork, PeriodSQL.findingsOfInstitution).map { row in
                PeriodFinding(
                    code: try row.text("code"),
                    gravest: gravities[try row.integer("gravest")] ?? .minor,
                    images: try row.count("images")
                )
            }
            let rubrics = try query.rows(PeriodSQL.rubricsOfNetwork, PeriodSQL.rubricsOfInstitution).map { row in
                RubricReference(
                    id: try row.text("rubric_id"),
                    version: try row.optionalText("rubric_version") ?? "",
                    sha256: try row.optionalText("rubric_sha") ?? ""
                )
            }
            return PeriodCells(images: images, findings: findings, rubrics: rubrics)
        }
    }

    /// The exams first received in a period, withdrawn ones too, by their number in the store.
    ///
    /// For the network, or for one institution as displayed; throws `notFound` for one that is unknown.
    package func periodExams(
        institution: String?,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodExam] {
        try read { database in
            let query = try PeriodQuery(institution, from: from, until: until, in: database)
            var exams: [PeriodExam] = []
            var last: Int64?
            try query.forEachRow(PeriodSQL.examsOfNetwork, PeriodSQL.examsOfInstitution) { row in
                let id = try row.integer("id")
                if id != last {
                    exams.append(
                        PeriodExam(
                            institution: try row.text("institution"),
                            isRegistered: try row.integer("is_registered") == 1,
                            examType: try row.optionalText("exam_type"),
                            isWithdrawn: try row.text("state") == ExamState.withdrawn.rawValue,
                            turnaroundMilliseconds: try row.optionalInteger("turnaround_ms"),
                            sections: []
                        )
                    )
                    last = id
                }
                if let section = try row.optionalText("section") { exams[exams.count - 1].sections.insert(section) }
            }
            return exams
        }
    }
}

/// A question about a period for one of two statements: the network's or one institution's.
struct PeriodQuery {
    private let database: Database
    private let from: Timestamp
    private let until: Timestamp
    private let institution: Int64?

    init(_ institution: String?, from: Timestamp, until: Timestamp, in database: Database) throws {
        self.database = database
        self.from = from
        self.until = until
        guard let institution else {
            self.institution = nil
            return
        }
        self.institution = try database.institutionID(institution)
    }

    func rows(_ network: String, _ ofInstitution: String) throws -> [Row] {
        var rows: [Row] = []
        // A cursor's row is used up by the next step.
        try forEachRow(network, ofInstitution) { rows.append($0.copy()) }
        return rows
    }

    func forEachRow(_ network: String, _ ofInstitution: String, body: (Row) throws -> Void) throws {
        if let institution {
            try database.forEachRow(ofInstitution, from.text, until.text, institution, body: body)
        } else {
            try database.forEachRow(network, from.text, until.text, body: body)
        }
    }
}

extension Database {
    /// The number of an institution as displayed; throws `notFound`.
    func institutionID(_ name: String) throws -> Int64 {
        guard let row = try row(ExamSQL.institutionID, name) else {
            throw StoreError(
                code: .notFound,
                message: "no institution of that name has handed in anything",
                identity: name
            )
        }
        return try row.integer("id")
    }
}
