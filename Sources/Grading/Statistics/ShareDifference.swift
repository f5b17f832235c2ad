internal import Foundation

/// How far two shares of independent items lie apart: after less before, or one group less another.
package struct ShareDifference: Sendable, Codable, Equatable {
    /// −1 … 1.
    package var difference: Double
    /// 95 % interval by Newcombe: (p₂ − p₁) ∓ √(…) of the ends of both Wilson intervals.
    ///
    /// Method 10 of R. G. Newcombe, Stat. Med. 17 (1998) 873–890.
    package var interval: ShareInterval
    /// Chance of a difference as large or larger where there is none: Fisher's exact test, two-sided, 0–1.
    package var chance: Double

    /// Whether the interval leaves out 0.
    package var isClear: Bool { interval.low > 0 || interval.high < 0 }

    /// The difference `second` − `first`; nil where either has no items.
    package init?(from first: ProportionChart.Sample, to second: ProportionChart.Sample) {
        guard let one = ShareInterval(wilson: first.count, of: first.total),
            let two = ShareInterval(wilson: second.count, of: second.total),
            let (p, q) = Self.both(first.share, second.share)
        else { return nil }
        func length(_ one: Double, _ two: Double) -> Double { (one * one + two * two).squareRoot() }
        difference = q - p
        interval = ShareInterval(
            low: max(-1, difference - length(q - two.low, one.high - p)),
            high: min(1, difference + length(two.high - q, p - one.low))
        )
        chance = Self.fisher(first, second)
    }

    private static func both(_ first: Double?, _ second: Double?) -> (Double, Double)? {
        first.flatMap { first in second.map { (first, $0) } }
    }

    /// The sum of the hypergeometric probabilities that are no larger than the one of the counts themselves.
    ///
    /// R. A. Fisher, J. R. Stat. Soc. 98 (1935) 39–82; two-sided as F. Yates, J. R. Stat. Soc. A 147 (1984) 426–463, describes
    /// it. Equal probabilities differ by rounding, hence the margin of 1e-7.
    static func fisher(_ first: ProportionChart.Sample, _ second: ProportionChart.Sample) -> Double {
        let hits = first.count + second.count
        let all = first.total + second.total
        func choose(_ n: Int, _ k: Int) -> Double {
            lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
        }
        let whole = choose(all, hits)
        func probability(_ count: Int) -> Double {
            exp(choose(first.total, count) + choose(second.total, hits - count) - whole)
        }
        let observed = probability(first.count)
        let sum = (max(0, hits - second.total)...min(first.total, hits)).reduce(0.0) { sum, count in
            let chance = probability(count)
            return chance <= observed * (1 + 1e-7) ? sum + chance : sum
        }
        return min(1, sum)
    }
}
