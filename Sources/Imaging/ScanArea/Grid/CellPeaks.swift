internal import CRasterCodecs

/// The brightest pixel of each cell of a `ScanAreaMask`: one look at the picture tells which cells a search for strokes
/// or for blacked-out patches need not look into.
struct CellPeaks {
    /// Cells across.
    let columns: Int
    /// Cells down.
    let rows: Int
    /// Grey of the brightest pixel of each cell, row-major.
    ///
    /// Cells far from any that was asked for may be 0.
    let grey: [UInt8]

    /// Looks at the cells that are set in `cells`, and at their neighbours where that costs nothing.
    init(_ luma: GreyPlane, cells: [UInt8], columns: Int) {
        self.columns = columns
        let rows = columns > 0 ? cells.count / columns : 0
        self.rows = rows
        let size = ScanAreaMask.cellSize
        let (width, height) = (luma.width, luma.height)
        var grey = [UInt8](repeating: 0, count: cells.count)
        var target = grey.mutableSpan
        let pixels = luma.pixels.span
        let flags = cells.span
        for row in 0..<rows {
            let top = row &* size
            let first = row &* columns
            // Whole cells, sixteen and four at a time; then what is cut off by the picture's edge.
            let whole = top &+ size <= height ? min(columns, width / size) & ~3 : 0
            var column = 0
            while column &+ 16 <= whole {
                let index = first &+ column
                if !flags.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self).isZero {
                    let peaks = Self.peaksOfSixteen(pixels.bytes, at: top &* width &+ column &* size, stride: width)
                    var bytes = target.mutableBytes
                    bytes.storeBytes(of: peaks, toByteOffset: index, as: SIMD16<UInt8>.self)
                }
                column &+= 16
            }
            while column < whole {
                let index = first &+ column
                if flags.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self) != 0 {
                    let peaks = Self.peaksOfFour(pixels.bytes, at: top &* width &+ column &* size, stride: width)
                    var bytes = target.mutableBytes
                    bytes.storeBytes(of: peaks.littleEndian, toByteOffset: index, as: UInt32.self)
                }
                column &+= 4
            }
            while column < columns {
                var peak: UInt8 = 0
                for y in top..<min(height, top &+ size) {
                    for x in column &* size..<min(width, (column &+ 1) &* size) {
                        peak = max(peak, pixels[y &* width &+ x])
                    }
                }
                target[first &+ column] = peak
                column &+= 1
            }
        }
        self.grey = grey
    }

    /// The peaks of sixteen cells side by side.
    @inline(__always)
    private static func peaksOfSixteen(_ pixels: RawSpan, at start: Int, stride: Int) -> SIMD16<UInt8> {
        let four = 4 &* ScanAreaMask.cellSize
        let low = sono_clamped_words(
            peaks(pixels, at: start, stride: stride),
            peaks(pixels, at: start &+ four, stride: stride)
        )
        let high = sono_clamped_words(
            peaks(pixels, at: start &+ 2 &* four, stride: stride),
            peaks(pixels, at: start &+ 3 &* four, stride: stride)
        )
        return sono_clamped_bytes(low, high)
    }

    /// The peaks of four cells side by side, the leftmost in the lowest byte.
    @inline(__always)
    private static func peaksOfFour(_ pixels: RawSpan, at start: Int, stride: Int) -> UInt32 {
        let four = peaks(pixels, at: start, stride: stride)
        let words = sono_clamped_words(four, four)
        return unsafeBitCast(sono_clamped_bytes(words, words), to: SIMD4<UInt32>.self)[0]
    }

    /// The same, each in a word of its own.
    @inline(__always)
    private static func peaks(_ pixels: RawSpan, at start: Int, stride: Int) -> SIMD4<Int32> {
        typealias Lanes = SIMD16<UInt8>
        precondition(start >= 0 && start &+ 3 &* stride &+ 16 <= pixels.byteCount, "cells within the picture")
        @inline(__always)
        func row(_ line: Int) -> Lanes {
            pixels.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ line &* stride, as: SIMD16<UInt8>.self)
        }
        let column = Lanes.higher(Lanes.higher(row(0), row(1)), Lanes.higher(row(2), row(3)))
        let words = unsafeBitCast(column, to: SIMD4<UInt32>.self)
        let shifted = unsafeBitCast(words &>> SIMD4<UInt32>(repeating: 16), to: SIMD16<UInt8>.self)
        let halves = Lanes.higher(column, shifted)
        let halfWords = unsafeBitCast(halves, to: SIMD4<UInt32>.self)
        let quarters = Lanes.higher(
            halves,
            unsafeBitCast(halfWords &>> SIMD4<UInt32>(repeating: 8), to: SIMD16<UInt8>.self)
        )
        return unsafeBitCast(quarters, to: SIMD4<Int32>.self) & SIMD4<Int32>(repeating: 255)
    }

    /// Which cells of sixteen have a peak that fits, from the one at `index` on: 1 or 0 each.
    @inline(__always)
    func sixteen(at index: Int, _ fits: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt8> {
        let peaks = grey.span.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        return fits(peaks).bytes & SIMD16<UInt8>(repeating: 1)
    }
}
