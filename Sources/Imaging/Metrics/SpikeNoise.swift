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
                "In about 64 tiles: share of pixels within 24 grey of white and more than 40 above the greatest of their "
                + "eight neighbours, and of those within 24 grey of black and more than 40 below the least, up to the number "
                + "of the former: a zero of the speckle pattern may be as narrow as a pixel, a peak is not.",
            failure: "Absent with fewer than 12 tiles. Black pixels do not stand out of black, nor white of white.",
            source: "domain reference §1.13; the isolation test of a decision-based median filter "
                + "(Srinivasan and Ebenezer 2007, IEEE Signal Processing Letters 14:189)"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let share = evidence.tiles.spikeShare else { return }
        measurements.values["noise.spikes"] = 100 * share
    }
}
