internal import Imaging

extension Rubric {
    /// A finding's advice in both languages with its numbers filled in; nil where the rubric has none for its code.
    ///
    /// A `GradedImage` carries the advice in the language that it was graded in; this is the same text in both.
    ///
    /// - Parameters:
    ///   - baseline: the grade's, for limits that were taken from it.
    ///   - values: what else was measured on the picture, which may say what to turn.
    package func advice(
        for finding: Finding,
        baseline: Baseline? = nil,
        values: [String: Double] = [:]
    ) -> LocalizedText? {
        let sides = items.lazy.flatMap(\.criteria).filter { $0.metric == finding.metric }
            .flatMap { $0.standards(by: baseline) }
            .filter { $0.origin == finding.limitOrigin ?? .absolute }
            .map(\.side)
        let target = finding.target ?? sides.first { $0.code == finding.code }?.warn ?? finding.limit
        return advice(for: finding, target: target, baseline: baseline, values: values)
    }

    /// The advice of a finding on any picture of a grade.
    package func advice(for finding: Finding, on grade: GradedImage) -> LocalizedText? {
        let advice = advice(for: finding, baseline: grade.baseline, values: grade.metrics ?? [:])
        return grade.status == .unsure && isToldUnsure(finding) ? advice.map(AdviceText.suspected) : advice
    }

    /// Whether a finding of a picture without a score is one that holds without a sure scan area (`UnsureFindings`).
    private func isToldUnsure(_ finding: Finding) -> Bool {
        items.lazy.flatMap(\.criteria).contains {
            $0.withoutArea == .told && $0.metric == finding.metric && $0.codes.contains(finding.code)
        }
    }

    /// The same where the warn limit is known.
    func advice(
        for finding: Finding,
        target: Double?,
        baseline: Baseline?,
        values: [String: Double]
    ) -> LocalizedText? {
        let side: AdviceVariant.Side? =
            if let value = finding.value, let limit = finding.limit { value > limit ? .high : .low } else { nil }
        guard let text = wording(for: finding.code, metric: finding.metric, side: side, values: values) else {
            return nil
        }
        // Log odds say nothing to a technician, so wording that speaks of their number is left out.
        let isLogOdds = finding.metric.flatMap { KnownMetrics.described($0) }?.isLogOdds ?? false
        guard let value = finding.value, let limit = finding.limit, let target, !isLogOdds else {
            func plain(_ words: String) -> String? { AdviceText.plain(AdviceText.filled(words, values: values)) }
            guard let zh = plain(text.zh), let en = plain(text.en) else { return nil }
            let told = LocalizedText(zh: zh, en: en)
            return isLogOdds && finding.severity == .info ? AdviceText.suspected(told) : told
        }
        var usual: Double?
        if case .baseline = finding.limitOrigin { usual = finding.metric.flatMap { baseline?.usual(of: $0)?.median } }
        let numbers = AdviceText.Numbers(value: value, limit: limit, target: target, aim: usual ?? target)
        func filled(_ words: String) -> String { AdviceText.filled(words, numbers: numbers, values: values) }
        return LocalizedText(zh: filled(text.zh), en: filled(text.en))
    }
}
