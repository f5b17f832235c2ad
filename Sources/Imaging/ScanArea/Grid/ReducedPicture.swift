/// The picture in cells of `scale` × `scale` pixels, on which the scan area is looked for.
///
/// Coordinates on the grid are continuous: cell (column, row) covers `column..<column + 1`.
struct ReducedPicture {
    /// The grid's longest side in cells that the scale comes nearest to.
    ///
    /// Enough for an outline good to half a per cent of the picture, small enough to cost less than decoding it.
    static let longestSide = 208

    /// Cells across the shorter side at least.
    static let leastCells = 8

    /// Pixels a cell side.
    let scale: Int
    /// Cells across; the pixels beyond `width * scale` are left out.
    let width: Int
    /// Cells down.
    let height: Int
    /// Mean grey of each cell.
    var mean: [UInt8]
    /// 1 where at least a quarter of the cell's pixels are coloured.
    let coloured: [UInt8]
    /// Whether any of `coloured` is 1.
    let hasColour: Bool
    /// Share of the picture's pixels that are coloured.
    let colourShare: Double
    /// The picture in pixels.
    private let luma: GreyPlane

    /// Pixels a cell side of a picture of some size.
    static func scale(width: Int, height: Int) -> Int {
        // However long and narrow, a few cells lie across.
        max(1, min((max(width, height) + longestSide / 2) / longestSide, min(width, height) / leastCells))
    }

    /// Averages the picture down.
    init(_ image: UltrasoundImage) {
        let luma = image.luma
        let scale = Self.scale(width: luma.width, height: luma.height)
        let width = max(1, luma.width / scale)
        let height = max(1, luma.height / scale)
        self.scale = scale
        self.width = width
        self.height = height
        self.luma = luma
        mean = CellMeans.of(luma, scale: scale, width: width, height: height, gain: 1)
        if let chroma = image.chroma, chroma.count > 0 {
            colourShare = Double(chroma.count) / Double(luma.width * luma.height)
            let coloured = Self.reduce(chroma, scale: scale, width: width, height: height)
            self.coloured = coloured
            hasColour = coloured.span.sum() > 0
        } else {
            colourShare = 0
            coloured = [UInt8](repeating: 0, count: width * height)
            hasColour = false
        }
    }

    /// The same picture brighter, its cells averaged anew so that no step of grey is lost in between.
    ///
    /// - Parameters:
    ///   - picture: The picture on the grid.
    ///   - image: The same in pixels.
    ///   - gain: By how much grey is multiplied, 1 to 16; what would be lighter than white is white.
    init(_ picture: ReducedPicture, of image: UltrasoundImage, gain: Int) {
        scale = picture.scale
        luma = picture.luma
        width = picture.width
        height = picture.height
        coloured = picture.coloured
        hasColour = picture.hasColour
        colourShare = picture.colourShare
        mean = CellMeans.of(image.luma, scale: scale, width: width, height: height, gain: min(16, max(1, gain)))
    }

    /// Whether the picture has so few grey levels that what is flat may be tissue.
    ///
    /// Then nearly all pixels, but for those of the commonest level, have a level whose neighbours hardly occur.
    func hasFewLevels() -> Bool {
        var counts = [Int](repeating: 0, count: 260)
        for y in stride(from: 0, to: luma.height, by: 8) {
            let row = luma.pixels.span.extracting(y * luma.width..<(y + 1) * luma.width)
            for x in 0..<row.count { counts[Int(row[x]) + 2] += 1 }
        }
        let rest = counts.reduce(0, +) - (counts.max() ?? 0)
        var lonely = 0
        var levels = 0
        var isCommonestSeen = false
        for level in 2..<258 where counts[level] > 0 {
            let beside = counts[level - 2] + counts[level - 1] + counts[level + 1] + counts[level + 2]
            guard beside * 8 <= counts[level] else { continue }
            if !isCommonestSeen, counts[level] == counts.max() {
                isCommonestSeen = true
                continue
            }
            lonely += counts[level]
            if Double(counts[level]) >= 0.001 * Double(rest) { levels += 1 }
        }
        return Double(lonely) >= 0.8 * Double(rest) && levels >= 4 && rest * 20 >= luma.pixels.count / 8
    }

    /// A column or row of the grid in pixels.
    func pixels(_ cells: Double) -> Double { cells * Double(scale) - 0.5 }

    /// Adds the pixels of a byte to their cells in a row of them.
    @inline(__always)
    private static func add(
        _ byte: UInt8,
        _ column: Int,
        _ cellOfColumn: Span<UInt32>,
        _ scale: Int,
        to counts: UnsafeMutableBufferPointer<UInt32>
    ) {
        var rest = byte
        while rest != 0 {
            let cell = Int(cellOfColumn[column &+ rest.trailingZeroBitCount])
            // All of the byte's pixels in this cell at once; shifts beyond eight bits leave none.
            let own = rest & ~(UInt8.max << ((cell &+ 1) &* scale &- column))
            rest &= ~own
            if cell < counts.count { counts[cell] &+= UInt32(own.nonzeroBitCount) }
        }
    }

    /// Sets the cells of a row that have enough colour, and begins with the next one.
    private static func finish(
        _ row: Int,
        _ numbers: UnsafeMutableBufferPointer<UInt32>,
        from least: UInt32,
        of cells: inout [UInt8]
    ) {
        let first = row &* numbers.count
        var target = cells.mutableSpan
        for column in 0..<numbers.count where numbers[column] > 0 {
            if numbers[column] >= least { target[first &+ column] = 1 }
            numbers[column] = 0
        }
    }

    private static func reduce(_ chroma: ChromaMask, scale: Int, width: Int, height: Int) -> [UInt8] {
        // Colour is mostly stored for two rows at a time: every second row of a cell tells what all would.
        let step = scale >= 4 ? 2 : 1
        var counts = [UInt32](repeating: 0, count: width)
        let quarter = UInt32(max(1, (scale + step - 1) / step * scale / 4))
        var cells = [UInt8](repeating: 0, count: width * height)
        // Which cell a column belongs to, without a division for each pixel.
        let columns = (0..<chroma.width).map { UInt32(truncatingIfNeeded: $0 / scale) }
        let cellOfColumn = columns.span
        // A list that is captured is looked at for other owners at each change; its memory is not.
        counts.withUnsafeMutableBufferPointer { counts in
            if chroma.width % 8 == 0 {
                for cellRow in 0..<height {
                    var isColoured = false
                    for row in stride(from: cellRow * scale, to: (cellRow + 1) * scale, by: step) {
                        chroma.forEachByte(ofRow: row) { column, byte in
                            isColoured = true
                            add(byte, column, cellOfColumn, scale, to: counts)
                        }
                    }
                    if isColoured { finish(cellRow, counts, from: quarter, of: &cells) }
                }
            } else {
                var open = 0
                chroma.forEachByte { row, column, byte in
                    let cellRow = row / scale
                    guard cellRow < height, (row &- cellRow &* scale) % step == 0 else { return }
                    if cellRow != open {
                        finish(open, counts, from: quarter, of: &cells)
                        open = cellRow
                    }
                    add(byte, column, cellOfColumn, scale, to: counts)
                }
                finish(open, counts, from: quarter, of: &cells)
            }
        }
        return cells
    }
}
