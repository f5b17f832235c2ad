/// Black on one side of the scan area, above it, or in its middle, in a picture that is cropped to it.
///
/// What is cropped to the ultrasound on three sides is cropped to it on the fourth. Where the fourth side is black instead,
/// scan lines without contact lie there, or a near field that was turned down to black: the finder cannot tell where they end, and
/// what is left of the picture shows nothing. So it is with black lines in the middle, between which two pictures seem to lie.
package enum CutSide: Metric {
    /// Share of the longer side within which the area's other three sides lie at the picture's edges; marks and frames are as wide.
    private static let slack = 0.02
    /// Share of the width or the height below which black is a border.
    private static let leastGap = 0.04
    /// Shares of the width that black in the middle has; two pictures side by side lie closer together.
    private static let middleGap = 0.06...0.4
    /// Grey over black up to which a pixel is black, and share of the pixels that may be brighter: letters and panels are the
    /// screen's, not the probe's.
    private static let blackRange = 12
    private static let mostBright = 0.02
    /// Share of a column beside the gap that is brighter, where the picture ends there like a wall and not in the corner of a fan;
    /// share of one at the picture's edge behind black lines.
    private static let leastWall = 0.4
    private static let leastEdge = 0.2
    /// Pixels are looked at in every fourth column of every fourth row.
    private static let step = 4

    package static let descriptions = [
        MetricDescription(
            id: "contact.cut",
            measures:
                "Share of a cropped picture's width that is black on one side or in the middle, from top to bottom.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .area,
            formula:
                "Columns between the scan area's box and the picture's left or right edge, over the picture's width; where the "
                + "other three sides of the box lie within 2 % of the longer side (and 1 pixel) of the picture's edges, and at most "
                + "2 % of the pixels between are more than 12 grey over black. 0 where all four do or the gap is under 4 %. Where the "
                + "area is not sure and begins at the upper left corner: the black columns right of it (6 to 40 % of the width), if "
                + "the picture goes on behind them up to its right edge.",
            failure:
                "Absent for fans that end in a corner, where two sides lie away from the picture's edges, as on a scanner's screen, "
                + "and where something is drawn beside the ultrasound. A picture with a black border on one side only misleads it.",
            source: "domain reference §1.1, §1.11"
        ),
        MetricDescription(
            id: "tgc.cut",
            measures: "Share of a cropped picture's height that is black above the ultrasound.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .area,
            formula:
                "Rows between the picture's upper edge and the scan area's box, over the picture's height; where the other three "
                + "sides of the box lie at the picture's edges and the rows are black, both as for contact.cut. 0 where all four do "
                + "or the gap is under 4 %.",
            failure:
                "Absent where another side lies away from the picture's edges and where something is drawn above the ultrasound. A "
                + "title that was blacked out misleads it.",
            source: "domain reference §1.1, §1.6"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let plane = evidence.input.image.luma
        let box = evidence.input.area.box
        let slack = Int(slack * Double(max(plane.width, plane.height))) + 1
        let gaps = (
            left: box.x, right: plane.width - box.x - box.width, top: box.y, bottom: plane.height - box.y - box.height
        )
        let look = Look(plane: plane, limit: evidence.levels.black + blackRange)
        if gaps.top <= slack, gaps.bottom <= slack, min(gaps.left, gaps.right) <= slack {
            side(left: gaps.left, right: gaps.right, slack: slack, look, evidence, into: &measurements)
        }
        if evidence.input.area.confidence < ScanArea.surety, gaps.top <= slack, gaps.left <= slack,
            let columns = blackMiddle(from: box.x + box.width, look)
        {
            tell("contact.cut", columns: columns, rows: 0..<plane.height, of: plane, into: &measurements)
        }
        if max(gaps.left, gaps.right) <= slack, gaps.bottom <= slack {
            near(gaps.top, slack: slack, look, into: &measurements)
        }
    }

    /// Black on the left or on the right.
    private static func side(
        left: Int,
        right: Int,
        slack: Int,
        _ look: Look,
        _ evidence: MetricEvidence,
        into measurements: inout Measurements
    ) {
        let plane = look.plane
        let isFan = ![.fullFrame, .linear].contains(evidence.input.area.shape)
        let gap = max(left, right)
        guard Double(gap) >= leastGap * Double(plane.width), gap > slack else {
            if !isFan { measurements.values["contact.cut"] = 0 }
            return
        }
        // A fan meets a side in a corner only; a screen is black beside it.
        let wall = left > right ? left + slack : plane.width - right - slack
        if isFan, !(0..<plane.width).contains(wall) || look.brightShare(ofColumn: wall) < leastWall { return }
        // Away from the area's own blurred edge, and from a frame along the picture's.
        let columns =
            left > right
            ? min(slack, left / 2)..<left - gap / 8
            : plane.width - right + gap / 8..<plane.width - min(slack, right / 2)
        guard look.brightShare(columns: columns, rows: 0..<plane.height) <= mostBright else { return }
        let lost = left > right ? 0..<left : plane.width - right..<plane.width
        tell("contact.cut", columns: lost, rows: 0..<plane.height, of: plane, into: &measurements)
    }

    /// Black columns behind which the picture goes on to its right edge; nil where there are none, too few or too many.
    private static func blackMiddle(from start: Int, _ look: Look) -> Range<Int>? {
        let width = look.plane.width
        // The area's own edge is blurred.
        var first = start
        while first < min(width, start + width / 50), look.brightShare(ofColumn: first) > mostBright { first += 1 }
        var end = first
        while end < width, look.brightShare(ofColumn: end) <= mostBright { end += 1 }
        guard middleGap.contains(Double(end - first) / Double(width)), first >= step, end + step < width,
            look.brightShare(ofColumn: first - step) >= leastWall, look.brightShare(ofColumn: end + step) >= leastWall,
            look.brightShare(columns: width - width / 20..<width, rows: 0..<look.plane.height) >= leastEdge
        else { return nil }
        return first..<end
    }

    /// Black above the ultrasound.
    private static func near(_ gap: Int, slack: Int, _ look: Look, into measurements: inout Measurements) {
        let plane = look.plane
        guard Double(gap) >= leastGap * Double(plane.height), gap > slack else {
            measurements.values["tgc.cut"] = 0
            return
        }
        let rows = min(slack, gap / 2)..<gap - gap / 8
        guard look.brightShare(columns: 0..<plane.width, rows: rows) <= mostBright else { return }
        tell("tgc.cut", columns: 0..<plane.width, rows: 0..<gap, of: plane, into: &measurements)
    }

    /// Notes the black part's share of the picture, and marks it.
    private static func tell(
        _ metric: String,
        columns: Range<Int>,
        rows: Range<Int>,
        of plane: GreyPlane,
        into measurements: inout Measurements
    ) {
        measurements.values[metric] =
            100 * Double(columns.count * rows.count) / Double(plane.width * plane.height)
        let (left, right) = (Double(columns.lowerBound) - 0.5, Double(columns.upperBound) - 0.5)
        let (top, bottom) = (Double(rows.lowerBound) - 0.5, Double(rows.upperBound) - 0.5)
        measurements.marks.append(
            Mark(
                metric: metric,
                outline: [
                    PixelPoint(x: left, y: top), PixelPoint(x: right, y: top), PixelPoint(x: right, y: bottom),
                    PixelPoint(x: left, y: bottom),
                ]
            )
        )
    }

    /// The picture, and the grey above which its pixels are not black.
    private struct Look {
        let plane: GreyPlane
        let limit: Int

        /// The share of every fourth pixel of every fourth row that is not black.
        func brightShare(columns: Range<Int>, rows: Range<Int>) -> Double {
            let pixels = plane.pixels.span
            var (seen, bright) = (0, 0)
            for row in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
                for column in stride(from: columns.lowerBound, to: columns.upperBound, by: step) {
                    seen += 1
                    bright += Int(pixels[row * plane.width + column]) > limit ? 1 : 0
                }
            }
            return Double(bright) / Double(max(1, seen))
        }

        func brightShare(ofColumn column: Int) -> Double {
            brightShare(columns: column..<column + 1, rows: 0..<plane.height)
        }
    }
}
