/// Within which share an institution lies by chance alone if it is like all of them, by how many items it has.
///
/// p₀ ± z √φ √(p₀(1 − p₀) ÷ n), z 1.96 and 3.09: outside the inner lie 5 % of equal institutions, outside the outer 0.2 %. φ, the
/// overdispersion, is the mean of squared z-scores, of which the outer tenth on either side is pulled in; never below 1
/// (D. J. Spiegelhalter, Stat. Med. 24 (2005) 1185–1202; domain reference §4.8).
package struct FunnelLimits: Sendable, Equatable {
    /// 97.5th percentile of the normal distribution, as the domain reference rounds it.
    package static let inner = 1.96
    /// 99.9th percentile.
    package static let outer = 3.09
    /// Fewest institutions of which a dispersion is estimated.
    package static let leastForDispersion = 5

    /// Where an institution lies.
    package enum Place: String, Sendable, Codable, CaseIterable {
        /// Within the inner limits: not to be told from the others.
        case within
        /// Between inner and outer limits.
        case watchLow = "watch_low"
        case watchHigh = "watch_high"
        /// Beyond the outer limits.
        case low, high
    }

    /// p₀: the share of all items together, 0–1.
    package let centre: Double
    /// φ, 1 or more.
    package let dispersion: Double

    /// Limits about the pooled share; nil without items.
    package init?(_ samples: [ProportionChart.Sample]) {
        let points = samples.compactMap(SizedShare.init)
        guard let centre = Self.centre(of: points) else { return nil }
        self.init(centre: centre, dispersion: Self.dispersion(of: points, centre: centre))
    }

    /// The share of all items together; nil without any.
    package static func centre(of points: [SizedShare]) -> Double? {
        let size = points.reduce(0) { $0 + $1.size }
        guard size > 0 else { return nil }
        return min(1, max(0, points.reduce(0) { $0 + $1.size * $1.share } / size))
    }

    /// Limits about a known share.
    package init(centre: Double, dispersion: Double = 1) {
        self.centre = centre
        self.dispersion = max(1, dispersion)
    }

    /// φ; 1 with fewer than `leastForDispersion` samples, and where the centre is 0 or 1.
    package static func dispersion(of points: [SizedShare], centre: Double) -> Double {
        let points = points.filter { $0.size > 0 }
        guard centre > 0, centre < 1, points.count >= leastForDispersion else { return 1 }
        let scores = points.map { ($0.share - centre) / (centre * (1 - centre) / $0.size).squareRoot() }.sorted()
        let tenth = scores.count / 10
        let (low, high) = (scores[tenth], scores[scores.count - 1 - tenth])
        let squares = scores.map { min(max($0, low), high) }.map { $0 * $0 }
        return max(1, squares.reduce(0, +) / Double(scores.count))
    }

    /// The limits for `total` items, held to 0–1.
    package func limits(total: Int, width: Double) -> ShareInterval { limits(size: Double(total), width: width) }

    /// The limits for any size above 0, as the funnel's curve is drawn; held to 0–1.
    package func limits(size: Double, width: Double) -> ShareInterval {
        let half = width * (dispersion * centre * (1 - centre) / size).squareRoot()
        return ShareInterval(low: max(0, centre - half), high: min(1, centre + half))
    }

    /// Where a sample lies; nil without items.
    package func place(of sample: ProportionChart.Sample) -> Place? {
        SizedShare(sample).map(place)
    }

    /// Where a share of so many items lies.
    package func place(of point: SizedShare) -> Place {
        let (inner, outer) = (
            limits(size: point.size, width: Self.inner), limits(size: point.size, width: Self.outer)
        )
        if point.share < outer.low { return .low }
        if point.share > outer.high { return .high }
        if point.share < inner.low { return .watchLow }
        return point.share > inner.high ? .watchHigh : .within
    }
}
