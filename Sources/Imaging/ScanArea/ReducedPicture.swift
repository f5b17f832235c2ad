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
        mean = Self.reduce(luma.pixels.span, stride: luma.width, scale: scale, width: width, height: height, gain: 1)
        if let chroma = image.chroma, chroma.count > 0 {
            colourShare = Double(chroma.count) / Double(luma.width * luma.height)
            coloured = Self.reduce(chroma, scale: scale, width: width, height: height)
        } else {
            colourShare = 0
            coloured = [UInt8](repeating: 0, count: width * height)
        }
        hasColour = coloured.contains(1)
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
        mean = Self.reduce(
            image.luma.pixels.span,
            stride: image.luma.width,
            scale: scale,
            width: width,
            height: height,
            gain: UInt8(clamping: min(16, max(1, gain)))
        )
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

    private static func reduce(
        _ luma: Span<UInt8>,
        stride: Int,
        scale: Int,
        width: Int,
        height: Int,
        gain: UInt8
    ) -> [UInt8] {
        guard scale > 1 else {
            return [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
                for index in 0..<width * height { buffer[index] = UInt8(clamping: Int(luma[index]) &* Int(gain)) }
                count = width * height
            }
        }
        var result = [UInt8](repeating: 0, count: width * height)
        // Room behind the last column for whole vectors.
        var sums = [UInt16](repeating: 0, count: width * scale + 2 * lanes)
        var target = result.mutableSpan
        var columnSums = sums.mutableSpan
        // At most 256 rows fit in 16 bits.
        let rowsUsed = min(scale, 256)
        let divisor = UInt32(scale * rowsUsed)
        let reciprocal = (UInt32(gain) << 24) / divisor
        let used = width &* scale
        for row in 0..<height {
            let first = row &* scale &* stride
            // As a constant for the scale of usual pictures, so that the sums stay in registers.
            if rowsUsed == 5 {
                Self.sum(luma, from: first, stride: stride, rows: 5, columns: used, to: &columnSums)
            } else {
                Self.sum(luma, from: first, stride: stride, rows: rowsUsed, columns: used, to: &columnSums)
            }
            if scale <= lanes {
                Self.join(&columnSums, columns: used, scale: scale)
                Self.pick(columnSums.span, width: width, scale: scale, reciprocal: reciprocal, to: &target, row: row)
            } else {
                let sums = columnSums.span.extracting(0..<used)
                Self.average(sums, scale: scale, reciprocal: reciprocal, to: &target, row: row)
            }
        }
        return result
    }

    /// Column sums that are taken at once; a cell of so many columns and rows has a sum that fits in 16 bits.
    private static let lanes = 16

    /// Makes of each column's sum that of a cell which begins with it; behind the last column nothing is told.
    @inline(__always)
    private static func join(_ sums: inout MutableSpan<UInt16>, columns: Int, scale: Int) {
        precondition(scale <= lanes && columns >= 0 && columns + 2 * lanes <= sums.count)
        var bytes = sums.mutableBytes
        var column = 0
        while column < columns {
            var sum = SIMD16<UInt16>.zero
            for offset in 0..<scale {
                sum &+= bytes.unsafeLoadUnaligned(
                    fromUncheckedByteOffset: 2 &* (column &+ offset),
                    as: SIMD16<UInt16>.self
                )
            }
            bytes.storeBytes(of: sum, toByteOffset: 2 &* column, as: SIMD16<UInt16>.self)
            column &+= lanes
        }
    }

    /// Means of cells from their sums, of which every `scale`-th is one: `reciprocal` is 2²⁴ over the pixels of a cell.
    @inline(__always)
    private static func pick(
        _ sums: Span<UInt16>,
        width: Int,
        scale: Int,
        reciprocal: UInt32,
        to cells: inout MutableSpan<UInt8>,
        row: Int
    ) {
        precondition(sums.count >= width * scale && row >= 0 && (row + 1) * width <= cells.count)
        let start = row &* width
        // Without any gain the product is at most 255 · 2²⁴, which leaves room for rounding in 32 bits.
        if reciprocal <= (1 &<< 24) / UInt32(scale &* scale) {
            for column in 0..<width {
                let sum = UInt32(sums[unchecked: column &* scale])
                cells[unchecked: start &+ column] = UInt8(
                    truncatingIfNeeded: (sum &* reciprocal &+ (1 &<< 23)) &>> 24
                )
            }
        } else {
            for column in 0..<width {
                let sum = UInt64(sums[unchecked: column &* scale])
                cells[unchecked: start &+ column] = UInt8(
                    truncatingIfNeeded: min(255, (sum &* UInt64(reciprocal) &+ (1 &<< 23)) &>> 24)
                )
            }
        }
    }

    /// Sums of some rows, column by column, sixteen at a time.
    @inline(__always)
    private static func sum(
        _ luma: Span<UInt8>,
        from first: Int,
        stride: Int,
        rows: Int,
        columns count: Int,
        to sums: inout MutableSpan<UInt16>
    ) {
        precondition(count <= sums.count)
        // Every load below lies within this.
        precondition(rows > 0 && first >= 0 && stride >= 0 && first + (rows - 1) * stride + count <= luma.count)
        let pixels = luma.bytes
        var target = sums.mutableBytes
        var column = 0
        while column < count, count >= 16 {
            // The last sixteen overlap those before them.
            let place = min(column, count &- 16)
            var sum = SIMD16<UInt16>.zero
            for row in 0..<rows {
                let offset = first &+ row &* stride &+ place
                sum &+= SIMD16<UInt16>(
                    truncatingIfNeeded: pixels.unsafeLoadUnaligned(
                        fromUncheckedByteOffset: offset,
                        as: SIMD16<UInt8>.self
                    )
                )
            }
            target.storeBytes(of: sum, toByteOffset: 2 &* place, as: SIMD16<UInt16>.self)
            column &+= 16
        }
        while column < count {
            var sum: UInt16 = 0
            for row in 0..<rows { sum &+= UInt16(luma[first &+ row &* stride &+ column]) }
            target.storeBytes(of: sum, toByteOffset: 2 &* column, as: UInt16.self)
            column &+= 1
        }
    }

    /// Means of `scale` neighbouring column sums: `reciprocal` is 2²⁴ over the pixels of a cell.
    @inline(__always)
    private static func average(
        _ sums: Span<UInt16>,
        scale: Int,
        reciprocal: UInt32,
        to cells: inout MutableSpan<UInt8>,
        row: Int
    ) {
        let width = sums.count / scale
        // Every load below lies within this.
        precondition(sums.count == width * scale && row >= 0 && (row + 1) * width <= cells.count)
        let bytes = sums.bytes
        var target = cells.mutableBytes
        // Without any gain the product is at most 255 · 2²⁴, which leaves room for rounding in 32 bits.
        let isPlain = reciprocal <= (1 &<< 24) / UInt32(scale &* min(scale, 256))
        for column in 0..<width {
            var sum: UInt32 = 0
            var part = 0
            // Four at once, as long as their sum fits into sixteen bits.
            while part &+ 4 <= scale, scale <= 64 {
                let four = bytes.unsafeLoadUnaligned(
                    fromUncheckedByteOffset: 2 &* (column &* scale &+ part),
                    as: UInt64.self
                )
                sum &+= UInt32(truncatingIfNeeded: (four &* 0x0001_0001_0001_0001) &>> 48)
                part &+= 4
            }
            while part < scale {
                sum &+= UInt32(sums[unchecked: column &* scale &+ part])
                part &+= 1
            }
            let value =
                isPlain
                ? UInt8(truncatingIfNeeded: (sum &* reciprocal &+ (1 &<< 23)) &>> 24)
                : UInt8(truncatingIfNeeded: min(255, (UInt64(sum) &* UInt64(reciprocal) &+ (1 &<< 23)) &>> 24))
            target.storeBytes(of: value, toByteOffset: row &* width &+ column, as: UInt8.self)
        }
    }

    private static func reduce(_ chroma: ChromaMask, scale: Int, width: Int, height: Int) -> [UInt8] {
        var counts = [UInt32](repeating: 0, count: width * height)
        // Which cell a column belongs to, without a division for each pixel.
        let columns = (0..<chroma.width).map { UInt32(truncatingIfNeeded: $0 / scale) }
        let cellOfColumn = columns.span
        chroma.forEachByte { row, column, byte in
            let cellRow = row / scale
            guard cellRow < height else { return }
            var rest = byte
            while rest != 0 {
                let cell = Int(cellOfColumn[column &+ rest.trailingZeroBitCount])
                // All of the byte's pixels in this cell at once; shifts beyond eight bits leave none.
                let own = rest & ~(UInt8.max << ((cell &+ 1) &* scale &- column))
                rest &= ~own
                if cell < width { counts[cellRow &* width &+ cell] &+= UInt32(own.nonzeroBitCount) }
            }
        }
        let quarter = UInt32(max(1, scale * scale / 4))
        var cells = [UInt8](repeating: 0, count: counts.count)
        var target = cells.mutableSpan
        let source = counts.span
        for index in 0..<source.count { target[index] = source[index] >= quarter ? 1 : 0 }
        return cells
    }
}
