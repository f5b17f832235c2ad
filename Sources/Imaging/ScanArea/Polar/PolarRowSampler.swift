internal import CRasterCodecs

/// Samples one row of the polar view in three steps, each over the whole row: where the pixels are, which of them are
/// ultrasound, the grey between them.
///
/// The processor has no instruction that loads from eight places (SSE2), so the pixels come one by one; all else is done for
/// four to sixteen samples at once.
struct PolarRowSampler {
    /// Index of the upper left of the four pixels around each sample, and of its cell; 0 outside the picture.
    private var offsets = [Int32](repeating: 0, count: PolarView.lines)
    private var cells = [Int32](repeating: 0, count: PolarView.lines)
    /// 1 where a sample is ultrasound.
    private var flags = [UInt8](repeating: 0, count: PolarView.lines)

    /// Samples the row at the positions and writes all of it as that of a depth; what is not ultrasound becomes 0.
    mutating func sample(
        _ positions: PolarPositions,
        luma: GreyPlane,
        mask: ScanAreaMask,
        to samples: UnsafeMutableBufferPointer<UInt8>,
        _ valid: UnsafeMutableBufferPointer<UInt8>,
        depth: Int
    ) {
        Self.locate(positions, luma, mask, &offsets, &cells, &flags)
        Self.pick(mask, cells, &flags)
        let row = depth * PolarView.lines..<(depth + 1) * PolarView.lines
        let (rowSamples, rowValid) = (
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(samples)[row]),
            UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(valid)[row])
        )
        Self.blend(luma, positions, offsets, flags, to: rowSamples, rowValid)
    }

    private static func locate(
        _ positions: PolarPositions,
        _ luma: GreyPlane,
        _ mask: ScanAreaMask,
        _ offsets: inout [Int32],
        _ cells: inout [Int32],
        _ flags: inout [UInt8]
    ) {
        let search = PixelSearch(luma, mask)
        var offsetSpan = offsets.mutableSpan
        var cellSpan = cells.mutableSpan
        var flagSpan = flags.mutableSpan
        var offsetBytes = offsetSpan.mutableBytes
        var cellBytes = cellSpan.mutableBytes
        var flagBytes = flagSpan.mutableBytes
        let (xs, ys) = (positions.x.span, positions.y.span)
        // Every load and store below lies within these.
        precondition(min(xs.count, ys.count) == PolarPositions.groups)
        precondition(min(offsetBytes.byteCount, cellBytes.byteCount) == 4 * PolarView.lines)
        precondition(flagBytes.byteCount == PolarView.lines)
        for group in 0..<PolarPositions.groups {
            let (x, y) = (xs[unchecked: group], ys[unchecked: group])
            let (first, second) = (search.place(x.lowHalf, y.lowHalf), search.place(x.highHalf, y.highHalf))
            let flag = sono_clamped_words(first.isInside, second.isInside) & SIMD8<Int16>(repeating: 1)
            let flags = unsafeBitCast(sono_clamped_bytes(flag, flag), to: SIMD2<UInt64>.self)
            offsetBytes.storeBytes(of: first.offset, toUncheckedByteOffset: 32 &* group, as: SIMD4<Int32>.self)
            offsetBytes.storeBytes(of: second.offset, toUncheckedByteOffset: 32 &* group &+ 16, as: SIMD4<Int32>.self)
            cellBytes.storeBytes(of: first.cell, toUncheckedByteOffset: 32 &* group, as: SIMD4<Int32>.self)
            cellBytes.storeBytes(of: second.cell, toUncheckedByteOffset: 32 &* group &+ 16, as: SIMD4<Int32>.self)
            flagBytes.storeBytes(of: flags[0], toUncheckedByteOffset: 8 &* group, as: UInt64.self)
        }
    }

    /// Clears the flags of samples whose cell is no ultrasound.
    ///
    /// Loads without a check of each: `PolarPositions` made sure that the mask covers the picture.
    private static func pick(_ mask: ScanAreaMask, _ cells: [Int32], _ flags: inout [UInt8]) {
        precondition(min(cells.count, flags.count) == PolarView.lines && !mask.cells.isEmpty)
        let (maskCells, cells) = (mask.cells.span, cells.span)
        var target = flags.mutableSpan
        for line in 0..<PolarView.lines {
            target[unchecked: line] &= maskCells[unchecked: Int(cells[unchecked: line])]
        }
    }

    /// Blends the pixels around each sample, sixteen samples at a time.
    ///
    /// Loads without a check of each: `locate` leaves only indices of pixels that have a neighbour on the right and below.
    private static func blend(
        _ luma: GreyPlane,
        _ positions: PolarPositions,
        _ offsets: [Int32],
        _ flags: [UInt8],
        to samples: UnsafeMutableRawBufferPointer,
        _ valid: UnsafeMutableRawBufferPointer
    ) {
        let (xs, ys) = (positions.x.span, positions.y.span)
        precondition(min(offsets.count, flags.count, samples.count, valid.count) == PolarView.lines)
        precondition(min(xs.count, ys.count) == PolarPositions.groups && luma.pixels.count >= 2 * luma.width)
        let width = luma.width
        let (pixels, offsets, flags) = (luma.pixels.span.bytes, offsets.span, flags.span.bytes)
        let sampleBytes = samples.baseAddress.unsafelyUnwrapped
        let validBytes = valid.baseAddress.unsafelyUnwrapped
        @inline(__always)
        func grey(_ group: Int) -> SIMD8<Int16> {
            @inline(__always)
            func two(_ lane: Int, _ row: Int) -> UInt16 {
                pixels.unsafeLoadUnaligned(
                    fromUncheckedByteOffset: Int(offsets[unchecked: 8 &* group &+ lane]) &+ row,
                    as: UInt16.self
                )
            }
            @inline(__always)
            func eight(_ row: Int) -> SIMD8<UInt16> {
                SIMD8(
                    two(0, row),
                    two(1, row),
                    two(2, row),
                    two(3, row),
                    two(4, row),
                    two(5, row),
                    two(6, row),
                    two(7, row)
                )
            }
            return bilinear(
                upper: eight(0),
                lower: eight(width),
                weightX: weights(xs[unchecked: group]),
                weightY: weights(ys[unchecked: group])
            )
        }
        for group in stride(from: 0, to: PolarPositions.groups, by: 2) {
            let flag = flags.unsafeLoadUnaligned(fromUncheckedByteOffset: 8 &* group, as: SIMD16<UInt8>.self)
            let greys = sono_clamped_bytes(grey(group), grey(group &+ 1))
            sampleBytes.storeBytes(
                of: greys & (SIMD16<UInt8>.zero &- flag),
                toByteOffset: 8 &* group,
                as: SIMD16<UInt8>.self
            )
            validBytes.storeBytes(of: flag, toByteOffset: 8 &* group, as: SIMD16<UInt8>.self)
        }
    }

    /// How far beyond their pixels positions lie, in 1/256 pixel.
    @inline(__always)
    private static func weights(_ positions: SIMD8<Int32>) -> SIMD8<UInt16> {
        let shares = (positions &>> SIMD8<Int32>(repeating: 8)) & SIMD8<Int32>(repeating: 255)
        return unsafeBitCast(sono_clamped_words(shares.lowHalf, shares.highHalf), to: SIMD8<UInt16>.self)
    }

    /// Grey, 0–255, between four pixels each, of which two neighbours are one number.
    @inline(__always)
    private static func bilinear(
        upper: SIMD8<UInt16>,
        lower: SIMD8<UInt16>,
        weightX: SIMD8<UInt16>,
        weightY: SIMD8<UInt16>
    ) -> SIMD8<Int16> {
        typealias Words = SIMD8<UInt16>
        let all = Words(repeating: 256)
        let low = Words(repeating: 255)
        let eight = Words(repeating: 8)
        let upperWeight = all &- weightY
        // Downwards first: 255 · 256 fits in 16 bits. The low byte is the left one of two pixels (little-endian).
        let left = signed((upper & low) &* upperWeight &+ (lower & low) &* weightY)
        let right = signed((upper &>> eight) &* upperWeight &+ (lower &>> eight) &* weightY)
        let leftWeight = unsafeBitCast(all &- weightX, to: SIMD8<Int16>.self)
        let rightWeight = unsafeBitCast(weightX, to: SIMD8<Int16>.self)
        // What `signed` took off, times the weights, which are 256 together; and a half.
        let back = SIMD4<Int32>(repeating: 32768 * 256 + 32768)
        let sixteen = SIMD4<Int32>(repeating: 16)
        let first = sono_pair_products(sono_low_pairs(left, right), sono_low_pairs(leftWeight, rightWeight))
        let second = sono_pair_products(sono_high_pairs(left, right), sono_high_pairs(leftWeight, rightWeight))
        return sono_clamped_words((first &+ back) &>> sixteen, (second &+ back) &>> sixteen)
    }

    /// 32768 less, as products of pairs are of signed numbers only.
    @inline(__always)
    private static func signed(_ words: SIMD8<UInt16>) -> SIMD8<Int16> {
        unsafeBitCast(words ^ SIMD8<UInt16>(repeating: 0x8000), to: SIMD8<Int16>.self)
    }
}
