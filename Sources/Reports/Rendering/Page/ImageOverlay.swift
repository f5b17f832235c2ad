import Grading
import Imaging

/// The scan area and the numbered finding marks over a picture, as an inline drawing.
///
/// Its coordinates are pixels of the original, so it fits whatever size the preview is shown at.
struct ImageOverlay {
    /// A finding and the number that stands for it on the picture and in the list.
    struct NumberedFinding {
        let number: Int
        let finding: Finding
    }

    private static let marksPerFinding = 12
    private static let cornersPerMark = 96

    let size: (width: Double, height: Double)
    let outline: [PixelPoint]
    let marks: [Mark]
    let findings: [NumberedFinding]

    /// The drawing, hidden from screen readers: the list below the picture says the same in words.
    var markup: Markup {
        var labels = LabelPlaces(size: size)
        var shapes: [Markup] = []
        var discs = Markup.none
        let area: Markup = outline.count > 2 ? "<polygon class=\"area\" points=\"\(points(of: outline))\"/>" : .none
        var drawn: Set<String> = []
        for numbered in findings {
            guard let metric = numbered.finding.metric, drawn.insert(metric).inserted else { continue }
            let own = largest(marks.filter { $0.metric == metric && drawable($0.outline) })
            guard let main = own.first else { continue }
            let severity = numbered.finding.severity.rawValue
            var group = Markup.none
            for mark in own {
                let corners = points(of: mark.outline)
                group.append("<polygon class=\"halo\" points=\"\(corners)\"/>")
                group.append("<polygon class=\"mark \(severity)\" points=\"\(corners)\"/>")
            }
            shapes.append(group)
            let place = labels.place(near: centre(of: main.outline))
            let (x, y) = (coordinate(place.x), coordinate(place.y))
            discs.append(
                "<circle class=\"disc \(severity)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(coordinate(labels.radius))\"/>"
            )
            let fontSize = coordinate(labels.radius * 1.3)
            discs.append("<text x=\"\(x)\" y=\"\(y)\" style=\"font-size:\(fontSize)px\">\(numbered.number)</text>")
        }
        let box = "0 0 \(Numbers.fixed(size.width, decimals: 0)) \(Numbers.fixed(size.height, decimals: 0))"
        // The gravest come first in the list, and are drawn last, on top.
        let drawing = Markup([area] + shapes.reversed() + [discs])
        return "<svg viewBox=\"\(box)\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\(drawing)</svg>"
    }

    private func drawable(_ outline: [PixelPoint]) -> Bool {
        outline.count > 2 && outline.allSatisfy { $0.x.isFinite && $0.y.isFinite }
    }

    private func largest(_ marks: [Mark]) -> [Mark] {
        let sorted = marks.enumerated().sorted { left, right in
            let (one, two) = (extent(of: left.element.outline), extent(of: right.element.outline))
            return one == two ? left.offset < right.offset : one > two
        }
        return sorted.prefix(Self.marksPerFinding).map(\.element)
    }

    /// Twice the polygon's area, by the shoelace formula.
    private func extent(of outline: [PixelPoint]) -> Double {
        var sum = 0.0
        for (index, corner) in outline.enumerated() {
            let next = outline[(index + 1) % outline.count]
            sum += corner.x * next.y - next.x * corner.y
        }
        return abs(sum)
    }

    private func centre(of outline: [PixelPoint]) -> PixelPoint {
        let (xs, ys) = (outline.map(\.x), outline.map(\.y))
        return PixelPoint(
            x: ((xs.min() ?? 0) + (xs.max() ?? 0)) / 2,
            y: ((ys.min() ?? 0) + (ys.max() ?? 0)) / 2
        )
    }

    private func points(of outline: [PixelPoint]) -> Markup {
        // Every n-th corner of a very fine outline: the eye sees no difference, the file stays small.
        let step = outline.count / Self.cornersPerMark + 1
        let corners = stride(from: 0, to: outline.count, by: step).map { index in
            "\(coordinate(outline[index].x).html),\(coordinate(outline[index].y).html)"
        }
        return Markup(trusted: corners.joined(separator: " "))
    }

    private func coordinate(_ value: Double) -> Markup {
        Markup(trusted: value.isFinite ? Numbers.fixed(value, decimals: 1) : "0")
    }
}

/// Places for the numbers: near their marks, inside the picture, not on top of each other.
private struct LabelPlaces {
    let size: (width: Double, height: Double)
    let radius: Double
    private var taken: [PixelPoint] = []

    init(size: (width: Double, height: Double)) {
        self.size = size
        radius = max(size.width, size.height) / 34
    }

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
