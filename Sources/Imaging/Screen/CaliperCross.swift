/// The crosses that calipers draw: four arms alike in length, upright or diagonal, bright, with darkness between them.
///
/// A dotted line from cross to cross, or a digit beside it, may hide one arm's end or one of the gaps.
enum CaliperCross {
    /// Least grey of a cross, and least grey by which it exceeds the gaps between its arms.
    private static let brightest = 190
    private static let contrast = 60
    /// Grey by which an arm may fall off against the middle.
    private static let falloff = 70
    /// What makes a cross where strokes are known to be.
    private static let known = Rule(contrast: contrast, falloff: falloff, nearest: 3)
    /// What makes one anywhere in tissue, whose bright spots fall off slowly to all sides.
    private static let anywhere = Rule(contrast: 90, falloff: 40, nearest: 2)
    /// Pixels of an arm, upright and diagonal.
    private static let arms = (upright: 3...10, diagonal: 3...8)
    /// Distance within which crosses are one.
    private static let together = 6
    /// Grey of a cross that nothing else points to, and the share of the cells, one in so many, that may be as bright.
    private static let whitest = 200
    private static let mostBright = 8

    /// How sharp a cross must be.
    private struct Rule {
        /// Grey by which it exceeds the gaps between its arms.
        let contrast: Int
        /// Grey by which an arm may fall off against the middle.
        let falloff: Int
        /// Pixels from the middle from which the gaps are dark.
        let nearest: Int
    }

    private static let upright = [(1, 0), (-1, 0), (0, 1), (0, -1)]
    private static let diagonal = [(1, 1), (1, -1), (-1, 1), (-1, -1)]

    /// The crosses whose middles lie in a box, boxes of their own.
    static func all(in box: PixelBox, of luma: GreyPlane) -> [PixelBox] {
        var found: [(x: Int, y: Int, arm: Int)] = []
        let reach = arms.upright.upperBound + 3
        let rows = max(reach, box.y)..<max(reach, min(luma.height - reach, box.y + box.height))
        let columns = max(reach, box.x)..<max(reach, min(luma.width - reach, box.x + box.width))
        for y in rows where !rows.isEmpty {
            for x in columns {
                guard Int(luma.pixels[y * luma.width + x]) >= brightest else { continue }
                let arm = longest(luma, x, y, by: known)
                if arm > 0 { found.append((x, y, arm)) }
            }
        }
        return boxes(found, in: luma)
    }

    /// The crosses whose middles lie in cells of the scan area, boxes of their own; none where so much is as bright as a cross
    /// that none would stand out.
    static func all(over luma: GreyPlane, cells: [UInt8], peaks: CellPeaks) -> [PixelBox] {
        let size = ScanAreaMask.cellSize
        let reach = arms.upright.upperBound + 3
        let inside = cells.span
        let level = SIMD16<UInt8>(repeating: UInt8(whitest))
        var bright: [Int] = []
        var index = 0
        while index < cells.count {
            if index &+ 16 <= cells.count, peaks.sixteen(at: index, { $0 .>= level }).isZero {
                index &+= 16
                continue
            }
            for cell in index..<min(cells.count, index &+ 16)
            where Int(peaks.grey[cell]) >= whitest && inside[cell] != 0 { bright.append(cell) }
            index &+= 16
        }
        guard bright.count * mostBright <= cells.count else { return [] }
        var found: [(x: Int, y: Int, arm: Int)] = []
        let pixels = luma.pixels.span
        for cell in bright {
            let (row, column) = (cell / peaks.columns, cell % peaks.columns)
            let (left, top) = (column * size, row * size)
            if CellPixels.isInside(luma, row: row, column: column, reach: reach) {
                let pixels = mayStandOut(pixels.bytes, at: top &* luma.width &+ left, luma.width)
                if pixels.isZero { continue }
                for lane in 0..<size * size where pixels[lane] != 0 {
                    let (x, y) = (left + lane % size, top + lane / size)
                    let arm = longest(luma, x, y, by: anywhere)
                    if arm > 0 { found.append((x, y, arm)) }
                }
                continue
            }
            let rows = max(reach, top)..<max(reach, top, min(luma.height - reach, top + size))
            let columns = max(reach, left)..<max(reach, left, min(luma.width - reach, left + size))
            for y in rows {
                for x in columns
                where Int(luma.pixels[y &* luma.width &+ x]) >= whitest
                    && mayStandOut(pixels, y &* luma.width &+ x, luma.width)
                {
                    let arm = longest(luma, x, y, by: anywhere)
                    if arm > 0 { found.append((x, y, arm)) }
                }
            }
        }
        return boxes(found, in: luma)
    }

    /// Whether three of four places between the arms of an upright or of a diagonal cross are dark enough for the whitest cross.
    @inline(__always)
    private static func mayStandOut(_ pixels: Span<UInt8>, _ middle: Int, _ width: Int) -> Bool {
        let most = UInt8(255 - anywhere.contrast)
        let (down, step) = (3 &* width, 3)
        var (corners, sides) = (0, 0)
        if pixels[middle &- down &- step] <= most { corners &+= 1 }
        if pixels[middle &- down &+ step] <= most { corners &+= 1 }
        if pixels[middle &+ down &- step] <= most { corners &+= 1 }
        if pixels[middle &+ down &+ step] <= most { corners &+= 1 }
        if pixels[middle &- down] <= most { sides &+= 1 }
        if pixels[middle &+ down] <= most { sides &+= 1 }
        if pixels[middle &- step] <= most { sides &+= 1 }
        if pixels[middle &+ step] <= most { sides &+= 1 }
        return max(corners, sides) >= 3
    }

    /// Which of the sixteen pixels of a cell, whose first one is at an index, are white enough and may stand out: 255 each.
    @inline(__always)
    private static func mayStandOut(_ pixels: RawSpan, at start: Int, _ width: Int) -> SIMD16<UInt8> {
        typealias Bytes = SIMD16<UInt8>
        let most = Bytes(repeating: UInt8(255 - anywhere.contrast))
        let (down, step) = (3 &* width, 3)
        /// 1 where the pixel at an offset is not dark.
        @inline(__always)
        func lit(_ offset: Int) -> Bytes {
            (CellPixels.sixteen(pixels, at: start &+ offset, stride: width) .> most).bytes & Bytes(repeating: 1)
        }
        let white = (CellPixels.sixteen(pixels, at: start, stride: width) .>= Bytes(repeating: UInt8(whitest))).bytes
        let corners = lit(-down &- step) &+ lit(step &- down) &+ lit(down &- step) &+ lit(down &+ step)
        let sides = lit(-down) &+ lit(down) &+ lit(-step) &+ lit(step)
        return white & (Bytes.lower(corners, sides) .<= Bytes(repeating: 1)).bytes
    }

    /// Length of the arms of the upright or diagonal cross about a pixel; 0 where there is none.
    private static func longest(_ luma: GreyPlane, _ x: Int, _ y: Int, by rule: Rule) -> Int {
        max(
            arm(luma, x: x, y: y, along: upright, between: diagonal, lengths: arms.upright, by: rule),
            arm(luma, x: x, y: y, along: diagonal, between: upright, lengths: arms.diagonal, by: rule)
        )
    }

    /// One box a cross, of those that are no letters.
    private static func boxes(_ crosses: [(x: Int, y: Int, arm: Int)], in luma: GreyPlane) -> [PixelBox] {
        var found = crosses
        found.sort { ($1.arm, $0.y, $0.x) < ($0.arm, $1.y, $1.x) }
        var kept: [(x: Int, y: Int, arm: Int)] = []
        for cross in found where kept.allSatisfy({ max(abs($0.x - cross.x), abs($0.y - cross.y)) > together }) {
            kept.append(cross)
        }
        return kept.filter { !isLetter(luma, x: $0.x, y: $0.y, arm: $0.arm) }.map {
            PixelBox(x: $0.x - $0.arm, y: $0.y - $0.arm, width: 2 * $0.arm + 1, height: 2 * $0.arm + 1)
        }
    }

    /// Length of the arms of a cross about a pixel; 0 where there is none.
    private static func arm(
        _ luma: GreyPlane,
        x: Int,
        y: Int,
        along arms: [(Int, Int)],
        between gaps: [(Int, Int)],
        lengths: ClosedRange<Int>,
        by rule: Rule
    ) -> Int {
        let pixels = luma.pixels.span
        func grey(_ dx: Int, _ dy: Int) -> Int { Int(pixels[(y &+ dy) &* luma.width &+ x &+ dx]) }
        let middle = max(grey(0, 0), max(grey(1, 0), max(grey(0, 1), grey(1, 1))))
        // Most bright pixels have bright ones all around; three gaps of four must be dark.
        var bright = 0
        for (dx, dy) in gaps {
            var distance = rule.nearest
            while distance <= 5, grey(distance &* dx, distance &* dy) <= middle - rule.contrast { distance &+= 1 }
            guard distance <= 5 else { continue }
            bright += 1
            if bright > 1 { return 0 }
        }
        let least = max(middle - rule.falloff, 150)
        // The four lengths in order.
        var runs = InlineArray<4, Int>(repeating: .max)
        for (dx, dy) in arms {
            // Strokes of two pixels have their middle between two pixels.
            let (besideX, besideY) = dx == 0 ? (1, 0) : (0, 1)
            var length = 0
            while length <= lengths.upperBound {
                let (ax, ay) = ((length + 1) * dx, (length + 1) * dy)
                if max(grey(ax, ay), grey(ax + besideX, ay + besideY)) < least { break }
                length += 1
            }
            if length < lengths.lowerBound { return 0 }
            var place = 3
            while place > 0, runs[place - 1] > length {
                runs[place] = runs[place - 1]
                place -= 1
            }
            runs[place] = length
        }
        guard runs[2] <= lengths.upperBound, runs[2] - runs[0] <= 3 else { return 0 }
        return runs[1]
    }

    /// Whether a cross stands in a line of letters: one on either side of it, or two on one side.
    ///
    /// A caliper has one digit beside it.
    private static func isLetter(_ luma: GreyPlane, x: Int, y: Int, arm: Int) -> Bool {
        let side = 2 * arm + 1
        let rows = max(0, y - arm)...min(luma.height - 1, y + arm)
        let least = max(150, Int(luma.pixels[y * luma.width + x]) - falloff)
        var letters = 0
        for direction in [-1, 1] {
            // A letter is bright in most rows, a dotted line in few; letters have a dark column between them.
            var isBright = [Bool](repeating: false, count: rows.count)
            for step in arm + 1...arm + 2 * side {
                let column = x + direction * step
                var isEmpty = true
                if column >= 0, column < luma.width {
                    for row in rows where Int(luma.pixels[row * luma.width + column]) >= least {
                        isBright[row - rows.lowerBound] = true
                        isEmpty = false
                    }
                }
                guard isEmpty || step == arm + 2 * side else { continue }
                if isBright.count(where: { $0 }) * 5 >= rows.count * 3 { letters += 1 }
                for row in isBright.indices { isBright[row] = false }
            }
        }
        return letters >= 2
    }
}
