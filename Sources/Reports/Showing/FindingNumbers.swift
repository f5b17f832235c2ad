package import Grading
import Imaging

/// What a finding measured, and what would have been good.
package enum FindingNumbers {
    private static let logOdds = Set(MetricCatalog.all.filter(\.isLogOdds).map(\.id))

    /// The metric's name with its value and the limit within which it would have been good, as far as there are any.
    ///
    /// Log odds are said in words: their number means nothing to a technician.
    package static func parts(of finding: Finding) -> [LocalizedText] {
        let entry = finding.metric.flatMap(MetricNames.entry)
        let name = entry?.name ?? finding.metric.map { LocalizedText(zh: $0, en: $0) }
        guard let value = finding.value else { return name.map { [$0] } ?? [] }
        if let odds = odds(of: finding) {
            return [name.map { LocalizedText(zh: "\($0.zh)（\(odds.zh)）", en: "\($0.en) (\(odds.en))") } ?? odds]
        }
        let unit = entry.map { $0.unit.isEmpty ? "" : " \($0.unit)" } ?? ""
        let measured = Word.measured.filled(["value": Numbers.measured(value) + unit])
        var parts = [
            name.map { LocalizedText(zh: "\($0.zh)：\(measured.zh)", en: "\($0.en): \(measured.en)") } ?? measured
        ]
        if let limit = finding.limit {
            let word: Word = value > limit ? .limitAtMost : value < limit ? .limitAtLeast : .limitIs
            parts.append(word.filled(["limit": Numbers.measured(finding.target ?? limit) + unit]))
        }
        return parts
    }

    /// How likely a fault is that log odds (natural) speak of; nil for other metrics.
    ///
    /// Likely from an even chance on, very likely from odds of nine to one (ln 9 ≈ 2.2).
    package static func odds(of finding: Finding) -> LocalizedText? {
        guard let metric = finding.metric, let value = finding.value, logOdds.contains(metric) else { return nil }
        let word: Word = value >= 2.2 ? .veryLikely : value >= 0 ? .likely : .uncertain
        return word.text
    }
}
