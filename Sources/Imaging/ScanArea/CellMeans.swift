internal import CRasterCodecs

/// Means of cells of so many pixels a side.
///
/// One instruction adds up the bytes of each half of a vector, so a row of a cell is masked out of one vector, and up to
/// eight pixels wide two cells share one. Every pixel is read once, and nothing lies between it and its cell's sum.
enum CellMeans {
    /// Rows of a cell that count at most.
    private static let mostRows = 256

    /// Mean grey of each cell times `gain`, rounded, 255 where that is more; row-major.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - scale: Pixels a cell side.
    ///   - width: Cells across; all of them are in the picture.
    ///   - height: Cells down; the same.
    ///   - gain: 1 to 16.
    static func of(_ luma: GreyPlane, scale: Int, width: Int, height: Int, gain: Int) -> [UInt8] {
        precondition(scale > 0 && width >= 0 && height >= 0, "cells have a side")
        precondition(width * scale <= luma.width && height * scale <= luma.height, "cells within the picture")
        let sums = CellSums(luma, scale: scale, rows: min(scale, mostRows))
        // 2²⁴ over the pixels of a cell.
        let reciprocal = UInt64((gain << 24) / (scale * sums.rows))
        @inline(__always)
        func grey(_ sum: UInt64) -> UInt8 {
            UInt8(truncatingIfNeeded: min(255, (sum &* reciprocal &+ (1 &<< 23)) &>> 24))
        }
        return [UInt8](unsafeUninitializedCapacity: width * height) { cells, count in
            for row in 0..<height {
                let first = row &* scale &* luma.width
                let start = row &* width
                let pairs = scale <= 8 ? min(width, sums.cellsWithinReach(from: first, reach: 8)) & ~1 : 0
                for column in stride(from: 0, to: pairs, by: 2) {
                    let place = first &+ column &* scale
                    // As a constant for the scale of usual pictures, so that the loop is laid out.
                    let two = scale == 5 ? sums.ofTwo(at: place, rows: 5) : sums.ofTwo(at: place, rows: scale)
                    cells.initializeElement(at: start &+ column, to: grey(two[0]))
                    cells.initializeElement(at: start &+ column &+ 1, to: grey(two[1]))
                }
                for column in pairs..<width {
                    cells.initializeElement(at: start &+ column, to: grey(sums.ofOne(at: first &+ column &* scale)))
                }
            }
            count = width * height
        }
    }
}

/// Sums of the pixels of cells.
private struct CellSums {
    private let luma: GreyPlane
    private let scale: Int
    /// Rows of a cell that count.
    let rows: Int
    /// The bytes of a cell's row in each of two words, and in the last vector of a row of more than eight.
    private let ownWords: SIMD2<UInt64>
    private let ownBytes: SIMD16<UInt8>

    init(_ luma: GreyPlane, scale: Int, rows: Int) {
        self.luma = luma
        self.scale = scale
        self.rows = rows
        ownWords = SIMD2(repeating: .max &>> UInt64(64 &- 8 &* min(8, scale)))
        var own = SIMD16<UInt8>.zero
        for lane in 0..<scale % 16 { own[lane] = 255 }
        ownBytes = own
    }

    /// How many cells from the one at `first` on have a last row from whose first pixel on `reach` are in the picture.
    func cellsWithinReach(from first: Int, reach: Int) -> Int {
        let room = luma.pixels.count - reach - first - (rows - 1) * luma.width
        return room < 0 ? 0 : room / scale + 1
    }

    /// Those of the cell whose first pixel is at an index, and of the one to its right; of at most eight pixels a side.
    @inline(__always)
    func ofTwo(at place: Int, rows: Int) -> SIMD2<UInt64> {
        // Every load below lies within this.
        precondition(place >= 0 && place &+ scale &+ (rows &- 1) &* luma.width &+ 8 <= luma.pixels.count)
        let bytes = luma.pixels.span.bytes
        var sums = SIMD2<UInt64>.zero
        for row in 0..<rows {
            let first = place &+ row &* luma.width
            let words = SIMD2(
                bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: first, as: UInt64.self),
                bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: first &+ scale, as: UInt64.self)
            )
            sums &+= sono_distances(unsafeBitCast(words & ownWords, to: SIMD16<UInt8>.self), SIMD16<UInt8>.zero)
        }
        return sums
    }

    /// That of the cell whose first pixel is at an index.
    func ofOne(at place: Int) -> UInt64 {
        let pixels = luma.pixels.span
        var sums = SIMD2<UInt64>.zero
        for row in 0..<rows {
            var first = place &+ row &* luma.width
            let end = first &+ scale
            while first &+ 16 <= end {
                sums &+= sono_distances(pixels.sixteen(at: first), SIMD16<UInt8>.zero)
                first &+= 16
            }
            // 0 beyond the picture's end.
            if first < end { sums &+= sono_distances(pixels.sixteen(at: first) & ownBytes, SIMD16<UInt8>.zero) }
        }
        return sums[0] &+ sums[1]
    }
}
