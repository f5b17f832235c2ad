import GRDB

/// A question to the queue, by the index that leaves least to look at.
struct QueueQuery {
    private let database: Database
    private let filter: QueueFilter
    private let expert: String?
    private let now: Timestamp
    private let institution: Int64?
    private let sections: (first: String, last: String)?

    init(_ filter: QueueFilter, expert: String?, at now: Timestamp, in database: Database) throws {
        self.database = database
        self.filter = filter
        self.expert = expert
        self.now = now
        if let name = filter.institution {
            guard let row = try database.row(ExamSQL.institutionID, name) else {
                throw StoreError(
                    code: .notFound,
                    message: "no institution of that name has handed in anything",
                    identity: name
                )
            }
            institution = try row.integer("id")
        } else {
            institution = nil
        }
        sections = filter.section.map { section in
            guard section.hasSuffix(".*") else { return (section, section) }
            let prefix = section.dropLast()
            return (String(prefix), prefix + "\u{10FFFF}")
        }
    }

    private var way: QueueSQL.Way {
        if filter.kind == .dispute { return .kind }
        if institution != nil { return .institution }
        if let sections, sections.first == sections.last { return .section }
        return filter.examType == nil ? .order : .examType
    }

    /// The values of the filters' parameters, and of the expert's where there is one.
    private var values: [(any DatabaseValueConvertible)?] {
        let common: [(any DatabaseValueConvertible)?] = [
            now.text, filter.kind?.rawValue, institution, filter.examType, sections?.first, sections?.last,
            filter.onlyFree ? 1 : 0,
        ]
        return expert.map { common + [$0, filter.withSkipped ? 1 : 0] } ?? common
    }

    private var priorities: ClosedRange<Int64> {
        filter.priority.map { $0.rawValue...$0.rawValue }
            ?? QueuePriority.critical.rawValue...QueuePriority.sampled.rawValue
    }

    func page(after: QueueCursor?, limit: Int) throws -> [QueueItem] {
        let statements = expert == nil ? QueueSQL.pages : QueueSQL.pagesOfExpert
        guard let statement = statements[way] else { return [] }
        // Before all places of the first priority wanted, unless the page begins later.
        var place: (Int64, String, Int64) = (priorities.lowerBound, "", 0)
        if let after, after.priority.rawValue >= place.0 {
            place = (after.priority.rawValue, after.since.text, after.image)
        }
        return try database.rows(
            statement,
            values + [place.0, place.1, place.2, priorities.upperBound, max(0, limit)]
        ).map { try QueueItem($0) }
    }

    func size() throws -> Int {
        let values: [(any DatabaseValueConvertible)?] = [
            filter.kind?.rawValue, institution, filter.examType, sections?.first, sections?.last,
            priorities.lowerBound, priorities.upperBound, expert,
        ]
        let all = try database.rows(QueueSQL.size, values).first?.count("images") ?? 0
        guard expert != nil || filter.onlyFree else { return all }
        let withheld = try database.rows(
            QueueSQL.withheld,
            values + [now.text, filter.onlyFree ? 1 : 0, filter.withSkipped ? 1 : 0]
        )
        return all - (try withheld.first?.count("images") ?? 0)
    }

    /// The image of the expert's oldest claim in force that the filter lets through.
    func held() throws -> Int64? {
        try database.rows(QueueSQL.heldBy, now.text, expert).map { try QueueItem($0) }.first(where: matches)?.image
    }

    private func matches(_ item: QueueItem) -> Bool {
        if let kind = filter.kind, kind != item.kind { return false }
        if let priority = filter.priority, priority != item.priority { return false }
        if let institution = filter.institution, institution != item.institution.display { return false }
        if let examType = filter.examType, examType != item.examType { return false }
        guard let sections else { return true }
        guard let section = item.section else { return false }
        return sections.first == sections.last ? section == sections.first : section.hasPrefix(sections.first)
    }
}
