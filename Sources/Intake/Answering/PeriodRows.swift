internal import Grading
internal import Reports
internal import Store

/// The lines of a period report: its cells, exams and readings told apart by one property each time.
struct PeriodRows {
    let cells: [PeriodCell]
    let exams: [SummedExam]
    let reviews: PeriodReviews
    /// The network's mix of exam types; empty where nothing is to be standardised.
    let standard: [ExamShare]

    /// How something is called, and whether it is registered.
    typealias Naming = (String) -> (name: LocalizedText, isRegistered: Bool?)

    /// One line a value of a property that cells have; '' stands for unknown.
    ///
    /// - Parameter standardised: whether each line's rates are also told with the network's mix of exam types.
    func rows(
        cell: (PeriodCell) -> String,
        exam: (PeriodExam) -> String,
        reading: (PeriodReading) -> String,
        unread: (PeriodUnread) -> String,
        standardised: Bool,
        named: Naming
    ) -> [PeriodRow] {
        rows(
            cells: Dictionary(grouping: cells, by: cell),
            exams: Dictionary(grouping: exams) { exam($0.exam) },
            reading: reading,
            unread: unread,
            standardised: standardised,
            named: named
        )
    }

    /// One line a section, technician or device.
    ///
    /// - Parameters:
    ///   - exams: to which of them an exam belongs; several for sections.
    ///   - standardised: whether each line's rates are also told with the network's mix of exam types.
    func rows(
        parts: [PeriodPartCell],
        exams belongs: (PeriodExam) -> [String],
        reading: (PeriodReading) -> String?,
        unread: (PeriodUnread) -> String?,
        standardised: Bool,
        named: Naming
    ) -> [PeriodRow] {
        var byPart: [String: [SummedExam]] = [:]
        for exam in exams { for part in belongs(exam.exam) { byPart[part, default: []].append(exam) } }
        return rows(
            cells: Dictionary(grouping: parts) { $0.part ?? "" }.mapValues { $0.map(\.cell) },
            exams: byPart,
            reading: { reading($0) ?? "" },
            unread: { unread($0) ?? "" },
            standardised: standardised,
            named: named
        )
    }

    private func rows(
        cells: [String: [PeriodCell]],
        exams: [String: [SummedExam]],
        reading: (PeriodReading) -> String,
        unread: (PeriodUnread) -> String,
        standardised: Bool,
        named: Naming
    ) -> [PeriodRow] {
        let readings = Dictionary(grouping: reviews.readings, by: reading)
        let waiting = Dictionary(grouping: reviews.unread, by: unread)
        return Set(cells.keys).union(exams.keys).sorted().map { key in
            let (cells, exams) = (cells[key] ?? [], exams[key] ?? [])
            // What was said of findings is not told apart and is left out.
            let reviews = PeriodReviews(readings: readings[key] ?? [], unread: waiting[key] ?? [], verdicts: [])
            let (name, isRegistered) = named(key)
            var row = PeriodSum(cells: cells, exams: exams).row(
                id: key,
                name: name,
                registered: isRegistered,
                experts: ExpertSum(cells: cells, reviews: reviews).row
            )
            if standardised { row.standardised = StandardisedSum(cells: cells, reviews: reviews).row(by: standard) }
            return row
        }
    }
}
