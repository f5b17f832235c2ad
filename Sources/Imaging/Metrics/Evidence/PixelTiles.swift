/// Tiles of 32 × 32 pixels spread evenly over the mask: where they are, and what single pixels, rows and columns do there.
package struct PixelTiles: Sendable {
    /// Side of a tile in pixels.
    package static let side = 32
    /// Tiles that an answer needs.
    package static let fewest = 12
    /// How many there are about in an area that has room for more.
    private static let usual = 64

    /// Rows, and columns, of a tile whose step to the next is compared with the steps around it: three times eight, so
    /// that every phase of a grid of 8 is met equally often.
    static let phased = 3..<27

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
            let sums = TileSums(pixels.bytes, width: luma.width, at: y &* luma.width &+ x, levels: levels)
            bright &+= Int(sums.bright)
            dark &+= Int(sums.dark)
            let (across, down) = (sums.acrossExcess.span, sums.downExcess.span)
            for line in Self.phased {
                columnExcess[(x &+ line) & 7] += Int(across[line])
                rowExcess[(y &+ line) & 7] += Int(down[line])
            }
            columns.add(sums.acrossSteps.span)
            rows.add(sums.downSteps.span)
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

        mutating func add(_ steps: Span<UInt32>) {
            var total: UInt32 = 0
            for index in 0..<steps.count { total &+= steps[index] }
            // A mean step of 1 grey over `side` pixels of each pair.
            guard total > UInt32(steps.count * PixelTiles.side) else { return }
            tiles += 1
            for index in 0..<steps.count where steps[index] &* 5 &* UInt32(steps.count) < total { pairs += 1 }
        }

        var share: Double? {
            tiles < PixelTiles.fewest ? nil : Double(pairs) / Double(tiles * (PixelTiles.side - 1))
        }
    }

    private static func places(luma: GreyPlane, box: PixelBox, mask: ScanAreaMask) -> [(x: Int, y: Int)] {
        let cell = ScanAreaMask.cellSize
        let span = side / cell
        let step = max(span, Int((Double(mask.count) / Double(Self.usual)).squareRoot()))
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
}
