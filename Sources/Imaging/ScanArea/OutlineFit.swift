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

    /// Widest lean in degrees that is believed of one side alone.
    static let widestSingleLean = 50

    /// Share of the columns that must begin at one row for a top to be level; a face is an arc.
    static let levelTop = 0.7

    let region: CellMap
    private let tops: [(x: Double, y: Double)]
    private let bottoms: [(x: Double, y: Double)]
    private let lefts: [(x: Double, y: Double)]
    private let rights: [(x: Double, y: Double)]
    private let width: Double
    private let height: Double

    /// Reads the region's border.
    init(_ region: CellMap) {
        self.region = region
        width = Double(region.width)
        height = Double(region.height)
        var first = [Int](repeating: -1, count: region.width)
        var last = first
        var lefts: [(x: Double, y: Double)] = []
        var rights: [(x: Double, y: Double)] = []
        for y in 0..<region.height {
            var low = -1
            var high = -1
            let row = y * region.width
            for x in 0..<region.width where region.cells[row + x] != 0 {
                if low < 0 { low = x }
                high = x
                if first[x] < 0 { first[x] = y }
                last[x] = y
            }
            if low >= 0 {
                lefts.append((Double(low), Double(y) + 0.5))
                rights.append((Double(high + 1), Double(y) + 0.5))
            }
        }
        self.lefts = lefts
        self.rights = rights
        tops = first.indices.filter { first[$0] >= 0 }.map { (Double($0) + 0.5, Double(first[$0])) }
        bottoms = last.indices.filter { last[$0] >= 0 }.map { (Double($0) + 0.5, Double(last[$0] + 1)) }
    }

    /// The best outline, in grid cells; nil for a region without extent.
    func outline() -> ScanOutline? {
        guard lefts.count >= 8, tops.count >= 8 else { return nil }
        let left = SideEvidence(
            lefts: lefts.map { BorderPoint(x: $0.x, y: $0.y, censored: $0.x <= 1) },
            tops: tops.map { BorderPoint(x: $0.x, y: $0.y, censored: $0.y <= 1) }
        )
        let right = SideEvidence(
            lefts: rights.map { BorderPoint(x: width - $0.x, y: $0.y, censored: $0.x >= width - 1) },
            tops: tops.reversed().map { BorderPoint(x: width - $0.x, y: $0.y, censored: $0.y <= 1) }
        )
        let (leftLean, rightLean) = leans(left, right)
        let leftEdge =
            leftLean.map { left.line($0) } ?? SideLine(normalX: 1, normalY: 0, distance: Self.outermost(lefts.map(\.x)))
        let rightEdge =
            rightLean.map { right.line($0).mirrored(width: width) }
            ?? SideLine(normalX: -1, normalY: 0, distance: Self.outermost(rights.map { -$0.x }))
        let opening = leftEdge.leftLean + rightEdge.mirrored(width: width).leftLean
        if leftLean != nil, rightLean != nil, 2 * tan(opening / 2) >= Self.parallelMovement {
            return fan(leftEdge, rightEdge)
        }
        return quadrilateral(leftEdge, rightEdge)
    }

    /// The leans of both sides; nil where nothing speaks for a line.
    ///
    /// A probe's picture is symmetric about its axis, so a pair of equal leans is taken unless the best
    /// unequal pair explains much more.
    private func leans(_ left: SideEvidence, _ right: SideEvidence) -> (Int?, Int?) {
        let least = max(5, Self.sideSupport * Double(lefts.count))
        var free = (left.bestLean, right.bestLean)
        // A picture narrows downwards on one side only when it is steered, with the other side parallel.
        if min(free.0, free.1) < -2, abs(free.0 + free.1) > 3 {
            free = (left.bestLean(in: -2...80), right.bestLean(in: -2...80))
        }
        let freeScore = left.score(free.0) + right.score(free.1)
        var symmetric = 0
        var symmetricScore = 0.0
        for lean in SideEvidence.leans {
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

    private func quadrilateral(_ left: SideLine, _ right: SideLine) -> ScanOutline? {
        let top = Self.level(tops.map { $0.y }).value
        let lowest = Self.level(bottoms.map { -$0.y })
        var bottom = -lowest.value
        // Where a cropped picture fades out towards its lower edge, the ultrasound does not end at the fading.
        let spansWidth =
            Self.isNearEdge(lefts.map(\.x).min() ?? 0, width)
            && Self.isNearEdge(width - (rights.map(\.x).max() ?? 0), width)
        if spansWidth, Double(lowest.support) < Self.sharpShare * Double(bottoms.count) { bottom = height }
        return quadrilateral(left, right, top: top, bottom: bottom)
    }

    private func quadrilateral(_ left: SideLine, _ right: SideLine, top: Double, bottom: Double) -> ScanOutline? {
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

    // MARK: Fans

    private func fan(_ left: SideLine, _ right: SideLine) -> ScanOutline? {
        let determinant = left.normalX * right.normalY - left.normalY * right.normalX
        guard abs(determinant) > 1e-6 else { return nil }
        let apexX = (left.distance * right.normalY - left.normalY * right.distance) / determinant
        let apexY = (left.normalX * right.distance - left.distance * right.normalX) / determinant
        let endAngle = .pi / 2 + left.leftLean
        let startAngle = .pi / 2 - right.mirrored(width: width).leftLean
        guard endAngle > startAngle, endAngle < .pi, startAngle > 0 else { return nil }

        func radius(_ point: (x: Double, y: Double)) -> Double {
            ((point.x - apexX) * (point.x - apexX) + (point.y - apexY) * (point.y - apexY)).squareRoot()
        }
        let inside: ((x: Double, y: Double)) -> Bool = {
            left.depth($0.x, $0.y) > -1 && right.depth($0.x, $0.y) > -1
        }
        // The far arc, or a flat cut.
        let lower = bottoms.filter(inside)
        let arcs = (lower.filter { $0.y < height - 1 } + (lefts + rights).filter(inside)).filter { $0.y > apexY }
        let bins = Self.binned(arcs.map { (atan2($0.y - apexY, $0.x - apexX), radius($0)) }, startAngle...endAngle)
        guard !bins.isEmpty else { return nil }
        let far = Self.level(bins.map { -$0 })
        let flat = Self.level(lower.map { -$0.y })
        var outer = -far.value
        var maxY = height
        let flatShare = Double(flat.support) / Double(max(1, lower.count))
        let arcShare = Double(far.support) / Double(bins.count)
        if flatShare > max(0.35, arcShare) {
            maxY = -flat.value
            outer = (lower + lefts + rights).filter(inside).map(radius).max() ?? outer
        } else if lower.contains(where: { $0.y >= height - 1 }) {
            // The picture cuts the fan off: its radius is at least what can be seen.
            outer = max(outer, lower.map(radius).max() ?? outer)
        }

        // The face, or a flat top.
        let upper = tops.filter(inside).filter { $0.y > apexY - 1 }
        // Columns that begin at a side line say nothing of a level top.
        let clear = upper.filter { left.depth($0.x, $0.y) > 2 && right.depth($0.x, $0.y) > 2 }
        let level = clear.count * 4 >= upper.count ? clear : upper
        let faceBins = Self.binned(
            upper.map { (atan2($0.y - apexY, $0.x - apexX), -radius($0)) },
            startAngle...endAngle
        ).map { -$0 }
        guard !faceBins.isEmpty else { return nil }
        let face = Self.level(faceBins)
        let lid = Self.level(level.map(\.y))
        let faceShare = Double(face.support) / Double(faceBins.count)
        let lidShare = Double(lid.support) / Double(max(1, level.count))
        let topRow = upper.map(\.y).min() ?? 0
        var inner = max(0, face.value)
        var minY = 0.0
        var shape: ScanArea.Shape = .convex
        if topRow <= 1 {
            inner = max(0, faceBins.min() ?? 0)
        } else if lidShare > max(Self.levelTop, 1.2 * faceShare), lid.value - apexY > 0.1 * (outer) {
            shape = .trapezoid
            minY = lid.value
            inner = lid.value - apexY
        }
        // A header or window that cuts the face off leaves a level top below the arc's corners.
        let corner = apexY + inner * min(sin(startAngle), sin(endAngle))
        if shape != .trapezoid, lidShare >= 0.4, topRow > corner + 1.5 { minY = topRow }
        if shape == .trapezoid, maxY < height - 1.5 {
            return quadrilateral(left, right, top: minY, bottom: maxY)
        }
        guard outer > inner + 4 else { return nil }
        if shape == .convex, inner < 0.1 * outer { shape = .sector }

        let geometry = ScanGeometry.fan(
            apexX: apexX,
            apexY: apexY,
            innerRadius: inner,
            outerRadius: outer,
            startAngle: startAngle,
            endAngle: endAngle
        )
        let uncut = ScanOutline(shape: shape, geometry: geometry, minX: 0, minY: minY, maxX: width, maxY: maxY)
        var result = uncut
        result.minX = Self.uprightCut(lefts) { uncut.ranges(y: $0).first?.lowerBound } ?? 0
        let mirroredCut = Self.uprightCut(rights.map { (-$0.x, $0.y) }) {
            uncut.ranges(y: $0).last.map { -$0.upperBound }
        }
        result.maxX = mirroredCut.map { -$0 } ?? width
        return result
    }

    /// The farthest value of each of 64 angular bins.
    private static func binned(_ points: [(angle: Double, value: Double)], _ range: ClosedRange<Double>) -> [Double] {
        var values = [Double?](repeating: nil, count: 64)
        for point in points where range.contains(point.angle) {
            let bin = min(63, Int((point.angle - range.lowerBound) / (range.upperBound - range.lowerBound) * 64))
            values[bin] = max(values[bin] ?? -.infinity, point.value)
        }
        return values.compactMap { $0 }
    }

    /// Where a scanner's window cuts the left corner of a fan off.
    ///
    /// A window ends the content at one column over nearly all rows where the fan would reach beyond;
    /// content that merely fades does not.
    ///
    /// - Parameters:
    ///   - points: Row by row, where the content begins.
    ///   - edge: Where the fan begins in a row.
    private static func uprightCut(
        _ points: [(x: Double, y: Double)],
        edge: (Double) -> Double?
    ) -> Double? {
        guard let least = points.map(\.x).min() else { return nil }
        let reaching = points.filter { point in edge(point.y).map { $0 < least - 1.5 } ?? false }
        guard reaching.count >= 5 else { return nil }
        let cut = reaching.count { $0.x <= least + 1 }
        return Double(cut) >= 0.75 * Double(reaching.count) ? least : nil
    }

    /// Whether a gap between outline and picture is none to speak of.
    private static func isNearEdge(_ gap: Double, _ side: Double) -> Bool { gap <= 0.02 * side + 1 }

    // MARK: Levels

    /// The least value that many agree on and hardly any lies below; else the least but for a few.
    private static func level(_ values: [Double]) -> (value: Double, support: Int) {
        guard !values.isEmpty else { return (0, 0) }
        let sorted = values.sorted()
        var best = (value: sorted[min(sorted.count - 1, sorted.count / 50)], support: 0)
        var bestScore = 0.0
        var low = 0
        var high = 0
        for (index, value) in sorted.enumerated() {
            if index > 0, value == sorted[index - 1] { continue }
            while sorted[low] < value - 1.25 { low += 1 }
            while high < sorted.count, sorted[high] <= value + 1.25 { high += 1 }
            let score = Double(high - low) - SideEvidence.beyondCost * Double(low)
            if score > bestScore {
                bestScore = score
                best = (sorted[low..<high].reduce(0, +) / Double(high - low), high - low)
            }
        }
        return Double(best.support) >= 0.15 * Double(sorted.count) ? best : (outermost(values), best.support)
    }

    /// The least value but for 2 %.
    private static func outermost(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 50]
    }
}
