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
        let pixels = luma.pixels.span.bytes
        for tile in tiles {
            let (across, down) = Self.curvatures(pixels, width: luma.width, at: tile.y &* luma.width &+ tile.x)
            columns.add(across.span, at: tile.x - left)
            rows.add(down.span, at: tile.y - top)
        }
        self.columns = columns.values
        self.rows = rows.values
    }

    private typealias Words = SIMD16<Int16>

    /// Curvature along the inner rows of a tile, summed by column, and along its inner columns, summed by row.
    ///
    /// Columns 1–16, then 15–30, of which the first two were counted before.
    private static func curvatures(
        _ pixels: RawSpan,
        width: Int,
        at start: Int
    ) -> (across: InlineArray<32, UInt32>, down: InlineArray<32, UInt32>) {
        // Every load below lies within this.
        let side = PixelTiles.side
        precondition(start >= 0 && width >= side && start + (side - 1) * width + side <= pixels.byteCount)
        var across = InlineArray<32, UInt32>(repeating: 0)
        var down = across
        // 30 rows of at most 20 fit in 16 bits.
        var (near, far) = (Words.zero, Words.zero)
        for line in 1..<PixelTiles.side - 1 {
            let row = start &+ line &* width
            @inline(__always)
            func grey(_ offset: Int) -> Words {
                Words(
                    truncatingIfNeeded: pixels.unsafeLoadUnaligned(
                        fromUncheckedByteOffset: row &+ offset,
                        as: SIMD16<UInt8>.self
                    )
                )
            }
            let (nearMiddle, farMiddle) = (grey(1), grey(15))
            near &+= curvature(grey(0), nearMiddle, grey(2))
            far &+= curvature(grey(14), farMiddle, grey(16))
            let upright = curvature(grey(1 &- width), nearMiddle, grey(1 &+ width))
            let uprightFar = curvature(grey(15 &- width), farMiddle, grey(15 &+ width)) & fromThird
            down[line] = UInt32(truncatingIfNeeded: (upright &+ uprightFar).wrappedSum())
        }
        for lane in 0..<16 {
            across[1 &+ lane] = UInt32(truncatingIfNeeded: near[lane])
            across[15 &+ lane] = UInt32(truncatingIfNeeded: far[lane])
        }
        return (across, down)
    }

    /// Lanes from the third on.
    private static let fromThird = Words(0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)

    /// Sums of one direction.
    private struct Profile {
        private var sums: [Float]
        private var counts: [Float]

        init(count: Int) {
            sums = [Float](repeating: 0, count: count)
            counts = sums
        }

        mutating func add(_ curvatures: Span<UInt32>, at start: Int) {
            let inner = curvatures.count - 2
            var total: UInt32 = 0
            for index in 0..<curvatures.count { total &+= curvatures[index] }
            let mean = Float(total) / Float(inner)
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
    private static func curvature(_ first: Words, _ middle: Words, _ last: Words) -> Words {
        let second = first &+ last &- (middle &+ middle)
        let sign = (second .< Words.zero).words
        let size = (second ^ sign) &- sign
        let most = Words(repeating: greatest)
        return size &- ((size &- most) & (size .> most).words)
    }
}
