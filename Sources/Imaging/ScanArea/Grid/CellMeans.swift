internal import CRasterCodecs

/// Means of cells of so many pixels a side.
///
/// One instruction adds up the bytes of each half of a vector, so a row of a cell is masked out of one vector, and up to
/// eight pixels wide two cells share one. Every pixel is read once, and nothing lies between it and its cell's sum.
package enum CellMeans {
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
    package static func of(_ luma: GreyPlane, scale: Int, width: Int, height: Int, gain: Int) -> [UInt8] {
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
                var column = 0
                sums.forEachPair(from: first, of: width) { two in
                    cells.initializeElement(at: start &+ column, to: grey(two[0]))
                    cells.initializeElement(at: start &+ column &+ 1, to: grey(two[1]))
                    column &+= 2
                }
                while column < width {
                    cells.initializeElement(at: start &+ column, to: grey(sums.ofOne(at: first &+ column &* scale)))
                    column &+= 1
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
    /// The bytes of a cell in the last vector of its row.
    private let ownBytes: SIMD16<UInt8>

    init(_ luma: GreyPlane, scale: Int, rows: Int) {
        self.luma = luma
        self.scale = scale
        self.rows = rows
        var own = SIMD16<UInt8>.zero
        for lane in 0..<scale % 16 { own[lane] = 255 }
        ownBytes = own
    }

    /// Calls `body` with the sums of a row's cells two by two, from the one whose first pixel is at `first` on: none of more
    /// than eight pixels a side, and not the last ones of the picture, behind which there is no whole word.
    @inline(__always)
    func forEachPair(from first: Int, of cells: Int, _ body: (SIMD2<UInt64>) -> Void) {
        let lastRow = (rows - 1) * luma.width
        let room = luma.pixels.count - 8 - first - lastRow
        guard scale <= 8, first >= 0, room >= 0 else { return }
        let pairs = min(cells, room / scale + 1) / 2
        // As constants for the scale of usual pictures, so that the loop over the rows is laid out.
        if scale == 5, rows == 5 {
            forEachPair(from: first, pairs: pairs, scale: 5, rows: 5, body)
        } else {
            forEachPair(from: first, pairs: pairs, scale: scale, rows: rows, body)
        }
    }

    /// Loads without a check of each: `pairs` are so many that all of it is in the picture.
    @inline(__always)
    private func forEachPair(from first: Int, pairs: Int, scale: Int, rows: Int, _ body: (SIMD2<UInt64>) -> Void) {
        let bytes = luma.pixels.span.bytes
        let width = luma.width
        let dropped = Int32(truncatingIfNeeded: 64 &- 8 &* scale)
        var place = first
        for _ in 0..<pairs {
            var sums = SIMD2<UInt64>.zero
            for row in 0..<rows {
                let left = place &+ row &* width
                let words = SIMD2(
                    bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: left, as: UInt64.self),
                    bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: left &+ scale, as: UInt64.self)
                )
                sums &+= sono_low_byte_sums(words, dropped)
            }
            body(sums)
            place &+= 2 &* scale
        }
    }

    /// That of the cell whose first pixel is at an index.
    func ofOne(at place: Int) -> UInt64 {
        let pixels = luma.pixels.span
        var sums = SIMD2<UInt64>.zero
        for row in 0..<rows {
            var first = place &+ row &* luma.width
            let end = first &+ scale
            while first &+ 16 <= end {
                sums &+= sono_distances(pixels.lanes(at: first), SIMD16<UInt8>.zero)
                first &+= 16
            }
            // 0 beyond the picture's end.
            if first < end { sums &+= sono_distances(pixels.lanes(at: first) & ownBytes, SIMD16<UInt8>.zero) }
        }
        return sums[0] &+ sums[1]
    }
}
