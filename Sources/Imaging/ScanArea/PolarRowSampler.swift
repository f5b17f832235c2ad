/// Where the 256 scan lines are at one depth, in 1/65536 pixel, eight lines a vector, and how they go on to the next.
struct PolarPositions {
    /// Pixels from the picture's corner up to which positions fit into 32 bits.
    private static let farthest = 32_000
    /// Most pixels of a picture whose indices `SIMD8<Int32>.products` holds.
    private static let mostPixels = 1 << 23
    /// Vectors a row.
    static let groups = PolarView.lines / 8

    private(set) var x = [SIMD8<Int32>](repeating: .zero, count: groups)
    private(set) var y = [SIMD8<Int32>](repeating: .zero, count: groups)
    private var stepX = [SIMD8<Int32>](repeating: .zero, count: groups)
    private var stepY = [SIMD8<Int32>](repeating: .zero, count: groups)

    /// The positions at the first depth.
    ///
    /// Nil where a line leaves the range, the picture is too large or too small to sample, or the mask is of another
    /// picture.
    init?(geometry: ScanGeometry, luma: GreyPlane, mask: ScanAreaMask) {
        let size = ScanAreaMask.cellSize
        guard luma.width > 1, luma.height > 1, max(luma.width, luma.height) <= Self.farthest,
            luma.width * luma.height <= Self.mostPixels, mask.columns * mask.rows <= Self.mostPixels,
            mask.columns * size >= luma.width, mask.rows * size >= luma.height
        else { return nil }
        for line in 0..<PolarView.lines {
            let path = geometry.path(of: line)
            for end in [path.first, path.last] where !(max(abs(end.x), abs(end.y)) < Double(Self.farthest)) {
                return nil
            }
            let (group, lane) = (line / 8, line % 8)
            x[group][lane] = Int32(truncatingIfNeeded: path.start.x)
            y[group][lane] = Int32(truncatingIfNeeded: path.start.y)
            stepX[group][lane] = Int32(truncatingIfNeeded: path.step.x)
            stepY[group][lane] = Int32(truncatingIfNeeded: path.step.y)
        }
    }

    /// Goes to the next depth.
    mutating func advance() {
        Self.add(stepX, to: &x)
        Self.add(stepY, to: &y)
    }
}

extension PolarPositions {
    private static func add(_ steps: [SIMD8<Int32>], to positions: inout [SIMD8<Int32>]) {
        let steps = steps.span
        var target = positions.mutableSpan
        for group in 0..<steps.count { target[group] &+= steps[group] }
    }
}

/// Samples one row of the polar view in three steps, each over the whole row: where the pixels are, the pixels, the grey
/// between them.
///
/// The processor has no instruction that loads from eight places (SSE2), so only the middle step goes sample by sample.
struct PolarRowSampler {
    private typealias Lanes = SIMD8<Int32>

    /// Index of the upper left of the four pixels around each sample, and of its cell; 0 outside the picture.
    private var offsets = [Int32](repeating: 0, count: PolarView.lines)
    private var cells = [Int32](repeating: 0, count: PolarView.lines)
    /// Two neighbouring pixels, as they lie in memory.
    private var upper = [UInt16](repeating: 0, count: PolarView.lines)
    private var lower = [UInt16](repeating: 0, count: PolarView.lines)
    /// How far to the right and down a sample lies between its pixels, in 1/256 pixel.
    private var weightX = [UInt16](repeating: 0, count: PolarView.lines)
    private var weightY = [UInt16](repeating: 0, count: PolarView.lines)
    /// 1 where a sample is ultrasound.
    private var flags = [UInt8](repeating: 0, count: PolarView.lines)

    /// Reads the pixels around a row's positions.
    mutating func take(_ positions: PolarPositions, luma: GreyPlane, mask: ScanAreaMask) {
        Self.locate(positions, luma, mask, &offsets, &cells, &flags)
        Self.weigh(positions.x.span, &weightX)
        Self.weigh(positions.y.span, &weightY)
        Self.gather(luma, mask, offsets, cells, &upper, &lower, &flags)
    }

    private static func locate(
        _ positions: PolarPositions,
        _ luma: GreyPlane,
        _ mask: ScanAreaMask,
        _ offsets: inout [Int32],
        _ cells: inout [Int32],
        _ flags: inout [UInt8]
    ) {
        let limitX = Lanes(repeating: Int32(truncatingIfNeeded: (luma.width - 1) << 16))
        let limitY = Lanes(repeating: Int32(truncatingIfNeeded: (luma.height - 1) << 16))
        let width = SIMD8<Float>(repeating: Float(luma.width))
        let columns = SIMD8<Float>(repeating: Float(mask.columns))
        var offsetSpan = offsets.mutableSpan
        var cellSpan = cells.mutableSpan
        var flagSpan = flags.mutableSpan
        var offsetBytes = offsetSpan.mutableBytes
        var cellBytes = cellSpan.mutableBytes
        var flagBytes = flagSpan.mutableBytes
        let (xs, ys) = (positions.x.span, positions.y.span)
        // Every load below lies within these.
        precondition(min(xs.count, ys.count) == PolarPositions.groups)
        for group in 0..<PolarPositions.groups {
            let x = xs[unchecked: group]
            let y = ys[unchecked: group]
            // What is below 0 is so in its highest bit.
            let isInside = (x .< limitX).words & (y .< limitY).words & ~((x | y) &>> Lanes(repeating: 31))
            let column = (x &>> Lanes(repeating: 16)) & isInside
            let row = (y &>> Lanes(repeating: 16)) & isInside
            let offset = Lanes.products(row, width) &+ column
            let cell = Lanes.products(row &>> Lanes(repeating: 2), columns) &+ (column &>> Lanes(repeating: 2))
            let flag = SIMD8<UInt8>(truncatingIfNeeded: isInside & Lanes(repeating: 1))
            offsetBytes.storeBytes(of: offset, toByteOffset: 32 &* group, as: Lanes.self)
            cellBytes.storeBytes(of: cell, toByteOffset: 32 &* group, as: Lanes.self)
            flagBytes.storeBytes(of: flag, toByteOffset: 8 &* group, as: SIMD8<UInt8>.self)
        }
    }

    private static func weigh(_ positions: Span<SIMD8<Int32>>, _ weights: inout [UInt16]) {
        var span = weights.mutableSpan
        var bytes = span.mutableBytes
        for group in 0..<PolarPositions.groups {
            let share = (positions[group] &>> Lanes(repeating: 8)) & Lanes(repeating: 255)
            bytes.storeBytes(
                of: SIMD8<UInt16>(truncatingIfNeeded: share),
                toByteOffset: 16 &* group,
                as: SIMD8<UInt16>.self
            )
        }
    }

    /// Loads without a check of each: `locate` leaves only indices of pixels that have a neighbour on the right and below,
    /// and `PolarPositions` made sure that the mask covers the picture.
    private static func gather(
        _ luma: GreyPlane,
        _ mask: ScanAreaMask,
        _ offsets: [Int32],
        _ cells: [Int32],
        _ upper: inout [UInt16],
        _ lower: inout [UInt16],
        _ flags: inout [UInt8]
    ) {
        precondition(min(offsets.count, cells.count, upper.count, lower.count, flags.count) == PolarView.lines)
        precondition(luma.pixels.count >= 2 * luma.width && !mask.cells.isEmpty)
        let width = luma.width
        luma.pixels.withUnsafeBytes { pixels in
            mask.cells.withUnsafeBufferPointer { maskCells in
                offsets.withUnsafeBufferPointer { offsets in
                    cells.withUnsafeBufferPointer { cells in
                        upper.withUnsafeMutableBufferPointer { upper in
                            lower.withUnsafeMutableBufferPointer { lower in
                                flags.withUnsafeMutableBufferPointer { flags in
                                    for line in 0..<PolarView.lines {
                                        let offset = Int(offsets[line])
                                        upper[line] = pixels.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
                                        lower[line] =
                                            pixels.loadUnaligned(fromByteOffset: offset &+ width, as: UInt16.self)
                                        flags[line] &= maskCells[Int(cells[line])]
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Blends the pixels into the row of a depth; what is not ultrasound becomes 0.
    func write(to samples: inout [UInt8], _ valid: inout [UInt8], depth: Int) {
        let (upper, lower, flags) = (upper.span.bytes, lower.span.bytes, flags.span.bytes)
        let (weightX, weightY) = (weightX.span.bytes, weightY.span.bytes)
        var sampleSpan = samples.mutableSpan
        var validSpan = valid.mutableSpan
        var sampleBytes = sampleSpan.mutableBytes
        var validBytes = validSpan.mutableBytes
        // Every load below lies within these.
        precondition(min(upper.byteCount, lower.byteCount, weightX.byteCount, weightY.byteCount) == 2 * PolarView.lines)
        precondition(flags.byteCount == PolarView.lines)
        for group in 0..<PolarPositions.groups {
            let flag = flags.unsafeLoadUnaligned(fromUncheckedByteOffset: 8 &* group, as: SIMD8<UInt8>.self)
            let grey = Self.bilinear(
                upper: upper.unsafeLoadUnaligned(fromUncheckedByteOffset: 16 &* group, as: SIMD8<UInt16>.self),
                lower: lower.unsafeLoadUnaligned(fromUncheckedByteOffset: 16 &* group, as: SIMD8<UInt16>.self),
                weightX: weightX.unsafeLoadUnaligned(fromUncheckedByteOffset: 16 &* group, as: SIMD8<UInt16>.self),
                weightY: weightY.unsafeLoadUnaligned(fromUncheckedByteOffset: 16 &* group, as: SIMD8<UInt16>.self)
            )
            let target = depth &* PolarView.lines &+ 8 &* group
            sampleBytes.storeBytes(
                of: grey & (SIMD8<UInt8>.zero &- flag),
                toByteOffset: target,
                as: SIMD8<UInt8>.self
            )
            validBytes.storeBytes(of: flag, toByteOffset: target, as: SIMD8<UInt8>.self)
        }
    }

    @inline(__always)
    private static func bilinear(
        upper: SIMD8<UInt16>,
        lower: SIMD8<UInt16>,
        weightX: SIMD8<UInt16>,
        weightY: SIMD8<UInt16>
    ) -> SIMD8<UInt8> {
        typealias Words = SIMD8<UInt16>
        let all = Words(repeating: 256)
        let low = Words(repeating: 255)
        let eight = Words(repeating: 8)
        let upperWeight = all &- weightY
        // Downwards first: 255 · 256 fits in 16 bits. The low byte is the left one of two pixels (little-endian).
        let left = (upper & low) &* upperWeight &+ (lower & low) &* weightY
        let right = (upper &>> eight) &* upperWeight &+ (lower &>> eight) &* weightY
        let sum =
            SIMD8<UInt32>(truncatingIfNeeded: left) &* SIMD8<UInt32>(truncatingIfNeeded: all &- weightX)
            &+ SIMD8<UInt32>(truncatingIfNeeded: right) &* SIMD8<UInt32>(truncatingIfNeeded: weightX)
            &+ SIMD8<UInt32>(repeating: 32768)
        return SIMD8<UInt8>(truncatingIfNeeded: sum &>> SIMD8<UInt32>(repeating: 16))
    }
}
