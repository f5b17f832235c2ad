internal import CRasterCodecs

/// Steps of brightness from one scan line to the next that go on down the picture, and lines that stay dark to the bottom.
///
/// A shadow, a rib, an air gap and lines that were never fed are parallel to the scan lines; organs are not.
package struct LineEdges: Sendable {
    /// How many times as much the lines on the left and on the right of one line differ as those of the median line do.
    ///
    /// A step, for lines j − 6…j − 3 against j + 2…j + 5 at every second j, is a share of the usual brightness of its depth; its
    /// size counts, 1 at most, as mean over the bands. 1 where fewer than 20 lines tell it.
    package let parting: Double
    /// Steepest step in the lower half: what 75 % of the bands reach there in the same direction.
    package let deep: Double
    /// Where the two are: line 0–255.
    package let partingLine: Int
    package let deepLine: Int
    /// Mean over the lines of the share (0–1) of their depth that is dark without a break down to the bottom.
    ///
    /// Dark: below 35 % of the 70th percentile of the lines at the same depth. A single brighter band is no break.
    package let darkTail: Double
    /// The 70th percentile of the lines in each band (32), in grey over black; nil where that says nothing.
    let usual: [Float?]

    /// Grey over black that the lines' 70th percentile must have at a depth, else nothing is said of that depth.
    private static let leastGrey: Float = 10
    /// Least divisor of a step, in grey.
    private static let leastDivisor: Float = 12

    /// Walks over the cells; nil when fewer than 64 lines have eight bands to judge.
    package init?(polar: PolarStatistics, levels: ScreenLevels) {
        let lines = PolarView.lines
        let bands = PolarStatistics.bands
        let black = Float(levels.black)
        let usual: [Float?] = polar.brighter.map { band in
            band.cells > 0 && band.mean - black >= Self.leastGrey ? band.mean - black : nil
        }
        guard let tail = Self.darkTail(polar: polar, usual: usual, black: black) else { return nil }
        darkTail = tail
        self.usual = usual
        let judged = (0..<bands).filter { usual[$0] != nil }
        var steps = LineSteps()
        for band in judged {
            steps.add(
                means: polar.cellMeans.span.extracting(band * lines..<(band + 1) * lines),
                counts: polar.cellCounts.span.extracting(band * lines..<(band + 1) * lines),
                black: black,
                divisor: max(Self.leastDivisor, usual[band] ?? 0)
            )
        }
        let parting = steps.parting(fewest: 8) ?? (1, 0)
        let deep = steps.steepest(
            fromBand: judged.firstIndex { $0 >= bands / 2 } ?? judged.count,
            share: 0.25,
            fewest: 6
        )
        self.parting = Double(parting.ratio)
        partingLine = parting.line
        self.deep = Double(deep.step)
        deepLine = deep.line
    }

    private static func darkTail(polar: PolarStatistics, usual: [Float?], black: Float) -> Double? {
        let lines = PolarView.lines
        var run = [UInt8](repeating: 0, count: lines)
        var known = run
        var bright = run
        for band in (0..<PolarStatistics.bands).reversed() {
            guard let value = usual[band] else { continue }
            goOn(
                means: polar.cellMeans.span.extracting(band * lines..<(band + 1) * lines),
                counts: polar.cellCounts.span.extracting(band * lines..<(band + 1) * lines),
                limit: black + 0.35 * value,
                &run,
                &known,
                &bright
            )
        }
        let judged = (0..<lines).filter { known[$0] >= 8 }
        guard judged.count >= 64 else { return nil }
        return judged.reduce(0) { $0 + Double(run[$1]) / Double(known[$1]) } / Double(judged.count)
    }

    /// Lengthens the runs of dark cells by one band; two bright cells one after the other end a run.
    private static func goOn(
        means: Span<Float>,
        counts: Span<UInt8>,
        limit: Float,
        _ run: inout [UInt8],
        _ known: inout [UInt8],
        _ bright: inout [UInt8]
    ) {
        var runs = run.mutableSpan
        var knowns = known.mutableSpan
        var brights = bright.mutableSpan
        var runBytes = runs.mutableBytes
        var knownBytes = knowns.mutableBytes
        var brightBytes = brights.mutableBytes
        let (greys, numbers) = (means.bytes, counts.bytes)
        precondition(counts.count % 16 == 0 && means.count == counts.count)
        for first in stride(from: 0, to: counts.count, by: 16) {
            let known = (Bytes(numbers, first) .>= Bytes(repeating: PolarStatistics.fewestOfCell)).bytes
            let bright = Bytes(brightBytes.bytes, first)
            // 255 in lanes where it is so, which taken off adds one.
            let isOpen = (bright .< Bytes(repeating: 2)).bytes & known
            let isDark = lanes(greys, below: limit, from: first) & isOpen
            let known16 = Bytes(knownBytes.bytes, first) &- known
            let runs16 = Bytes(runBytes.bytes, first) &- isDark
            // One more bright cell, none after a dark one, and as it was where nothing is known.
            let bright16 = (bright &- isOpen) & ~isDark
            knownBytes.storeBytes(of: known16, toByteOffset: first, as: Bytes.self)
            runBytes.storeBytes(of: runs16, toByteOffset: first, as: Bytes.self)
            brightBytes.storeBytes(of: bright16, toByteOffset: first, as: Bytes.self)
        }
    }

    private typealias Bytes = SIMD16<UInt8>

    /// 255 where one of sixteen numbers is below a limit.
    @inline(__always)
    private static func lanes(_ numbers: RawSpan, below limit: Float, from first: Int) -> Bytes {
        func eight(_ first: Int) -> SIMD8<Int16> {
            let numbers = numbers.unsafeLoadUnaligned(fromByteOffset: 4 &* first, as: SIMD8<Float>.self)
            let isBelow = (numbers .< SIMD8<Float>(repeating: limit)).words
            return sono_clamped_words(isBelow.lowHalf, isBelow.highHalf)
        }
        let one = SIMD8<Int16>(repeating: 1)
        return Bytes.zero &- sono_clamped_bytes(eight(first) & one, eight(first &+ 8) & one)
    }
}

extension SIMD16 where Scalar == UInt8 {
    /// Sixteen bytes from an offset on.
    @inline(__always)
    fileprivate init(_ bytes: RawSpan, _ offset: Int) {
        self = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Self.self)
    }
}
