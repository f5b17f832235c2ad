import Foundation

extension InjectedFault {
    /// The screen photographed with a phone instead of the picture exported.
    package static let screenPhoto = InjectedFault(
        id: "screen_photo",
        name: "photo of a screen",
        rejectStrength: "tilt, moiré of 12 %, cast, room light",
        codes: ["SCREEN_PHOTO", "MOIRE"],
        shapes: [
            photo("from-left", PhotographedScreen(tiltAcross: 0.18, tiltDown: 0.04, turn: 0.01, pitch: 1.06, glare: 0)),
            photo(
                "from-above-glare",
                PhotographedScreen(tiltAcross: -0.03, tiltDown: 0.2, turn: -0.015, pitch: 0.93, glare: 60)
            ),
            photo("turned", PhotographedScreen(tiltAcross: -0.12, tiltDown: -0.08, turn: 0.05, pitch: 1.93, glare: 25)),
        ]
    )

    private static func photo(_ id: String, _ photo: PhotographedScreen) -> Shape {
        Shape(id) { site, strength, seed in photo.taken(of: site.image, strength: Float(strength), seed: seed) }
    }
}

/// A phone in front of a screen in a room with some light.
private struct PhotographedScreen {
    /// How much the magnification changes from one side to the other, as a share.
    let tiltAcross: Float
    /// The same from top to bottom.
    let tiltDown: Float
    /// Turning of the phone in radians.
    let turn: Float
    /// Pixels of the screen to a pixel of the camera; near a whole number the two grids beat.
    let pitch: Float
    /// Grey levels of a lamp's reflection in the upper right of the screen.
    let glare: Float

    /// What the phone records, in a frame of the picture's size.
    func taken(of image: UltrasoundImage, strength: Float, seed: UInt64) -> UltrasoundImage {
        let luma = image.luma
        let (width, height) = (luma.width, luma.height)
        var source = SplitMix64(seed: seed, stream: 0x5048_4F54)
        var plane = luma
        var bits = [UInt8](repeating: 0, count: (width * height + 7) / 8)
        var count = 0
        let (sine, cosine) = (sin(turn * strength), cos(turn * strength))
        let side = Float(max(width, height))
        // The frame is a little wider than the screen, so that its tilted corners stay in.
        let wider = 1 + 0.1 * min(1, strength)
        for y in 0..<height {
            for x in 0..<width {
                let across = (Float(x) - Float(width - 1) / 2) / side
                let down = (Float(y) - Float(height - 1) / 2) / side
                let far = max(0.2, 1 + strength * (tiltAcross * across + tiltDown * down))
                let column = (cosine * across + sine * down) * wider / far * side + Float(width - 1) / 2
                let row = (cosine * down - sine * across) * wider / far * side + Float(height - 1) / 2
                let index = y * width + x
                let light = lit(
                    luma,
                    image.chroma,
                    column: column,
                    row: row,
                    strength: strength,
                    noise: source.normal()
                )
                let sum = 77 * light.red + 150 * light.green + 29 * light.blue
                plane.pixels[index] = UInt8(truncatingIfNeeded: min(255, Int(sum) >> 8))
                let spread = max(light.red, light.green, light.blue) - min(light.red, light.green, light.blue)
                if spread > 30 || light.wasColoured {
                    bits[index >> 3] |= 1 << UInt8(index & 7)
                    count += 1
                }
            }
        }
        let mask = count == 0 ? nil : ChromaMask(width: width, height: height, bits: bits, count: count)
        return UltrasoundImage(luma: plane, chroma: mask, facts: image.facts)
    }

    /// Light from one place of the screen, as the camera stores it; the case around the screen is dark grey.
    private func lit(
        _ luma: GreyPlane,
        _ chroma: ChromaMask?,
        column: Float,
        row: Float,
        strength: Float,
        noise: Float
    ) -> (red: Float, green: Float, blue: Float, wasColoured: Bool) {
        let room = 10 * strength
        let isScreen = column >= 0 && row >= 0 && column <= Float(luma.width - 1) && row <= Float(luma.height - 1)
        let value = isScreen ? Self.grey(luma, column, row) : 24
        // Columns of sub-pixels a third of a screen pixel apart, and rows; the camera's grid beats with them.
        let beat = isScreen ? min(0.6, 0.12 * strength) : 0
        let rows = 1 + beat * cos(2 * .pi * row * pitch)
        func stripe(_ part: Float) -> Float { 1 + beat * cos(2 * .pi * (column * pitch + part / 3)) }
        let fromLamp = hypot(column / Float(luma.width) - 0.7, row / Float(luma.height) - 0.3)
        let shine = isScreen ? glare * strength * max(0, 1 - fromLamp / 0.35) : 0
        let added = room + shine + 2 * strength * noise
        func stored(_ light: Float) -> Float { max(0, min(255, light.rounded())) }
        let red = stored(value * rows * stripe(0) * max(0.3, 1 - 0.08 * strength) + 0.8 * added)
        let green = stored(value * rows * stripe(1) + added)
        let blue = stored(value * rows * stripe(2) * (1 + 0.06 * strength) + 1.4 * added)
        let wasColoured = isScreen && chroma?.contains(x: Int(column), y: Int(row)) == true
        return (red, green, blue, wasColoured)
    }

    private static func grey(_ luma: GreyPlane, _ column: Float, _ row: Float) -> Float {
        let (x, y) = (Int(column), Int(row))
        let (fx, fy) = (column - Float(x), row - Float(y))
        let (right, below) = (min(luma.width - 1, x + 1), min(luma.height - 1, y + 1))
        func sample(_ x: Int, _ y: Int) -> Float { Float(luma.pixels[y * luma.width + x]) }
        let upper = sample(x, y) * (1 - fx) + sample(right, y) * fx
        let lower = sample(x, below) * (1 - fx) + sample(right, below) * fx
        return upper * (1 - fy) + lower * fy
    }
}
