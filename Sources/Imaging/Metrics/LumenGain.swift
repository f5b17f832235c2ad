/// Noise in what should be black: the grey of the darkest lumen.
///
/// Blood, bile and urine give no echo. When the darkest enclosed region is grey, gain lifts noise into it: the most
/// direct sign of over-gain that needs no baseline.
package enum LumenGain: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "gain.lumen",
            measures: "How grey the darkest fluid is.",
            unit: "grey",
            direction: .lowerIsBetter,
            range: 0...255,
            input: .polarView,
            formula: "Blocks (8 × 8 samples) below half of the tissue's brightness, joined to regions of 4 to 200 "
                + "blocks that do not touch the view's edge; the least mean grey of a region, over black.",
            failure: "Absent when no such region lies in the picture, as in most pictures without cysts or vessels. "
                + "A shadow reaches the bottom and is left out; a dark solid mass is not, and reads as grey fluid.",
            source: "domain reference §1.3 (darkest connected region)"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let side = PolarStatistics.bands
        let blocks = evidence.polar.blocks
        let black = Float(evidence.levels.black)
        guard evidence.tissue.count >= 100, let tissue = evidence.tissue.middle else { return }
        let limit = black + (tissue - black) / 2
        let dark = blocks.map { $0.count >= 32 && $0.mean < limit }
        let outside = blocks.map { $0.count < 32 }
        var lowest: (mean: Float, region: [Int])?
        for region in BlockRegions(flags: dark, side: side).regions
        where (4...200).contains(region.count)
            && !region.contains(where: { Self.touchesEdge($0, side: side, outside: outside) })
        {
            let mean = region.reduce(0) { $0 + blocks[$1].mean } / Float(region.count)
            if mean < lowest?.mean ?? .infinity { lowest = (mean, region) }
        }
        guard let lowest else { return }
        measurements.values["gain.lumen"] = Double(max(0, lowest.mean - black))
        measurements.marks.append(
            Mark(
                metric: "gain.lumen",
                outline: BlockOutline.outline(of: lowest.region, geometry: evidence.input.polar.geometry)
            )
        )
    }

    /// Whether a block lies at the view's edge or beside blocks that are not ultrasound.
    private static func touchesEdge(_ block: Int, side: Int, outside: [Bool]) -> Bool {
        let row = block / side
        let column = block % side
        guard row > 0, row < side - 1, column > 0, column < side - 1 else { return true }
        return outside[block - 1] || outside[block + 1] || outside[block - side] || outside[block + side]
    }
}
