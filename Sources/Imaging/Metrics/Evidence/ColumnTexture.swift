/// Whether all columns of blocks have the texture of the picture: lines without contact show noise, stripes or nothing.
package struct ColumnTexture: Sendable {
    /// How little the two quietest neighbours among the columns change with depth: the greater of their roughnesses over the
    /// median column's.
    ///
    /// Roughness: standard deviation of the differences of block means between successive bands. 1 where all are alike.
    package let quietest: Double
    /// The least correlation of a column's neighbouring lines over the median column's, from 0.05 on.
    ///
    /// Correlation: 1 − D(1)/D(4), D(n) the mean squared difference of samples n lines apart; the median over a column's
    /// blocks. Speckle is wider than a line, noise is not.
    package let leastCorrelation: Double
    /// The columns with less than half of the median column's correlation, 0–31, from the left.
    let uncorrelated: [Int]
    /// What counts as correlation of the median column, and as share of it, at least.
    private static let leastUsual: Float = 0.1
    private static let leastShare: Float = 0.05
    /// Bands that are looked at.
    private static let bands = 4..<30

    /// Walks over every second row of the view; nil when fewer than 12 of the 32 columns can be judged.
    package init?(view: PolarView, polar: PolarStatistics) {
        let side = PolarStatistics.bands
        var roughness: [Float] = []
        var steps: [Float] = []
        roughness.reserveCapacity(side)
        steps.reserveCapacity(Self.bands.count)
        for column in 0..<side {
            steps.removeAll(keepingCapacity: true)
            for band in Self.bands.dropLast() {
                let (above, below) = (polar.blocks[band * side + column], polar.blocks[(band + 1) * side + column])
                if above.count >= 32, below.count >= 32 { steps.append(below.mean - above.mean) }
            }
            guard steps.count >= 6 else { continue }
            let mean = steps.reduce(0, +) / Float(steps.count)
            let variance = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(steps.count)
            roughness.append(variance.squareRoot())
        }
        let byColumn = Self.correlations(view: view)
        let correlations = byColumn.compactMap(\.self)
        guard roughness.count >= 12, correlations.count >= 12, let usual = median(roughness),
            let usualCorrelation = median(correlations),
            let quiet = zip(roughness, roughness.dropFirst()).map(max).min(),
            let least = correlations.min()
        else { return nil }
        quietest = Double(quiet / max(2, usual))
        uncorrelated = byColumn.indices.filter { column in byColumn[column].map { $0 < usualCorrelation / 2 } ?? false }
        leastCorrelation = Double(max(Self.leastShare, least / max(Self.leastUsual, usualCorrelation)))
    }
    /// One correlation a column (32); nil where it has fewer than six blocks.
    private static func correlations(view: PolarView) -> [Float?] {
        let side = PolarStatistics.bands
        let step = PolarStatistics.step
        // One list for all columns, each with room for as many as there are bands.
        var found = [Float](repeating: 0, count: side * bands.count)
        var counts = [Int](repeating: 0, count: side)
        var nearSums = [(squares: UInt32, pairs: UInt32)](repeating: (0, 0), count: side)
        var farSums = nearSums
        var row = PolarRow()
        for band in bands {
            var near = LagSums(lag: 1)
            var far = LagSums(lag: 4)
            for depth in stride(from: band * step, to: (band + 1) * step, by: 2) {
                row.read(view, depth: depth)
                near.add(row)
                far.add(row)
            }
            near.write(to: &nearSums)
            far.write(to: &farSums)
            for column in 0..<side {
                let (near, far) = (nearSums[column], farSums[column])
                guard near.pairs >= 16, far.pairs >= 16 else { continue }
                let first = Float(near.squares) / Float(near.pairs)
                let second = Float(far.squares) / Float(far.pairs)
                found[column * bands.count + counts[column]] = 1 - first / max(1, second)
                counts[column] += 1
            }
        }
        return (0..<side).map { column in
            let first = column * bands.count
            return counts[column] < 6 ? nil : quantile(found.span.extracting(first..<first + counts[column]), 0.5)
        }
    }
    /// Squared differences between samples some lines apart, summed over the rows of a band, line by line.
    private struct LagSums {
        private static let groups = PolarView.lines / 16
        private let lag: Int
        /// Sums of each two neighbouring lines.
        private var squares = InlineArray<16, SIMD8<UInt32>>(repeating: .zero)
        private var pairs = InlineArray<16, SIMD16<UInt8>>(repeating: .zero)

        init(lag: Int) { self.lag = lag }

        mutating func add(_ row: borrowing PolarRow) {
            for group in 0..<Self.groups {
                let (square, both) = row.squaredDifferences(lag: lag, from: 16 &* group)
                squares[group] &+= square
                pairs[group] &+= both
            }
        }

        /// Over the eight lines of each column of blocks.
        func write(to sums: inout [(squares: UInt32, pairs: UInt32)]) {
            // Spans, because a subscript of a stored inline array copies it.
            let (squares, pairs) = (squares.span, pairs.span)
            for column in 0..<min(sums.count, 2 * Self.groups) {
                let (square, both) = (squares[column / 2], unsafeBitCast(pairs[column / 2], to: SIMD2<UInt64>.self))
                // Counts of at most 8 · 4: each byte is added to the highest one.
                let known = (both[column % 2] &* 0x0101_0101_0101_0101) &>> 56
                let half = column % 2 == 0 ? square.lowHalf : square.highHalf
                sums[column] = (half.wrappedSum(), UInt32(truncatingIfNeeded: known))
            }
        }
    }
}
