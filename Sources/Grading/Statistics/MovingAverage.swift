/// An exponentially weighted moving average of shares: sees small lasting shifts that a p-chart misses.
///
/// z_t = λ x_t + (1 − λ) z_{t−1}, z₀ = p₀; limits p₀ ± L σ_z,t with σ_z,t² = λ² σ_t² + (1 − λ)² σ_z,t−1², which for equal n is
/// σ² λ ÷ (2 − λ) · (1 − (1 − λ)^{2t}) (S. W. Roberts, Technometrics 1 (1959) 239–250; domain reference §4.3).
/// A centre that was estimated from n items adds its own (1 − (1 − λ)^t)² σ_z² p̃(1 − p̃) ÷ n to the variance, and p̃ is then
/// (x + ½) ÷ (n + 1), which is never 0 or 1.
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
        /// Fewest items of either kind that are to be expected in what the average remembers.
        ///
        /// As many as a single span would need to be as skewed: p (Σ w² ÷ n)³ ÷ (Σ w³ ÷ n²)², less by σ_z².
        package let expected: Double

        /// Whether the limits may be believed: below five expected items the average is too skewed for them.
        package var isFirm: Bool { expected >= ProportionChart.leastExpected }

        /// Whether the average is beyond a limit.
        package var isBeyond: Bool { value > high || value < low }
    }

    package let steps: [Step]

    /// The average of a chart's samples about its centre, as wide as its history and the likeness of its items ask for.
    package init(_ chart: ProportionChart) {
        self.init(
            chart.samples,
            centre: chart.centre,
            dispersion: max(chart.dispersion, chart.worth.squareRoot()),
            history: chart.history
        )
    }

    /// The average of samples about a known centre; spans without items are passed over.
    ///
    /// - Parameters:
    ///   - centre: p₀, 0–1.
    ///   - dispersion: σ_z of Laney's p′-chart.
    ///   - history: what the centre was estimated from; nil where it is known.
    package init(
        _ samples: [ProportionChart.Sample],
        centre: Double,
        dispersion: Double = 1,
        history: ProportionChart.Sample? = nil,
        weight: Double = Self.weight,
        width: Double = Self.width
    ) {
        let likely = history.map { (Double($0.count) + 0.5) / (Double($0.total) + 1) } ?? centre
        let doubt = history.map { dispersion * ControlLimits.standardError(centre: likely, total: $0.total) } ?? 0
        // Σ w² ÷ n and Σ w³ ÷ n² of what the average is made of, and what is left of the centre in it.
        var (value, squares, cubes, start) = (centre, 0.0, 0.0, 1.0)
        var steps: [Step] = []
        for (index, sample) in samples.enumerated() {
            guard let share = sample.share else { continue }
            let (kept, items) = (1 - weight, Double(sample.total))
            value = weight * share + kept * value
            squares = weight * weight / items + kept * kept * squares
            cubes = weight * weight * weight / (items * items) + kept * kept * kept * cubes
            start *= kept
            let own = dispersion * dispersion * likely * (1 - likely) * squares
            let half = width * (own + (1 - start) * (1 - start) * doubt * doubt).squareRoot()
            let remembered = cubes > 0 ? squares * squares * squares / (cubes * cubes) : 0
            steps.append(
                Step(
                    index: index,
                    value: value,
                    low: max(0, centre - half),
                    high: min(1, centre + half),
                    expected: min(likely, 1 - likely) * remembered / (dispersion * dispersion)
                )
            )
        }
        self.steps = steps
    }
}
