import Grading
import Imaging

/// A shown picture as one SVG file: the picture inside, shapes over it, the legend below.
struct ShownDrawing {
    let shown: ShownPicture
    let language: Language

    /// The whole document.
    func document() throws(ImagingError) -> String {
        // Without a picture there are words alone.
        let (width, height) = shown.hasPicture ? shown.scene.size : (width: 640, height: 0)
        let size = max(width / 56, 4)
        let legend = legend(size: size, width: width, top: height)
        let whole = height + legend.height
        let picture: Markup =
            shown.hasPicture
            ? """
            <image x="-0.5" y="-0.5" width="\(number(width))" height="\(number(height))" preserveAspectRatio="none" \
            xlink:href="data:image/png;base64,\(try shown.pictureData())"/>
            """ : .none
        let unit = max(width, height) / 640
        let document: Markup = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
            viewBox="-0.5 -0.5 \(number(width)) \(number(whole))" width="\(number(width))" height="\(number(whole))">
            <title>\(shown.name)</title>
            \(HatchPatterns.definitions(period: 9 * unit))
            <rect x="-0.5" y="-0.5" width="\(number(width))" height="\(number(whole))" fill="#121212"/>
            \(picture)
            <g>\(ShapeMarkup(shapes: shown.shapes).markup)</g>
            <g style="font:\(number(size))px sans-serif;fill:#fff">\(legend.markup)</g>
            </svg>

            """
        return document.html
    }

    /// Lines of the legend from `top` on, and how high they are.
    private func legend(size: Double, width: Double, top: Double) -> (markup: Markup, height: Double) {
        let line = size * 1.45
        // A letter is about half as wide as its size; a Chinese one counts two columns.
        let columns = max(12, Int((width - size * 3) / (size * 0.56)))
        let text = ShownText(shown, language: language)
        var y = top + line
        var markup = Markup.none
        func write(_ words: String, x: Double, weight: Markup) {
            markup.append(
                "<text x=\"\(number(x))\" y=\"\(number(y))\"\(weight)>\(words)</text>"
            )
        }
        for words in text.heading(columns: columns) {
            write(words, x: size, weight: " style=\"font-weight:700\"")
            y += line
        }
        for entry in text.lines(columns: columns) {
            if let badge = entry.number {
                let place = PixelPoint(x: size * 1.3, y: y - size * 0.35)
                let shape = DrawnShape.badge(badge.value, at: place, radius: size * 0.65, ink: badge.ink)
                markup.append(ShapeMarkup(shapes: [shape]).markup)
            }
            write(entry.text, x: size * 2.5, weight: .none)
            y += line
        }
        return (markup, y - top)
    }

    private func number(_ value: Double) -> Markup {
        Markup(trusted: Numbers.fixed(value.isFinite ? value : 0, decimals: 1))
    }
}
