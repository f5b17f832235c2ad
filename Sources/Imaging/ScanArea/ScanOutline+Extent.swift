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

    /// Share of the height between a chord and the picture's lower edge at least, and of the lines that end at the chord.
    private static let leastBelowChord = 0.08
    private static let chordShare = 0.9
    /// Share of the picture's width that a fan takes at least, so that its room below means something: what is small on its
    /// screen was drawn in a window.
    private static let leastOfWidth = 0.5

    /// Whether nearly all lines of a convex or phased probe's fan end at one level, well above the picture's lower edge.
    ///
    /// Such a fan ends along an arc, but where a window cuts it off; and where nothing comes back from below a depth, the
    /// content may end level too. A trapezoid has a level end.
    ///
    /// - Parameter picture: The picture in whose pixels the outline is.
    func endsInChord(of picture: GreyPlane) -> Bool {
        guard isFan, shape != .trapezoid, maxY < (1 - Self.leastBelowChord) * Double(picture.height) else {
            return false
        }
        let corners = polygon()
        let width = (corners.map(\.x).max() ?? 0) - (corners.map(\.x).min() ?? 0)
        guard width >= Self.leastOfWidth * Double(picture.width) else { return false }
        let beyond = (0..<32).count { geometry.point(line: (Double($0) + 0.5) / 32, depth: 1).y > maxY + 0.5 }
        return Double(beyond) >= Self.chordShare * 32
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
