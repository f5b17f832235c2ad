internal import CRasterCodecs

/// The colour of what is dark: none in an export, that of the light in the room in a photograph of a screen.
///
/// A scanner's black is drawn, and so are the greys and colours of its panels: each is one exact tone. A camera's white balance
/// fits the screen or the room and not both, and what little light falls on the case, the wall and the black of the screen
/// comes out warm or cold, here more and there less. Scanners' tints colour what is bright and leave black neutral.
package struct BlackTone: Sendable, Equatable {
    /// Share of the picture's cells (16 × 16 pixels) that are dark and even, 0–1.
    package let share: Double
    /// Median distance of their Cb or Cr, whichever lies farther off, from neutral; 0–128.
    package let strength: Double
    /// Width of the range that holds the middle four fifths of their Cb, or of their Cr where it is wider; 0–255.
    package let spread: Double
    /// Largest share of them that have one exact tone, 0–1.
    package let drawnShare: Double
    /// Share of all cells whose Cb or Cr lies at least `strong` off neutral, 0–1.
    package let strongShare: Double

    /// Mean grey and standard deviation about a cell's middle up to which it is dark and even: a camera's noise.
    private static let darkest = 40.0
    /// Grey of the middle from which such a cell need not be looked at: three deviations above the darkest.
    private static let brightMiddle: UInt8 = 61
    private static let even = 7.0
    /// Fewest dark cells, and the share of all cells that must have a colour for them to be looked at.
    private static let fewest = 16
    private static let leastColoured = 0.05
    /// Distance from neutral of a tone that is no longer black: captures from an analog output come to 3, a clip of a tinted
    /// picture to 4.
    private static let coloured = 5
    /// Distance from neutral of colours of things and not of light.
    private static let strong = 25
    /// Share of one exact tone from which the dark is drawn and not seen.
    private static let mostDrawn = 0.5
    /// Spread from which more than one light colours the dark.
    private static let twoLights = 6.0

    /// How often each Cb and Cr occurs among dark cells.
    private struct Counts {
        var blue = [Int](repeating: 0, count: 256)
        var red = [Int](repeating: 0, count: 256)
        var distance = [Int](repeating: 0, count: 129)
        var pairs: [UInt16: Int] = [:]
        var all = 0
    }

    /// Looks at the cells of a decoded picture; nil where hardly any has a colour or too few are dark.
    ///
    /// - Parameters:
    ///   - luma: The picture as stored, row by row.
    ///   - tones: Cb and Cr of each cell that lies wholly in it, as the codecs give them.
    package init?(luma: [UInt8], width: Int, height: Int, tones: [UInt8]) {
        let side = SONO_TONE_CELL
        let (across, down) = (width / side, height / side)
        precondition(luma.count == width * height, "a plane holds width × height samples")
        precondition(tones.count == 2 * across * down, "a cell has two tones")
        let cells = Double(across * down)
        // Most pictures end here.
        guard Double(Self.colouredCells(tones.span)) >= max(1, Self.leastColoured * cells) else { return nil }
        let distances = (0..<across * down).map { Self.distance(tones[2 * $0], tones[2 * $0 + 1]) }
        var counts = Counts()
        for row in 0..<down {
            for column in 0..<across where Self.isDark(luma, width: width, x: column * side, y: row * side) {
                let cell = row * across + column
                counts.blue[Int(tones[2 * cell])] += 1
                counts.red[Int(tones[2 * cell + 1])] += 1
                counts.distance[distances[cell]] += 1
                counts.pairs[UInt16(tones[2 * cell]) << 8 | UInt16(tones[2 * cell + 1]), default: 0] += 1
                counts.all += 1
            }
        }
        guard counts.all >= Self.fewest else { return nil }
        share = Double(counts.all) / cells
        strength = Double(Self.value(0.5, of: counts.distance))
        spread = Double(
            max(
                Self.value(0.9, of: counts.blue) - Self.value(0.1, of: counts.blue),
                Self.value(0.9, of: counts.red) - Self.value(0.1, of: counts.red)
            )
        )
        drawnShare = Double(counts.pairs.values.max() ?? 0) / Double(counts.all)
        strongShare = Double(distances.count { $0 >= Self.strong }) / cells
    }

    /// Whether the dark has a colour that was not drawn.
    package var looksPhotographed: Bool { strength >= Double(Self.coloured) && drawnShare < Self.mostDrawn }

    /// Whether more than one light colours it: the screen's and the room's.
    package var hasTwoLights: Bool { looksPhotographed && spread >= Self.twoLights }

    /// How many cells have a tone that is no longer black.
    private static func colouredCells(_ tones: Span<UInt8>) -> Int {
        let least = UInt8(truncatingIfNeeded: 129 - coloured)
        let neutral = UInt8(truncatingIfNeeded: 2 * coloured - 2)
        var count = 0
        for cell in 0..<tones.count / 2 {
            let isNeutral = tones[2 &* cell] &- least <= neutral && tones[2 &* cell &+ 1] &- least <= neutral
            count &+= isNeutral ? 0 : 1
        }
        return count
    }

    /// How far a tone lies from neutral.
    private static func distance(_ blue: UInt8, _ red: UInt8) -> Int {
        max(abs(Int(blue) - 128), abs(Int(red) - 128))
    }

    /// The least value that a share of all counted values does not exceed.
    private static func value(_ share: Double, of counts: [Int]) -> Int {
        let rank = share * Double(counts.reduce(0, +))
        var below = 0
        for (value, count) in counts.enumerated() {
            below += count
            if Double(below) >= rank { return value }
        }
        return counts.count - 1
    }

    /// Whether the 8 × 8 pixels about the middle of the cell at (x, y) are dark and alike.
    private static func isDark(_ luma: [UInt8], width: Int, x: Int, y: Int) -> Bool {
        if luma[(y + 8) * width + x + 8] >= brightMiddle { return false }
        var (sum, squares) = (0, 0)
        for row in y + 4..<y + 12 {
            for index in row * width + x + 4..<row * width + x + 12 {
                let grey = Int(luma[index])
                sum += grey
                squares += grey * grey
            }
        }
        let mean = Double(sum) / 64
        return mean < darkest && Double(squares) / 64 - mean * mean <= even * even
    }
}
