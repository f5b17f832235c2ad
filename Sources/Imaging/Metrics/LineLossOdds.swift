/// Scan lines that are lost, told by what organs do not have: edges parallel to the lines, and lines without texture.
package enum LineLossOdds: Metric {
    /// An edge along the lines, quiet columns, columns without correlated speckle, lines dark to the bottom.
    package static let contact = LogOdds(
        -4.24,
        [(Cue.wholeEdge, 5.86), (Cue.quietest, -0.558), (Cue.uncorrelated, 34.5), (Cue.darkTail, 19.7)]
    )
    /// An edge along the lines in the lower half, blocks without texture, black where the near field is not.
    package static let shadow = LogOdds(-6.28, [(Cue.deepEdge, 9.77), (Cue.flatShare, 9.4), (Cue.farBlackness, 7.44)])

    package static let descriptions = [
        MetricDescription(
            id: "contact.odds",
            measures: "How much speaks for scan lines without contact, be they black, noise or reverberation.",
            unit: "log odds",
            direction: .lowerIsBetter,
            range: LogOdds.range,
            input: .polarView,
            formula: contact.formula,
            failure:
                "Absent when fewer than 16,384 samples are valid, fewer than 64 lines or 12 columns of blocks can be "
                + "judged. A rib at the probe's edge looks alike.",
            source: LogOdds.source + "domain reference §1.11"
        ),
        MetricDescription(
            id: "shadow.odds",
            measures: "How much speaks for scan lines that end in shadow.",
            unit: "log odds",
            direction: .lowerIsBetter,
            range: LogOdds.range,
            input: .polarView,
            formula: shadow.formula,
            failure:
                "Absent when fewer than 16,384 samples are valid, fewer than 64 lines can be judged, or a part of the "
                + "depth has fewer than 24 half-valid blocks. A shadow may be the diagnosis (stone).",
            source: LogOdds.source + "domain reference §1.11"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        if let value = contact.value(evidence) {
            measurements.values["contact.odds"] = value
            if value > 0 { mark("contact.odds", LostLines.withoutContact(evidence), evidence, into: &measurements) }
        }
        if let value = shadow.value(evidence) {
            measurements.values["shadow.odds"] = value
            if value > 0 { mark("shadow.odds", LostLines.shadowed(evidence), evidence, into: &measurements) }
        }
    }

    /// Marks the lost lines from where they are lost on; nothing where the odds speak of the picture as a whole.
    private static func mark(
        _ metric: String,
        _ runs: [LostLines],
        _ evidence: MetricEvidence,
        into measurements: inout Measurements
    ) {
        let geometry = evidence.input.polar.geometry
        measurements.marks += runs.map { Mark(metric: metric, outline: $0.outline(geometry)) }
    }
}
