import Imaging

/// Which of a finding's marks are drawn, and where their number goes.
enum MarkShapes {
    /// More marks of one finding than these tell nobody more.
    static let mostPerFinding = 12

    /// The marks of a metric that can be drawn, largest first.
    static func largest(of marks: [Mark], metric: String) -> [Mark] {
        let own = marks.filter { $0.metric == metric && isDrawable($0.outline) }
        let sorted = own.enumerated().sorted { left, right in
            let (one, two) = (extent(of: left.element.outline), extent(of: right.element.outline))
            return one == two ? left.offset < right.offset : one > two
        }
        return sorted.prefix(mostPerFinding).map(\.element)
    }

    /// At most two further marks that deserve the number as well: those at least a quarter as large as the largest.
    static func others(of marks: [Mark], besides main: Mark) -> [Mark] {
        let least = extent(of: main.outline) / 4
        return Array(marks.dropFirst().filter { extent(of: $0.outline) >= least }.prefix(2))
    }

    /// Whether an outline has an area and a place.
    static func isDrawable(_ outline: [PixelPoint]) -> Bool {
        outline.count > 2 && outline.allSatisfy { $0.x.isFinite && $0.y.isFinite }
    }

    /// The corner that lies farthest from the picture's middle, which is what a reader looks at first.
    static func outermost(of outline: [PixelPoint], in size: (width: Double, height: Double)) -> PixelPoint {
        func squared(_ point: PixelPoint) -> Double {
            let (dx, dy) = (point.x - size.width / 2, point.y - size.height / 2)
            return dx * dx + dy * dy
        }
        return outline.max { squared($0) < squared($1) } ?? PixelPoint(x: 0, y: 0)
    }

    /// Twice the polygon's area, by the shoelace formula.
    private static func extent(of outline: [PixelPoint]) -> Double {
        var sum = 0.0
        for (index, corner) in outline.enumerated() {
            let next = outline[(index + 1) % outline.count]
            sum += corner.x * next.y - next.x * corner.y
        }
        return abs(sum)
    }
}

/// Places for the numbers: near their marks, inside the picture, not on top of each other.
struct LabelPlaces {
    let size: (width: Double, height: Double)
    /// Of a number's disc, in pixels of the original.
    let radius: Double
    private var taken: [PixelPoint] = []

    init(size: (width: Double, height: Double)) {
        self.size = size
        radius = max(size.width, size.height) / 34
    }

    /// Keeps a place free for something else.
    mutating func reserve(_ place: PixelPoint) { taken.append(place) }

    /// The free place nearest to the wanted one, which is taken then.
    mutating func place(near wanted: PixelPoint) -> PixelPoint {
        let step = radius * 2.2
        // Rings of places around the wanted one, nearest first.
        for ring in 0..<12 {
            for direction in 0..<(ring == 0 ? 1 : 8) {
                let (dx, dy) = Self.directions[direction]
                let candidate = PixelPoint(
                    x: clamped(wanted.x + dx * step * Double(ring), to: size.width),
                    y: clamped(wanted.y + dy * step * Double(ring), to: size.height)
                )
                guard isFree(candidate) else { continue }
                taken.append(candidate)
                return candidate
            }
        }
        taken.append(wanted)
        return wanted
    }

    private static let directions: [(Double, Double)] = [
        (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1),
    ]

    private func isFree(_ place: PixelPoint) -> Bool {
        taken.allSatisfy { max(abs($0.x - place.x), abs($0.y - place.y)) >= radius * 2 }
    }

    private func clamped(_ value: Double, to limit: Double) -> Double {
        min(max(value, radius * 1.2), max(radius * 1.2, limit - radius * 1.2))
    }
}
