/// Rows and columns that repeat their neighbour: a picture enlarged by copying pixels.
package enum RepeatedPixels: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "scale.repeats",
            measures: "Rows and columns that only repeat the one before.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .nativeWindows,
            formula:
                "In 32 × 32 windows with a mean step between neighbours of more than 1 grey: share of neighbouring "
                + "columns whose mean step is under a fifth of the window's; the same for rows; the less of the two. "
                + "Enlarging k times by copying pixels makes it 100 (1 − 1/k).",
            failure: "Absent with fewer than 12 such windows. Strong compression after enlarging hides it.",
            source: "domain reference §1.9 (up-scaling)"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let columns = evidence.tiles.repeatedColumns, let rows = evidence.tiles.repeatedRows else { return }
        measurements.values["scale.repeats"] = 100 * min(columns, rows)
    }
}
