/// The scales beside the scan area.
package enum RulerSpacing: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "ruler.spacing",
            measures: "Distance of the ticks of the scale along the depth.",
            unit: "pixels",
            direction: .neutral,
            range: 1...65_535,
            input: .area,
            formula:
                "Pieces shaped like ticks outside of the outline, five or more in a column at equal distances along "
                + "most of the area's height; length of the column over its number of steps.",
            failure:
                "Absent where no scale is certain, or a line joins its ticks. What a step stands for (1, 5 or 10 mm) is "
                + "written in digits, which are not read.",
            source: "domain reference §1.2"
        ),
        MetricDescription(
            id: "ruler.across",
            measures: "Distance of the ticks of the scale along the width.",
            unit: "pixels",
            direction: .neutral,
            range: 1...65_535,
            input: .area,
            formula: "As ruler.spacing with rows and columns exchanged; nothing else may stand beside it.",
            failure: "As ruler.spacing.",
            source: "domain reference §1.2"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let ruler = evidence.screen.ruler else { return }
        if let depth = ruler.depthSpacing { measurements.values["ruler.spacing"] = min(65_535, max(1, depth)) }
        if let width = ruler.widthSpacing { measurements.values["ruler.across"] = min(65_535, max(1, width)) }
    }
}
