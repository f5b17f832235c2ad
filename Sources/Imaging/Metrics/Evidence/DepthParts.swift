/// The blocks of the polar view by depth: what skin, near, middle, far and bottom part of the picture show.
///
/// Parts overlap: the skin part belongs to the near one, the bottom to the far one. The outermost band on either end, where
/// edges are interpolated against black, belongs to none.
package struct DepthParts: Sendable {
    /// One part of the depth; grey is over black.
    package struct Part: Sendable {
        /// 10th, 50th and 90th percentile of the means of the blocks, in grey over black.
        package let low: Double
        package let middle: Double
        package let high: Double
        /// Median of the standard deviations within the blocks, in grey.
        package let deviation: Double
        /// Share (0–1) of the blocks within 4 grey of black.
        package let blackShare: Double
        /// Natural logarithm of the median, over tissue blocks, of standard deviation over mean; at least ln 0.01.
        ///
        /// Log-compressed speckle keeps its deviation when gain is added (domain reference §1.8), so the ratio tells grey
        /// that was added from tissue that is brighter. Without tissue blocks it counts as ln 0.2, as usual speckle has.
        package let relativeDeviation: Double
    }

    /// Bands 1–4 of 32: the first eighth.
    package let skin: Part
    /// Bands 1–8.
    package let near: Part
    /// Bands 10–20.
    package let middle: Part
    /// Bands 21–30.
    package let far: Part
    /// Bands 26–30.
    package let bottom: Part

    /// Half-valid blocks that a part needs.
    private static let fewestBlocks = 24

    /// Sorts the blocks; nil when a part has fewer than 24 half-valid blocks.
    package init?(polar: PolarStatistics, tissue: TissueBlocks, levels: ScreenLevels) {
        let black = Float(levels.black)
        func part(_ bands: Range<Int>) -> Part? {
            var means: [Float] = []
            var deviations: [Float] = []
            var ratios: [Float] = []
            let most = bands.count * PolarStatistics.bands
            means.reserveCapacity(most)
            deviations.reserveCapacity(most)
            ratios.reserveCapacity(most)
            var dark = 0
            for index in bands.lowerBound * PolarStatistics.bands..<bands.upperBound * PolarStatistics.bands {
                let block = polar.blocks[index]
                guard block.count >= 32 else { continue }
                let grey = block.mean - black
                let deviation = block.variance.squareRoot()
                means.append(grey)
                deviations.append(deviation)
                if grey < 4 { dark += 1 }
                if tissue.flags[index] { ratios.append(deviation / max(4, grey)) }
            }
            guard means.count >= Self.fewestBlocks, let low = quantile(means, 0.1), let middle = median(means),
                let high = quantile(means, 0.9), let deviation = median(deviations)
            else { return nil }
            let ratio = max(0.01, median(ratios) ?? 0.2)
            return Part(
                low: Double(low),
                middle: Double(middle),
                high: Double(high),
                deviation: Double(deviation),
                blackShare: Double(dark) / Double(means.count),
                relativeDeviation: Double(PortableMath.log2(ratio)) * 0.693_147_180_559_945_3
            )
        }
        guard let skin = part(1..<5), let near = part(1..<9), let middle = part(10..<21), let far = part(21..<31),
            let bottom = part(26..<31)
        else { return nil }
        self.skin = skin
        self.near = near
        self.middle = middle
        self.far = far
        self.bottom = bottom
    }
}
