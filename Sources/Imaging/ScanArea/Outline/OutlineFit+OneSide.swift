import Foundation

/// A fan of which one side was lost: an unsteered probe's fan mirrors the other side about the axis of its arcs.
extension OutlineFit {
    /// Least lean in degrees of a side that can be a fan's; beside an upright side nothing tells where the axis is.
    private static let leastLean = 8
    /// Share of the columns that must end on one arc, or begin on one, for the arcs to give the axis.
    private static let arcShare = 0.45
    /// Share that the other arc has at least, where the first is clear.
    private static let weakShare = 0.2
    /// Columns that an arc is read from at least.
    private static let leastColumns = 16
    /// Share of the region that may lie beyond the mirrored side.
    private static let strayShare = 0.02
    /// Cells to which the axis is first looked for, and then found.
    private static let coarseStep = 4

    /// The fan whose one side is seen and whose other side is its mirror image; nil where the arcs do not bear it out.
    func fan(fromOneOf left: SideEvidence, _ right: SideEvidence) -> ScanOutline? {
        let least = max(5, Self.sideSupport * Double(lefts.count))
        var best: (outline: ScanOutline, score: Double)?
        for isLeft in [true, false] {
            let evidence = isLeft ? left : right
            let lean = evidence.bestLean
            guard (Self.leastLean...Self.widestSingleLean).contains(lean), evidence.score(lean) >= least else {
                continue
            }
            let line = evidence.line(lean)
            let edge = isLeft ? line : line.mirrored(width: width)
            guard let axis = axis(of: edge, isLeft: isLeft), axis.score > best?.score ?? 0 else { continue }
            let other = edge.mirrored(width: 2 * axis.x)
            guard strays(beyond: other) <= Self.strayShare,
                let outline = isLeft ? fan(edge, other) : fan(other, edge)
            else { continue }
            best = (outline, axis.score)
        }
        return best?.outline
    }

    /// The column of the axis: the apex lies on the side line, where the arcs have one radius each.
    private func axis(of edge: SideLine, isLeft: Bool) -> (x: Double, score: Double)? {
        guard edge.normalY > 1e-3, let first = lefts.first, let corner = edge.x(atRow: first.y),
            abs(corner) < 4 * width,
            let low = lefts.map(\.x).min(), let high = rights.map(\.x).max()
        else { return nil }
        let ends = bottoms.filter { $0.y < height - 1 && edge.depth($0.x, $0.y) > 2 }
        let starts = tops.filter { $0.y > 1 && edge.depth($0.x, $0.y) > 2 }
        let range = isLeft ? (corner + 2)...max(corner + 2, high) : min(corner - 2, low)...(corner - 2)
        func score(_ x: Double, above least: Double) -> Double? {
            let y = (edge.distance - edge.normalX * x) / edge.normalY
            let radii = (far: Self.radii(ends, x, y), near: Self.radii(starts, x, y))
            let most = (far: Self.mostOnArc(radii.far), near: Self.mostOnArc(radii.near))
            guard max(most.far.share, most.near.share) >= Self.arcShare,
                min(most.far.share, most.near.share) >= Self.weakShare, most.far.score + most.near.score > least
            else { return nil }
            let far = Self.roundness(radii.far.map { -$0 })
            let near = Self.roundness(radii.near)
            guard max(far.share, near.share) >= Self.arcShare, min(far.share, near.share) >= Self.weakShare else {
                return nil
            }
            return far.score + near.score
        }
        var best: (x: Double, score: Double)?
        func look(_ x: Double) {
            let least = best?.score ?? 0
            if range.contains(x), let value = score(x, above: least), value > least { best = (x, value) }
        }
        for x in stride(from: range.lowerBound, through: range.upperBound, by: Double(Self.coarseStep)) { look(x) }
        guard let coarse = best?.x else { return nil }
        for offset in 1 - Self.coarseStep..<Self.coarseStep where offset != 0 { look(coarse + Double(offset)) }
        return best
    }

    /// Distances of some columns' ends from a point.
    private static func radii(_ points: [(x: Double, y: Double)], _ x: Double, _ y: Double) -> [Double] {
        points.map { (($0.x - x) * ($0.x - x) + ($0.y - y) * ($0.y - y)).squareRoot() }
    }

    /// What `roundness` is at most: found by counting, as most places for an axis are nowhere near it.
    private static func mostOnArc(_ radii: [Double]) -> (share: Double, score: Double) {
        guard radii.count >= leastColumns, let low = radii.min(), let high = radii.max(), high - low < 4096 else {
            return radii.count >= leastColumns ? (1, Double(radii.count)) : (0, 0)
        }
        let bins = Int(high - low) + 1
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: bins + 6) { counts in
            counts.initialize(repeating: 0)
            for radius in radii { counts[Int(radius - low)] += 1 }
            // An arc is 2.5 wide, which touches four bins; what scores lies within 5, which touches six.
            var most = (arc: Int32(0), near: Int32(0))
            var (four, six) = (Int32(0), Int32(0))
            for bin in 0..<bins + 6 {
                four += counts[bin] - (bin >= 4 ? counts[bin - 4] : 0)
                six += counts[bin] - (bin >= 6 ? counts[bin - 6] : 0)
                most = (max(most.arc, four), max(most.near, six))
            }
            return (Double(most.arc) / Double(radii.count), Double(most.near))
        }
    }

    /// How many of some columns lie on one arc about a point: as a share, and weighed by how close they lie.
    ///
    /// - Parameter radii: Their distances from the point, below 0 where the farthest count and not the nearest.
    private static func roundness(_ radii: [Double]) -> (share: Double, score: Double) {
        guard radii.count >= leastColumns else { return (0, 0) }
        let arc = level(radii)
        var score = 0.0
        for radius in radii {
            let distance = (radius - arc.value) / (2 * SideEvidence.tolerance)
            score += max(0, 1 - distance * distance)
        }
        return (Double(arc.support) / Double(radii.count), score)
    }

    /// Share of the region beyond a line.
    private func strays(beyond line: SideLine) -> Double {
        // Cells whose middle is more than one off the line.
        var beyond = 0
        for y in 0..<region.height {
            let rest = line.distance - 1 - line.normalY * (Double(y) + 0.5)
            let columns: Range<Int>
            if abs(line.normalX) < 1e-9 {
                columns = rest > 0 ? 0..<region.width : 0..<0
            } else {
                let x = rest / line.normalX - 0.5
                columns =
                    line.normalX > 0
                    ? 0..<Int(x.rounded(.up), within: 0...region.width)
                    : Int(x.rounded(.down), within: -1...region.width - 1) + 1..<region.width
            }
            if !columns.isEmpty { beyond += region.count(row: y, columns) }
        }
        let all = region.count
        return Double(beyond) / Double(max(1, all))
    }
}
