/// Time gain compensation: brightness over depth.
package enum DepthUniformity: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "tgc.slope",
            measures: "How brightness changes from near to far.",
            unit: "grey per depth",
            direction: .band,
            range: -512...512,
            input: .polarView,
            formula: "Least-squares line through the depth profile between 5 and 95 % of the depth, times the whole "
                + "depth. The profile is, for each of 32 bands, the 70th percentile of the means of its blocks on "
                + "lines that are not dark.",
            failure: "Absent when fewer than 10 bands that span 40 % of the depth have 4 half-valid blocks. A bright "
                + "diaphragm or bone at depth, or a bladder in front, bends it.",
            source: "domain reference §1.6"
        ),
        MetricDescription(
            id: "tgc.ratio",
            measures: "Far brightness against near brightness.",
            unit: "ratio",
            direction: .band,
            range: 0...20,
            input: .polarView,
            formula: "Median of the depth profile over the last third divided by that over the first third, both "
                + "above black, clamped to 20.",
            failure:
                "Absent when a third has fewer than 3 bands with 4 half-valid blocks. A far field that has gone black "
                + "gives 0.",
            source: "domain reference §1.6"
        ),
        MetricDescription(
            id: "tgc.band",
            measures: "Steepest horizontal step, as a misplaced TGC slider makes.",
            unit: "grey",
            direction: .lowerIsBetter,
            range: 0...255,
            input: .polarView,
            formula:
                "For each depth the difference of the blocks 8–16 rows below and above in every column of blocks; the "
                + "value that at least 70 % of the columns reach in the same direction, at the depth where it is "
                + "largest.",
            failure: "Absent when no depth has 16 columns with tissue on either side. Flat layers (fascia, "
                + "pleura, the skin) across the whole width look the same.",
            source: "domain reference §1.6"
        ),
    ]

    /// Bands between 5 and 95 % of the depth.
    private static let middle = 2..<30
    /// Blocks that a band needs.
    private static let fewestBlocks = 4

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let usable = usableColumns(evidence.lines)
        let profile = profile(of: evidence, usable: usable)
        if let slope = slope(of: profile) { measurements.values["tgc.slope"] = slope }
        let black = Float(evidence.levels.black)
        let near = profile[2..<12].compactMap { $0 }
        let far = profile[20..<30].compactMap { $0 }
        if near.count >= 3, far.count >= 3, let nearMedian = median(near), let farMedian = median(far) {
            measurements.values["tgc.ratio"] = Double(
                min(20, max(0, farMedian - black) / max(1, nearMedian - black))
            )
        }
        if let (band, step) = steepestStep(in: evidence, usable: usable) {
            measurements.values["tgc.band"] = Double(step)
            let depth = Double(band) / 32
            measurements.marks.append(
                Mark(
                    metric: "tgc.band",
                    outline: evidence.input.polar.geometry.polygon(lines: 0...1, depths: depth...depth + 1 / 16)
                )
            )
        }
    }

    /// Brightness of each of the 32 bands; nil where too few blocks are valid.
    private static func profile(of evidence: MetricEvidence, usable: [Bool]) -> [Float?] {
        let side = PolarStatistics.bands
        let blocks = evidence.polar.blocks
        var means: [Float] = []
        means.reserveCapacity(side)
        return (0..<side).map { band in
            means.removeAll(keepingCapacity: true)
            for column in 0..<side where usable[column] && blocks[band * side + column].count >= 32 {
                means.append(blocks[band * side + column].mean)
            }
            return means.count < fewestBlocks ? nil : quantile(means, 0.7)
        }
    }

    /// Columns of blocks of which at least half of the lines are not dark.
    private static func usableColumns(_ lines: ScanLineProfile) -> [Bool] {
        let step = PolarStatistics.step
        return (0..<PolarStatistics.bands).map { column in
            lines.lines[column * step..<(column + 1) * step].count { $0 == .bright } >= step / 2
        }
    }

    /// Grey per whole depth.
    private static func slope(of profile: [Float?]) -> Double? {
        let points = middle.compactMap { band in profile[band].map { (Double(band) + 0.5, Double($0)) } }
        guard points.count >= 10, let first = points.first, let last = points.last, last.0 - first.0 >= 12.8 else {
            return nil
        }
        let count = Double(points.count)
        let meanDepth = points.reduce(0) { $0 + $1.0 } / count
        let meanGrey = points.reduce(0) { $0 + $1.1 } / count
        let covariance = points.reduce(0) { $0 + ($1.0 - meanDepth) * ($1.1 - meanGrey) }
        let variance = points.reduce(0) { $0 + ($1.0 - meanDepth) * ($1.0 - meanDepth) }
        return covariance / variance * Double(PolarStatistics.bands)
    }

    /// The band just above the steepest step, and the step's grey.
    private static func steepestStep(in evidence: MetricEvidence, usable: [Bool]) -> (band: Int, step: Float)? {
        let side = PolarStatistics.bands
        let blocks = evidence.polar.blocks
        var best: (band: Int, step: Float)?
        var differences: [Float] = []
        differences.reserveCapacity(side)
        for band in middle.dropFirst().dropLast() {
            differences.removeAll(keepingCapacity: true)
            for column in 0..<side where usable[column] {
                let above = (band - 1) * side + column
                let below = (band + 1) * side + column
                guard blocks[above].count >= 32, blocks[below].count >= 32,
                    evidence.tissue.flags[above] || evidence.tissue.flags[below]
                else { continue }
                differences.append(blocks[below].mean - blocks[above].mean)
            }
            guard differences.count >= side / 2 else { continue }
            if let step = commonStep(differences, share: 0.3, above: best?.step ?? 0) {
                best = (band, step)
            } else if best == nil {
                best = (band, 0)
            }
        }
        return best
    }
}
