/// A cell map with 64 cells a word, for growing and shrinking whole words at a time.
struct PackedCells {
    private let width: Int
    private let height: Int
    /// Words a row; cell x of a row is bit `x & 63` of word `x >> 6`.
    private let stride: Int
    private var words: [UInt64]

    init(_ map: CellMap) {
        width = map.width
        height = map.height
        stride = (map.width + 63) / 64
        words = [UInt64](repeating: 0, count: stride * map.height)
        let (width, height, stride) = (self.width, self.height, self.stride)
        var target = words.mutableSpan
        let cells = map.cells.span
        for y in 0..<height {
            for word in 0..<stride {
                let start = y &* width &+ word &* 64
                let count = min(64, width &- word &* 64)
                var bits: UInt64 = 0
                var bit = 0
                while bit &+ 8 <= count {
                    let eight = cells.bytes.unsafeLoadUnaligned(fromByteOffset: start &+ bit, as: UInt64.self)
                    // Bit 8·i goes to bit 56 + i, and nothing else comes there.
                    bits |= ((UInt64(littleEndian: eight) &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(bit)
                    bit &+= 8
                }
                while bit < count {
                    bits |= UInt64(truncatingIfNeeded: cells[start &+ bit]) &<< UInt64(bit)
                    bit &+= 1
                }
                target[y &* stride &+ word] = bits
            }
        }
    }

    func unpacked() -> CellMap {
        var cells = [UInt8](repeating: 0, count: width * height)
        var target = cells.mutableSpan
        var targetBytes = target.mutableBytes
        let source = words.span
        for y in 0..<height {
            for word in 0..<stride {
                let bits = source[y &* stride &+ word]
                if bits == 0 { continue }
                let start = y &* width &+ word &* 64
                let count = min(64, width &- word &* 64)
                var bit = 0
                while bit &+ 8 <= count {
                    // Byte i keeps bit i of the eight; what is not 0 becomes 1.
                    let spread = ((bits &>> UInt64(bit)) & 255) &* 0x0101_0101_0101_0101 & 0x8040_2010_0804_0201
                    let eight = ((spread &+ 0x7F7F_7F7F_7F7F_7F7F) &>> 7) & 0x0101_0101_0101_0101
                    targetBytes.storeBytes(of: eight.littleEndian, toByteOffset: start &+ bit, as: UInt64.self)
                    bit &+= 8
                }
                while bit < count {
                    targetBytes.storeBytes(
                        of: UInt8(truncatingIfNeeded: (bits &>> UInt64(bit)) & 1),
                        toByteOffset: start &+ bit,
                        as: UInt8.self
                    )
                    bit &+= 1
                }
            }
        }
        return CellMap(width: width, height: height, cells: cells)
    }

    /// Sets every cell with a set one within `radius` rows and columns.
    mutating func grow(_ radius: Int) {
        for _ in 0..<radius { step() }
    }

    /// Clears every cell with a clear one within `radius`; beyond the border counts as set, so that
    /// ultrasound cut off by the picture's edge is not eaten.
    mutating func shrink(_ radius: Int) {
        invert()
        grow(radius)
        invert()
    }

    private mutating func invert() {
        let (height, stride, tail) = (self.height, self.stride, self.tail)
        let last = stride &- 1
        var target = words.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let index = y &* stride &+ word
                target[index] = ~target[index] & (word == last ? tail : .max)
            }
        }
    }

    /// The bits of a row's last word that are cells.
    private var tail: UInt64 { width & 63 == 0 ? UInt64.max : (1 << UInt64(width & 63)) - 1 }

    private mutating func step() {
        let (height, stride) = (self.height, self.stride)
        var across = words
        growAcross(&across)
        let source = across.span
        var target = words.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let index = y &* stride &+ word
                var bits = source[index]
                if y > 0 { bits |= source[index &- stride] }
                if y &+ 1 < height { bits |= source[index &+ stride] }
                target[index] = bits
            }
        }
    }

    private func growAcross(_ across: inout [UInt64]) {
        let tail = tail
        let source = words.span
        var target = across.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let index = y &* stride &+ word
                var bits = source[index] | source[index] &<< 1 | source[index] &>> 1
                if word > 0 { bits |= source[index &- 1] &>> 63 }
                if word &+ 1 < stride { bits |= source[index &+ 1] &<< 63 } else { bits &= tail }
                target[index] = bits
            }
        }
    }
}
