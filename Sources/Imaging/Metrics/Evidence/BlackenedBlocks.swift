/// Blocks of the polar view that are black in part or all over.
struct BlackenedBlocks: Sendable {
    /// Share of a block's samples at black from which it counts.
    private static let leastCut = 0.25

    /// For every block of `PolarStatistics` whether more than a quarter of its valid samples (every second row) are at black or
    /// below; false where it is not half valid.
    let flags: [Bool]

    /// Looks at every half-valid block.
    init(view: PolarView, polar: PolarStatistics, levels: ScreenLevels) {
        let (step, side) = (PolarStatistics.step, PolarStatistics.bands)
        let samples = view.samples.span
        let valid = view.valid.span
        flags = polar.blocks.enumerated().map { index, block in
            guard block.count >= 32 else { return false }
            let start = (index / side) * step * PolarView.lines + (index % side) * step
            var (seen, dark) = (0, 0)
            for row in stride(from: 0, to: step, by: 2) {
                let first = start &+ row &* PolarView.lines
                for sample in first..<first &+ step where valid[sample] != 0 {
                    seen &+= 1
                    dark &+= Int(samples[sample]) <= levels.black ? 1 : 0
                }
            }
            return Double(dark) > Self.leastCut * Double(seen)
        }
    }

    /// Share (0–1) of the half-valid blocks of some bands that count; 0 where none is half valid.
    func share(_ polar: PolarStatistics, bands: Range<Int>) -> Double {
        let side = PolarStatistics.bands
        let known = (bands.lowerBound * side..<bands.upperBound * side).filter { polar.blocks[$0].count >= 32 }
        return known.isEmpty ? 0 : Double(known.count { flags[$0] }) / Double(known.count)
    }
}
