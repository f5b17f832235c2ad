internal import Foundation
package import Grading
package import Reports
package import Store

/// Indicators of the network and of institutions, from what the store knows.
package struct IndicatorReporting: Sendable {
    private let store: Store
    private let rubrics: RubricLibrary
    private let indicators: IndicatorLibrary
    private let clock: ReportClock
    private let program: String

    /// A writer for a home's store, rubrics, indicators and clock.
    package init(
        store: Store,
        rubrics: RubricLibrary,
        indicators: IndicatorLibrary,
        clock: ReportClock,
        program: String
    ) {
        self.store = store
        self.rubrics = rubrics
        self.indicators = indicators
        self.clock = clock
        self.program = program
    }

    /// The built-in indicators with those of a home's folder `indicators/`.
    ///
    /// - Throws: `RubricError` with every mistake, `IntakeError` with code `disk` for a file that cannot be read.
    package static func library(of home: Home) throws -> IndicatorLibrary {
        try IndicatorLibrary(own: try files(of: home).map { try source($0) })
    }

    /// The same without the files that have a mistake or cannot be read, and one line for each mistake.
    ///
    /// For exports that must not wait for a mended file; whoever gets the problems has to tell them.
    package static func soundLibrary(of home: Home) throws -> (library: IndicatorLibrary, problems: [String]) {
        var (sources, problems): ([RubricSource], [String]) = ([], [])
        for file in try files(of: home) {
            do { sources.append(try source(file)) } catch { problems.append("\(error)") }
        }
        while true {
            do throws(RubricError) {
                return (try IndicatorLibrary(own: sources), problems)
            } catch {
                problems += error.mistakes.map(\.description)
                let wrong = Set(error.mistakes.map(\.file))
                let sound = sources.filter { !wrong.contains($0.name) }
                // A mistake that lies in no single file leaves all of them out.
                sources = sound.count < sources.count ? sound : []
            }
        }
    }

    private static func files(of home: Home) throws -> [String] {
        let folder = home.indicators
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { "\(folder)/\($0)" }
        } catch {
            throw IntakeError(code: .disk, message: "could not be listed", identity: folder)
        }
    }

    private static func source(_ file: String) throws -> RubricSource {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw IntakeError(code: .disk, message: "could not be read", identity: file)
        }
        return RubricSource(name: file, bytes: Array(bytes))
    }

    /// The indicators of the network, or of one institution.
    ///
    /// - Parameters:
    ///   - from: the first moment that counts.
    ///   - until: the first moment that counts no more.
    ///   - now: the moment of the report; what is registered is looked at then, or at the period's end if that is earlier.
    /// - Throws: `StoreError`, with code `notFound` for an unknown institution.
    package func report(
        institution: String?,
        label: String,
        from: Timestamp,
        until: Timestamp,
        now: Timestamp
    ) throws -> IndicatorReport {
        let period = try PeriodReporting(store: store, library: rubrics, clock: clock, program: program).report(
            ReportRequest(
                institution.map { .institution($0) } ?? .network,
                span: ReportSpan(label: label, from: from, until: until),
                now: now
            )
        )
        let last = Timestamp(milliseconds: until.milliseconds - 1)
        var measures = period.measured
        measures.merge(
            try RegisterMeasures(
                store: store,
                clock: clock,
                institution: institution,
                from: from,
                until: until,
                now: now
            )
            .all()
        )
        measures.merge(
            try ReviewMeasures(store: store, institution: institution, from: from, until: until).all()
        )
        return IndicatorReport(
            institution: try period.institution.map { reference in
                let entry = try store.entry(InstitutionRecord.self, RegistryReference(reference.id))
                return InstitutionReference(
                    id: reference.id,
                    name: entry?.name ?? reference.name,
                    registered: entry != nil
                )
            },
            period: period.period,
            days: (clock.time(from).date, clock.time(last).date),
            library: indicators,
            measures: measures,
            program: program
        )
    }

    /// The network's indicators and then those of every institution that is registered and not retired, or handed
    /// something in within the period, by code.
    package func reports(label: String, from: Timestamp, until: Timestamp, now: Timestamp) throws -> [IndicatorReport] {
        let registered = try store.entries(InstitutionRecord.self, withRetired: false).map(\.code)
        let seen = try store.periodSubjects(from: from, until: until).map(\.institution.name)
        let names: [String?] = [nil] + Set(registered + seen).sorted().map(Optional.init)
        return try names.map { try report(institution: $0, label: label, from: from, until: until, now: now) }
    }
}

extension PeriodReport {
    /// What a period report has of the measures.
    var measured: MeasuredValues {
        func absent(_ zh: String, _ en: String) -> MeasuredValue { .absent(LocalizedText(zh: zh, en: en)) }
        let readable = counts.graded + counts.unsure
        let duplicates = findings.first { $0.code == "DUP_CROSS_PATIENT" }?.images ?? 0
        var measures: [IndicatorMeasure: MeasuredValue] = [
            .exams: .count(Double(counts.exams)),
            .examsComplete: .count(Double(counts.examsChecked - counts.examsIncomplete)),
            .examsChecked: .count(Double(counts.examsChecked)),
            .imagesReadable: .count(Double(readable)),
            .imagesGraded: .count(Double(levels.total)),
            .imagesPassing: .count(Double(levels.passing)),
            .imagesGood: .count(Double(levels.a + levels.b)),
            .imagesRead: .count(Double(experts?.read ?? 0)),
            .imagesDuplicate: .count(Double(duplicates)),
        ]
        measures[.feedbackHoursMedian] =
            turnaround.map { .value($0.p50 / 3600, low: nil, high: nil) }
            ?? absent("统计期内尚无答复", "nothing was answered in the period")
        let tooFew = absent("专家已复核的图像不足，无法估计", "too few images were read by experts for an estimate")
        if let rate = experts?.nonconforming, let share = rate.share {
            measures[.conformingShare] = .value(
                1 - share,
                low: rate.interval.map { 1 - $0.high },
                high: rate.interval.map { 1 - $0.low }
            )
        } else {
            measures[.conformingShare] = tooFew
        }
        let agreement = experts?.agreementDrawn
        let fewPairs = absent(
            "随机抽中且已复核的图像不足\(LevelAgreement.leastPairs)幅",
            "fewer than \(LevelAgreement.leastPairs) drawn images were read"
        )
        measures[.agreementAC2] =
            agreement?.ac2.map { .value($0, low: agreement?.ac2Interval?.low, high: agreement?.ac2Interval?.high) }
            ?? fewPairs
        measures[.agreementKappa] = agreement?.kappa.map { .value($0, low: nil, high: nil) } ?? fewPairs
        var remarks: [IndicatorMeasure: LocalizedText] = [:]
        remarks[.feedbackHoursMedian] = unanswered
        let unchecked = counts.exams - counts.examsChecked
        if unchecked > 0 {
            remarks[.examsChecked] = LocalizedText(
                zh: "另有\(unchecked)份检查未标注切面或无必查要求，无法核对，未计入",
                en: "\(unchecked) exams that name no section or require none cannot be checked and are left out"
            )
        }
        return MeasuredValues(measures, remarks: remarks)
    }

    /// How many exams have no answer yet, which no median of the answered ones knows of; nil where all have.
    private var unanswered: LocalizedText? {
        guard let line = waits?.stages.first(where: { $0.stage == .answered }), line.all.open > 0 else { return nil }
        return LocalizedText(
            zh: "另有\(line.all.open)份检查尚未答复，未计入中位数",
            en: "\(line.all.open) exams without an answer yet, which the median leaves out"
        )
    }
}
