/// Traces of 8 × 8 blocks, whatever the file's format.
package enum Blockiness: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "jpeg.block",
            measures: "How strongly an 8 × 8 grid shows.",
            unit: "ratio",
            direction: .lowerIsBetter,
            range: 0...64,
            input: .nativeRows,
            formula:
                "Mean step between neighbouring columns, in every second row, at the grid offset (0–7) where it is largest, divided by the "
                + "mean at the other seven offsets, or by that at the offset four further if larger (a grid of 2 or 4 "
                + "pixels is scaling, not JPEG); the mean of this and the same for rows, clamped to 64. Steps within 4 pixels of "
                + "the picture's border do not count: a frame may lie there.",
            failure:
                "Absent when an offset has fewer than 500 pairs or the picture is flat (mean step of the others under "
                + "0.05 grey). Also finds JPEGs that were saved again as PNG or captured from a screen; scaling after "
                + "compression hides the grid.",
            source: "domain reference §1.15"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let columns = evidence.rows.columnSteps, let rows = evidence.rows.rowSteps,
            let across = ratio(columns), let down = ratio(rows)
        else { return }
        measurements.values["jpeg.block"] = min(64, (across + down) / 2)
    }

    private static func ratio(_ steps: [Double]) -> Double? {
        guard let peak = steps.indices.max(by: { steps[$0] < steps[$1] }) else { return nil }
        let others = (steps.reduce(0, +) - steps[peak]) / 7
        guard others >= 0.05 else { return nil }
        return steps[peak] / max(others, steps[(peak + 4) % 8])
    }
}
