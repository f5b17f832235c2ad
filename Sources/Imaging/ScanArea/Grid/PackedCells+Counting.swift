/// How many cells are set.
extension PackedCells {
    /// How many cells of a row are set among some columns.
    func count(row: Int, _ columns: Range<Int>) -> Int {
        guard let columns = Columns(columns, of: self) else { return 0 }
        return count(row: row, columns)
    }

    /// The same where many rows are asked for the same columns.
    @inline(__always)
    func count(row: Int, _ columns: Columns) -> Int {
        let source = words.span.extracting(row &* stride..<(row &+ 1) &* stride)
        let (first, last) = (columns.words.lowerBound, columns.words.upperBound)
        // In range: made for a map of as many columns.
        precondition(first >= 0 && last < source.count)
        if first == last { return Self.count(source[unchecked: first] & columns.first & columns.last) }
        var total = Self.count(source[unchecked: first] & columns.first)
        for word in first &+ 1..<last { total &+= Self.count(source[unchecked: word]) }
        return total &+ Self.count(source[unchecked: last] & columns.last)
    }

    /// Older processors count bits in a dozen steps, and many words have none.
    @inline(__always)
    private static func count(_ bits: UInt64) -> Int { bits == 0 ? 0 : bits.nonzeroBitCount }

    /// Some columns of a map as words, and which bits of the first and of the last of them.
    struct Columns {
        fileprivate let words: ClosedRange<Int>
        fileprivate let first: UInt64
        fileprivate let last: UInt64

        /// Nil where none of the columns is in the map.
        init?(_ columns: Range<Int>, of map: PackedCells) {
            let range = columns.clamped(to: 0..<map.width)
            guard !range.isEmpty else { return nil }
            words = range.lowerBound >> 6...(range.upperBound &- 1) >> 6
            first = ~0 &<< UInt64(range.lowerBound & 63)
            last = ~0 &>> UInt64(63 &- (range.upperBound &- 1) & 63)
        }
    }

    /// How many cells are set.
    var count: Int {
        let source = words.span
        var total = 0
        for index in 0..<source.count { total &+= source[index].nonzeroBitCount }
        return total
    }
}
