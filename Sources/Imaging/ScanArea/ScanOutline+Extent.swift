import Foundation

/// Extents of an outline, and larger ones.
extension ScanOutline {
    /// Length of the middle scan line.
    var depthLength: Double {
        let face = geometry.point(line: 0.5, depth: 0)
        let end = geometry.point(line: 0.5, depth: 1)
        return ((end.x - face.x) * (end.x - face.x) + (end.y - face.y) * (end.y - face.y)).squareRoot()
    }

    /// By how much a fan's sides differ in lean, in radians; 0 for other outlines.
    var tilt: Double {
        guard case .fan(_, _, _, _, let start, let end) = geometry else { return 0 }
        return abs(start + end - .pi)
    }

    /// By how many radians the sides miss both mirroring each other, as a fan's and a trapezoid's do, and running
    /// parallel, as a steered picture's do.
    var lopsidedness: Double {
        guard case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft) = geometry else {
            return tilt
        }
        let left = atan2(topLeft.x - bottomLeft.x, bottomLeft.y - topLeft.y)
        let right = atan2(bottomRight.x - topRight.x, bottomRight.y - topRight.y)
        return min(abs(left - right), abs(left + right))
    }

    /// By how many radians the side that leans inwards most does so going down; negative where none does.
    var narrowing: Double {
        guard case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft) = geometry else {
            return 0
        }
        let left = atan2(topLeft.x - bottomLeft.x, bottomLeft.y - topLeft.y)
        let right = atan2(bottomRight.x - topRight.x, bottomRight.y - topRight.y)
        return -min(left, right)
    }

    /// The outline of a fan whose lines begin at the point they leave from; others as they are.
    var fromApex: ScanOutline {
        guard case .fan(let x, let y, _, let outer, let start, let end) = geometry else { return self }
        var result = self
        result.geometry = .fan(
            apexX: x,
            apexY: y,
            innerRadius: 0,
            outerRadius: outer,
            startAngle: start,
            endAngle: end
        )
        return result
    }

    /// How wide some share of the lines is at a depth.
    func width(of lines: Double, depth: Double) -> Double {
        let first = geometry.point(line: 0, depth: depth)
        let last = geometry.point(line: lines, depth: depth)
        return ((last.x - first.x) * (last.x - first.x) + (last.y - first.y) * (last.y - first.y)).squareRoot()
    }

    /// The outline over another range of lines; 0 and 1 are its present sides.
    func widened(to lines: ClosedRange<Double>) -> ScanOutline {
        var result = self
        switch geometry {
        case .fan(let x, let y, let inner, let outer, let start, let end):
            let opening = end - start
            result.geometry = .fan(
                apexX: x,
                apexY: y,
                innerRadius: inner,
                outerRadius: outer,
                startAngle: max(0.02, end - lines.upperBound * opening),
                endAngle: min(.pi - 0.02, end - lines.lowerBound * opening)
            )
        case .quadrilateral:
            let low = lines.lowerBound
            let high = lines.upperBound
            let corners = [
                geometry.point(line: low, depth: 0), geometry.point(line: high, depth: 0),
                geometry.point(line: high, depth: 1), geometry.point(line: low, depth: 1),
            ]
            result.geometry = .quadrilateral(
                topLeft: corners[0],
                topRight: corners[1],
                bottomRight: corners[2],
                bottomLeft: corners[3]
            )
            if low < 0 { result.minX = max(0, min(minX, min(corners[0].x, corners[3].x))) }
            if high > 1 { result.maxX = max(maxX, max(corners[1].x, corners[2].x)) }
        }
        return result
    }

    /// The outline down to another depth; 1 is its present end.
    func deepened(to depth: Double) -> ScanOutline {
        var result = self
        switch geometry {
        case .fan(let x, let y, let inner, let outer, let start, let end):
            result.geometry = .fan(
                apexX: x,
                apexY: y,
                innerRadius: inner,
                outerRadius: inner + depth * (outer - inner),
                startAngle: start,
                endAngle: end
            )
            // What goes on below was not cut off.
            result.maxY = max(maxY, y + inner + depth * (outer - inner))
        case .quadrilateral(let topLeft, let topRight, _, _):
            result.geometry = .quadrilateral(
                topLeft: topLeft,
                topRight: topRight,
                bottomRight: geometry.point(line: 1, depth: depth),
                bottomLeft: geometry.point(line: 0, depth: depth)
            )
            result.maxY = max(maxY, geometry.point(line: 0, depth: depth).y)
        }
        return result
    }
}
