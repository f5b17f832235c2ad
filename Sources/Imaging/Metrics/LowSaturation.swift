/// Black inside tissue.
package enum LowSaturation: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "sat.lo",
            measures: "Share of black within the tissue.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula: "Cells (8 samples of one scan line) with a mean within 5 grey of black, among the cells of the "
                + "tissue hull: tissue blocks and the blocks between tissue blocks of the same row or column.",
            failure: "Absent when the hull has fewer than 100 of the 1,024 blocks. Fluid is black as it should be: not "
                + "for bladder, heart, lung and amniotic fluid.",
            source: "domain reference §1.4"
        )
    ]

    /// Percent of black below which its places are not told: a vessel here and there is as it should be.
    private static let leastMarked = 10

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let hull = evidence.tissue.hull
        let side = PolarStatistics.bands
        let step = PolarStatistics.step
        let limit = Float(evidence.levels.black + 5)
        guard hull.count(where: { $0 }) >= 100 else { return }
        let means = evidence.polar.cellMeans.span
        let counts = evidence.polar.cellCounts.span
        var black = 0
        var all = 0
        var isBlack = [Bool](repeating: false, count: hull.count)
        for block in hull.indices where hull[block] {
            let start = (block / side) * PolarView.lines + (block % side) * step
            let before = (black: black, all: all)
            for cell in start..<start + step where counts[cell] >= 4 {
                all += 1
                if means[cell] <= limit { black += 1 }
            }
            isBlack[block] = all > before.all && 2 * (black - before.black) >= all - before.all
        }
        guard all > 0 else { return }
        measurements.values["sat.lo"] = 100 * Double(black) / Double(all)
        guard 100 * black >= leastMarked * all else { return }
        measurements.marks += BlockOutline.largest(
            of: isBlack,
            fewest: 4,
            geometry: evidence.input.polar.geometry
        ).map { Mark(metric: "sat.lo", outline: $0) }
    }
}
