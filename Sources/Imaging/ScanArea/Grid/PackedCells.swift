internal import CRasterCodecs

/// A cell map with 64 cells a word, for growing and shrinking whole words at a time.
struct PackedCells {
    /// Cells across and down.
    let width: Int
    let height: Int
    /// Words a row; cell x of a row is bit `x & 63` of word `x >> 6`.
    let stride: Int
    var words: [UInt64]

    /// A map without any set cell.
    init(width: Int, height: Int) {
        self.width = width
        self.height = height
        stride = (width + 63) / 64
        words = [UInt64](repeating: 0, count: stride * height)
    }

    /// The same cells.
    init(_ map: CellMap) {
        let cells = map.cells.span
        self.init(width: map.width, height: map.height) { cells.lanes(at: $0) }
    }

    /// Sets the cells that a test finds, sixteen at a time.
    ///
    /// - Parameter sixteen: From the index of a cell, anything but 0 for each of the sixteen cells from it on that is to be set,
    ///   else 0; lanes beyond a row are not looked at.
    @inline(__always)
    init(width: Int, height: Int, where sixteen: (Int) -> SIMD16<UInt8>) {
        self.init(width: width, height: height)
        let (stride, tail) = (self.stride, self.tail)
        var target = words.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let count = min(64, width &- word &* 64)
                var bits: UInt64 = 0
                for first in Swift.stride(from: 0, to: count, by: 16) {
                    let flags = sono_set_lanes(sixteen(y &* width &+ word &* 64 &+ first))
                    bits |= UInt64(flags) &<< UInt64(first)
                }
                target[y &* stride &+ word] = word == stride &- 1 ? bits & tail : bits
            }
        }
    }

    /// Whether cell (x, y), which must be in the map, is set.
    @inline(__always)
    func contains(_ x: Int, _ y: Int) -> Bool {
        words[y &* stride &+ x &>> 6] &>> UInt64(x & 63) & 1 != 0
    }

    /// Cells 64 · word to 64 · word + 63 of a row, the first one in the lowest bit.
    @inline(__always)
    func word(_ word: Int, _ row: Int) -> UInt64 { words[row &* stride &+ word] }

    /// The first and the last set cell of a row; nil where none is.
    func ends(row: Int) -> (first: Int, last: Int)? {
        let source = words.span
        let start = row &* stride
        var word = 0
        while word < stride, source[start &+ word] == 0 { word &+= 1 }
        guard word < stride else { return nil }
        var last = stride &- 1
        while source[start &+ last] == 0 { last &-= 1 }
        return (
            word &* 64 &+ source[start &+ word].trailingZeroBitCount,
            last &* 64 &+ 63 &- source[start &+ last].leadingZeroBitCount
        )
    }

    /// Share of the cells between the first and the last set one of each row that are set, 0 of an empty map.
    var shareOfRows: Double {
        var between = 0
        for y in 0..<height {
            if let (first, last) = ends(row: y) { between += last - first + 1 }
        }
        return between == 0 ? 0 : Double(count) / Double(between)
    }

    /// The rows of the first and of the last set cell of every column; −1 where none is.
    func columnEnds() -> (first: [Int], last: [Int]) {
        var first = [Int](repeating: -1, count: width)
        var last = first
        let source = words.span
        for isDown in [true, false] {
            var seen = [UInt64](repeating: 0, count: stride)
            for step in 0..<height {
                let y = isDown ? step : height &- 1 &- step
                for word in 0..<stride {
                    var fresh = source[y &* stride &+ word] & ~seen[word]
                    if fresh == 0 { continue }
                    seen[word] |= fresh
                    while fresh != 0 {
                        let column = word &* 64 &+ fresh.trailingZeroBitCount
                        fresh &= fresh &- 1
                        if isDown { first[column] = y } else { last[column] = y }
                    }
                }
            }
        }
        return (first, last)
    }

    /// Whether a row has eight set cells side by side.
    func hasEight(row: Int) -> Bool {
        let source = words.span
        let start = row &* stride
        for word in 0..<stride {
            let own = source[start &+ word]
            if own == 0 { continue }
            let next = word &+ 1 < stride ? source[start &+ word &+ 1] : 0
            let two = own & (own &>> 1 | next &<< 63)
            let nextTwo = next & next &>> 1
            let four = two & (two &>> 2 | nextTwo &<< 62)
            let nextFour = nextTwo & nextTwo &>> 2
            if four & (four &>> 4 | nextFour &<< 60) != 0 { return true }
        }
        return false
    }

    /// The same with a byte a cell.
    func unpacked() -> CellMap {
        typealias Bytes = SIMD16<UInt8>
        let source = words.span
        // Byte i keeps bit i, or i − 8, of the sixteen; what is not 0 becomes 1.
        let own = unsafeBitCast(SIMD2<UInt64>(repeating: 0x8040_2010_0804_0201), to: Bytes.self)
        let cells = [UInt8](unsafeUninitializedCapacity: width * height) { target, count in
            let bytes = UnsafeMutableRawBufferPointer(target)
            for y in 0..<height {
                for word in 0..<stride {
                    let bits = source[y &* stride &+ word]
                    let start = y &* width &+ word &* 64
                    let columns = min(64, width &- word &* 64)
                    var bit = 0
                    while bit < columns {
                        let spread =
                            SIMD2(bits &>> UInt64(bit), bits &>> UInt64(bit &+ 8)) & SIMD2<UInt64>(repeating: 255)
                        let eights = unsafeBitCast(
                            spread &* SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101),
                            to: Bytes.self
                        )
                        let ones = (eights & own .> Bytes.zero).bytes & Bytes(repeating: 1)
                        // What runs over the row's end is written again by the next row, and not beyond the last one.
                        if start &+ bit &+ 16 <= bytes.count {
                            bytes.storeBytes(of: ones, toByteOffset: start &+ bit, as: Bytes.self)
                        } else {
                            for lane in 0..<bytes.count &- start &- bit { target[start &+ bit &+ lane] = ones[lane] }
                        }
                        bit &+= 16
                    }
                }
            }
            count = width * height
        }
        return CellMap(width: width, height: height, cells: cells)
    }

    /// Clears the cells that are set in another map of the same size.
    mutating func subtract(_ other: PackedCells) {
        let others = other.words.span
        var target = words.mutableSpan
        precondition(others.count == target.count, "maps of one size")
        for index in 0..<others.count { target[index] &= ~others[index] }
    }

    /// Clears the cells that are not set in another map of the same size.
    mutating func intersect(_ other: PackedCells) {
        let others = other.words.span
        var target = words.mutableSpan
        precondition(others.count == target.count, "maps of one size")
        for index in 0..<others.count { target[index] &= others[index] }
    }

    /// Sets some cells of a row.
    mutating func insert(_ columns: Range<Int>, row: Int) {
        let range = columns.clamped(to: 0..<width)
        guard !range.isEmpty, row >= 0, row < height else { return }
        let first = row &* stride
        var target = words.mutableSpan
        for word in range.lowerBound >> 6...(range.upperBound &- 1) >> 6 {
            target[first &+ word] |= Self.bits(range, ofWord: word)
        }
    }

    /// The bits of a range of columns that lie in a word, which must be one that holds some of them.
    @inline(__always)
    static func bits(_ columns: Range<Int>, ofWord word: Int) -> UInt64 {
        let low = max(0, columns.lowerBound &- word &* 64)
        let high = min(64, columns.upperBound &- word &* 64)
        return (~0 &<< UInt64(low)) & (~0 &>> UInt64(64 &- high))
    }

    /// Calls `body` with every run of set cells of a row, from left to right.
    @inline(__always)
    func forEachRun(row: Int, _ body: (Range<Int>) -> Void) {
        let source = words.span
        var start = -1
        for word in 0..<stride {
            let bits = source[row &* stride &+ word]
            // Where a cell differs from the one before it a run begins or ends.
            var changes = bits ^ (bits &<< 1 | (start >= 0 ? 1 : 0))
            while changes != 0 {
                let column = word &* 64 &+ changes.trailingZeroBitCount
                changes &= changes &- 1
                if start < 0 {
                    start = column
                } else {
                    body(start..<column)
                    start = -1
                }
            }
        }
        if start >= 0 { body(start..<width) }
    }

    /// The bits of a row's last word that are cells.
    var tail: UInt64 { width & 63 == 0 ? UInt64.max : (1 << UInt64(width & 63)) - 1 }
}
