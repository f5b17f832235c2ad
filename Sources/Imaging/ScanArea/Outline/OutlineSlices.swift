import Foundation

/// The ranges of columns of one row that lie inside an outline, left to right: none, one or two.
struct RowRanges: RandomAccessCollection {
    private var left = 0.0...0.0
    private var right = 0.0...0.0
    private(set) var count = 0

    var startIndex: Int { 0 }
    var endIndex: Int { count }
    subscript(position: Int) -> ClosedRange<Double> { position == 0 ? left : right }

    /// No range.
    init() {}

    /// One range.
    init(_ range: ClosedRange<Double>) {
        left = range
        count = 1
    }

    /// Adds a range to the right of those there are.
    fileprivate mutating func append(_ range: ClosedRange<Double>) {
        if count == 0 { left = range } else { right = range }
        count += 1
    }
}

/// Cuts an outline into rows; the outline's angles are turned into lines once.
struct OutlineSlices {
    private let low: Double
    private let high: Double
    private let top: Double
    private let bottom: Double
    private let inset: Double
    private let body: Body

    private enum Body {
        case fan(Fan)
        case quadrilateral([Edge])
    }

    private struct Fan {
        var apexX: Double
        var apexY: Double
        var faceRadius: Double
        var farRadius: Double
        var start: (cos: Double, sin: Double)
        var end: (cos: Double, sin: Double)
        var isWide: Bool
    }

    /// Points with normalX · (x − originX) + normalY · (y − originY) ≥ margin are inside.
    private struct Edge {
        var originX: Double
        var originY: Double
        var normalX: Double
        var normalY: Double
        var margin: Double
    }

    /// Prepares an outline.
    ///
    /// - Parameters:
    ///   - outline: The outline.
    ///   - inset: By how much it is drawn in.
    ///   - picture: Width and height; a side of the box on the picture's own edge is not drawn in. Nil draws all in.
    init(_ outline: ScanOutline, inset: Double = 0, picture: (width: Double, height: Double)? = nil) {
        self.inset = inset
        let edges = picture.map { size in
            (
                left: outline.minX <= 0.5, top: outline.minY <= 0.5, right: outline.maxX >= size.width - 1.5,
                bottom: outline.maxY >= size.height - 1.5
            )
        }
        low = edges?.left == true ? outline.minX : outline.minX + inset
        top = edges?.top == true ? outline.minY : outline.minY + inset
        high = edges?.right == true ? outline.maxX : outline.maxX - inset
        bottom = edges?.bottom == true ? outline.maxY : outline.maxY - inset
        switch outline.geometry {
        case .fan(let apexX, let apexY, let inner, let outer, let start, let end):
            body = .fan(
                Fan(
                    apexX: apexX,
                    apexY: apexY,
                    faceRadius: inner > 0 ? inner + inset : 0,
                    farRadius: outer - inset,
                    start: (cos(start), sin(start)),
                    end: (cos(end), sin(end)),
                    isWide: end - start > .pi
                )
            )
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            let corners = [topLeft, topRight, bottomRight, bottomLeft]
            body = .quadrilateral(
                corners.indices.compactMap { index in
                    let (a, b) = (corners[index], corners[(index + 1) % 4])
                    let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
                    guard length > 1e-9 else { return nil }
                    let isOnEdge = picture.map { Self.liesOnEdge(a, b, of: $0) } ?? false
                    // Clockwise with y down: the inside is on the right hand, normal (−dy, dx).
                    return Edge(
                        originX: a.x,
                        originY: a.y,
                        normalX: -(b.y - a.y) / length,
                        normalY: (b.x - a.x) / length,
                        margin: isOnEdge ? 0 : inset
                    )
                }
            )
        }
    }

    /// What of a row is inside; two ranges above the vertex of a convex probe's face.
    func ranges(y: Double) -> RowRanges {
        guard y >= top, y <= bottom else { return RowRanges() }
        var (low, high) = (low, high)
        switch body {
        case .fan(let fan):
            let deltaY = y - fan.apexY
            // Right-hand edge: cos(start)·dy − sin(start)·dx ≥ inset; left-hand edge likewise.
            if fan.start.sin > 1e-9 { high = min(high, fan.apexX + (fan.start.cos * deltaY - inset) / fan.start.sin) }
            if fan.end.sin > 1e-9 { low = max(low, fan.apexX + (inset + deltaY * fan.end.cos) / fan.end.sin) }
            let reach = fan.farRadius * fan.farRadius - deltaY * deltaY
            guard reach >= 0, deltaY > 0 || fan.isWide else { return RowRanges() }
            low = max(low, fan.apexX - reach.squareRoot())
            high = min(high, fan.apexX + reach.squareRoot())
            guard low <= high else { return RowRanges() }
            let face = fan.faceRadius * fan.faceRadius - deltaY * deltaY
            guard face > 0 else { return RowRanges(low...high) }
            let half = face.squareRoot()
            var ranges = RowRanges()
            if low <= min(high, fan.apexX - half) { ranges.append(low...min(high, fan.apexX - half)) }
            if max(low, fan.apexX + half) <= high { ranges.append(max(low, fan.apexX + half)...high) }
            return ranges
        case .quadrilateral(let edges):
            for edge in edges {
                let rest = edge.margin - edge.normalY * (y - edge.originY)
                if abs(edge.normalX) < 1e-6 {
                    if rest > 0 { return RowRanges() }
                } else if edge.normalX > 0 {
                    low = max(low, edge.originX + rest / edge.normalX)
                } else {
                    high = min(high, edge.originX + rest / edge.normalX)
                }
            }
            return low <= high ? RowRanges(low...high) : RowRanges()
        }
    }

    private static func liesOnEdge(_ a: PixelPoint, _ b: PixelPoint, of picture: (width: Double, height: Double))
        -> Bool
    {
        (a.x <= 0.5 && b.x <= 0.5) || (a.y <= 0.5 && b.y <= 0.5)
            || (a.x >= picture.width - 1.5 && b.x >= picture.width - 1.5)
            || (a.y >= picture.height - 1.5 && b.y >= picture.height - 1.5)
    }
}
