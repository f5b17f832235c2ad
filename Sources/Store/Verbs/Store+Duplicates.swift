import GRDB

extension Store {
    /// Hands on every pair of current images that show the same picture, by rising numbers, each once.
    ///
    /// For the quality centre: it names pictures of different patients and institutions beside each other. A pair is
    /// listed when either picture is what the filter asks for. Read page by page, so that its length costs no memory.
    package func duplicates(
        _ filter: DuplicateFilter,
        body: (DuplicatePair) throws -> Void
    ) throws {
        var last: Int64 = 0
        while true {
            let page = try duplicatePage(filter, after: last)
            for (subject, partners) in page {
                for pair in partners where isListed(pair, of: subject, by: filter) { try body(pair) }
                last = subject.imageID
            }
            guard page.count == Self.duplicatesPage else { return }
        }
    }

    private static let duplicatesPage = 100

    /// The next marked images that the filter takes, each with its pairs.
    private func duplicatePage(
        _ filter: DuplicateFilter,
        after last: Int64
    ) throws(StoreError) -> [(PicturePlace, [DuplicatePair])] {
        try read { database in
            let rows = try database.rows(
                DuplicateSQL.marked,
                last,
                filter.institution,
                filter.from?.text ?? "",
                filter.until?.text ?? "9999-12-31T23:59:59.999Z",
                Self.duplicatesPage
            )
            return try rows.map { row in
                let subject = try PicturePlace(row)
                let patient = try ExamRecord(database.oneRow(ExamSQL.byID, try row.integer("exam"))).patientKey
                let partners = try database.rows(DuplicateSQL.partners, subject.imageID, subject.sha256).map { other in
                    let partner = try PicturePlace(other)
                    let isEarlier = subject.imageID < partner.imageID
                    return DuplicatePair(
                        first: isEarlier ? subject : partner,
                        second: isEarlier ? partner : subject,
                        isSameBytes: try other.count("is_same_bytes") == 1,
                        bits: try other.count("bits"),
                        isMirrored: try other.count("is_mirrored") == 1,
                        kind: try other.text("patient_key") == patient ? .sameExam : .crossPatient
                    )
                }
                return (subject, partners)
            }
        }
    }

    /// Both pictures of a pair are marked; it is listed with the first of them that the filter takes.
    private func isListed(_ pair: DuplicatePair, of subject: PicturePlace, by filter: DuplicateFilter) -> Bool {
        if pair.first == subject { return true }
        let first = pair.first
        let isTaken =
            (filter.institution == nil || filter.institution == first.institution.display)
            && (filter.from.map { first.receivedAt >= $0 } ?? true)
            && (filter.until.map { first.receivedAt < $0 } ?? true)
        return !isTaken
    }
}

extension PicturePlace {
    /// A picture from the columns of `DuplicateSQL.marked`.
    fileprivate init(_ row: Row) throws {
        self.init(
            imageID: try row.integer("id"),
            institution: try row.institution(),
            examID: try row.text("exam_number"),
            folder: try row.fileName("folder"),
            receivedAt: try row.timestamp("exam_received_at"),
            name: try row.fileName("name"),
            version: try row.count("version"),
            sha256: try row.text("sha256"),
            duplicate: try row.choice("duplicate")
        )
    }
}
