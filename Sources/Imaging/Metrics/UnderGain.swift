/// Overall gain too low: even the bright parts are dark, and depth loses its texture to black.
package enum UnderGain: Metric {
    /// Dark bright parts in the middle and under the skin, for tissue with this much deviation; the far field's deviation
    /// falls off as its darker half is cut at black.
    ///
    /// White is no sign of it. Learned against untouched pictures and every other fault, so that another fault's trace is none
    /// either.
    package static let odds = LogOdds(
        3.76,
        [
            (Cue.middleHigh, -0.0378), (Cue.skinHigh, -0.0192), (Cue.tissueDeviation, 0.113),
            (Cue.farDeviation, -0.117),
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
            source: LogOdds.source(against: "untouched pictures and all other faults") + "domain reference §1.3"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        if let value = odds.value(evidence) { measurements.values["gain.under"] = value }
    }
}
