/// How bright each scan line is next to the transducer, beside the other lines of the same picture.
///
/// Dead elements darken their lines from the face on in every picture of a transducer, but by less than anatomy does in
/// any single one: only a stack of profiles shows them (`DeadElements`). Rows 1–8 % of the polar view, below the ring-down
/// of the first rows and above most anatomy (domain reference §1.12).
package struct NearProfile: Sendable, Codable, Equatable {
    /// Rows of the polar view that count: 1–8 % of 256.
    package static let rows = 3..<21
    /// Fewest valid samples of a line that has a value: half of the rows.
    private static let leastSamples = 9
    /// Fewest lines with a value.
    private static let leastLines = 192
    /// A darker near field (median of the lines, grey) says nothing of its lines.
    private static let leastGrey: Float = 16

    /// For each of the 256 lines its mean grey in hundredths of the median of all lines, 1–255; 0 where it has none.
    package let hundredths: [UInt8]

    /// Reads stored bytes; nil where there is not one for each line.
    package init?(hundredths: [UInt8]) {
        guard hundredths.count == PolarView.lines else { return nil }
        self.hundredths = hundredths
    }

    /// The profile of a picture; nil where too few lines have samples or the near field is dark.
    package init?(_ view: PolarView) {
        let lines = PolarView.lines
        var sums = [UInt32](repeating: 0, count: lines)
        var counts = [UInt32](repeating: 0, count: lines)
        let samples = view.samples.span
        let valid = view.valid.span
        for row in Self.rows {
            let greys = samples.extracting(row * lines..<(row + 1) * lines)
            let flags = valid.extracting(row * lines..<(row + 1) * lines)
            var rowSums = sums.mutableSpan
            var rowCounts = counts.mutableSpan
            for line in 0..<lines {
                let flag = flags[line]
                rowSums[line] &+= UInt32(greys[line] & (0 &- flag))
                rowCounts[line] &+= UInt32(flag)
            }
        }
        var means = [Float](repeating: -1, count: lines)
        var known: [Float] = []
        known.reserveCapacity(lines)
        for line in 0..<lines where counts[line] >= Self.leastSamples {
            means[line] = Float(sums[line]) / Float(counts[line])
            known.append(means[line])
        }
        guard known.count >= Self.leastLines else { return nil }
        known.sort()
        let median = known[known.count / 2]
        guard median >= Self.leastGrey else { return nil }
        hundredths = means.map { $0 < 0 ? 0 : UInt8(max(1, min(255, ($0 / median * 100).rounded()))) }
    }
}
