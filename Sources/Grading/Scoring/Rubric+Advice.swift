internal import Imaging

extension Rubric {
    /// A finding's advice in both languages with its numbers filled in; nil where the rubric has none for its code.
    ///
    /// A `GradedImage` carries the advice in the language that it was graded in; this is the same text in both.
    /// `baseline` is the grade's, for limits that were taken from it.
    package func advice(for finding: Finding, baseline: Baseline? = nil) -> LocalizedText? {
        guard let text = advice[finding.code] else { return nil }
        // Log odds say nothing to a technician, so wording that speaks of a number is left out.
        let isLogOdds = finding.metric.flatMap { KnownMetrics.described($0) }?.isLogOdds ?? false
        guard let value = finding.value, let limit = finding.limit, !isLogOdds else {
            guard let zh = AdviceText.plain(text.zh), let en = AdviceText.plain(text.en) else { return nil }
            return LocalizedText(zh: zh, en: en)
        }
        let sides = items.lazy.flatMap(\.criteria).filter { $0.metric == finding.metric }
            .flatMap { $0.standards(by: baseline) }
            .filter { $0.origin == finding.limitOrigin ?? .absolute }
            .map(\.side)
        let target = sides.first { $0.code == finding.code }?.warn ?? limit
        func filled(_ words: String) -> String {
            AdviceText.filled(words, value: value, limit: limit, target: target)
        }
        return LocalizedText(zh: filled(text.zh), en: filled(text.en))
    }
}
