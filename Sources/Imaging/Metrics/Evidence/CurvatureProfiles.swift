/// Mean size of the second difference by column and by row of the picture, over tiles.
struct CurvatureProfiles: Sendable {
    /// One value a column from the first tile's column on: curvature along rows over its tile's mean, less 1, times the
    /// square root of how many tiles cover the column; 0 where none does.
    let columns: [Float]
    /// The same by row, of curvature along columns.
    let rows: [Float]

    /// Second differences beyond this are edges, and count as this.
    private static let greatest: Int16 = 20

    /// Walks over the tiles; nil when there are too few.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - tiles: Top-left pixels of 32 × 32 tiles inside the picture.
    init?(luma: GreyPlane, tiles: [(x: Int, y: Int)]) {
        guard tiles.count >= PixelTiles.fewest, let left = tiles.map(\.x).min(), let right = tiles.map(\.x).max(),
            let top = tiles.map(\.y).min(), let bottom = tiles.map(\.y).max()
        else { return nil }
        let side = PixelTiles.side
        var columns = Profile(count: right - left + side)
        var rows = Profile(count: bottom - top + side)
        let pixels = luma.pixels.span
        for tile in tiles {
            var across = [UInt32](repeating: 0, count: side)
            var down = [UInt32](repeating: 0, count: side)
            for line in 1..<side - 1 {
                let start = (tile.y &+ line) &* luma.width &+ tile.x
                let row = pixels.extracting(start..<start &+ side)
                let above = pixels.extracting(start &- luma.width..<start &- luma.width &+ side)
                let below = pixels.extracting(start &+ luma.width..<start &+ luma.width &+ side)
                var sums = across.mutableSpan
                var sum: UInt32 = 0
                for x in 1..<side - 1 {
                    sums[x] &+= Self.curvature(row[x &- 1], row[x], row[x &+ 1])
                    sum &+= Self.curvature(above[x], row[x], below[x])
                }
                down[line] = sum
            }
            columns.add(across, at: tile.x - left)
            rows.add(down, at: tile.y - top)
        }
        self.columns = columns.values
        self.rows = rows.values
    }

    /// Sums of one direction.
    private struct Profile {
        private var sums: [Float]
        private var counts: [Float]

        init(count: Int) {
            sums = [Float](repeating: 0, count: count)
            counts = sums
        }

        mutating func add(_ curvatures: [UInt32], at start: Int) {
            let inner = curvatures.count - 2
            let mean = Float(curvatures.reduce(0, &+)) / Float(inner)
            // 0.3 grey on average over the tile's lines: flatter tiles show rounding, not interpolation.
            guard mean > 0.3 * Float(inner) else { return }
            for index in 1...inner {
                sums[start + index] += Float(curvatures[index]) / mean - 1
                counts[start + index] += 1
            }
        }

        var values: [Float] { zip(sums, counts).map { $1 == 0 ? 0 : $0 / $1.squareRoot() } }
    }

    @inline(__always)
    private static func curvature(_ first: UInt8, _ middle: UInt8, _ last: UInt8) -> UInt32 {
        let second = Int16(first) &+ Int16(last) &- 2 &* Int16(middle)
        return UInt32(UInt16(bitPattern: min(greatest, max(second, 0 &- second))))
    }
}
