/// Overall gain too high: grey that was added, not tissue that is bright.
package enum OverGain: Metric {
    /// Bright in the middle, little deviation for that brightness (gain adds grey and leaves the speckle's deviation as it
    /// was), texture down to the bottom, white.
    package static let odds = LogOdds(
        -2.44,
        [
            (Cue.middleHigh, 0.0331), (Cue.relativeDeviation, -13.9), (Cue.farDeviation, 0.119), (Cue.whiteShare, 52.8),
        ]
    )

    package static let descriptions = [
        MetricDescription(
            id: "gain.over",
            measures: "How much speaks for an overall gain that is too high.",
            unit: "log odds",
            direction: .lowerIsBetter,
            range: LogOdds.range,
            input: .polarView,
            formula: odds.formula,
            failure:
                "Absent when fewer than 16,384 samples are valid or a part of the depth has fewer than 24 half-valid "
                + "blocks. Smoothed speckle in bright tissue (fat, tendon, phantoms) looks alike.",
            source: LogOdds.source(against: "untouched pictures and all other faults but saturation")
                + "domain reference §1.3, §1.8"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        if let value = odds.value(evidence) { measurements.values["gain.over"] = value }
    }
}
