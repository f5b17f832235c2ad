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
    /// What the brighter lines show in each band: the 70th percentile of the known cells' means, 0 without any, and how
    /// many cells are known.
    let brighter: [(mean: Float, cells: Int)]
    /// The blocks.
    package let blocks: [Block]
    /// Sum over each row of squared differences between lines two apart, and how many pairs.
    package let nearDifferences: [(sum: UInt32, count: UInt32)]
    /// The same between lines eight apart.
    package let farDifferences: [(sum: UInt32, count: UInt32)]

    /// Valid samples that a cell needs.
    static let fewestOfCell: UInt8 = 4

    /// Walks over the view once.
    package init(view: PolarView) {
        let depths = PolarView.depths
        let lines = PolarView.lines
        let bands = Self.bands
        var levels = LevelCounts()
        var counts = [UInt8](repeating: 0, count: bands * lines)
        var means = [Float](repeating: 0, count: bands * lines)
        var blocks: [Block] = []
        blocks.reserveCapacity(bands * bands)
        var rowMeans: [Float?] = []
        var near: [(sum: UInt32, count: UInt32)] = []
        var far: [(sum: UInt32, count: UInt32)] = []
        rowMeans.reserveCapacity(depths)
        near.reserveCapacity(depths)
        far.reserveCapacity(depths)
        var row = PolarRow()
        var invalid = 0
        for band in 0..<bands {
            var sums = BandSums()
            for depth in band * Self.step..<(band + 1) * Self.step {
                row.read(view, depth: depth)
                levels.add(row.samples.span.bytes.extracting(0..<lines))
                let (sum, count) = sums.add(row)
                invalid += lines - Int(count)
                rowMeans.append(count < 26 ? nil : Float(sum) / Float(count))
                near.append(row.squaredDifferences(lag: 2))
                far.append(row.squaredDifferences(lag: 8))
            }
            sums.write(&counts, &means, &blocks, band: band)
        }
        // What is not valid was counted as black.
        var levelCounts = levels.counts
        levelCounts[0] -= invalid
        histogram = GreyHistogram(counts: levelCounts)
        self.rowMeans = rowMeans
        nearDifferences = near
        farDifferences = far
        brighter = Self.brighter(means: means, counts: counts)
        cellCounts = counts
        cellMeans = means
        self.blocks = blocks
    }

    private static func brighter(means: [Float], counts: [UInt8]) -> [(mean: Float, cells: Int)] {
        let lines = PolarView.lines
        let (means, counts) = (means.span, counts.span)
        var known = [Float](repeating: 0, count: lines)
        return (0..<bands).map { band in
            var cells = 0
            var target = known.mutableSpan
            for line in 0..<lines {
                // Written over by the next one where the cell is not known.
                target[cells] = means[band &* lines &+ line]
                cells &+= counts[band &* lines &+ line] >= fewestOfCell ? 1 : 0
            }
            return (quantile(known.span.extracting(0..<cells), 0.7) ?? 0, cells)
        }
    }

    /// Mean of cell (band, line), nil when fewer than 4 of its 8 samples are valid.
    package func cell(band: Int, line: Int) -> Float? {
        let index = band * PolarView.lines + line
        return cellCounts[index] < Self.fewestOfCell ? nil : cellMeans[index]
    }
}
