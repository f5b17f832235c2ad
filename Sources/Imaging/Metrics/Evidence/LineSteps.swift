/// Steps of brightness between the lines on the left and on the right of every second line, band by band.
///
/// At line j: lines j + 2…j + 5 against j − 6…j − 3, means over the cells that are known, over the band's divisor.
struct LineSteps {
    /// First line that has six lines on its left, and how many lines there are up to the one that has six on its right.
    private static let first = 6
    private static let count = PolarView.lines / 2 - 6
    /// Entries a band, a whole number of vectors.
    private static let stride = 128

    /// Lines that must have steps for one of them to stand out, and what is added to their median: steps of 3 % are none.
    private static let fewestLines = 20
    private static let leastSize: Float = 0.03

    private typealias Lanes = SIMD8<Float>

    /// `stride` entries a band; not a number where one side has no known cell.
    private var steps = [Float](repeating: 0, count: PolarStatistics.bands * stride)
    private var bands = 0
    /// Sums and numbers of known cells left of every second line, with room behind for whole vectors.
    private var sums = [Float](repeating: 0, count: stride + 16)
    private var numbers = [Float](repeating: 0, count: stride + 16)

    /// Adds a band, one of at most 32: means and valid samples of its 256 cells.
    mutating func add(means: Span<Float>, counts: Span<UInt8>, black: Float, divisor: Float) {
        guard bands < PolarStatistics.bands else { return }
        Self.gather(means, counts, black: black, &sums, &numbers)
        Self.write(sums, numbers, divisor: divisor, to: &steps, band: bands)
        bands += 1
    }

    /// Running sums over the known cells of a band.
    private static func gather(
        _ means: Span<Float>,
        _ counts: Span<UInt8>,
        black: Float,
        _ sums: inout [Float],
        _ numbers: inout [Float]
    ) {
        var sum: Float = 0
        var number: Float = 0
        var sumSpan = sums.mutableSpan
        var numberSpan = numbers.mutableSpan
        for line in 0..<PolarView.lines {
            if line & 1 == 0 {
                sumSpan[line / 2] = sum
                numberSpan[line / 2] = number
            }
            let isKnown = counts[line] >= PolarStatistics.fewestOfCell
            sum += isKnown ? means[line] - black : 0
            number += isKnown ? 1 : 0
        }
        sumSpan[PolarView.lines / 2] = sum
        numberSpan[PolarView.lines / 2] = number
    }

    /// Steps of a band from the running sums.
    private static func write(
        _ sums: [Float],
        _ numbers: [Float],
        divisor: Float,
        to steps: inout [Float],
        band: Int
    ) {
        let (sums, numbers) = (sums.span.bytes, numbers.span.bytes)
        let scale = Lanes(repeating: divisor)
        var span = steps.mutableSpan
        var target = span.mutableBytes
        for group in 0..<Self.stride / 8 {
            // Sums up to lines j − 6, j − 2, j + 2 and j + 6 are two entries apart.
            func load(_ bytes: RawSpan, _ entry: Int) -> Lanes {
                bytes.unsafeLoadUnaligned(fromByteOffset: 4 &* (8 &* group &+ entry), as: Lanes.self)
            }
            let left = load(numbers, 2) - load(numbers, 0)
            let right = load(numbers, 6) - load(numbers, 4)
            let step =
                ((load(sums, 6) - load(sums, 4)) / right - (load(sums, 2) - load(sums, 0)) / left) / scale
            // All bits set are no number.
            let bits =
                unsafeBitCast(step, to: SIMD8<Int32>.self) | (left .<= Lanes.zero).words | (right .<= Lanes.zero).words
            target.storeBytes(of: bits, toByteOffset: 4 &* (band &* Self.stride &+ 8 &* group), as: SIMD8<Int32>.self)
        }
    }

    /// The steepest step that all but a share of the bands reach in the same direction, and its line; 0 without one.
    ///
    /// - Parameters:
    ///   - fromBand: The first band that counts, in the order in which they were added.
    ///   - share: Share (0–1) of the bands that need not reach it.
    ///   - fewest: Bands with a step that a line needs.
    func steepest(fromBand: Int = 0, share: Double, fewest: Int) -> (step: Float, line: Int) {
        var best = (step: Float(0), line: 0)
        guard fewest > 0, fromBand + fewest <= bands else { return best }
        // Bands that must lie beyond a step for all but a share to reach it, by how many bands have one.
        var enough: [(up: Int32, down: Int32)] = [(1, 1)]
        for number in 1...bands {
            let low = min(number - 1, Int(share * Double(number)))
            let high = min(number - 1, Int((1 - share) * Double(number)))
            enough.append((Int32(number - low), Int32(high + 1)))
        }
        var column: [Float] = []
        for group in 0..<Self.stride / 8 {
            let (up, down, known) = counts(group: group, fromBand: fromBand, beyond: best.step)
            for lane in 0..<8 where 8 * group + lane < Self.count {
                let number = Int(known[lane])
                // Most lines have no step that is steeper than the best so far.
                guard number >= fewest, up[lane] >= enough[number].up || down[lane] >= enough[number].down else {
                    continue
                }
                column.removeAll(keepingCapacity: true)
                for band in fromBand..<bands {
                    let step = steps[band * Self.stride + 8 * group + lane]
                    if !step.isNaN { column.append(step) }
                }
                guard let rising = quantile(column, share), let falling = quantile(column, 1 - share) else { continue }
                let step = max(rising, -falling)
                if step > best.step { best = (step, Self.first + 2 * (8 * group + lane)) }
            }
        }
        return best
    }

    /// Where the picture is parted most: by how much the mean size of the steps beside a line (each counts 1 at most) exceeds what
    /// it is at the median line, and that line; nil where fewer than 20 lines have `fewest` bands with a step.
    ///
    /// Which way a step goes does not count: noise and reverberation are brighter than tissue at one depth and darker at
    /// another, but differ from it at most of them.
    func parting(fewest: Int) -> (ratio: Float, line: Int)? {
        var sizes: [Float] = []
        sizes.reserveCapacity(Self.count)
        var widest = (size: Float(-1), line: 0)
        let bytes = steps.span.bytes
        for group in 0..<Self.stride / 8 {
            var (sums, known) = (Lanes.zero, SIMD8<Int32>.zero)
            for band in 0..<bands {
                let offset = 4 &* (band &* Self.stride &+ 8 &* group)
                let step = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Lanes.self)
                let isKnown = step .== step
                let size = step.replacing(with: Lanes.zero - step, where: step .< Lanes.zero)
                let held = size.replacing(with: Lanes(repeating: 1), where: size .> Lanes(repeating: 1))
                sums += held.replacing(with: Lanes.zero, where: .!isKnown)
                known &-= isKnown.words
            }
            for lane in 0..<8 where 8 * group + lane < Self.count && known[lane] >= Int32(fewest) {
                let size = sums[lane] / Float(known[lane])
                sizes.append(size)
                if size > widest.size { widest = (size, Self.first + 2 * (8 * group + lane)) }
            }
        }
        guard sizes.count >= Self.fewestLines, let usual = median(sizes) else { return nil }
        return (widest.size / (usual + Self.leastSize), widest.line)
    }

    /// For eight lines: bands whose step is above `limit`, bands whose step is below −`limit`, bands that have one.
    private func counts(
        group: Int,
        fromBand: Int,
        beyond limit: Float
    ) -> (up: SIMD8<Int32>, down: SIMD8<Int32>, known: SIMD8<Int32>) {
        let bytes = steps.span.bytes
        let (above, below) = (Lanes(repeating: limit), Lanes(repeating: -limit))
        var (up, down, known) = (SIMD8<Int32>.zero, SIMD8<Int32>.zero, SIMD8<Int32>.zero)
        for band in fromBand..<bands {
            let offset = 4 &* (band &* Self.stride &+ 8 &* group)
            let step = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Lanes.self)
            up &-= (step .> above).words
            down &-= (step .< below).words
            known &-= (step .== step).words
        }
        return (up, down, known)
    }
}
