internal import Foundation

/// How far a figure's distribution has moved from a reference: the population stability index,
/// Σ (aᵢ − eᵢ) · ln(aᵢ / eᵢ) over bins that hold a tenth of the reference each (domain reference §4.7).
///
/// Shares are (count + ½) ÷ (n + ½ · bins), so that an empty bin is no infinity (Jeffreys' prior). From .1 on a figure is
/// to be watched, from .25 on what was learned from the reference no longer fits. With few values chance alone gives
/// more than that: where nothing has moved, the index ÷ (1/m + 1/n) is χ² distributed with bins − 1 degrees of freedom
/// (B. Yurdakul & J. Naranjo, J. Risk Model Valid. 14 (2020) 89–100), so an index counts only beyond what chance gives.
package struct PopulationStability: Sendable, Equatable {
    /// How far it has moved.
    package enum Verdict: String, Sendable, Codable, Equatable {
        /// Less than .1, or no more than chance gives.
        case steady
        /// From .1 on.
        case watch
        /// From .25 on.
        case moved
    }

    /// Fewest values on each side: five a bin.
    package static let leastValues = 50
    /// Bins where no values are equal.
    package static let mostBins = 10
    /// Index from which a figure is watched.
    package static let watchLimit = 0.1
    /// Index from which a reference no longer fits.
    package static let movedLimit = 0.25
    /// χ² that chance exceeds once in 10 000 times, for 1 to 9 degrees of freedom: some dozens of metrics are looked at on
    /// every device, and an alarm for nothing costs a technician's visit.
    private static let quantiles = [15.1367, 18.4207, 21.1075, 23.5127, 25.7448, 27.8563, 29.8775, 31.8276, 33.7199]

    /// 0 where nothing has moved; has no upper end.
    package let index: Double
    /// 2–10.
    package let bins: Int
    /// The index that chance alone exceeds once in 10 000 times.
    package let chance: Double

    /// Compares values with a reference; nil with fewer than 50 finite values on either side.
    ///
    /// - Parameter independent: how many values of the reference and of the others are independent of each other: not
    ///   more than exams, since the pictures of one exam resemble each other. nil takes every value for it.
    package init?(of values: [Double], reference: [Double], independent: (reference: Int, values: Int)? = nil) {
        let sorted = reference.filter(\.isFinite).sorted()
        let current = values.filter(\.isFinite)
        guard sorted.count >= Self.leastValues, current.count >= Self.leastValues else { return nil }
        // The smallest value that so many tenths of the reference do not exceed; equal ones make one border.
        var borders: [Double] = []
        for tenth in 1..<Self.mostBins {
            let border = sorted[(tenth * sorted.count + Self.mostBins - 1) / Self.mostBins - 1]
            if borders.last != border { borders.append(border) }
        }
        let bins = borders.count + 1
        func shares(_ values: [Double]) -> [Double] {
            var counts = [Int](repeating: 0, count: bins)
            for value in values { counts[borders.firstIndex { value <= $0 } ?? borders.count] += 1 }
            return counts.map { (Double($0) + 0.5) / (Double(values.count) + 0.5 * Double(bins)) }
        }
        index = zip(shares(current), shares(sorted)).reduce(0) { sum, pair in
            sum + (pair.0 - pair.1) * log(pair.0 / pair.1)
        }
        self.bins = bins
        let first = max(1, min(sorted.count, independent?.reference ?? sorted.count))
        let second = max(1, min(current.count, independent?.values ?? current.count))
        chance = Self.quantiles[bins - 2] * (1 / Double(first) + 1 / Double(second))
    }

    /// What is to be made of it.
    package var verdict: Verdict {
        guard index > chance else { return .steady }
        return index >= Self.movedLimit ? .moved : index >= Self.watchLimit ? .watch : .steady
    }
}
