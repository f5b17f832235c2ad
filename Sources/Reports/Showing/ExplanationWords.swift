import Grading
import Imaging

/// The steps of an explanation in words, both languages.
struct ExplanationWords {
    let explanation: GradeExplanation

    /// That another version of the rubric graded; nil where this one did.
    var otherRubric: LocalizedText? {
        guard !explanation.isByThisRubric else { return nil }
        return Word.explainOtherRubric.filled(["then": "\(explanation.rubric.id) \(explanation.rubric.version)"])
    }

    /// What an item came to.
    func result(of item: GradeExplanation.Item) -> LocalizedText {
        switch item.state {
        case .unmeasured: return Word.explainUnmeasured.text
        case .notApplicable(let reason): return Word.explainNotAsked.filled(localized: ["reason": words(reason)])
        case .measured:
            guard let score = item.score, explanation.weight > 0 else { return subScore(item.score ?? 1) }
            let points = explanation.points(of: item)
            return Word.explainItem.filled([
                "score": Self.exact(score), "points": Numbers.fixed(points, decimals: 2),
                "weight": Self.exact(item.weight), "total": Self.exact(explanation.weight),
                "result": Numbers.fixed(points * score, decimals: 2),
            ])
        }
    }

    /// A metric with its value and unit, or that it has none, or why it was not asked.
    func value(of step: GradeExplanation.Step) -> LocalizedText {
        switch step.state {
        case .unmeasured: return Word.explainUnmeasured.text
        case .notApplicable(let reason): return Word.explainNotAsked.filled(localized: ["reason": words(reason)])
        case .measured:
            let unit = MetricNames.entry(step.metric).map { $0.unit.isEmpty ? "" : " \($0.unit)" } ?? ""
            let text = step.value.map { Self.exact($0) + unit } ?? "–"
            return LocalizedText(zh: text, en: text)
        }
    }

    /// The metric's plain name, else its id.
    func name(of metric: String) -> LocalizedText {
        MetricNames.entry(metric)?.name ?? LocalizedText(zh: metric, en: metric)
    }

    /// The limits and where they come from, one text a side and one for the origin.
    func limits(of step: GradeExplanation.Step) -> [LocalizedText] {
        func side(_ side: LimitSide?, _ word: Word) -> LocalizedText? {
            side.map { side in
                // What is never more than told has no defect, whatever number keeps the ladder rising.
                let isOnlyTold = side.ladder.severe == .info
                return word.filled([
                    "warn": Self.exact(side.warn), "defect": isOnlyTold ? "–" : Self.exact(side.defect),
                    "severe": isOnlyTold ? "–" : Self.exact(side.severe),
                ])
            }
        }
        let origin: LocalizedText =
            switch step.origin {
            case .absolute: Word.originRubric.text
            case .baseline(let snapshot): Word.originBaseline.filled(["snapshot": snapshot])
            }
        return [side(step.low, .explainLow), side(step.high, .explainHigh), origin].compactMap(\.self)
    }

    /// A sub-score.
    func subScore(_ score: Double) -> LocalizedText { Word.explainSubScore.filled(["score": Self.exact(score)]) }

    /// Sum, cap, score and what was not measured, one line each.
    var conclusion: [LocalizedText] {
        var lines: [LocalizedText] = []
        if !explanation.conditions.isEmpty {
            let codes = explanation.conditions.map { FindingCode.named($0)?.name ?? LocalizedText(zh: $0, en: $0) }
            lines.append(Word.explainConditions.filled(localized: ["codes": Self.joined(codes)]))
        }
        if !explanation.items.isEmpty, explanation.unmeasuredShare > 0 {
            lines.append(
                Word.explainUnmeasuredShare.filled([
                    "share": Numbers.percent(explanation.unmeasuredShare),
                    "limit": Numbers.percent(explanation.unmeasuredLimit),
                ])
            )
        }
        if let sum = explanation.sum, let score = explanation.score, let level = explanation.level {
            if explanation.weight > 0 {
                lines.append(
                    Word.explainSum.filled([
                        "weight": Self.exact(explanation.weight), "sum": Numbers.score(sum),
                    ])
                )
            }
            lines.append(cap)
            let label = LocalizedText(zh: level.label(.zh), en: level.label(.en))
            func plain(_ value: Double) -> LocalizedText {
                LocalizedText(zh: Self.exact(value), en: Self.exact(value))
            }
            let shown = Numbers.score(score)
            lines.append(
                Word.explainScore.filled(localized: [
                    "score": LocalizedText(zh: shown, en: shown), "level": label, "a": plain(explanation.levels.a),
                    "b": plain(explanation.levels.b), "c": plain(explanation.levels.c),
                ])
            )
        }
        return lines + [triage]
    }

    private var cap: LocalizedText {
        guard let cap = explanation.cap else { return Word.explainNoCap.text }
        let name = FindingCode.named(cap.code)?.name ?? LocalizedText(zh: cap.code, en: cap.code)
        let limit = Self.exact(cap.limit)
        let word: Word = cap.applies ? .explainCap : .explainCapNotReached
        return word.filled(localized: [
            "code": name, "severity": cap.severity.name, "limit": LocalizedText(zh: limit, en: limit),
        ])
    }

    private var triage: LocalizedText {
        let reasons = explanation.triage.reasons.map { reason -> LocalizedText in
            switch reason {
            case "unsure": return Word.reasonUnsure.text
            case "unreadable": return Word.reasonUnreadable.text
            case "score_low": return Word.reasonScoreLow.text
            case Triage.sampledReason: return Word.reasonSampled.text
            case _ where reason.hasPrefix("level_"):
                return Word.reasonLevel.filled(["level": String(reason.dropFirst(6))])
            default: return FindingCode.named(reason)?.name ?? LocalizedText(zh: reason, en: reason)
            }
        }
        guard explanation.triage.route == .review else { return Word.explainPass.text }
        return Word.explainReview.filled(localized: ["reasons": Self.joined(reasons)])
    }

    private func words(_ reason: Inapplicability) -> LocalizedText {
        switch reason {
        case .examType: return Word.whyExamType.text
        case .section: return Word.whySection.text
        case .format: return Word.whyFormat.text
        case .alternatives: return Word.whyAlternatives.text
        case .noLimits: return Word.whyNoLimits.text
        case .noCriterion: return Word.whyNoCriterion.text
        case .nothingToMeasure(let metric):
            return Word.whyNothing.filled(localized: ["metric": name(of: metric)])
        case .metric(let range, let value):
            func plain(_ value: Double?) -> LocalizedText {
                let text = value.map(Self.exact) ?? ""
                return LocalizedText(zh: text, en: text)
            }
            switch (range.atLeast, range.below) {
            case (let low?, let high?):
                return Word.whyMetricOutside.filled(localized: [
                    "metric": name(of: range.metric), "low": plain(low), "high": plain(high), "value": plain(value),
                ])
            case (let low?, nil):
                return Word.whyMetricFrom.filled(localized: [
                    "metric": name(of: range.metric), "limit": plain(low), "value": plain(value),
                ])
            case (nil, let high):
                return Word.whyMetricBelow.filled(localized: [
                    "metric": name(of: range.metric), "limit": plain(high), "value": plain(value),
                ])
            }
        }
    }

    private static func joined(_ texts: [LocalizedText]) -> LocalizedText {
        LocalizedText(zh: texts.map(\.zh).joined(separator: "、"), en: texts.map(\.en).joined(separator: ", "))
    }

    /// A number with all the digits that it was worked out with: the shortest text that reads back as the same.
    static func exact(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        if value == value.rounded(), abs(value) < 1e12 { return "\(Int64(value))" }
        return "\(value)"
    }
}
