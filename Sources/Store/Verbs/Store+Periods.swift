import GRDB
import Grading

extension Store {
    /// A period's current images in groups of equal outcome, its findings and its rubrics.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodCells(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> PeriodCells {
        try read { database in
            let query = try PeriodQuery(filter, from: from, until: until, in: database)
            let institutions = try query.institutions()
            var images: [PeriodCell] = []
            try query.forEachRow({ PeriodSQL.images(by: .place, $0) }) { row in
                images.append(
                    try PeriodCell(row, institution: institutions.of(row).name)
                )
            }
            return PeriodCells(images: images, findings: try query.findings(), rubrics: try query.rubrics())
        }
    }

    /// The network's, or one institution's as displayed.
    package func periodCells(institution: String?, from: Timestamp, until: Timestamp) throws(StoreError) -> PeriodCells
    {
        try periodCells(PeriodFilter(institution: institution), from: from, until: until)
    }

    /// A period's findings alone.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodFindings(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodFinding] {
        try read { try PeriodQuery(filter, from: from, until: until, in: $0).findings() }
    }

    /// A period's current images by section.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodCellsBySection(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodPartCell] {
        try read { try PeriodQuery(filter, from: from, until: until, in: $0).cells(by: .section) }
    }

    /// A period's current images by technician; the codes are those of one institution, which the filter must name.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodCellsByTechnician(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodPartCell] {
        try read { try PeriodQuery(filter, from: from, until: until, in: $0).cells(by: .technician) }
    }

    /// A period's current images by device; the codes are those of one institution, which the filter must name.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodCellsByDevice(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodPartCell] {
        try read { try PeriodQuery(filter, from: from, until: until, in: $0).cells(by: .device) }
    }

    /// The exams first received in a period, withdrawn ones too, in the order of receipt.
    ///
    /// Throws `notFound` for an institution that is unknown.
    package func periodExams(
        _ filter: PeriodFilter,
        from: Timestamp,
        until: Timestamp
    ) throws(StoreError) -> [PeriodExam] {
        try read { database in
            let query = try PeriodQuery(filter, from: from, until: until, in: database)
            let institutions = try query.institutions()
            var exams: [PeriodExam] = []
            var places: [Int64: Int] = [:]
            try query.forEachRow(PeriodSQL.exams) { row in
                let institution = try institutions.of(row)
                let id = try row.integer("id")
                places[id] = exams.count
                exams.append(
                    PeriodExam(
                        id: id,
                        institution: institution.name,
                        isRegistered: institution.isRegistered,
                        examType: try row.optionalText("exam_type"),
                        technician: try row.optionalText("technician"),
                        device: try row.optionalText("device"),
                        receivedAt: try row.timestamp("received_at"),
                        isWithdrawn: try row.text("state") == ExamState.withdrawn.rawValue,
                        turnaroundMilliseconds: try row.optionalInteger("turnaround_ms"),
                        sections: []
                    )
                )
            }
            try query.forEachRow(PeriodSQL.sections) { row in
                guard let place = places[try row.integer("id")] else { return }
                exams[place].sections.insert(try row.text("section"))
            }
            return exams
        }
    }

    /// The network's, or one institution's as displayed.
    package func periodExams(institution: String?, from: Timestamp, until: Timestamp) throws(StoreError) -> [PeriodExam]
    {
        try periodExams(PeriodFilter(institution: institution), from: from, until: until)
    }
}

extension PeriodQuery {
    fileprivate func cells(by part: PeriodSQL.Part) throws -> [PeriodPartCell] {
        let institutions = try institutions()
        var cells: [PeriodPartCell] = []
        try forEachRow({ PeriodSQL.images(by: part, $0) }) { row in
            cells.append(
                PeriodPartCell(
                    part: try row.optionalText("part"),
                    cell: try PeriodCell(row, institution: institutions.of(row).name)
                )
            )
        }
        return cells
    }

    fileprivate func findings() throws -> [PeriodFinding] {
        let gravities: [Int64: Severity] = [1: .minor, 2: .major, 3: .critical]
        return try rows(PeriodSQL.findings).map { row in
            PeriodFinding(
                code: try row.text("code"),
                gravest: gravities[try row.integer("gravest")] ?? .minor,
                images: try row.count("images")
            )
        }
    }

    fileprivate func rubrics() throws -> [RubricReference] {
        try rows(PeriodSQL.rubrics).map { row in
            RubricReference(
                id: try row.text("rubric_id"),
                version: try row.optionalText("rubric_version") ?? "",
                sha256: try row.optionalText("rubric_sha") ?? ""
            )
        }
    }
}

extension PeriodCell {
    fileprivate init(_ row: Row, institution: String) throws {
        self.init(
            institution: institution,
            examType: try row.optionalText("exam_type"),
            status: try row.choice("status"),
            level: try row.optionalChoice("level"),
            scoreTenths: try row.optionalInteger("score_tenths").map { Int($0) },
            route: try row.choice("route"),
            isSampled: try row.integer("sampled") == 1,
            count: try row.count("images")
        )
    }
}
