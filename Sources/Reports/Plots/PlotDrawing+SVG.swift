package import Grading

extension PlotDrawing {
    /// The fonts of the pages.
    private static let family: Markup =
        "system-ui,&quot;PingFang SC&quot;,&quot;Microsoft YaHei&quot;,&quot;Noto Sans CJK SC&quot;,sans-serif"

    /// A file of its own in one language, with title and description for screen readers.
    package func svg(_ language: Language) -> String {
        let frame: Markup = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.number(width))pt" height="\(Self.number(height))pt" \
            viewBox="0 0 \(Self.number(width)) \(Self.number(height))" role="img" lang="\(language.rawValue)" \
            font-family="\(Self.family)"><title>\(title[language])</title><desc>\(summary[language])</desc>\
            \(marks.map { Self.markup($0, language: language) })</svg>

            """
        return frame.html
    }

    /// Part of a page in both languages, of which the page's switch shows one.
    ///
    /// - Parameters:
    ///   - id: unique on the page; `ID-title` and `ID-text` are ids of the elements that name and describe the plot in the
    ///     language shown.
    ///   - first: the language that the page shows first.
    func markup(id: String, first: Language) -> Markup {
        let languages = [first] + Language.allCases.filter { $0 != first }
        return """
            <svg class="plot" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" role="img" \
            aria-labelledby="\(id)-title" aria-describedby="\(id)-text">\
            \(languages.map { "<title lang=\"\($0.rawValue)\">\(title[$0])</title>" as Markup })\
            \(languages.map { "<desc lang=\"\($0.rawValue)\">\(summary[$0])</desc>" as Markup })\
            \(marks.map { Self.markup($0, language: nil) })</svg>
            """
    }

    private static func markup(_ mark: Mark, language: Language?) -> Markup {
        switch mark {
        case .line(let start, let end, let stroke):
            """
            <line x1="\(number(start.x))" y1="\(number(start.y))" x2="\(number(end.x))" y2="\(number(end.y))"\
            \(attributes(stroke))/>
            """
        case .polyline(let points, let stroke):
            "<polyline points=\"\(list(points))\" fill=\"none\"\(attributes(stroke)) stroke-linejoin=\"round\"/>"
        case .polygon(let points, let fill, let stroke):
            "<polygon points=\"\(list(points))\"\(attributes(fill))\(attributes(stroke))/>"
        case .rectangle(let corner, let width, let height, let fill, let stroke):
            """
            <rect x="\(number(corner.x))" y="\(number(corner.y))" width="\(number(max(0, width)))" \
            height="\(number(max(0, height)))"\(attributes(fill))\(attributes(stroke))/>
            """
        case .circle(let centre, let radius, let fill, let stroke):
            """
            <circle cx="\(number(centre.x))" cy="\(number(centre.y))" r="\(number(max(0, radius)))"\
            \(attributes(fill))\(attributes(stroke))/>
            """
        case .text(let text, let place, let size, let anchor, let ink, let isBold):
            if let language {
                words(text[language], place, size, anchor, ink, isBold, name: .none)
            } else if text.zh == text.en {
                words(text.zh, place, size, anchor, ink, isBold, name: .none)
            } else {
                Markup([
                    words(text.zh, place, size, anchor, ink, isBold, name: " class=\"zh\" lang=\"zh\""),
                    words(text.en, place, size, anchor, ink, isBold, name: " class=\"en\" lang=\"en\""),
                ])
            }
        }
    }

    private static func words(
        _ text: String,
        _ place: Point,
        _ size: Double,
        _ anchor: Anchor,
        _ ink: PlotInk,
        _ isBold: Bool,
        name: Markup
    ) -> Markup {
        let weight: Markup = isBold ? " font-weight=\"700\"" : .none
        let side: Markup = anchor == .start ? .none : " text-anchor=\"\(anchor.rawValue)\""
        return """
            <text\(name) x="\(number(place.x))" y="\(number(place.y))" font-size="\(number(size))"\(side)\(weight) \
            fill="\(ink.css)">\(text)</text>
            """
    }

    private static func attributes(_ stroke: Stroke?) -> Markup {
        guard let stroke else { return .none }
        let dash: Markup =
            stroke.dash.isEmpty
            ? .none : " stroke-dasharray=\"\(stroke.dash.map { number($0).html }.joined(separator: " "))\""
        return " stroke=\"\(stroke.ink.css)\" stroke-width=\"\(number(stroke.width))\"\(dash)"
    }

    private static func attributes(_ fill: PlotInk?) -> Markup {
        " fill=\"\(fill?.css ?? "none")\""
    }

    private static func list(_ points: [Point]) -> Markup {
        Markup(trusted: points.map { "\(number($0.x).html),\(number($0.y).html)" }.joined(separator: " "))
    }

    /// Two decimals at most; a value that is no number is drawn at 0 rather than break the picture.
    private static func number(_ value: Double) -> Markup {
        let text = Numbers.fixed(value.isFinite ? value : 0, decimals: 2)
        guard text.contains(".") else { return Markup(trusted: text) }
        let trimmed = text.reversed().drop { $0 == "0" }
        return Markup(trusted: String((trimmed.first == "." ? trimmed.dropFirst() : trimmed).reversed()))
    }
}
