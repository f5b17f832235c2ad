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
    ///   - now: the moment of the report, to which open work is as old as it is.
    /// - Throws: `StoreError`, with code `notFound` for an unknown institution.
    package func report(
        institution: String?,
        label: String,
        from: Timestamp,
        until: Timestamp,
        now: Timestamp
    ) throws -> PeriodReport {
        let cells = try store.periodCells(institution: institution, from: from, until: until)
        let exams = try store.periodExams(institution: institution, from: from, until: until)
        let reviews = try store.periodReviews(institution: institution, from: from, until: until)
        let open = try store.openReviews(institution: institution)
        let whole = PeriodSum(cells: cells.images, exams: exams, library: library)
        let experts = ExpertSum(cells: cells.images, reviews: reviews)
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
                    registered: exams.first { $0.institution == name }?.isRegistered,
                    experts: experts.only { $0 == name }.row
                )
            }
        let types = Set(exams.map { $0.examType ?? "" }).union(cells.images.map { $0.examType ?? "" }).sorted()
        let byType = types.map { type in
            PeriodSum(
                cells: cells.images.filter { ($0.examType ?? "") == type },
                exams: exams.filter { ($0.examType ?? "") == type },
                library: library
            ).row(
                id: type,
                name: Self.name(ofExamType: type),
                registered: nil,
                experts: experts.only(examType: { ($0 ?? "") == type }).row
            )
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
            experts: experts.period(open: openWork(open, at: now)),
            devices: try DeviceReporting.dropouts(in: store, institution: institution),
            drifts: try DeviceReporting.drifts(in: store, institution: institution, at: min(now, until), clock: clock),
            byInstitution: byInstitution,
            byExamType: byType,
            findingTexts: FindingTexts(
                Dictionary(
                    (cells.findings.map(\.code) + reviews.verdicts.map(\.code)).map {
                        ($0, FindingWords.text(of: $0, rubric: library.fallback))
                    },
                    uniquingKeysWith: { first, _ in first }
                )
            ),
            rubrics: cells.rubrics,
            program: program
        )
    }

    private func openWork(_ open: OpenReviews, at now: Timestamp) -> OpenWork {
        func pile(_ pile: OpenReviews.Pile?) -> OpenWork.Pile {
            OpenWork.Pile(count: pile?.count ?? 0, oldest: pile?.oldest.map { clock.time($0) })
        }
        return OpenWork(
            at: clock.time(now),
            critical: pile(open.waiting[.critical]),
            flagged: pile(open.waiting[.flagged]),
            sampled: pile(open.waiting[.sampled]),
            disputes: pile(open.disputes),
            consultations: pile(open.consultations)
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
