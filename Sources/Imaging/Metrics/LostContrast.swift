/// Dynamic range too narrow or grey driven to both ends.
package enum LostContrast: Metric {
    /// Few grey levels in use for a picture of this brightness: crowded together, or cut off at black and white.
    package static let odds = LogOdds(
        30.5,
        [(Cue.entropy, -5.3), (Cue.brightBlocks, 0.0487), (Cue.whiteShare, 88.4), (Cue.skinBlack, -6.48)]
    )

    package static let descriptions = [
        MetricDescription(
            id: "contrast.odds",
            measures: "How much speaks for a grey scale that is crowded together or cut off at its ends.",
            unit: "log odds",
            direction: .lowerIsBetter,
            range: LogOdds.range,
            input: .polarView,
            formula: odds.formula,
            failure:
                "Absent when fewer than 16,384 samples are valid or a part of the depth has fewer than 24 half-valid "
                + "blocks. Pictures of one even organ have few grey levels too.",
            source: LogOdds.source + "domain reference §1.4, §1.5"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        if let value = odds.value(evidence) { measurements.values["contrast.odds"] = value }
    }
}
