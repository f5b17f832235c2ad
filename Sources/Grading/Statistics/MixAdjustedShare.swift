/// A share and the number of items that it rests on, which need not be whole.
package struct SizedShare: Sendable, Equatable {
    /// 0–1.
    package var share: Double
    /// Above 0.
    package var size: Double

    /// Both.
    package init(share: Double, size: Double) { (self.share, self.size) = (share, size) }

    /// The counts of a sample; nil without items.
    package init?(_ sample: ProportionChart.Sample) {
        guard let share = sample.share else { return nil }
        self.init(share: share, size: Double(sample.total))
    }
}

/// A share freed of what the own mix of kinds does to it, so that samples of different mixes can be held against each
/// other.
///
/// Indirect standardisation, told as a difference (D. J. Spiegelhalter, Stat. Med. 24 (2005) 1185–1202; domain reference
/// §4.8): p = o − e + p₀: o the own share; e = Σ nⱼpⱼ ÷ n the share that the own items would have if those of every kind were
/// as the region's are; p₀ the region's share. Unlike direct standardisation it needs no items of every kind. The
/// region's shares are taken as known.
package struct MixAdjustedShare: Sendable, Codable, Equatable {
    /// o − e + p₀, held to 0–1.
    package var share: Double
    /// Wilson's 95 % interval of o, moved by p₀ − e and held to 0–1.
    package var interval: ShareInterval
    /// e, 0–1.
    package var expected: Double
    /// Of how many items of the region's mix chance alone makes as much spread, but never more than n.
    ///
    /// n·p₀(1 − p₀) ÷ (Σ nⱼpⱼ(1 − pⱼ) ÷ n). Kinds that often fail spread more, so that as many items say less.
    package var effective: Double

    /// The share by the region's shares of each kind; nil without items, and where the region has none of a kind.
    ///
    /// - Parameters:
    ///   - own: counts by kind.
    ///   - reference: the region's counts by kind, the own ones among them.
    package init?(own: [String: ProportionChart.Sample], reference: [String: ProportionChart.Sample]) {
        // In a fixed order, since sums of floating point numbers depend on it.
        let kinds = own.keys.sorted().filter { (own[$0]?.total ?? 0) > 0 }
        let all = ProportionChart.Sample(
            reference.values.reduce(0) { $0 + $1.count },
            of: reference.values.reduce(0) { $0 + $1.total }
        )
        guard let centre = all.share else { return nil }
        var (passing, total, expected, spread) = (0, 0, 0.0, 0.0)
        for kind in kinds {
            guard let sample = own[kind], let share = reference[kind]?.share else { return nil }
            passing += sample.count
            total += sample.total
            expected += Double(sample.total) * share
            spread += Double(sample.total) * share * (1 - share)
        }
        guard let plain = ShareInterval(wilson: passing, of: total) else { return nil }
        let items = Double(total)
        let shift = centre - expected / items
        func held(_ value: Double) -> Double { min(1, max(0, value)) }
        share = held(Double(passing) / items + shift)
        interval = ShareInterval(low: held(plain.low + shift), high: held(plain.high + shift))
        self.expected = held(expected / items)
        let whole = items * items * centre * (1 - centre)
        effective = spread > 0 && whole > 0 ? max(1, min(items, whole / spread)) : items
    }
}
