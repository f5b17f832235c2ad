/// Tiles of 32 × 32 pixels spread evenly over the mask: where they are, and what single pixels, rows and columns do there.
package struct PixelTiles: Sendable {
    /// Side of a tile in pixels.
    package static let side = 32
    /// Tiles that an answer needs.
    package static let fewest = 12

    /// Rows, and columns, of a tile whose step to the next is compared with the steps around it: three times eight, so
    /// that every phase of a grid of 8 is met equally often.
    private static let phased = 3..<27

    /// Top-left pixels of the tiles, about 64.
    package let origins: [(x: Int, y: Int)]
    /// Share (0–1) of pixels within 24 grey of white and more than 40 above the greatest of their eight neighbours, and of
    /// those within 24 grey of black and more than 40 below the least, up to the number of the former; nil when there are
    /// too few tiles.
    package let spikeShare: Double?
    /// Share (0–1) of neighbouring columns whose mean step is under a fifth of the mean step of their tile, over tiles
    /// that step more than 1 grey on average; nil when these are too few.
    package let repeatedColumns: Double?
    /// The same for rows.
    package let repeatedRows: Double?
    /// How much the step from column x to x + 1 exceeds the mean of the steps before and after it, 0 where it does not,
    /// by x mod 8, as a ratio to the mean of the eight; nil when there are too few tiles or nothing exceeds.
    package let columnExcess: [Double]?
    /// The same from row to row.
    package let rowExcess: [Double]?

    /// Places the tiles and walks over each once.
    package init(luma: GreyPlane, box: PixelBox, mask: ScanAreaMask, levels: ScreenLevels) {
        origins = Self.places(luma: luma, box: box, mask: mask)
        let side = Self.side
        let pixels = luma.pixels.span
        var bright = 0
        var dark = 0
        var columns = Repeats()
        var rows = Repeats()
        var columnExcess = [Int](repeating: 0, count: 8)
        var rowExcess = [Int](repeating: 0, count: 8)
        for (x, y) in origins {
            var across = [UInt32](repeating: 0, count: side)
            var acrossSteps = [UInt32](repeating: 0, count: side - 1)
            var downSteps = [UInt32](repeating: 0, count: side - 1)
            for line in 0..<side {
                let start = (y &+ line) &* luma.width &+ x
                let row = pixels.extracting(start..<start &+ side)
                Self.addSteps(row, to: &acrossSteps)
                Self.addExcess(row, to: &across)
                guard line < side - 1 else { break }
                let below = pixels.extracting(start &+ luma.width..<start &+ luma.width &+ side)
                downSteps[line] = Self.step(row, below)
                guard line > 0 else { continue }
                let above = pixels.extracting(start &- luma.width..<start &- luma.width &+ side)
                let spikes = Self.spikes(above, row, below, levels: levels)
                bright &+= Int(spikes.bright)
                dark &+= Int(spikes.dark)
                guard Self.phased.contains(line) else { continue }
                let last = start &+ 2 &* luma.width
                rowExcess[(y &+ line) & 7] += Int(
                    Self.excess(above, row, below, pixels.extracting(last..<last &+ side))
                )
            }
            for (column, sum) in across.enumerated() { columnExcess[(x &+ column) & 7] += Int(sum) }
            columns.add(acrossSteps)
            rows.add(downSteps)
        }
        let inner = (side - 2) * (side - 2)
        spikeShare =
            origins.count < Self.fewest ? nil : Double(bright + min(dark, bright)) / Double(origins.count * inner)
        repeatedColumns = columns.share
        repeatedRows = rows.share
        self.columnExcess = origins.count < Self.fewest ? nil : Self.relative(columnExcess)
        self.rowExcess = origins.count < Self.fewest ? nil : Self.relative(rowExcess)
    }

    /// Each of eight sums over their mean.
    private static func relative(_ sums: [Int]) -> [Double]? {
        let total = sums.reduce(0, +)
        return total == 0 ? nil : sums.map { Double($0) * 8 / Double(total) }
    }

    /// Counts pairs of lines that hardly differ.
    private struct Repeats {
        var tiles = 0
        var pairs = 0

        mutating func add(_ steps: [UInt32]) {
            let total = steps.reduce(0, &+)
            // A mean step of 1 grey over `side` pixels of each pair.
            guard total > UInt32(steps.count * PixelTiles.side) else { return }
            tiles += 1
            pairs += steps.count { $0 &* 5 &* UInt32(steps.count) < total }
        }

        var share: Double? {
            tiles < PixelTiles.fewest ? nil : Double(pairs) / Double(tiles * (PixelTiles.side - 1))
        }
    }

    private static func places(luma: GreyPlane, box: PixelBox, mask: ScanAreaMask) -> [(x: Int, y: Int)] {
        let cell = ScanAreaMask.cellSize
        let span = side / cell
        let step = max(span, Int((Double(mask.count) / 64).squareRoot()))
        let cells = mask.cells.span
        var places: [(x: Int, y: Int)] = []
        var row = max(0, box.y) / cell
        while row + span <= mask.rows, (row + span) * cell <= luma.height {
            var column = max(0, box.x) / cell
            while column + span <= mask.columns, (column + span) * cell <= luma.width {
                if let gap = lastGap(cells, columns: mask.columns, row: row, column: column, span: span) {
                    column = gap + 1
                } else {
                    places.append((column * cell, row * cell))
                    column += step
                }
            }
            row += step
        }
        return places
    }

    /// The rightmost column of the block of cells that is not all mask; nil when there is none.
    private static func lastGap(_ cells: Span<UInt8>, columns: Int, row: Int, column: Int, span: Int) -> Int? {
        for x in (column..<column + span).reversed() {
            for y in row..<row + span where cells[y &* columns &+ x] == 0 { return x }
        }
        return nil
    }

    private static func addSteps(_ row: Span<UInt8>, to sums: inout [UInt32]) {
        var target = sums.mutableSpan
        let next = row.extracting(1..<side)
        for x in 0..<side - 1 { target[x] &+= UInt32(difference(row[x], next[x])) }
    }

    private static func step(_ row: Span<UInt8>, _ below: Span<UInt8>) -> UInt32 {
        var sum: UInt32 = 0
        for x in 0..<side { sum &+= UInt32(difference(row[x], below[x])) }
        return sum
    }

    /// Adds twice the excess of the step that starts at each of the columns.
    private static func addExcess(_ row: Span<UInt8>, to sums: inout [UInt32]) {
        var target = sums.mutableSpan
        for x in phased {
            target[x] &+= excess(row[x &- 1], row[x], row[x &+ 1], row[x &+ 2])
        }
    }

    /// Twice the excess of the step from the second row to the third, summed.
    private static func excess(
        _ first: Span<UInt8>,
        _ second: Span<UInt8>,
        _ third: Span<UInt8>,
        _ fourth: Span<UInt8>
    ) -> UInt32 {
        var sum: UInt32 = 0
        for x in 0..<side { sum &+= excess(first[x], second[x], third[x], fourth[x]) }
        return sum
    }

    @inline(__always)
    private static func excess(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> UInt32 {
        let middle = Int16(difference(second, third)) &* 2
        let sides = Int16(difference(first, second)) &+ Int16(difference(third, fourth))
        return UInt32(UInt16(bitPattern: max(0, middle &- sides)))
    }

    /// How many of the row's inner pixels stand out.
    private static func spikes(
        _ above: Span<UInt8>,
        _ row: Span<UInt8>,
        _ below: Span<UInt8>,
        levels: ScreenLevels
    ) -> (bright: UInt32, dark: UInt32) {
        let nearBlack = Int16(levels.black + 24)
        let nearWhite = Int16(levels.white - 24)
        var bright: UInt32 = 0
        var dark: UInt32 = 0
        for x in 1..<side - 1 {
            let highSides = max(max(row[x &- 1], row[x &+ 1]), max(above[x], below[x]))
            let highCorners = max(max(above[x &- 1], above[x &+ 1]), max(below[x &- 1], below[x &+ 1]))
            let lowSides = min(min(row[x &- 1], row[x &+ 1]), min(above[x], below[x]))
            let lowCorners = min(min(above[x &- 1], above[x &+ 1]), min(below[x &- 1], below[x &+ 1]))
            let grey = Int16(row[x])
            let isAbove = grey >= nearWhite && grey &- Int16(max(highSides, highCorners)) > 40
            let isBelow = grey <= nearBlack && Int16(min(lowSides, lowCorners)) &- grey > 40
            bright &+= isAbove ? 1 : 0
            dark &+= isBelow ? 1 : 0
        }
        return (bright, dark)
    }

    @inline(__always)
    private static func difference(_ left: UInt8, _ right: UInt8) -> UInt8 { max(left, right) &- min(left, right) }
}
