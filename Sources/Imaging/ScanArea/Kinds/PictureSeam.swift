/// Finds the black line between two pictures that stand so close that their parts grow together on the grid.
enum PictureSeam {
    /// Share of the rows in which the line is black.
    private static let leastBlack = 0.97
    /// Share of the rows in which both neighbours of the line are not.
    private static let leastLit = 0.6
    /// Most columns of the line.
    private static let widest = 12

    /// The columns of a seam in the middle two fifths of a box, in pixels; nil where there is none.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - box: The part that may be two.
    ///   - black: Grey of the screen's background.
    static func columns(in box: PixelBox, of luma: GreyPlane, black: Int) -> Range<Int>? {
        let (width, height) = (luma.width, luma.height)
        guard box.width >= 128, box.height >= 64, box.x >= 0, box.y >= 0, box.x + box.width <= width,
            box.y + box.height <= height
        else { return nil }
        let limit = UInt8(clamping: black + 4)
        let pixels = luma.pixels.span
        let first = box.x + box.width * 3 / 10
        let end = box.x + box.width * 7 / 10
        // A sixteenth of the rows settles nearly every column.
        let rows = (0..<16).map { box.y + box.height * (2 * $0 + 1) / 32 }
        var x = first
        while x < end {
            var misses = 0
            for y in rows where pixels[y * width + x] > limit { misses += 1 }
            if misses > 1 {
                x += 1
                continue
            }
            let start = x
            while x < end, isBlack(luma, column: x, box: box, limit: limit) { x += 1 }
            let seam = start..<x
            x += 1
            guard !seam.isEmpty, seam.count <= widest, seam.upperBound < end, seam.lowerBound > first else { continue }
            let lit = (box.y..<box.y + box.height).count { y in
                let row = y * width
                return [seam.lowerBound - 3, seam.upperBound + 2].allSatisfy { side in
                    max(pixels[row + side], pixels[row + side + (side < start ? -2 : 2)]) > limit
                }
            }
            guard Double(lit) >= leastLit * Double(box.height) else { continue }
            // Dead elements and lines without contact are as black; what they part is one picture.
            if !PictureTiles.goesOn(box, across: seam, of: luma) { return seam }
        }
        return nil
    }

    /// Share of the width over both parts up to which what lies between them is so near to what was lost that it shows.
    private static let widestLoss = 0.06

    /// Whether the gap between two parts beside each other is one of lost lines: what is on one side of it goes on behind it.
    ///
    /// - Parameters:
    ///   - left: The part at the left.
    ///   - right: The part at the right.
    ///   - picture: The grid that the parts are of.
    ///   - luma: The picture.
    ///   - black: Grey of the screen's background.
    static func isLoss(
        between left: CellComponent,
        _ right: CellComponent,
        picture: ReducedPicture,
        luma: GreyPlane,
        black: Int
    ) -> Bool {
        let scale = picture.scale
        let x = left.minX * scale
        let y = max(left.minY, right.minY) * scale
        let box = PixelBox(
            x: x,
            y: y,
            width: min(luma.width, right.maxX * scale) - x,
            height: min(luma.height, min(left.maxY, right.maxY) * scale) - y
        )
        guard left.maxX <= right.minX, min(box.width, box.height) >= ScanAreaFinder.leastSide else { return false }
        let limit = UInt8(clamping: black + 4)
        // A cell that is content in part only may be black in the rest.
        var (low, high) = (left.maxX * scale, min(right.minX * scale, box.x + box.width))
        while low > box.x, isBlack(luma, column: low - 1, box: box, limit: limit) { low -= 1 }
        while high < box.x + box.width, isBlack(luma, column: high, box: box, limit: limit) { high += 1 }
        guard low - 3 > box.x, high + 3 < box.x + box.width, low < high,
            Double(high - low) <= widestLoss * Double(box.width)
        else { return false }
        // Two fans come near each other at their lower corners only.
        let lit = (box.y..<box.y + box.height).count { row in
            luma.pixels[row * luma.width + low - 3] > limit && luma.pixels[row * luma.width + high + 2] > limit
        }
        guard Double(lit) >= leastLit * Double(box.height) else { return false }
        return PictureTiles.goesOn(box, across: low..<high, of: luma)
    }

    private static func isBlack(_ luma: GreyPlane, column: Int, box: PixelBox, limit: UInt8) -> Bool {
        let black = (box.y..<box.y + box.height).count { luma.pixels[$0 * luma.width + column] <= limit }
        return Double(black) >= leastBlack * Double(box.height)
    }
}
