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
        MetricDescription(
            id: "mark.body",
            measures: "1 where a body mark is seen, 0 where none is.",
            unit: "flag",
            direction: .neutral,
            range: 0...1,
            input: .area,
            formula:
                "Pieces of thin bright lines (screen black + 60 beside the outline, 180 and 90 above their sides over the "
                + "ultrasound) up to 3 % of the picture's height apart, no letters, together 5 to 24 % of it high, 0.35 to 2.8 "
                + "times as wide, one piece over 0.4 of that height; 2 to 7 lines a row, at most 40 % filled between them, "
                + "borders that move sideways in 12 % of the rows. Below the top 12 % of the picture, over the ultrasound only "
                + "near a corner. The box is marked, and left out of the mask where it lies over the ultrasound.",
            failure:
                "0 says only that none was seen: shaded or filled ones, dim ones over bright tissue and ones that touch a frame "
                + "or letters are not. A maker's round sign below the header may count.",
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
            range: evidence.screen.outline
        )
        measurements.values["mark.caliper"] = Double(min(10_000, strokes.calipers.count))
        measurements.values["mark.text"] = Double(min(10_000, strokes.others.count))
        measurements.values["meas.present"] = strokes.calipers.count >= 2 ? 1 : 0
        let mark = BodyMark.box(
            in: input.image.luma,
            area: input.area.box,
            screen: evidence.screen.strokes,
            black: evidence.levels.black,
            drawn: strokes.others
        )
        measurements.values["mark.body"] = mark == nil ? 0 : 1
        if let mark { measurements.marks.append(Mark(metric: "mark.body", outline: mark.corners)) }
    }
}
