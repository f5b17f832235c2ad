import Imaging

/// A made screen whose scan area is known: texture inside a given shape, chrome around it.
///
/// The texture is what the finder has to cope with: granular, brighter and darker in places, never flat. All
/// from a small generator with a seed, so every run draws the same.
struct DrawnScreen {
    let width: Int
    let height: Int
    var pixels: [UInt8]
    private var colour: [Bool]
    private var state: UInt64

    init(width: Int, height: Int, background: UInt8 = 0, seed: UInt64 = 1) {
        self.width = width
        self.height = height
        pixels = [UInt8](repeating: background, count: width * height)
        colour = [Bool](repeating: false, count: width * height)
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    /// The screen as a decoder would hand it over.
    var image: UltrasoundImage {
        var bits = [UInt8](repeating: 0, count: (width * height + 7) / 8)
        var count = 0
        for index in colour.indices where colour[index] {
            bits[index >> 3] |= 1 << UInt8(index & 7)
            count += 1
        }
        return UltrasoundImage(
            luma: GreyPlane(width: width, height: height, pixels: pixels),
            chroma: count == 0 ? nil : ChromaMask(width: width, height: height, bits: bits, count: count),
            facts: ImageFacts(format: .png, width: width, height: height)
        )
    }

    mutating func random(_ range: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % range
    }

    /// Fills a shape with granular texture of a mean grey.
    mutating func fill(mean: Double = 90, _ inside: (Double, Double) -> Bool) {
        // Grains wider than high, as an ultrasound beam makes them.
        var noise = (0..<width * height).map { _ in Double(random(256)) - 127.5 }
        var smooth = noise
        for y in 0..<height {
            for x in 0..<width {
                var sum = 0.0
                for offset in -1...1 { sum += noise[y * width + min(width - 1, max(0, x + offset))] }
                smooth[y * width + x] = sum / 3
            }
        }
        noise = smooth
        for y in 0..<height {
            for x in 0..<width where inside(Double(x), Double(y)) {
                let place = (Double((x / 60 + y / 50) % 3) - 1) * 20
                pixels[y * width + x] = UInt8(max(12, min(250, mean + place + noise[y * width + x] * 0.7)))
            }
        }
    }

    /// A filled rectangle of one grey.
    mutating func block(x: Int, y: Int, width blockWidth: Int, height blockHeight: Int, grey: UInt8) {
        for row in clip(y, blockHeight, to: height) {
            for column in clip(x, blockWidth, to: width) { pixels[row * width + column] = grey }
        }
    }

    /// A rectangle of colour; `grey` is its luma.
    mutating func colourBlock(x: Int, y: Int, width blockWidth: Int, height blockHeight: Int, grey: UInt8) {
        block(x: x, y: y, width: blockWidth, height: blockHeight, grey: grey)
        for row in clip(y, blockHeight, to: height) {
            for column in clip(x, blockWidth, to: width) { colour[row * width + column] = true }
        }
    }

    private func clip(_ start: Int, _ length: Int, to side: Int) -> Range<Int> {
        let first = min(side, max(0, start))
        return first..<max(first, min(side, start + length))
    }

    /// A line of made letters, 12 pixels high: strokes of two pixels.
    mutating func text(x: Int, y: Int, letters: Int, grey: UInt8 = 230) {
        for letter in 0..<letters {
            let left = x + letter * 10
            block(x: left, y: y, width: 2, height: 12, grey: grey)
            if random(2) == 0 { block(x: left + 5, y: y, width: 2, height: 12, grey: grey) }
            block(x: left, y: y + 5 * random(2), width: 7, height: 2, grey: grey)
        }
    }

    /// Header bar with text, ruler, grey bar, logo and parameter list, as scanners put them around the picture.
    mutating func chrome(headerHeight: Int = 40) {
        for row in 0..<headerHeight { block(x: 0, y: row, width: width, height: 1, grey: UInt8(50 - row / 2)) }
        text(x: 20, y: 12, letters: 14)
        text(x: width - 180, y: 12, letters: 12)
        for step in 0..<160 { block(x: 14, y: 120 + step, width: 14, height: 1, grey: UInt8(250 - step * 3 / 2)) }
        for tick in 0..<12 {
            block(x: width - 20, y: 80 + tick * 45, width: tick % 5 == 0 ? 12 : 6, height: 2, grey: 200)
        }
        for line in 0..<5 { text(x: width - 130, y: 90 + line * 22, letters: 6, grey: 180) }
        text(x: 40, y: height - 20, letters: 20, grey: 160)
        colourBlock(x: 60, y: 60, width: 18, height: 18, grey: 120)
    }
}

/// How much two shapes agree: intersection over union on every second pixel.
func agreement(of corners: [PixelPoint], with inside: (Double, Double) -> Bool, width: Int, height: Int) -> Double {
    var both = 0
    var either = 0
    for y in stride(from: 0, to: height, by: 2) {
        for x in stride(from: 0, to: width, by: 2) {
            let found = polygon(corners, contains: (Double(x), Double(y)))
            let drawn = inside(Double(x), Double(y))
            if found, drawn { both += 1 }
            if found || drawn { either += 1 }
        }
    }
    return Double(both) / Double(max(1, either))
}

/// Even–odd rule.
func polygon(_ corners: [PixelPoint], contains point: (x: Double, y: Double)) -> Bool {
    var inside = false
    for index in corners.indices {
        let a = corners[index]
        let b = corners[(index + 1) % corners.count]
        if (a.y > point.y) != (b.y > point.y), point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x {
            inside.toggle()
        }
    }
    return inside
}
