import Foundation

/// A fan of which only the far end and the ends of its sides are seen, as of a probe in air: the receiver's noise comes up
/// with the gain towards depth.
///
/// The far end is an arc about the point that the scan lines leave from, and so are the sides' lines drawn to it. That
/// lines and arc have one point is what no other shape does.
struct FarArc {
    /// Share of the columns that must end on the arc, and cells to which they keep.
    private static let leastOnArc = 0.7
    private static let play = 1.5
    /// Cells to which columns keep before: wider first, so that marks below the picture do not turn the arc.
    private static let plays = [12.0, 6, 3, 2]
    /// Share of a side's rows, as far as the picture goes, that must begin on a line to the arc's middle.
    private static let leastOnSide = 0.35
    private static let leastRows = 8
    /// Difference of the sides' leans in radians up to which they are each other's mirror image: a screen that is shown
    /// a little wider than it is leaves an arc whose middle is not where the sides meet.
    private static let alike = 6 * Double.pi / 180
    private static let leans = (20 * Double.pi / 180)...(60 * Double.pi / 180)

    /// The fan, in grid cells, from the point that its lines leave from.
    let outline: ScanOutline

    /// Reads a region's border.
    init?(_ fit: OutlineFit) {
        let bottoms = fit.bottoms.filter { $0.y < fit.height - 1 }
        guard bottoms.count >= 32 else { return nil }
        var circle = Self.circle(under: bottoms)
        for play in Self.plays {
            guard let current = circle else { return nil }
            circle = Self.circle(under: bottoms.filter { abs(Self.radius($0, current) - current.radius) <= play })
        }
        guard let circle, circle.y > -0.2 * fit.height, circle.y + circle.radius <= fit.height + 1 else { return nil }
        let on = bottoms.count { abs(Self.radius($0, circle) - circle.radius) <= Self.play }
        guard Double(on) >= Self.leastOnArc * Double(bottoms.count) else { return nil }
        let centre = PixelPoint(x: circle.x, y: circle.y)
        guard let one = Self.lean(of: fit, isLeft: true, about: centre, radius: circle.radius),
            let other = Self.lean(of: fit, isLeft: false, about: centre, radius: circle.radius),
            abs(one - other) <= Self.alike
        else { return nil }
        outline = ScanOutline(
            shape: .sector,
            geometry: .fan(
                apexX: circle.x,
                apexY: circle.y,
                innerRadius: 0,
                outerRadius: circle.radius,
                startAngle: .pi / 2 - other,
                endAngle: .pi / 2 + one
            ),
            minX: 0,
            minY: 0,
            maxX: fit.width,
            maxY: fit.height
        )
    }

    private static func radius(_ point: (x: Double, y: Double), _ circle: (x: Double, y: Double, radius: Double))
        -> Double
    {
        ((point.x - circle.x) * (point.x - circle.x) + (point.y - circle.y) * (point.y - circle.y)).squareRoot()
    }

    /// The lean in radians of the line from a point that most rows of one side begin on; nil where too few do.
    ///
    /// - Parameters:
    ///   - fit: The region's border.
    ///   - isLeft: Which side.
    ///   - centre: The point that scan lines leave from, in cells.
    ///   - radius: Cells from there to the far end.
    static func lean(of fit: OutlineFit, isLeft: Bool, about centre: PixelPoint, radius: Double) -> Double? {
        let points = isLeft ? fit.lefts : fit.rights
        // Rows that the picture's edge begins, and those of the arc below the far corner, say nothing.
        let near = points.compactMap { point -> Double? in
            let (x, y) = (isLeft ? centre.x - point.x : point.x - centre.x, point.y - centre.y)
            let isSeen = isLeft ? point.x > 1 : point.x < fit.width - 1
            return isSeen && y > 0 && (x * x + y * y).squareRoot() < radius - 3 ? atan2(x, y) : nil
        }
        guard near.count >= leastRows else { return nil }
        // In cells where most of the side is, for `level` to count with.
        let reach = 0.75 * radius
        let level = OutlineFit.level(near.map { -$0 * reach })
        guard level.support >= max(leastRows, Int(leastOnSide * Double(near.count))) else { return nil }
        let lean = -level.value / reach
        return leans.contains(lean) ? lean : nil
    }

    /// The circle that points lie on the lower part of; nil for too few, and for a level line.
    private static func circle(under points: [(x: Double, y: Double)]) -> (x: Double, y: Double, radius: Double)? {
        guard points.count >= 16, let circle = AirArcs.Face.circle(points),
            circle.y < points.reduce(0, { $0 + $1.y }) / Double(points.count), circle.radius < 4096
        else { return nil }
        return circle
    }
}
