/// Text where scanners write who the patient is.
package enum ScreenText: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "phi.text",
            measures: "Rows of letters above the scan area, where scanners write who the patient is.",
            unit: "count",
            direction: .lowerIsBetter,
            range: 0...10_000,
            input: .area,
            formula:
                "Connected pieces over 60 grey above black in the top 12 % of the picture and outside of the outline, 6 to "
                + "28 pixels high (more on screens over 768 rows), side by side at like heights; groups of three or more "
                + "are counted. Nothing is read.",
            failure:
                "Absent where the surroundings are no dark screen. Rows of icons count as text; letters inside the "
                + "outline, dark letters on a light bar and joined script do not.",
            source: "domain reference §1.17"
        )
    ]

    /// Share of the picture's height, from the top, in which names stand.
    private static let topBand = 0.12

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let strokes = evidence.screen.strokes else { return }
        let band = topBand * Double(strokes.size.height)
        let rows = TextLines(strokes).boxes.count { Double(2 * $0.y + $0.height) / 2 < band }
        measurements.values["phi.text"] = Double(min(10_000, rows))
    }
}
