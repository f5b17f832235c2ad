internal import Foundation

/// Since when the middle of a series is another one.
///
/// A. N. Pettitt, Appl. Statist. 28 (1979) 126–135: Uₜ = 2 · Σ rᵢ (i ≤ t) − t · (n + 1), with mean ranks for equal values; the change lies after the t at which |Uₜ| is
/// largest. No distribution is assumed. A change of the spread alone is not seen.
package struct ChangePoint: Sendable, Equatable {
    /// How many values stand before the change, 1 to n − 1.
    package let before: Int
    /// Chance that a series without a change shows as much or more, 0–1: 2 · exp(−6 K² ÷ (n³ + n²)).
    package let chance: Double

    /// Finds the change in values in the order of time; nil with fewer than two, and where one is not finite.
    package init?(in values: [Double]) {
        guard values.count >= 2, values.allSatisfy(\.isFinite) else { return nil }
        let ranks = Self.meanRanks(values)
        let count = Double(values.count)
        var sum = 0.0
        var best = (before: 1, height: -1.0)
        for index in 0..<values.count - 1 {
            sum += 2 * ranks[index] - (count + 1)
            if abs(sum) > best.height { best = (index + 1, abs(sum)) }
        }
        before = best.before
        chance = min(1, 2 * exp(-6 * best.height * best.height / (count * count * count + count * count)))
    }

    private static func meanRanks(_ values: [Double]) -> [Double] {
        var ranks = [Double](repeating: 0, count: values.count)
        let order = values.indices.sorted { values[$0] < values[$1] }
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for index in order[start..<end] { ranks[index] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }
}
