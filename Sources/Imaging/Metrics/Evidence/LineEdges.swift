/// Steps of brightness from one scan line to the next that go on down the picture, and lines that stay dark to the bottom.
///
/// A shadow, a rib, an air gap and lines that were never fed are parallel to the scan lines; organs are not.
package struct LineEdges: Sendable {
    /// Steepest step over the whole depth: share of the usual brightness of its depth, 0 and up.
    ///
    /// For lines j − 6…j − 3 against j + 2…j + 5, at every second j: what 70 % of the bands reach in the same direction.
    package let whole: Double
    /// Steepest step in the lower half: what 75 % of the bands reach there.
    package let deep: Double
    /// Where the two are: line 0–255.
    package let wholeLine: Int
    package let deepLine: Int
    /// Mean over the lines of the share (0–1) of their depth that is dark without a break down to the bottom.
    ///
    /// Dark: below 35 % of the 70th percentile of the lines at the same depth. A single brighter band is no break.
    package let darkTail: Double

    /// Grey over black that the lines' 70th percentile must have at a depth, else nothing is said of that depth.
    private static let leastGrey: Float = 10
    /// Least divisor of a step, in grey.
    private static let leastDivisor: Float = 12

    /// Walks over the cells; nil when fewer than 64 lines have eight bands to judge.
    package init?(polar: PolarStatistics, levels: ScreenLevels) {
        let lines = PolarView.lines
        let bands = PolarStatistics.bands
        let black = Float(levels.black)
        let usual: [Float?] = (0..<bands).map { band in
            let cells = (band * lines..<(band + 1) * lines).filter { polar.cellCounts[$0] >= 4 }
                .map { polar.cellMeans[$0] - black }
            guard let value = quantile(cells, 0.7), value >= Self.leastGrey else { return nil }
            return value
        }
        guard let tail = Self.darkTail(polar: polar, usual: usual, black: black) else { return nil }
        darkTail = tail
        let judged = (0..<bands).filter { usual[$0] != nil }
        let divisors = judged.map { max(Self.leastDivisor, usual[$0] ?? 0) }
        // Running sums along each band, so that four lines together are one difference.
        var sums: [[Float]] = []
        var counts: [[Float]] = []
        for band in judged {
            var sum = [Float](repeating: 0, count: lines + 1)
            var count = sum
            for line in 0..<lines {
                let cell = band * lines + line
                let isKnown = polar.cellCounts[cell] >= 4
                sum[line + 1] = sum[line] + (isKnown ? polar.cellMeans[cell] - black : 0)
                count[line + 1] = count[line] + (isKnown ? 1 : 0)
            }
            sums.append(sum)
            counts.append(count)
        }
        var whole = (step: Float(0), line: 0)
        var deep = whole
        var all: [Float] = []
        var lower: [Float] = []
        for line in stride(from: 6, to: lines - 6, by: 2) {
            all.removeAll(keepingCapacity: true)
            lower.removeAll(keepingCapacity: true)
            for (place, band) in judged.enumerated() {
                let left = counts[place][line - 2] - counts[place][line - 6]
                let right = counts[place][line + 6] - counts[place][line + 2]
                guard left > 0, right > 0 else { continue }
                let step =
                    ((sums[place][line + 6] - sums[place][line + 2]) / right
                        - (sums[place][line - 2] - sums[place][line - 6]) / left) / divisors[place]
                all.append(step)
                if band >= bands / 2 { lower.append(step) }
            }
            if all.count >= 8, let step = Self.common(all, 0.3), step > whole.step { whole = (step, line) }
            if lower.count >= 6, let step = Self.common(lower, 0.25), step > deep.step { deep = (step, line) }
        }
        self.whole = Double(whole.step)
        wholeLine = whole.line
        self.deep = Double(deep.step)
        deepLine = deep.line
    }

    /// What all but a share of the steps reach in the same direction; negative where they go both ways.
    private static func common(_ steps: [Float], _ share: Double) -> Float? {
        let rising = steps.count { $0 > 0 }
        // Most lines have no such step: only where enough go one way is there anything to select.
        guard Double(max(rising, steps.count - rising)) >= (1 - share) * Double(steps.count) else { return nil }
        guard let up = quantile(steps, share), let down = quantile(steps, 1 - share) else { return nil }
        return max(up, -down)
    }

    private static func darkTail(polar: PolarStatistics, usual: [Float?], black: Float) -> Double? {
        let lines = PolarView.lines
        var run = [Int](repeating: 0, count: lines)
        var known = run
        var bright = run
        for band in (0..<PolarStatistics.bands).reversed() {
            guard let value = usual[band] else { continue }
            let limit = black + 0.35 * value
            for line in 0..<lines where polar.cellCounts[band * lines + line] >= 4 {
                known[line] += 1
                guard bright[line] < 2 else { continue }
                if polar.cellMeans[band * lines + line] < limit {
                    bright[line] = 0
                    run[line] += 1
                } else {
                    bright[line] += 1
                }
            }
        }
        let judged = (0..<lines).filter { known[$0] >= 8 }
        guard judged.count >= 64 else { return nil }
        return judged.reduce(0) { $0 + Double(run[$1]) / Double(known[$1]) } / Double(judged.count)
    }
}
