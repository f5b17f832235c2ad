internal import Imaging

/// A 95 % percentile interval by resampling whole clusters with replacement.
///
/// B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 13 and 8: what belongs together, the
/// pictures of an exam or the spoiled copies of a picture, is drawn together. The same seed gives the same interval.
package struct ResampledInterval: Sendable, Codable, Equatable {
    /// The 2.5th percentile.
    package var low: Double
    /// The 97.5th percentile.
    package var high: Double

    /// Two known ends.
    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Resamples `clusters` clusters `rounds` times.
    ///
    /// - Parameters:
    ///   - clusters: How many there are.
    ///   - rounds: How often they are drawn.
    ///   - seed: Seed of the draws.
    ///   - statistic: The statistic when cluster `c` counts `times[c]` times; nil where it is not defined.
    /// - Returns: nil below two clusters, below 40 rounds, and where more than a tenth of the draws has no value.
    package init?(
        clusters: Int,
        rounds: Int = 1000,
        seed: UInt64,
        _ statistic: (_ times: [Int]) -> Double?
    ) {
        guard clusters >= 2, rounds >= 40 else { return nil }
        var source = SplitMix64(seed: seed)
        var values: [Double] = []
        for _ in 0..<rounds {
            var times = [Int](repeating: 0, count: clusters)
            for _ in 0..<clusters { times[Int(source.next().multipliedFullWidth(by: UInt64(clusters)).high)] += 1 }
            if let value = statistic(times), value.isFinite { values.append(value) }
        }
        guard values.count * 10 >= rounds * 9 else { return nil }
        values.sort()
        let tail = Int(0.025 * Double(values.count))
        low = values[tail]
        high = values[values.count - 1 - tail]
    }
}
