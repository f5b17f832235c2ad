/// One pass over rows of the luma plane inside the mask: grey levels and neighbour differences by JPEG phase.
///
/// Rows are taken in groups of eight that start at multiples of eight, so every phase of an 8 × 8 grid is met
/// equally often; tall pictures skip groups evenly, so that about 300 rows are read whatever the size.
package struct NativeRows: Sendable {
    /// Grey levels of mask pixels, as stored in the file.
    package let inside: GreyHistogram
    /// Grey levels of pixels that are not in the mask, one row in eight: background, chrome, annotation.
    package let outside: GreyHistogram
    /// Mean absolute difference between columns x and x + 1, by x mod 8; nil when a phase has fewer than `fewest` pairs.
    package let columnSteps: [Double]?
    /// Mean absolute difference between rows y and y + 1, by y mod 8; nil likewise.
    package let rowSteps: [Double]?

    /// Pairs a phase needs.
    package static let fewest = 500

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
        var even = [UInt32](repeating: 0, count: 256)
        var odd = [UInt32](repeating: 0, count: 256)
        var outside = [Int](repeating: 0, count: 256)
        var columnSums = [UInt32](repeating: 0, count: width)
        var columnCounts = [UInt32](repeating: 0, count: width)
        var rowSums = [Int](repeating: 0, count: 8)
        var rowCounts = [Int](repeating: 0, count: 8)
        let pixels = luma.pixels.span
        let cells = mask.cells.span
        var group = firstGroup
        while group < lastGroup {
            let cellRow = group * Self.groupHeight / cell
            let top = group * Self.groupHeight
            group += stride
            // The ninth row closes the step from row 7 to row 8, where the JPEG grid shows.
            guard cellRow + 2 < mask.rows, top + Self.groupHeight < luma.height else { continue }
            func isInside(_ column: Int) -> Bool {
                (0..<3).allSatisfy { cells[(cellRow + $0) * mask.columns + column] != 0 }
            }
            var column = 0
            while column < mask.columns {
                let start = column
                if !isInside(column) {
                    while column < mask.columns, !isInside(column) { column += 1 }
                    let end = min(width, column * cell)
                    for x in Swift.stride(from: start * cell, to: end, by: 2)
                    where cells[cellRow * mask.columns + x / cell] == 0 {
                        outside[Int(pixels[top * width + x])] += 2
                    }
                    continue
                }
                while column < mask.columns, isInside(column) { column += 1 }
                let run = start * cell..<min(width, column * cell)
                for phase in 0..<Self.groupHeight {
                    let offset = (top + phase) * width
                    let row = pixels.extracting(offset + run.lowerBound..<offset + run.upperBound)
                    let below = pixels.extracting(offset + width + run.lowerBound..<offset + width + run.upperBound)
                    Self.count(row, even: &even, odd: &odd)
                    rowSums[phase] += Int(Self.difference(row, below))
                    rowCounts[phase] += run.count
                    Self.addSteps(row, to: &columnSums, counts: &columnCounts, at: run.lowerBound)
                }
            }
        }
        inside = GreyHistogram(counts: (0..<256).map { Int(even[$0]) + Int(odd[$0]) })
        self.outside = GreyHistogram(counts: outside)
        var foldedSums = [Int](repeating: 0, count: 8)
        var foldedCounts = [Int](repeating: 0, count: 8)
        for x in 0..<width {
            foldedSums[x & 7] += Int(columnSums[x])
            foldedCounts[x & 7] += Int(columnCounts[x])
        }
        columnSteps = Self.means(foldedSums, foldedCounts)
        rowSteps = Self.means(rowSums, rowCounts)
    }

    private static func means(_ sums: [Int], _ counts: [Int]) -> [Double]? {
        guard counts.allSatisfy({ $0 >= fewest }) else { return nil }
        return zip(sums, counts).map { Double($0) / Double($1) }
    }

    private static func count(_ row: Span<UInt8>, even: inout [UInt32], odd: inout [UInt32]) {
        var evenBins = even.mutableSpan
        var oddBins = odd.mutableSpan
        var x = 0
        while x &+ 1 < row.count {
            evenBins[Int(row[x])] &+= 1
            oddBins[Int(row[x &+ 1])] &+= 1
            x &+= 2
        }
    }

    private static func difference(_ row: Span<UInt8>, _ below: Span<UInt8>) -> UInt32 {
        var sum: UInt32 = 0
        for x in 0..<row.count {
            let step = Int16(row[x]) &- Int16(below[x])
            sum &+= UInt32(UInt16(bitPattern: step < 0 ? 0 &- step : step))
        }
        return sum
    }

    private static func addSteps(
        _ row: Span<UInt8>,
        to sums: inout [UInt32],
        counts: inout [UInt32],
        at start: Int
    ) {
        let pairs = row.count - 1
        var sumSpan = sums.mutableSpan
        var countSpan = counts.mutableSpan
        for x in 0..<pairs {
            let step = Int16(row[x]) &- Int16(row[x &+ 1])
            sumSpan[start &+ x] &+= UInt32(UInt16(bitPattern: step < 0 ? 0 &- step : step))
            countSpan[start &+ x] &+= 1
        }
    }
}
