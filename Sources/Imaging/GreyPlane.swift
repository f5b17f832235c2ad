/// One 8-bit plane of samples.
///
/// Shape: `height` rows × `width` columns, row-major, top-left first, no
/// padding; 0 is black and 255 white. Hot loops take `pixels.span`.
package struct GreyPlane: Sendable, Equatable {
    /// Columns.
    package let width: Int
    /// Rows.
    package let height: Int
    /// `width * height` samples.
    package var pixels: [UInt8]

    /// Wraps samples; `pixels.count` must be `width * height`.
    package init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(pixels.count == width * height, "a plane holds width × height samples")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// A plane of one value.
    package init(width: Int, height: Int, filledWith value: UInt8) {
        self.init(width: width, height: height, pixels: [UInt8](repeating: value, count: width * height))
    }
}

/// Which pixels carry colour: one bit a pixel.
///
/// A pixel is chromatic when max(R, G, B) − min(R, G, B) > 30
/// (domain reference §1). Shape as `GreyPlane`; pixel (x, y) is bit
/// `(y * width + x) & 7` of byte `(y * width + x) >> 3`.
package struct ChromaMask: Sendable, Equatable {
    /// Columns.
    package let width: Int
    /// Rows.
    package let height: Int
    /// `(width * height + 7) / 8` bytes.
    package let bits: [UInt8]
    /// Which of the chromatic pixels are at least as red as they are blue (red, orange, yellow; else blue, cyan);
    /// shape as `bits`.
    package let warm: [UInt8]
    /// How many pixels are chromatic.
    package let count: Int

    /// Wraps packed bits; `count` is the number of set bits.
    ///
    /// Without `warm` all colour is cold.
    package init(width: Int, height: Int, bits: [UInt8], warm: [UInt8]? = nil, count: Int) {
        let warm = warm ?? [UInt8](repeating: 0, count: bits.count)
        precondition(bits.count == (width * height + 7) / 8, "a chroma mask holds one bit a pixel")
        precondition(warm.count == bits.count, "a chroma mask holds one bit a pixel")
        self.warm = warm
        self.width = width
        self.height = height
        self.bits = bits
        self.count = count
    }

    /// Whether pixel (x, y) is chromatic and at least as red as it is blue.
    @inline(__always)
    func isWarm(x: Int, y: Int) -> Bool {
        let index = y &* width &+ x
        return warm[index &>> 3] & (1 &<< UInt8(truncatingIfNeeded: index & 7)) != 0
    }

    /// Whether pixel (x, y) carries colour.
    @inline(__always)
    func contains(x: Int, y: Int) -> Bool {
        let index = y &* width &+ x
        return bits[index &>> 3] & (1 &<< UInt8(truncatingIfNeeded: index & 7)) != 0
    }

    /// How many of the eight pixels from (x, y) on carry colour; all of them must be in the row.
    @inline(__always)
    func countOfEight(x: Int, y: Int) -> Int {
        let index = y &* width &+ x
        let shift = UInt16(truncatingIfNeeded: index & 7)
        let low = UInt16(bits[index &>> 3])
        // The second byte only where some of the eight are in it: the last one of the picture has none behind.
        let high = shift == 0 ? 0 : UInt16(bits[index &>> 3 &+ 1])
        return (((high &<< 8 | low) &>> shift) & 255).nonzeroBitCount
    }

    /// One less than what `isGrey` looks at.
    static let greyStretch = 56

    /// Whether none of 57 pixels from (x, y) on carries colour, on into the next row where this one ends; false where the
    /// picture ends before.
    @inline(__always)
    func isGrey(x: Int, y: Int) -> Bool {
        let index = y &* width &+ x
        let byte = index &>> 3
        guard byte >= 0, byte &+ 8 <= bits.count else { return false }
        let word = bits.span.bytes.unsafeLoadUnaligned(fromByteOffset: byte, as: UInt64.self)
        return word &>> UInt64(truncatingIfNeeded: index & 7) == 0
    }

    /// Calls `body` with the first column and the set bits of every byte of a row that has any; rows must begin with a byte.
    @inline(__always)
    func forEachByte(ofRow row: Int, _ body: (_ column: Int, _ bits: UInt8) -> Void) {
        precondition(width % 8 == 0, "rows of whole bytes")
        let bytes = bits.span.extracting(row * width / 8..<(row + 1) * width / 8)
        let words = bytes.bytes
        var index = 0
        while index < bytes.count {
            // Most of a picture is grey.
            if index &+ 8 <= bytes.count, words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) == 0 {
                index &+= 8
                continue
            }
            if bytes[index] != 0 { body(index &* 8, bytes[index]) }
            index &+= 1
        }
    }

    /// Calls `body` with the row, the first column and the set bits of every byte that has any; a byte that runs over
    /// the end of a row comes in parts.
    ///
    /// Pixel `column + i` of the row is chromatic where bit i is set.
    @inline(__always)
    package func forEachByte(_ body: (_ row: Int, _ column: Int, _ bits: UInt8) -> Void) {
        guard width > 0 else { return }
        let bytes = bits.span
        let words = bytes.bytes
        var index = 0
        // The row in which the byte begins, and that row's first pixel: followed, as a division a byte would cost more.
        var (currentRow, rowStart) = (0, 0)
        while index < bytes.count {
            // Most of a picture is grey.
            if index &+ 8 <= bytes.count, words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) == 0 {
                index &+= 8
                continue
            }
            var byte = bytes[index]
            while index &* 8 &- rowStart >= width {
                rowStart &+= width
                currentRow &+= 1
            }
            var row = currentRow
            var column = index &* 8 &- rowStart
            index &+= 1
            while byte != 0, row < height {
                let left = width &- column
                guard left < 8 else {
                    body(row, column, byte)
                    break
                }
                let here = byte & (1 &<< UInt8(truncatingIfNeeded: left) &- 1)
                if here != 0 { body(row, column, here) }
                byte &>>= UInt8(truncatingIfNeeded: left)
                row &+= 1
                column = 0
            }
        }
    }
}
