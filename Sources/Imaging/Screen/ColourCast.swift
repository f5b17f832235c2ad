/// How colour lies on what is bright: in areas of its own (colour Doppler, icons), all over (a tint) or scattered (a cast).
///
/// A camera's white balance, the screen's sub-pixels under the camera's grid and room light colour grey pixels, now past the
/// limit of "coloured" and now not, wherever the picture is bright. Doppler colour fills its cells.
package struct ColourCast: Sendable {
    /// Share of the bright cells that are coloured in part, 0–1.
    package let scattered: Double
    /// Share of the bright cells that carry any colour, 0–1.
    package let coloured: Double
    /// How many of the 36 parts of the picture (6 × 6) have a cell coloured in part.
    package let parts: Int

    /// Side of a cell in pixels.
    private static let side = 8
    /// Least mean grey of a bright cell, and least grey of its pixels: letters on black are no bright cells.
    private static let brightMean = 110
    private static let brightLeast = 24
    /// Coloured pixels of 64 from which a cell carries colour, and above which it is full.
    private static let some = 4
    private static let full = 60
    /// Fewest bright cells.
    private static let fewest = 32
    /// Height in pixels from which every second row of cells is enough.
    private static let tall = 384
    /// Coloured pixels of the picture, as a share, below which there is no cast to look for.
    private static let leastColour = 0.0005

    /// Looks at the cells of every row or every second one; nil where next to nothing is coloured or bright.
    package init?(luma: GreyPlane, chroma: ChromaMask?) {
        guard let chroma, chroma.width == luma.width, chroma.height == luma.height,
            Double(chroma.count) >= Self.leastColour * Double(luma.pixels.count)
        else { return nil }
        let side = Self.side
        var (bright, partly, any) = (0, 0, 0)
        var places = [Bool](repeating: false, count: 36)
        let step = luma.height >= Self.tall ? 2 : 1
        for y in stride(from: 0, through: luma.height - side, by: step * side) {
            for x in stride(from: 0, through: luma.width - side, by: side) where Self.isBright(luma, x: x, y: y) {
                bright += 1
                var count = 0
                for row in y..<y + side { count += chroma.countOfEight(x: x, y: row) }
                guard count >= Self.some else { continue }
                any += 1
                guard count <= Self.full else { continue }
                partly += 1
                places[6 * y / luma.height * 6 + 6 * x / luma.width] = true
            }
        }
        guard step * bright >= Self.fewest else { return nil }
        scattered = Double(partly) / Double(bright)
        coloured = Double(any) / Double(bright)
        parts = places.count { $0 }
    }

    /// Whether the colour is a camera's: scattered over a fifth of what is bright (untouched pictures with colour Doppler,
    /// legends and tags reach a seventh), in several parts of the picture.
    package var isCast: Bool { scattered >= 0.2 && parts >= 3 }

    /// Whether all that is bright is coloured, so that colour says nothing of flow.
    package var coversPicture: Bool { coloured >= 0.9 }

    private static func isBright(_ luma: GreyPlane, x: Int, y: Int) -> Bool {
        let bytes = luma.pixels.span.bytes
        let (width, start) = (luma.width, y &* luma.width &+ x)
        // Every load below lies within this.
        precondition(start >= 0 && start &+ (side &- 1) &* width &+ side <= bytes.byteCount)
        @inline(__always)
        func eight(_ row: Int) -> UInt64 {
            bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ row &* width, as: UInt64.self)
        }
        // A byte of less than the least borrows from the one above it; most of what is not bright ends here.
        let (ones, first) = (UInt64(0x0101_0101_0101_0101), eight(0))
        if (first &- ones &* UInt64(brightLeast)) & ~first & (ones &<< 7) != 0 { return false }
        let least = SIMD16<UInt8>(repeating: UInt8(brightLeast))
        var sum: UInt32 = 0
        for row in stride(from: 0, to: side, by: 2) {
            let two = unsafeBitCast(SIMD2<UInt64>(eight(row), eight(row &+ 1)), to: SIMD16<UInt8>.self)
            guard (two .< least).bytes.isZero else { return false }
            sum &+= two.total
        }
        return Int(sum) >= brightMean * side * side
    }
}
