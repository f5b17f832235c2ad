/// Brightness: three percentiles of the grey values.
///
/// One decibel of gain is 255/60 = 4.25 grey on a display of 60 dB (domain reference §1.3).
package enum GainPercentiles: Metric {
    /// Valid samples that a statement about the whole view needs: a quarter of it.
    static let fewestSamples = PolarView.depths * PolarView.lines / 4
    package static let descriptions = [
        MetricDescription(
            id: "gain.p5",
            measures: "How dark the darkest parts are.",
            unit: "grey",
            direction: .lowerIsBetter,
            range: 0...255,
            input: .polarView,
            formula: "5th percentile (nearest rank) of all valid samples.",
            failure: "Absent when fewer than 16,384 samples are valid. High where gain is too high or haze lies over "
                + "everything; anatomy without fluid raises it too.",
            source: "domain reference §1.3"
        ),
        MetricDescription(
            id: "gain.p50",
            measures: "How bright tissue is.",
            unit: "grey",
            direction: .band,
            range: 0...255,
            input: .polarView,
            formula: "Median of the valid samples in tissue blocks (8 × 8 blocks whose mean is more than 12 grey over "
                + "black, less in a dark picture); over all valid samples where there is no such block.",
            failure: "Absent when fewer than 16,384 samples are valid. The grey map and the dynamic range of the "
                + "machine move it as gain does.",
            source: "domain reference §1.3"
        ),
        MetricDescription(
            id: "gain.p95",
            measures: "How bright the brightest parts are.",
            unit: "grey",
            direction: .band,
            range: 0...255,
            input: .polarView,
            formula: "95th percentile (nearest rank) of all valid samples.",
            failure: "Absent when fewer than 16,384 samples are valid.",
            source: "domain reference §1.3"
        ),
    ]
    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let histogram = evidence.polar.histogram
        guard histogram.total >= fewestSamples else { return }
        measurements.values["gain.p5"] = histogram.percentile(0.05).map(Double.init)
        measurements.values["gain.p95"] = histogram.percentile(0.95).map(Double.init)
        let tissue =
            evidence.tissue.count > 0
            ? evidence.tissue.histogram(of: evidence.input.polar, all: histogram) : histogram
        measurements.values["gain.p50"] = tissue.percentile(0.5).map(Double.init)
    }
}
extension TissueBlocks {
    /// Grey levels of the valid samples in tissue blocks.
    ///
    /// - Parameters:
    ///   - view: The samples.
    ///   - all: Grey levels of all valid samples: where tissue is most of them, the others are counted and taken off.
    func histogram(of view: PolarView, all: GreyHistogram) -> GreyHistogram {
        let isMost = 2 * count > flags.count
        let counted = counts(of: view, isTissue: !isMost)
        return isMost ? GreyHistogram(counts: zip(all.counts, counted).map { $0 - $1 }) : GreyHistogram(counts: counted)
    }

    /// Grey levels of the valid samples in tissue blocks, or in all others.
    private func counts(of view: PolarView, isTissue: Bool) -> [Int] {
        var levels = LevelCounts()
        var partly = [Int](repeating: 0, count: 256)
        let step = PolarStatistics.step
        let side = PolarStatistics.bands
        let samples = view.samples.span
        let valid = view.valid.span
        let (sampleBytes, validBytes) = (samples.bytes, valid.bytes)
        for depth in 0..<PolarView.depths {
            for block in 0..<side where flags[(depth / step) * side + block] == isTissue {
                let start = depth &* PolarView.lines &+ block &* step
                let flags = validBytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
                if flags == 0 { continue }
                // Nearly everywhere all eight samples are valid.
                if flags == 0x0101_0101_0101_0101 {
                    levels.add(sampleBytes.extracting(start..<start &+ step))
                } else {
                    for index in start..<start &+ step where valid[index] != 0 {
                        partly[Int(samples[index])] += 1
                    }
                }
            }
        }
        return zip(levels.counts, partly).map { $0 + $1 }
    }
}
