/// The crosses that calipers draw: four arms alike in length, upright or diagonal, bright, with darkness between them.
///
/// A dotted line from cross to cross, or a digit beside it, may hide one arm's end or one of the gaps.
enum CaliperCross {
    /// Least grey of a cross, and least grey by which it exceeds the gaps between its arms.
    private static let brightest = 190
    private static let contrast = 60
    /// Grey by which an arm may fall off against the middle.
    private static let falloff = 70
    /// Pixels of an arm, upright and diagonal.
    private static let arms = (upright: 3...10, diagonal: 3...8)
    /// Distance within which crosses are one.
    private static let together = 6

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
                let arm = max(
                    arm(luma, x: x, y: y, along: upright, between: diagonal, lengths: arms.upright),
                    arm(luma, x: x, y: y, along: diagonal, between: upright, lengths: arms.diagonal)
                )
                if arm > 0 { found.append((x, y, arm)) }
            }
        }
        found.sort { ($1.arm, $0.y, $0.x) < ($0.arm, $1.y, $1.x) }
        var kept: [(x: Int, y: Int, arm: Int)] = []
        for cross in found where kept.allSatisfy({ max(abs($0.x - cross.x), abs($0.y - cross.y)) > together }) {
            kept.append(cross)
        }
        return kept.map {
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
        lengths: ClosedRange<Int>
    ) -> Int {
        let pixels = luma.pixels.span
        func grey(_ dx: Int, _ dy: Int) -> Int { Int(pixels[(y &+ dy) &* luma.width &+ x &+ dx]) }
        let middle = max(grey(0, 0), max(grey(1, 0), max(grey(0, 1), grey(1, 1))))
        let least = max(middle - falloff, 150)
        var runs: [Int] = []
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
            runs.append(length)
        }
        runs.sort()
        guard runs[2] <= lengths.upperBound, runs[2] - runs[0] <= 3 else { return 0 }
        let dark = gaps.count { dx, dy in (3...5).allSatisfy { grey($0 * dx, $0 * dy) <= middle - contrast } }
        return dark >= 3 ? runs[1] : 0
    }
}
