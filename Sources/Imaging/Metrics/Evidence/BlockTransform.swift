/// Discrete cosine transform coefficients of the 8 × 8 blocks of one grid, rounded to whole numbers and counted.
///
/// Compression leaves multiples of the quantisation step there, a comb that a decoded picture keeps in any file
/// format until it is scaled (Fan and de Queiroz 2003, IEEE Transactions on Image Processing 12:230).
struct BlockTransform: Sendable {
    /// Coefficients that are counted, by frequency down and across: low ones, which stay nonzero in soft pictures.
    static let frequencies: [(down: Int, across: Int)] = [(0, 1), (1, 0), (1, 1), (0, 2), (2, 0)]
    /// Magnitudes that are told apart; larger ones count as none.
    static let magnitudes = 256

    /// Counts by magnitude for each of `frequencies`, up to the largest magnitude that was met.
    let counts: [[Float]]

    /// Cosines of an orthonormal transform of 8: constant, first, second.
    private static let waves: [SIMD8<Float>] = (0..<3).map { frequency in
        var wave = SIMD8<Float>()
        for x in 0..<8 {
            let angle = Double(2 * x + 1) * Double(frequency) * PortableMath.pi / 16
            wave[x] = Float(PortableMath.cos(angle) * (frequency == 0 ? 0.125.squareRoot() : 0.5))
        }
        return wave
    }

    /// Transforms every block of the grid that lies whole in a tile.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - tiles: Top-left pixels of 32 × 32 tiles inside the picture.
    ///   - grid: Column and row, 0–7, that blocks start at, modulo 8.
    init(luma: GreyPlane, tiles: [(x: Int, y: Int)], grid: (x: Int, y: Int)) {
        var counts = [Float](repeating: 0, count: Self.frequencies.count * Self.magnitudes)
        let waves = (Self.waves[0], Self.waves[1], Self.waves[2])
        let pixels = luma.pixels.span
        let last = PixelTiles.side - 8
        for tile in tiles {
            let offsetX = ((grid.x &- tile.x) % 8 + 8) % 8
            let offsetY = ((grid.y &- tile.y) % 8 + 8) % 8
            for y in stride(from: tile.y + offsetY, through: tile.y + last, by: 8) {
                for x in stride(from: tile.x + offsetX, through: tile.x + last, by: 8) {
                    let values = Self.transform(pixels, start: y &* luma.width &+ x, width: luma.width, waves)
                    for index in 0..<Self.frequencies.count {
                        let magnitude = Int(abs(values[index]).rounded())
                        if magnitude < Self.magnitudes { counts[index &* Self.magnitudes &+ magnitude] += 1 }
                    }
                }
            }
        }
        self.counts = Self.frequencies.indices.map { index in
            let own = counts[index * Self.magnitudes..<(index + 1) * Self.magnitudes]
            return Array(own.prefix((own.lastIndex { $0 != 0 } ?? own.startIndex) - own.startIndex + 1))
        }
    }

    /// The coefficients of one block, in the order of `frequencies`.
    private static func transform(
        _ pixels: Span<UInt8>,
        start: Int,
        width: Int,
        _ waves: (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>)
    ) -> SIMD8<Float> {
        var (constant, first, second) = (SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>())
        for line in 0..<8 {
            var row = SIMD8<Float>()
            for x in 0..<8 { row[x] = Float(pixels[start &+ line &* width &+ x]) }
            constant += row * SIMD8(repeating: waves.0[line])
            first += row * SIMD8(repeating: waves.1[line])
            second += row * SIMD8(repeating: waves.2[line])
        }
        return SIMD8(
            (constant * waves.1).sum(),
            (first * waves.0).sum(),
            (first * waves.1).sum(),
            (constant * waves.2).sum(),
            (second * waves.0).sum(),
            0,
            0,
            0
        )
    }

    /// How well coefficients fit multiples of the steps, −1…1: the mean of cos(2π value/step) over those that are not
    /// zero after quantisation; nil when fewer than 60 are.
    ///
    /// Noise that is even over a step makes it 0; rounding to grey levels takes off little (0.9 is left of a step of 4).
    ///
    /// - Parameter steps: A step, 3–255, for each of `frequencies`.
    func fit(steps: [Int]) -> Float? {
        var sum: Float = 0
        var total: Float = 0
        for index in 0..<min(counts.count, steps.count) {
            let step = min(max(steps[index], 0), Self.combs.count - 1)
            let (met, comb) = (counts[index], Self.combs[step])
            let (own, wave) = (met.span, comb.span)
            var magnitude = step / 2 + 1
            while magnitude < own.count {
                sum += own[magnitude] * wave[magnitude]
                total += own[magnitude]
                magnitude &+= 1
            }
        }
        return total < 60 ? nil : sum / total
    }

    /// cos(2π value/step) for each step and magnitude.
    private static let combs: [[Float]] = (0..<256).map { step in
        (0..<magnitudes).map { value in
            step == 0 ? 0 : Float(PortableMath.cos(2 * PortableMath.pi * Double(value % step) / Double(step)))
        }
    }
}
