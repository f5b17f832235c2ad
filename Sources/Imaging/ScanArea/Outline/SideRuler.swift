import Foundation

/// The scale of depth that scanners draw along one side of a sector: small marks at equal distances from its tip to the
/// corner of its far end.
///
/// Where echoes fade long before the set depth is reached, and on one side too, nothing of the picture itself tells how
/// far the sector goes; the scale says it, and the probe's axis through the tip mirrors its side.
struct SideRuler {
    /// Grey above black from which a pixel is a mark's, and to which the screen around a free mark keeps.
    private static let markGrey = 60
    private static let freeGrey = 32
    /// Size of a mark against the picture's shorter side, at most; the focus is drawn larger than the other marks.
    private static let mostSize = 1.0 / 40
    /// Marks above which the picture is too busy for a series to mean anything.
    private static let mostMarks = 800
    /// Distance of marks against the picture's height.
    private static let pitches = 0.015...0.15
    /// Steps down against steps aside: a sector's side leans by 15 to 60 degrees.
    private static let leans = 0.57...3.8
    /// By how much a mark may be off its place: against the distance of marks, and in pixels.
    private static let play = 0.05
    private static let playPixels = 1.0
    /// Marks that may be hidden by echoes one after the other, and share of the places that have one.
    private static let mostHidden = 2
    private static let leastFilled = 0.75
    /// Marks of a scale, and how many of them stand on bare screen; specks of tissue never do.
    private static let leastMarks = 7
    private static let leastFree = 4
    /// Distance of the scale's start from the tip against the distance of marks, at most.
    private static let tipPlay = 0.4
    /// Half the width of what is looked at for marks beyond a sector's end, against its depth, and how many must be there.
    private static let sideReach = 0.05
    private static let leastBeyond = 2

    /// Where depth 0 is, in pixels.
    let start: PixelPoint
    /// Pixels from there to the last mark, and from mark to mark.
    let depth: Double
    let pitch: Double
    /// The lean of the scale in radians: to the right of straight down above 0.
    let lean: Double

    private struct Mark {
        var x: Double
        var y: Double
        var isFree: Bool
    }

    /// Looks for the scale of a sector.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - black: Grey of the screen.
    ///   - tip: Where the sector begins, in pixels.
    init?(_ luma: GreyPlane, black: Int, tip: PixelPoint) {
        let marks = Self.marks(luma, black: black)
        guard marks.count >= Self.leastMarks, marks.count <= Self.mostMarks else { return nil }
        let height = Double(luma.height)
        var best: (count: Int, start: PixelPoint, end: PixelPoint, places: Double)?
        // Only free marks begin a series: it is followed from the far end, on bare screen, towards the tip.
        for last in marks.indices.reversed() where marks[last].isFree {
            for next in marks.indices[..<last].reversed() {
                let (dx, dy) = (marks[last].x - marks[next].x, marks[last].y - marks[next].y)
                let pitch = (dx * dx + dy * dy).squareRoot()
                if dy > Self.pitches.upperBound * height { break }
                guard Self.pitches.contains(pitch / height), Self.leans.contains(dy / max(1e-9, abs(dx))) else {
                    continue
                }
                guard let series = Self.follow(marks, from: last, to: next), series.count > best?.count ?? 0,
                    let start = Self.start(of: series.marks, tip: tip)
                else { continue }
                best = (series.count, start.point, PixelPoint(x: marks[last].x, y: marks[last].y), start.places)
            }
        }
        guard let best else { return nil }
        start = best.start
        let (x, y) = (best.end.x - start.x, best.end.y - start.y)
        depth = (x * x + y * y).squareRoot()
        pitch = depth / best.places
        lean = atan2(x, y)
    }

    /// Whether marks stand along one side of a sector beyond its far end: a quick look, before the scale is followed.
    ///
    /// - Parameters:
    ///   - outline: The sector, in pixels.
    ///   - luma: The picture.
    ///   - black: Grey of the screen.
    static func mayGoOn(beyond outline: ScanOutline, _ luma: GreyPlane, black: Int) -> Bool {
        guard case .fan(let x, let y, _, let outer, let start, let end) = outline.geometry else { return false }
        let reach = Int(sideReach * outer) + 2
        let longest = max(3, Int(mostSize * Double(min(luma.width, luma.height))))
        return [start, end].contains { angle in
            let (dx, dy) = (cos(angle), sin(angle))
            var marks = 0
            var length = 0
            for radius in stride(from: Int(outer) + longest, to: Int(2 * outer), by: 1) {
                var isBright = false
                for offset in stride(from: -reach, through: reach, by: 2) {
                    let column = Int(x + Double(radius) * dx - Double(offset) * dy)
                    let row = Int(y + Double(radius) * dy + Double(offset) * dx)
                    guard column >= 0, row >= 0, column < luma.width, row < luma.height else { continue }
                    if Int(luma.pixels[row * luma.width + column]) >= black + markGrey { isBright = true }
                }
                if isBright {
                    length += 1
                } else {
                    if length > 0, length <= longest { marks += 1 }
                    length = 0
                }
            }
            return marks >= leastBeyond
        }
    }

    /// Small bright pieces, from the top down.
    private static func marks(_ luma: GreyPlane, black: Int) -> [Mark] {
        let (width, height) = (luma.width, luma.height)
        let pixels = luma.pixels.span
        let least = SIMD16<UInt8>(repeating: UInt8(clamping: black + markGrey))
        let bright = PackedCells(width: width, height: height) { (pixels.lanes(at: $0) .>= least).bytes }
        let most = max(3, Int(mostSize * Double(min(width, height))))
        let margin = max(2, most / 6)
        let free = UInt8(clamping: black + freeGrey)
        return CellRuns(bright).parts.filter { max($0.width, $0.height) <= most }
            .map { part in
                var isFree =
                    part.minX > margin && part.minY > margin && part.maxX + margin < width
                    && part.maxY + margin < height
                if isFree {
                    let (left, right) = (part.minX - 1 - margin, part.maxX + margin)
                    let (top, bottom) = (part.minY - 1 - margin, part.maxY + margin)
                    for x in left...right where pixels[top * width + x] > free || pixels[bottom * width + x] > free {
                        isFree = false
                    }
                    for y in top...bottom where pixels[y * width + left] > free || pixels[y * width + right] > free {
                        isFree = false
                    }
                }
                return Mark(
                    x: Double(part.minX + part.maxX) / 2,
                    y: Double(part.minY + part.maxY) / 2,
                    isFree: isFree
                )
            }
            .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    }

    /// The marks upwards from two of them at their distance, which every mark that is met corrects; nil for no scale.
    private static func follow(_ marks: [Mark], from last: Int, to second: Int) -> (count: Int, marks: [Mark])? {
        var series = [marks[last], marks[second]]
        var steps = 1
        var missed = 0
        var index = second - 1
        while missed <= mostHidden {
            let count = Double(steps)
            let (dx, dy) = (
                (series[0].x - series[series.count - 1].x) / count, (series[0].y - series[series.count - 1].y) / count
            )
            let place = Double(steps + missed + 1)
            let (x, y) = (series[0].x - place * dx, series[0].y - place * dy)
            let slack = playPixels + play * (dx * dx + dy * dy).squareRoot()
            while index >= 0, marks[index].y > y + slack { index -= 1 }
            var found = index
            while found >= 0, marks[found].y >= y - slack, abs(marks[found].x - x) > slack { found -= 1 }
            if found >= 0, marks[found].y >= y - slack {
                steps += missed + 1
                missed = 0
                series.append(marks[found])
            } else {
                missed += 1
            }
        }
        guard series.count >= leastMarks, series.count(where: \.isFree) >= leastFree,
            Double(series.count) >= leastFilled * Double(steps + 1)
        else { return nil }
        return (series.count, series)
    }

    /// Where a series, from the far end on, begins; and how many marks from there it ends; nil where that is not the tip.
    private static func start(of series: [Mark], tip: PixelPoint) -> (point: PixelPoint, places: Double)? {
        let (last, first) = (series[0], series[series.count - 1])
        let steps = zip(series, series.dropFirst()).map { ($0.y - $1.y) }.sorted()
        let places = ((last.y - first.y) / steps[steps.count / 2]).rounded()
        let (dx, dy) = ((last.x - first.x) / places, (last.y - first.y) / places)
        let hidden = max(0, ((first.y - tip.y) / dy).rounded())
        // Bright echoes hide as many marks at most as are seen.
        guard hidden <= Double(series.count) else { return nil }
        let start = PixelPoint(x: first.x - hidden * dx, y: first.y - hidden * dy)
        let (x, y) = (start.x - tip.x, start.y - tip.y)
        return (x * x + y * y).squareRoot() <= tipPlay * (dx * dx + dy * dy).squareRoot()
            ? (start, places + hidden) : nil
    }
}
