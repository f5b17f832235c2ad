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
        let map = Map(outline, picture: picture, foreground: foreground)
        let least = (
            across: max(Self.leastCells, Int(Self.leastLength * Double(map.columns.count))),
            down: max(Self.leastCells, Int(Self.leastLength * Double(map.rows.count)))
        )
        guard map.columns.count > 2 * least.across, map.rows.count > 2 * least.down,
            map.dark.count >= max(Self.leastCells * Self.leastCells, least.across * least.down)
        else { return }
        let all = Double(map.inside.count)
        for isRight in [true, false] {
            for isBelow in [true, false] {
                var best: (x: Int, y: Int, cells: Double)?
                // What begins black in the upper half and stays black to the bottom is lines that lost contact below their
                // reverberation.
                let first = isBelow ? (map.rows.lowerBound + map.rows.upperBound) / 2 : map.rows.lowerBound + least.down
                let levels = max(first, map.rows.lowerBound + least.down)...map.rows.upperBound - least.down
                let places = map.columns.lowerBound + least.across...map.columns.upperBound - least.across
                for y in levels {
                    let edgeRow = isBelow ? y - 2 : y + 1
                    map.forEachCorner(ofRow: isBelow ? y : y - 1, besideRow: edgeRow, isRight: isRight, in: places) {
                        x in
                        let columns = isRight ? x..<map.columns.upperBound : map.columns.lowerBound..<x
                        let rows = isBelow ? y..<map.rows.upperBound : map.rows.lowerBound..<y
                        // A cell on the edge is a mixture.
                        guard let level = map.brightness(columns, row: edgeRow, least.across) else { return }
                        let most = min(Self.mostCover * all, Double(columns.count * rows.count))
                        guard let cells = map.blackCells(columns, rows, most: most), cells > best?.cells ?? 0,
                            cells >= Double(least.across * least.down), cells <= Self.mostCover * all,
                            let upright = map.brightness(column: isRight ? x - 2 : x + 1, rows, least.down),
                            min(level, upright) >= Self.leastBright, level + upright >= 2 * Self.meanBright
                        else { return }
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

    /// Share of bright cells in an edge of content; nil where it is none.
    private static func brightness(_ cells: Double, dark: Double, bright: Double, _ length: Int) -> Double? {
        cells >= Double(length) && dark <= (1 - leastEdge) * cells ? bright / cells : nil
    }

    /// The cells of an outline, and which of them are as dark as the screen, and which clearly brighter.
    private struct Map {
        /// The outline's cells.
        var inside: PackedCells
        /// Those that are dark, those that are not, and those that are bright.
        var dark: PackedCells
        var lit: PackedCells
        var bright: PackedCells
        /// The cells of the whole picture that are dark.
        var black: PackedCells
        /// The box around the outline.
        var columns: Range<Int>
        var rows: Range<Int>

        init(_ outline: ScanOutline, picture: ReducedPicture, foreground: Foreground) {
            let (width, height) = (picture.width, picture.height)
            let mean = picture.mean.span
            let floor = SIMD16<UInt8>(repeating: UInt8(clamping: foreground.background + 1))
            let edge = SIMD16<UInt8>(repeating: UInt8(clamping: foreground.background + BlackedOutCorners.edgeStep))
            black = PackedCells(width: width, height: height) { (mean.lanes(at: $0) .< floor).bytes }
            bright = PackedCells(width: width, height: height) { (mean.lanes(at: $0) .>= edge).bytes }
            inside = PackedCells(width: width, height: height)
            var (left, top, right, bottom) = (width, height, 0, 0)
            let rows = OutlineSlices(outline, inset: 0.5)
            for y in 0..<height {
                for range in rows.ranges(y: Double(y) + 0.5) {
                    let low = Int(range.lowerBound.rounded(.up), within: 0...width)
                    let high = Int(range.upperBound, within: 0...width)
                    guard low < high else { continue }
                    inside.insert(low..<high, row: y)
                    (left, top, right, bottom) = (min(left, low), min(top, y), max(right, high), y + 1)
                }
            }
            dark = black
            dark.intersect(inside)
            lit = inside
            lit.subtract(dark)
            bright.intersect(inside)
            columns = left..<max(left, right)
            self.rows = top..<max(top, bottom)
        }

        /// Calls `body` with the column, if it is one of `places`, of every dark cell of a row off which, in another row and
        /// two columns nearer to the middle, none is dark: the corner of a rectangle begins with it, or ends before the next
        /// column.
        func forEachCorner(
            ofRow row: Int,
            besideRow: Int,
            isRight: Bool,
            in places: ClosedRange<Int>,
            _ body: (Int) -> Void
        ) {
            guard row >= 0, besideRow >= 0, row < black.height, besideRow < black.height else { return }
            let columns =
                isRight
                ? (places.lowerBound..<places.upperBound + 1).clamped(to: min(2, black.width)..<black.width)
                : (places.lowerBound - 1..<places.upperBound).clamped(to: 0..<max(0, black.width - 2))
            black.forEachCell(row: row, in: columns, lacking: besideRow, isRight ? -2 : 2) {
                body(isRight ? $0 : $0 + 1)
            }
        }

        /// Share of bright cells along some columns of a row; nil where they are no edge of content.
        func brightness(_ columns: Range<Int>, row: Int, _ length: Int) -> Double? {
            let cells = inside.count(row: row, columns)
            // The cheaper questions first.
            guard cells >= length else { return nil }
            let dark = Double(dark.count(row: row, columns))
            guard dark <= (1 - leastEdge) * Double(cells) else { return nil }
            return BlackedOutCorners.brightness(
                Double(cells),
                dark: dark,
                bright: Double(bright.count(row: row, columns)),
                length
            )
        }

        /// How many cells of the outline lie in a box; nil where fewer of them are dark than must be.
        ///
        /// - Parameters:
        ///   - columns: The box.
        ///   - rows: The same.
        ///   - most: Cells that it may have at most.
        func blackCells(_ columns: Range<Int>, _ rows: Range<Int>, most: Double) -> Double? {
            guard let columns = PackedCells.Columns(columns, of: inside) else { return nil }
            var lightCells = 0
            // Rows far apart first: below a dark one lie others as dark. Most boxes end here.
            for phase in 0..<4 {
                for row in stride(from: rows.lowerBound + phase, to: rows.upperBound, by: 4) {
                    lightCells += lit.count(row: row, columns)
                    if Double(lightCells) > (1 - leastBlack) * most + 1 { return nil }
                }
            }
            let cells = rows.reduce(0) { $0 + inside.count(row: $1, columns) }
            return Double(cells - lightCells) >= leastBlack * Double(cells) ? Double(cells) : nil
        }

        /// Share of bright cells along some rows of a column; nil where they are no edge of content.
        func brightness(column: Int, _ rows: Range<Int>, _ length: Int) -> Double? {
            var (cells, darkCells, brightCells) = (0, 0, 0)
            for row in rows where inside.contains(column, row) {
                cells += 1
                if dark.contains(column, row) { darkCells += 1 }
                if bright.contains(column, row) { brightCells += 1 }
            }
            return BlackedOutCorners.brightness(
                Double(cells),
                dark: Double(darkCells),
                bright: Double(brightCells),
                length
            )
        }
    }
}
