internal import Foundation

/// How many of the next items will have a property, as far as those before tell: a beta-binomial distribution.
///
/// A share that was itself only estimated says less of the next items than a known one: of seven items after 36 of which none
/// failed two may fail, though the share so far is 0. With Jeffreys' prior the share after x of n is Beta(x + ½, n − x + ½), and
/// P(k of m) = C(m, k) · B(a + k, b + m − k) ÷ B(a, b) (J. Aitchison and I. R. Dunsmore, Statistical Prediction Analysis,
/// Cambridge 1975, ch. 2). For many items before it becomes the binomial distribution.
package struct PredictedCount: Sendable {
    /// The first count that is told; what lies below it has next to no probability.
    private let first: Int
    /// Probabilities of counts from `first` on; they sum to 1.
    private let probabilities: [Double]
    private let total: Int

    /// The counts of `total` items that follow.
    ///
    /// - Parameters:
    ///   - total: m, 0 or more.
    ///   - hits: x of the items before, 0 or more; need not be whole.
    ///   - misses: n − x, 0 or more.
    package init(of total: Int, hits: Double, misses: Double) {
        let (a, b, total) = (max(0, hits) + 0.5, max(0, misses) + 0.5, max(0, total))
        self.total = total
        let m = Double(total)
        func beta(_ a: Double, _ b: Double) -> Double { lgamma(a) + lgamma(b) - lgamma(a + b) }
        func ratio(_ k: Double) -> Double { (m - k) * (a + k) / ((k + 1) * (b + m - k - 1)) }
        let start = min(total, max(0, Int((m * a / (a + b)).rounded())))
        let k = Double(start)
        let choices = lgamma(m + 1) - lgamma(k + 1) - lgamma(m - k + 1)
        let begin = exp(choices + beta(a + k, b + m - k) - beta(a, b))
        // From the mean on in both directions, until what follows is too little to count.
        let least = begin * 1e-16
        var (upper, value, at) = ([Double](), begin, start)
        while at < total {
            value *= ratio(Double(at))
            at += 1
            guard value > least else { break }
            upper.append(value)
        }
        var lower: [Double] = []
        (value, at) = (begin, start)
        while at > 0 {
            value /= ratio(Double(at - 1))
            at -= 1
            guard value > least else { break }
            lower.append(value)
        }
        first = start - lower.count
        let all = lower.reversed() + [begin] + upper
        let sum = all.reduce(0, +)
        probabilities = all.map { $0 / sum }
    }

    /// The smallest and the largest count that is ordinary: beyond either lies at most `tail`.
    package func limits(tail: Double) -> (low: Int, high: Int) {
        var (low, high, below, above) = (first, first + probabilities.count - 1, 0.0, 0.0)
        for probability in probabilities {
            below += probability
            guard below <= tail else { break }
            low += 1
        }
        for probability in probabilities.reversed() {
            above += probability
            guard above <= tail else { break }
            high -= 1
        }
        return (min(low, total), max(high, 0))
    }
}

extension ControlLimits {
    /// Beyond either limit lies at most this, as beyond three standard errors of a normal distribution.
    static let tail = 0.001_349_898

    /// Limits of a share of `total` items after those of a history; nil where no share at all would be beyond them.
    ///
    /// Each limit's distance from the mean is stretched by `dispersion`, as Laney's p′-chart does.
    ///
    /// - Parameters:
    ///   - history: what was counted before.
    ///   - total: m, the items that are to be judged.
    ///   - dispersion: σ_z, 1 or more.
    ///   - worth: how many items say as much as one that stands alone, 1 or more: the history's, where items come in groups
    ///     whose likeness is not known.
    package init?(after history: ProportionChart.Sample, total: Int, dispersion: Double = 1, worth: Double = 1) {
        guard total > 0 else { return nil }
        let hits = Double(history.count) / max(1, worth)
        let misses = Double(history.total - history.count) / max(1, worth)
        let ends = PredictedCount(of: total, hits: hits, misses: misses).limits(tail: Self.tail)
        let mean = (hits + 0.5) / (hits + misses + 1)
        let stretch = max(1, dispersion)
        self.init(
            low: max(0, mean - stretch * (mean - Double(ends.low) / Double(total))),
            high: min(1, mean + stretch * (Double(ends.high) / Double(total) - mean))
        )
        guard low > 0 || high < 1 else { return nil }
    }
}
