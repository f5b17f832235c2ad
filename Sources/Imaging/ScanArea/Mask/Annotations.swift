/// Finds what was drawn over the ultrasound or cut out of it, cell by cell of a `ScanAreaMask`.
enum Annotations {
    /// Grey from which a pixel can be part of a stroke.
    static let strokeWhite: UInt8 = 200
    /// By how much a stroke must exceed what lies `strokeReach` pixels to its left and to its right.
    static let strokeContrast = 90
    /// Strokes are at most `2 · strokeReach − 1` pixels wide.
    static let strokeReach = 3
    /// Stroke pixels in the 3 × 3 cells around that make a cell annotation.
    static let leastStrokePixels = 6

    /// Cells with strokes of text, calipers or markers, grown by one cell.
    ///
    /// A stroke is white, narrow *across the beam* and even along itself. Echoes can be thin along the beam
    /// (walls, pleura, needles), but the beam is wider than a stroke, so only pixels with dark on both the
    /// left and the right count, and of these only runs of at least three rows of nearly the same grey.
    ///
    /// - Returns: One flag a cell; empty where there is no stroke.
    static func strokes(in image: UltrasoundImage, cells: [UInt8], peaks: CellPeaks) -> [UInt8] {
        let (columns, rows) = (peaks.columns, peaks.rows)
        let inside = cells.span
        let peak = peaks.grey.span
        var counts: [UInt8] = []
        var found: [(row: Int, column: Int)] = []
        let white = SIMD16<UInt8>(repeating: strokeWhite)
        var index = 0
        while index < cells.count {
            // Most cells are darker than a stroke: sixteen at once, whatever row they are in.
            if index &+ 16 <= cells.count {
                let bright = unsafeBitCast(peaks.sixteen(at: index) { $0 .>= white }, to: SIMD2<UInt64>.self)
                if bright[0] | bright[1] == 0 {
                    index &+= 16
                    continue
                }
            }
            for cell in index..<min(cells.count, index &+ 16) where peak[cell] >= strokeWhite && inside[cell] != 0 {
                let (row, column) = (cell / columns, cell % columns)
                let count = strokePixels(image.luma, row: row, column: column)
                if count == 0 { continue }
                if found.isEmpty { counts = [UInt8](repeating: 0, count: cells.count) }
                counts[cell] = count
                found.append((row, column))
            }
            index &+= 16
        }
        var kept: [(row: Int, column: Int)] = []
        for (row, column) in found {
            var sum = 0
            for y in max(0, row - 1)...min(rows - 1, row + 1) {
                for x in max(0, column - 1)...min(columns - 1, column + 1) { sum += Int(counts[y * columns + x]) }
            }
            guard sum >= leastStrokePixels else { continue }
            kept.append((row, column))
        }
        kept += wordParts(of: kept, in: image.luma, cells: cells, peaks: peaks)
        kept += levelParts(of: kept, in: image.luma, cells: cells, peaks: peaks)
        kept += caliperParts(in: image.luma, cells: cells, peaks: peaks)
        guard !kept.isEmpty else { return [] }
        var result = [UInt8](repeating: 0, count: cells.count)
        for (row, column) in kept {
            for y in max(0, row - 2)...min(rows - 1, row + 2) {
                for x in max(0, column - 2)...min(columns - 1, column + 2) { result[y * columns + x] = 1 }
            }
        }
        return result
    }

    /// How many pixels of a cell lie on a stroke.
    static func strokePixels(_ plane: GreyPlane, row: Int, column: Int) -> UInt8 {
        let width = plane.width
        let size = ScanAreaMask.cellSize
        let luma = plane.pixels.span
        if CellPixels.isInside(plane, row: row, column: column, reach: strokeReach) {
            let start = row &* size &* width &+ column &* size
            return strokePixels(luma.bytes, at: start, width: width)
        }
        let endY = min(plane.height &- 1, (row &+ 1) &* size)
        let endX = min(width &- strokeReach, (column &+ 1) &* size)
        let startY = max(1, row &* size)
        let startX = max(strokeReach, column &* size)
        guard startY < endY, startX < endX else { return 0 }
        var count: UInt8 = 0
        for y in startY..<endY {
            let start = y &* width
            for x in startX..<endX {
                let value = luma[start &+ x]
                if value < strokeWhite { continue }
                let least = Int(value) &- strokeContrast
                if Int(luma[start &+ x &- strokeReach]) > least || Int(luma[start &+ x &+ strokeReach]) > least {
                    continue
                }
                let above = Int(luma[start &+ x &- width])
                let below = Int(luma[start &+ x &+ width])
                if abs(above &- Int(value)) <= 12, abs(below &- Int(value)) <= 12 { count &+= 1 }
            }
        }
        return count
    }

    /// The same of a cell with all its neighbours in the picture, whose first pixel is at an index.
    @inline(__always)
    private static func strokePixels(_ pixels: RawSpan, at start: Int, width: Int) -> UInt8 {
        typealias Bytes = SIMD16<UInt8>
        @inline(__always)
        func pixel(_ offset: Int) -> Bytes { CellPixels.sixteen(pixels, at: start &+ offset, stride: width) }
        let own = pixel(0)
        let contrast = Bytes(repeating: UInt8(strokeContrast))
        let beside = Bytes.higher(pixel(-strokeReach), pixel(strokeReach))
        let narrow =
            (own .>= Bytes(repeating: strokeWhite)).bytes & (Bytes.excess(own, over: beside) .>= contrast).bytes
        if narrow.isZero { return 0 }
        let change = Bytes.higher(Bytes.distance(own, pixel(-width)), Bytes.distance(own, pixel(width)))
        let even = (change .<= Bytes(repeating: 12)).bytes
        return UInt8(truncatingIfNeeded: (narrow & even & Bytes(repeating: 1)).total)
    }

    /// Rectangles blacked out by hand: cells of one single grey that fill their bounding box and end sharply.
    ///
    /// Shadow and fluid are not rectangles along the rows and columns; dark depth is not bounded at its sides.
    ///
    /// - Returns: One flag a cell; empty where there is no patch.
    static func patches(in image: UltrasoundImage, cells: [UInt8], peaks: CellPeaks) -> [UInt8] {
        let size = ScanAreaMask.cellSize
        let (columns, rows) = (peaks.columns, peaks.rows)
        let (peak, inside) = (peaks.grey.span, cells.span)
        let limit = SIMD16<UInt8>(repeating: darkest)
        var solid = PackedCells(width: columns, height: rows) { index in
            (peak.lanes(at: index) .<= limit).bytes & inside.lanes(at: index)
        }
        // Cells that the picture's edge cuts off are none.
        solid.cut(fromColumn: image.luma.width / size, row: image.luma.height / size)
        guard solid.count >= leastPatch * leastPatch else { return [] }
        var result: [UInt8] = []
        solid.open(1)
        for part in CellRuns(solid).parts {
            let box = Double(part.width * part.height)
            // Dark depth and fluid fill less of their boxes than the least that is asked for below.
            guard part.width >= leastPatch, part.height >= leastPatch, Double(2 * part.area) >= leastFill * box else {
                continue
            }
            // The outline may cut a corner off the rectangle.
            let possible = (part.minY..<part.maxY).reduce(0) { sum, row in
                sum + inside.extracting(row * columns + part.minX..<row * columns + part.maxX).sum()
            }
            guard Double(part.area) >= leastFill * Double(possible), possible * 2 >= part.width * part.height,
                part.area * 3 < cells.count, endsSharply(part, image: image)
            else { continue }
            if result.isEmpty { result = [UInt8](repeating: 0, count: cells.count) }
            for row in max(0, part.minY - 1)..<min(rows, part.maxY + 1) {
                for column in max(0, part.minX - 1)..<min(columns, part.maxX + 1) { result[row * columns + column] = 1 }
            }
        }
        return result
    }

    /// Grey up to which a pixel can be blacked out; lossy compression leaves a little.
    private static let darkest: UInt8 = 3
    /// Share of its bounding box, as far as that is ultrasound, that a patch fills; an ellipse fills 0.79.
    private static let leastFill = 0.86
    /// Least side of a patch in cells.
    private static let leastPatch = 4

    /// Whether a patch has brightness right beside it on an upright side, and above or below it.
    private static func endsSharply(_ part: CellComponent, image: UltrasoundImage) -> Bool {
        let size = ScanAreaMask.cellSize
        let luma = image.luma
        func share(_ points: [(x: Int, y: Int)]) -> Double {
            let there = points.filter { $0.x >= 0 && $0.y >= 0 && $0.x < luma.width && $0.y < luma.height }
            guard !there.isEmpty else { return 0 }
            return Double(there.count { luma.pixels[$0.y * luma.width + $0.x] > 10 }) / Double(there.count)
        }
        let xs = Array(stride(from: part.minX * size, to: part.maxX * size, by: 2))
        let ys = Array(stride(from: part.minY * size, to: part.maxY * size, by: 2))
        let reach = size + 1
        let left = share(ys.map { (part.minX * size - reach, $0) })
        let right = share(ys.map { (part.maxX * size + reach, $0) })
        let above = share(xs.map { ($0, part.minY * size - reach) })
        let below = share(xs.map { ($0, part.maxY * size + reach) })
        return max(left, right) >= 0.5 && max(above, below) >= 0.5
    }
}
