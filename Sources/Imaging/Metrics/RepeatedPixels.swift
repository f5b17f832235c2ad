/// Rows and columns that repeat their neighbour: a picture enlarged by copying pixels.
package enum RepeatedPixels: Metric {
    /// JPEG quality, grey levels and single odd pixels (%) beyond which flat blocks and steps of grey pass for copies.
    private static let leastQuality = 50.0
    private static let leastLevels = 64.0
    private static let mostSpikes = 0.05

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
            failure:
                "Absent with fewer than 12 such windows, and where neighbours are alike for another reason: jpeg.q or "
                + "jpeg.former under 50 (flat blocks), levels under 64 (one level to the next), noise.spikes over 0.05 (the "
                + "window's step is theirs). Up to 11 % happens without enlarging, in dark and in stretched pictures. Strong "
                + "compression after enlarging hides it.",
            source: "domain reference §1.9 (up-scaling)"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard measurements["jpeg.q"] ?? 100 >= leastQuality, measurements["jpeg.former"] ?? 100 >= leastQuality,
            measurements["levels"] ?? 256 >= leastLevels, measurements["noise.spikes"] ?? 0 <= mostSpikes
        else { return }
        guard let columns = evidence.tiles.repeatedColumns, let rows = evidence.tiles.repeatedRows else { return }
        measurements.values["scale.repeats"] = 100 * min(columns, rows)
    }
}
