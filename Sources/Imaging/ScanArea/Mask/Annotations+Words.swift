/// The rest of a word of which a letter is known, and the lines between calipers.
extension Annotations {
    /// Cells to the next letter of a line, and rows to either side of the letter that a line began with.
    private static let letterGap = 5
    private static let lineRows = 5
    /// Pixels of a slanting stroke that make a cell part of a word.
    private static let leastSlantPixels = 2
    /// Pixels without a gap from which what goes on along a row is no writing: a wall, a pleura.
    private static let longestStroke = 48

    /// Cells that go on with a known stroke along its line of writing: round and slanting letters, points, the ends of words.
    ///
    /// A single cell with a short stroke is like a bright speck. One in the same grey as a stroke that is known, no farther from
    /// it along the row than the next letter of a line, is part of what was written.
    ///
    /// - Parameters:
    ///   - strokes: Cells of strokes that are known.
    ///   - plane: The picture.
    ///   - cells: The scan area.
    ///   - peaks: The brightest pixel of each cell.
    /// - Returns: Cells that are not among `strokes`; none where they would be too many.
    static func wordParts(
        of strokes: [(row: Int, column: Int)],
        in plane: GreyPlane,
        cells: [UInt8],
        peaks: CellPeaks
    ) -> [(row: Int, column: Int)] {
        guard !strokes.isEmpty else { return [] }
        let (columns, rows) = (peaks.columns, peaks.rows)
        let most = Int(mostShare * Double(cells.span.sum()))
        var isSeen = [Bool](repeating: false, count: cells.count)
        for (row, column) in strokes { isSeen[row * columns + column] = true }
        var open = strokes.map { (row: $0.row, column: $0.column, line: $0.row) }
        var found: [Int: [(row: Int, column: Int)]] = [:]
        var count = 0
        while let (row, column, line) = open.popLast() {
            let grey = Int(peaks.grey[row * columns + column])
            for y in max(0, row - 1, line - lineRows)...max(0, min(rows - 1, row + 1, line + lineRows)) {
                for x in max(0, column - letterGap)...min(columns - 1, column + letterGap) {
                    let index = y * columns + x
                    guard !isSeen[index], cells[index] != 0, peaks.grey[index] >= strokeWhite,
                        abs(Int(peaks.grey[index]) - grey) <= sameGrey
                    else { continue }
                    isSeen[index] = true
                    guard
                        strokePixels(plane, row: y, column: x) > 0
                            || linePixels(plane, row: y, column: x, isSlanting: true) >= leastSlantPixels
                    else { continue }
                    found[line, default: []].append((y, x))
                    count += 1
                    open.append((y, x, line))
                }
            }
            if count > most { return [] }
        }
        return found.sorted { $0.key < $1.key }.map(\.value).filter { longestRun(of: $0, in: plane) <= longestStroke }
            .flatMap(\.self)
    }

    /// Pixel columns next to each other that have something as bright as a stroke, the most there are, over the rows of some cells.
    private static func longestRun(of cells: [(row: Int, column: Int)], in plane: GreyPlane) -> Int {
        let size = ScanAreaMask.cellSize
        guard let top = cells.map(\.row).min(), let bottom = cells.map(\.row).max(),
            let left = cells.map(\.column).min(), let right = cells.map(\.column).max()
        else { return 0 }
        let rows = top * size..<min(plane.height, (bottom + 1) * size)
        var (longest, run) = (0, 0)
        for x in left * size..<min(plane.width, (right + 1) * size) {
            run = rows.contains { plane.pixels[$0 * plane.width + x] >= strokeWhite } ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// Cells of crosses, and of the dotted or drawn lines from one to another.
    ///
    /// - Parameters:
    ///   - plane: The picture.
    ///   - cells: The scan area.
    ///   - peaks: The brightest pixel of each cell.
    static func caliperParts(
        in plane: GreyPlane,
        cells: [UInt8],
        peaks: CellPeaks
    ) -> [(row: Int, column: Int)] {
        let crosses = CaliperCross.all(over: plane, cells: cells, peaks: peaks)
        guard !crosses.isEmpty else { return [] }
        let size = ScanAreaMask.cellSize
        var found: [(row: Int, column: Int)] = []
        func add(_ x: Int, _ y: Int) {
            let (row, column) = (y / size, x / size)
            guard row >= 0, column >= 0, row < peaks.rows, column < peaks.columns else { return }
            found.append((row, column))
        }
        for cross in crosses {
            for y in stride(from: cross.y, to: cross.y + cross.height, by: 2) {
                for x in stride(from: cross.x, to: cross.x + cross.width, by: 2) { add(x, y) }
            }
        }
        for (index, first) in crosses.enumerated() {
            for second in crosses[(index + 1)...] {
                let line = DottedLine(from: first, to: second)
                if line.isDrawn(in: plane) { for (x, y) in line.points { add(x, y) } }
            }
        }
        return found
    }
}

/// The straight line between the middles of two crosses.
private struct DottedLine {
    /// Pixels of it, one a step.
    let points: [(x: Int, y: Int)]
    /// The way across it.
    private let across: (x: Int, y: Int)

    /// Grey of a dot, and by how much it exceeds what lies before and after it.
    private static let brightest = 150
    private static let contrast = 50
    /// Dots that make a line, and the share of the gaps between them that are alike to a pixel.
    private static let fewest = 5
    private static let leastAlike = 0.7

    init(from first: PixelBox, to second: PixelBox) {
        let start = (x: first.x + first.width / 2, y: first.y + first.height / 2)
        let end = (x: second.x + second.width / 2, y: second.y + second.height / 2)
        let length = max(abs(end.x - start.x), abs(end.y - start.y))
        points = (0...length).map { step in
            (
                start.x + ((end.x - start.x) * step + length / 2) / max(1, length),
                start.y + ((end.y - start.y) * step + length / 2) / max(1, length)
            )
        }
        across = abs(end.x - start.x) >= abs(end.y - start.y) ? (0, 1) : (1, 0)
    }

    /// Whether bright dots follow each other at even distances.
    func isDrawn(in plane: GreyPlane) -> Bool {
        let greys = points.map { point in
            (-1...1).reduce(0) { brightest, offset in
                let (x, y) = (point.x + offset * across.x, point.y + offset * across.y)
                guard x >= 0, y >= 0, x < plane.width, y < plane.height else { return brightest }
                return max(brightest, Int(plane.pixels[y * plane.width + x]))
            }
        }
        var dots: [Int] = []
        for index in greys.indices.dropFirst(3).dropLast(3) where greys[index] >= Self.brightest {
            let grey = greys[index]
            let before = greys[index - 3..<index].min() ?? 255
            let after = greys[index + 1...index + 3].min() ?? 255
            guard before <= grey - Self.contrast, after <= grey - Self.contrast,
                max(greys[index - 1], greys[index + 1]) <= grey
            else { continue }
            if let last = dots.last, index - last <= 2 { continue }
            dots.append(index)
        }
        let gaps = zip(dots, dots.dropFirst()).map { $1 - $0 }
        guard dots.count >= Self.fewest, let usual = gaps.sorted().dropFirst(gaps.count / 2).first else { return false }
        let alike = gaps.count { abs($0 - usual) <= 1 }
        // They go along a third of the line at least.
        return Double(alike) >= Self.leastAlike * Double(gaps.count) && dots.count * usual * 3 >= greys.count
    }
}
