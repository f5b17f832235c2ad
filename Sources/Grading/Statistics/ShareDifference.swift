internal import Foundation

/// How far two shares of independent items lie apart: after less before, or one group less another.
package struct ShareDifference: Sendable, Codable, Equatable {
    /// −1 … 1.
    package var difference: Double
    /// 95 % interval by Newcombe.
    package var interval: ShareInterval
    /// Chance of a difference as large or larger where there is none: Fisher's exact test, two-sided, 0–1.
    package var chance: Double

    /// Whether the interval leaves out 0 and the exact test, too, finds it unlikely (below 5 %).
    ///
    /// Of few items the interval alone is too narrow: 80 of 80 and then 6 of 7 leave out 0 at a chance of .08.
    package var isClear: Bool { (interval.low > 0 || interval.high < 0) && chance < 0.05 }

    /// The difference `second` − `first`; nil where either has no items, or more hits than items.
    package init?(from first: ProportionChart.Sample, to second: ProportionChart.Sample) {
        guard [first, second].allSatisfy({ (0...max(0, $0.total)).contains($0.count) }),
            let p = first.share, let q = second.share
        else { return nil }
        difference = q - p
        interval = ShareInterval(newcombe: (p, Double(first.total)), (q, Double(second.total)))
        chance = Self.fisher(first, second)
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
