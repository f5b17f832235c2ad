internal import Grading
internal import Reports
internal import Store

/// The lines of a period report: its cells, exams and readings told apart by one property each time.
struct PeriodRows {
    let cells: [PeriodCell]
    let exams: [SummedExam]
    let reviews: PeriodReviews

    /// How something is called, and whether it is registered.
    typealias Naming = (String) -> (name: LocalizedText, isRegistered: Bool?)

    /// One line a value of a property that cells have; '' stands for unknown.
    func rows(
        cell: (PeriodCell) -> String,
        exam: (PeriodExam) -> String,
        reading: (PeriodReading) -> String,
        unread: (PeriodUnread) -> String,
        named: Naming
    ) -> [PeriodRow] {
        rows(
            cells: Dictionary(grouping: cells, by: cell),
            exams: Dictionary(grouping: exams) { exam($0.exam) },
            reading: reading,
            unread: unread,
            named: named
        )
    }

    /// One line a section, technician or device.
    ///
    /// - Parameter exams: to which of them an exam belongs; several for sections.
    func rows(
        parts: [PeriodPartCell],
        exams belongs: (PeriodExam) -> [String],
        reading: (PeriodReading) -> String?,
        unread: (PeriodUnread) -> String?,
        named: Naming
    ) -> [PeriodRow] {
        var byPart: [String: [SummedExam]] = [:]
        for exam in exams { for part in belongs(exam.exam) { byPart[part, default: []].append(exam) } }
        return rows(
            cells: Dictionary(grouping: parts) { $0.part ?? "" }.mapValues { $0.map(\.cell) },
            exams: byPart,
            reading: { reading($0) ?? "" },
            unread: { unread($0) ?? "" },
            named: named
        )
    }

    private func rows(
        cells: [String: [PeriodCell]],
        exams: [String: [SummedExam]],
        reading: (PeriodReading) -> String,
        unread: (PeriodUnread) -> String,
        named: Naming
    ) -> [PeriodRow] {
        let readings = Dictionary(grouping: reviews.readings, by: reading)
        let waiting = Dictionary(grouping: reviews.unread, by: unread)
        return Set(cells.keys).union(exams.keys).sorted().map { key in
            let experts = ExpertSum(
                cells: cells[key] ?? [],
                // What was said of findings is not told apart and is left out.
                reviews: PeriodReviews(readings: readings[key] ?? [], unread: waiting[key] ?? [], verdicts: [])
            )
            let (name, isRegistered) = named(key)
            return PeriodSum(cells: cells[key] ?? [], exams: exams[key] ?? [])
                .row(id: key, name: name, registered: isRegistered, experts: experts.row)
        }
    }
}
