/// Why a part of the scan area is left out of every statistic.
package enum Exclusion: UInt8, Sendable, CaseIterable {
    /// Text, calipers, markers and other strokes drawn over the picture.
    case annotation = 1
    /// A rectangle that was blacked out by hand.
    case blackout = 2
    /// Colour: a Doppler box, coloured text.
    case colour = 3

    /// The id that stands in a mark's `metric`.
    package var markID: String {
        switch self {
        case .annotation: "excluded.annotation"
        case .blackout: "excluded.blackout"
        case .colour: "excluded.colour"
        }
    }
}

/// The parts inside an outline that are no ultrasound, as boxes for drawing.
package enum ExcludedParts {
    /// Most boxes that are kept with a grade, the largest.
    package static let mostMarks = 32
    /// Cells of the smallest part that is kept with a grade; less is a speck of compression.
    static let leastCells = 4

    /// A part: cells of one kind, with the box around them.
    package struct Part: Sendable, Equatable {
        package let kind: Exclusion
        /// Around its cells, in pixels; it may reach beyond the picture by less than a cell.
        package fileprivate(set) var box: PixelBox
        /// Cells of it.
        package fileprivate(set) var cells: Int
    }

    /// Marks around the largest parts, from top to bottom: four corners each, metric `Exclusion.markID`.
    package static func marks(of mask: ScanAreaMask) -> [Mark] {
        let parts = parts(of: mask).filter { $0.cells >= leastCells }
        let kept = parts.enumerated().sorted { ($1.element.cells, $0.offset) < ($0.element.cells, $1.offset) }
            .prefix(mostMarks).sorted { $0.offset < $1.offset }
        return kept.map { Mark(metric: $0.element.kind.markID, outline: $0.element.box.corners) }
    }

    /// All parts: runs of cells, joined to the part of the same kind that ends in the row above within a cell of them.
    ///
    /// One pass over the cells, eight at a time where nothing is left out.
    package static func parts(of mask: ScanAreaMask) -> [Part] {
        var parts: [Part] = []
        // Index into `parts` of what the row above, or this one, has reached.
        var open: [Int] = []
        let size = ScanAreaMask.cellSize
        forEachRun(of: mask) { row, run, kind in
            let reach = (run.lowerBound - 1) * size...(run.upperBound + 1) * size
            open.removeAll { parts[$0].box.y + parts[$0].box.height < row * size }
            let joined = open.first { index in
                let box = parts[index].box
                return parts[index].kind == kind && reach.overlaps(box.x...box.x + box.width)
            }
            let own = PixelBox(x: run.lowerBound * size, y: row * size, width: run.count * size, height: size)
            if let joined {
                parts[joined].box = parts[joined].box.joined(with: own)
                parts[joined].cells += run.count
            } else {
                open.append(parts.count)
                parts.append(Part(kind: kind, box: own, cells: run.count))
            }
        }
        return parts
    }

    /// The cells left out as boxes of pixels, equal runs of rows above each other joined; exact, unlike `parts`.
    package static func boxes(of mask: ScanAreaMask) -> [Part] {
        var boxes: [Part] = []
        var open: [Int] = []
        let size = ScanAreaMask.cellSize
        forEachRun(of: mask) { row, run, kind in
            open.removeAll { boxes[$0].box.y + boxes[$0].box.height < row * size }
            let above = open.first { index in
                let box = boxes[index].box
                return boxes[index].kind == kind && box.x == run.lowerBound * size && box.width == run.count * size
                    && box.y + box.height == row * size
            }
            if let above {
                boxes[above].box.height += size
                boxes[above].cells += run.count
            } else {
                open.append(boxes.count)
                let box = PixelBox(x: run.lowerBound * size, y: row * size, width: run.count * size, height: size)
                boxes.append(Part(kind: kind, box: box, cells: run.count))
            }
        }
        return boxes
    }

    /// Runs of cells of one kind, row by row.
    private static func forEachRun(of mask: ScanAreaMask, _ body: (Int, Range<Int>, Exclusion) -> Void) {
        guard !mask.exclusions.isEmpty else { return }
        let cells = mask.exclusions.span
        let bytes = cells.bytes
        for row in 0..<mask.rows {
            let start = row &* mask.columns
            var column = 0
            while column < mask.columns {
                if column &+ 8 <= mask.columns,
                    bytes.unsafeLoadUnaligned(fromByteOffset: start &+ column, as: UInt64.self) == 0
                {
                    column &+= 8
                    continue
                }
                let value = cells[start &+ column]
                let first = column
                column &+= 1
                guard value != 0, let kind = Exclusion(rawValue: value) else { continue }
                while column < mask.columns, cells[start &+ column] == value { column &+= 1 }
                body(row, first..<column, kind)
            }
        }
    }
}

extension PixelBox {
    /// Its corners clockwise from the top left, on the outer edges of its pixels.
    package var corners: [PixelPoint] {
        let (left, top) = (Double(x) - 0.5, Double(y) - 0.5)
        let (right, bottom) = (left + Double(width), top + Double(height))
        return [
            PixelPoint(x: left, y: top), PixelPoint(x: right, y: top), PixelPoint(x: right, y: bottom),
            PixelPoint(x: left, y: bottom),
        ]
    }
}
