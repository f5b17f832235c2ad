/// Size of the scan area in pixels.
package enum AreaSize: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "res.h",
            measures: "Height of the scan area.",
            unit: "pixels",
            direction: .higherIsBetter,
            range: 1...65_535,
            input: .area,
            formula: "Height of the scan area's bounding box.",
            failure: "Always present. Says nothing of pixels that were interpolated; see sharp.cutoff.",
            source: "domain reference §1.16"
        ),
        MetricDescription(
            id: "res.w",
            measures: "Width of the scan area.",
            unit: "pixels",
            direction: .higherIsBetter,
            range: 1...65_535,
            input: .area,
            formula: "Width of the scan area's bounding box.",
            failure: "Always present.",
            source: "domain reference §1.16"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        measurements.values["res.h"] = Double(evidence.input.area.box.height)
        measurements.values["res.w"] = Double(evidence.input.area.box.width)
    }
}
