/// Shadows told by their two sides.
package enum ShadowSides: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "shadow.sides",
            measures: "Share of the scan lines that lie in shadows with brighter lines on both sides.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula:
                "Cells of four lines and 1/32 of the depth, over black, as shares of the 70th percentile of their depth "
                + "(at least 8 grey), 1.3 at most. A bar of 4 to 144 lines is held, from 16, 28, 40 or 53 % of the depth on "
                + "down to the bottom, against the 12 lines on its left and right, 8 lines away: its contrast is what the "
                + "darker flank has more than the bar at all but a fifth of the depths. A line counts with the highest "
                + "contrast of its bars, from 0 at 0.1 to 1 at 0.3, and with its mean over the lower half, from 1 at 0.5 to "
                + "0 at 0.7; the sum over the judged lines.",
            failure:
                "Absent when fewer than 8 depths have a 70th percentile of 6 grey over black. Lines at the rim have no "
                + "second side: see contact.odds. A shadow may be the diagnosis (stone), and ribs belong to lung and heart.",
            source: "domain reference §1.11 (scan-line variant)"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let shaded = evidence.shaded, shaded.judged > 0 else { return }
        measurements.values["shadow.sides"] = 100 * shaded.share
        if shaded.share > 0 { mark(shaded, evidence.input.polar.geometry, into: &measurements) }
    }

    /// Marks neighbouring columns that lie in shadow, or nearly as surely as any does, from where it begins.
    private static func mark(
        _ shaded: ShadedColumns,
        _ geometry: ScanGeometry,
        into measurements: inout Measurements
    ) {
        let columns = Double(ShadedColumns.columns)
        // Where no column is sure the surest are what the value comes from.
        let least = 0.5 * (shaded.shares.max() ?? 1)
        var start: Int?
        for column in 0...ShadedColumns.columns {
            let isIn = column < ShadedColumns.columns && shaded.shares[column] > least
            if isIn, start == nil { start = column }
            guard !isIn, let first = start else { continue }
            start = nil
            let from = shaded.starts[first..<column].min() ?? 0
            measurements.marks.append(
                Mark(
                    metric: "shadow.sides",
                    outline: geometry.polygon(
                        lines: Double(first) / columns...Double(column) / columns,
                        depths: Double(min(from, PolarStatistics.bands - 1)) / Double(PolarStatistics.bands)...1
                    )
                )
            )
        }
    }
}
