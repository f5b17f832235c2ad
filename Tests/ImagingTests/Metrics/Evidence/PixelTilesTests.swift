import Imaging
import Testing

/// The vectors of `PixelTiles` against plain loops over the same tiles.
@Suite struct PixelTilesTests {
    /// What the documentation of `PixelTiles` says, pixel by pixel.
    private struct Plain {
        var spikeShare: Double
        var repeatedColumns: Double?
        var repeatedRows: Double?
        var columnExcess: [Double]?
        var rowExcess: [Double]?

        init(_ plane: GreyPlane, _ origins: [(x: Int, y: Int)], black: Int, white: Int) {
            func at(_ x: Int, _ y: Int) -> Int { Int(plane.pixels[y * plane.width + x]) }
            var (bright, dark) = (0, 0)
            var (columns, rows) = ((pairs: 0, tiles: 0), (pairs: 0, tiles: 0))
            var (across, down) = ([Int](repeating: 0, count: 8), [Int](repeating: 0, count: 8))
            for (left, top) in origins {
                for y in top + 1..<top + 31 {
                    for x in left + 1..<left + 31 {
                        let others = (-1...1).flatMap { dy in
                            (-1...1).compactMap { dx in dx == 0 && dy == 0 ? nil : at(x + dx, y + dy) }
                        }
                        let (least, greatest) = (others.min() ?? 0, others.max() ?? 0)
                        if at(x, y) >= white - 24, at(x, y) - greatest > 40 { bright += 1 }
                        if at(x, y) <= black + 24, least - at(x, y) > 40 { dark += 1 }
                    }
                }
                let columnSteps = (0..<31).map { x in
                    (0..<32).reduce(0) { $0 + abs(at(left + x, top + $1) - at(left + x + 1, top + $1)) }
                }
                let rowSteps = (0..<31).map { y in
                    (0..<32).reduce(0) { $0 + abs(at(left + $1, top + y) - at(left + $1, top + y + 1)) }
                }
                Self.add(columnSteps, to: &columns)
                Self.add(rowSteps, to: &rows)
                for place in 3..<27 {
                    for line in 0..<32 {
                        let row = (-1...2).map { at(left + place + $0, top + line) }
                        let column = (-1...2).map { at(left + line, top + place + $0) }
                        across[(left + place) % 8] += Self.excess(row)
                        down[(top + place) % 8] += Self.excess(column)
                    }
                }
            }
            spikeShare = Double(bright + min(dark, bright)) / Double(origins.count * 900)
            repeatedColumns = columns.tiles < 12 ? nil : Double(columns.pairs) / Double(columns.tiles * 31)
            repeatedRows = rows.tiles < 12 ? nil : Double(rows.pairs) / Double(rows.tiles * 31)
            columnExcess = Self.relative(across)
            rowExcess = Self.relative(down)
        }

        private static func add(_ steps: [Int], to repeats: inout (pairs: Int, tiles: Int)) {
            let total = steps.reduce(0, +)
            guard total > 31 * 32 else { return }
            repeats.tiles += 1
            repeats.pairs += steps.count { $0 * 5 * 31 < total }
        }

        private static func relative(_ sums: [Int]) -> [Double]? {
            let total = sums.reduce(0, +)
            return total == 0 ? nil : sums.map { Double($0) * 8 / Double(total) }
        }

        private static func excess(_ greys: [Int]) -> Int {
            max(0, 2 * abs(greys[1] - greys[2]) - abs(greys[0] - greys[1]) - abs(greys[2] - greys[3]))
        }
    }

    /// Noise with spikes, repeated columns and steps at a grid of eight.
    private static let scans: [DrawnScan] = {
        var random = Gaussian(seed: 11)
        let noise = DrawnScan(width: 320, height: 288) { _, _ in 0 }.map { _, _, _ in 110 + 40 * random.next() }
            .clipped()
        return [
            noise, noise.map { grey, x, y in (x * 7 + y * 13) % 29 == 0 ? (x % 2 == 0 ? 255 : 0) : grey * 0.6 + 20 },
            noise.map { _, x, y in noise.grey[y / 2 * 2 * 320 + x / 3 * 3] },
            noise.map { grey, x, y in grey * 0.3 + Double(x / 8 % 5) * 20 + Double(y / 8 % 3) * 15 },
            noise.map { _, x, y in (x + y) % 2 == 0 ? 255 : 0 },
        ]
    }()

    @Test(arguments: 0..<5) func `vectors give what plain loops give`(number: Int) throws {
        let input = Self.scans[number].input()
        for levels in [ScreenLevels(black: 0, white: 255), ScreenLevels(black: 12, white: 240)] {
            let tiles = PixelTiles(luma: input.image.luma, box: input.area.box, mask: input.mask, levels: levels)
            try #require(tiles.origins.count >= PixelTiles.fewest)
            let plain = Plain(input.image.luma, tiles.origins, black: levels.black, white: levels.white)
            #expect(tiles.spikeShare == plain.spikeShare)
            #expect(tiles.repeatedColumns == plain.repeatedColumns)
            #expect(tiles.repeatedRows == plain.repeatedRows)
            #expect(tiles.columnExcess == plain.columnExcess)
            #expect(tiles.rowExcess == plain.rowExcess)
        }
    }
}
