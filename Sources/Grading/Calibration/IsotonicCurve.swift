/// The probability that a picture needs correction, as steps that never rise with the score.
///
/// Pool-adjacent-violators (Ayer et al., Ann. Math. Stat. 26 (1955) 641–647), weighted: the closest such steps in the
/// sense of least squares. It follows any shape, so it needs many labels (domain reference §4.7: 1,000).
package struct IsotonicCurve: Sendable, Codable, Equatable {
    /// A stretch of scores with one probability.
    package struct Step: Sendable, Codable, Equatable {
        /// The smallest score of it.
        package let from: Double
        /// 0–1.
        package let probability: Double
    }

    /// Scores rising, probabilities falling; at least one.
    package let steps: [Step]

    /// Fits; nil without cases.
    package init?(fitting cases: [CalibrationCase]) {
        guard !cases.isEmpty else { return nil }
        struct Pool {
            var from: Double
            var weight: Double
            var positive: Double
            var share: Double { positive / weight }
        }
        var pools: [Pool] = []
        for item in cases.sorted(by: { $0.score < $1.score }) {
            let positive = item.needsCorrection ? item.weight : 0
            // Equal scores cannot be told apart.
            if let last = pools.last, last.from == item.score {
                pools[pools.count - 1].weight += item.weight
                pools[pools.count - 1].positive += positive
            } else {
                pools.append(Pool(from: item.score, weight: item.weight, positive: positive))
            }
        }
        var falling: [Pool] = []
        for pool in pools {
            falling.append(pool)
            while falling.count > 1, falling[falling.count - 2].share <= falling[falling.count - 1].share {
                let upper = falling.removeLast()
                falling[falling.count - 1].weight += upper.weight
                falling[falling.count - 1].positive += upper.positive
            }
        }
        steps = falling.map { Step(from: $0.from, probability: $0.share) }
    }

    /// 0–1; below the first step as on it.
    package func probability(of score: Double) -> Double {
        steps.last { $0.from <= score }?.probability ?? steps[0].probability
    }
}
