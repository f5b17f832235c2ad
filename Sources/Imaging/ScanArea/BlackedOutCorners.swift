/// Corners of the scan area that a rectangle was laid over when the picture was exported.
///
/// The rectangle is no ultrasound and the outline goes around it. Lost lines, shadow and dark depth are no such
/// rectangles: they begin at the face or end raggedly, and have no level edge in the tissue beside an upright one.
package struct BlackedOutCorners {
    /// Share of the cells beyond a rectangle's inner corner that are as dark as the screen.
    private static let leastBlack = 0.9
    /// Share of its level and of its upright edge, beyond which there is content.
    private static let leastEdge = 0.75
    /// By how much that content exceeds the screen on some part of each edge and on half of both: what merely fades is
    /// hardly brighter there.
    private static let edgeStep = 10
    private static let leastBright = 0.2
    private static let meanBright = 0.5
    /// Length of both edges, against the outline's sides, and in cells.
    private static let leastLength = 0.04
    private static let leastCells = 4
    /// Share of the outline that one may cover.
    private static let mostCover = 0.25

    /// The corners, in grid cells.
    private(set) var corners: [Quadrant] = []

    /// Looks into the four corners of an outline's box.
    init(_ outline: ScanOutline, picture: ReducedPicture, foreground: Foreground) {
        guard !foreground.isGrey else { return }
        let (width, height) = (picture.width, picture.height)
        let floor = UInt8(clamping: foreground.background + 1)
        guard
            Self.darkCells(outline, picture: picture, below: floor) >= Self.leastCells * Self.leastCells
        else { return }
        // Sums of the cells inside, and of the dark ones among them, above and left of each cell.
        let stride = width + 1
        var inside = [Int32](repeating: 0, count: stride * (height + 1))
        var dark = inside
        var bright = inside
        let edge = UInt8(clamping: foreground.background + Self.edgeStep)
        var box = (left: width, top: height, right: 0, bottom: 0)
        let mean = picture.mean.span
        var insideSums = inside.mutableSpan
        var darkSums = dark.mutableSpan
        var brightSums = bright.mutableSpan
        for y in 0..<height {
            let ranges = outline.ranges(y: Double(y) + 0.5, inset: 0.5).map {
                Int(
                    $0.lowerBound.rounded(.up),
                    within: 0...width
                )..<max(
                    Int($0.lowerBound.rounded(.up), within: 0...width),
                    Int($0.upperBound, within: 0...width)
                )
            }.filter { !$0.isEmpty }
            if let first = ranges.first, let last = ranges.last {
                box = (
                    min(box.left, first.lowerBound), min(box.top, y), max(box.right, last.upperBound), y + 1
                )
            }
            let first = ranges.first ?? 0..<0
            let last = ranges.last ?? 0..<0
            var (own, black, lit): (Int32, Int32, Int32) = (0, 0, 0)
            for x in 0..<width {
                if x >= first.lowerBound, x < last.upperBound, x < first.upperBound || x >= last.lowerBound {
                    let grey = mean[y &* width &+ x]
                    own &+= 1
                    if grey < floor { black &+= 1 }
                    if grey >= edge { lit &+= 1 }
                }
                let above = y &* stride &+ x &+ 1
                let place = above &+ stride
                insideSums[place] = insideSums[above] &+ own
                darkSums[place] = darkSums[above] &+ black
                brightSums[place] = brightSums[above] &+ lit
            }
        }
        let all = Double(inside[height * stride + width])
        let least = (
            across: max(Self.leastCells, Int(Self.leastLength * Double(box.right - box.left))),
            down: max(Self.leastCells, Int(Self.leastLength * Double(box.bottom - box.top)))
        )
        guard box.right - box.left > 2 * least.across, box.bottom - box.top > 2 * least.down,
            Int(dark[height * stride + width]) >= least.across * least.down
        else { return }
        func sum(_ sums: [Int32], _ columns: Range<Int>, _ rows: Range<Int>) -> Double {
            Double(
                sums[rows.upperBound * stride + columns.upperBound]
                    - sums[rows.lowerBound * stride + columns.upperBound]
                    - sums[rows.upperBound * stride + columns.lowerBound]
                    + sums[rows.lowerBound * stride + columns.lowerBound]
            )
        }
        /// Share of a strip's cells inside that are bright; nil where it is no edge of content.
        func brightness(_ columns: Range<Int>, _ rows: Range<Int>, _ length: Int) -> Double? {
            let cells = sum(inside, columns, rows)
            guard cells >= Double(length), sum(dark, columns, rows) <= (1 - Self.leastEdge) * cells else {
                return nil
            }
            return sum(bright, columns, rows) / cells
        }
        for isRight in [true, false] {
            for isBelow in [true, false] {
                var best: (x: Int, y: Int, cells: Double)?
                // What begins black in the upper half and stays black to the bottom is lines that lost contact below their
                // reverberation.
                let first = isBelow ? (box.top + box.bottom) / 2 : box.top + least.down
                for y in max(first, box.top + least.down)...box.bottom - least.down {
                    for x in box.left + least.across...box.right - least.across {
                        // The rectangle's own corner is black, and what lies off it is not.
                        let own = (isBelow ? y : y - 1) * width + (isRight ? x : x - 1)
                        let beside = (isBelow ? y - 2 : y + 1) * width + (isRight ? x - 2 : x + 1)
                        guard mean[own] < floor, mean[beside] >= floor else { continue }
                        let columns = isRight ? x..<box.right : box.left..<x
                        let rows = isBelow ? y..<box.bottom : box.top..<y
                        let cells = sum(inside, columns, rows)
                        // A cell on the edge is a mixture.
                        guard cells > best?.cells ?? 0, cells >= Double(least.across * least.down),
                            cells <= Self.mostCover * all, sum(dark, columns, rows) >= Self.leastBlack * cells,
                            let level = brightness(
                                columns,
                                isBelow ? y - 2..<y - 1 : y + 1..<y + 2,
                                least.across
                            ),
                            let upright = brightness(isRight ? x - 2..<x - 1 : x + 1..<x + 2, rows, least.down),
                            min(level, upright) >= Self.leastBright, level + upright >= 2 * Self.meanBright
                        else { continue }
                        best = (x, y, cells)
                    }
                }
                if let best {
                    corners.append(
                        Quadrant(x: Double(best.x), y: Double(best.y), isRight: isRight, isBelow: isBelow)
                    )
                }
            }
        }
    }

    /// How many cells of an outline are as dark as the screen.
    private static func darkCells(_ outline: ScanOutline, picture: ReducedPicture, below floor: UInt8)
        -> Int
    {
        let mean = picture.mean.span
        var count = 0
        for y in 0..<picture.height {
            for range in outline.ranges(y: Double(y) + 0.5, inset: 0.5) {
                let low = Int(range.lowerBound.rounded(.up), within: 0...picture.width)
                let high = max(low, Int(range.upperBound, within: 0...picture.width))
                for x in low..<high where mean[y &* picture.width &+ x] < floor { count &+= 1 }
            }
        }
        return count
    }

    /// All that lies to one side of a column and of a row.
    package struct Quadrant {
        var x: Double
        var y: Double
        var isRight: Bool
        var isBelow: Bool

        /// A quadrant.
        ///
        /// - Parameters:
        ///   - x: The column at which it begins.
        ///   - y: The row at which it begins.
        ///   - isRight: Whether it lies right of the column.
        ///   - isBelow: Whether it lies below the row.
        package init(x: Double, y: Double, isRight: Bool, isBelow: Bool) {
            self.x = x
            self.y = y
            self.isRight = isRight
            self.isBelow = isBelow
        }

        /// The same in pixels.
        func scaled(by picture: ReducedPicture) -> Quadrant {
            Quadrant(x: picture.pixels(x), y: picture.pixels(y), isRight: isRight, isBelow: isBelow)
        }

        /// Whether a point lies in it.
        func contains(_ pointX: Double, _ pointY: Double) -> Bool {
            (isRight ? pointX > x : pointX < x) && (isBelow ? pointY > y : pointY < y)
        }

        /// A polygon without what lies in the quadrant; unchanged where that would not cut off one corner.
        package func cut(from corners: [PixelPoint]) -> [PixelPoint] {
            var result: [PixelPoint] = []
            var entries: [PixelPoint] = []
            var exits: [PixelPoint] = []
            for index in corners.indices {
                let start = corners[index]
                let end = corners[(index + 1) % corners.count]
                // The part of the edge in the quadrant.
                var first = 0.0
                var last = 1.0
                for (here, there) in [
                    (isRight ? start.x - x : x - start.x, isRight ? end.x - x : x - end.x),
                    (isBelow ? start.y - y : y - start.y, isBelow ? end.y - y : y - end.y),
                ] {
                    if here <= 0, there <= 0 {
                        last = -1
                    } else if here <= 0 {
                        first = max(first, here / (here - there))
                    } else if there <= 0 {
                        last = min(last, here / (here - there))
                    }
                }
                guard first < last else {
                    result.append(start)
                    continue
                }
                if first > 0 {
                    result.append(start)
                    entries.append(start.interpolated(to: end, at: first))
                    result.append(entries[entries.count - 1])
                }
                if last < 1 {
                    exits.append(start.interpolated(to: end, at: last))
                    result += [PixelPoint(x: x, y: y), exits[exits.count - 1]]
                }
            }
            guard entries.count == 1, exits.count == 1 else { return corners }
            // One on the column and the other on the row, or the corner is not in the polygon.
            let isEntryOnColumn = abs(entries[0].x - x) < abs(entries[0].y - y)
            let isExitOnColumn = abs(exits[0].x - x) < abs(exits[0].y - y)
            return isEntryOnColumn != isExitOnColumn ? result : corners
        }
    }
}
