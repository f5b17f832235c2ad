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

    private static let cornersPerMark = 96

    let size: (width: Double, height: Double)
    let outline: [PixelPoint]
    let marks: [Mark]
    let findings: [NumberedFinding]
    /// Strips of the device's dead elements.
    var deadStrips: [[PixelPoint]] = []

    /// The drawing, hidden from screen readers: the list below the picture says the same in words.
    var markup: Markup {
        var labels = LabelPlaces(size: size)
        var shapes: [Markup] = []
        var discs = Markup.none
        let area: Markup = outline.count > 2 ? "<polygon class=\"area\" points=\"\(points(of: outline))\"/>" : .none
        var drawn: Set<String> = []
        for numbered in findings {
            guard let metric = numbered.finding.metric, drawn.insert(metric).inserted else { continue }
            let own = MarkShapes.largest(of: marks, metric: metric)
            guard let main = own.first else { continue }
            let severity = numbered.finding.severity.rawValue
            var group = Markup.none
            for mark in own {
                let corners = points(of: mark.outline)
                group.append("<polygon class=\"halo\" points=\"\(corners)\"/>")
                group.append("<polygon class=\"mark \(severity)\" points=\"\(corners)\"/>")
            }
            shapes.append(group)
            let fontSize = coordinate(labels.radius * 1.3)
            for mark in [main] + MarkShapes.others(of: own, besides: main) {
                let place = labels.place(near: MarkShapes.outermost(of: mark.outline, in: size))
                let (x, y) = (coordinate(place.x), coordinate(place.y))
                discs.append(
                    "<circle class=\"disc \(severity)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(coordinate(labels.radius))\"/>"
                )
                discs.append("<text x=\"\(x)\" y=\"\(y)\" style=\"font-size:\(fontSize)px\">\(numbered.number)</text>")
            }
        }
        let box = "0 0 \(Numbers.fixed(size.width, decimals: 0)) \(Numbers.fixed(size.height, decimals: 0))"
        // The gravest come first in the list, and are drawn last, on top.
        let drawing = Markup([excluded, area, dead] + shapes.reversed() + [discs])
        return "<svg viewBox=\"\(box)\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\(drawing)</svg>"
    }

    /// What is left out of the statistics, hatched by the page's patterns.
    private var excluded: Markup {
        let parts = Exclusion.allCases.flatMap { kind in
            marks.filter { $0.metric == kind.markID && MarkShapes.isDrawable($0.outline) }.map { mark -> Markup in
                "<polygon class=\"excluded\" fill=\"url(#\(kind.patternID))\" points=\"\(points(of: mark.outline))\"/>"
            }
        }
        return Markup(parts)
    }

    /// The device's dead lines, which are no finding of the picture's.
    private var dead: Markup {
        Markup(deadStrips.map { "<polygon class=\"dead\" points=\"\(points(of: $0))\"/>" })
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
