/// The depth at which a band of the picture is brighter or darker than its texture explains.
///
/// Bright tissue has more deviation than dark tissue; a slider of the depth compensation adds the same grey to all of it and
/// leaves the deviation as it was (domain reference §1.6, §1.8).
package struct HorizontalBand: Sendable {
    /// Change of the logarithm of the deviation less that of the mean, both in the band's direction: 0 for tissue, about −1
    /// for grey that was added.
    package let lacking: Double
    /// First band (0–31) and how many.
    package let start: Int
    package let height: Int

    /// Heights that are tried, in bands: 6 and 13 % of the depth.
    private static let heights = [2, 4]
    /// Columns of blocks that must have all that is compared.
    private static let fewestColumns = 12

    /// Tries every depth; nil when none has enough columns.
    package init?(polar: PolarStatistics, levels: ScreenLevels) {
        let side = PolarStatistics.bands
        let black = Float(levels.black)
        // Running sums down each column, so that the mean of any run of bands is one difference.
        var greys = [[Float]](repeating: [Float](repeating: 0, count: side + 1), count: side)
        var deviations = greys
        var counts = greys
        for column in 0..<side {
            for band in 0..<side {
                let block = polar.blocks[band * side + column]
                let isKnown = block.count >= 32
                greys[column][band + 1] = greys[column][band] + (isKnown ? block.mean - black : 0)
                deviations[column][band + 1] =
                    deviations[column][band] + (isKnown ? PortableMath.log2(max(1, block.variance)) / 2 : 0)
                counts[column][band + 1] = counts[column][band] + (isKnown ? 1 : 0)
            }
        }
        var best: (score: Float, lacking: Float, start: Int, height: Int)?
        for height in Self.heights {
            let beside = (height + 1) / 2
            for start in 4..<29 - height {
                var steps: [(above: Float, below: Float, ratio: Float, deviation: Float)] = []
                for column in 0..<side {
                    func mean(_ sums: [Float], _ bands: Range<Int>) -> Float? {
                        let count = counts[column][bands.upperBound] - counts[column][bands.lowerBound]
                        return count > 0 ? (sums[bands.upperBound] - sums[bands.lowerBound]) / count : nil
                    }
                    let above = start - beside - 1..<start - 1
                    let below = start + height + 1..<start + height + 1 + beside
                    let inside = start..<start + height
                    guard let grey = mean(greys[column], inside), let greyAbove = mean(greys[column], above),
                        let greyBelow = mean(greys[column], below), let deviation = mean(deviations[column], inside),
                        let deviationAbove = mean(deviations[column], above),
                        let deviationBelow = mean(deviations[column], below)
                    else { continue }
                    let usual =
                        (PortableMath.log2(max(4, greyAbove)) + PortableMath.log2(max(4, greyBelow))) / 2
                    steps.append(
                        (
                            grey - greyAbove, grey - greyBelow, PortableMath.log2(max(4, grey)) - usual,
                            deviation - (deviationAbove + deviationBelow) / 2
                        )
                    )
                }
                guard steps.count >= Self.fewestColumns,
                    let step = median(steps.map { ($0.above + $0.below) / 2 })
                else { continue }
                let sign: Float = step < 0 ? -1 : 1
                // Most depths have no step on both sides in most columns: they are done here.
                guard let first = quantile(steps.map { $0.above * sign }, 0.3), first > 0,
                    let second = quantile(steps.map { $0.below * sign }, 0.3), second > 0,
                    let spread = median(steps.map { abs(($0.above + $0.below) / 2 - step) }),
                    let ratio = median(steps.map { $0.ratio * sign }),
                    let deviation = median(steps.map { $0.deviation * sign })
                else { continue }
                let evenness = min(3, abs(step) / (1.4826 * spread + 4))
                let unexplained = min(2, max(0, 1 - deviation / max(0.07, ratio)))
                let score = min(first, second) * evenness * unexplained
                if score > best?.score ?? 0 {
                    best = (score, (deviation - ratio) * 0.693_147_2, start, height)
                }
            }
        }
        lacking = best.map { Double($0.lacking) } ?? 0
        start = best?.start ?? 0
        height = best?.height ?? 0
        guard counts.contains(where: { $0[side] >= 8 }) else { return nil }
    }
}
