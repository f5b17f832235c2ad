import GRDB
import Grading

extension Store {
    /// A period's current images in groups of equal outcome, for the network or one institution as displayed.
    ///
    /// Throws `notFound` for an unknown institution.
    package func periodCells(
        institution: String?,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> PeriodCells {
        try read { database in
            try database.requireInstitution(institution)
            let images = try database.rows(PeriodSQL.images, from.text, until.text, institution).map { row in
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
            var findings: [(code: String, severity: Severity, images: Int)] = []
            for row in try database.rows(PeriodSQL.findings, from.text, until.text, institution) {
                let code = try row.text("code")
                let severity: Severity = try row.choice("severity")
                let images = try row.count("images")
                if let last = findings.indices.last, findings[last].code == code {
                    findings[last].severity = max(findings[last].severity, severity)
                    findings[last].images += images
                } else {
                    findings.append((code, severity, images))
                }
            }
            let rubrics = try database.rows(PeriodSQL.rubrics, from.text, until.text, institution).map { row in
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
    /// Throws `notFound` for an unknown institution.
    package func periodExams(
        institution: String?,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodExam] {
        try read { database in
            try database.requireInstitution(institution)
            var exams: [PeriodExam] = []
            var last: Int64?
            try database.forEachRow(PeriodSQL.exams, from.text, until.text, institution) { row in
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

extension Database {
    fileprivate func requireInstitution(_ name: String?) throws {
        guard let name else { return }
        guard try row(PeriodSQL.institution, name) != nil else {
            throw StoreError(
                code: .notFound,
                message: "no institution of that name has handed in anything",
                identity: name
            )
        }
    }
}
