/// Black beside the scan area of a picture that is cropped to it.
///
/// What is cropped to the ultrasound on three sides is cropped to it on the fourth. Where the fourth side is black instead,
/// scan lines without contact lie there: the finder cannot tell where they end, and what is left of the picture shows nothing.
package enum CutSide: Metric {
    /// Share of the longer side within which the area's other three sides lie at the picture's edges; marks and frames are as wide.
    private static let slack = 0.02
    /// Share of the width below which black is a border.
    private static let leastWidth = 0.04
    /// Grey over black up to which a pixel is black, and share of the pixels that may be brighter: letters and panels are the
    /// screen's, not the probe's.
    private static let blackRange = 12
    private static let mostBright = 0.02
    /// Pixels are looked at in every fourth column of every fourth row.
    private static let step = 4

    package static let descriptions = [
        MetricDescription(
            id: "contact.cut",
            measures: "Share of a cropped picture's width that is black on one side, from top to bottom.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .area,
            formula:
                "Columns between the scan area's box and the picture's left or right edge, over the picture's width; where the "
                + "other three sides of the box lie within 2 % of the longer side (and 1 pixel) of the picture's edges, and at most "
                + "2 % of the pixels between are more than 12 grey over black. 0 where all four do or the gap is under 4 %.",
            failure:
                "Absent for fans, where two sides lie away from the picture's edges, as on a scanner's screen, and where something "
                + "is drawn beside the ultrasound. A picture with a black border on one side only misleads it.",
            source: "domain reference §1.1, §1.11"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        // A fan meets a side in a corner only; a screen is black beside it.
        guard [.fullFrame, .linear].contains(evidence.input.area.shape) else { return }
        let plane = evidence.input.image.luma
        let box = evidence.input.area.box
        let slack = Int(slack * Double(max(plane.width, plane.height))) + 1
        let (left, right) = (box.x, plane.width - box.x - box.width)
        guard box.y <= slack, plane.height - box.y - box.height <= slack, min(left, right) <= slack else { return }
        let gap = max(left, right)
        guard Double(gap) >= leastWidth * Double(plane.width), gap > slack else {
            measurements.values["contact.cut"] = 0
            return
        }
        // Away from the area's own blurred edge.
        let columns = left > right ? 0..<left - gap / 8 : plane.width - right + gap / 8..<plane.width
        guard isBlack(plane, columns: columns, limit: evidence.levels.black + blackRange) else { return }
        measurements.values["contact.cut"] = 100 * Double(gap) / Double(plane.width)
        let (from, to) = left > right ? (0, left) : (plane.width - right, plane.width)
        let (near, far) = (Double(from) - 0.5, Double(to) - 0.5)
        let (top, bottom) = (Double(box.y) - 0.5, Double(box.y + box.height) - 0.5)
        measurements.marks.append(
            Mark(
                metric: "contact.cut",
                outline: [
                    PixelPoint(x: near, y: top), PixelPoint(x: far, y: top), PixelPoint(x: far, y: bottom),
                    PixelPoint(x: near, y: bottom),
                ]
            )
        )
    }

    private static func isBlack(_ plane: GreyPlane, columns: Range<Int>, limit: Int) -> Bool {
        let pixels = plane.pixels.span
        var (seen, bright) = (0, 0)
        for row in stride(from: 0, to: plane.height, by: step) {
            for column in stride(from: columns.lowerBound, to: columns.upperBound, by: step) {
                seen += 1
                bright += Int(pixels[row * plane.width + column]) > limit ? 1 : 0
            }
        }
        return Double(bright) <= mostBright * Double(seen)
    }
}
