/// Discrete cosine transform coefficients of the 8 × 8 blocks of one grid, rounded to whole numbers and counted.
///
/// Compression leaves multiples of the quantisation step there, a comb that a decoded picture keeps in any file
/// format until it is scaled (Fan and de Queiroz 2003, IEEE Transactions on Image Processing 12:230).
struct BlockTransform: Sendable {
    /// Coefficients that are counted, by frequency down and across: low ones, which stay nonzero in soft pictures.
    static let frequencies: [(down: Int, across: Int)] = [(0, 1), (1, 0), (1, 1), (0, 2), (2, 0)]
    /// Magnitudes that are told apart; larger ones count as none.
    static let magnitudes = 256

    /// `magnitudes` counts for each of `frequencies`.
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
        var counts = Self.frequencies.map { _ in [Float](repeating: 0, count: Self.magnitudes) }
        let pixels = luma.pixels.span
        let last = PixelTiles.side - 8
        for tile in tiles {
            let offsetX = ((grid.x &- tile.x) % 8 + 8) % 8
            let offsetY = ((grid.y &- tile.y) % 8 + 8) % 8
            for y in stride(from: tile.y + offsetY, through: tile.y + last, by: 8) {
                for x in stride(from: tile.x + offsetX, through: tile.x + last, by: 8) {
                    let values = Self.transform(pixels, start: y &* luma.width &+ x, width: luma.width)
                    for (index, value) in values.enumerated() {
                        let magnitude = Int(abs(value).rounded())
                        if magnitude < Self.magnitudes { counts[index][magnitude] += 1 }
                    }
                }
            }
        }
        self.counts = counts
    }

    private static func transform(_ pixels: Span<UInt8>, start: Int, width: Int) -> [Float] {
        var sums = [SIMD8<Float>](repeating: SIMD8(), count: 3)
        for line in 0..<8 {
            var row = SIMD8<Float>()
            for x in 0..<8 { row[x] = Float(pixels[start &+ line &* width &+ x]) }
            for down in 0..<3 { sums[down] += row * waves[down][line] }
        }
        return frequencies.map { (sums[$0.down] * waves[$0.across]).sum() }
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
        for (counts, step) in zip(counts, steps) {
            let comb = Self.combs[min(max(step, 0), Self.combs.count - 1)]
            for magnitude in (step / 2 + 1)..<Self.magnitudes {
                sum += counts[magnitude] * comb[magnitude]
                total += counts[magnitude]
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
