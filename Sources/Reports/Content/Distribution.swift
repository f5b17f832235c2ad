/// Quantiles and mean of a set of numbers.
///
/// A quantile is the nearest rank: the smallest number that at least that share of all numbers don't exceed.
/// It is always a number that occurred, and does not depend on whether the numbers came singly or counted.
package struct Distribution: Sendable, Codable, Equatable {
    /// How many numbers.
    package var count: Int
    package var mean: Double
    package var min: Double
    package var p10: Double
    package var p25: Double
    package var p50: Double
    package var p75: Double
    package var p90: Double
    package var p95: Double
    package var max: Double

    /// Sums up single numbers; nil when there are none.
    package init?(_ numbers: some Sequence<Double>) {
        self.init(counted: numbers.map { (number: $0, count: 1) })
    }

    /// Sums up numbers that are already counted, as `GROUP BY` gives them; nil when there are none.
    package init?(counted numbers: [(number: Double, count: Int)]) {
        let sorted = numbers.filter { $0.count > 0 && $0.number.isFinite }.sorted { $0.number < $1.number }
        guard let first = sorted.first, let last = sorted.last else { return nil }
        let total = sorted.reduce(0) { $0 + $1.count }
        func quantile(_ percent: Int) -> Double {
            let rank = Swift.max(1, (percent * total + 99) / 100)
            var seen = 0
            for (number, count) in sorted {
                seen += count
                if seen >= rank { return number }
            }
            return last.number
        }
        count = total
        mean = sorted.reduce(0) { $0 + $1.number * Double($1.count) } / Double(total)
        min = first.number
        p10 = quantile(10)
        p25 = quantile(25)
        p50 = quantile(50)
        p75 = quantile(75)
        p90 = quantile(90)
        p95 = quantile(95)
        max = last.number
    }
}
