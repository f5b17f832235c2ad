/// What the bars of a window and the panels of a screen leave.
extension PictureMount {
    /// Share of the picture's width or height between a panel and a picture that lies next to it.
    private static let widestGap = 0.03
    /// Grey from which something is there, and the share of an edge of a cropped picture at which it is.
    private static let litGrey: UInt8 = 6
    private static let leastLit = 0.5

    /// The picture next to a bar or a panel, where it was cropped to its ultrasound.
    ///
    /// Content then begins along most of the edge that it has there. A picture that has a screen around it is nil; it is
    /// looked at with that.
    static func beside(
        _ bars: CrossingBars,
        columns: Range<Int>,
        rows: Range<Int>,
        in picture: ReducedPicture,
        _ luma: GreyPlane
    ) -> PixelBox? {
        let mean = picture.mean
        func isLit(_ line: Int, _ along: Range<Int>, _ index: (Int, Int) -> Int) -> Double {
            Double(along.count { mean[index(line, $0)] >= litGrey }) / Double(max(1, along.count))
        }
        /// The first line on which the picture is, not far from the bar; nil where it does not begin all at once.
        func edge(_ lines: [Int], _ along: Range<Int>, _ index: (Int, Int) -> Int) -> Int? {
            guard let first = lines.first(where: { isLit($0, along, index) > 0 }) else { return nil }
            // The first line may be a mixture.
            return lines.drop { $0 != first }.prefix(2).contains { isLit($0, along, index) >= leastLit } ? first : nil
        }
        func column(_ x: Int, _ y: Int) -> Int { y * picture.width + x }
        func row(_ y: Int, _ x: Int) -> Int { y * picture.width + x }
        let across = Int((widestGap * Double(columns.count)).rounded(.up)) + 2
        let down = Int((widestGap * Double(rows.count)).rounded(.up)) + 2
        var (left, right) = (columns.lowerBound, columns.upperBound)
        var (top, bottom) = (rows.lowerBound, rows.upperBound)
        var isBeside = false
        if left > 0, let first = edge(Array(columns.prefix(across)), rows, column) { (left, isBeside) = (first, true) }
        if right < picture.width, let first = edge(columns.suffix(across).reversed(), rows, column) {
            (right, isBeside) = (first + 1, true)
        }
        if top > 0, let first = edge(Array(rows.prefix(down)), columns, row) { (top, isBeside) = (first, true) }
        if bottom < picture.height, let first = edge(rows.suffix(down).reversed(), columns, row) {
            (bottom, isBeside) = (first + 1, true)
        }
        guard isBeside, left < right, top < bottom else { return nil }
        let box = pixels(left..<right, top..<bottom, of: picture, luma)
        return trimmed(box, by: picture.scale, luma)
    }

    /// Some cells in pixels; the last ones with what the grid leaves over.
    static func pixels(
        _ columns: Range<Int>,
        _ rows: Range<Int>,
        of picture: ReducedPicture,
        _ luma: GreyPlane
    ) -> PixelBox {
        let scale = picture.scale
        let right = columns.upperBound == picture.width ? luma.width : columns.upperBound * scale
        let bottom = rows.upperBound == picture.height ? luma.height : rows.upperBound * scale
        let (left, top) = (columns.lowerBound * scale, rows.lowerBound * scale)
        return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// What bars leave of a side of the picture between those of its one half and those of the other.
    static func inner(_ bars: [Range<Int>], of count: Int) -> Range<Int> {
        let low = bars.filter { $0.upperBound <= count / 2 }.map(\.upperBound).max() ?? 0
        let high = bars.filter { $0.lowerBound > count / 2 }.map(\.lowerBound).min() ?? count
        return low..<max(low, high)
    }

    /// A box of whole cells without the dark lines of pixels that the cells at its border may begin with.
    private static func trimmed(_ box: PixelBox, by most: Int, _ luma: GreyPlane) -> PixelBox {
        func isDark(_ columns: Range<Int>, _ rows: Range<Int>) -> Bool {
            rows.allSatisfy { y in columns.allSatisfy { luma.pixels[y * luma.width + $0] < litGrey } }
        }
        var (left, right) = (box.x, box.x + box.width)
        var (top, bottom) = (box.y, box.y + box.height)
        for _ in 0..<most where left + 1 < right && isDark(left..<left + 1, top..<bottom) { left += 1 }
        for _ in 0..<most where left + 1 < right && isDark(right - 1..<right, top..<bottom) { right -= 1 }
        for _ in 0..<most where top + 1 < bottom && isDark(left..<right, top..<top + 1) { top += 1 }
        for _ in 0..<most where top + 1 < bottom && isDark(left..<right, bottom - 1..<bottom) { bottom -= 1 }
        return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
    }
}
