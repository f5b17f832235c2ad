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
    static func strokes(in image: UltrasoundImage, cells: [UInt8], columns: Int) -> [UInt8] {
        let width = image.luma.width
        let height = image.luma.height
        let size = ScanAreaMask.cellSize
        let rows = cells.count / max(1, columns)
        let luma = image.luma.pixels.span
        let bytes = luma.bytes
        let inside = cells.span
        var counts = [UInt8](repeating: 0, count: cells.count)
        var target = counts.mutableSpan
        var found = false
        for row in 0..<rows {
            for column in 0..<columns where inside[row &* columns &+ column] != 0 {
                let endY = min(height &- 1, (row &+ 1) &* size)
                let endX = min(width &- strokeReach, (column &+ 1) &* size)
                let startY = max(1, row &* size)
                let startX = max(strokeReach, column &* size)
                guard startY < endY, startX < endX else { continue }
                if endX &- column &* size == size, endY &- row &* size == size {
                    // Most cells are dark: four loads tell that no pixel reaches 128.
                    let corner = row &* size &* width &+ column &* size
                    var bits: UInt32 = 0
                    for line in 0..<size {
                        bits |= bytes.unsafeLoadUnaligned(fromByteOffset: corner &+ line &* width, as: UInt32.self)
                    }
                    if bits & 0x8080_8080 == 0 { continue }
                }
                var count: UInt8 = 0
                for y in startY..<endY {
                    let start = y &* width
                    for x in startX..<endX {
                        let value = luma[start &+ x]
                        if value < strokeWhite { continue }
                        let least = Int(value) &- strokeContrast
                        if Int(luma[start &+ x &- strokeReach]) > least || Int(luma[start &+ x &+ strokeReach]) > least
                        {
                            continue
                        }
                        let above = Int(luma[start &+ x &- width])
                        let below = Int(luma[start &+ x &+ width])
                        if abs(above &- Int(value)) <= 12, abs(below &- Int(value)) <= 12 { count &+= 1 }
                    }
                }
                target[row &* columns &+ column] = count
                if count > 0 { found = true }
            }
        }
        var result = [UInt8](repeating: 0, count: cells.count)
        guard found else { return result }
        for row in 0..<rows {
            for column in 0..<columns where counts[row * columns + column] > 0 {
                var sum = 0
                for y in max(0, row - 1)...min(rows - 1, row + 1) {
                    for x in max(0, column - 1)...min(columns - 1, column + 1) { sum += Int(counts[y * columns + x]) }
                }
                guard sum >= leastStrokePixels else { continue }
                for y in max(0, row - 2)...min(rows - 1, row + 2) {
                    for x in max(0, column - 2)...min(columns - 1, column + 2) { result[y * columns + x] = 1 }
                }
            }
        }
        return result
    }

    /// Rectangles blacked out by hand: cells of one single grey that fill their bounding box and end sharply.
    ///
    /// Shadow and fluid are not rectangles along the rows and columns; dark depth is not bounded at its sides.
    static func patches(in image: UltrasoundImage, cells: [UInt8], columns: Int) -> [UInt8] {
        let width = image.luma.width
        let height = image.luma.height
        let size = ScanAreaMask.cellSize
        let rows = cells.count / max(1, columns)
        let luma = image.luma.pixels.span
        let inside = cells.span
        var black = CellMap(width: columns, height: rows, cells: [UInt8](repeating: 0, count: cells.count))
        var target = black.cells.mutableSpan
        var found = 0
        for row in 0..<min(rows, height / size) {
            for column in 0..<min(columns, width / size) where inside[row &* columns &+ column] != 0 {
                let corner = row &* size &* width &+ column &* size
                if luma[corner] > darkest || luma[corner &+ size &- 1] > darkest { continue }
                var most: UInt8 = 0
                for y in 0..<size {
                    for x in 0..<size { most = max(most, luma[corner &+ y &* width &+ x]) }
                }
                if most <= darkest {
                    target[row &* columns &+ column] = 1
                    found &+= 1
                }
            }
        }
        var result = [UInt8](repeating: 0, count: cells.count)
        guard found >= leastPatch * leastPatch else { return result }
        let solid = black.opened(radius: 1)
        for part in solid.components().parts {
            guard part.width >= leastPatch, part.height >= leastPatch else { continue }
            // The outline may cut a corner off the rectangle.
            var possible = 0
            for row in part.minY..<part.maxY {
                for column in part.minX..<part.maxX { possible += Int(cells[row * columns + column]) }
            }
            guard Double(part.area) >= leastFill * Double(possible), possible * 2 >= part.width * part.height,
                part.area * 3 < cells.count, endsSharply(part, image: image)
            else { continue }
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
