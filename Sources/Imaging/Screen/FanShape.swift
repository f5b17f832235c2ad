internal import Foundation

/// A fan with its two sides, its arcs and its aspect, fitted together to points on its edges.
///
/// The scan lines of a fan leave one point, in which both sides meet and about which both arcs are drawn. A picture that
/// was stretched upright by `k` turns these circles into ellipses with the axes R and k·R, still about that point:
/// left and right side `x − x₀ = m·(y − y₀)`, arcs `(k·(x − x₀))² + (y − y₀)² = R²`. All seven numbers are found at once
/// by weighted least squares (Gauss–Newton with Tukey's weights), and the covariance of the solution says how well `k` is
/// known. Two arcs and one side, or one arc and two sides, are enough; one arc alone is not.
struct FanShape {
    /// By how much the picture is stretched upright against its width; 1 where the fan's arcs are circles.
    let stretch: Double
    /// Standard error of `stretch`; neighbouring edge points err together, so their number counts for a sixth.
    let uncertainty: Double
    /// Root mean square distance of the points in use from the shape, in pixels.
    let residual: Double

    /// Least points of an edge that takes part, and least share of them that must fit.
    private static let fewest = 8
    private static let leastShare = 0.5
    /// How many neighbouring points err together.
    private static let together = 6.0
    private static let rounds = 16
    /// Step of all parameters, in outer radii, below which there is nothing left to find.
    private static let settled = 5e-5

    /// Fits; nil where the points do not determine a fan.
    init?(_ edges: FanEdges, near geometry: ScanGeometry) {
        guard case .fan(let apexX, let apexY, let inner, let outer, let start, let end) = geometry, outer > 0 else {
            return nil
        }
        let counts = FanEdges.Side.allCases.map { side in edges.points.count { $0.side == side } }
        var isUsed = counts.map { $0 >= Self.fewest }
        guard isUsed[0] || isUsed[1], isUsed[2] || isUsed[3] else { return nil }
        for _ in 0..<2 {
            let points = edges.points.filter { isUsed[$0.side.rawValue] }
            let guess = Parameters(0, 0, 1, Self.slope(end), Self.slope(start), 1, max(1e-3, inner / outer), 0)
            let scaled = points.map {
                (side: $0.side, x: ($0.x - apexX) / outer, y: ($0.y - apexY) / outer)
            }
            guard let fit = Self.solve(scaled, from: guess, reach: edges.reach / outer, isUsed: isUsed, scale: outer)
            else { return nil }
            // An edge that most of its points contradict is something else: a shadow, the end of the penetration.
            let poor = FanEdges.Side.allCases.filter { side in
                isUsed[side.rawValue]
                    && (fit.fitting[side.rawValue] < Self.fewest
                        || Double(fit.fitting[side.rawValue]) < Self.leastShare * Double(counts[side.rawValue]))
            }
            if poor.isEmpty {
                stretch = fit.stretch
                uncertainty = fit.uncertainty
                residual = fit.residual * outer
                return
            }
            for side in poor { isUsed[side.rawValue] = false }
            guard isUsed[0] || isUsed[1], isUsed[2] || isUsed[3] else { return nil }
        }
        return nil
    }

    /// dx/dy of a line at an angle from +x.
    private static func slope(_ angle: Double) -> Double { cos(angle) / max(1e-6, sin(angle)) }

    /// Apex x and y, stretch, slopes of the sides, radii of the far and the near arc.
    ///
    /// In outer radii, and about the apex that was guessed. The eighth number is not used.
    private typealias Parameters = SIMD8<Double>

    private struct Fit {
        var stretch: Double
        var uncertainty: Double
        var residual: Double
        var fitting: [Int]
    }

    /// Residual of one point and its derivatives by the seven parameters.
    private static func row(
        _ point: (side: FanEdges.Side, x: Double, y: Double),
        _ p: Parameters
    ) -> (residual: Double, gradient: Parameters) {
        let (dx, dy) = (point.x - p[0], point.y - p[1])
        var gradient = Parameters()
        switch point.side {
        case .left, .right:
            let index = point.side == .left ? 3 : 4
            let slope = p[index]
            let norm = (1 + slope * slope).squareRoot()
            let distance = (dx - slope * dy) / norm
            gradient[0] = -1 / norm
            gradient[1] = slope / norm
            gradient[index] = -dy / norm - distance * slope / (norm * norm)
            return (distance, gradient)
        case .far, .near:
            let index = point.side == .far ? 5 : 6
            let squared = p[2] * p[2]
            let radius = max(1e-6, (squared * dx * dx + dy * dy).squareRoot())
            gradient[0] = -squared * dx / radius
            gradient[1] = -dy / radius
            gradient[2] = p[2] * dx * dx / radius
            gradient[index] = -1
            return (radius - p[index], gradient)
        }
    }

    private static func numbers(_ p: Parameters) -> [Double] { (0..<7).map { p[$0] } }

    private static func solve(
        _ points: [(side: FanEdges.Side, x: Double, y: Double)],
        from guess: Parameters,
        reach: Double,
        isUsed: [Bool],
        scale: Double
    ) -> Fit? {
        var p = guess
        var tuning = reach
        var sum = 0.0
        var weightSum = 0.0
        var matrix = [Parameters](repeating: Parameters(), count: 7)
        var weights = [Double](repeating: 0, count: points.count)
        // Half a pixel is what an edge on a pixel grid is known to.
        let floor = 0.5 / scale
        for _ in 0..<rounds {
            let rows = points.map { row($0, p) }
            guard let middle = ranked(rows.count / 2, of: rows.map { abs($0.residual) }) else { return nil }
            let spread = max(floor, 1.4826 * middle)
            tuning = max(3 * spread, 0.7 * tuning)
            for i in 0..<7 { matrix[i] = Parameters() }
            var right = Parameters()
            (sum, weightSum) = (0, 0)
            for (index, entry) in rows.enumerated() {
                let ratio = entry.residual / tuning
                let weight = abs(ratio) < 1 ? (1 - ratio * ratio) * (1 - ratio * ratio) : 0
                weights[index] = weight
                guard weight > 0 else { continue }
                sum += weight * entry.residual * entry.residual
                weightSum += weight
                right -= weight * entry.residual * entry.gradient
                for i in 0..<7 where entry.gradient[i] != 0 {
                    matrix[i] += weight * entry.gradient[i] * entry.gradient
                }
            }
            // What no edge determines stays as it is.
            for (index, parameter) in [3, 4, 5, 6].enumerated() where !isUsed[index] {
                matrix[parameter][parameter] = 1
            }
            for i in 0..<7 { matrix[i][i] += 1e-12 }
            guard let step = LinearSystem.solved(matrix.map(Self.numbers), Self.numbers(right)) else { return nil }
            for i in 0..<7 { p[i] += step[i] }
            guard (0.5...2).contains(p[2]) else { return nil }
            // At its tightest and hardly moving any more.
            if tuning <= 3 * spread, step.allSatisfy({ abs($0) < settled }) { break }
        }
        guard weightSum > 20,
            let column = LinearSystem.solved(matrix.map(Self.numbers), [0, 0, 1, 0, 0, 0, 0]),
            column[2] > 0
        else { return nil }
        let variance = max(floor * floor, sum / weightSum)
        var fitting = [0, 0, 0, 0]
        for (index, point) in points.enumerated() where weights[index] > 0.2 { fitting[point.side.rawValue] += 1 }
        return Fit(
            stretch: p[2],
            uncertainty: (column[2] * variance * together).squareRoot(),
            residual: (sum / weightSum).squareRoot(),
            fitting: fitting
        )
    }
}
