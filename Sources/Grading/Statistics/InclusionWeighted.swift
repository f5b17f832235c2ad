/// Estimates from items that were drawn with different known probabilities (domain reference §4.5).
///
/// Horvitz and Thompson, J. Am. Stat. Assoc. 47 (1952) 663–685; J. Hájek in "Foundations of Statistical Inference" (1971).
package struct InclusionWeighted: Sendable {
    /// A drawn item.
    package struct Item: Sendable {
        package var value: Double
        /// With which probability it was to be drawn, above 0 up to 1.
        package var probability: Double

        /// A drawn item.
        package init(value: Double, probability: Double) {
            self.value = value
            self.probability = probability
        }
    }

    private let items: [Item]

    /// Drawn items; nil where a probability is not above 0 and at most 1.
    package init?(_ items: [Item]) {
        guard items.allSatisfy({ $0.probability > 0 && $0.probability <= 1 }) else { return nil }
        self.items = items
    }

    /// Σ y ÷ π: the total over all items, drawn or not; 0 where nothing was drawn.
    package var total: Double { items.reduce(0) { $0 + $1.value / $1.probability } }

    /// Σ 1 ÷ π: how many items there seem to be.
    package var size: Double { items.reduce(0) { $0 + 1 / $1.probability } }

    /// Hájek's mean, Σ (y ÷ π) ÷ Σ (1 ÷ π); nil where nothing was drawn.
    package var mean: Double? { items.isEmpty ? nil : total / size }
}
