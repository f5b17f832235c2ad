/// Overall gain too low: even the bright parts are dark, and depth loses its texture to black.
package enum UnderGain: Metric {
    /// Dark bright parts in the middle and under the skin, for tissue with this much deviation; the far field's deviation
    /// falls off as its darker half is cut at black.
    package static let odds = LogOdds(
        5.74,
        [
            (Cue.middleHigh, -0.0675), (Cue.skinHigh, -0.0244), (Cue.tissueDeviation, 0.138),
            (Cue.farDeviation, -0.222), (Cue.whiteShare, 417),
        ]
    )

    package static let descriptions = [
        MetricDescription(
            id: "gain.under",
            measures: "How much speaks for an overall gain that is too low.",
            unit: "log odds",
            direction: .lowerIsBetter,
            range: LogOdds.range,
            input: .polarView,
            formula: odds.formula,
            failure:
                "Absent when fewer than 16,384 samples are valid or a part of the depth has fewer than 24 half-valid "
                + "blocks. A picture that is mostly fluid, or air behind a pleura, looks alike.",
            source: LogOdds.source + "domain reference §1.3"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        if let value = odds.value(evidence) { measurements.values["gain.under"] = value }
    }
}
