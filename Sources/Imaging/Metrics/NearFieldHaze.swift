/// White haze before the probe.
package enum NearFieldHaze: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "near.haze",
            measures: "Share of the near field that is bright and without structure.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula: "Blocks between 3 and 9 % of the depth with a mean above 78 % of the way from black to white "
                + "(200 of 255) and a standard deviation below 15 grey, over all half-valid blocks there.",
            failure:
                "Absent when fewer than 16 of the 64 blocks there are at least half valid. The first 3 % are the probe's "
                + "face and the gel, bright on most machines, and are left out. Does not see ring-down in lines.",
            source: "domain reference §1.7"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let side = PolarStatistics.bands
        let blocks = evidence.polar.blocks[side..<3 * side]
        let known = blocks.count { $0.count >= 32 }
        guard known >= 16 else { return }
        let levels = evidence.levels
        let limit = Float(levels.black) + 200 / 255 * Float(levels.white - levels.black)
        let isHazy = blocks.map { $0.count >= 32 && $0.mean > limit && $0.variance < 225 }
        measurements.values["near.haze"] = 100 * Double(isHazy.count { $0 }) / Double(known)
        measurements.marks += BlockOutline.largest(
            of: isHazy,
            fewest: 2,
            geometry: evidence.input.polar.geometry,
            firstBand: 1
        ).map { Mark(metric: "near.haze", outline: $0) }
    }
}
