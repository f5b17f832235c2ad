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
    let mean: [UInt8]
    /// 1 where at least a quarter of the cell's pixels are coloured.
    let coloured: [UInt8]
    /// Share of the picture's pixels that are coloured.
    let colourShare: Double

    /// Averages the picture down.
    init(_ image: UltrasoundImage) {
        let luma = image.luma
        // However long and narrow, a few cells lie across.
        let scale = max(
            1,
            min(
                (max(luma.width, luma.height) + Self.longestSide / 2) / Self.longestSide,
                min(luma.width, luma.height) / Self.leastCells
            )
        )
        let width = max(1, luma.width / scale)
        let height = max(1, luma.height / scale)
        self.scale = scale
        self.width = width
        self.height = height
        mean = Self.reduce(luma.pixels.span, stride: luma.width, scale: scale, width: width, height: height)
        if let chroma = image.chroma {
            colourShare = Double(chroma.count) / Double(luma.width * luma.height)
            coloured = Self.reduce(chroma, scale: scale, width: width, height: height)
        } else {
            colourShare = 0
            coloured = [UInt8](repeating: 0, count: width * height)
        }
    }

    /// A column or row of the grid in pixels.
    func pixels(_ cells: Double) -> Double { cells * Double(scale) - 0.5 }

    private static func reduce(_ luma: Span<UInt8>, stride: Int, scale: Int, width: Int, height: Int) -> [UInt8] {
        guard scale > 1 else {
            return [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
                for index in 0..<width * height { buffer[index] = luma[index] }
                count = width * height
            }
        }
        var result = [UInt8](repeating: 0, count: width * height)
        var sums = [UInt16](repeating: 0, count: width * scale)
        var target = result.mutableSpan
        var columnSums = sums.mutableSpan
        // At most 256 rows fit in 16 bits.
        let rowsUsed = min(scale, 256)
        let divisor = UInt32(scale * rowsUsed)
        let reciprocal = (UInt32(1) << 24) / divisor
        for row in 0..<height {
            let first = row &* scale &* stride
            for column in 0..<width &* scale { columnSums[column] = UInt16(luma[first &+ column]) }
            for line in 1..<rowsUsed {
                let start = first &+ line &* stride
                for column in 0..<width &* scale { columnSums[column] &+= UInt16(luma[start &+ column]) }
            }
            var source = 0
            for column in 0..<width {
                var sum: UInt32 = 0
                for _ in 0..<scale {
                    sum &+= UInt32(columnSums[source])
                    source &+= 1
                }
                let value = (UInt64(sum) &* UInt64(reciprocal) &+ (1 &<< 23)) &>> 24
                target[row &* width &+ column] = UInt8(truncatingIfNeeded: min(255, value))
            }
        }
        return result
    }

    private static func reduce(_ chroma: ChromaMask, scale: Int, width: Int, height: Int) -> [UInt8] {
        var counts = [UInt32](repeating: 0, count: width * height)
        var target = counts.mutableSpan
        let bits = chroma.bits.span
        for index in 0..<bits.count where bits[index] != 0 {
            var byte = bits[index]
            while byte != 0 {
                let pixel = index &* 8 &+ byte.trailingZeroBitCount
                byte &= byte &- 1
                let row = pixel / chroma.width / scale
                let column = pixel % chroma.width / scale
                if row < height, column < width { target[row &* width &+ column] &+= 1 }
            }
        }
        let quarter = UInt32(max(1, scale * scale / 4))
        return counts.map { $0 >= quarter ? 1 : 0 }
    }
}
