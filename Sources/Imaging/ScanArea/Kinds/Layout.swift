/// How the parts of a screen are arranged.
enum Layout {
    /// One B-mode picture.
    case single
    /// Two side by side; the left one is taken.
    case dual(left: CellComponent, right: CellComponent)
    /// Three or four in rows and columns.
    case quad
    /// Two above each other.
    case stack

    /// Whether nothing is measured in such a layout.
    var isRefused: Bool {
        switch self {
        case .quad, .stack: true
        case .single, .dual: false
        }
    }

    /// Least area of a part against the largest one.
    private static let leastShare = 0.2
    /// Least width and height of a part against the picture's.
    private static let leastSide = 0.12

    /// Width, height and area of the smaller of two rectangles above each other against the other's, and the share of its
    /// bounding box that each fills.
    private static let stackLikeness = 0.93
    private static let rectangleShare = 0.9
    /// The same likeness of two fans, and the width with which a fan begins against that with which it ends at most.
    private static let fanLikeness = 0.5
    private static let fanNeck = 0.75
    /// Share of a part's height in which it begins or ends.
    private static let partEnd = 0.15

    /// Reads the layout from the solid parts of the content, largest first.
    ///
    /// - Parameters:
    ///   - parts: The parts.
    ///   - width: Cells across the picture.
    ///   - height: Cells down the picture.
    ///   - runs: What the parts are made of.
    init(parts: [CellComponent], width: Int, height: Int, runs: CellRuns) {
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
        } else if big.count == 2, Self.areAboveEachOther(big[0], big[1], runs) {
            self = .stack
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

    /// Whether two parts stand one above the other and are rectangles of one size, or fans that each begin narrow.
    ///
    /// What is left of a rectangle that a dark band has cut in two seldom has two halves that are whole and of one height, and
    /// a fan that was cut in two is wider below the band than above it.
    private static func areAboveEachOther(_ a: CellComponent, _ b: CellComponent, _ runs: CellRuns) -> Bool {
        guard overlap(a.minY...a.maxY, b.minY...b.maxY) <= 0.1, overlap(a.minX...a.maxX, b.minX...b.maxX) >= 0.9 else {
            return false
        }
        let likeness =
            [(a.width, b.width), (a.height, b.height), (a.area, b.area)]
            .map { Double(min($0, $1)) / Double(max(1, $0, $1)) }.min() ?? 0
        let areFilled = [a, b].allSatisfy { Double($0.area) >= rectangleShare * Double($0.width * $0.height) }
        if areFilled { return likeness >= stackLikeness }
        let ends = (a.minY < b.minY ? [a, b] : [b, a]).map { part in
            let rows = Int(partEnd * Double(part.height)) + 1
            return (
                start: Double(width(of: part, runs, rows: part.minY..<part.minY + rows)),
                end: Double(width(of: part, runs, rows: part.maxY - rows..<part.maxY))
            )
        }
        return likeness >= fanLikeness && ends.allSatisfy { $0.start <= fanNeck * $0.end }
            && ends[1].start <= fanNeck * ends[0].end
    }

    /// The widest of some rows of a part, from its first cell to its last.
    private static func width(of part: CellComponent, _ runs: CellRuns, rows: Range<Int>) -> Int {
        let cells = runs.cells(of: [part.label])
        return rows.compactMap { cells.ends(row: $0).map { $0.last - $0.first + 1 } }.max() ?? 0
    }

    /// Whether the parts stand in at least two rows and two columns, with a straight gutter between either.
    private static func formGrid(_ parts: [CellComponent]) -> Bool {
        guard hasGutter(parts.map { $0.minX...$0.maxX }), hasGutter(parts.map { $0.minY...$0.maxY }) else {
            return false
        }
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

    /// Whether some of the stretches end where all the others begin, but for a twentieth of the shortest.
    private static func hasGutter(_ stretches: [ClosedRange<Int>]) -> Bool {
        let slack = max(1, (stretches.map { $0.upperBound - $0.lowerBound }.min() ?? 0) / 20)
        return stretches.contains { first in
            let isEnd = stretches.contains { $0.lowerBound >= first.upperBound - slack }
            return isEnd
                && stretches.allSatisfy {
                    $0.upperBound <= first.upperBound + slack || $0.lowerBound >= first.upperBound - slack
                }
        }
    }
}

extension CellComponent {
    /// The bounding box in pixels.
    func pixels(of picture: ReducedPicture) -> PixelBox {
        PixelBox(
            x: minX * picture.scale,
            y: minY * picture.scale,
            width: width * picture.scale,
            height: height * picture.scale
        )
    }
}
