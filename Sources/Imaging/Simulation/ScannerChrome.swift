/// Text, ruler, grey bar and marks around a simulated scan.
struct ScannerChrome {
    let recipe: PhantomRecipe
    let layout: ScanLayout
    /// Where the calipers stand, in cm; nil for a section that is not measured.
    let measurement: Anatomy.Measurement?

    private var style: ChromeStyle { recipe.chrome.style }
    private var width: Int { recipe.width }
    private var height: Int { recipe.height }
    /// Pixels a block of the small text.
    private var scale: Int { max(1, height / 400) }
    private var lineHeight: Int { (BlockFont.glyphHeight + 4) * scale }

    /// Draws all that the style has.
    func draw(on canvas: inout Canvas, colourBox: ColourBox?) {
        if let colourBox, style != .none { outline(colourBox, on: &canvas) }
        switch style {
        case .none, .cropped:
            break
        case .classic:
            header(on: &canvas, band: nil, text: .white)
            column(on: &canvas, text: Ink(grey: 200))
            greyBar(on: &canvas, x: Int(Double(width) * 0.02))
            ruler(
                on: &canvas,
                x: Int(Double(width) * 0.845),
                ink: Ink(grey: 220),
                focus: Ink(grey: 255),
                numbered: true
            )
        case .slate:
            header(on: &canvas, band: Ink(grey: 62), text: Ink(grey: 225))
            column(on: &canvas, text: Ink(grey: 190))
            greyBar(on: &canvas, x: Int(Double(width) * 0.955))
            ruler(
                on: &canvas,
                x: Int(Double(width) * 0.055),
                ink: Ink(grey: 180),
                focus: Ink(grey: 230),
                numbered: false
            )
        case .navy:
            header(on: &canvas, band: Ink(20, 28, 88), text: .white)
            column(on: &canvas, text: Ink(80, 190, 220))
            greyBar(on: &canvas, x: Int(Double(width) * 0.02))
            ruler(
                on: &canvas,
                x: Int(Double(width) * 0.82),
                ink: Ink(230, 210, 40),
                focus: Ink(240, 220, 0),
                numbered: true
            )
        case .handheld:
            let top = height / 60
            canvas.text(recipe.chrome.exam, x: width / 80, y: top, scale: scale, Ink(grey: 235))
            canvas.text(recipe.chrome.hospital, right: width - width / 80, y: top, scale: scale, Ink(grey: 235))
            column(on: &canvas, text: Ink(grey: 170))
            dots(on: &canvas)
        }
        if style != .cropped {
            if recipe.chrome.calipers { calipers(on: &canvas) }
            if recipe.chrome.bodyMark { bodyMark(on: &canvas) }
        }
    }

    private func header(on canvas: inout Canvas, band: Ink?, text: Ink) {
        let top = height / 80
        let bottom = top + BlockFont.glyphHeight * scale * 3 + 6 * scale
        if let band { canvas.fill(x: 0, y: 0, width: width, height: bottom, band) }
        canvas.text(recipe.chrome.hospital, x: width / 60, y: top, scale: scale * 2, text)
        let second = top + BlockFont.glyphHeight * scale * 2 + 3 * scale
        canvas.text(recipe.chrome.exam, x: width / 60, y: second, scale: scale, text)
        canvas.text("MI 1.0  TIS 0.4", right: width - width / 60, y: top, scale: scale, text)
        canvas.text(probeName, right: width - width / 60, y: second, scale: scale, text)
    }

    private var probe: ProbeShape { recipe.probe ?? recipe.anatomy.usualProbe }

    private var probeName: String {
        switch probe {
        case .sector: "P4-2 SECTOR"
        case .convex: "C5-2 CONVEX"
        case .microConvex: "E8-4 MICRO CONVEX"
        case .linear: "L12-4 LINEAR"
        case .trapezoid: "L12-4 TRAPEZOID"
        }
    }

    private func column(on canvas: inout Canvas, text: Ink) {
        // The panel tells what the knobs say, faults of the knobs included.
        let gain = recipe.faults.reduce(50.0) { $1.kind == .gain ? $0 + $1.strength : $0 }
        let range = ImageFault.dynamicRange(recipe.settings.dynamicRange, after: recipe.faults)
        let frequency = probe == .linear || probe == .trapezoid ? "10.0" : probe == .sector ? "2.5" : "3.5"
        let rows = [
            "B", "FR \(20 + recipe.seed % 25)", "FRQ \(frequency)", "GN \(Int(gain.rounded()))",
            "DR \(Int(range.rounded()))",
            "D \(Self.decimal(layout.depth, digits: 1))CM", "PWR 100%",
        ]
        let x = Int(Double(width) * (style == .slate ? 0.862 : 0.885))
        for (index, row) in rows.enumerated() {
            canvas.text(row, x: x, y: Int(Double(height) * 0.16) + index * lineHeight, scale: scale, text)
        }
    }

    private func greyBar(on canvas: inout Canvas, x: Int) {
        let top = Int(Double(height) * 0.16)
        let rows = Int(Double(height) * 0.36)
        let columns = max(8, width / 60)
        for row in 0..<rows {
            canvas.fill(x: x, y: top + row, width: columns, height: 1, Ink(grey: UInt8(255 - row * 255 / (rows - 1))))
        }
    }

    /// Ticks every centimetre (every 5 mm up to 6 cm depth), longer ones every 5 cm (1 cm), and the focus mark.
    private func ruler(on canvas: inout Canvas, x: Int, ink: Ink, focus: Ink, numbered: Bool) {
        let fine = layout.depth <= 6
        let step = fine ? 0.5 : 1
        let major = fine ? 2 : 5
        let small = max(3, width / 160)
        for index in 0...Int(layout.depth / step) {
            let y = Int((layout.pixel(x: 0, z: Double(index) * step).y).rounded())
            let long = index.isMultiple(of: major)
            canvas.fill(x: x, y: y, width: long ? small * 2 : small, height: 1, ink)
            if long && numbered && index > 0 {
                canvas.text(
                    "\(Int(Double(index) * step))",
                    x: x + small * 2 + 3,
                    y: y - BlockFont.glyphHeight * scale / 2,
                    scale: scale,
                    ink
                )
            }
        }
        let y = Int(layout.pixel(x: 0, z: layout.depth * recipe.settings.focus).y.rounded())
        let size = max(4, height / 80)
        for row in -size...size {
            let length = size - (row < 0 ? -row : row)
            canvas.fill(x: x - 3 - length, y: y + row, width: length, height: 1, focus)
        }
    }

    private func dots(on canvas: inout Canvas) {
        let x = Int(Double(width) * 0.05)
        let fine = layout.depth <= 6
        for index in 0...Int(layout.depth) {
            let y = Int(layout.pixel(x: 0, z: Double(index)).y.rounded())
            canvas.fill(x: x, y: y, width: 2 * scale, height: 2 * scale, Ink(grey: 220))
            if index > 0 && (fine || index.isMultiple(of: 5)) {
                canvas.text("\(index)", x: x + 5 * scale, y: y - 3 * scale, scale: scale, Ink(grey: 200))
            }
        }
    }

    private func calipers(on canvas: inout Canvas) {
        guard let distance = measurement else { return }
        let start = layout.pixel(x: distance.fromX, z: distance.fromZ)
        let end = layout.pixel(x: distance.toX, z: distance.toZ)
        let ink = style == .navy ? Ink(240, 230, 60) : .white
        canvas.line(from: start, to: end, gap: 5, ink)
        let arm = Double(max(5, height / 80))
        for point in [start, end] {
            let centre = PixelPoint(x: point.x.rounded(), y: point.y.rounded())
            canvas.line(
                from: PixelPoint(x: centre.x - arm, y: centre.y),
                to: PixelPoint(x: centre.x + arm, y: centre.y),
                ink
            )
            canvas.line(
                from: PixelPoint(x: centre.x, y: centre.y - arm),
                to: PixelPoint(x: centre.x, y: centre.y + arm),
                ink
            )
        }
        let dx = distance.toX - distance.fromX
        let dz = distance.toZ - distance.fromZ
        let length = Self.decimal((dx * dx + dz * dz).squareRoot(), digits: 2)
        let x = Int(Double(width) * (style == .slate ? 0.70 : 0.02))
        canvas.text("+ 1 D \(length) CM", x: x, y: height - 2 * lineHeight, scale: scale, ink)
    }

    /// A trunk in outline with a thick bar where the probe is.
    private func bodyMark(on canvas: inout Canvas) {
        let size = Double(height) * 0.12
        let left = Double(width) * 0.02
        let top = Double(height) * 0.79
        let ink = Ink(grey: 230)
        let trunk: [(Double, Double)] = [
            (0.35, 0), (0.35, 0.12), (0.05, 0.2), (0.12, 0.6), (0.08, 1), (0.72, 1), (0.68, 0.6), (0.75, 0.2),
            (0.45, 0.12),
            (0.45, 0),
        ]
        for (start, end) in zip(trunk, trunk.dropFirst()) {
            canvas.line(
                from: PixelPoint(x: left + start.0 * size, y: top + start.1 * size),
                to: PixelPoint(x: left + end.0 * size, y: top + end.1 * size),
                ink
            )
        }
        let turn = Double(recipe.seed % 7) / 7 * PortableMath.pi
        let reach = size * 0.14
        let (dx, dy) = (PortableMath.cos(turn) * reach, PortableMath.sin(turn) * reach)
        let probe = PixelPoint(x: left + 0.32 * size, y: top + 0.5 * size)
        for offset in -1...1 {
            canvas.line(
                from: PixelPoint(x: probe.x - dx, y: probe.y - dy + Double(offset)),
                to: PixelPoint(x: probe.x + dx, y: probe.y + dy + Double(offset)),
                .white
            )
        }
    }

    private func outline(_ box: ColourBox, on canvas: inout Canvas) {
        let ink = Ink(60, 200, 60)
        let steps = 40
        func point(_ u: Double, _ v: Double) -> PixelPoint {
            let place = layout.position(line: u, depth: v)
            return layout.pixel(x: place.x, z: place.z)
        }
        let (u0, u1) = (Double(box.fromLine), Double(box.toLine))
        let (v0, v1) = (Double(box.fromDepth), Double(box.toDepth))
        for step in 0..<steps {
            let a = u0 + (u1 - u0) * Double(step) / Double(steps)
            let b = u0 + (u1 - u0) * Double(step + 1) / Double(steps)
            for v in [v0, v1] { canvas.line(from: point(a, v), to: point(b, v), ink) }
        }
        for u in [u0, u1] { canvas.line(from: point(u, v0), to: point(u, v1), ink) }
        // The scale of colours, red towards the probe.
        let x = Int(Double(width) * 0.02)
        let top = Int(Double(height) * 0.55)
        let rows = Int(Double(height) * 0.12)
        for row in 0..<rows {
            let position = 1 - 2 * Double(row) / Double(rows - 1)
            let strength = UInt8(90 + 165 * position.magnitude)
            let warm = UInt8(position.magnitude > 0.5 ? 400 * (position.magnitude - 0.5) : 0)
            canvas.fill(
                x: x,
                y: top + row,
                width: max(8, width / 60),
                height: 1,
                position >= 0 ? Ink(strength, warm, 0) : Ink(0, warm, strength)
            )
        }
    }

    /// A number ≥ 0 with a fixed count of decimals.
    private static func decimal(_ value: Double, digits: Int) -> String {
        var factor = 1
        for _ in 0..<digits { factor *= 10 }
        let scaled = Int((value * Double(factor)).rounded())
        let rest = String(scaled % factor)
        return "\(scaled / factor)." + String(repeating: "0", count: digits - rest.count) + rest
    }
}
