/// What the institutions of a region have in common: a beta distribution of their shares, fitted by moments.
///
/// A share of few items says less than it seems; put together with the prior it is drawn to the region's mean, the more so the
/// fewer its items: p̃ = (x + α) ÷ (n + α + β) (domain reference §4.8). ρ = 1 ÷ (α + β + 1) from
/// S = Σ nᵢ(pᵢ − p̄)², E S = p̄(1 − p̄)·((k − 1)(1 − ρ) + ρ(N − Σnᵢ² ÷ N)) (J. C. Kleinman, J. Am. Stat. Assoc. 68 (1973) 46–54).
package struct SharedPrior: Sendable, Equatable {
    /// Fewest institutions with items.
    package static let leastSamples = 3

    package let alpha: Double
    package let beta: Double

    /// A share drawn to the mean.
    package struct Estimate: Sendable, Codable, Equatable {
        /// 0–1.
        package var share: Double
        /// 90 % credible interval.
        package var interval: ShareInterval
    }

    /// Fits the prior; nil with fewer than `leastSamples` that have items, and where all items are alike.
    ///
    /// α + β is held to 1 … N: where shares spread no more than by chance, the prior weighs as much as all that was seen.
    package init?(_ samples: [ProportionChart.Sample]) {
        let samples = samples.filter { $0.total > 0 }
        let all = Double(samples.reduce(0) { $0 + $1.total })
        let mean = Double(samples.reduce(0) { $0 + $1.count }) / max(1, all)
        guard samples.count >= Self.leastSamples, mean > 0, mean < 1 else { return nil }
        let groups = Double(samples.count)
        let spread = samples.reduce(0.0) { sum, sample in
            let distance = Double(sample.count) / Double(sample.total) - mean
            return sum + Double(sample.total) * distance * distance
        }
        let squares = samples.reduce(0.0) { $0 + Double($1.total) * Double($1.total) }
        let room = all - squares / all - (groups - 1)
        let likeness = room > 0 ? (spread / (mean * (1 - mean)) - (groups - 1)) / room : 0
        let weight = likeness > 0 ? min(max(1 / likeness - 1, 1), all) : all
        alpha = mean * weight
        beta = (1 - mean) * weight
    }

    /// A sample's share drawn to the mean.
    package func estimate(of sample: ProportionChart.Sample) -> Estimate {
        let (hits, misses) = (alpha + Double(sample.count), beta + Double(sample.total - sample.count))
        let posterior = BetaDistribution(a: hits, b: misses)
        return Estimate(
            share: hits / (hits + misses),
            interval: ShareInterval(low: posterior.quantile(of: 0.05), high: posterior.quantile(of: 0.95))
        )
    }
}
