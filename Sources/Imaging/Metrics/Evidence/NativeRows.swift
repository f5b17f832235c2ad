/// One pass over rows of the luma plane inside the mask: grey levels and neighbour differences by JPEG phase.
///
/// Rows are taken in groups of eight that start at multiples of eight, so every phase of an 8 × 8 grid is met
/// equally often; tall pictures skip groups evenly, so that about 300 rows are read whatever the size.
package struct NativeRows: Sendable {
    /// Grey levels of mask pixels of every second of these rows, as stored in the file.
    package let inside: GreyHistogram
    /// Grey levels of pixels that are not in the mask, one row in eight: background, chrome, annotation.
    package let outside: GreyHistogram
    /// Mean absolute difference between columns x and x + 1 in the same rows, by x mod 8; nil when a phase has fewer than `fewest` pairs.
    package let columnSteps: [Double]?
    /// Mean absolute difference between rows y and y + 1, by y mod 8; nil likewise.
    package let rowSteps: [Double]?

    /// Pairs a phase needs.
    package static let fewest = 500

    /// Pixels at the picture's border whose steps do not count: exported pictures often have a frame there.
    private static let border = 4
    private static let groupHeight = 8
    private static let groups = 40

    /// Walks over the rows of the box.
    package init(image: UltrasoundImage, box: PixelBox, mask: ScanAreaMask) {
        let luma = image.luma
        let width = luma.width
        let cell = ScanAreaMask.cellSize
        let firstGroup = max(0, box.y) / Self.groupHeight
        let lastGroup = min(luma.height, box.y + box.height) / Self.groupHeight
        let stride = max(1, (lastGroup - firstGroup + Self.groups - 1) / Self.groups)
        var levels = LevelCounts()
        var outside = [Int](repeating: 0, count: 256)
        var columnSums = [Int](repeating: 0, count: 8)
        var columnCounts = [Int](repeating: 0, count: 8)
        var rowSums = [Int](repeating: 0, count: 8)
        var rowCounts = [Int](repeating: 0, count: 8)
        let pixels = luma.pixels.span
        let cells = mask.cells.span
        var isInside = [UInt8](repeating: 0, count: mask.columns)
        var group = firstGroup
        while group < lastGroup {
            let cellRow = group * Self.groupHeight / cell
            let top = group * Self.groupHeight
            group += stride
            // The ninth row closes the step from row 7 to row 8, where the JPEG grid shows.
            guard cellRow + 2 < mask.rows, top + Self.groupHeight < luma.height else { continue }
            Self.join(cells, firstRow: cellRow, to: &isInside)
            let inside = isInside.span
            var column = 0
            while column < mask.columns {
                let start = column
                if inside[column] == 0 {
                    while column < mask.columns, inside[column] == 0 { column += 1 }
                    let own = cells.extracting(cellRow * mask.columns + start..<cellRow * mask.columns + column)
                    let first = top * width + start * cell
                    let row = pixels.extracting(first..<first + min(width - start * cell, own.count * cell))
                    Self.count(row, outside: own, to: &outside)
                    continue
                }
                while column < mask.columns, inside[column] != 0 { column += 1 }
                let run = start * cell..<min(width, column * cell)
                let first = max(run.lowerBound, Self.border)
                let inner = first..<max(first, min(run.upperBound, width - Self.border))
                let hasSteps =
                    top >= Self.border && top + Self.groupHeight + Self.border <= luma.height && !inner.isEmpty
                for phase in 0..<Self.groupHeight {
                    let offset = (top + phase) * width
                    let row = pixels.extracting(offset + run.lowerBound..<offset + run.upperBound)
                    if phase & 1 == 0 { levels.add(row.bytes) }
                    guard hasSteps else { continue }
                    let steps = pixels.extracting(offset + inner.lowerBound..<offset + inner.upperBound)
                    let below = pixels.extracting(offset + width + inner.lowerBound..<offset + width + inner.upperBound)
                    rowSums[phase] += steps.distance(to: below)
                    rowCounts[phase] += inner.count
                    // Along a row every phase is met in each one: half of them tell as well.
                    guard phase & 1 == 0 else { continue }
                    Self.addSteps(steps, to: &columnSums, counts: &columnCounts, at: inner.lowerBound)
                }
            }
        }
        inside = GreyHistogram(counts: levels.counts)
        self.outside = GreyHistogram(counts: outside)
        columnSteps = Self.means(columnSums, columnCounts)
        rowSteps = Self.means(rowSums, rowCounts)
    }

    private static func means(_ sums: [Int], _ counts: [Int]) -> [Double]? {
        guard counts.allSatisfy({ $0 >= fewest }) else { return nil }
        return zip(sums, counts).map { Double($0) / Double($1) }
    }

    /// Which columns of cells are set in three rows of the mask.
    private static func join(_ cells: Span<UInt8>, firstRow: Int, to columns: inout [UInt8]) {
        let width = columns.count
        let first = cells.extracting(firstRow * width..<(firstRow + 1) * width)
        let second = cells.extracting((firstRow + 1) * width..<(firstRow + 2) * width)
        let third = cells.extracting((firstRow + 2) * width..<(firstRow + 3) * width)
        var target = columns.mutableSpan
        for column in 0..<width { target[column] = first[column] & second[column] & third[column] }
    }

    /// Counts every second pixel of a row, twice, in the cells that are not set.
    private static func count(_ row: Span<UInt8>, outside cells: Span<UInt8>, to counts: inout [Int]) {
        let cell = ScanAreaMask.cellSize
        var target = counts.mutableSpan
        for index in 0..<cells.count where cells[index] == 0 {
            for x in stride(from: index * cell, to: min(row.count, (index + 1) * cell), by: 2) {
                target[Int(row[x])] &+= 2
            }
        }
    }

    /// Adds the steps between neighbours of a row that begins at column `start`, by column mod 8.
    private static func addSteps(_ row: Span<UInt8>, to sums: inout [Int], counts: inout [Int], at start: Int) {
        let pairs = row.count - 1
        let bytes = row.bytes
        var x = 0
        while x &+ 16 <= pairs {
            // A lane takes at most 2 · 128 steps before 16 bits are full.
            let end = min(pairs, x &+ 16 * 128)
            var lanes = SIMD8<UInt16>.zero
            let first = x
            while x &+ 16 <= end {
                let left = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: x, as: SIMD16<UInt8>.self)
                let right = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: x &+ 1, as: SIMD16<UInt8>.self)
                let steps = SIMD16<UInt16>(truncatingIfNeeded: SIMD16<UInt8>.distance(left, right))
                lanes &+= steps.lowHalf
                lanes &+= steps.highHalf
                x &+= 16
            }
            for lane in 0..<8 {
                sums[(start &+ lane) & 7] += Int(lanes[lane])
                counts[(start &+ lane) & 7] += (x - first) / 8
            }
        }
        while x < pairs {
            sums[(start &+ x) & 7] += abs(Int(row[x]) &- Int(row[x &+ 1]))
            counts[(start &+ x) & 7] += 1
            x &+= 1
        }
    }
}
