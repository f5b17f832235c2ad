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
    package init?(_ samples: [ProportionChart.Sample]) { self.init(points: samples.compactMap(SizedShare.init)) }

    /// The same of shares whose numbers of items need not be whole.
    package init?(points: [SizedShare]) {
        let all = points.reduce(0) { $0 + $1.size }
        let mean = points.reduce(0) { $0 + $1.size * $1.share } / max(1, all)
        guard points.count >= Self.leastSamples, mean > 0, mean < 1 else { return nil }
        let groups = Double(points.count)
        let spread = points.reduce(0.0) { sum, point in
            sum + point.size * (point.share - mean) * (point.share - mean)
        }
        let squares = points.reduce(0.0) { $0 + $1.size * $1.size }
        let room = all - squares / all - (groups - 1)
        let likeness = room > 0 ? (spread / (mean * (1 - mean)) - (groups - 1)) / room : 0
        let weight = likeness > 0 ? min(max(1 / likeness - 1, 1), all) : all
        alpha = mean * weight
        beta = (1 - mean) * weight
    }

    /// A sample's share drawn to the mean.
    package func estimate(of sample: ProportionChart.Sample) -> Estimate {
        estimate(hits: Double(sample.count), misses: Double(sample.total - sample.count))
    }

    /// A share of a number of items that need not be whole, drawn to the mean.
    package func estimate(of point: SizedShare) -> Estimate {
        estimate(hits: point.size * point.share, misses: point.size * (1 - point.share))
    }

    private func estimate(hits: Double, misses: Double) -> Estimate {
        let (hits, misses) = (alpha + hits, beta + misses)
        let posterior = BetaDistribution(a: hits, b: misses)
        return Estimate(
            share: hits / (hits + misses),
            interval: ShareInterval(low: posterior.quantile(of: 0.05), high: posterior.quantile(of: 0.95))
        )
    }
}
