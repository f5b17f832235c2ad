extension ScanAreaMask {
    /// Draws an outline in pixels, less its margin, colour and annotation, and less corners that were blacked out.
    init(outline: ScanOutline, image: UltrasoundImage, blackedOut: [BlackedOutCorners.Quadrant] = []) {
        let width = image.luma.width
        let height = image.luma.height
        let columns = (width + Self.cellSize - 1) / Self.cellSize
        let rows = (height + Self.cellSize - 1) / Self.cellSize
        var cells = [UInt8](repeating: 0, count: columns * rows)
        let size = (width: Double(width), height: Double(height))
        var target = cells.mutableSpan
        let inner = OutlineSlices(outline, inset: Double(Self.margin), picture: size)
        for row in 0..<rows {
            let first = inner.ranges(y: Double(row * Self.cellSize))
            let last = inner.ranges(y: Double(min(height, (row + 1) * Self.cellSize) - 1))
            for upper in first {
                for lower in last {
                    let low = max(upper.lowerBound, lower.lowerBound, 0)
                    let high = min(upper.upperBound, lower.upperBound, Double(width - 1))
                    guard low <= high else { continue }
                    let start = (Int(low.rounded(.up)) + Self.cellSize - 1) / Self.cellSize
                    // A cell cut off by the picture's edge counts when its pixels in the picture do.
                    let beyond = Int(high.rounded(.down)) + 1
                    let end = beyond >= width ? columns : beyond / Self.cellSize
                    if start < end { for column in start..<end { target[row &* columns &+ column] = 1 } }
                }
            }
        }
        let peaks = CellPeaks(image.luma, cells: cells, columns: columns)
        let strokes = Annotations.strokes(in: image, cells: cells, peaks: peaks)
        let patches = Annotations.patches(in: image, cells: cells, peaks: peaks)
        let boxes = Annotations.whiteBoxes(in: image, cells: cells, peaks: peaks)
        let bodyMark = BodyMark.box(over: image.luma, cells: cells, peaks: peaks)
        var exclusions = [UInt8](repeating: 0, count: cells.count)
        for corner in blackedOut {
            Self.remove(
                Self.flags(of: corner, columns: columns, rows: rows),
                from: &cells,
                as: .blackout,
                exclusions: &exclusions
            )
        }
        Self.remove(patches, from: &cells, as: .blackout, exclusions: &exclusions)
        Self.remove(boxes, from: &cells, as: .annotation, exclusions: &exclusions)
        Self.remove(strokes, from: &cells, as: .annotation, exclusions: &exclusions)
        if let bodyMark {
            let flags = Self.flags(of: bodyMark, columns: columns, rows: rows)
            Self.remove(flags, from: &cells, as: .annotation, exclusions: &exclusions)
        }
        if let chroma = image.chroma {
            Self.remove(chroma, from: &cells, exclusions: &exclusions, columns: columns)
        }
        self.init(columns: columns, rows: rows, cells: cells, exclusions: exclusions)
    }

    /// The cells of which a pixel, or one beside it, lies in a blacked-out corner.
    private static func flags(of corner: BlackedOutCorners.Quadrant, columns: Int, rows: Int) -> [UInt8] {
        var flags = [UInt8](repeating: 0, count: columns * rows)
        let reach = Double(cellSize)
        let xs = (0..<columns).map { Double($0 * cellSize) + (corner.isRight ? 2 * reach : -reach) }
        for row in 0..<rows {
            let y = Double(row * cellSize) + (corner.isBelow ? 2 * reach : -reach)
            // The row's cells on one side of the corner's column, if any.
            guard corner.contains(corner.isRight ? .infinity : -.infinity, y) else { continue }
            for column in 0..<columns where corner.contains(xs[column], y) { flags[row * columns + column] = 1 }
        }
        return flags
    }

    /// The cells that a box touches, and those around them.
    private static func flags(of box: PixelBox, columns: Int, rows: Int) -> [UInt8] {
        var flags = [UInt8](repeating: 0, count: columns * rows)
        let across = max(0, box.x / cellSize - 1)..<min(columns, (box.x + box.width) / cellSize + 2)
        let down = max(0, box.y / cellSize - 1)..<min(rows, (box.y + box.height) / cellSize + 2)
        for row in down { for column in across { flags[row * columns + column] = 1 } }
        return flags
    }

    /// Clears the cells that are 1 in `flags` and notes why; an empty list clears none.
    private static func remove(
        _ flags: [UInt8],
        from cells: inout [UInt8],
        as exclusion: Exclusion,
        exclusions: inout [UInt8]
    ) {
        let flags = flags.span
        var target = cells.mutableSpan
        var notes = exclusions.mutableSpan
        guard flags.count == target.count else { return }
        var index = 0
        while index < flags.count {
            // Most cells are not flagged.
            if index &+ 8 <= flags.count, flags.eight(at: index) == 0 {
                index &+= 8
                continue
            }
            if target[index] & flags[index] != 0 {
                target[index] = 0
                notes[index] = exclusion.rawValue
            }
            index &+= 1
        }
    }

    private static func remove(
        _ chroma: ChromaMask,
        from cells: inout [UInt8],
        exclusions: inout [UInt8],
        columns: Int
    ) {
        let rows = stride(from: 0, to: cells.count, by: max(1, columns)).map { first in
            cells.span.extracting(first..<first + columns).sum() > 0
        }
        chroma.forEachByte { row, column, byte in
            // Most colour is on the screen around.
            guard rows[row / cellSize] else { return }
            let first = row / cellSize &* columns
            var rest = byte
            while rest != 0 {
                let across = (column &+ rest.trailingZeroBitCount) / cellSize
                let cell = first &+ across
                if cells[cell] != 0 {
                    exclusions[cell] = Exclusion.colour.rawValue
                    cells[cell] = 0
                }
                // All of the byte's pixels in this cell at once; shifts beyond eight bits leave none.
                rest &= UInt8.max << ((across &+ 1) &* cellSize &- column)
            }
        }
    }
}
