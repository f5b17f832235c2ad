internal import CRasterCodecs

/// A body mark: the small line drawing of a body or an organ on which the place of the probe is shown.
///
/// It stands in a corner or at an edge, on the black of the screen or over the ultrasound. Its lines need not hang together:
/// the sides of a trunk, the arch of the ribs and the navel are pieces of their own.
enum BodyMark {
    /// Height and width, against the picture's height.
    private static let heights = 0.05...0.24
    private static let widths = 0.03...0.3
    /// Width against height.
    private static let aspects = 0.35...2.8
    /// Height of its tallest piece against its own at least: rows of letters and of icons have none.
    private static let leastPiece = 0.4
    /// Height of a piece from which one is looked at, and distance within which pieces belong together, against the picture's.
    private static let leastSeed = 0.035
    private static let together = 0.03
    /// Pieces of a drawing at most.
    private static let mostPieces = 24
    /// Share of the picture's height, from the top, in which names and makers' signs stand.
    private static let header = 0.12
    /// Share of the scan area's box, from each side, within which it stands over the ultrasound: what was traced in the
    /// middle is a measurement.
    private static let margin = 0.35
    /// Room around a stroke in which the rest of its drawing lies, against the picture's height, and strokes that are tried.
    private static let around = 0.15
    private static let mostSeeds = 3
    /// Cells to where it must be dark on two sides of a line.
    private static let cellReach = 3
    /// Grey of its lines over the ultrasound, and by how much they exceed what lies beside them.
    private static let insideLevel = 180
    private static let insideContrast = 90

    /// The first one found on a picture, on its screen or over the ultrasound; nil where there is none.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - area: The box around the scan area.
    ///   - screen: What stands around it; nil where that is no dark screen.
    ///   - black: Grey of the screen.
    ///   - drawn: Boxes of what was drawn onto the ultrasound.
    static func box(in luma: GreyPlane, area: PixelBox, screen: ScreenStrokes?, black: Int, drawn: [PixelBox])
        -> PixelBox?
    {
        if let screen, screen.pieces.contains(where: { isSeed($0.box, luma) }) {
            let text = TextLines(screen).boxes
            let pieces = screen.pieces.map(\.box).filter { piece in
                !text.contains { $0.contains(x: piece.x + piece.width / 2, y: piece.y + piece.height / 2) }
            }
            if let found = drawing(among: pieces, of: luma, level: black + ScreenStrokes.contrast) { return found }
        }
        for box in drawn
        where Double(box.height) >= heights.lowerBound * Double(luma.height) && isAtCorner(box, of: area) {
            if let found = drawing(over: luma, in: box) { return found }
        }
        return nil
    }

    /// One drawn over the ultrasound; nil where there is none.
    ///
    /// Bright cells with dark ones on two sides of them, in the corners of the scan area, are joined to pieces; where one of
    /// them is high enough, the pixels around it are looked at.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - cells: The scan area, in cells of a mask.
    ///   - peaks: The brightest pixel of each cell.
    static func box(over luma: GreyPlane, cells: [UInt8], peaks: CellPeaks) -> PixelBox? {
        let (columns, rows) = (peaks.columns, peaks.rows)
        let inside = cells.span
        let grey = peaks.grey.span
        var bounds = (left: columns, top: rows, right: 0, bottom: 0)
        var found: [(row: Int, column: Int)] = []
        var index = 0
        let level = SIMD16<UInt8>(repeating: UInt8(insideLevel))
        while index < cells.count {
            if index &+ 16 <= cells.count {
                let bright = unsafeBitCast(peaks.sixteen(at: index) { $0 .>= level }, to: SIMD2<UInt64>.self)
                if bright[0] | bright[1] == 0 {
                    index &+= 16
                    continue
                }
                if var standing = Self.standing(grey.bytes, at: index, columns: columns) {
                    while standing != 0 {
                        let cell = index &+ standing.trailingZeroBitCount
                        standing &= standing &- 1
                        if inside[cell] != 0 { found.append((cell / columns, cell % columns)) }
                    }
                    if found.count * 20 > cells.count { return nil }
                    index &+= 16
                    continue
                }
            }
            for cell in index..<min(cells.count, index &+ 16) where Int(grey[cell]) >= insideLevel && inside[cell] != 0
            {
                let (row, column) = (cell / columns, cell % columns)
                let beside = Int(grey[cell]) - insideContrast
                func peak(_ down: Int, _ across: Int) -> Int {
                    let (y, x) = (row + down, column + across)
                    return y < 0 || x < 0 || y >= rows || x >= columns ? 0 : Int(grey[y &* columns &+ x])
                }
                if max(peak(0, -cellReach), peak(0, cellReach)) <= beside
                    || max(peak(-cellReach, 0), peak(cellReach, 0)) <= beside
                {
                    found.append((row, column))
                }
            }
            // Specks all over are tissue.
            if found.count * 20 > cells.count { return nil }
            index &+= 16
        }
        guard found.count >= 8 else { return nil }
        let packed = PackedCells(CellMap(width: columns, height: rows, cells: cells))
        for row in 0..<rows {
            guard let (first, last) = packed.ends(row: row) else { continue }
            bounds = (
                min(bounds.left, first), min(bounds.top, row), max(bounds.right, last + 1), max(bounds.bottom, row + 1)
            )
        }
        var thin = PackedCells(width: columns, height: rows)
        for (row, column) in found { thin.insert(column..<column &+ 1, row: row) }
        let size = ScanAreaMask.cellSize
        let area = PixelBox(
            x: bounds.left * size,
            y: bounds.top * size,
            width: (bounds.right - bounds.left) * size,
            height: (bounds.bottom - bounds.top) * size
        )
        let pieces = CellRuns(thin).parts.map {
            PixelBox(x: $0.minX * size, y: $0.minY * size, width: $0.width * size, height: $0.height * size)
        }
        let seeds = pieces.filter { isSeed($0, luma) && isAtCorner($0, of: area) }
        let room = Int(around * Double(luma.height))
        for seed in seeds.prefix(mostSeeds) {
            let region = PixelBox(
                x: max(0, seed.x - room),
                y: max(0, seed.y - room),
                width: seed.width + 2 * room,
                height: seed.height + 2 * room
            )
            if let box = drawing(over: luma, in: region), isAtCorner(box, of: area) { return box }
        }
        return nil
    }

    /// Which of sixteen cells are as bright as a line and dark on two opposite sides, a bit each; nil where one of them is too
    /// near to the map's edge.
    @inline(__always)
    private static func standing(_ peaks: RawSpan, at index: Int, columns: Int) -> UInt32? {
        typealias Bytes = SIMD16<UInt8>
        let column = index % columns
        let down = cellReach &* columns
        guard column >= cellReach, column &+ 16 &+ cellReach <= columns, index >= down,
            index &+ down &+ 16 <= peaks.byteCount
        else { return nil }
        @inline(__always)
        func peak(_ offset: Int) -> Bytes {
            peaks.unsafeLoadUnaligned(fromByteOffset: index &+ offset, as: Bytes.self)
        }
        let beside = Bytes.lower(
            Bytes.higher(peak(-cellReach), peak(cellReach)),
            Bytes.higher(peak(-down), peak(down))
        )
        let own = peak(0)
        let stands = (Bytes.excess(own, over: beside) .>= Bytes(repeating: UInt8(insideContrast))).bytes
        return sono_set_lanes(stands & (own .>= Bytes(repeating: UInt8(insideLevel))).bytes)
    }

    /// The first drawing whose lines lie in a box over the ultrasound.
    private static func drawing(over luma: GreyPlane, in region: PixelBox) -> PixelBox? {
        let lines = LineDrawing(luma, box: region, level: insideLevel, contrast: insideContrast)
        return drawing(
            among: lines.pieces(from: (region.x, region.y)),
            of: luma,
            level: insideLevel,
            contrast: insideContrast
        )
    }

    /// Whether a piece may be the largest one of a body mark.
    private static func isSeed(_ box: PixelBox, _ luma: GreyPlane) -> Bool {
        let height = Double(luma.height)
        return Double(box.height) >= leastSeed * height && Double(box.height) <= heights.upperBound * height
            && Double(box.width) <= widths.upperBound * height
            && Double(2 * box.y + box.height) >= 2 * header * height
    }

    /// The first drawing that grows from one of its pieces.
    private static func drawing(
        among pieces: [PixelBox],
        of luma: GreyPlane,
        level: Int,
        contrast: Int = ScreenStrokes.contrast
    ) -> PixelBox? {
        let height = Double(luma.height)
        let reach = max(4, Int(together * height))
        for seed in pieces where isSeed(seed, luma) {
            var box = seed
            var (tallest, count) = (seed.height, 1)
            var rest = pieces.filter { $0 != seed }
            while count <= mostPieces, Double(max(box.width, box.height)) <= widths.upperBound * height {
                let near = rest.filter { box.isWithin(reach, of: $0) }
                if near.isEmpty { break }
                rest.removeAll { box.isWithin(reach, of: $0) }
                for piece in near {
                    box = box.joined(with: piece)
                    tallest = max(tallest, piece.height)
                }
                count += near.count
            }
            guard count <= mostPieces, heights.contains(Double(box.height) / height),
                widths.contains(Double(box.width) / height),
                aspects.contains(Double(box.width) / Double(max(1, box.height))),
                Double(tallest) >= leastPiece * Double(box.height),
                LineDrawing(luma, box: box, level: level, contrast: contrast).isOutline
            else { continue }
            return box
        }
        return nil
    }

    /// Whether a box's middle lies near a corner of another one.
    private static func isAtCorner(_ box: PixelBox, of area: PixelBox) -> Bool {
        let across = Double(2 * (box.x - area.x) + box.width) / Double(2 * max(1, area.width))
        let down = Double(2 * (box.y - area.y) + box.height) / Double(2 * max(1, area.height))
        return min(across, 1 - across) <= margin && min(down, 1 - down) <= margin
    }
}

extension PixelBox {
    /// Whether a pixel lies in it.
    fileprivate func contains(x column: Int, y row: Int) -> Bool {
        column >= x && row >= y && column < x + width && row < y + height
    }

    /// Whether another box is no farther away than some pixels.
    fileprivate func isWithin(_ distance: Int, of other: PixelBox) -> Bool {
        other.x <= x + width + distance && x <= other.x + other.width + distance && other.y <= y + height + distance
            && y <= other.y + other.height + distance
    }
}
