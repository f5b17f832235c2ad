/// Tissue that is cut off at black.
///
/// Fluid is black all over, and the dark points of speckle are not black. Gain that is too low takes the lower part of the speckle
/// away: blocks that are still grey have many samples at black. It shows wherever the scan area ends, because what lies outside of
/// the ultrasound is black all over too.
package enum ClippedBlack: Metric {
    /// Grey over black that a block's mean is above where anything is left of its tissue.
    private static let leastGrey: Float = 3
    /// Blocks that a share is told of.
    private static let fewestBlocks = 30

    package static let descriptions = [
        MetricDescription(
            id: "sat.clip",
            measures: "Share of grey blocks that are partly cut off at black.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula:
                "Blocks (8 × 8) of which more than a quarter of the valid samples (every second row) are at black or below, "
                + "among the blocks that are at least half valid and have a mean of more than 3 grey over black.",
            failure:
                "Absent with fewer than 30 such blocks. Noise over fluid has a grey mean and black points too; so have "
                + "levels that were rounded to black.",
            source: "domain reference §1.3, §1.4"
        ),
        MetricDescription(
            id: "tgc.nearcut",
            measures: "Share of the near field that is black, wholly or cut off at it.",
            unit: "%",
            direction: .neutral,
            range: 0...100,
            input: .polarView,
            formula:
                "Blocks (8 × 8) from 3 to 28 % of the depth of which more than a quarter of the valid samples (every second "
                + "row) are at black or below, among those that are at least half valid.",
            failure: "Absent where no block is half valid. Fluid in front is black too.",
            source: "domain reference §1.4, §1.6"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let blackened = evidence.blackened
        // Bands 1–8 of 32, the near part of the depth compensation's log odds.
        if let near = blackened.share(evidence.polar, bands: 1..<9) { measurements.values["tgc.nearcut"] = 100 * near }
        let least = Float(evidence.levels.black) + leastGrey
        let grey = evidence.polar.blocks.indices.filter {
            evidence.polar.blocks[$0].count >= 32 && evidence.polar.blocks[$0].mean > least
        }
        guard grey.count >= fewestBlocks else { return }
        measurements.values["sat.clip"] = 100 * Double(grey.count { blackened.flags[$0] }) / Double(grey.count)
    }
}
