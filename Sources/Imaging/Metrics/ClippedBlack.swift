/// Tissue that is cut off at black.
///
/// Fluid is black all over, and the dark points of speckle are not black. Gain that is too low takes the lower part of the speckle
/// away: blocks that are still grey have many samples at black. It shows wherever the scan area ends, because what lies outside of
/// the ultrasound is black all over too.
package enum ClippedBlack: Metric {
    /// Grey over black that a block's mean is above where anything is left of its tissue.
    private static let leastGrey: Float = 3
    /// Share of a block's samples at black from which it counts as cut off.
    private static let leastCut = 0.25
    /// Blocks that a share is told of.
    private static let fewestBlocks = 30

    package static let descriptions = [
        MetricDescription(
            id: "sat.clip",
            measures: "Share of grey blocks that are partly cut off at black.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula:
                "Blocks (8 × 8) of which more than a quarter of the valid samples (every second row) are at black or below, "
                + "among the blocks that are at least half valid and have a mean of more than 3 grey over black.",
            failure:
                "Absent with fewer than 30 such blocks. Noise over fluid has a grey mean and black points too; so have "
                + "levels that were rounded to black.",
            source: "domain reference §1.3, §1.4"
        )
    ]

    private typealias Bytes = SIMD16<UInt8>

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let black = evidence.levels.black
        let least = Float(black) + leastGrey
        let (step, side) = (PolarStatistics.step, PolarStatistics.bands)
        let samples = evidence.input.polar.samples.span.bytes
        let valid = evidence.input.polar.valid.span.bytes
        let limit = Bytes(repeating: UInt8(clamping: black))
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
        var (grey, cut) = (0, 0)
        for (index, block) in evidence.polar.blocks.enumerated() where block.count >= 32 && block.mean > least {
            grey += 1
            let start = (index / side) * step * PolarView.lines + (index % side) * step
            var (seen, dark) = (Bytes.zero, Bytes.zero)
            for row in stride(from: 0, to: step, by: 4) {
                let first = start &+ row &* PolarView.lines
                // 1 where a sample is ultrasound.
                let isValid = two(valid, first)
                seen &+= isValid
                dark &+= isValid & (two(samples, first) .<= limit).bytes
            }
            cut += Double(dark.total) > leastCut * Double(seen.total) ? 1 : 0
        }
        guard grey >= fewestBlocks else { return }
        measurements.values["sat.clip"] = 100 * Double(cut) / Double(grey)
    }
}
