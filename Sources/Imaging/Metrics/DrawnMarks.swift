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
            measures: "1 where the pictogram of a body with the probe's position is seen, 0 where none is.",
            unit: "flag",
            direction: .neutral,
            range: 0...1,
            input: .area,
            formula:
                "Where pieces were left out of the mask or sparse ones stand around it, outside of the middle 56 % of the "
                + "area's box: strokes over 120 grey and 60 above the pixels five away; a group of 5 to 17 % of the "
                + "picture's height (40 rows at least) and a third to 1.2 times as wide, filled to a quarter at most, one "
                + "stroke half as high as the whole; it lies within two pixels of its own mirror image, by 70 % of the way from "
                + "chance (the share of the box that near to ink) to all of it.",
            failure:
                "Absent where nothing is valid. Pictograms seen from the side or cut at the picture's edge do not count, nor "
                + "filled, coloured, or on coarse bright texture; any other upright drawing that is its own mirror image does.",
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
        // Lines around the ultrasound: large enough and sparse.
        let around = (evidence.screen.strokes?.pieces ?? []).filter {
            max($0.box.width, $0.box.height) >= 12 && 2 * $0.area <= $0.box.width * $0.box.height
        }.map(\.box)
        let body = BodyMark(luma: input.image.luma, pieces: strokes.pieces + around, area: input.area.box)
        measurements.values["mark.body"] = body == nil ? 0 : 1
        if let box = body?.box {
            let (right, bottom) = (Double(box.x + box.width), Double(box.y + box.height))
            let (left, top) = (Double(box.x), Double(box.y))
            measurements.marks.append(
                Mark(
                    metric: "mark.body",
                    outline: [
                        PixelPoint(x: left, y: top), PixelPoint(x: right, y: top), PixelPoint(x: right, y: bottom),
                        PixelPoint(x: left, y: bottom),
                    ]
                )
            )
        }
        measurements.values["meas.present"] = strokes.calipers.count >= 2 ? 1 : 0
    }
}
