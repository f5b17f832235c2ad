/// How deep the picture is, in centimetres.
package enum DepthScale: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "ruler.cm",
            measures: "Pixels of a centimetre of depth.",
            unit: "pixels per cm",
            direction: .neutral,
            range: 1...65_535,
            input: .area,
            formula:
                "ruler.spacing over what a step stands for, told from which ticks are longer (by 2 pixels and 1.3 times at "
                + "least): every second, half a centimetre; every fourth, a quarter; every tenth and fifth, a millimetre; "
                + "every tenth and second, half a centimetre; every fifth, a fifth of a centimetre or a whole one; every "
                + "tenth only, a millimetre or a centimetre. Of two readings the one whose depth a probe has: 3 to 35 cm "
                + "for fans, 1.5 to 16 cm for linear pictures, 1.5 to 35 cm for cropped ones; both fitting, neither.",
            failure:
                "Absent where ruler.spacing is, where all ticks are alike, and where two readings fit. A scanner with ticks "
                + "in inches, or one whose long ticks mean something else, misleads it; the digits are not read.",
            source: "domain reference §1.2"
        ),
        MetricDescription(
            id: "depth.cm",
            measures: "Depth that the picture shows.",
            unit: "cm",
            direction: .neutral,
            range: 0...100,
            input: .area,
            formula: "res.h over ruler.cm.",
            failure:
                "Absent where ruler.cm is. A fan's bounding box begins at its upper corners, which lie a little above "
                + "the middle of the probe's face.",
            source: "domain reference §1.2, §1.13"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let area = evidence.input.area
        guard let ruler = evidence.screen.ruler, let pitch = ruler.depthSpacing, pitch >= 1 else { return }
        guard
            let step = RulerScale.step(
                ticks: ruler.depthTicks,
                pitch: pitch,
                height: area.box.height,
                depths: RulerScale.depths(of: area.shape)
            )
        else { return }
        let scale = min(65_535, max(1, pitch / step))
        measurements.values["ruler.cm"] = scale
        measurements.values["depth.cm"] = min(100, Double(area.box.height) / scale)
    }
}
