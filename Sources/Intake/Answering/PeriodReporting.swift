internal import Foundation
package import Grading
package import Reports
package import Store

/// What the store counted in a period, put as the report that people read.
package struct PeriodReporting: Sendable {
    let store: Store
    let library: RubricLibrary
    let clock: ReportClock
    let targets: WaitingTargets
    private let program: String

    /// A writer for a home's store, rubrics, clock and targets.
    package init(
        store: Store,
        library: RubricLibrary,
        clock: ReportClock,
        targets: WaitingTargets = WaitingTargets(),
        program: String
    ) {
        self.store = store
        self.library = library
        self.clock = clock
        self.targets = targets
        self.program = program
    }

    /// The network's images of a span by exam type, to which rates are standardised.
    ///
    /// Of the same exam type and section where a report is narrowed to one; ownership and county narrow the report, not its
    /// standard.
    ///
    /// - Throws: `StoreError`.
    package func standard(_ request: ReportRequest) throws -> [ExamShare] {
        try store.periodMix(
            PeriodFilter(.network, examType: request.examType, section: request.section),
            from: request.span.from,
            until: request.span.until
        ).map { part in
            let id = part.examType ?? ""
            return ExamShare(
                examType: ExamTypeReference(id: id, name: ReportScope.name(ofExamType: id)),
                graded: part.graded,
                passing: part.passing,
                readable: part.readable
            )
        }
    }

    /// The report that was asked for.
    ///
    /// The way to the period, which goes through a year of images, and what experts read are counted beside the period's
    /// own images, by a second reader of the store.
    ///
    /// - Parameter standard: what `standard` gives for the same span; nil to ask for it.
    /// - Throws: `StoreError`, with code `notFound` for an institution, technician or device that is neither registered
    ///   nor named by any exam.
    package func report(_ request: ReportRequest, standard: [ExamShare]? = nil) throws -> PeriodReport {
        let (filter, span) = (request.filter, request.span)
        let scope = try ReportScope(request, store: store)
        let ((cells, exams, waiting, open, bySection, urgent), (reviews, way)) = try SideBySide.run {
            (
                try store.periodCells(filter, from: span.from, until: span.until),
                try store.periodExams(filter, from: span.from, until: span.until),
                try store.periodWaiting(filter, from: span.from, until: span.until),
                try store.openReviews(filter),
                try store.periodCellsBySection(filter, from: span.from, until: span.until),
                try store.periodUrgent(filter, from: span.from, until: span.until)
            )
        } _: {
            (
                try store.periodReviews(filter, from: span.from, until: span.until),
                try PeriodWay(reporting: self, request: request).parts()
            )
        }
        let summed = exams.map { SummedExam($0, library: library) }
        let whole = PeriodSum(cells: cells.images, exams: summed)
        let standard = try standard ?? scope.standard(cells.images, request) ?? self.standard(request)
        let devices =
            scope.isWholePlace
            ? try DeviceSurvey.newest(in: store, until: min(request.now, span.until))?.survey.of(filter.institution)
            : nil
        let isStandardised = StandardisedSum.isWorthIt(standard)
        let parts = PeriodParts(
            rows: PeriodRows(cells: cells.images, exams: summed, reviews: reviews, standard: standard),
            request: request,
            store: store,
            scope: scope
        )
        return PeriodReport(
            kind: scope.kind,
            institution: scope.institution,
            subject: scope.subject,
            cuts: scope.cuts,
            period: ReportPeriod(span, clock: clock, now: request.now),
            counts: whole.counts,
            scores: whole.scores,
            levels: whole.levels,
            missingSections: request.section == nil ? missing(in: exams) : [],
            findings: Self.counts(cells.findings, in: whole.counts),
            turnaround: whole.turnaround,
            waits: try WaitingSum(
                exams: exams,
                readings: reviews.readings,
                waiting: waiting,
                targets: targets,
                clock: clock,
                now: request.now
            ).times(in: store),
            experts: ExpertSum(cells: cells.images, reviews: reviews).period(open: openWork(open, at: request.now)),
            urgent: try UrgentSum(findings: urgent, clock: clock).findings(in: store),
            handedInNothing: scope.silent(
                among: Set(exams.map(\.institution) + cells.images.map(\.institution)),
                request: request,
                clock: clock
            ),
            standard: isStandardised ? standard : [],
            // The network is its own standard.
            standardised: request.subject == .network && !filter.isCut
                ? nil : StandardisedSum(cells: cells.images, reviews: reviews).row(by: standard),
            devices: devices?.dropouts.filter(scope.concerns) ?? [],
            drifts: devices?.drifts.filter(scope.concerns) ?? [],
            series: way.series,
            before: way.before,
            byInstitution: parts.byInstitution,
            byExamType: parts.byExamType,
            byTechnician: try parts.byTechnician(),
            byDevice: try parts.byDevice(),
            byCounty: parts.byCounty,
            byOwnership: parts.byOwnership,
            bySection: parts.bySection(bySection),
            findingTexts: texts(
                of: cells.findings.map(\.code) + reviews.verdicts.map(\.code) + (way.before?.findings.map(\.code) ?? [])
            ),
            rubrics: cells.rubrics,
            program: program
        )
    }

    /// Findings among what could show them.
    static func counts(_ findings: [PeriodFinding], in counts: PeriodCounts) -> [FindingCount] {
        findings.map {
            FindingCount(
                code: $0.code,
                severity: $0.gravest,
                images: $0.images,
                // Only what was read could show any other finding.
                examined: $0.code == "UNREADABLE" ? counts.images : counts.graded + counts.unsure
            )
        }
    }

    private func texts(of codes: [String]) -> FindingTexts {
        FindingTexts(
            Dictionary(
                codes.map { ($0, FindingWords.text(of: $0, rubric: library.fallback)) },
                uniquingKeysWith: { first, _ in first }
            )
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

    /// Required sections that exams lack, by exam type, which requires them; exams that name no known section say nothing of it and are left out.
    private func missing(in exams: [PeriodExam]) -> [MissingSectionCount] {
        var counts: [String: [String: (missing: Int, required: Int)]] = [:]
        for exam in exams where !exam.isWithdrawn {
            for (section, isMissing) in PeriodSum.requirements(of: exam, library: library) {
                let before = counts[exam.examType ?? ""]?[section] ?? (0, 0)
                let now = (before.missing + (isMissing ? 1 : 0), before.required + 1)
                counts[exam.examType ?? "", default: [:]][section] = now
            }
        }
        return counts.flatMap { type, sections in
            sections.filter { $0.value.missing > 0 }.map { section, count in
                MissingSectionCount(
                    section: SectionNames.reference(of: section),
                    examType: ExamTypeReference(id: type, name: ReportScope.name(ofExamType: type)),
                    missing: count.missing,
                    required: count.required
                )
            }
        }
    }
}
