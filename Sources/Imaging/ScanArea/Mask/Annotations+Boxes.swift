/// White boxes that were laid over names at the edges of a picture.
///
/// On a screen names stand beside the ultrasound. In a picture that was cropped to it their boxes lie on tissue, and would
/// pass for saturated grey. Saturated tissue has round ends and fades into bright tissue; a box has straight edges along rows
/// and columns, is white up to them, and lies on the edge of the picture.
extension Annotations {
    /// Grey from which a pixel can be a box's; lossy compression leaves a little.
    private static let whitest: UInt8 = 250
    /// Grey beside a box up to which it ends there, and the share of an upright and of a level edge that must.
    private static let besideBox: UInt8 = 200
    private static let leastEdge = 0.8
    /// Least side of a box in cells, and the share of it that is white.
    private static let leastSide = 3
    private static let leastWhite = 0.97
    /// Share of its bounding box that it fills.
    private static let leastFilled = 0.95
    /// Cells from the picture's edge that may be left out of the scan area already.
    private static let edgeCells = 2

    /// The cells of white boxes, and those around them.
    ///
    /// - Returns: One flag a cell; empty where there is no box.
    static func whiteBoxes(in image: UltrasoundImage, cells: [UInt8], peaks: CellPeaks) -> [UInt8] {
        let (columns, rows) = (peaks.columns, peaks.rows)
        let (peak, inside) = (peaks.grey.span, cells.span)
        let limit = SIMD16<UInt8>(repeating: whitest)
        var white = PackedCells(width: columns, height: rows) { index in
            (peak.lanes(at: index) .>= limit).bytes & inside.lanes(at: index)
        }
        guard white.count >= leastSide * leastSide else { return [] }
        white.open(1)
        var result: [UInt8] = []
        for part in CellRuns(white).parts {
            let isAtEdge =
                part.minX <= edgeCells || part.minY <= edgeCells || part.maxX >= columns - edgeCells
                || part.maxY >= rows - edgeCells
            guard isAtEdge, min(part.width, part.height) >= leastSide,
                Double(part.area) >= leastFilled * Double(part.width * part.height), isBox(part, in: image.luma)
            else { continue }
            if result.isEmpty { result = [UInt8](repeating: 0, count: cells.count) }
            for row in max(0, part.minY - 2)..<min(rows, part.maxY + 2) {
                for column in max(0, part.minX - 2)..<min(columns, part.maxX + 2) { result[row * columns + column] = 1 }
            }
        }
        return result
    }

    /// Whether a part is white all over and ends at once on an upright and on a level edge within the picture.
    private static func isBox(_ part: CellComponent, in luma: GreyPlane) -> Bool {
        let size = ScanAreaMask.cellSize
        let xs = part.minX * size..<min(luma.width, part.maxX * size)
        let ys = part.minY * size..<min(luma.height, part.maxY * size)
        func share(_ columns: Range<Int>, _ rows: Range<Int>, _ isCounted: (UInt8) -> Bool) -> Double {
            guard !columns.isEmpty, !rows.isEmpty, columns.lowerBound >= 0, rows.lowerBound >= 0,
                columns.upperBound <= luma.width, rows.upperBound <= luma.height
            else { return 0 }
            var counted = 0
            for y in rows { for x in columns where isCounted(luma.pixels[y * luma.width + x]) { counted += 1 } }
            return Double(counted) / Double(columns.count * rows.count)
        }
        // A cell that an edge runs through is white in a part of it.
        let (inner, middle) = (xs.dropFirst(size).dropLast(size), ys.dropFirst(size).dropLast(size))
        guard share(inner, middle, { $0 >= whitest }) >= leastWhite else { return false }
        let (near, far) = (size + 1, size + 3)
        let upright = [xs.lowerBound - far..<xs.lowerBound - near, xs.upperBound + near..<xs.upperBound + far]
        let level = [ys.lowerBound - far..<ys.lowerBound - near, ys.upperBound + near..<ys.upperBound + far]
        return upright.contains { share($0, ys) { $0 <= besideBox } >= leastEdge }
            && level.contains { share(xs, $0) { $0 <= besideBox } >= leastEdge }
    }
}
