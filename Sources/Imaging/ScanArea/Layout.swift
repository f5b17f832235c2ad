/// How the parts of a screen are arranged.
enum Layout {
    /// One B-mode picture.
    case single
    /// Two side by side; the left one is taken.
    case dual(left: CellComponent, right: CellComponent)
    /// Three or four in rows and columns.
    case quad

    /// Least area of a part against the largest one.
    private static let leastShare = 0.2
    /// Least width and height of a part against the picture's.
    private static let leastSide = 0.12

    /// Reads the layout from the solid parts of the content, largest first.
    ///
    /// - Parameters:
    ///   - parts: The parts.
    ///   - width: Cells across the picture.
    ///   - height: Cells down the picture.
    init(parts: [CellComponent], width: Int, height: Int) {
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
