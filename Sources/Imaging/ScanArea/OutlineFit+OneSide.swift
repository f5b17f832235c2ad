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
        func score(_ x: Double) -> Double? {
            let y = (edge.distance - edge.normalX * x) / edge.normalY
            let far = Self.roundness(ends, x, y, isFar: true)
            guard far.share >= Self.weakShare else { return nil }
            let near = Self.roundness(starts, x, y, isFar: false)
            guard max(far.share, near.share) >= Self.arcShare, min(far.share, near.share) >= Self.weakShare else {
                return nil
            }
            return far.score + near.score
        }
        var best: (x: Double, score: Double)?
        func look(_ x: Double) {
            if range.contains(x), let value = score(x), value > best?.score ?? 0 { best = (x, value) }
        }
        for x in stride(from: range.lowerBound, through: range.upperBound, by: Double(Self.coarseStep)) { look(x) }
        guard let coarse = best?.x else { return nil }
        for offset in 1 - Self.coarseStep..<Self.coarseStep where offset != 0 { look(coarse + Double(offset)) }
        return best
    }

    /// How many of some columns lie on one arc about a point: as a share, and weighed by how close they lie.
    private static func roundness(
        _ points: [(x: Double, y: Double)],
        _ x: Double,
        _ y: Double,
        isFar: Bool
    ) -> (share: Double, score: Double) {
        guard points.count >= leastColumns else { return (0, 0) }
        let radii = points.map { point -> Double in
            let radius = ((point.x - x) * (point.x - x) + (point.y - y) * (point.y - y)).squareRoot()
            return isFar ? -radius : radius
        }
        let arc = level(radii)
        var score = 0.0
        for radius in radii {
            let distance = (radius - arc.value) / (2 * SideEvidence.tolerance)
            score += max(0, 1 - distance * distance)
        }
        return (Double(arc.support) / Double(points.count), score)
    }

    /// Share of the region beyond a line.
    private func strays(beyond line: SideLine) -> Double {
        // Cells whose middle is more than one off the line.
        var beyond = 0
        for y in 0..<packedRegion.height {
            let rest = line.distance - 1 - line.normalY * (Double(y) + 0.5)
            let columns: Range<Int>
            if abs(line.normalX) < 1e-9 {
                columns = rest > 0 ? 0..<packedRegion.width : 0..<0
            } else {
                let x = rest / line.normalX - 0.5
                columns =
                    line.normalX > 0
                    ? 0..<Int(x.rounded(.up), within: 0...packedRegion.width)
                    : Int(x.rounded(.down), within: -1...packedRegion.width - 1) + 1..<packedRegion.width
            }
            if !columns.isEmpty { beyond += packedRegion.count(row: y, columns) }
        }
        let all = packedRegion.count
        return Double(beyond) / Double(max(1, all))
    }
}
