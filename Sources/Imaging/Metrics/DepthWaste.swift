/// Depth that shows nothing.
package enum DepthWaste: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "depth.waste",
            measures: "Share of the depth, from the bottom up, that shows nothing.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula:
                "Trailing rows with a mean under 12 grey over black and no block above 30 grey over black, over all "
                + "rows with at least a tenth of their samples valid.",
            failure: "Absent with fewer than 128 such rows. Noise at the bottom hides it.",
            source: "domain reference §1.13"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let rows = evidence.polar.rowMeans
        let known = rows.indices.filter { rows[$0] != nil }
        guard known.count >= 128, let bottom = known.last else { return }
        let black = Float(evidence.levels.black)
        let side = PolarStatistics.bands
        let hasStructure = (0..<side).map { band in
            evidence.polar.blocks[band * side..<(band + 1) * side].contains {
                $0.count >= 16 && $0.mean > black + 30
            }
        }
        var wasted = 0
        for row in known.reversed() {
            guard let mean = rows[row], mean < black + 12, !hasStructure[row / PolarStatistics.step] else { break }
            wasted += 1
        }
        measurements.values["depth.waste"] = 100 * Double(wasted) / Double(known.count)
        guard wasted > 0 else { return }
        let end = Double(bottom + 1) / Double(PolarView.depths)
        let start = Double(known[known.count - wasted]) / Double(PolarView.depths)
        measurements.marks.append(
            Mark(
                metric: "depth.waste",
                outline: evidence.input.polar.geometry.polygon(lines: 0...1, depths: start...end)
            )
        )
    }
}
