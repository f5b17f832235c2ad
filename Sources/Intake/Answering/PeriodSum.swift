internal import Grading
internal import Reports
internal import Store

/// An exam of a period with whether it can be checked and lacks a required section, which is worked out once.
struct SummedExam {
    let exam: PeriodExam
    let isChecked: Bool
    let isIncomplete: Bool

    init(_ exam: PeriodExam, library: RubricLibrary) {
        self.exam = exam
        let requirements = exam.isWithdrawn ? [] : PeriodSum.requirements(of: exam, library: library)
        isChecked = !requirements.isEmpty
        isIncomplete = requirements.contains { $0.isMissing }
    }
}

/// The sums over some of a period's cells.
struct PeriodSum {
    let cells: [PeriodCell]
    let exams: [SummedExam]

    var counts: PeriodCounts {
        func add(_ status: GradedImage.Status) -> Int {
            cells.lazy.filter { $0.status == status }.reduce(0) { $0 + $1.count }
        }
        return PeriodCounts(
            exams: exams.count { !$0.exam.isWithdrawn },
            examsChecked: exams.count(where: \.isChecked),
            examsIncomplete: exams.count(where: \.isIncomplete),
            examsWithdrawn: exams.count { $0.exam.isWithdrawn },
            graded: add(.graded),
            unsure: add(.unsure),
            unreadable: add(.unreadable),
            // An unreadable file goes to the clinic, not to an expert.
            toReview: cells.lazy.filter { $0.route == .review && $0.status != .unreadable }.reduce(0) { $0 + $1.count },
            sampled: cells.lazy.filter(\.isSampled).reduce(0) { $0 + $1.count }
        )
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
            exams.lazy.filter { !$0.exam.isWithdrawn }.compactMap {
                $0.exam.turnaroundMilliseconds.map { Double($0) / 1000 }
            }
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
