/// A p-chart of shares in equal spans of time, with limits from the spans before the last.
///
/// The pictures of one exam resemble each other, so shares spread more than chance gives. Laney's p′-chart reckons with that:
/// zᵢ = (pᵢ − p̄) ÷ σᵢ, σ_z = mean|zᵢ − zᵢ₋₁| ÷ 1.128 (D. B. Laney, Qual. Eng. 14 (2002) 531–537; domain reference §4.3).
/// Here σ_z is never below 1, so that limits are never narrower than chance. The limits are those within which the next span
/// stays, given how few or many items its history rests on (`PredictedCount`); where no share of a span could be beyond them,
/// the span has none.
///
/// Of a history with fewer than five items of the rarer kind, σ_z can't be known: there a group of items that resemble each
/// other (an exam) counts as one item.
package struct ProportionChart: Sendable, Equatable {
    /// One span's count.
    package struct Sample: Sendable, Equatable {
        /// Items with the property.
        package var count: Int
        /// All items; 0 where nothing came.
        package var total: Int

        /// A count of a total.
        package init(_ count: Int, of total: Int) {
            self.count = count
            self.total = total
        }

        /// 0–1; nil where nothing came.
        package var share: Double? { total > 0 ? Double(count) / Double(total) : nil }
    }

    /// Fewest spans with items before the last one: fewer say nothing of how much shares spread.
    package static let leastHistory = 6
    /// d₂ of two: the mean distance of two normal values in standard deviations.
    private static let meanRange = 1.128
    /// Fewest items expected on either side of the share for which a normal distribution is near enough.
    static let leastExpected = 5.0

    package let samples: [Sample]
    /// p̄, pooled over the spans before the last; 0–1.
    package let centre: Double
    /// σ_z, 1 or more.
    package let dispersion: Double
    /// What the spans before the last counted together; nil where the centre is known.
    package let history: Sample?
    /// How many items say as much as one that stands alone, 1 or more.
    package let worth: Double
    /// One a sample; nil where nothing came, and where so few items came that nothing can be said.
    package let limits: [ControlLimits?]

    /// A chart whose last sample is judged by those before it; nil with fewer than `leastHistory` of these.
    ///
    /// - Parameter groups: of how many groups of like items each sample consists, in the samples' order; nil where items
    ///   stand alone.
    package init?(_ samples: [Sample], groups: [Int]? = nil) {
        let history = samples.dropLast().filter { $0.total > 0 }
        guard history.count >= Self.leastHistory, samples.allSatisfy({ $0.count >= 0 && $0.count <= $0.total }) else {
            return nil
        }
        let all = Sample(history.reduce(0) { $0 + $1.count }, of: history.reduce(0) { $0 + $1.total })
        let centre = Double(all.count) / Double(all.total)
        let measured = max(1, Self.dispersion(of: Array(history), centre: centre))
        let isMeasured = Double(min(all.count, all.total - all.count)) >= Self.leastExpected
        var (worth, sizes) = (1.0, samples.map(\.total))
        if let groups, groups.count == samples.count, !isMeasured {
            sizes = zip(samples, groups).map { $0.total > 0 ? max(1, min($0.total, $1)) : 0 }
            let alone = zip(samples, sizes).dropLast().reduce(0) { $0 + $1.1 }
            worth = max(1, Double(all.total) / Double(max(1, alone)))
        }
        self.samples = samples
        self.centre = centre
        self.history = all
        dispersion = measured
        self.worth = worth
        limits = sizes.map { ControlLimits(after: all, total: $0, dispersion: measured, worth: worth) }
    }

    /// A chart about a known centre.
    package init(_ samples: [Sample], centre: Double, dispersion: Double = 1) {
        self.samples = samples
        self.centre = centre
        self.dispersion = max(1, dispersion)
        history = nil
        worth = 1
        limits = samples.map { [dispersion = self.dispersion] sample -> ControlLimits? in
            guard sample.total > 0 else { return nil }
            let expected = Double(sample.total) * min(centre, 1 - centre)
            return dispersion == 1 && expected < Self.leastExpected
                ? ControlLimits(exactCentre: centre, total: sample.total)
                : ControlLimits(centre: centre, total: sample.total, dispersion: dispersion)
        }
    }

    /// σ_z of samples that have items; 1 where the centre is 0 or 1, and with fewer than two.
    package static func dispersion(of samples: [Sample], centre: Double) -> Double {
        guard centre > 0, centre < 1 else { return 1 }
        let scores = samples.compactMap { sample in
            sample.share.map { ($0 - centre) / ControlLimits.standardError(centre: centre, total: sample.total) }
        }
        guard scores.count >= 2 else { return 1 }
        let steps = zip(scores, scores.dropFirst()).map { abs($0.1 - $0.0) }
        return steps.reduce(0, +) / Double(steps.count) / meanRange
    }

    /// Distances from the centre in standard errors (times σ_z), as the Western Electric rules need them; nil where
    /// fewer than five items of either kind are to be expected: such distances are not normal, and a row of spans without
    /// any of a rare kind is nothing unusual.
    package var scores: [Double?] {
        samples.map { sample in
            guard Double(sample.total) * min(centre, 1 - centre) / worth >= Self.leastExpected, let share = sample.share
            else { return nil }
            return (share - centre) / (dispersion * ControlLimits.standardError(centre: centre, total: sample.total))
        }
    }

    /// Indices of samples beyond their limits.
    package var beyond: [Int] {
        samples.indices.filter { index in
            guard let share = samples[index].share, let limits = limits[index] else { return false }
            return share > limits.high || share < limits.low
        }
    }
}
