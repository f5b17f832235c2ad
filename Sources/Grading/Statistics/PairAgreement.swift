/// How well two raters agree on the same items, from the table of their categories.
///
/// Formulas: domain reference §4.6; J. Cohen, Psychol. Bull. 70 (1968) 213–220; K. L. Gwet, "Handbook of Inter-Rater
/// Reliability", 4th ed. (2014), and for the standard error Br. J. Math. Stat. Psychol. 61 (2008) 29–48.
package struct PairAgreement: Sendable {
    /// `table[a][b]`: items that the first rater put in category `a` and the second in `b`.
    package let table: [[Int]]
    /// Items that both rated.
    package let count: Int
    private let total: Double
    private let first: [Double]
    private let second: [Double]

    /// Reads a square table of counts; nil where it is not square, has a negative count, or no item.
    package init?(_ table: [[Int]]) {
        guard table.allSatisfy({ $0.count == table.count && $0.allSatisfy { $0 >= 0 } }) else { return nil }
        let count = table.reduce(0) { $0 + $1.reduce(0, +) }
        guard count > 0 else { return nil }
        let total = Double(count)
        self.table = table
        self.count = count
        self.total = total
        first = table.map { Double($0.reduce(0, +)) / total }
        second = table.indices.map { column in Double(table.reduce(0) { $0 + $1[column] }) / total }
    }

    /// Items on which both say the same.
    package var agreeing: Int { table.indices.reduce(0) { $0 + table[$1][$1] } }

    /// Their share, 0–1.
    package var share: Double { Double(agreeing) / total }

    /// The share's 95 % interval, Wilson.
    package var interval: ShareInterval? { ShareInterval(wilson: agreeing, of: count) }

    /// Cohen's κ, weighted.
    ///
    /// nil where chance alone would agree fully: both raters used one and the same category only.
    package func kappa(_ weights: AgreementWeights) -> Double? {
        var expected = 0.0
        for a in table.indices {
            for b in table.indices { expected += weights.weight(a, b, of: table.count) * first[a] * second[b] }
        }
        // Sums of shares miss 1 by their rounding only.
        guard 1 - expected > 1e-12 else { return nil }
        return (observed(weights) - expected) / (1 - expected)
    }

    /// Gwet's AC1 (identity) or AC2 with its standard error.
    ///
    /// It stays near the observed agreement where nearly all items are of one category, where κ falls to nothing. nil
    /// below two categories; the error is nil below two items.
    package func gwet(_ weights: AgreementWeights) -> (value: Double, standardError: Double?)? {
        let categories = table.count
        guard categories >= 2 else { return nil }
        let shares = zip(first, second).map { ($0 + $1) / 2 }
        let factor = weights.sum(of: categories) / Double(categories * (categories - 1))
        let expected = factor * shares.reduce(0) { $0 + $1 * (1 - $1) }
        let value = (observed(weights) - expected) / (1 - expected)
        guard count > 1 else { return (value, nil) }
        var squares = 0.0
        for a in table.indices {
            for b in table.indices where table[a][b] > 0 {
                let own = (weights.weight(a, b, of: categories) - expected) / (1 - expected)
                let chance = factor * (2 - shares[a] - shares[b]) / 2
                let linear = own - 2 * (1 - value) * (chance - expected) / (1 - expected)
                squares += Double(table[a][b]) * (linear - value) * (linear - value)
            }
        }
        return (value, (squares / (total * (total - 1))).squareRoot())
    }

    /// Weighted observed agreement.
    private func observed(_ weights: AgreementWeights) -> Double {
        var sum = 0.0
        for a in table.indices {
            for b in table.indices { sum += weights.weight(a, b, of: table.count) * Double(table[a][b]) }
        }
        return sum / total
    }
}
