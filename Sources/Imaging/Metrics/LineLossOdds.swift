/// Scan lines that are lost, told by what organs do not have: edges parallel to the lines, and lines without texture.
package enum LineLossOdds: Metric {
    /// Lines that differ from their neighbours at all depths, two quiet columns, a column without correlated speckle, lines dark to
    /// the bottom.
    package static let contact = LogOdds(
        -3.918,
        [(Cue.parting, 3.33), (Cue.quietest, -2.34), (Cue.uncorrelated, -1.15), (Cue.darkTail, 7.29)]
    )
    /// An edge along the lines in the lower half, lines dark to the bottom, dark bars with brighter lines on both sides.
    ///
    /// Not blocks without texture and a black far field, which smearing, compression and low gain make as well.
    package static let shadow = LogOdds(
        -5.439,
        [(Cue.deepEdge, 3.57), (Cue.darkTail, 13.8), (Cue.shadedShare, 24.9)]
    )

    private static let others = "untouched pictures and all other faults but each other"

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
            source: LogOdds.source(against: others) + "domain reference §1.11"
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
            source: LogOdds.source(against: others) + "domain reference §1.11"
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
