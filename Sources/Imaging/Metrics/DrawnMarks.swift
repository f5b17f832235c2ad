/// What the user drew onto the ultrasound.
package enum DrawnMarks: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "mark.caliper",
            measures: "Crosses of calipers on the ultrasound.",
            unit: "count",
            direction: .neutral,
            range: 0...10_000,
            input: .area,
            formula:
                "Middles, in pieces left out of the mask, of four arms of 3 to 10 bright pixels alike in length, "
                + "upright or diagonal, with at least three of the four gaps between them 60 grey darker.",
            failure: "Crosses that touch a letter, dots and markers of other shapes do not count.",
            source: "domain reference §1.17"
        ),
        MetricDescription(
            id: "mark.text",
            measures: "Other things drawn onto the ultrasound: letters, arrows, lines.",
            unit: "count",
            direction: .neutral,
            range: 0...10_000,
            input: .area,
            formula: "Connected pieces left out of the mask inside the outline that have strokes and are no calipers.",
            failure: "Thin upright bright echoes may count; dim annotation does not.",
            source: "domain reference §1.17"
        ),
        MetricDescription(
            id: "meas.present",
            measures: "1 where a measurement is seen, 0 where none is.",
            unit: "flag",
            direction: .neutral,
            range: 0...1,
            input: .area,
            formula: "Two calipers or more.",
            failure: "0 says only that no pair of crosses was seen.",
            source: "domain reference §1.17"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let input = evidence.input
        guard input.mask.count > 0 else { return }
        let strokes = AreaStrokes(
            luma: input.image.luma,
            chroma: input.image.chroma,
            mask: input.mask,
            outline: input.area.outline
        )
        measurements.values["mark.caliper"] = Double(min(10_000, strokes.calipers.count))
        measurements.values["mark.text"] = Double(min(10_000, strokes.others.count))
        measurements.values["meas.present"] = strokes.calipers.count >= 2 ? 1 : 0
    }
}
