internal import CRasterCodecs

/// Discrete cosine transform coefficients of the 8 × 8 blocks of one grid, rounded to whole numbers and counted.
///
/// Compression leaves multiples of the quantisation step there, a comb that a decoded picture keeps in any file
/// format until it is scaled (Fan and de Queiroz 2003, IEEE Transactions on Image Processing 12:230).
struct BlockTransform: Sendable {
    /// Coefficients that are counted, by frequency down and across: low ones, which stay nonzero in soft pictures.
    static let frequencies: [(down: Int, across: Int)] = [(0, 1), (1, 0), (1, 1), (0, 2), (2, 0)]
    /// Magnitudes that are told apart; larger ones count as none.
    static let magnitudes = 256

    /// Counts by magnitude, `magnitudes` for each of `frequencies`; about 64 tiles of at most 16 blocks fit in 16 bits.
    private let counts: [Int16]
    /// How many are of a magnitude or greater, one more than `magnitudes` for each of `frequencies`.
    private let tails: [Float]
    /// The first whole eight of magnitudes from which on there are none, for each of `frequencies`.
    private let ends: [Int]

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
        var counts = [Int16](repeating: 0, count: Self.frequencies.count * Self.magnitudes)
        Self.count(luma, tiles, grid, to: &counts)
        var tails = [Float](repeating: 0, count: Self.frequencies.count * (Self.magnitudes + 1))
        for index in 0..<Self.frequencies.count {
            let (own, first) = (index * Self.magnitudes, index * (Self.magnitudes + 1))
            for magnitude in (0..<Self.magnitudes).reversed() {
                tails[first + magnitude] = tails[first + magnitude + 1] + Float(counts[own + magnitude])
            }
        }
        self.counts = counts
        self.tails = tails
        ends = (0..<Self.frequencies.count).map { index in
            let first = index * (Self.magnitudes + 1)
            return stride(from: 0, to: Self.magnitudes, by: 8).first { tails[first + $0] == 0 } ?? Self.magnitudes
        }
    }

    private static func count(
        _ luma: GreyPlane,
        _ tiles: [(x: Int, y: Int)],
        _ grid: (x: Int, y: Int),
        to counts: inout [Int16]
    ) {
        let waves = (Self.waves[0], Self.waves[1], Self.waves[2])
        let pixels = luma.pixels.span.bytes
        var target = counts.mutableSpan
        let last = PixelTiles.side - 8
        for tile in tiles {
            let offsetX = ((grid.x &- tile.x) % 8 + 8) % 8
            let offsetY = ((grid.y &- tile.y) % 8 + 8) % 8
            for y in stride(from: tile.y + offsetY, through: tile.y + last, by: 8) {
                for x in stride(from: tile.x + offsetX, through: tile.x + last, by: 8) {
                    let values = transform(pixels, start: y &* luma.width &+ x, width: luma.width, waves)
                    add(values.0, at: 0, to: &target)
                    add(values.1, at: 1, to: &target)
                    add(values.2, at: 2, to: &target)
                    add(values.3, at: 3, to: &target)
                    add(values.4, at: 4, to: &target)
                }
            }
        }
    }

    /// Counts a coefficient of the frequency `index`; at most 8 · 255 in size, so the conversion is safe.
    @inline(__always)
    private static func add(_ value: Float, at index: Int, to counts: inout MutableSpan<Int16>) {
        let magnitude = Int(abs(value) + 0.5)
        if magnitude < magnitudes { counts[index &* magnitudes &+ magnitude] &+= 1 }
    }

    /// The coefficients of one block, in the order of `frequencies`.
    ///
    /// The waves are even or odd about the middle: lines as far from it on either side are added or taken off first.
    @inline(__always)
    private static func transform(
        _ pixels: RawSpan,
        start: Int,
        width: Int,
        _ waves: (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>)
    ) -> (Float, Float, Float, Float, Float) {
        var whole = SIMD8<Int16>.zero
        var (first, second) = (SIMD8<Float>.zero, SIMD8<Float>.zero)
        for line in 0..<4 {
            func row(_ line: Int) -> SIMD8<Int16> {
                let offset = start &+ line &* width
                return SIMD8<Int16>(
                    truncatingIfNeeded: pixels.unsafeLoadUnaligned(
                        fromByteOffset: offset,
                        as: SIMD8<UInt8>.self
                    )
                )
            }
            let (above, below) = (row(line), row(7 &- line))
            let sum = above &+ below
            whole &+= sum
            first += floats(above &- below) * SIMD8(repeating: waves.1[line])
            second += floats(sum) * SIMD8(repeating: waves.2[line])
        }
        let constant = floats(whole) * SIMD8(repeating: waves.0[0])
        return (
            (constant * waves.1).sum(), (first * waves.0).sum(), (first * waves.1).sum(),
            (constant * waves.2).sum(),
            (second * waves.0).sum()
        )
    }

    @inline(__always)
    private static func floats(_ words: SIMD8<Int16>) -> SIMD8<Float> {
        SIMD8<Float>(SIMD8<Int32>(truncatingIfNeeded: words))
    }

    /// How well coefficients fit multiples of steps, −1…1: the mean of cos(2π value/step) over those that are not zero
    /// after quantisation; nil when fewer than 60 are.
    ///
    /// Noise that is even over a step makes it 0; rounding to grey levels takes off little (0.9 is left of a step of 4).
    ///
    /// - Parameter steps: Several times a step, 1–255, for each of `frequencies`.
    /// - Returns: One fit for each of `steps`.
    func fits(steps: [[Int]]) -> [Float?] {
        var last = Self.noSteps
        return steps.map { steps in
            let (sum, total) = sums(of: steps, last: &last)
            return total < 60 ? nil : sum / total
        }
    }

    /// Whether a fit of at least `fit` to any of the steps is within three standard errors, for what every so many-th
    /// tile shows.
    ///
    /// - Parameters:
    ///   - steps: Several times a step, 1–255, for each of `frequencies`.
    ///   - fit: −1…1.
    ///   - tiles: How many tiles stand for one of those that were looked at.
    func mayFit(steps: [[Int]], atLeast fit: Float, tilesEach tiles: Float) -> Bool {
        var last = Self.noSteps
        return steps.contains { steps in
            // So few that all tiles together have hardly the 60 that a fit needs.
            guard total(of: steps) * tiles >= 30 else { return false }
            let (sum, total) = sums(of: steps, last: &last)
            // The cosine of an even angle has the variance 1/2.
            return sum / total >= fit - 3 * (0.5 / total).squareRoot()
        }
    }

    /// What each frequency's last step gave: neighbouring qualities have many steps in common.
    private typealias LastSteps = [(step: Int, sum: Float)]

    private static let noSteps = LastSteps(repeating: (-1, 0), count: frequencies.count)

    /// Sum of the cosines over all frequencies, and how many coefficients are not zero after quantisation by these steps.
    @inline(__always)
    private func sums(of steps: [Int], last: inout LastSteps) -> (sum: Float, total: Float) {
        var sum: Float = 0
        var total: Float = 0
        for index in 0..<min(last.count, steps.count) {
            let step = min(max(steps[index], 0), Self.magnitudes - 1)
            if step != last[index].step { last[index] = (step, comb(frequency: index, step: step)) }
            sum += last[index].sum
            total += tails[index * (Self.magnitudes + 1) + step / 2 + 1]
        }
        return (sum, total)
    }

    /// How many coefficients of all frequencies are not zero after quantisation by these steps.
    private func total(of steps: [Int]) -> Float {
        var total: Float = 0
        for index in 0..<min(Self.frequencies.count, steps.count) {
            total += tails[index * (Self.magnitudes + 1) + min(max(steps[index], 0), Self.magnitudes - 1) / 2 + 1]
        }
        return total
    }

    /// Sum of cos(2π value/step) over the coefficients of a frequency that are more than half a step.
    private func comb(frequency: Int, step: Int) -> Float {
        let own = counts.span.bytes
        let wave = Self.combs.span.bytes
        let first = 2 * frequency * Self.magnitudes
        let place = 2 * step * Self.magnitudes
        // Every load below lies within these.
        let last = 2 * Self.magnitudes
        precondition(first >= 0 && first + last <= own.byteCount && place >= 0 && place + last <= wave.byteCount)
        var sums = SIMD4<Int32>.zero
        // From the whole eight in which half a step lies, where the wave is 0 up to it, to the last that was met.
        var offset = (step / 2 + 1) / 8 * 16
        let end = min(last, 2 * ends[frequency])
        while offset < end {
            sums &+= sono_pair_products(
                own.unsafeLoadUnaligned(fromUncheckedByteOffset: first &+ offset, as: SIMD8<Int16>.self),
                wave.unsafeLoadUnaligned(fromUncheckedByteOffset: place &+ offset, as: SIMD8<Int16>.self)
            )
            offset &+= 16
        }
        return Float(sums.wrappedSum()) / Self.one
    }

    /// What stands for 1 among `combs`: half of what 16 bits hold, so that a pair's product and thousands of them fit in 32.
    private static let one: Float = 16_384

    /// cos(2π value/step) for each step and magnitude of more than half a step, else 0; `magnitudes` for each step, in
    /// parts of `one`: rounding moves a fit by less than 0.0001.
    private static let combs: [Int16] = {
        var combs = [Int16](repeating: 0, count: magnitudes * magnitudes)
        var half: [Int16] = []
        half.reserveCapacity(magnitudes)
        for step in 1..<magnitudes {
            // One half of a period is the mirror image of the other.
            half.removeAll(keepingCapacity: true)
            for phase in 0...step / 2 {
                let wave = PortableMath.cos(2 * PortableMath.pi * Double(phase) / Double(step))
                half.append(Int16((wave * Double(one)).rounded()))
            }
            var phase = step / 2 + 1
            for value in step / 2 + 1..<magnitudes {
                if phase >= step { phase -= step }
                combs[step * magnitudes + value] = half[min(phase, step - phase)]
                phase += 1
            }
        }
        return combs
    }()
}
