/// How far two raters' scores of the same items lie apart.
package struct ScoreAgreement: Sendable {
    /// Two scores of one item and how many items have exactly these.
    package struct Pair: Sendable, Hashable {
        package var first: Double
        package var second: Double
        package var count: Int

        /// Scores that `count` items have.
        package init(first: Double, second: Double, count: Int = 1) {
            self.first = first
            self.second = second
            self.count = count
        }
    }

    private let pairs: [Pair]
    /// Items that both scored.
    package let count: Int

    /// Scores in pairs; nil without any.
    package init?(_ pairs: some Sequence<Pair>) {
        self.pairs = pairs.filter { $0.count > 0 && $0.first.isFinite && $0.second.isFinite }
        count = self.pairs.reduce(0) { $0 + $1.count }
        guard count > 0 else { return nil }
    }

    /// Mean of first − second.
    package var bias: Double { mean { $0.first - $0.second } }

    /// Bland and Altman's 95 % limits of agreement: bias ± 1.96 standard deviations of the differences; nil below two
    /// items.
    ///
    /// J. M. Bland and D. G. Altman, Lancet 327 (1986) 307–310.
    package var limits: (low: Double, high: Double)? {
        guard count > 1 else { return nil }
        let bias = bias
        let spread = sum { ($0.first - $0.second - bias) * ($0.first - $0.second - bias) } / Double(count - 1)
        let half = NormalQuantile.twoSided95 * spread.squareRoot()
        return (bias - half, bias + half)
    }

    /// ICC(2,1): two-way random effects, absolute agreement, single rater; nil below two items and where no score
    /// differs from another.
    ///
    /// P. E. Shrout and J. L. Fleiss, Psychol. Bull. 86 (1979) 420–428.
    package var intraclassCorrelation: Double? {
        guard count > 1 else { return nil }
        let n = Double(count)
        let (first, second) = (mean(\.first), mean(\.second))
        let grand = (first + second) / 2
        let rows = 2 * sum { (($0.first + $0.second) / 2 - grand) * (($0.first + $0.second) / 2 - grand) }
        let columns = n * ((first - grand) * (first - grand) + (second - grand) * (second - grand))
        let all = sum { ($0.first - grand) * ($0.first - grand) + ($0.second - grand) * ($0.second - grand) }
        let (betweenRows, betweenColumns) = (rows / (n - 1), columns)
        let rest = max(0, all - rows - columns) / (n - 1)
        let denominator = betweenRows + rest + 2 * (betweenColumns - rest) / n
        return denominator > 1e-12 ? (betweenRows - rest) / denominator : nil
    }

    private func sum(_ value: (Pair) -> Double) -> Double { pairs.reduce(0) { $0 + value($1) * Double($1.count) } }

    private func mean(_ value: (Pair) -> Double) -> Double { sum(value) / Double(count) }
}
