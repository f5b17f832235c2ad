/// A share as it would be with the region's mix of kinds instead of the own one (direct standardisation).
///
/// p = Σ w_j p_j, w_j the region's share of kind j (domain reference §4.8). The interval joins the Wilson intervals of the kinds
/// as Newcombe does for a difference: p ∓ √Σ w_j²(p_j − l_j)², p + √Σ w_j²(u_j − p_j)² (G. Y. Zou and A. Donner, Stat. Med. 27
/// (2008) 1693–1702), which keeps sense where a kind has few items or none that fail.
package struct StandardisedShare: Sendable, Codable, Equatable {
    /// Least part of the region's mix that must be there.
    package static let leastCoverage = 0.5

    /// 0–1.
    package var share: Double
    /// 95 % interval.
    package var interval: ShareInterval
    /// Part of the region's mix of which there are own items, 0–1; the rest is left out and the weights are raised.
    package var coverage: Double

    /// What is known of one kind.
    package struct Part: Sendable, Equatable {
        /// 0–1.
        package var share: Double
        /// 95 % interval.
        package var interval: ShareInterval

        /// A share, counted or estimated, with its interval.
        package init(share: Double, interval: ShareInterval) {
            self.share = share
            self.interval = interval
        }
    }

    /// The share by the mix of `reference`; nil where less than `leastCoverage` of that mix is there.
    ///
    /// - Parameters:
    ///   - own: counts by kind.
    ///   - reference: items by kind in the whole region.
    package init?(own: [String: ProportionChart.Sample], reference: [String: Int]) {
        let parts = own.compactMapValues { sample -> Part? in
            guard let share = sample.share, let interval = ShareInterval(wilson: sample.count, of: sample.total) else {
                return nil
            }
            return Part(share: share, interval: interval)
        }
        self.init(parts: parts, reference: reference)
    }

    /// The same from shares that are known by kind, such as estimates by stratum: these keep the weights of their strata.
    package init?(parts: [String: Part], reference: [String: Int]) {
        let all = Double(reference.values.reduce(0, +))
        // In a fixed order, since sums of floating point numbers depend on it.
        let kinds = reference.keys.sorted().filter { parts[$0] != nil && (reference[$0] ?? 0) > 0 }
        let common = Double(kinds.reduce(0) { $0 + (reference[$1] ?? 0) })
        guard all > 0, common / all >= Self.leastCoverage else { return nil }
        var (share, below, above) = (0.0, 0.0, 0.0)
        for kind in kinds {
            guard let part = parts[kind], let count = reference[kind] else { return nil }
            let weight = Double(count) / common
            share += weight * part.share
            below += weight * weight * (part.share - part.interval.low) * (part.share - part.interval.low)
            above += weight * weight * (part.interval.high - part.share) * (part.interval.high - part.share)
        }
        self.share = min(1, share)
        interval = ShareInterval(low: max(0, share - below.squareRoot()), high: min(1, share + above.squareRoot()))
        coverage = min(1, common / all)
    }
}
