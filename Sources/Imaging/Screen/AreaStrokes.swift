/// What was drawn onto the ultrasound: pieces of the scan area that the mask leaves out because of their strokes.
struct AreaStrokes {
    /// Measuring marks: crosses upright or diagonal.
    private(set) var calipers: [PixelBox] = []
    /// All other drawn pieces: letters, arrows, lines.
    private(set) var others: [PixelBox] = []

    /// Pixels inside the outline where the mask's own margin lies.
    private static let margin = 10
    /// Looks at the mask's holes.
    init(luma: GreyPlane, chroma: ChromaMask?, mask: ScanAreaMask, range: OutlineRange) {
        let size = ScanAreaMask.cellSize
        var holes = PackedCells(width: mask.columns, height: mask.rows)
        var found = 0
        let cells = mask.cells.span
        for row in 0..<mask.rows {
            let y = row * size
            guard let above = range.columns(atRow: y - Self.margin), let own = range.columns(atRow: y + size / 2),
                let below = range.columns(atRow: y + size + Self.margin)
            else { continue }
            let low = max(above.lowerBound, own.lowerBound, below.lowerBound)
            let high = min(above.upperBound, own.upperBound, below.upperBound)
            let first = max(0, Int((low + Double(Self.margin)) / Double(size)) + 1)
            let last = min(mask.columns - 1, Int(max(0, high - Double(Self.margin))) / size - 1)
            guard first <= last else { continue }
            let flags = cells.extracting(row * mask.columns..<(row + 1) * mask.columns)
            var column = first
            while column <= last {
                // Most cells are no holes.
                if column &+ 8 <= flags.count, flags.eight(at: column) == 0x0101_0101_0101_0101 {
                    column &+= 8
                    continue
                }
                if flags[column] == 0 {
                    holes.insert(column..<column + 1, row: row)
                    found += 1
                }
                column &+= 1
            }
        }
        guard found > 0, found * 2 < mask.cells.count else { return }
        // Made once some piece has colour at all: on most pictures colour is found beside the ultrasound only.
        var drawing: GreyPlane?
        var isDrawn = false
        for part in CellRuns(holes).parts where part.area >= 4 {
            let box = PixelBox(
                x: part.minX * size,
                y: part.minY * size,
                width: min(luma.width, part.maxX * size) - part.minX * size,
                height: min(luma.height, part.maxY * size) - part.minY * size
            )
            if let chroma, !isDrawn, Self.hasColour(box, chroma) { (drawing, isDrawn) = (Self.drawing(chroma), true) }
            let coloured = drawing.map { CaliperCross.all(in: box, of: $0) } ?? []
            guard !coloured.isEmpty || Self.hasStrokes(box, luma: luma, chroma: chroma) else { continue }
            // A coloured cross is dark in luma, or found there as well.
            let crosses =
                coloured
                + CaliperCross.all(in: box, of: luma).filter { cross in
                    coloured.allSatisfy { abs($0.x - cross.x) > $0.width || abs($0.y - cross.y) > $0.height }
                }
            calipers += crosses
            // A piece hardly larger than its crosses is nothing but them; letters and lines are more.
            let covered = crosses.reduce(0) { $0 + ($1.width + 20) * ($1.height + 20) }
            if box.width * box.height > covered { others.append(box) }
        }
    }

    /// Whether any pixel of a box carries colour.
    private static func hasColour(_ box: PixelBox, _ chroma: ChromaMask) -> Bool {
        for y in box.y..<box.y + box.height {
            var x = box.x
            while x < box.x + box.width {
                if chroma.isGrey(x: x, y: y) {
                    x += ChromaMask.greyStretch
                    continue
                }
                if chroma.contains(x: x, y: y) { return true }
                x += 1
            }
        }
        return false
    }

    /// Colour as white on black, where there is so little of it that it can be a drawing.
    private static func drawing(_ chroma: ChromaMask) -> GreyPlane? {
        guard chroma.count > 0, chroma.count * 50 <= chroma.width * chroma.height else { return nil }
        var plane = GreyPlane(width: chroma.width, height: chroma.height, filledWith: 0)
        chroma.forEachByte { row, column, byte in
            var rest = byte
            while rest != 0 {
                plane.pixels[row * chroma.width + column + rest.trailingZeroBitCount] = 255
                rest &= rest &- 1
            }
        }
        return plane
    }

    /// Whether a piece has bright pixels on darker ground and is no Doppler colour.
    private static func hasStrokes(_ box: PixelBox, luma: GreyPlane, chroma: ChromaMask?) -> Bool {
        var counts = [Int](repeating: 0, count: 256)
        var coloured = 0
        for y in box.y..<(box.y + box.height) {
            let row = luma.pixels.span.extracting(y * luma.width + box.x..<y * luma.width + box.x + box.width)
            for x in 0..<row.count { counts[Int(row[x])] &+= 1 }
            guard let chroma else { continue }
            var x = box.x
            while x < box.x + box.width {
                if chroma.isGrey(x: x, y: y) {
                    x += ChromaMask.greyStretch
                    continue
                }
                if chroma.contains(x: x, y: y) { coloured += 1 }
                x += 1
            }
        }
        let pixels = box.width * box.height
        // Colour that fills its piece is flow, not a stroke.
        guard pixels >= 16, coloured * 3 <= pixels else { return false }
        var below = 0
        let middle = counts.firstIndex { count in
            below += count
            return below * 2 >= pixels
        }
        guard let middle, middle + 60 < 256 else { return false }
        return counts[(middle + 60)...].reduce(0, +) >= 6
    }
}
