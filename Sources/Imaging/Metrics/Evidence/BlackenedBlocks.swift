/// Blocks of the polar view that are black in part or all over.
struct BlackenedBlocks: Sendable {
    private typealias Bytes = SIMD16<UInt8>

    /// Share of a block's samples at black from which it counts.
    private static let leastCut = 0.25

    /// For every block of `PolarStatistics` whether more than a quarter of its valid samples (every second row) are at black or
    /// below; false where it is not half valid.
    let flags: [Bool]

    /// Looks at every half-valid block.
    init(view: PolarView, polar: PolarStatistics, levels: ScreenLevels) {
        let (step, side) = (PolarStatistics.step, PolarStatistics.bands)
        let samples = view.samples.span.bytes
        let valid = view.valid.span.bytes
        let limit = Bytes(repeating: UInt8(clamping: levels.black))
        /// Eight samples of a row and of the next but one.
        func two(_ bytes: RawSpan, _ sample: Int) -> Bytes {
            let below = sample &+ 2 &* PolarView.lines
            return unsafeBitCast(
                SIMD2(
                    bytes.unsafeLoadUnaligned(fromByteOffset: sample, as: UInt64.self),
                    bytes.unsafeLoadUnaligned(fromByteOffset: below, as: UInt64.self)
                ),
                to: Bytes.self
            )
        }
        var flags = [Bool](repeating: false, count: polar.blocks.count)
        for (index, block) in polar.blocks.enumerated() where block.count >= 32 {
            let start = (index / side) * step * PolarView.lines + (index % side) * step
            var (seen, dark) = (Bytes.zero, Bytes.zero)
            for row in stride(from: 0, to: step, by: 4) {
                let first = start &+ row &* PolarView.lines
                // 1 where a sample is ultrasound.
                let isValid = two(valid, first)
                seen &+= isValid
                dark &+= isValid & (two(samples, first) .<= limit).bytes
            }
            flags[index] = Double(dark.total) > Self.leastCut * Double(seen.total)
        }
        self.flags = flags
    }

    /// Share (0–1) of the half-valid blocks of some bands that count; nil where none is half valid.
    func share(_ polar: PolarStatistics, bands: Range<Int>) -> Double? {
        let side = PolarStatistics.bands
        let known = (bands.lowerBound * side..<bands.upperBound * side).filter { polar.blocks[$0].count >= 32 }
        return known.isEmpty ? nil : Double(known.count { flags[$0] }) / Double(known.count)
    }
}
