import Foundation

/// Fits a scan area to a region of content on the reduced grid.
struct OutlineFit {
    /// Opening below which two sides count as parallel: together they would move by less than 10 % of the
    /// height (the rule of SlicerUltrasound's masking tool; domain reference §1.1 step 5).
    static let parallelMovement = 0.1
    /// Share of the region's height that a side must be supported on.
    static let sideSupport = 0.12

    /// Share of columns that must end at one row for it to be a cut and no fading.
    static let sharpShare = 0.5

    /// Difference in degrees up to which two leans mirror each other.
    static let mirrorPlay = 4

    /// Widest lean in degrees that is believed of one side alone.
    static let widestSingleLean = 50

    /// Share of the columns that must begin at one row for a top to be level; a face is an arc.
    static let levelTop = 0.7

    /// Share of the columns below which a rectangle's top is none: a fan that has lost its sides, or bits of a dark one.
    static let raggedTop = 0.4

    /// Share of the height by which a column may begin off the top: rounded corners, a marker.
    static let topPlay = 0.03

    let region: PackedCells
    let tops: [(x: Double, y: Double)]
    let bottoms: [(x: Double, y: Double)]
    let lefts: [(x: Double, y: Double)]
    let rights: [(x: Double, y: Double)]
    let width: Double
    let height: Double
    private let picture: ReducedPicture
    private let background: Int

    /// Reads the region's border.
    ///
    /// - Parameters:
    ///   - cells: The content.
    ///   - picture: The picture, whose grey tells how much of a cell on the border is content.
    ///   - background: Its background grey.
    init(_ cells: PackedCells, picture: ReducedPicture, background: Int) {
        region = cells
        self.picture = picture
        self.background = background
        width = Double(region.width)
        height = Double(region.height)
        let border = BorderCells(picture, background: background)
        var lefts: [(x: Double, y: Double)] = []
        var rights: [(x: Double, y: Double)] = []
        lefts.reserveCapacity(region.height)
        rights.reserveCapacity(region.height)
        for y in 0..<region.height {
            guard let (low, high) = cells.ends(row: y) else { continue }
            let left = low == 0 ? 0 : border.bare(low, y, inwards: (1, 0))
            let right = high == region.width - 1 ? 0 : border.bare(high, y, inwards: (-1, 0))
            lefts.append((Double(low) + left, Double(y) + 0.5))
            rights.append((Double(high + 1) - right, Double(y) + 0.5))
        }
        let (first, last) = cells.columnEnds()
        self.lefts = lefts
        self.rights = rights
        tops = first.indices.filter { first[$0] >= 0 }.map { x in
            let y = first[x]
            return (Double(x) + 0.5, Double(y) + (y == 0 ? 0 : border.bare(x, y, inwards: (0, 1))))
        }
        bottoms = last.indices.filter { last[$0] >= 0 }.map { x in
            let y = last[x]
            let bare = y == cells.height - 1 ? 0 : border.bare(x, y, inwards: (0, -1))
            return (Double(x) + 0.5, Double(y + 1) - bare)
        }
    }

    /// The leans of both sides; nil where nothing speaks for a line.
    ///
    /// A probe's picture is symmetric about its axis, so a pair of equal leans is taken unless the best
    /// unequal pair explains much more.
    func leans(_ left: SideEvidence, _ right: SideEvidence) -> (Int?, Int?) {
        let least = max(5, Self.sideSupport * Double(lefts.count))
        var free = (left.bestLean, right.bestLean)
        // A picture narrows downwards on one side only when it is steered, with the other side parallel.
        if min(free.0, free.1) < -2, abs(free.0 + free.1) > 3 {
            free = (left.bestLean(in: -2...80), right.bestLean(in: -2...80))
        }
        let freeScore = left.score(free.0) + right.score(free.1)
        var symmetric = 0
        var symmetricScore = 0.0
        // Two sides that narrow downwards are no probe's: a mark beside the face and depth that fades look so.
        for lean in SideEvidence.leans where lean >= -1 {
            // A degree of play: the leans are whole numbers, and pixels are not always square.
            for other in (lean - 1)...(lean + 1) {
                let (one, two) = (left.score(lean), right.score(other))
                guard min(one, two) >= 5, one + two > symmetricScore else { continue }
                symmetricScore = one + two
                symmetric = lean
            }
        }
        if symmetricScore >= 2 * least, symmetricScore >= 0.65 * freeScore {
            let other = ((symmetric - 1)...(symmetric + 1)).max { right.score($0) < right.score($1) } ?? symmetric
            return (symmetric, other)
        }
        // Leans as wide as an endocavity probe's are only believed in pairs.
        guard max(free.0, free.1) <= Self.widestSingleLean else { return (nil, nil) }
        return (left.score(free.0) >= least ? free.0 : nil, right.score(free.1) >= least ? free.1 : nil)
    }

    // MARK: Quadrilaterals

    func quadrilateral(_ left: SideLine, _ right: SideLine) -> ScanOutline? {
        let top = Self.level(tops.map { $0.y }).value
        let lowest = Self.level(bottoms.map { -$0.y })
        var bottom = -lowest.value
        // Where a cropped picture fades out towards its lower edge, the ultrasound does not end at the fading.
        let spansWidth =
            Self.isNearEdge(lefts.map(\.x).min() ?? 0, width)
            && Self.isNearEdge(width - (rights.map(\.x).max() ?? 0), width)
        if spansWidth, Double(lowest.support) < Self.sharpShare * Double(bottoms.count) {
            bottom = max(bottom, floor(of: picture, background: background))
        }
        var result = quadrilateral(left, right, top: top, bottom: bottom)
        let play = max(SideEvidence.tolerance, Self.topPlay * (bottom - top))
        result?.isRagged = Double(tops.count { abs($0.y - top) <= play }) < Self.raggedTop * Double(tops.count)
        return result
    }

    func quadrilateral(_ left: SideLine, _ right: SideLine, top: Double, bottom: Double) -> ScanOutline? {
        guard bottom > top, let topLeft = left.x(atRow: top), let bottomLeft = left.x(atRow: bottom),
            let topRight = right.x(atRow: top), let bottomRight = right.x(atRow: bottom),
            topRight > topLeft, bottomRight > bottomLeft
        else { return nil }
        let edges = [
            Self.isNearEdge(min(topLeft, bottomLeft), width),
            Self.isNearEdge(width - max(topRight, bottomRight), width),
            Self.isNearEdge(top, height), Self.isNearEdge(height - bottom, height),
        ]
        let fills = edges.count { $0 } >= 3
        let spread = (topRight - topLeft) / (bottomRight - bottomLeft)
        let shape: ScanArea.Shape = fills ? .fullFrame : spread < 0.9 ? .trapezoid : .linear
        return ScanOutline(
            shape: shape,
            geometry: .quadrilateral(
                topLeft: PixelPoint(x: topLeft, y: top),
                topRight: PixelPoint(x: topRight, y: top),
                bottomRight: PixelPoint(x: bottomRight, y: bottom),
                bottomLeft: PixelPoint(x: bottomLeft, y: bottom)
            ),
            minX: max(0, min(topLeft, bottomLeft)),
            minY: top,
            maxX: min(width, max(topRight, bottomRight)),
            maxY: bottom
        )
    }

    /// Whether a gap between outline and picture is none to speak of.
    private static func isNearEdge(_ gap: Double, _ side: Double) -> Bool { gap <= 0.02 * side + 1 }

    // MARK: Levels

    /// The least value that many agree on and hardly any lies below; else the least but for a few.
    static func level(_ values: [Double]) -> (value: Double, support: Int) {
        guard !values.isEmpty else { return (0, 0) }
        let sorted = Self.sorted(values)
        var best = (value: sorted[min(sorted.count - 1, sorted.count / 50)], support: 0)
        var bestScore = 0
        var low = 0
        var high = 0
        for (index, value) in sorted.enumerated() {
            if index > 0, value == sorted[index - 1] { continue }
            while sorted[low] < value - 1.25 { low += 1 }
            while high < sorted.count, sorted[high] <= value + 1.25 { high += 1 }
            let score = high - low - SideEvidence.beyondCost * low
            if score > bestScore {
                bestScore = score
                best = (sorted[low..<high].reduce(0, +) / Double(high - low), high - low)
            }
        }
        return Double(best.support) >= 0.15 * Double(sorted.count)
            ? best : (sorted[sorted.count / 50], best.support)
    }

    /// Numbers in order: by whole numbers first, and those between two whole numbers one into the others.
    private static func sorted(_ values: [Double]) -> [Double] {
        guard let low = values.min(), let high = values.max(), high - low < 1024 else { return values.sorted() }
        var ends = [Int32](repeating: 0, count: Int(high - low) + 2)
        for value in values { ends[Int(value - low) + 1] += 1 }
        for cell in 1..<ends.count { ends[cell] += ends[cell - 1] }
        let starts = ends
        var result = [Double](repeating: 0, count: values.count)
        for value in values {
            let cell = Int(value - low)
            var place = Int(ends[cell])
            ends[cell] += 1
            while place > starts[cell], result[place - 1] > value {
                result[place] = result[place - 1]
                place -= 1
            }
            result[place] = value
        }
        return result
    }

    /// The least value but for 2 %.
    static func outermost(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 50]
    }
}

/// Where within a cell on the border the content begins, from the cell's grey against that of the cells behind it.
///
/// A cell counts as content as soon as a little of it is; taken whole, the outline would be too large by nearly half a
/// cell all around.
private struct BorderCells {
    /// Share of the grey behind it from which a cell is taken for whole: speckle differs as much from cell to cell.
    private static let whole = 0.75

    private let picture: ReducedPicture
    private let background: Int

    init(_ picture: ReducedPicture, background: Int) {
        self.picture = picture
        self.background = background
    }

    /// The share of a cell, 0–1, that is not content.
    func bare(_ x: Int, _ y: Int, inwards step: (x: Int, y: Int)) -> Double {
        func grey(_ steps: Int) -> Int? {
            let (column, row) = (x + steps * step.x, y + steps * step.y)
            guard column >= 0, row >= 0, column < picture.width, row < picture.height else { return nil }
            return Int(picture.mean[row * picture.width + column]) - background
        }
        guard let own = grey(0), let next = grey(1), let second = grey(2) else { return 0 }
        // On a grey screen what lies behind may be darker than it.
        let behind = next + second
        guard behind != 0 else { return 0 }
        let covered = max(0, 2 * Double(own) / Double(behind))
        return covered >= Self.whole ? 0 : 1 - covered
    }
}
