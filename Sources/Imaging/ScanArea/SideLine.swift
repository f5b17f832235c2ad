import Foundation

/// A straight edge: points with `normalX · x + normalY · y ≥ distance` lie inside; the normal has length 1.
struct SideLine {
    var normalX: Double
    var normalY: Double
    var distance: Double

    /// How far inside a point is; negative outside.
    func depth(_ x: Double, _ y: Double) -> Double { normalX * x + normalY * y - distance }

    /// The x where the line crosses a row; nil for a line along the rows.
    func x(atRow y: Double) -> Double? {
        abs(normalX) < 1e-6 ? nil : (distance - normalY * y) / normalX
    }

    /// The same line in a picture mirrored left to right.
    func mirrored(width: Double) -> SideLine {
        SideLine(normalX: -normalX, normalY: normalY, distance: distance - normalX * width)
    }

    /// The angle by which a left-hand edge leans outwards going down; 0 is upright.
    var leftLean: Double { atan2(normalY, normalX) }
}

/// A side line as found, with what speaks for it.
struct FittedSide {
    /// The line.
    var line: SideLine
    /// Length along the line on which the content ends there, in cells.
    var support: Double
    /// Rows between which it was supported.
    var firstRow: Double
    var lastRow: Double
}

/// Fits the left-hand edge of a region: the line that most border points lie on and hardly any lie beyond.
///
/// Content that ends before the line (shadow, lost contact, dark depth) costs nothing, content beyond it
/// does; so a fan's edge is found from the parts where tissue reaches it. All pairs of a
/// few dozen border points are tried, then the best is refined by least squares. Nothing is random.
struct SideLineFit {
    /// How far a border point may be from the line, in cells.
    static let tolerance = 1.25
    /// Cost of a point beyond the line, in units of a point on it.
    static let beyondCost = 2.0
    /// Most border points that suggest lines.
    static let suggestions = 36
    /// The lean a side can have: narrowing by 35° (steered) to widening by 82° (endocavity).
    static let leans = (-35.0 * .pi / 180)...(82.0 * .pi / 180)

    private struct BorderPoint {
        var x: Double
        var y: Double
        /// Whether the picture itself ends here, so that the true edge may lie further out.
        var censored: Bool
    }

    private let rowPoints: [BorderPoint]
    private let columnPoints: [BorderPoint]

    /// Collects the border points of a region.
    ///
    /// - Parameters:
    ///   - map: The region, mirrored for the right-hand edge.
    init(_ map: CellMap) {
        var rows: [BorderPoint] = []
        var tops: [BorderPoint] = []
        for y in 0..<map.height {
            let row = y * map.width
            if let x = (0..<map.width).first(where: { map.cells[row + $0] != 0 }) {
                rows.append(BorderPoint(x: Double(x), y: Double(y) + 0.5, censored: x <= 1))
            }
        }
        // Flat edges are read by columns, left of where the region is highest.
        if let highest = rows.first {
            for x in 0..<min(map.width, Int(highest.x) + 1) {
                if let y = (0..<map.height).first(where: { map.cells[$0 * map.width + x] != 0 }) {
                    tops.append(BorderPoint(x: Double(x) + 0.5, y: Double(y), censored: y <= 1))
                }
            }
        }
        rowPoints = rows
        columnPoints = tops
    }

    /// The best line, nil where none has support on `minimumSupport` cells.
    func best(minimumSupport: Double) -> FittedSide? {
        let steep = best(of: rowPoints, leans: Self.leans.lowerBound...(50 * .pi / 180))
        let flat = best(of: columnPoints, leans: (50 * .pi / 180)...Self.leans.upperBound)
        return [steep, flat].compactMap { $0 }.filter { $0.support >= minimumSupport }
            .max { $0.support < $1.support }
    }

    private func best(of points: [BorderPoint], leans: ClosedRange<Double>) -> FittedSide? {
        let free = points.filter { !$0.censored }
        guard free.count >= 5 else { return nil }
        let step = max(1, free.count / Self.suggestions)
        let suggested = stride(from: step / 2, to: free.count, by: step).map { free[$0] }
        let judged = points.count > 128 ? stride(from: 0, to: points.count, by: 2).map { points[$0] } : points
        var bestScore = 0.0
        var bestLine: SideLine?
        for first in suggested.indices {
            for second in suggested.indices.dropFirst(first + 1) {
                guard let line = Self.line(through: suggested[first], suggested[second]),
                    leans.contains(line.leftLean)
                else { continue }
                let score = Self.score(line, judged)
                if score > bestScore {
                    bestScore = score
                    bestLine = line
                }
            }
        }
        guard var line = bestLine else { return nil }
        for _ in 0..<2 {
            let inliers = free.filter { abs(line.depth($0.x, $0.y)) <= Self.tolerance }
            guard let refined = Self.leastSquares(inliers), leans.contains(refined.leftLean) else { break }
            line = refined
        }
        let inliers = free.filter { abs(line.depth($0.x, $0.y)) <= Self.tolerance }
        guard inliers.count >= 5 else { return nil }
        let along = max(abs(line.normalX), abs(line.normalY))
        let rows = inliers.map(\.y)
        return FittedSide(
            line: line, support: Double(inliers.count) / along, firstRow: rows.min() ?? 0, lastRow: rows.max() ?? 0)
    }

    private static func score(_ line: SideLine, _ points: [BorderPoint]) -> Double {
        var score = 0.0
        for point in points {
            let depth = line.depth(point.x, point.y)
            if depth < -tolerance {
                score -= beyondCost
            } else if depth <= tolerance, !point.censored {
                score += 1
            }
        }
        return score / max(abs(line.normalX), abs(line.normalY))
    }

    private static func line(through a: BorderPoint, _ b: BorderPoint) -> SideLine? {
        let deltaX = b.x - a.x
        let deltaY = b.y - a.y
        let length = (deltaX * deltaX + deltaY * deltaY).squareRoot()
        guard length >= 3 else { return nil }
        // Of the two normals the one that points to the right, into the region.
        var normalX = deltaY / length
        var normalY = -deltaX / length
        if normalX < 0 || (normalX == 0 && normalY < 0) { (normalX, normalY) = (-normalX, -normalY) }
        return SideLine(normalX: normalX, normalY: normalY, distance: normalX * a.x + normalY * a.y)
    }

    private static func leastSquares(_ points: [BorderPoint]) -> SideLine? {
        guard points.count >= 3 else { return nil }
        let count = Double(points.count)
        let meanX = points.reduce(0) { $0 + $1.x } / count
        let meanY = points.reduce(0) { $0 + $1.y } / count
        var xx = 0.0
        var xy = 0.0
        var yy = 0.0
        for point in points {
            xx += (point.x - meanX) * (point.x - meanX)
            xy += (point.x - meanX) * (point.y - meanY)
            yy += (point.y - meanY) * (point.y - meanY)
        }
        let direction = 0.5 * atan2(2 * xy, xx - yy)
        var normalX = sin(direction)
        var normalY = -cos(direction)
        if normalX < 0 { (normalX, normalY) = (-normalX, -normalY) }
        guard normalX > 1e-6 else { return nil }
        return SideLine(normalX: normalX, normalY: normalY, distance: normalX * meanX + normalY * meanY)
    }
}
