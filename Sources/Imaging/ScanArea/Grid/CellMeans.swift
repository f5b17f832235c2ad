internal import CRasterCodecs

/// Means of cells of so many pixels a side.
///
/// Up to eight pixels a side each column of pixels is added up first, over the rows of its row of cells, then the columns of
/// a cell: sixteen pixels and eight cells at a time. Larger cells have rows that fill vectors of their own.
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
        guard width > 0 else { return [] }
        let rows = min(scale, mostRows)
        // 2²⁴ over the pixels of a cell.
        let reciprocal = UInt64((gain << 24) / (scale * rows))
        // Cells are written eight at a time: behind a row's last ones are the next row's first, which come later.
        return [UInt8](unsafeUninitializedCapacity: width * height + 7) { cells, count in
            if scale <= 8 {
                var sums = SmallCells(luma, scale: scale, cells: width)
                for row in 0..<height {
                    let means = UnsafeMutableRawPointer(cells.baseAddress.unsafelyUnwrapped + row &* width)
                    sums.addColumns(from: row &* scale)
                    sums.write(to: means, cells: width, reciprocal)
                }
            } else {
                let sums = LargeCells(luma, scale: scale, rows: rows)
                for row in 0..<height {
                    for column in 0..<width {
                        let sum = sums.ofOne(at: (row &* luma.width &+ column) &* scale)
                        let mean = UInt8(truncatingIfNeeded: min(255, (sum &* reciprocal &+ half) &>> 24))
                        cells.initializeElement(at: row &* width &+ column, to: mean)
                    }
                }
            }
            count = width * height
        }
    }

    /// Half of what a grey is a multiple of before it is rounded.
    fileprivate static let half: UInt64 = 1 << 23
}

/// Sums of the pixels of a row of cells of up to eight pixels a side: at most 64 · 255, which 16 bits hold.
private struct SmallCells {
    private typealias Words = SIMD8<UInt16>
    private typealias Signed = SIMD8<Int16>

    private let luma: GreyPlane
    private let scale: Int
    /// Vectors of sixteen pixels that the cells reach into.
    private let vectors: Int
    /// 1 for the columns of a cell.
    private let own: SIMD8<Int16>
    /// The sum of each column of pixels, with room behind the last for eight cells more.
    private var columns: [UInt16]

    init(_ luma: GreyPlane, scale: Int, cells: Int) {
        self.luma = luma
        self.scale = scale
        vectors = (cells * scale + 15) / 16
        var own = Signed.zero
        for lane in 0..<scale { own[lane] = 1 }
        self.own = own
        columns = [UInt16](repeating: 0, count: (cells + 8) * scale + 16)
    }

    /// Adds up each column of pixels over the rows of the cells whose first row of pixels is `first`.
    mutating func addColumns(from first: Int) {
        // As a constant for the scale of usual pictures, so that the loop over the rows is laid out.
        if scale == 5 { addColumns(from: first, rows: 5) } else { addColumns(from: first, rows: scale) }
    }

    @inline(__always)
    private mutating func addColumns(from first: Int, rows: Int) {
        let (luma, vectors) = (luma, vectors)
        let pixels = luma.pixels.span
        let (bytes, width) = (pixels.bytes, luma.width)
        let start = first &* width
        let lastRow = start &+ (rows &- 1) &* width
        // Vectors of which no row reaches beyond the picture's end.
        let whole = min(vectors, (pixels.count &- lastRow) / 16)
        var columnSpan = columns.mutableSpan
        var target = columnSpan.mutableBytes
        // Every load and store below lies within these.
        precondition(first >= 0 && lastRow <= pixels.count && 32 * vectors <= target.byteCount)
        for vector in 0..<whole {
            let place = start &+ 16 &* vector
            var (all, odd) = (Words.zero, Words.zero)
            for row in 0..<rows {
                let two = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place &+ row &* width, as: Words.self)
                Self.add(two, &all, &odd)
            }
            Self.store(all, odd, vector, &target)
        }
        for vector in whole..<vectors {
            var (all, odd) = (Words.zero, Words.zero)
            for row in 0..<rows {
                let lanes = pixels.lanes(at: start &+ 16 &* vector &+ row &* width)
                Self.add(unsafeBitCast(lanes, to: Words.self), &all, &odd)
            }
            Self.store(all, odd, vector, &target)
        }
    }

    /// Adds pairs of pixels as one number, and those on the right once more by themselves.
    @inline(__always)
    private static func add(_ two: Words, _ all: inout Words, _ odd: inout Words) {
        all &+= two
        odd &+= two &>> Words(repeating: 8)
    }

    /// Writes sums of sixteen columns; what ran over in `all` is taken off with the right-hand ones (little-endian).
    @inline(__always)
    private static func store(_ all: Words, _ odd: Words, _ vector: Int, _ target: inout MutableRawSpan) {
        let even = unsafeBitCast(all &- (odd &<< Words(repeating: 8)), to: Signed.self)
        let odd = unsafeBitCast(odd, to: Signed.self)
        let place = 32 &* vector
        target.storeBytes(of: sono_low_pairs(even, odd), toUncheckedByteOffset: place, as: Signed.self)
        target.storeBytes(of: sono_high_pairs(even, odd), toUncheckedByteOffset: place &+ 16, as: Signed.self)
    }

    /// Writes the means of the row's cells, and up to seven bytes behind them.
    func write(to means: UnsafeMutableRawPointer, cells: Int, _ reciprocal: UInt64) {
        let sums = columns.span.bytes
        // Every load below lies within this.
        precondition(2 * ((cells + 8) * scale + 8) <= sums.byteCount)
        let (own, ones) = (own, Signed(repeating: 1))
        let (factor, half) = (SIMD2<UInt64>(repeating: reciprocal), SIMD2<UInt64>(repeating: CellMeans.half))
        let (low, high) = (SIMD2<UInt64>(repeating: 24), SIMD2<UInt64>(repeating: 32))
        /// Sums of pairs of columns of the cell whose first column is given.
        @inline(__always)
        func pairs(_ column: Int) -> SIMD4<Int32> {
            let words = sums.unsafeLoadUnaligned(fromUncheckedByteOffset: 2 &* column, as: Signed.self)
            return sono_pair_products(words, own)
        }
        @inline(__always)
        func two(_ column: Int) -> SIMD4<Int32> {
            sono_pair_products(sono_clamped_words(pairs(column), pairs(column &+ scale)), ones)
        }
        /// Grey of the four cells from a column on.
        @inline(__always)
        func four(_ column: Int) -> SIMD4<Int32> {
            let words = sono_clamped_words(two(column), two(column &+ 2 &* scale))
            let sums = unsafeBitCast(sono_pair_products(words, ones), to: SIMD2<UInt64>.self)
            let even = (sono_low_products(sums, factor) &+ half) &>> low
            let odd = (sono_low_products(sums &>> high, factor) &+ half) &>> low
            return unsafeBitCast(even | odd &<< high, to: SIMD4<Int32>.self)
        }
        for cell in stride(from: 0, to: cells, by: 8) {
            let column = cell &* scale
            let words = sono_clamped_words(four(column), four(column &+ 4 &* scale))
            let bytes = unsafeBitCast(sono_clamped_bytes(words, words), to: SIMD2<UInt64>.self)
            means.storeBytes(of: bytes[0], toByteOffset: cell, as: UInt64.self)
        }
    }
}

/// Sums of the pixels of cells of more than eight pixels a side.
private struct LargeCells {
    private let luma: GreyPlane
    private let scale: Int
    /// Rows of a cell that count.
    private let rows: Int
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
