import Foundation

/// One scan line of a geometry, for going along it without an angle's sine and cosine at every step.
struct ScanLine {
    private let originX: Double
    private let originY: Double
    private let directionX: Double
    private let directionY: Double
    private let start: Double
    private let length: Double

    /// The line of a geometry: 0 at its left edge line, 1 at its right one, beyond them outside.
    init(_ line: Double, of geometry: ScanGeometry) {
        switch geometry {
        case .fan(let apexX, let apexY, let innerRadius, let outerRadius, let startAngle, let endAngle):
            let angle = endAngle + (startAngle - endAngle) * line
            (originX, originY) = (apexX, apexY)
            (directionX, directionY) = (cos(angle), sin(angle))
            (start, length) = (innerRadius, outerRadius - innerRadius)
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            let top = topLeft.interpolated(to: topRight, at: line)
            let bottom = bottomLeft.interpolated(to: bottomRight, at: line)
            (originX, originY) = (top.x, top.y)
            (directionX, directionY) = (bottom.x - top.x, bottom.y - top.y)
            (start, length) = (0, 1)
        }
    }

    /// The point at a depth: 0 at the transducer, 1 at the deepest sample; `ScanGeometry.point(line:depth:)` of this line.
    @inline(__always)
    func point(_ depth: Double) -> PixelPoint {
        let radius = start + length * depth
        return PixelPoint(x: originX + radius * directionX, y: originY + radius * directionY)
    }
}
