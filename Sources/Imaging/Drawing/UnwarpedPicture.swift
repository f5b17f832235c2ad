/// The polar view as a picture: scan lines across, depth downwards, with a profile on the right and one below.
package struct UnwarpedPicture: Sendable {
    /// `width * height * 3` samples R, G, B.
    package let rgb: [UInt8]
    package let width: Int
    package let height: Int
    private let geometry: ScanGeometry

    /// Pixels of one sample.
    private static let zoom = 2
    /// Columns and rows of the view itself.
    package static let side = PolarView.lines * zoom
    private static let profileWidth = 140
    private static let profileHeight = 110

    /// Draws a picture's polar view.
    ///
    /// Samples that do not count are tinted blue. On the right the mean grey of each depth, 0 to 255 from the left; below
    /// the median grey of each scan line over 30–95 % of the depth, and a red dot at the lines that were found dark.
    package init(_ evidence: MetricEvidence) {
        geometry = evidence.input.polar.geometry
        let (side, zoom) = (Self.side, Self.zoom)
        width = side + Self.profileWidth
        height = side + Self.profileHeight
        var canvas = Canvas(width: width, height: height, background: Ink(grey: 18))
        let view = evidence.input.polar
        for depth in 0..<PolarView.depths {
            for line in 0..<PolarView.lines {
                let index = depth * PolarView.lines + line
                let grey = view.samples[index]
                let ink = view.valid[index] != 0 ? Ink(grey: grey) : Ink(grey / 3, grey / 3, 40 + grey / 3)
                canvas.fill(x: line * zoom, y: depth * zoom, width: zoom, height: zoom, ink)
            }
        }
        Self.drawDepths(evidence.polar.rowMeans, on: &canvas)
        Self.drawLines(evidence.lines, on: &canvas)
        rgb = canvas.rgb
    }

    /// A mark where it lies in this picture; nil where it has no place in the geometry.
    package func placed(_ mark: Mark) -> Mark? {
        let corners = mark.outline.compactMap { point -> PixelPoint? in
            guard let place = geometry.coordinates(of: point), place.line.isFinite, place.depth.isFinite else {
                return nil
            }
            let side = Double(Self.side)
            return PixelPoint(x: min(1, max(0, place.line)) * side, y: min(1, max(0, place.depth)) * side)
        }
        return corners.count == mark.outline.count ? Mark(metric: mark.metric, outline: corners) : nil
    }

    private static let gridInk = Ink(grey: 70)
    private static let curveInk = Ink(79, 227, 227)
    private static let darkInk = Ink(255, 96, 80)

    private static func drawDepths(_ means: [Float?], on canvas: inout Canvas) {
        let left = side + 12
        for grey in [0, 64, 128, 192, 255] {
            let x = Double(left + grey * 120 / 255)
            canvas.line(from: PixelPoint(x: x, y: 0), to: PixelPoint(x: x, y: Double(side - 1)), gap: 3, gridInk)
        }
        var last: PixelPoint?
        for (depth, mean) in means.enumerated() {
            guard let mean else { last = nil; continue }
            let point = PixelPoint(x: Double(left) + Double(mean) * 120 / 255, y: Double(depth * zoom))
            if let last { canvas.line(from: last, to: point, curveInk) }
            last = point
        }
        canvas.text("MEAN GREY 0-255", x: left, y: side + 6, scale: 1, Ink(grey: 200))
        canvas.text("BY DEPTH", x: left, y: side + 18, scale: 1, Ink(grey: 200))
    }

    private static func drawLines(_ profile: ScanLineProfile, on canvas: inout Canvas) {
        let bottom = side + 76
        for grey in [0, 128, 255] {
            let y = Double(bottom - grey * 64 / 255)
            canvas.line(from: PixelPoint(x: 0, y: y), to: PixelPoint(x: Double(side - 1), y: y), gap: 3, gridInk)
        }
        var last: PixelPoint?
        for (line, brightness) in profile.brightness.enumerated() {
            if case .dark = profile.lines[line] {
                canvas.fill(x: line * zoom, y: bottom + 5, width: zoom, height: 4, darkInk)
            }
            guard let brightness else { last = nil; continue }
            let point = PixelPoint(x: Double(line * zoom), y: Double(bottom) - Double(brightness) * 64 / 255)
            if let last { canvas.line(from: last, to: point, curveInk) }
            last = point
        }
        canvas.text(
            "MEDIAN GREY BY SCAN LINE 0-255, RED: FOUND DARK",
            x: 4,
            y: bottom + 16,
            scale: 1,
            Ink(grey: 200)
        )
    }
}
