package import Grading

/// What the head of a clinic reads in one minute: a handful of sentences, each with what it asks for.
package struct PeriodSummary: Sendable {
    /// What a sentence asks for.
    package enum State: String, Sendable, CaseIterable {
        /// Something is to be done.
        case act
        /// Something is to be watched.
        case watch
        /// As it should be.
        case good
        /// Neither good nor bad.
        case plain

        /// The state in a word.
        package var word: LocalizedText {
            switch self {
            case .act: Word.stateAct.text
            case .watch: Word.stateWatch.text
            case .good: Word.stateGood.text
            case .plain: Word.statePlain.text
            }
        }
    }

    /// One sentence or two on one matter.
    package struct Line: Sendable, Equatable {
        package let state: State
        package let text: LocalizedText
    }

    private let report: PeriodReport

    /// The summary of a report.
    package init(_ report: PeriodReport) { self.report = report }

    /// The sentences in a fixed order; of a period in which nothing was received only who should have handed in.
    package var lines: [Line] {
        guard report.counts.exams > 0 || report.counts.images > 0 else { return [silent].compactMap { $0 } }
        let lines: [Line?] = [
            passing, urgent(report.urgent?.critical, .criticalLine), urgent(report.urgent?.duplicates, .duplicateLine),
            silent, experts, findings, sections, outliers, waits, open, devices,
        ]
        return lines.compactMap { $0 }
    }

    // MARK: - Matters

    private var passing: Line? {
        let levels = report.levels
        guard levels.total > 0 else { return Line(state: .watch, text: Word.passNone.text) }
        var state = State.plain
        var sentences = [
            Word.passIs.filled([
                "share": Numbers.percentBesideInterval(Double(levels.passing) / Double(levels.total)),
                "count": String(levels.passing), "total": String(levels.total),
            ])
        ]
        // Control limits know how much months differ anyway; two months alone don't.
        if let trend = report.charts?.passing, let last = trend.points.last, last.place != nil {
            // Of a longer period the last span alone is judged.
            if (last.count, last.total) != (levels.passing, levels.total) {
                sentences.append(TrendWords.span(of: trend))
            }
            sentences += TrendWords.judgement(of: trend, higherIsBetter: true)
            if last.place == .below {
                state = .act
            } else if last.averagePlace == .below || trend.warnings.contains(where: { $0.side == .below }) {
                state = .watch
            } else if last.place == .above || last.averagePlace == .above {
                state = .good
            }
        } else if let change = report.charts?.changes.first(where: { $0.finding == nil }) {
            switch PeriodPlots.line(of: change, texts: report.findingTexts).outcome {
            case .better: (state, sentences) = (.good, sentences + [Word.comparedBetter.text])
            case .worse: (state, sentences) = (.watch, sentences + [Word.comparedWorse.text])
            case .unclear: sentences.append(Word.comparedUnclear.text)
            }
        }
        return Line(state: state, text: PlotText.joined(sentences))
    }

    private func urgent(_ group: UrgentFindings.Group?, _ line: PeriodWord) -> Line? {
        guard let group, group.count > 0 else { return nil }
        return Line(
            state: group.standing == 0 ? .plain : .act,
            text: UrgentWords(report: report).sentences(group, line)
        )
    }

    private var silent: Line? {
        guard let silent = report.handedInNothing else { return nil }
        // Of a period that is not over there is still time.
        let isOpen = report.period.isOpen == true
        guard report.institution == nil else {
            return isOpen
                ? Line(state: .plain, text: PeriodWord.nothingOwnYet.text)
                : Line(state: .act, text: PeriodWord.nothingOwn.text)
        }
        let names = silent.map { PlotText.same($0.name == $0.id ? $0.id : "\($0.name) \($0.id)") }
        return Line(
            state: isOpen ? .plain : .act,
            text: (isOpen ? PeriodWord.nothingLineYet : .nothingLine).filled([
                "n": PlotText.same(String(silent.count)), "names": Self.some(names),
            ])
        )
    }

    private var experts: Line? {
        guard let experts = report.experts, experts.read > 0 else { return nil }
        var state = State.plain
        let rate = ExpertWords.rate(experts.nonconforming)
        var sentences = [
            experts.nonconforming.share == nil
                ? Word.expertNoEstimate.filled(localized: ["why": rate])
                : Word.expertEstimate.filled(localized: ["rate": rate])
        ]
        if let trend = report.charts?.nonconforming, let last = trend.points.last, last.place != nil {
            if last.place == .above { state = .act } else if last.averagePlace == .above { state = .watch }
            if last.place != .within || last.averagePlace != .within {
                sentences +=
                    [TrendWords.drawnSpan(of: trend)]
                    + TrendWords.judgement(of: trend, higherIsBetter: false)
            }
        }
        if let run = report.charts?.failures, !run.alarms.isEmpty {
            // What was long ago was to be dealt with then.
            if !run.current.isEmpty { state = .act }
            sentences.append(FailureWords.sentence(on: run))
        }
        return Line(state: state, text: PlotText.joined(sentences))
    }

    private var findings: Line? {
        guard report.counts.graded + report.counts.unsure > 0 else { return nil }
        guard let first = report.findings.first(where: { $0.severity > .info && $0.images > 0 }) else {
            return Line(state: .good, text: Word.adviceNone.text)
        }
        var sentences = [
            Word.adviceFirst.filled(localized: [
                "name": report.findingTexts.title(of: first.code), "count": PlotText.same(String(first.images)),
                "total": PlotText.same(String(first.examined)), "share": PlotText.same(Numbers.percent(first.share)),
            ])
        ]
        if let advice = report.findingTexts.advice(for: Finding(code: first.code, severity: first.severity)) {
            sentences.append(advice)
        }
        return Line(state: first.severity > .minor ? .act : .watch, text: PlotText.joined(sentences))
    }

    private var sections: Line? {
        let counts = report.counts
        guard counts.examsIncomplete > 0 else { return nil }
        var sentences = [
            Word.incompleteExams.filled(["count": String(counts.examsIncomplete), "total": String(counts.exams)])
        ]
        if let first = report.missingSections.first(where: { $0.missing > 0 }) {
            sentences.append(
                Word.sectionFirst.filled(localized: [
                    "name": Optional(first.section).displayName, "missing": PlotText.same(String(first.missing)),
                    "required": PlotText.same(String(first.required)),
                ])
            )
        }
        return Line(state: .watch, text: PlotText.joined(sentences))
    }

    private var outliers: Line? {
        guard let funnel = report.charts?.funnel else { return nil }
        let low = funnel.rows.filter { $0.place == .low }
        guard !low.isEmpty else { return nil }
        return Line(state: .act, text: Word.funnelLowest.filled(localized: ["names": Self.some(low.map(\.name))]))
    }

    private var waits: Line? {
        var sentences: [LocalizedText] = []
        if let turnaround = report.turnaround {
            sentences.append(Word.answeredIn.filled(localized: ["span": Numbers.duration(within: turnaround.p95)]))
        }
        let late = report.waits?.lateCount ?? 0
        let lines = report.waits?.stages ?? []
        if late > 0, let worst = lines.max(by: { ($0.all.late ?? 0, $1.stage) < ($1.all.late ?? 0, $0.stage) }) {
            sentences.append(
                Word.waitsLate.filled(localized: [
                    "n": PlotText.same(String(late)), "stage": worst.stage.name,
                    "most": PlotText.same(String(worst.all.late ?? 0)),
                ])
            )
        }
        guard !sentences.isEmpty else { return nil }
        let state: State = late > 0 ? .watch : report.waits == nil ? .plain : .good
        return Line(state: state, text: PlotText.joined(sentences))
    }

    private var open: Line? {
        guard let open = report.experts?.open else { return nil }
        let piles = [open.critical, open.flagged, open.sampled]
        let waiting = piles.reduce(0) { $0 + $1.count }
        var sentences: [LocalizedText] = []
        if waiting > 0, let oldest = piles.compactMap(\.oldest).min() {
            sentences.append(Word.expertsWaitingIs.filled(["n": String(waiting), "since": oldest.minute]))
        }
        if open.disputes.count > 0 {
            sentences.append(Word.disputesOpenIs.filled(["n": String(open.disputes.count)]))
        }
        guard !sentences.isEmpty else { return nil }
        return Line(state: open.disputes.count > 0 ? .watch : .plain, text: PlotText.joined(sentences))
    }

    private var devices: Line? {
        var names: [String] = []
        for name in (report.devices ?? []).map(\.name) + (report.drifts ?? []).map(\.name) where !names.contains(name) {
            names.append(name)
        }
        guard !names.isEmpty else { return nil }
        let text = Word.devicesToCheck.filled(localized: [
            "n": PlotText.same(String(names.count)), "names": Self.some(names.map(PlotText.same)),
        ])
        return Line(state: .watch, text: text)
    }

    /// The first five names.
    private static func some(_ names: [LocalizedText]) -> LocalizedText {
        let shown = PlotText.list(Array(names.prefix(5)))
        return names.count > 5 ? Word.severalShown.filled(localized: ["names": shown]) : shown
    }
}
