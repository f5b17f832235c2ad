/// A 95 % confidence interval of a share.
package struct ShareInterval: Sendable, Codable, Equatable {
    /// 0–1.
    package var low: Double
    /// 0–1.
    package var high: Double

    /// Two known ends.
    package init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// Wilson's score interval for `count` hits among `total`; nil when there is nothing to take a share of.
    ///
    /// Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212; z = 1.959964, the normal distribution's 97.5th
    /// percentile.
    package init?(wilson count: Int, of total: Int) {
        guard total > 0, count >= 0, count <= total else { return nil }
        self.init(wilson: Double(count) / Double(total), size: Double(total))
    }

    /// Wilson's score interval of a share 0–1 that is worth as much as one of `size` independent items, more than 0.
    ///
    /// Items that are alike within groups are worth fewer than they are: their number is divided by the design effect.
    package init(wilson share: Double, size: Double) {
        let z = NormalQuantile.twoSided95
        let centre = share + z * z / (2 * size)
        let half = z * (share * (1 - share) / size + z * z / (4 * size * size)).squareRoot()
        let scale = 1 + z * z / size
        // Rounding leaves ±1e-17 at the ends, where the exact value is 0 or 1.
        low = share <= 0 ? 0 : max(0, (centre - half) / scale)
        high = share >= 1 ? 1 : min(1, (centre + half) / scale)
    }

    /// The interval of the second share minus the first, −1 to 1, out of the Wilson intervals of both.
    ///
    /// Method 10 of R. G. Newcombe, Stat. Med. 17 (1998) 873–890; sizes as in `init(wilson:size:)`.
    package init(
        newcombe first: (share: Double, size: Double),
        _ second: (share: Double, size: Double)
    ) {
        let one = ShareInterval(wilson: first.share, size: first.size)
        let two = ShareInterval(wilson: second.share, size: second.size)
        func length(_ one: Double, _ two: Double) -> Double { (one * one + two * two).squareRoot() }
        let difference = second.share - first.share
        low = max(-1, difference - length(second.share - two.low, one.high - first.share))
        high = min(1, difference + length(two.high - second.share, first.share - one.low))
    }

    /// The exact interval of Clopper and Pearson; nil when there is nothing to take a share of.
    ///
    /// Never covers less than `confidence`, whatever the true share is. Its ends are quantiles of beta distributions:
    /// C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413.
    package init?(exact count: Int, of total: Int, confidence: Double = 0.95) {
        guard total > 0, count >= 0, count <= total, confidence > 0, confidence < 1 else { return nil }
        let tail = (1 - confidence) / 2
        let (hits, misses) = (Double(count), Double(total - count))
        low = count == 0 ? 0 : BetaDistribution(a: hits, b: misses + 1).quantile(of: tail)
        high = count == total ? 1 : BetaDistribution(a: hits + 1, b: misses).quantile(of: 1 - tail)
    }

    /// The same for a share, 0–1, of a number of items that need not be whole; nil where there are none.
    package init?(exact share: Double, of items: Double, confidence: Double) {
        guard items > 0, share >= 0, share <= 1, confidence > 0, confidence < 1 else { return nil }
        let tail = (1 - confidence) / 2
        let (hits, misses) = (share * items, (1 - share) * items)
        low = hits > 0 ? BetaDistribution(a: hits, b: misses + 1).quantile(of: tail) : 0
        high = misses > 0 ? BetaDistribution(a: hits + 1, b: misses).quantile(of: 1 - tail) : 1
    }
}

/// Percentiles of the normal distribution.
package enum NormalQuantile {
    /// The 97.5th.
    package static let twoSided95 = 1.959963984540054
}
