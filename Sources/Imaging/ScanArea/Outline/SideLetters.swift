/// Letters beside an upright picture that hang together with it: settings and labels are written close to its side.
///
/// The rows that they stand in reach farther out than the picture, and many rows agree on that, so that a side would be drawn
/// around them. Told by columns: beside the picture only the rows of letters have cells, and from its side on most rows have;
/// where the picture's side is hardly lit, by ink without any grey between.
/// Lines without contact are dark from the face down but for what lies next to the probe, and what little they show is grey;
/// letters are white, and stand off the face.
struct SideLetters {
    /// Share of what the picture's columns usually hold up to which a column may be beside it, and from which it may be part of it.
    private static let beside = 0.45
    private static let within = 0.4
    /// How many times as much the columns from the side inwards hold as those beside it, and how many of them do.
    private static let step = 1.6
    private static let firm = 3
    /// Fewest columns of letters, and the largest share of the region's width that they take.
    private static let fewest = 3
    private static let mostWidth = 0.35
    /// Rows of the face on which no letter stands, as a share of the height, and at least.
    private static let faceShare = 0.02
    private static let faceRows = 2
    /// Grey over the background from which a pixel is lit, that of ink, and the least share of lit pixels that is ink.
    private static let lit = 24
    private static let ink = 160
    private static let leastInk = 0.35
    /// Fewest lit pixels.
    private static let fewestLit = 40
    /// The same share of a column that holds nothing but letters, and the largest share of its pixels that they light.
    private static let inkOfLetters = 0.6
    private static let mostLit = 0.45
    /// One row in so many is looked at; strokes are as thick as two.
    private static let rowStep = 3
    /// Columns from the side inwards of which one must reach the face: those of an upright picture do, a fan's corner does not.
    private static let atFace = 6

    private let region: PackedCells
    private let picture: ReducedPicture
    private let luma: GreyPlane
    private let background: Int

    /// The region without the letters on either side of it.
    ///
    /// - Parameters:
    ///   - region: Content on the grid.
    ///   - picture: The grid.
    ///   - luma: The picture.
    ///   - background: Its background grey.
    static func cut(
        from region: PackedCells,
        picture: ReducedPicture,
        luma: GreyPlane,
        background: Int
    ) -> PackedCells {
        let letters = SideLetters(region: region, picture: picture, luma: luma, background: background)
        var result = region
        for columns in letters.strips() {
            var strip = PackedCells(width: region.width, height: region.height)
            for y in 0..<region.height { strip.insert(columns, row: y) }
            result.subtract(strip)
        }
        return result
    }

    /// Columns on the left and on the right that hold nothing but letters.
    private func strips() -> [Range<Int>] {
        var counts = [Int](repeating: 0, count: region.width)
        for y in 0..<region.height {
            region.forEachRun(row: y) { for x in $0 { counts[x] += 1 } }
        }
        guard let first = counts.firstIndex(where: { $0 > 0 }), let last = counts.lastIndex(where: { $0 > 0 }),
            last - first > 4 * Self.firm
        else { return [] }
        let usual = Double(counts[first...last].sorted()[(last - first) / 2])
        let most = first + Int(Self.mostWidth * Double(last - first))
        let fewest = last - Int(Self.mostWidth * Double(last - first))
        return [Array(first...most), (fewest...last).reversed()].compactMap { columns in
            func strip(_ side: Int) -> Range<Int> {
                columns[0] == first ? first..<first + side : last + 1 - side..<last + 1
            }
            let bySide = Self.side(columns.map { Double(counts[$0]) }, usual: usual).map(strip)
            if let bySide, standsOffFace(bySide), isInk(bySide) { return bySide }
            // The column in which the picture begins may hold more ink than grey, at its face.
            return inkSide(columns).flatMap { side in
                (max(Self.fewest, side - Self.firm)...side).reversed().map(strip)
                    .first { standsOffFace($0) && isInk($0) }
            }
        }
    }

    /// How many columns from the outside hold black and ink and no grey between, as no part of a picture does; nil for none,
    /// and where that goes on.
    ///
    /// A picture's side that is hardly lit does not hold more cells than the rows of letters beside it.
    private func inkSide(_ columns: [Int]) -> Int? {
        guard let top = (0..<region.height).first(where: { region.count(row: $0, 0..<region.width) > 0 }),
            let bottom = (0..<region.height).last(where: { region.count(row: $0, 0..<region.width) > 0 })
        else { return nil }
        // Letters stand off the face.
        if reachesFace(columns[..<Self.fewest], top: top) { return nil }
        let rows = top * picture.scale..<min(luma.height, (bottom + 1) * picture.scale)
        var grey = 0
        for (number, column) in columns.enumerated() {
            let ink = self.ink(in: column, rows: rows)
            let isGrey = Double(ink.ink) < Self.inkOfLetters * Double(ink.lit)
            guard isGrey else {
                if Double(ink.lit) > Self.mostLit * Double(rows.count / Self.rowStep * picture.scale) { return nil }
                grey = 0
                continue
            }
            grey += 1
            guard grey == Self.firm else { continue }
            let side = number + 1 - Self.firm
            return side >= Self.fewest && reachesFace(columns[side..<min(columns.count, side + Self.atFace)], top: top)
                ? side : nil
        }
        return nil
    }

    /// Whether one of some columns begins at the region's first rows.
    private func reachesFace(_ columns: ArraySlice<Int>, top: Int) -> Bool {
        let rows = top..<min(region.height, top + Self.faceRows + Int(Self.faceShare * Double(region.height)))
        return columns.contains { column in rows.contains { region.count(row: $0, column..<column + 1) > 0 } }
    }

    /// Pixels of a column of cells that are lit, and those of them that are ink.
    private func ink(in column: Int, rows: Range<Int>) -> (lit: Int, ink: Int) {
        let columns = column * picture.scale..<min(luma.width, (column + 1) * picture.scale)
        let pixels = luma.pixels.span
        var (lit, ink) = (0, 0)
        for row in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.rowStep) {
            for x in columns {
                let grey = Int(pixels[row * luma.width + x]) - background
                if grey >= Self.lit { lit += 1 }
                if grey >= Self.ink { ink += 1 }
            }
        }
        return (lit, ink)
    }

    /// How many columns from the outside lie beside the picture; nil where it does not begin at one column.
    private static func side(_ counts: [Double], usual: Double) -> Int? {
        var outer = 0.0
        for column in fewest..<max(fewest, counts.count - firm) {
            // The column before may be part of both.
            outer = max(outer, counts[..<(column - 1)].max() ?? 0)
            if outer > beside * usual { return nil }
            let inner = counts[column..<column + firm].min() ?? 0
            guard inner >= max(within * usual, step * outer) else { continue }
            return counts[column - 1] >= step * outer ? column - 1 : column
        }
        return nil
    }

    /// Whether no cell of the columns lies at the face of what is left of the region.
    private func standsOffFace(_ columns: Range<Int>) -> Bool {
        let isLeft = columns.lowerBound < region.width - columns.upperBound
        let inner = isLeft ? columns.upperBound..<region.width : 0..<columns.lowerBound
        guard let face = (0..<region.height).first(where: { region.count(row: $0, inner) * 2 > inner.count / 2 }),
            let top = (0..<region.height).first(where: { region.count(row: $0, columns) > 0 })
        else { return false }
        return top >= face + max(Self.faceRows, Int(Self.faceShare * Double(region.height)))
    }

    /// Whether what is lit in the columns is mostly ink.
    private func isInk(_ columns: Range<Int>) -> Bool {
        let scale = picture.scale
        var (lit, ink) = (0, 0)
        let pixels = luma.pixels.span
        for y in 0..<region.height where region.count(row: y, columns) > 0 {
            for row in y * scale..<min(luma.height, (y + 1) * scale) {
                for x in columns.lowerBound * scale..<min(luma.width, columns.upperBound * scale) {
                    let grey = Int(pixels[row * luma.width + x]) - background
                    if grey >= Self.lit { lit += 1 }
                    if grey >= Self.ink { ink += 1 }
                }
            }
        }
        return lit >= Self.fewestLit && Double(ink) >= Self.leastInk * Double(lit)
    }
}
