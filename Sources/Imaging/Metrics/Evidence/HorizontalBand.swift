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
        var columns: [Int] = []
        var above: [Float] = []
        var below: [Float] = []
        for height in Self.heights {
            let beside = (height + 1) / 2
            for start in 4..<29 - height {
                func mean(_ sums: [Float], _ column: Int, _ bands: Range<Int>) -> Float? {
                    let count = counts[column][bands.upperBound] - counts[column][bands.lowerBound]
                    return count > 0 ? (sums[bands.upperBound] - sums[bands.lowerBound]) / count : nil
                }
                let inside = start..<start + height
                let over = start - beside - 1..<start - 1
                let under = start + height + 1..<start + height + 1 + beside
                columns.removeAll(keepingCapacity: true)
                above.removeAll(keepingCapacity: true)
                below.removeAll(keepingCapacity: true)
                for column in 0..<side {
                    guard let grey = mean(greys[column], column, inside),
                        let greyOver = mean(greys[column], column, over),
                        let greyUnder = mean(greys[column], column, under)
                    else { continue }
                    columns.append(column)
                    above.append(grey - greyOver)
                    below.append(grey - greyUnder)
                }
                guard columns.count >= Self.fewestColumns,
                    let step = median(zip(above, below).map { ($0 + $1) / 2 })
                else { continue }
                let sign: Float = step < 0 ? -1 : 1
                // Most depths have no step on both sides in most columns: they are done here, by counting.
                guard Self.mostRise(above, sign), Self.mostRise(below, sign),
                    let first = quantile(above.map { $0 * sign }, 0.3),
                    let second = quantile(below.map { $0 * sign }, 0.3),
                    let spread = median(zip(above, below).map { abs(($0 + $1) / 2 - step) })
                else { continue }
                var ratios: [Float] = []
                var changes: [Float] = []
                for column in columns {
                    guard let grey = mean(greys[column], column, inside),
                        let greyOver = mean(greys[column], column, over),
                        let greyUnder = mean(greys[column], column, under),
                        let deviation = mean(deviations[column], column, inside),
                        let deviationOver = mean(deviations[column], column, over),
                        let deviationUnder = mean(deviations[column], column, under)
                    else { continue }
                    let usual = (PortableMath.log2(max(4, greyOver)) + PortableMath.log2(max(4, greyUnder))) / 2
                    ratios.append((PortableMath.log2(max(4, grey)) - usual) * sign)
                    changes.append((deviation - (deviationOver + deviationUnder) / 2) * sign)
                }
                guard let ratio = median(ratios), let deviation = median(changes) else { continue }
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

    /// Whether the 30th percentile of the steps, taken in a direction, is above 0.
    private static func mostRise(_ steps: [Float], _ sign: Float) -> Bool {
        let rising = steps.count { $0 * sign > 0 }
        return rising >= steps.count - min(steps.count - 1, Int(0.3 * Double(steps.count)))
    }
}
