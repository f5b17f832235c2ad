/// One pass over the polar view: the histogram, and means over depth bands and blocks.
///
/// A *band* is 8 rows (1/32 of the depth). A *cell* is one band of one scan line: `cellMeans` has `bands` rows ×
/// 256 columns. A *block* is 8 × 8 samples: `blocks` has `bands` rows × `bands` columns. All row-major, depth
/// downwards. Only valid samples count.
package struct PolarStatistics: Sendable {
    /// Depth bands, and blocks across.
    package static let bands = 32
    /// Rows of a band; lines of a block.
    package static let step = 8

    /// 8 × 8 samples together.
    package struct Block: Sendable, Equatable {
        /// Valid samples, 0–64.
        package var count: Int
        /// Mean grey; 0 when there is no valid sample.
        package var mean: Float
        /// Variance of the grey values.
        package var variance: Float
    }

    /// Grey levels of all valid samples.
    package let histogram: GreyHistogram
    /// Mean of each row (256); nil when fewer than 26 of its samples (10 %) are valid.
    package let rowMeans: [Float?]
    /// Valid samples of each cell, 0–8.
    package let cellCounts: [UInt8]
    /// Mean of each cell; 0 where nothing is valid.
    package let cellMeans: [Float]
    /// The blocks.
    package let blocks: [Block]
    /// Sum over each row of squared differences between lines two apart, and how many pairs.
    package let nearDifferences: [(sum: UInt32, count: UInt32)]
    /// The same between lines eight apart.
    package let farDifferences: [(sum: UInt32, count: UInt32)]

    /// Walks over the view once.
    package init(view: PolarView) {
        let depths = PolarView.depths
        let lines = PolarView.lines
        let bands = Self.bands
        // Two tables in turn, so that runs of one grey level do not wait for their own store; bins 256… take what is not valid.
        var even = [UInt32](repeating: 0, count: 512)
        var odd = [UInt32](repeating: 0, count: 512)
        var sums: [UInt32] = []
        var squares: [UInt32] = []
        var counts: [UInt8] = []
        sums.reserveCapacity(bands * lines)
        squares.reserveCapacity(bands * lines)
        counts.reserveCapacity(bands * lines)
        var bandSums = [UInt32](repeating: 0, count: lines)
        var bandSquares = [UInt32](repeating: 0, count: lines)
        var bandCounts = [UInt8](repeating: 0, count: lines)
        var rowMeans: [Float?] = []
        var near: [(sum: UInt32, count: UInt32)] = []
        var far: [(sum: UInt32, count: UInt32)] = []
        rowMeans.reserveCapacity(depths)
        near.reserveCapacity(depths)
        far.reserveCapacity(depths)
        let samples = view.samples.span
        let valid = view.valid.span
        for depth in 0..<depths {
            let row = samples.extracting(depth * lines..<(depth + 1) * lines)
            let flags = valid.extracting(depth * lines..<(depth + 1) * lines)
            var evenBins = even.mutableSpan
            var oddBins = odd.mutableSpan
            var line = 0
            while line < lines {
                let first = Int(row[line]) &+ (Int(flags[line] ^ 1) &<< 8)
                let second = Int(row[line &+ 1]) &+ (Int(flags[line &+ 1] ^ 1) &<< 8)
                evenBins[first] &+= 1
                oddBins[second] &+= 1
                line &+= 2
            }
            var cellSums = bandSums.mutableSpan
            var cellSquares = bandSquares.mutableSpan
            var cellCounts = bandCounts.mutableSpan
            var rowSum: UInt32 = 0
            var rowCount: UInt32 = 0
            for line in 0..<lines {
                let flag = flags[line]
                let grey = UInt32(row[line] & (0 &- flag))
                cellSums[line] &+= grey
                cellSquares[line] &+= grey &* grey
                cellCounts[line] &+= flag
                rowSum &+= grey
                rowCount &+= UInt32(flag)
            }
            rowMeans.append(rowCount < 26 ? nil : Float(rowSum) / Float(rowCount))
            near.append(Self.squaredDifferences(row, flags, lag: 2))
            far.append(Self.squaredDifferences(row, flags, lag: 8))
            if depth % Self.step == Self.step - 1 {
                sums += bandSums
                squares += bandSquares
                counts += bandCounts
                for line in 0..<lines {
                    bandSums[line] = 0
                    bandSquares[line] = 0
                    bandCounts[line] = 0
                }
            }
        }
        histogram = GreyHistogram(counts: (0..<256).map { Int(even[$0]) + Int(odd[$0]) })
        self.rowMeans = rowMeans
        nearDifferences = near
        farDifferences = far
        cellCounts = counts
        cellMeans = zip(sums, counts).map { $1 == 0 ? 0 : Float($0) / Float($1) }
        blocks = (0..<bands * bands).map { index in
            let start = (index / bands) * lines + (index % bands) * Self.step
            var count = 0
            var sum: UInt32 = 0
            var square: UInt32 = 0
            for cell in start..<start + Self.step {
                count &+= Int(counts[cell])
                sum &+= sums[cell]
                square &+= squares[cell]
            }
            guard count > 0 else { return Block(count: 0, mean: 0, variance: 0) }
            let mean = Float(sum) / Float(count)
            return Block(count: count, mean: mean, variance: max(0, Float(square) / Float(count) - mean * mean))
        }
    }

    /// Mean of cell (band, line), nil when fewer than 4 of its 8 samples are valid.
    package func cell(band: Int, line: Int) -> Float? {
        let index = band * PolarView.lines + line
        return cellCounts[index] < 4 ? nil : cellMeans[index]
    }

    private static func squaredDifferences(
        _ row: Span<UInt8>,
        _ flags: Span<UInt8>,
        lag: Int
    ) -> (sum: UInt32, count: UInt32) {
        let pairs = row.count - lag
        let left = row.extracting(0..<pairs)
        let right = row.extracting(lag..<row.count)
        let leftFlags = flags.extracting(0..<pairs)
        let rightFlags = flags.extracting(lag..<row.count)
        var sum: UInt32 = 0
        var count: UInt32 = 0
        for index in 0..<pairs {
            let both = leftFlags[index] & rightFlags[index]
            let difference = (Int32(left[index]) &- Int32(right[index])) &* Int32(both)
            sum &+= UInt32(truncatingIfNeeded: difference &* difference)
            count &+= UInt32(both)
        }
        return (sum, count)
    }
}
