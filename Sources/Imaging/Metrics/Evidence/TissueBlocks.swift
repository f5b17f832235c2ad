/// Which of the 32 × 32 blocks of the polar view hold tissue, not lumen, shadow or void.
///
/// A block is tissue when at least half of its samples are valid and its mean is above `threshold`: 12 grey over
/// black, or half of what the brightest tenth of the blocks has where the whole picture is darker than that. So an
/// under-gained picture still has tissue to speak of.
package struct TissueBlocks: Sendable {
    /// One flag a block, shape of `PolarStatistics.blocks`.
    package let flags: [Bool]
    /// How many are tissue.
    package let count: Int
    /// Mean grey above which a block is tissue.
    package let threshold: Float
    /// Means of the blocks that are half valid and more, row by row.
    let means: [Float]
    /// Means and standard deviations of the tissue blocks, row by row.
    let tissueMeans: [Float]
    let tissueDeviations: [Float]
    /// Median of `tissueMeans`; nil without tissue.
    let middle: Float?

    /// Sorts the blocks.
    package init(polar: PolarStatistics, levels: ScreenLevels) {
        let black = Float(levels.black)
        var means: [Float] = []
        means.reserveCapacity(polar.blocks.count)
        for block in polar.blocks where block.count >= 32 { means.append(block.mean) }
        let bright = ranked(means.count * 9 / 10, of: means) ?? black
        let threshold = black + min(12, max(1, (bright - black) / 2))
        self.threshold = threshold
        self.means = means
        var flags = [Bool](repeating: false, count: polar.blocks.count)
        var (tissueMeans, tissueDeviations): ([Float], [Float]) = ([], [])
        tissueMeans.reserveCapacity(polar.blocks.count)
        tissueDeviations.reserveCapacity(polar.blocks.count)
        for (index, block) in polar.blocks.enumerated() where block.count >= 32 && block.mean > threshold {
            flags[index] = true
            tissueMeans.append(block.mean)
            tissueDeviations.append(block.variance.squareRoot())
        }
        self.flags = flags
        self.tissueMeans = tissueMeans
        self.tissueDeviations = tissueDeviations
        count = tissueMeans.count
        middle = median(tissueMeans)
    }

    /// Tissue, and the blocks that lie between tissue blocks of their own row or their own column.
    package var hull: [Bool] {
        let side = PolarStatistics.bands
        var hull = [Bool](repeating: false, count: flags.count)
        for fixed in 0..<side {
            let row = fixed * side
            if let first = (0..<side).first(where: { flags[row + $0] }),
                let last = (0..<side).last(where: { flags[row + $0] })
            {
                for column in first...last { hull[row + column] = true }
            }
            if let first = (0..<side).first(where: { flags[$0 * side + fixed] }),
                let last = (0..<side).last(where: { flags[$0 * side + fixed] })
            {
                for row in first...last { hull[row * side + fixed] = true }
            }
        }
        return hull
    }
}
