internal import Foundation
package import Grading
package import Reports
package import Store

/// What the store counted in a period, put as the report that people read.
package struct PeriodReporting: Sendable {
    private let store: Store
    private let library: RubricLibrary
    private let clock: ReportClock
    private let program: String

    /// A writer for a home's store, rubrics and clock.
    package init(store: Store, library: RubricLibrary, clock: ReportClock, program: String) {
        self.store = store
        self.library = library
        self.clock = clock
        self.program = program
    }

    /// The report on the network, or of one institution.
    ///
    /// - Parameters:
    ///   - institution: as displayed; nil for the network.
    ///   - from: the first moment that counts.
    ///   - until: the first moment that counts no more.
    /// - Throws: `StoreError`, with code `notFound` for an unknown institution.
    package func report(
        institution: String?,
        label: String,
        from: Timestamp,
        until: Timestamp
    ) throws -> PeriodReport {
        let cells = try store.periodCells(institution: institution, from: from, until: until)
        let exams = try store.periodExams(institution: institution, from: from, until: until)
        let whole = PeriodSum(cells: cells.images, exams: exams, library: library)
        let byInstitution: [PeriodRow] =
            institution != nil
            ? []
            : Set(exams.map(\.institution)).sorted().map { name in
                let sum = PeriodSum(
                    cells: cells.images.filter { $0.institution == name },
                    exams: exams.filter { $0.institution == name },
                    library: library
                )
                return sum.row(
                    id: name,
                    name: LocalizedText(zh: name, en: name),
                    registered: exams.first { $0.institution == name }?.isRegistered
                )
            }
        let types = Set(exams.map { $0.examType ?? "" }).union(cells.images.map { $0.examType ?? "" }).sorted()
        let byType = types.map { type in
            PeriodSum(
                cells: cells.images.filter { ($0.examType ?? "") == type },
                exams: exams.filter { ($0.examType ?? "") == type },
                library: library
            ).row(id: type, name: Self.name(ofExamType: type), registered: nil)
        }
        let isRegistered = exams.first?.isRegistered ?? false
        return PeriodReport(
            institution: institution.map { InstitutionReference(id: $0, name: $0, registered: isRegistered) },
            period: ReportPeriod(label: label, from: clock.time(from), until: clock.time(until)),
            counts: whole.counts,
            scores: whole.scores,
            levels: whole.levels,
            missingSections: missing(in: exams),
            findings: cells.findings.map {
                FindingCount(
                    code: $0.code,
                    severity: $0.gravest,
                    images: $0.images,
                    // Only what was read could show any other finding.
                    examined: $0.code == "UNREADABLE" ? whole.counts.images : whole.counts.graded + whole.counts.unsure
                )
            },
            turnaround: whole.turnaround,
            byInstitution: byInstitution,
            byExamType: byType,
            findingTexts: FindingTexts(
                Dictionary(
                    cells.findings.map { ($0.code, FindingWords.text(of: $0.code, rubric: library.fallback)) },
                    uniquingKeysWith: { first, _ in first }
                )
            ),
            rubrics: cells.rubrics,
            program: program
        )
    }

    /// Required sections that exams lack; exams that name no known section say nothing of it and are left out.
    private func missing(in exams: [PeriodExam]) -> [MissingSectionCount] {
        var counts: [String: (missing: Int, required: Int)] = [:]
        for exam in exams where !exam.isWithdrawn {
            for (section, isMissing) in PeriodSum.requirements(of: exam, library: library) {
                let before = counts[section] ?? (0, 0)
                counts[section] = (before.missing + (isMissing ? 1 : 0), before.required + 1)
            }
        }
        return counts.filter { $0.value.missing > 0 }.sorted { $0.key < $1.key }.map {
            MissingSectionCount(
                section: SectionNames.reference(of: $0.key),
                missing: $0.value.missing,
                required: $0.value.required
            )
        }
    }

    private static func name(ofExamType id: String) -> LocalizedText {
        if id.isEmpty { return LocalizedText(zh: "未说明", en: "not said") }
        return ExamCatalogue.examType(id)?.name ?? LocalizedText(zh: id, en: id)
    }
}

/// The sums over some of a period's cells.
private struct PeriodSum {
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

    func row(id: String, name: LocalizedText, registered: Bool?) -> PeriodRow {
        PeriodRow(
            id: id,
            name: name,
            registered: registered,
            counts: counts,
            scores: scores,
            levels: levels,
            turnaround: turnaround
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
