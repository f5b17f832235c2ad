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

/// What speaks for a side at each lean: a Hough transform over whole degrees.
///
/// Per lean the line is placed where most border points lie on it and hardly any beyond it. Content that ends
/// before the line (shadow, lost contact, dark depth) costs nothing, content beyond it does; so a fan's edge is
/// found from the parts where tissue reaches it.
struct SideEvidence {
    /// Leans tried, in degrees: narrowing (steered) to widening (endocavity).
    static let leans = -30...80
    /// How far a border point may be from the line, in cells.
    static let tolerance = 1.25
    /// Cost of a point beyond the line, in units of a point on it.
    static let beyondCost = 2
    /// Lean from which the side is read by columns, as it crosses more of them than rows.
    private static let flatLean = 50

    /// The normal of a line of each lean.
    private static let normals = leans.map { lean in
        let angle = Double(lean) * .pi / 180
        return PixelPoint(x: cos(angle), y: sin(angle))
    }

    /// Points from which every second one tells well enough which leans are worth a look at all of them.
    private static let many = 96
    /// Share of the best lean's score from which a lean is.
    private static let promising = 0.5
    /// Degrees from one lean that is looked at to the next, and share of the best one's score from which those between two
    /// are: a side's points leave a line that leans a degree less by a cell or so, and most still explain it.
    private static let step = 2
    private static let beside = 0.1

    private let rowPoints: BorderPoints
    private let columnPoints: BorderPoints
    /// Length of border in cells that each lean explains, less its cost; 0 where none.
    let scores: [Double]
    private let distances: [Double]

    /// Reads the left-hand border of a region.
    ///
    /// - Parameters:
    ///   - lefts: Row by row, where the region begins.
    ///   - tops: Column by column, where the region begins; only those left of its highest point count.
    init(lefts: [BorderPoint], tops: [BorderPoint]) {
        let highest = lefts.first?.x ?? 0
        let rowPoints = BorderPoints(lefts)
        let columnPoints = BorderPoints(tops.filter { $0.x <= highest + 1 })
        var scores = [Double](repeating: 0, count: Self.leans.count)
        var distances = scores
        let isMany = lefts.count >= Self.many
        let fewRows = isMany ? BorderPoints(stride(from: 0, to: lefts.count, by: 2).map { lefts[$0] }) : rowPoints
        withUnsafeTemporaryAllocation(of: Double.self, capacity: max(rowPoints.count, columnPoints.count)) {
            projections in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * BorderPoints.mostBins) { counts in
                /// A struct of arrays that is chosen first is copied for each lean, and lists that are captured are watched.
                func look(_ index: Int) -> (score: Double, distance: Double) {
                    let (lean, normal) = (Self.leans.lowerBound + index, Self.normals[index])
                    let best =
                        lean > Self.flatLean
                        ? columnPoints.bestDistance(normalX: normal.x, normalY: normal.y, projections, counts)
                        : fewRows.bestDistance(normalX: normal.x, normalY: normal.y, projections, counts)
                    let length = Double(isMany && lean <= Self.flatLean ? 2 : 1)
                    return (length * best.score / max(normal.x, normal.y), best.distance)
                }
                for index in stride(from: 0, to: scores.count, by: Self.step) {
                    (scores[index], distances[index]) = look(index)
                }
                let between = Self.beside * (scores.max() ?? 0)
                for index in stride(from: 1, to: scores.count, by: Self.step) {
                    let neighbour = max(scores[index - 1], index + 1 < scores.count ? scores[index + 1] : 0)
                    if neighbour >= between { (scores[index], distances[index]) = look(index) }
                }
                guard isMany else { return }
                let least = Self.promising * (scores.max() ?? 0)
                for (index, lean) in Self.leans.enumerated() where lean <= Self.flatLean && scores[index] >= least {
                    let normal = Self.normals[index]
                    let best = rowPoints.bestDistance(normalX: normal.x, normalY: normal.y, projections, counts)
                    scores[index] = best.score / max(normal.x, normal.y)
                    distances[index] = best.distance
                }
            }
        }
        self.rowPoints = rowPoints
        self.columnPoints = columnPoints
        self.scores = scores
        self.distances = distances
    }

    /// What speaks for a lean.
    func score(_ lean: Int) -> Double { Self.leans.contains(lean) ? scores[lean - Self.leans.lowerBound] : 0 }

    /// The lean that most speaks for.
    var bestLean: Int { bestLean(in: Self.leans) }

    /// The lean of a range that most speaks for.
    func bestLean(in range: ClosedRange<Int>) -> Int {
        range.max { score($0) < score($1) } ?? range.lowerBound
    }

    /// The line of a lean, refined by least squares over the points near it.
    func line(_ lean: Int) -> SideLine {
        let angle = Double(lean) * .pi / 180
        let normal = Self.normals[lean - Self.leans.lowerBound]
        var line = SideLine(
            normalX: normal.x,
            normalY: normal.y,
            distance: distances[lean - Self.leans.lowerBound]
        )
        let points = lean > Self.flatLean ? columnPoints : rowPoints
        // Narrower from step to step, so that the points of a corner do not turn the line.
        for reach in [1, 0.7, 0.7] as [Double] {
            guard let refined = points.refined(line, within: reach * Self.tolerance),
                abs(refined.leftLean - angle) < 2.5 * .pi / 180
            else { break }
            line = refined
        }
        return line
    }
}
