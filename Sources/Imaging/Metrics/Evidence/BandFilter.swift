/// A raised cosine of one width, fitted to columns of blocks.
struct BandFilter: Sendable {
    /// Contrasts of all columns at all depths.
    struct Contrasts {
        /// One vector of 16 depths for each column and half of the depth: index `column * 2 + half`.
        fileprivate let lanes: [SIMD16<Float>]
        /// Median over the columns by depth (0–31); NaN where fewer than 10 columns are known.
        let medians: [Float]

        /// Contrast of a column at a depth; NaN where a block of the window is not known.
        subscript(column: Int, depth: Int) -> Float {
            precondition((0..<DepthGrid.side).contains(depth), "a depth of the grid")
            // From memory: a lane by number is one of a copy of the vector.
            return lanes.span.bytes.unsafeLoadUnaligned(fromByteOffset: 4 * (column * 32 + depth), as: Float.self)
        }

        /// Depths from 20 to 80 % at which the median is at least 4 grey and no neighbour of the same sign is beyond it.
        var peaks: [Int] {
            (6..<26).filter { depth in
                let here = medians[depth]
                guard abs(here) >= 4 else { return false }
                return [medians[depth - 1], medians[depth + 1]].allSatisfy { !($0 * here > here * here) }
            }
        }
    }

    /// Share of the depth on which the cosine is above half of its height.
    let width: Double
    /// Weights of the blocks of the window, from its top.
    private let taps: [Float]
    /// Offsets of the blocks of the window that the cosine leaves alone.
    private let around: [Int]

    /// Widths of a slider: 6, 10 and 15 % of the depth.
    static let all = [BandFilter(width: 0.06), BandFilter(width: 0.1), BandFilter(width: 0.15)]

    /// A window half as wide again as the cosine; at most 8 blocks to each side.
    private init(width: Double) {
        self.width = width
        let scale = width * Double(DepthGrid.side)
        let reach = min(DepthGrid.margin, Int((1.5 * scale).rounded(.up)))
        let offsets = Array(-reach...reach)
        let cosine = offsets.map { offset in
            abs(Double(offset)) < scale ? 0.5 + 0.5 * PortableMath.cos(.pi * Double(offset) / scale) : 0
        }
        // Least squares with a constant; by symmetry a slope changes nothing.
        let mean = cosine.reduce(0, +) / Double(cosine.count)
        let energy = cosine.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        taps = cosine.map { Float(($0 - mean) / energy) }
        around = offsets.filter { abs(Double($0)) >= scale }
    }

    /// The contrast at one place of a grid's values.
    func contrast(_ values: [Float], at place: Int) -> Float {
        let first = place - taps.count / 2
        let window = values.span.extracting(first..<first + taps.count)
        let taps = taps.span
        var sum: Float = 0
        // In range: the window has a value for each tap.
        for index in 0..<taps.count { sum += taps[unchecked: index] * window[unchecked: index] }
        return sum
    }

    /// Mean of the values of the window that the cosine leaves alone.
    func surroundings(_ values: [Float], at place: Int) -> Float {
        var sum: Float = 0
        for offset in around { sum += values[place + offset] }
        return sum / Float(max(1, around.count))
    }

    /// The contrasts of every column at every depth.
    func contrasts(_ values: [Float]) -> Contrasts {
        var lanes = [SIMD16<Float>](repeating: .zero, count: 2 * DepthGrid.side)
        let bytes = values.span.bytes
        for column in 0..<DepthGrid.side {
            for half in 0..<2 {
                let first = column * DepthGrid.stride + DepthGrid.margin + half * 16 - taps.count / 2
                var sum = SIMD16<Float>.zero
                for (index, tap) in taps.enumerated() {
                    let row = bytes.unsafeLoadUnaligned(fromByteOffset: 4 * (first + index), as: SIMD16<Float>.self)
                    sum += row * SIMD16<Float>(repeating: tap)
                }
                lanes[column * 2 + half] = sum
            }
        }
        var medians: [Float] = []
        for half in 0..<2 {
            var columns = (0..<DepthGrid.side).map { lanes[$0 * 2 + half] }
            let present = columns.map(Self.known)
            let (middle, counts) = LaneMedians.of(&columns, present: present)
            for lane in 0..<16 { medians.append(counts[lane] >= 10 ? middle[lane] : .nan) }
        }
        return Contrasts(lanes: lanes, medians: medians)
    }

    /// 1 in the lanes that are finite, else 0.
    @inline(__always)
    private static func known(_ lanes: SIMD16<Float>) -> SIMD16<UInt8> {
        // 0 times what is not finite is no number.
        let nothing = lanes * SIMD16<Float>.zero
        func half(_ lanes: SIMD8<Float>) -> SIMD8<UInt8> {
            SIMD8<UInt8>(truncatingIfNeeded: (lanes .== lanes).words & SIMD8<Int32>(repeating: 1))
        }
        return SIMD16<UInt8>(lowHalf: half(nothing.lowHalf), highHalf: half(nothing.highHalf))
    }
}
