/// A 95 % confidence interval of a share, after Wilson's score method.
///
/// Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209–212; z = 1.959964, the normal distribution's 97.5th percentile.
package struct WilsonInterval: Sendable, Codable, Equatable {
    /// 0–1.
    package var low: Double
    /// 0–1.
    package var high: Double

    /// The interval for `count` hits among `total`; nil when there is nothing to take a share of.
    package init?(count: Int, of total: Int) {
        guard total > 0, count >= 0, count <= total else { return nil }
        let z = 1.959963984540054
        let n = Double(total)
        let share = Double(count) / n
        let centre = share + z * z / (2 * n)
        let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        // Rounding leaves ±1e-17 at the ends, where the exact value is 0 or 1.
        low = count == 0 ? 0 : max(0, (centre - half) / scale)
        high = count == total ? 1 : min(1, (centre + half) / scale)
    }
}
