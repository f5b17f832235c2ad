internal import Grading
internal import Reports
internal import Store

/// The sums over some of a period's cells.
struct PeriodSum {
    let cells: [PeriodCell]
    let exams: [PeriodExam]
    let library: RubricLibrary

    var counts: PeriodCounts {
        var counts = PeriodCounts()
        func add(_ status: GradedImage.Status) -> Int {
            cells.lazy.filter { $0.status == status }.reduce(0) { $0 + $1.count }
        }
        counts = PeriodCounts(
            exams: exams.count { !$0.isWithdrawn },
            examsIncomplete: exams.count { exam in
                !exam.isWithdrawn && Self.requirements(of: exam, library: library).contains { $0.isMissing }
            },
            examsWithdrawn: exams.count { $0.isWithdrawn },
            graded: add(.graded),
            unsure: add(.unsure),
            unreadable: add(.unreadable),
            // An unreadable file goes to the clinic, not to an expert.
            toReview: cells.lazy.filter { $0.route == .review && $0.status != .unreadable }.reduce(0) { $0 + $1.count },
            sampled: cells.lazy.filter(\.isSampled).reduce(0) { $0 + $1.count }
        )
        return counts
    }

    var scores: Distribution? {
        Distribution(counted: cells.compactMap { cell in cell.scoreTenths.map { (Double($0) / 10, cell.count) } })
    }

    var levels: LevelCounts {
        func count(_ level: Level) -> Int { cells.lazy.filter { $0.level == level }.reduce(0) { $0 + $1.count } }
        return LevelCounts(a: count(.a), b: count(.b), c: count(.c), d: count(.d))
    }

    var turnaround: Distribution? {
        Distribution(
            exams.filter { !$0.isWithdrawn }.compactMap { $0.turnaroundMilliseconds.map { Double($0) / 1000 } }
        )
    }

    func row(id: String, name: LocalizedText, registered: Bool?, experts: RowExperts?) -> PeriodRow {
        PeriodRow(
            id: id,
            name: name,
            registered: registered,
            counts: counts,
            scores: scores,
            levels: levels,
            turnaround: turnaround,
            experts: experts
        )
    }

    /// What an exam's type requires and whether it is there; empty when nothing is required or no known section is named.
    static func requirements(of exam: PeriodExam, library: RubricLibrary) -> [(section: String, isMissing: Bool)] {
        guard let type = exam.examType, exam.sections.contains(where: { ExamCatalogue.section(id: $0) != nil }) else {
            return []
        }
        let required = library.rubric(forExamType: type).requiredSections[type] ?? []
        return required.map { ($0.section, !exam.sections.contains($0.section)) }
    }
}
