/// Whether what stands in a box is a small drawing of thin lines: the outline of a body, a breast, an organ.
///
/// Such a drawing is told from what else stands on a screen by its lines: thin, few in a row, as far apart as the drawing is
/// wide, mostly dark between them, and curved or slanting. Letters are close together, buttons and small pictures are filled,
/// frames and tables run upright and level only.
struct LineDrawing {
    /// Width and height of the box.
    private let size: (width: Int, height: Int)
    /// Pixels on thin lines, 1 a pixel.
    private let lit: [UInt8]
    /// Share of the bright pixels that lie on thin lines.
    private let thinShare: Double

    /// Share of the bright pixels on thin lines at least, and of the box that they cover.
    private static let leastThin = 0.6
    private static let ink = 0.015...0.3
    /// Share of the rows that hold something, and of those that reach over half of the width, at least.
    private static let leastRows = 0.8
    private static let leastWideRows = 0.5
    /// Share of lit pixels between the outermost ones of a row at most.
    private static let mostFilled = 0.4
    /// Lines in a row, the median of the rows.
    private static let lines = 2...7
    /// Share of the rows at least in which the left-hand or the right-hand border moves on by a few pixels.
    private static let leastSlanting = 0.12
    private static let slantReach = 1...4

    /// Reads the lines in a box.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - box: The box, which may reach beyond the picture.
    ///   - level: Least grey of a line.
    ///   - contrast: Grey by which it exceeds what lies beside it.
    init(_ luma: GreyPlane, box: PixelBox, level: Int, contrast: Int) {
        let columns = max(0, box.x)..<max(0, box.x, min(luma.width, box.x + box.width))
        let rows = max(0, box.y)..<max(0, box.y, min(luma.height, box.y + box.height))
        size = (columns.count, rows.count)
        let reach = max(3, luma.height / 200)
        let pixels = luma.pixels.span
        func grey(_ x: Int, _ y: Int) -> Int {
            x < 0 || y < 0 || x >= luma.width || y >= luma.height ? 0 : Int(pixels[y &* luma.width &+ x])
        }
        var lit = [UInt8](repeating: 0, count: columns.count * rows.count)
        var (bright, thin) = (0, 0)
        let least = SIMD16<UInt8>(repeating: UInt8(clamping: level))
        for (line, y) in rows.enumerated() {
            var next = columns.lowerBound
            while next < columns.upperBound {
                let end = min(columns.upperBound, next + 16)
                // Most of what is looked at is darker than any line.
                let isDark =
                    end - next == 16 && (pixels.sixteen(at: y &* luma.width &+ next) .>= least).bytes.isZero
                for x in next..<(isDark ? next : end) {
                    let value = grey(x, y)
                    guard value >= level else { continue }
                    bright += 1
                    let beside = value - contrast
                    guard
                        max(grey(x - reach, y), grey(x + reach, y)) <= beside
                            || max(grey(x, y - reach), grey(x, y + reach)) <= beside
                    else { continue }
                    thin += 1
                    lit[line * columns.count + x - columns.lowerBound] = 1
                }
                next = end
            }
        }
        self.lit = lit
        thinShare = Double(thin) / Double(max(1, bright))
    }

    /// Whether it is such a drawing.
    var isOutline: Bool {
        let (width, height) = size
        guard width >= 12, height >= 12, thinShare >= Self.leastThin else { return false }
        var (cells, filled, reached, rows, wide) = (0, 0, 0, 0, 0)
        var lines: [Int] = []
        var moves = (left: 0, right: 0)
        var last: (left: Int, right: Int)?
        for y in 0..<height {
            let row = y * width
            guard let left = (0..<width).first(where: { lit[row + $0] != 0 }),
                let right = (0..<width).last(where: { lit[row + $0] != 0 })
            else {
                last = nil
                continue
            }
            var (count, runs) = (0, 0)
            for x in left...right where lit[row + x] != 0 {
                count += 1
                if x == left || lit[row + x - 1] == 0 { runs += 1 }
            }
            rows += 1
            cells += count
            lines.append(runs)
            if 2 * (right - left + 1) >= width {
                wide += 1
                filled += count
                reached += right - left + 1
            }
            if let last {
                if Self.slantReach.contains(abs(left - last.left)) { moves.left += 1 }
                if Self.slantReach.contains(abs(right - last.right)) { moves.right += 1 }
            }
            last = (left, right)
        }
        guard Double(rows) >= Self.leastRows * Double(height), Double(wide) >= Self.leastWideRows * Double(height),
            Self.ink.contains(Double(cells) / Double(width * height)),
            Double(filled) <= Self.mostFilled * Double(max(1, reached))
        else { return false }
        lines.sort()
        return Self.lines.contains(lines[lines.count / 2])
            && Double(max(moves.left, moves.right)) >= Self.leastSlanting * Double(rows)
    }

    /// The connected pieces of its lines, corners included, as boxes in the picture.
    ///
    /// - Parameter origin: Where the box begins in the picture.
    func pieces(from origin: (x: Int, y: Int)) -> [PixelBox] {
        let map = CellMap(width: size.width, height: size.height, cells: lit)
        guard size.width > 0, size.height > 0 else { return [] }
        return CellRuns(PackedCells(map)).parts.map {
            PixelBox(x: origin.x + $0.minX, y: origin.y + $0.minY, width: $0.width, height: $0.height)
        }
    }
}
