/// A colour of drawn marks and text.
package struct Ink: Sendable, Equatable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    /// A colour by its parts, 0–255.
    package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// A grey.
    package init(grey: UInt8) { self.init(grey, grey, grey) }

    package static let white = Ink(grey: 255)
}

/// A picture that is drawn on: interleaved R, G, B, row-major, top-left first.
struct Canvas: Sendable {
    let width: Int
    let height: Int
    private(set) var rgb: [UInt8]

    /// One colour all over.
    init(width: Int, height: Int, background: Ink) {
        self.width = width
        self.height = height
        var pixels = [UInt8](repeating: background.red, count: width * height * 3)
        if background != Ink(grey: background.red) {
            for index in 0..<(width * height) {
                pixels[index * 3 + 1] = background.green
                pixels[index * 3 + 2] = background.blue
            }
        }
        rgb = pixels
    }

    /// A picture to draw on: `width * height * 3` samples.
    init(width: Int, height: Int, rgb: [UInt8]) {
        precondition(rgb.count == width * height * 3, "a canvas holds width × height × 3 samples")
        self.width = width
        self.height = height
        self.rgb = rgb
    }

    /// Mixes a colour into a pixel, 0 for none of it and 1 for nothing else; outside the picture nothing happens.
    @inline(__always)
    mutating func blend(x: Int, y: Int, _ ink: Ink, _ share: Double) {
        guard x >= 0, y >= 0, x < width, y < height, share > 0 else { return }
        let index = (y &* width &+ x) &* 3
        let part = min(256, Int32(min(1, share) * 256 + 0.5))
        rgb[index] = Self.mixed(rgb[index], ink.red, part)
        rgb[index &+ 1] = Self.mixed(rgb[index &+ 1], ink.green, part)
        rgb[index &+ 2] = Self.mixed(rgb[index &+ 2], ink.blue, part)
    }

    /// `part` is in 1/256.
    @inline(__always)
    private static func mixed(_ old: UInt8, _ new: UInt8, _ part: Int32) -> UInt8 {
        UInt8(truncatingIfNeeded: Int32(old) &+ ((Int32(new) &- Int32(old)) &* part) / 256)
    }

    /// Sets a pixel; outside the picture nothing happens.
    @inline(__always)
    mutating func set(x: Int, y: Int, _ ink: Ink) {
        guard x >= 0, y >= 0, x < width, y < height else { return }
        let index = (y &* width &+ x) &* 3
        rgb[index] = ink.red
        rgb[index &+ 1] = ink.green
        rgb[index &+ 2] = ink.blue
    }

    /// Fills a box.
    mutating func fill(x: Int, y: Int, width: Int, height: Int, _ ink: Ink) {
        guard width > 0, height > 0 else { return }
        for row in y..<(y + height) {
            for column in x..<(x + width) { set(x: column, y: row, ink) }
        }
    }

    /// Draws a straight line, one pixel wide; with `gap` above 0 only every (gap + 1)-th pixel.
    mutating func line(from start: PixelPoint, to end: PixelPoint, gap: Int = 0, _ ink: Ink) {
        let dx = end.x - start.x
        let dy = end.y - start.y
        let steps = max(1, Int(max(dx.magnitude, dy.magnitude) + 0.5))
        for step in stride(from: 0, through: steps, by: gap + 1) {
            let share = Double(step) / Double(steps)
            set(
                x: Int((start.x + dx * share + 0.5).rounded(.down)),
                y: Int((start.y + dy * share + 0.5).rounded(.down)),
                ink
            )
        }
    }

    /// Writes a line of text with its top-left corner at (x, y), each block `scale` pixels wide and high.
    mutating func text(_ words: String, x: Int, y: Int, scale: Int, _ ink: Ink) {
        var left = x
        for character in words {
            for (row, bits) in BlockFont.rows(of: character).enumerated() where bits != 0 {
                for column in 0..<BlockFont.glyphWidth where bits & (16 >> UInt8(column)) != 0 {
                    fill(x: left + column * scale, y: y + row * scale, width: scale, height: scale, ink)
                }
            }
            left += BlockFont.advance * scale
        }
    }

    /// Writes a line of text that ends at column `right`.
    mutating func text(_ words: String, right: Int, y: Int, scale: Int, _ ink: Ink) {
        text(words, x: right - words.count * BlockFont.advance * scale, y: y, scale: scale, ink)
    }

    /// Whether no pixel carries colour.
    var isGrey: Bool {
        let pixels = rgb.span
        var index = 0
        while index < pixels.count {
            if pixels[index] != pixels[index &+ 1] || pixels[index] != pixels[index &+ 2] { return false }
            index &+= 3
        }
        return true
    }

    /// One sample a pixel: the green channel, which is the grey of grey pixels.
    var greyPlane: GreyPlane { plane(ofChannel: 1) }

    /// One channel: 0 red, 1 green, 2 blue.
    func plane(ofChannel channel: Int) -> GreyPlane {
        let pixels = rgb.span
        var samples = [UInt8](repeating: 0, count: width * height)
        for index in 0..<(width * height) { samples[index] = pixels[index &* 3 &+ channel] }
        return GreyPlane(width: width, height: height, pixels: samples)
    }
}
