/// A scan area as a shape: a geometry cut off by a box.
///
/// Any unit of length; the finder uses grid cells, the mask pixels.
struct ScanOutline {
    /// The outline's kind.
    var shape: ScanArea.Shape
    /// How scan lines run.
    var geometry: ScanGeometry
    /// What cuts the geometry off: the picture, or the window in which the scanner drew it.
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double
    /// Whether most content does not begin on the level top, so that the shape may be another one.
    var isRagged = false
    /// Whether it was drawn down to where noise of the receiver ends.
    var endsInNoise = false

    /// Whether scan lines leave a point.
    var isFan: Bool {
        if case .fan = geometry { true } else { false }
    }

    /// The x-ranges of one row that are inside, left to right; `OutlineSlices` is what loops over rows take.
    ///
    /// - Parameters:
    ///   - y: The row.
    ///   - inset: By how much the outline is drawn in.
    /// - Returns: None, one or (above the vertex of a convex probe's face) two ranges.
    func ranges(y: Double, inset: Double = 0) -> RowRanges { OutlineSlices(self, inset: inset).ranges(y: y) }

    /// Whether a point is inside.
    func contains(_ x: Double, _ y: Double) -> Bool { ranges(y: y).contains { $0.contains(x) } }

    /// The closed polygon, clockwise from the top left, at most 64 corners.
    func polygon() -> [PixelPoint] {
        var corners = uncutPolygon()
        corners = Self.cut(corners) { $0.x - minX }
        corners = Self.cut(corners) { maxX - $0.x }
        corners = Self.cut(corners) { $0.y - minY }
        corners = Self.cut(corners) { maxY - $0.y }
        return corners
    }

    private func uncutPolygon() -> [PixelPoint] {
        switch geometry {
        case .quadrilateral: return geometry.polygon(lines: 0...1, depths: 0...1)
        case .fan(_, _, let inner, _, _, _):
            let top =
                inner > 0
                ? (0...16).map { geometry.point(line: Double($0) / 16, depth: 0) }
                : [
                    geometry.point(line: 0, depth: 0)
                ]
            return top + (0...32).map { geometry.point(line: 1 - Double($0) / 32, depth: 1) }
        }
    }

    /// One step of Sutherland and Hodgman's clipping: what is on the positive side of `distance`.
    private static func cut(_ corners: [PixelPoint], by distance: (PixelPoint) -> Double) -> [PixelPoint] {
        var result: [PixelPoint] = []
        result.reserveCapacity(corners.count + 2)
        for index in corners.indices {
            let current = corners[index]
            let next = corners[(index + 1) % corners.count]
            let here = distance(current)
            let there = distance(next)
            if here >= 0 { result.append(current) }
            if (here > 0 && there < 0) || (here < 0 && there > 0) {
                result.append(current.interpolated(to: next, at: here / (here - there)))
            }
        }
        return result
    }

    /// The outline elsewhere.
    func moved(x: Double, y: Double) -> ScanOutline {
        func point(_ p: PixelPoint) -> PixelPoint { PixelPoint(x: p.x + x, y: p.y + y) }
        var result = self
        switch geometry {
        case .fan(let apexX, let apexY, let inner, let outer, let start, let end):
            result.geometry = .fan(
                apexX: apexX + x,
                apexY: apexY + y,
                innerRadius: inner,
                outerRadius: outer,
                startAngle: start,
                endAngle: end
            )
        case .quadrilateral(let a, let b, let c, let d):
            result.geometry = .quadrilateral(
                topLeft: point(a),
                topRight: point(b),
                bottomRight: point(c),
                bottomLeft: point(d)
            )
        }
        (result.minX, result.maxX) = (minX + x, maxX + x)
        (result.minY, result.maxY) = (minY + y, maxY + y)
        return result
    }

    /// The outline in pixels, from one in grid cells.
    func scaled(by picture: ReducedPicture, width: Int, height: Int) -> ScanOutline {
        func point(_ p: PixelPoint) -> PixelPoint { PixelPoint(x: picture.pixels(p.x), y: picture.pixels(p.y)) }
        let factor = Double(picture.scale)
        var result = self
        switch geometry {
        case .fan(let x, let y, let inner, let outer, let start, let end):
            result.geometry = .fan(
                apexX: picture.pixels(x),
                apexY: picture.pixels(y),
                innerRadius: inner * factor,
                outerRadius: outer * factor,
                startAngle: start,
                endAngle: end
            )
        case .quadrilateral(let a, let b, let c, let d):
            result.geometry = .quadrilateral(
                topLeft: point(a),
                topRight: point(b),
                bottomRight: point(c),
                bottomLeft: point(d)
            )
        }
        // The grid's last cell may end before the picture does.
        result.minX = max(0, picture.pixels(minX))
        result.minY = max(0, picture.pixels(minY))
        result.maxX = maxX >= Double(picture.width) - 0.01 ? Double(width - 1) : picture.pixels(maxX)
        result.maxY = maxY >= Double(picture.height) - 0.01 ? Double(height - 1) : picture.pixels(maxY)
        return result
    }
}
