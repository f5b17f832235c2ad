import Imaging

/// Drawn shapes as SVG, in pixels of the original; every element carries its own colours, so that it needs no style.
struct ShapeMarkup {
    let shapes: [DrawnShape]

    /// The elements in their order; hatched parts refer to the patterns of `HatchPatterns`.
    var markup: Markup { Markup(shapes.map(element)) }

    private func element(_ shape: DrawnShape) -> Markup {
        switch shape {
        case .line(let points, let isClosed, let ink, let width, let dash):
            let name: Markup = isClosed ? "polygon" : "polyline"
            let corners = Self.list(points)
            let dashes: Markup =
                dash > 0 ? " stroke-dasharray=\"\(Self.number(dash)) \(Self.number(dash))\"" : .none
            return """
                <\(name) points="\(corners)" fill="none" stroke="#000" stroke-opacity=".65" \
                stroke-width="\(Self.number(width * 2.2))"/>\
                <\(name) points="\(corners)" fill="none" stroke="\(ink.markup)" \
                stroke-width="\(Self.number(width))"\(dashes)/>
                """
        case .tint(let points, let ink, let opacity):
            return """
                <polygon points="\(Self.list(points))" fill="\(ink.markup)" fill-opacity="\(Self.number(opacity, 2))"/>
                """
        case .hatch(let boxes, let pattern, _):
            guard let kind = Exclusion.allCases.first(where: { $0.hatch == pattern }) else { return .none }
            let paths = boxes.map { box -> String in
                let (x, y) = (Self.text(Double(box.x) - 0.5), Self.text(Double(box.y) - 0.5))
                return "M\(x) \(y)h\(box.width)v\(box.height)h-\(box.width)z"
            }
            return "<path d=\"\(Markup(trusted: paths.joined()))\" fill=\"url(#\(kind.patternID))\"/>"
        case .badge(let number, let point, let radius, let ink):
            return """
                <circle cx="\(Self.number(point.x))" cy="\(Self.number(point.y))" r="\(Self.number(radius))" \
                fill="\(ink.markup)" stroke="#000" stroke-width="\(Self.number(radius / 8))"/>\
                \(words("\(number)", at: point, size: radius * 1.3, fill: "#000", isEdged: false))
                """
        case .label(let text, let point, let height, let ink):
            return words(text, at: point, size: height * 1.4, fill: ink.markup, isEdged: true)
        }
    }

    private func words(_ text: String, at point: PixelPoint, size: Double, fill: Markup, isEdged: Bool) -> Markup {
        let edge: Markup =
            isEdged ? ";stroke:#000;stroke-width:\(Self.number(size / 5))px;paint-order:stroke" : .none
        // All in the element's own style, which goes before a page's rules and stands alone as well.
        return """
            <text x="\(Self.number(point.x))" y="\(Self.number(point.y))" text-anchor="middle" \
            dominant-baseline="central" \
            style="font:700 \(Self.number(size))px sans-serif;fill:\(fill)\(edge)">\(text)</text>
            """
    }

    private static func list(_ points: [PixelPoint]) -> Markup {
        let corners = points.filter { $0.x.isFinite && $0.y.isFinite }.map { "\(text($0.x)),\(text($0.y))" }
        return Markup(trusted: corners.joined(separator: " "))
    }

    private static func number(_ value: Double, _ decimals: Int = 1) -> Markup {
        Markup(trusted: Numbers.fixed(value.isFinite ? value : 0, decimals: decimals))
    }

    private static func text(_ value: Double) -> String { Numbers.fixed(value.isFinite ? value : 0, decimals: 1) }
}
