/// Looking at some cells of a map, whole words at a time.
extension PackedCells {
    /// Calls `body` with the columns of the set cells of a row, from left to right, off which none is set in another row.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - columns: Columns of the map that are looked at.
    ///   - other: The other row.
    ///   - offset: Columns to the right, −63 to 63, at which its cell lies; beyond the map none is set.
    ///   - body: Takes a column.
    @inline(__always)
    func forEachCell(
        row: Int,
        in columns: Range<Int>,
        lacking other: Int,
        _ offset: Int,
        _ body: (Int) -> Void
    ) {
        guard !columns.isEmpty else { return }
        let far = UInt64(truncatingIfNeeded: abs(offset))
        for word in columns.lowerBound >> 6...(columns.upperBound &- 1) >> 6 {
            let own = self.word(word, row) & Self.bits(columns, ofWord: word)
            if own == 0 { continue }
            let near = self.word(word, other)
            var beside: UInt64 = near
            if offset < 0 {
                beside = near &<< far | (word > 0 ? self.word(word &- 1, other) &>> (64 &- far) : 0)
            } else if offset > 0 {
                beside = near &>> far | (word &+ 1 < stride ? self.word(word &+ 1, other) &<< (64 &- far) : 0)
            }
            var rest = own & ~beside
            while rest != 0 {
                body(word &* 64 &+ rest.trailingZeroBitCount)
                rest &= rest &- 1
            }
        }
    }

    /// Whether a row has so many set cells side by side.
    func hasRun(of length: Int, row: Int) -> Bool {
        var isFound = false
        forEachRun(row: row) { run in isFound = isFound || run.count >= length }
        return isFound
    }

    /// Clears all cells from a column and from a row on.
    mutating func cut(fromColumn column: Int, row: Int) {
        guard column < width || row < height else { return }
        let (height, stride) = (self.height, self.stride)
        var target = words.mutableSpan
        for word in 0..<stride {
            let kept = column - word * 64
            let bits: UInt64 = kept >= 64 ? .max : kept <= 0 ? 0 : (1 << UInt64(kept)) - 1
            for y in 0..<height { target[y &* stride &+ word] &= y < row ? bits : 0 }
        }
    }
}
