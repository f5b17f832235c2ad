import Foundation

extension OutlineFit {
    /// By how much of its width a window may be off the fan's axis.
    private static let windowPlay = 0.06

    /// The fan between two side lines, with its arcs or what cuts them off; nil where the lines do not open downwards.
    func fan(_ left: SideLine, _ right: SideLine) -> ScanOutline? {
        let determinant = left.normalX * right.normalY - left.normalY * right.normalX
        guard abs(determinant) > 1e-6 else { return nil }
        let apexX = (left.distance * right.normalY - left.normalY * right.distance) / determinant
        let apexY = (left.normalX * right.distance - left.distance * right.normalX) / determinant
        let endAngle = .pi / 2 + left.leftLean
        let startAngle = .pi / 2 - right.mirrored(width: width).leftLean
        guard endAngle > startAngle, endAngle < .pi, startAngle > 0, abs(apexX) < 1e5, abs(apexY) < 1e5 else {
            return nil
        }

        func radius(_ point: (x: Double, y: Double)) -> Double {
            ((point.x - apexX) * (point.x - apexX) + (point.y - apexY) * (point.y - apexY)).squareRoot()
        }
        func inside(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
            var kept: [(x: Double, y: Double)] = []
            kept.reserveCapacity(points.count)
            for point in points where left.depth(point.x, point.y) > -1 && right.depth(point.x, point.y) > -1 {
                kept.append(point)
            }
            return kept
        }
        // The far arc, or a flat cut.
        let lower = inside(bottoms)
        let sides = inside(lefts) + inside(rights)
        var arcBins = AngleBins(startAngle...endAngle)
        func addArc(_ point: (x: Double, y: Double)) {
            arcBins.add(x: point.x - apexX, y: point.y - apexY, radius(point))
        }
        for point in lower where point.y < height - 1 && point.y > apexY { addArc(point) }
        for point in sides where point.y > apexY { addArc(point) }
        let bins = arcBins.farthest
        guard !bins.isEmpty else { return nil }
        let far = Self.level(bins.map { -$0 })
        let flat = Self.level(lower.map { -$0.y })
        var outer = -far.value
        var maxY = height
        let flatShare = Double(flat.support) / Double(max(1, lower.count))
        let arcShare = Double(far.support) / Double(bins.count)
        if flatShare > max(0.35, arcShare) {
            maxY = -flat.value
            let farthest = max(lower.lazy.map(radius).max() ?? 0, sides.lazy.map(radius).max() ?? 0)
            if farthest > 0 { outer = farthest }
        } else if lower.contains(where: { $0.y >= height - 1 }) {
            // The picture cuts the fan off: its radius is at least what can be seen.
            outer = max(outer, lower.lazy.map(radius).max() ?? outer)
        }

        // The face, or a flat top.
        let upper = inside(tops).filter { $0.y > apexY - 1 }
        // Columns that begin at a side line say nothing of a level top.
        let clear = upper.filter { left.depth($0.x, $0.y) > 2 && right.depth($0.x, $0.y) > 2 }
        let level = clear.count * 4 >= upper.count ? clear : upper
        var nearBins = AngleBins(startAngle...endAngle)
        for point in upper { nearBins.add(x: point.x - apexX, y: point.y - apexY, -radius(point)) }
        let faceBins = nearBins.farthest.map { -$0 }
        guard !faceBins.isEmpty else { return nil }
        let face = Self.level(faceBins)
        let lid = Self.level(level.map(\.y))
        let faceShare = Double(face.support) / Double(faceBins.count)
        let lidShare = Double(lid.support) / Double(max(1, level.count))
        let topRow = upper.map(\.y).min() ?? 0
        var inner = max(0, face.value)
        var minY = 0.0
        var shape: ScanArea.Shape = .convex
        if topRow <= 1 {
            inner = max(0, faceBins.min() ?? 0)
        } else if lidShare > max(Self.levelTop, 1.2 * faceShare), lid.value - apexY > 0.1 * (outer) {
            shape = .trapezoid
            minY = lid.value
            inner = lid.value - apexY
        }
        // A header or window that cuts the face off leaves a level top below the arc's corners.
        let corner = apexY + inner * min(sin(startAngle), sin(endAngle))
        if shape != .trapezoid, lidShare >= 0.4, topRow > corner + 1.5 { minY = topRow }
        if shape == .trapezoid, maxY < height - 1.5 {
            return quadrilateral(left, right, top: minY, bottom: maxY)
        }
        guard outer > inner + 4 else { return nil }
        if shape == .convex, inner < 0.1 * outer { shape = .sector }

        let geometry = ScanGeometry.fan(
            apexX: apexX,
            apexY: apexY,
            innerRadius: inner,
            outerRadius: outer,
            startAngle: startAngle,
            endAngle: endAngle
        )
        let uncut = ScanOutline(shape: shape, geometry: geometry, minX: 0, minY: minY, maxX: width, maxY: maxY)
        var result = uncut
        let rows = OutlineSlices(uncut)
        let leftCut = Self.uprightCut(lefts) { rows.ranges(y: $0).first?.lowerBound }
        let rightCut = Self.uprightCut(rights.map { (-$0.x, $0.y) }) { rows.ranges(y: $0).last.map { -$0.upperBound } }
        // A window lies about the axis; what ends upright nearer to it on one side has lost its lines there.
        let farCorner = outer * max(cos(startAngle), -cos(endAngle))
        let leftReach = apexX - (leftCut ?? max(0, apexX - farCorner))
        let rightReach = (rightCut.map { -$0 } ?? min(width, apexX + farCorner)) - apexX
        let play = Self.windowPlay * (leftReach + rightReach)
        if let leftCut, leftReach >= rightReach - play { result.minX = leftCut }
        if let rightCut, rightReach >= leftReach - play { result.maxX = -rightCut }
        return result
    }

    /// The farthest value of each of 64 angular bins.
    ///
    /// Points come along the border, so that a point is of its predecessor's bin or of one nearby: products with the
    /// directions between the bins tell it, without an angle.
    private struct AngleBins {
        private static let count = 64

        /// Directions between the bins: cosine and sine of each, from the range's start to its end.
        private let directions: [(x: Double, y: Double)]
        private var values = [Double](repeating: -.infinity, count: count)
        /// The last point's bin.
        private var bin = count / 2

        /// Bins over a range of angles within 0 and π.
        init(_ range: ClosedRange<Double>) {
            let turn = (range.upperBound - range.lowerBound) / Double(Self.count)
            let (cosine, sine) = (cos(turn), sin(turn))
            var (x, y) = (cos(range.lowerBound), sin(range.lowerBound))
            var directions: [(x: Double, y: Double)] = []
            directions.reserveCapacity(Self.count + 1)
            for _ in 0...Self.count {
                directions.append((x, y))
                (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
            }
            self.directions = directions
        }

        /// Adds a value at a place as seen from the apex; beyond the range nothing.
        mutating func add(x: Double, y: Double, _ value: Double) {
            func isBefore(_ edge: Int) -> Bool { directions[edge].x * y < directions[edge].y * x }
            func isBehind(_ edge: Int) -> Bool { directions[edge].x * y > directions[edge].y * x }
            // Above the apex, where the products do not tell angles apart, no range goes.
            guard y > 0, !isBefore(0), !isBehind(Self.count) else { return }
            while isBefore(bin) { bin -= 1 }
            while bin < Self.count - 1, !isBefore(bin + 1) { bin += 1 }
            if value > values[bin] { values[bin] = value }
        }

        /// The values of the bins that have any, in the order of the angles.
        var farthest: [Double] {
            var found: [Double] = []
            found.reserveCapacity(Self.count)
            for value in values where value > -.infinity { found.append(value) }
            return found
        }
    }

    /// Where a scanner's window cuts the left corner of a fan off.
    ///
    /// A window ends the content at one column over nearly all rows where the fan would reach beyond;
    /// content that merely fades does not.
    ///
    /// - Parameters:
    ///   - points: Row by row, where the content begins.
    ///   - edge: Where the fan begins in a row.
    private static func uprightCut(
        _ points: [(x: Double, y: Double)],
        edge: (Double) -> Double?
    ) -> Double? {
        guard points.count >= 5 else { return nil }
        // A mark may stand beside the cut.
        let least = outermost(points.map(\.x))
        let reaching = points.filter { point in edge(point.y).map { $0 < least - 1.5 } ?? false }
        guard reaching.count >= 5 else { return nil }
        let cut = reaching.count { $0.x <= least + 1 }
        return Double(cut) >= 0.75 * Double(reaching.count) ? least : nil
    }
}
