import Foundation

/// From scan line and depth to the picture, and back.
extension ScanGeometry {
    /// The pixel at a scan line and a depth.
    ///
    /// - Parameters:
    ///   - line: 0 at the picture's left edge line, 1 at its right one.
    ///   - depth: 0 at the transducer, 1 at the deepest sample.
    /// - Returns: A point in pixels; it may lie outside the picture where the scan area was cropped.
    package func point(line: Double, depth: Double) -> PixelPoint {
        switch self {
        case .fan(let apexX, let apexY, let innerRadius, let outerRadius, let startAngle, let endAngle):
            let angle = endAngle + (startAngle - endAngle) * line
            let radius = innerRadius + (outerRadius - innerRadius) * depth
            return PixelPoint(x: apexX + radius * cos(angle), y: apexY + radius * sin(angle))
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            let top = topLeft.interpolated(to: topRight, at: line)
            let bottom = bottomLeft.interpolated(to: bottomRight, at: line)
            return top.interpolated(to: bottom, at: depth)
        }
    }

    /// The scan line and depth of a pixel, the inverse of `point(line:depth:)`.
    ///
    /// - Returns: Fractions as above, below 0 or above 1 outside the geometry; nil where none is defined
    ///   (degenerate geometry).
    package func coordinates(of point: PixelPoint) -> (line: Double, depth: Double)? {
        switch self {
        case .fan(let apexX, let apexY, let innerRadius, let outerRadius, let startAngle, let endAngle):
            guard outerRadius > innerRadius, endAngle > startAngle else { return nil }
            let deltaX = point.x - apexX
            let deltaY = point.y - apexY
            let radius = (deltaX * deltaX + deltaY * deltaY).squareRoot()
            // A fan that opens more than half-way round would need its angle unwrapped; none does.
            let angle = atan2(deltaY, deltaX)
            return ((endAngle - angle) / (endAngle - startAngle), (radius - innerRadius) / (outerRadius - innerRadius))
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            return Self.bilinearCoordinates(
                of: point,
                topLeft: topLeft,
                topRight: topRight,
                bottomRight: bottomRight,
                bottomLeft: bottomLeft
            )
        }
    }

    /// A closed polygon around a range of scan lines and depths, for drawing a mark.
    ///
    /// - Parameters:
    ///   - lines: From left to right, fractions 0–1.
    ///   - depths: From the transducer downwards, fractions 0–1.
    /// - Returns: Corners clockwise from the top left; arcs as chords of at most 1/16 of the opening.
    package func polygon(lines: ClosedRange<Double>, depths: ClosedRange<Double>) -> [PixelPoint] {
        let steps: Int
        switch self {
        case .fan: steps = Int(((lines.upperBound - lines.lowerBound) * 16).rounded(.up), within: 1...64)
        case .quadrilateral: steps = 1
        }
        let positions = (0...steps).map {
            lines.lowerBound + (lines.upperBound - lines.lowerBound) * Double($0) / Double(steps)
        }
        return positions.map { point(line: $0, depth: depths.lowerBound) }
            + positions.reversed().map { point(line: $0, depth: depths.upperBound) }
    }

    /// Solves the bilinear map for (line, depth).
    ///
    /// Top and bottom edges share the fraction `line`, so with `e` across the top, `f` down the left
    /// and `g` the twist, `point = topLeft + line·e + depth·f + line·depth·g`; eliminating `line`
    /// leaves a quadratic in `depth`.
    private static func bilinearCoordinates(
        of point: PixelPoint,
        topLeft: PixelPoint,
        topRight: PixelPoint,
        bottomRight: PixelPoint,
        bottomLeft: PixelPoint
    ) -> (line: Double, depth: Double)? {
        func cross(_ a: PixelPoint, _ b: PixelPoint) -> Double { a.x * b.y - a.y * b.x }
        let e = PixelPoint(x: topRight.x - topLeft.x, y: topRight.y - topLeft.y)
        let f = PixelPoint(x: bottomLeft.x - topLeft.x, y: bottomLeft.y - topLeft.y)
        let g = PixelPoint(
            x: topLeft.x - topRight.x + bottomRight.x - bottomLeft.x,
            y: topLeft.y - topRight.y + bottomRight.y - bottomLeft.y
        )
        let h = PixelPoint(x: point.x - topLeft.x, y: point.y - topLeft.y)

        let a = cross(g, f)
        let b = cross(e, f) + cross(h, g)
        let c = cross(h, e)
        var depths: [Double] = []
        if abs(a) < 1e-9 * max(1, abs(b)) {
            guard b != 0 else { return nil }
            depths = [-c / b]
        } else {
            let discriminant = b * b - 4 * a * c
            guard discriminant >= 0 else { return nil }
            let root = discriminant.squareRoot()
            depths = [(-b - root) / (2 * a), (-b + root) / (2 * a)]
        }
        // Of two solutions the one nearer the quadrilateral's middle is meant.
        guard let depth = depths.min(by: { abs($0 - 0.5) < abs($1 - 0.5) }) else { return nil }
        let across = PixelPoint(x: e.x + g.x * depth, y: e.y + g.y * depth)
        let offset = PixelPoint(x: h.x - f.x * depth, y: h.y - f.y * depth)
        let length = across.x * across.x + across.y * across.y
        guard length > 0 else { return nil }
        return ((offset.x * across.x + offset.y * across.y) / length, depth)
    }
}

extension PixelPoint {
    /// The point at a fraction of the way to another one.
    func interpolated(to other: PixelPoint, at fraction: Double) -> PixelPoint {
        PixelPoint(x: x + (other.x - x) * fraction, y: y + (other.y - y) * fraction)
    }
}
