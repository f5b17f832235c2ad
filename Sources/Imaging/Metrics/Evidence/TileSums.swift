/// What single pixels, rows and columns of one tile of 32 × 32 pixels do, from one walk over its rows.
///
/// Sixteen columns are taken at once. 32 does not divide into the columns that have all their neighbours, so the second
/// sixteen overlap the first; lanes that were counted before are masked.
struct TileSums {
    private typealias Bytes = SIMD16<UInt8>
    private typealias Words = SIMD16<Int16>

    /// Sum over the rows of the steps from column x to x + 1, x 0…30.
    let acrossSteps: InlineArray<31, UInt32>
    /// Sum over the columns of the steps from row y to y + 1, y 0…30.
    let downSteps: InlineArray<31, UInt32>
    /// Twice what the step from column x to x + 1 exceeds the mean of its neighbours by, summed over the rows; `phased` only.
    let acrossExcess: InlineArray<32, UInt32>
    /// The same from row y to y + 1, summed over the columns.
    let downExcess: InlineArray<32, UInt32>
    /// Inner pixels that stand out upwards, and downwards.
    let bright: UInt32
    let dark: UInt32

    /// Walks over the tile whose first pixel is at `start`; all of it is in the picture.
    init(_ pixels: RawSpan, width: Int, at start: Int, levels: ScreenLevels) {
        // Every load below lies within this.
        let side = PixelTiles.side
        precondition(start >= 0 && width >= side && start + (side - 1) * width + side <= pixels.byteCount)
        let limits = SpikeLimits(levels)
        var acrossSteps = InlineArray<31, UInt32>(repeating: 0)
        var downSteps = acrossSteps
        var acrossExcess = InlineArray<32, UInt32>(repeating: 0)
        var downExcess = acrossExcess
        // 32 rows of 255, and 32 of 510, fit in 16 bits.
        var steps = (Words.zero, Words.zero)
        var excess = (Words.zero, Words.zero)
        var brights = Bytes.zero
        var darks = Bytes.zero
        var before = (Bytes.zero, Bytes.zero)
        var last = before
        for line in 0..<PixelTiles.side {
            let row = start &+ line &* width
            Self.addAcross(pixels, row, to: &steps, &excess)
            guard line < PixelTiles.side - 1 else { break }
            let near = Bytes.distance(Self.load(pixels, row), Self.load(pixels, row &+ width))
            let far = Bytes.distance(Self.load(pixels, row &+ 16), Self.load(pixels, row &+ width &+ 16))
            downSteps[line] = near.total &+ far.total
            if PixelTiles.phased.contains(line &- 1) {
                let (left, right) = (Self.excess(before.0, last.0, near), Self.excess(before.1, last.1, far))
                downExcess[line &- 1] = left.0.total &+ left.1.total &+ right.0.total &+ right.1.total
            }
            (before, last) = (last, (near, far))
            guard line > 0 else { continue }
            // Columns 1–16, then 15–30.
            let first = Self.spikes(pixels, row &+ 1, width: width, limits)
            let second = Self.spikes(pixels, row &+ 15, width: width, limits)
            brights &+= first.bright &+ (second.bright & Self.fromThird)
            darks &+= first.dark &+ (second.dark & Self.fromThird)
        }
        for lane in 0..<16 {
            acrossSteps[lane] = UInt32(truncatingIfNeeded: steps.0[lane])
            acrossSteps[15 &+ lane] = UInt32(truncatingIfNeeded: steps.1[lane])
            acrossExcess[3 &+ lane] = UInt32(truncatingIfNeeded: excess.0[lane])
            acrossExcess[11 &+ lane] = UInt32(truncatingIfNeeded: excess.1[lane])
        }
        self.acrossSteps = acrossSteps
        self.downSteps = downSteps
        self.acrossExcess = acrossExcess
        self.downExcess = downExcess
        bright = brights.total
        dark = darks.total
    }

    /// Lanes from the third on.
    private static let fromThird = Bytes(0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)

    /// Grey levels that tell a pixel that stands out.
    private struct SpikeLimits {
        let nearBlack: Bytes
        let nearWhite: Bytes
        let distance = Bytes(repeating: 40)

        init(_ levels: ScreenLevels) {
            nearBlack = Bytes(repeating: UInt8(clamping: levels.black + 24))
            nearWhite = Bytes(repeating: UInt8(clamping: levels.white - 24))
        }
    }

    /// Adds a row's steps at columns 0–15 and 15–30, and their excess at columns 3–18 and 11–26.
    @inline(__always)
    private static func addAcross(
        _ pixels: RawSpan,
        _ row: Int,
        to steps: inout (Words, Words),
        _ excess: inout (Words, Words)
    ) {
        steps.0 &+= Words(truncatingIfNeeded: step(pixels, row))
        steps.1 &+= Words(truncatingIfNeeded: step(pixels, row &+ 15))
        let near = Self.excess(step(pixels, row &+ 2), step(pixels, row &+ 3), step(pixels, row &+ 4))
        let far = Self.excess(step(pixels, row &+ 10), step(pixels, row &+ 11), step(pixels, row &+ 12))
        excess.0 &+= Words(truncatingIfNeeded: near.0) &+ Words(truncatingIfNeeded: near.1)
        excess.1 &+= Words(truncatingIfNeeded: far.0) &+ Words(truncatingIfNeeded: far.1)
    }

    /// Steps from sixteen pixels to their right neighbours.
    @inline(__always)
    private static func step(_ pixels: RawSpan, _ offset: Int) -> Bytes {
        Bytes.distance(load(pixels, offset), load(pixels, offset &+ 1))
    }

    /// Twice the excess of the middle steps over the mean of the two others, 0 where there is none, as the sum of two.
    ///
    /// What the middle one has over one of them less what it lacks against the other: all of it in bytes.
    @inline(__always)
    private static func excess(_ first: Bytes, _ middle: Bytes, _ last: Bytes) -> (Bytes, Bytes) {
        let (overFirst, underFirst) = (Bytes.excess(middle, over: first), Bytes.excess(first, over: middle))
        let (overLast, underLast) = (Bytes.excess(middle, over: last), Bytes.excess(last, over: middle))
        return (Bytes.excess(overFirst, over: underLast), Bytes.excess(overLast, over: underFirst))
    }

    /// 1 where one of sixteen pixels stands out from its eight neighbours.
    @inline(__always)
    private static func spikes(
        _ pixels: RawSpan,
        _ offset: Int,
        width: Int,
        _ limits: SpikeLimits
    ) -> (bright: Bytes, dark: Bytes) {
        let grey = load(pixels, offset)
        let (light, dark) = ((grey .>= limits.nearWhite).bytes, (grey .<= limits.nearBlack).bytes)
        // Most tissue is neither nearly white nor nearly black.
        if (light | dark).isZero { return (Bytes.zero, Bytes.zero) }
        let (above, below) = (offset &- width, offset &+ width)
        let upper = row(pixels, above)
        let lower = row(pixels, below)
        let (left, right) = (load(pixels, offset &- 1), load(pixels, offset &+ 1))
        let highest = Bytes.higher(Bytes.higher(upper.highest, lower.highest), Bytes.higher(left, right))
        let lowest = Bytes.lower(Bytes.lower(upper.lowest, lower.lowest), Bytes.lower(left, right))
        let over = Bytes.excess(grey, over: highest) .> limits.distance
        let under = Bytes.excess(lowest, over: grey) .> limits.distance
        let one = Bytes(repeating: 1)
        return (over.bytes & light & one, under.bytes & dark & one)
    }

    /// The greatest and the least of each pixel with its left and right neighbour.
    @inline(__always)
    private static func row(_ pixels: RawSpan, _ offset: Int) -> (highest: Bytes, lowest: Bytes) {
        let (left, middle, right) = (load(pixels, offset &- 1), load(pixels, offset), load(pixels, offset &+ 1))
        return (
            Bytes.higher(Bytes.higher(left, middle), right),
            Bytes.lower(Bytes.lower(left, middle), right)
        )
    }

    @inline(__always)
    private static func load(_ pixels: RawSpan, _ offset: Int) -> Bytes {
        pixels.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Bytes.self)
    }
}
