/// How the parts of a screen are arranged.
enum Layout {
    /// One B-mode picture.
    case single
    /// Two side by side; the left one is taken.
    case dual(left: CellComponent, right: CellComponent)
    /// Three or four in rows and columns.
    case quad
    /// A strip of time below (or above) the B-mode picture: spectral Doppler or M-mode.
    case spectral

    /// Least area of a part against the largest one.
    private static let leastShare = 0.2
    /// Least width and height of a part against the picture's.
    private static let leastSide = 0.12

    /// Reads the layout from the solid parts of the content, largest first.
    ///
    /// - Parameters:
    ///   - parts: The parts.
    ///   - labels: The label of each cell.
    ///   - width: Cells across the picture.
    ///   - height: Cells down the picture.
    init(parts: [CellComponent], labels: [Int32], width: Int, height: Int) {
        guard let main = parts.first else {
            self = .single
            return
        }
        let big = parts.filter {
            Double($0.area) >= Self.leastShare * Double(main.area)
                && Double($0.width) >= Self.leastSide * Double(width)
                && Double($0.height) >= Self.leastSide * Double(height)
                && Double($0.area) >= 0.3 * Double($0.width * $0.height)
        }
        if big.count >= 3, Self.formGrid(big) {
            self = .quad
        } else if big.count == 2, Self.areSideBySide(big[0], big[1]) {
            let isInOrder = big[0].minX <= big[1].minX
            self = .dual(left: big[isInOrder ? 0 : 1], right: big[isInOrder ? 1 : 0])
        } else if let strip = parts.dropFirst().first(where: {
            Self.isStrip($0, beside: main, width: width, height: height)
        }),
            Double(strip.area) >= 0.1 * Double(main.area), !Self.isArc(strip, labels: labels, width: width)
        {
            self = .spectral
        } else if parts.count > 1, Self.isStrip(main, beside: parts[1], width: width, height: height),
            Double(parts[1].area) >= 0.1 * Double(main.area), !Self.isArc(main, labels: labels, width: width)
        {
            self = .spectral
        } else {
            self = .single
        }
    }

    private static func overlap(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> Double {
        let common = min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
        return Double(max(0, common)) / Double(max(1, min(a.upperBound - a.lowerBound, b.upperBound - b.lowerBound)))
    }

    private static func areSideBySide(_ a: CellComponent, _ b: CellComponent) -> Bool {
        overlap(a.minX...a.maxX, b.minX...b.maxX) <= 0.1 && overlap(a.minY...a.maxY, b.minY...b.maxY) >= 0.6
            && Double(min(a.area, b.area)) >= 0.35 * Double(max(a.area, b.area))
            && Double(min(a.height, b.height)) >= 0.6 * Double(max(a.height, b.height))
    }

    /// Whether the parts stand in at least two rows and two columns.
    private static func formGrid(_ parts: [CellComponent]) -> Bool {
        let beside = parts.indices.contains { i in
            parts.indices.contains { j in
                i < j && overlap(parts[i].minX...parts[i].maxX, parts[j].minX...parts[j].maxX) <= 0.1
                    && overlap(parts[i].minY...parts[i].maxY, parts[j].minY...parts[j].maxY) >= 0.3
            }
        }
        let stacked = parts.indices.contains { i in
            parts.indices.contains { j in
                i < j && overlap(parts[i].minY...parts[i].maxY, parts[j].minY...parts[j].maxY) <= 0.1
                    && overlap(parts[i].minX...parts[i].maxX, parts[j].minX...parts[j].maxX) >= 0.3
            }
        }
        return beside && stacked
    }

    /// Whether a part is the deep end of a fan: it hangs in the middle, or its lower corners are missing.
    private static func isArc(_ part: CellComponent, labels: [Int32], width: Int) -> Bool {
        var sums = [0, 0]
        var counts = [0, 0]
        var lower = [0, 0]
        var lowerCells = [0, 0]
        for y in part.minY..<part.maxY {
            let isLow = (y - part.minY) * 5 >= part.height * 4
            for x in part.minX..<part.maxX {
                let isSet = labels[y * width + x] == part.label
                let tenth = (x - part.minX) * 10 / max(1, part.width)
                if isSet {
                    let side = tenth >= 3 && tenth < 7 ? 0 : 1
                    sums[side] += y
                    counts[side] += 1
                }
                if isLow, tenth == 0 || tenth == 9 || tenth == 4 || tenth == 5 {
                    let side = tenth == 4 || tenth == 5 ? 0 : 1
                    lowerCells[side] += 1
                    if isSet { lower[side] += 1 }
                }
            }
        }
        guard counts[0] > 0, counts[1] > 0 else { return false }
        let sag = Double(sums[0]) / Double(counts[0]) - Double(sums[1]) / Double(counts[1])
        return sag > 0.12 * Double(part.height) || (lower[0] * 2 > lowerCells[0] && lower[1] * 5 < lowerCells[1])
    }

    /// Whether a part is a wide, low block above or below another and wider than it.
    private static func isStrip(_ strip: CellComponent, beside other: CellComponent, width: Int, height: Int) -> Bool {
        Double(strip.width) >= 0.5 * Double(width) && strip.width * 2 >= strip.height * 3
            && Double(strip.height) >= 0.1 * Double(height)
            && overlap(strip.minY...strip.maxY, other.minY...other.maxY) <= 0.1
            // A strip that is high has to be much the wider part; a fan's pieces are not.
            && Double(strip.width) >= (strip.width >= 2 * strip.height ? 1.1 : 2) * Double(other.width)
            && Double(other.height) >= 0.15 * Double(height) && Double(other.width) >= 0.15 * Double(width)
    }
}
