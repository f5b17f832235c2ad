import Grading
import Typesetting

extension PrintFlow {
    /// How high a plot stands on the sheet.
    func height(of drawing: PlotDrawing) -> Double { drawing.height * min(1, width / max(1, drawing.width)) }

    /// A plot as wide as the sheet at most, never larger than drawn, in the middle.
    ///
    /// - Parameter shrink: by how much it is drawn smaller still, 1 for not at all.
    mutating func plot(_ drawing: PlotDrawing, shrink: Double = 1) {
        guard drawing.width > 0, drawing.height > 0 else { return }
        let scale = min(1, width / drawing.width) * shrink
        let height = drawing.height * scale
        need(height)
        let left = (width - drawing.width * scale) / 2
        for mark in drawing.marks {
            draw(PlotOnPaper(scale: scale, language: language).mark(mark).moved(left, 0))
        }
        advance(height + 4)
    }
}

/// Turns a plot's marks into a page's.
private struct PlotOnPaper {
    let scale: Double
    let language: Language

    func mark(_ mark: PlotDrawing.Mark) -> PageMark {
        switch mark {
        case .line(let start, let end, let line): .polyline([place(start), place(end)], stroke: stroke(line))
        case .polyline(let points, let line): .polyline(points.map(place), stroke: stroke(line))
        case .polygon(let points, let fill, let line):
            .polygon(points.map(place), fill: fill.map(colour), stroke: line.map(stroke))
        case .rectangle(let corner, let width, let height, let fill, let line):
            .rectangle(
                PageBox(
                    x: corner.x * scale,
                    y: corner.y * scale,
                    width: max(0, width) * scale,
                    height: max(0, height) * scale
                ),
                radius: 0,
                fill: fill.map(colour),
                stroke: line.map(stroke)
            )
        case .circle(let centre, let radius, let fill, let line):
            .circle(
                at: place(centre),
                radius: max(0, radius) * scale,
                fill: fill.map(colour),
                stroke: line.map(stroke)
            )
        case .text(let words, let point, let size, let anchor, let ink, let isBold):
            .words(
                PageText(
                    runs: [PageText.Run(ForeignText.visible(words[language]), isBold: isBold)],
                    face: .sans,
                    size: max(1, size * scale),
                    colour: colour(ink),
                    script: language == .zh ? .simplifiedChinese : .latin,
                    isStrict: false
                ),
                at: place(point),
                anchor: anchor == .start ? .start : anchor == .middle ? .middle : .end
            )
        }
    }

    private func place(_ point: PlotDrawing.Point) -> PagePoint { PagePoint(point.x * scale, point.y * scale) }

    private func colour(_ ink: PlotInk) -> PageColour {
        PageColour(red: ink.rgb.red, green: ink.rgb.green, blue: ink.rgb.blue)
    }

    private func stroke(_ stroke: PlotDrawing.Stroke) -> PageStroke {
        PageStroke(colour(stroke.ink), width: stroke.width * scale, dash: stroke.dash.map { $0 * scale })
    }
}
