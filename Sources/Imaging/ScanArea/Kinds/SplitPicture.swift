import Foundation

/// A picture that a dark middle has cut in two, against two pictures side by side.
///
/// Where lines in the middle have lost contact, or lie in the shadow of gas or a rib from the face down, the content
/// falls into a left and a right part. Taken by itself either would be graded without the loss. What tells:
/// 1. The gap. Two fans part at their faces and close in on each other downwards; dark scan lines of one fan spread
///    downwards, and dark columns stay as wide as they are.
/// 2. The shape. Both parts together have the sides of one fan, mirrored about one axis.
/// 3. Two rectangles of equal width, far apart, may be either: that is said to be doubtful.
struct SplitPicture {
    /// Least area and height of the other part against the larger one.
    private static let leastArea = 0.06
    private static let leastHeight = 0.35
    /// By how much of the width over both parts the gap closes downwards at least between two fans.
    private static let closing = 0.06
    /// Width of the gap, against that over both, up to which two rectangles are two pictures: layouts waste no more.
    private static let layoutGap = 0.085
    /// Difference of the rectangles' widths up to which they may be two pictures.
    private static let likeWidths = 0.1
    /// Difference of their upper and of their lower ends, against their height, up to which they are one picture.
    private static let levelEnds = 0.06
    /// Share of the one and of the other side at which the content must end.
    private static let sideSupport = 0.3
    private static let weakSupport = 0.1
    /// Share of the region that may lie outside of the common outline.
    private static let strayShare = 0.03

    /// The larger part and the one joined to it.
    let labels: Set<Int32>
    /// Whether they may be two pictures all the same.
    let isDoubtful: Bool

    /// Looks for a part beside the largest one that belongs to the same picture; nil where there is none.
    ///
    /// - Parameters:
    ///   - runs: Solid parts of the content.
    ///   - fit: Gives the outline of a region.
    init?(_ runs: CellRuns, fit: (PackedCells) -> ScanOutline?) {
        let parts = runs.parts
        guard let main = parts.first else { return nil }
        for other in parts.dropFirst().prefix(4) {
            guard Double(other.area) >= Self.leastArea * Double(main.area),
                Double(other.height) >= Self.leastHeight * Double(main.height)
            else { continue }
            let (left, right) = main.minX < other.minX ? (main, other) : (other, main)
            guard let gap = Gap(left, right, of: runs) else { continue }
            let width = Double(max(left.maxX, right.maxX) - min(left.minX, right.minX))
            guard gap.upper - gap.lower < Self.closing * width else { continue }
            let both = runs.cells(of: [left.label, right.label])
            guard let outline = fit(both) else { continue }
            if outline.isFan {
                guard Self.isBorneOut(outline, by: both) else { continue }
                self.labels = [main.label, other.label]
                isDoubtful = false
                return
            }
            let height = Double(max(left.height, right.height))
            guard abs(Double(left.minY - right.minY)) <= Self.levelEnds * height,
                abs(Double(left.maxY - right.maxY)) <= Self.levelEnds * height,
                0.5 * (gap.upper + gap.lower) > Self.layoutGap * width
            else { continue }
            self.labels = [main.label, other.label]
            // A picture cropped to both of them is cropped to one: nobody crops to two with so much between them, and what
            // is lost is said of one picture.
            let spansPicture = left.minX <= 1 && right.maxX >= runs.width - 1
            isDoubtful =
                !spansPicture
                && Double(abs(left.width - right.width)) <= Self.likeWidths * Double(max(left.width, right.width))
            return
        }
        return nil
    }

    /// Whether two parts beside each other can only be two pictures.
    static func areTwoPictures(_ left: CellComponent, _ right: CellComponent, of runs: CellRuns) -> Bool {
        guard let gap = Gap(left, right, of: runs) else { return true }
        let width = Double(max(left.maxX, right.maxX) - min(left.minX, right.minX))
        return gap.upper - gap.lower >= closing * width || 0.5 * (gap.upper + gap.lower) <= layoutGap * width
    }

    /// Whether both sides of a fan are where the parts end, and nothing lies beyond.
    private static func isBorneOut(_ outline: ScanOutline, by both: PackedCells) -> Bool {
        let left = OutlineAgreement.support(outline, line: 0, content: both)
        let right = OutlineAgreement.support(outline, line: 1, content: both)
        guard outline.tilt <= Double(OutlineFit.mirrorPlay) * .pi / 180, max(left, right) >= sideSupport,
            min(left, right) >= weakSupport
        else { return false }
        var all = 0
        var outside = 0
        for y in 0..<both.height {
            let ranges = outline.ranges(y: Double(y) + 0.5, inset: -1)
            for x in 0..<both.width where both.contains(x, y) {
                all += 1
                if !ranges.contains(where: { $0.contains(Double(x) + 0.5) }) { outside += 1 }
            }
        }
        return Double(outside) <= strayShare * Double(all)
    }

    /// How wide the gap between two parts is in the upper and in the lower third of the rows that both are in.
    private struct Gap {
        var upper: Double
        var lower: Double

        /// Nil where the parts are not beside each other.
        init?(_ left: CellComponent, _ right: CellComponent, of runs: CellRuns) {
            let gaps = runs.gaps(between: left, and: right).map(Double.init)
            guard gaps.count >= 12, gaps.count(where: { $0 < 0 }) * 20 <= gaps.count else { return nil }
            let third = gaps.count / 3
            upper = gaps.prefix(third).sorted()[third / 2]
            lower = gaps.suffix(third).sorted()[third / 2]
        }
    }
}
