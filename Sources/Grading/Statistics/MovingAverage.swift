internal import Foundation

/// An exponentially weighted moving average of shares: sees small lasting shifts that a p-chart misses.
///
/// z_t = λ x_t + (1 − λ) z_{t−1}, z₀ = p₀; limits p₀ ± L σ_z,t with σ_z,t² = λ² σ_t² + (1 − λ)² σ_z,t−1², which for equal n is
/// σ² λ ÷ (2 − λ) · (1 − (1 − λ)^{2t}) (S. W. Roberts, Technometrics 1 (1959) 239–250; domain reference §4.3).
package struct MovingAverage: Sendable, Equatable {
    /// λ that is used where nothing else is said.
    package static let weight = 0.2
    /// L that is used where nothing else is said.
    package static let width = 3.0

    /// One a sample that has items: the average and its limits, 0–1.
    package struct Step: Sendable, Equatable {
        /// Index among all samples.
        package let index: Int
        package let value: Double
        package let low: Double
        package let high: Double

        /// Whether the average is beyond a limit.
        package var isBeyond: Bool { value > high || value < low }
    }

    package let steps: [Step]

    /// The average of samples about a known centre; spans without items are passed over.
    ///
    /// - Parameters:
    ///   - centre: p₀, 0–1.
    ///   - dispersion: σ_z of Laney's p′-chart.
    package init(
        _ samples: [ProportionChart.Sample],
        centre: Double,
        dispersion: Double = 1,
        weight: Double = Self.weight,
        width: Double = Self.width
    ) {
        var (value, variance) = (centre, 0.0)
        var steps: [Step] = []
        for (index, sample) in samples.enumerated() {
            guard let share = sample.share else { continue }
            let error = dispersion * ControlLimits.standardError(centre: centre, total: sample.total)
            value = weight * share + (1 - weight) * value
            variance = weight * weight * error * error + (1 - weight) * (1 - weight) * variance
            let half = width * variance.squareRoot()
            steps.append(Step(index: index, value: value, low: max(0, centre - half), high: min(1, centre + half)))
        }
        self.steps = steps
    }
}
