/// How well several raters agree on items that not every one of them has rated.
///
/// Formulas: domain reference §4.6, after K. L. Gwet, "Handbook of Inter-Rater Reliability", 4th ed. (2014).
package struct PanelAgreement: Sendable {
    /// Raters of one item by category.
    private struct Item {
        let byCategory: [Double]
        let raters: Double
    }

    /// Ordered categories that could be chosen.
    package let categories: Int
    private let items: [Item]
    private var paired: [Item] { items.filter { $0.raters >= 2 } }

    /// One row an item, one place a rater: the category from 0, nil where the rater did not rate it.
    ///
    /// nil where a category lies outside `0..<categories`. Items that nobody rated are left out.
    package init?(_ ratings: [[Int?]], categories: Int) {
        guard categories > 0, ratings.joined().allSatisfy({ $0.map { (0..<categories).contains($0) } ?? true }) else {
            return nil
        }
        self.categories = categories
        items = ratings.compactMap { row in
            let rated = row.compactMap(\.self)
            guard !rated.isEmpty else { return nil }
            var byCategory = [Double](repeating: 0, count: categories)
            for category in rated { byCategory[category] += 1 }
            return Item(byCategory: byCategory, raters: Double(rated.count))
        }
    }

    /// Items that at least two raters rated; without any, nothing can be said of agreement.
    package var pairedItems: Int { paired.count }

    /// Gwet's AC1 (identity) or AC2 with its standard error.
    ///
    /// nil without an item that two raters rated, and below two categories; the error is nil below two items.
    package func gwet(_ weights: AgreementWeights) -> (value: Double, standardError: Double?)? {
        guard categories >= 2, let observed = observed(weights) else { return nil }
        let shares = shares
        let factor = weights.sum(of: categories) / Double(categories * (categories - 1))
        let expected = factor * shares.reduce(0) { $0 + $1 * (1 - $1) }
        let value = (observed - expected) / (1 - expected)
        let count = Double(items.count)
        guard items.count > 1 else { return (value, nil) }
        let scale = count / Double(pairedItems)
        let squares = items.reduce(0) { sum, item in
            let own = item.raters >= 2 ? scale * (agreement(on: item, weights) - expected) / (1 - expected) : 0
            let chance = factor * zip(item.byCategory, shares).reduce(0) { $0 + $1.0 * (1 - $1.1) } / item.raters
            let linear = own - 2 * (1 - value) * (chance - expected) / (1 - expected)
            return sum + (linear - value) * (linear - value)
        }
        return (value, (squares / (count * (count - 1))).squareRoot())
    }

    /// Fleiss' κ, weighted; nil without an item that two raters rated, and where only one category was used.
    package func fleiss(_ weights: AgreementWeights) -> Double? {
        guard let observed = observed(weights) else { return nil }
        return Self.corrected(observed, chance: chance(shares, weights))
    }

    /// Krippendorff's α; nil without an item that two raters rated, and where only one category was used.
    package func krippendorff(_ weights: AgreementWeights) -> Double? {
        let paired = paired
        guard !paired.isEmpty else { return nil }
        let count = Double(paired.count)
        let meanRaters = paired.reduce(0) { $0 + $1.raters } / count
        // An item counts by its raters here, not once.
        let raw = paired.reduce(0) { $0 + agreement(on: $1, weights) * $1.raters / meanRaters } / count
        let pairing = 1 / (count * meanRaters)
        let shares = (0..<categories).map { category in
            paired.reduce(0) { $0 + $1.byCategory[category] } / count / meanRaters
        }
        return Self.corrected((1 - pairing) * raw + pairing, chance: chance(shares, weights))
    }

    /// How much the raters of one item agree: the mean weight over their ordered pairs.
    private func agreement(on item: Item, _ weights: AgreementWeights) -> Double {
        var sum = 0.0
        for category in 0..<categories where item.byCategory[category] > 0 {
            let weighted = (0..<categories).reduce(0) {
                $0 + weights.weight(category, $1, of: categories) * item.byCategory[$1]
            }
            sum += item.byCategory[category] * (weighted - 1)
        }
        return sum / (item.raters * (item.raters - 1))
    }

    private func observed(_ weights: AgreementWeights) -> Double? {
        let paired = paired
        guard !paired.isEmpty else { return nil }
        return paired.reduce(0) { $0 + agreement(on: $1, weights) } / Double(paired.count)
    }

    /// Mean share of each category over the items.
    private var shares: [Double] {
        (0..<categories).map { category in
            items.reduce(0) { $0 + $1.byCategory[category] / $1.raters } / Double(items.count)
        }
    }

    private func chance(_ shares: [Double], _ weights: AgreementWeights) -> Double {
        var sum = 0.0
        for a in shares.indices {
            for b in shares.indices { sum += weights.weight(a, b, of: categories) * shares[a] * shares[b] }
        }
        return sum
    }

    private static func corrected(_ observed: Double, chance: Double) -> Double? {
        1 - chance > 1e-12 ? (observed - chance) / (1 - chance) : nil
    }
}
