internal import CRasterCodecs

/// Steps of brightness within a single pixel: what strokes, letters and the edges of a screen have, and what no
/// interpolation leaves.
///
/// A picture that a machine or a viewer draws has them, however smooth its speckle is, because they are drawn onto the
/// finished screen. Enlarging the finished picture spreads each over two pixels and more.
struct PixelSteps: Sendable {
    /// Of 10,000 pairs of neighbours, those with a step of 90 % and more of the range of the six pixels around it, where
    /// that is at least 70 grey; the greater of across and down, at most `most`.
    let rate: Double

    /// More is not counted: it says no more.
    static let most = 2.0
    /// So many are not left by enlarging 1.5 times and more.
    static let proof = 1.0
    /// Least range in grey.
    private static let leastRange = 70
    /// Rows that are looked at, about.
    private static let rowsLookedAt = 200

    /// Looks at every so many-th row of the whole picture; nil when that is too small to hold a pair with its surroundings.
    init?(_ luma: GreyPlane) {
        let (width, height) = (luma.width, luma.height)
        guard width >= 32, height >= 32 else { return nil }
        let pixels = luma.pixels.span.bytes
        let rows = stride(from: 2, to: height - 3, by: max(1, height / Self.rowsLookedAt))
        let groups = (width - 5) / 16
        let pairs = Double(rows.underestimatedCount * groups * 16)
        let enough = Int(Self.most * pairs / 10_000) + 1
        // A step of 90 % of the range is at least as much as 90 % of the least range.
        let least = SIMD16<UInt8>(repeating: UInt8(Self.leastRange * 9 / 10))
        var (across, down) = (0, 0)
        // Three rows above and below, and five columns beside, are in the picture: every load lies within this.
        precondition(pixels.byteCount == width * height)
        for y in rows where max(across, down) < enough {
            for group in 0..<groups {
                let start = y &* width &+ 2 &+ 16 &* group
                let here = pixels.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: SIMD16<UInt8>.self)
                let right = pixels.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ 1, as: SIMD16<UInt8>.self)
                let below = pixels.unsafeLoadUnaligned(fromUncheckedByteOffset: start &+ width, as: SIMD16<UInt8>.self)
                let (stepAcross, stepDown) = (SIMD16<UInt8>.distance(here, right), SIMD16<UInt8>.distance(here, below))
                // Nearly all sixteen end here.
                if (SIMD16<UInt8>.higher(stepAcross, stepDown) .>= least).bytes.isZero { continue }
                across &+= Self.sharp(pixels, at: start, along: 1, where: (stepAcross .>= least).bytes)
                down &+= Self.sharp(pixels, at: start, along: width, where: (stepDown .>= least).bytes)
            }
        }
        rate = pairs > 0 ? min(Self.most, 10_000 * Double(max(across, down)) / pairs) : 0
    }

    /// How many of sixteen pixels, of those that a mask tells, have a sharp step.
    ///
    /// Seldom asked, so kept out of the loop, which needs the registers.
    @inline(never)
    private static func sharp(_ pixels: RawSpan, at start: Int, along step: Int, where isSteep: SIMD16<UInt8>) -> Int {
        var count = 0
        var lanes = sono_set_lanes(isSteep)
        while lanes != 0 {
            if isSharp(pixels, at: start &+ lanes.trailingZeroBitCount, along: step) { count &+= 1 }
            lanes &= lanes &- 1
        }
        return count
    }

    /// Whether the step from a pixel to the next one is nearly all that the six around them range over.
    private static func isSharp(_ pixels: RawSpan, at index: Int, along step: Int) -> Bool {
        var (least, greatest) = (255, 0)
        for place in -2...3 {
            let grey = Int(pixels.unsafeLoadUnaligned(fromByteOffset: index &+ place &* step, as: UInt8.self))
            least = min(least, grey)
            greatest = max(greatest, grey)
        }
        let here = Int(pixels.unsafeLoadUnaligned(fromByteOffset: index, as: UInt8.self))
        let next = Int(pixels.unsafeLoadUnaligned(fromByteOffset: index &+ step, as: UInt8.self))
        return greatest - least >= leastRange && abs(next - here) * 10 >= (greatest - least) * 9
    }
}
