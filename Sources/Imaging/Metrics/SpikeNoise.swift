/// Single pixels far off all their neighbours: salt and pepper, damaged transmission.
package enum SpikeNoise: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "noise.spikes",
            measures: "Single black or white pixels that stand out of all their neighbours.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .nativeWindows,
            formula:
                "Share of pixels that are more than 40 grey above the greatest, or below the least, of their eight "
                + "neighbours.",
            failure:
                "Absent with fewer than 12 windows. Black pixels do not stand out of black, nor white of white; a zero of "
                + "the speckle pattern is rarely as narrow as a pixel.",
            source: "domain reference §1.13; the isolation test of a decision-based median filter "
                + "(Srinivasan and Ebenezer 2007, IEEE Signal Processing Letters 14:189)"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let share = evidence.tiles.spikeShare else { return }
        measurements.values["noise.spikes"] = 100 * share
    }
}
