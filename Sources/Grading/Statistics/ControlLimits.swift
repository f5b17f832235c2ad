/// Between which shares a process that has not changed stays, but for once in some 370 times.
package struct ControlLimits: Sendable, Equatable {
    /// 0–1.
    package let low: Double
    /// 0–1.
    package let high: Double

    /// Known limits.
    init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Limits of a p-chart, p₀ ± 3 σ_z √(p₀(1 − p₀) ÷ n), held to 0–1 (domain reference §4.3).
    ///
    /// - Parameters:
    ///   - centre: p₀, 0–1.
    ///   - total: n, 1 or more.
    ///   - dispersion: σ_z of Laney's p′-chart; 1 where items vary by chance alone.
    package init(centre: Double, total: Int, dispersion: Double = 1) {
        let half = 3 * dispersion * Self.standardError(centre: centre, total: total)
        low = max(0, centre - half)
        high = min(1, centre + half)
    }

    /// Limits by the binomial distribution itself, for few items: beyond either lies at most 0.00135.
    ///
    /// They are shares that can occur: a share is beyond a limit when it is strictly above or below it.
    package init(exactCentre centre: Double, total: Int) {
        let tail = Self.tail
        guard centre > 0, centre < 1, total > 0 else {
            (low, high) = (centre, centre)
            return
        }
        // P(X ≥ k) = I_p(k, n − k + 1). By halving, since both tails are monotonous in k.
        func atLeast(_ count: Int) -> Double {
            count <= 0
                ? 1
                : count > total
                    ? 0 : BetaDistribution(a: Double(count), b: Double(total - count + 1)).probability(upTo: centre)
        }
        func first(_ holds: (Int) -> Bool) -> Int {
            var (below, from) = (-1, total + 1)
            while from - below > 1 {
                let middle = (below + from) / 2
                if holds(middle) { from = middle } else { below = middle }
            }
            return from
        }
        let highest = first { atLeast($0 + 1) <= tail }
        let lowest = first { 1 - atLeast($0 + 1) > tail }
        low = Double(lowest) / Double(total)
        high = Double(highest) / Double(total)
    }

    /// √(p(1 − p) ÷ n): how far a share of `total` items spreads by chance.
    package static func standardError(centre: Double, total: Int) -> Double {
        (centre * (1 - centre) / Double(max(1, total))).squareRoot()
    }
}
