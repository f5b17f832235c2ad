internal import Foundation

/// Draws shapes over the samples of a picture.
package struct ShapePainter {
    private var canvas: Canvas
    /// Canvas pixels per pixel of the original, across and down.
    private let scale: (x: Double, y: Double)
    private let origin: PixelPoint

    /// A painter on `width * height * 3` samples R, G, B, row-major, that show `frame` of the original.
    package init(rgb: [UInt8], width: Int, height: Int, frame: PixelBox) {
        canvas = Canvas(width: width, height: height, rgb: rgb)
        scale = (Double(width) / Double(max(1, frame.width)), Double(height) / Double(max(1, frame.height)))
        origin = PixelPoint(x: Double(frame.x), y: Double(frame.y))
    }

    /// The samples with all that was drawn.
    package var rgb: [UInt8] { canvas.rgb }

    /// Draws shapes in their order.
    ///
    /// Points that are not finite are left out; what lies outside of the picture is cut.
    package mutating func draw(_ shapes: [DrawnShape]) {
        for shape in shapes { draw(shape) }
    }

    /// Writes words with their top left corner at a pixel of the canvas.
    mutating func write(_ words: String, x: Int, y: Int, scale: Int, _ ink: Ink) {
        canvas.text(words, x: x, y: y, scale: scale, ink)
    }

    private mutating func draw(_ shape: DrawnShape) {
        switch shape {
        case .line(let points, let isClosed, let ink, let width, let dash):
            var path = points.compactMap(place)
            if isClosed, let first = path.first { path.append(first) }
            // A small raster is one for a terminal's cells, which a line must outlast.
            let wide = max(canvas.width < 480 ? 2.5 : 1, width * scale.x)
            stroke(path, Ink(grey: 0), width: wide + 2, opacity: 0.65, dash: 0)
            stroke(path, ink, width: wide, opacity: 1, dash: dash * scale.x)
        case .tint(let points, let ink, let opacity):
            fill(points.compactMap(place), ink, opacity)
        case .hatch(let boxes, let pattern, let spacing):
            for box in boxes { hatch(box, pattern, spacing: max(4, spacing * scale.x)) }
        case .badge(let number, let point, let radius, let ink):
            guard let centre = place(point) else { return }
            badge(number, at: centre, radius: max(6, radius * scale.x), ink)
        case .label(let text, let point, let height, let ink):
            guard let centre = place(point) else { return }
            label(text, at: centre, height: height * scale.y, ink)
        }
    }

    /// A point of the original on the canvas, held near it: nothing out there is seen, and numbers stay small.
    private func place(_ point: PixelPoint) -> PixelPoint? {
        guard point.x.isFinite, point.y.isFinite else { return nil }
        let (width, height) = (Double(canvas.width), Double(canvas.height))
        // Pixel centres lie on whole numbers in both.
        return PixelPoint(
            x: min(max((point.x - origin.x + 0.5) * scale.x - 0.5, -width), 2 * width),
            y: min(max((point.y - origin.y + 0.5) * scale.y - 0.5, -height), 2 * height)
        )
    }

    // MARK: strokes

    private mutating func stroke(_ path: [PixelPoint], _ ink: Ink, width: Double, opacity: Double, dash: Double) {
        var travelled = 0.0
        for (start, end) in zip(path, path.dropFirst()) {
            stroke(from: start, to: end, ink, radius: width / 2, opacity: opacity, dash: dash, travelled: travelled)
            travelled += distance(start, end)
        }
    }

    private func distance(_ a: PixelPoint, _ b: PixelPoint) -> Double {
        let (x, y) = (b.x - a.x, b.y - a.y)
        return (x * x + y * y).squareRoot()
    }

    /// One segment, each pixel by its distance from it.
    private mutating func stroke(
        from start: PixelPoint,
        to end: PixelPoint,
        _ ink: Ink,
        radius: Double,
        opacity: Double,
        dash: Double,
        travelled: Double
    ) {
        let reach = radius + 1
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let squared = dx * dx + dy * dy
        let length = squared.squareRoot()
        let rows = Self.range(min(start.y, end.y) - reach, max(start.y, end.y) + reach, below: canvas.height)
        for y in rows {
            // Only the columns that a segment comes near to in this row.
            var (left, right) = (min(start.x, end.x) - reach, max(start.x, end.x) + reach)
            if abs(dy) > 1e-9 {
                let slant = abs(dx / dy)
                let middle = start.x + (Double(y) - start.y) * dx / dy
                let half = reach * (1 + slant) + slant
                (left, right) = (max(left, middle - half), min(right, middle + half))
            }
            for x in Self.range(left, right, below: canvas.width) {
                let (px, py) = (Double(x) - start.x, Double(y) - start.y)
                let along = squared > 0 ? min(1, max(0, (px * dx + py * dy) / squared)) : 0
                if dash > 0, ((travelled + along * length) / dash).truncatingRemainder(dividingBy: 2) >= 1 { continue }
                let (ox, oy) = (px - along * dx, py - along * dy)
                let away = (ox * ox + oy * oy).squareRoot()
                canvas.blend(x: x, y: y, ink, opacity * min(1, radius + 0.5 - away))
            }
        }
    }

    private static func range(_ low: Double, _ high: Double, below count: Int) -> Range<Int> {
        let first = Int(min(max(0, low.rounded(.down)), Double(count)))
        let last = Int(min(max(-1, high.rounded(.up)), Double(count - 1)))
        return first..<max(first, last + 1)
    }

    // MARK: areas

    private mutating func fill(_ polygon: [PixelPoint], _ ink: Ink, _ opacity: Double) {
        guard let rows = OutlineRows(polygon, width: canvas.width, height: canvas.height) else { return }
        for (y, runs) in rows.runs.enumerated() {
            for run in runs { for x in run { canvas.blend(x: x, y: y, ink, opacity) } }
        }
    }

    private mutating func hatch(_ box: PixelBox, _ pattern: Hatch, spacing: Double) {
        let low = PixelPoint(x: Double(box.x) - 0.5, y: Double(box.y) - 0.5)
        let high = PixelPoint(x: low.x + Double(box.width), y: low.y + Double(box.height))
        guard let low = place(low), let high = place(high) else { return }
        let period = Int(spacing.rounded())
        let width = max(1, period / 5)
        for y in Self.range(low.y + 0.5, high.y - 0.5, below: canvas.height) {
            for x in Self.range(low.x + 0.5, high.x - 0.5, below: canvas.width) {
                let rising = (x + y) % period < width
                let falling = (x - y + canvas.height * period) % period < width
                let isStroke =
                    switch pattern.direction {
                    case .rising: rising
                    case .falling: falling
                    case .crossed: rising || falling
                    }
                canvas.blend(x: x, y: y, pattern.ink, isStroke ? 0.75 : 0.12)
            }
        }
    }

    // MARK: numbers and words

    private mutating func badge(_ number: Int, at centre: PixelPoint, radius: Double, _ ink: Ink) {
        disc(at: centre, radius: radius + 1.5, Ink(grey: 0))
        disc(at: centre, radius: radius, ink)
        words("\(number)", at: centre, scale: Int(radius * 1.1) / BlockFont.glyphHeight, Ink(grey: 0))
    }

    private mutating func disc(at centre: PixelPoint, radius: Double, _ ink: Ink) {
        for y in Self.range(centre.y - radius - 1, centre.y + radius + 1, below: canvas.height) {
            for x in Self.range(centre.x - radius - 1, centre.x + radius + 1, below: canvas.width) {
                let (dx, dy) = (Double(x) - centre.x, Double(y) - centre.y)
                canvas.blend(x: x, y: y, ink, min(1, radius + 0.5 - (dx * dx + dy * dy).squareRoot()))
            }
        }
    }

    private mutating func label(_ text: String, at centre: PixelPoint, height: Double, _ ink: Ink) {
        let scale = max(1, Int((height / Double(BlockFont.glyphHeight)).rounded()))
        for offset in [(-1, -1), (1, -1), (-1, 1), (1, 1), (0, -1), (0, 1), (-1, 0), (1, 0)] {
            let near = PixelPoint(x: centre.x + Double(offset.0), y: centre.y + Double(offset.1))
            words(text, at: near, scale: scale, Ink(grey: 0))
        }
        words(text, at: centre, scale: scale, ink)
    }

    private mutating func words(_ text: String, at centre: PixelPoint, scale: Int, _ ink: Ink) {
        let size = max(1, scale)
        let width = (text.count * BlockFont.advance - 1) * size
        canvas.text(
            text,
            x: Int((centre.x - Double(width - 1) / 2).rounded()),
            y: Int((centre.y - Double(BlockFont.glyphHeight * size - 1) / 2).rounded()),
            scale: size,
            ink
        )
    }
}
