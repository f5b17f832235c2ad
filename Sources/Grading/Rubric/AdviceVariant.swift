/// Advice for findings of one metric, where a code's general advice cannot say which way or what to turn.
package struct AdviceVariant: Sendable, Equatable {
    /// On which side of the good values the measured one lies.
    package enum Side: String, Sendable, CaseIterable { case high, low }

    /// The metric that made the finding.
    package let metric: String
    /// nil for either side.
    package let side: Side?
    /// What else the picture must have measured; a metric without a value fulfils none.
    package let ranges: [MetricRange]
    package let text: LocalizedText

    /// Whether it speaks of a finding on a picture with these values.
    func fits(metric: String?, side: Side?, values: [String: Double]) -> Bool {
        guard metric == self.metric, self.side == nil || side == self.side else { return false }
        return ranges.allSatisfy { range in
            guard let value = values[range.metric] else { return false }
            return value < range.below ?? .infinity && value >= range.atLeast ?? -.infinity
        }
    }
}

extension Rubric {
    /// The wording for a code, the first of its variants that fits before the general one; nil where the rubric has none.
    func wording(
        for code: String,
        metric: String?,
        side: AdviceVariant.Side?,
        values: [String: Double]
    ) -> LocalizedText? {
        let variant = adviceVariants[code]?.first { $0.fits(metric: metric, side: side, values: values) }
        return variant?.text ?? advice[code]
    }
}
