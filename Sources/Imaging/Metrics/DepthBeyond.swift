/// Depth that was set, but is darker than what is told from the screen.
package enum DepthBeyond: Metric {
    /// Share of the scan area's height by which the scale may begin above or below it.
    private static let start = 0.1

    package static let descriptions = [
        MetricDescription(
            id: "depth.beyond",
            measures: "Share of the depth scale that lies below the last echoes.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .area,
            formula:
                "Rows from the scan area's lowest point to the last tick of the scale along the depth, over the rows from "
                + "the area's top to that tick. The scale begins within a tenth of the area's height of its top, and goes "
                + "on below it at the same distance on the same edge.",
            failure:
                "Absent where ruler.spacing is, and where the scale begins elsewhere. A scanner whose scale is as long as "
                + "the screen whatever is shown misleads it.",
            source: "domain reference §1.2, §1.13"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let box = evidence.input.area.box
        guard let ruler = evidence.screen.ruler, let first = ruler.depthTicks.first, box.height > 0 else { return }
        let top = Double(box.y)
        let height = Double(box.height)
        guard abs(Double(first.y) - top) <= start * height else { return }
        let end = max(ruler.depthEnd ?? 0, top + height)
        measurements.values["depth.beyond"] = 100 * (end - top - height) / (end - top)
        guard end > top + height else { return }
        let left = Double(box.x) - 0.5
        let right = left + Double(box.width)
        measurements.marks.append(
            Mark(
                metric: "depth.beyond",
                outline: [
                    PixelPoint(x: left, y: top + height), PixelPoint(x: right, y: top + height),
                    PixelPoint(x: right, y: end), PixelPoint(x: left, y: end),
                ]
            )
        )
    }
}
