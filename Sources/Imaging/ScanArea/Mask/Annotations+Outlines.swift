/// The level and slanting parts of outlines drawn over the ultrasound: of measuring ellipses, of boxes, of letters.
///
/// A level stroke by itself is like a wall or the pleura. One that goes on from an upright stroke in the same grey, as thin
/// and as sharply bounded above and below, is part of what was drawn.
extension Annotations {
    /// Grey by which a level part may differ from the stroke that it goes on from.
    static let sameGrey = 16
    /// Pixels of a cell on such parts at least.
    private static let leastLinePixels = 2
    /// Share of the scan area that level parts may cover: more is no drawing.
    static let mostShare = 0.08

    /// Cells with level or slanting strokes that hang together with cells of upright ones.
    ///
    /// - Parameters:
    ///   - upright: Cells of upright strokes.
    ///   - plane: The picture.
    ///   - cells: The scan area.
    ///   - peaks: The brightest pixel of each cell.
    /// - Returns: Cells that are not among `upright`; none where they would be too many.
    static func levelParts(
        of upright: [(row: Int, column: Int)],
        in plane: GreyPlane,
        cells: [UInt8],
        peaks: CellPeaks
    ) -> [(row: Int, column: Int)] {
        guard !upright.isEmpty else { return [] }
        let (columns, rows) = (peaks.columns, peaks.rows)
        let most = Int(mostShare * Double(cells.span.sum()))
        var isSeen = [Bool](repeating: false, count: cells.count)
        for (row, column) in upright { isSeen[row * columns + column] = true }
        var open = upright
        var found: [(row: Int, column: Int)] = []
        while let (row, column) = open.popLast() {
            let grey = Int(peaks.grey[row * columns + column])
            for y in max(0, row - 1)...min(rows - 1, row + 1) {
                for x in max(0, column - 1)...min(columns - 1, column + 1) {
                    let index = y * columns + x
                    guard !isSeen[index], cells[index] != 0, peaks.grey[index] >= strokeWhite,
                        abs(Int(peaks.grey[index]) - grey) <= sameGrey
                    else { continue }
                    isSeen[index] = true
                    guard linePixels(plane, row: y, column: x) >= leastLinePixels else { continue }
                    found.append((y, x))
                    open.append((y, x))
                }
            }
            if found.count > most { return [] }
        }
        return found
    }

    /// Steps along a stroke, and to where it must be dark on either side, in columns and rows: level, falling, rising.
    private static let directions: [(along: (x: Int, y: Int), across: (x: Int, y: Int), likeness: Int)] = [
        ((1, 0), (0, strokeReach), 12), ((1, 1), (2, -2), 24), ((1, -1), (2, 2), 24),
    ]

    /// How many pixels of a cell lie on a level or slanting stroke: bright, dark on either side, alike along it.
    static func linePixels(_ plane: GreyPlane, row: Int, column: Int, isSlanting: Bool = false) -> Int {
        let directions = directions.dropFirst(isSlanting ? 1 : 0)
        let size = ScanAreaMask.cellSize
        let (width, height) = (plane.width, plane.height)
        let luma = plane.pixels.span
        let reach = strokeReach
        let (left, top) = (max(reach, column * size), max(reach, row * size))
        var count = 0
        for y in top..<max(top, min(height - reach, (row + 1) * size)) {
            for x in left..<max(left, min(width - reach, (column + 1) * size)) {
                let at = y * width + x
                let value = Int(luma[at])
                guard value >= Int(strokeWhite) else { continue }
                let isOnLine = directions.contains { direction in
                    let along = direction.along.y * width + direction.along.x
                    let across = direction.across.y * width + direction.across.x
                    return max(Int(luma[at - across]), Int(luma[at + across])) <= value - strokeContrast
                        && abs(Int(luma[at - along]) - value) <= direction.likeness
                        && abs(Int(luma[at + along]) - value) <= direction.likeness
                }
                if isOnLine { count += 1 }
            }
        }
        return count
    }
}
