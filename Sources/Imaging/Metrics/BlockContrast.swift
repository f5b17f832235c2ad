/// How far apart the regions of the picture are in grey.
package enum BlockContrast: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "contrast",
            measures: "How much regions differ in grey.",
            unit: "grey",
            direction: .higherIsBetter,
            range: 0...255,
            input: .polarView,
            formula: "95th minus 5th percentile of the means of the 8 × 8 blocks that are at least half valid.",
            failure:
                "Absent when fewer than 256 blocks are. Shadow, lost contact and a sloping depth compensation raise it as organs "
                + "do. One uniform organ all over has little contrast of its own; what a block leaves of its speckle stays: "
                + "13 to 30 grey at 60 dB, by the size of the grain.",
            source: "domain reference §1.5, block statistics of §1.21"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let means = evidence.tissue.means
        guard means.count >= 256, let low = quantile(means, 0.05), let high = quantile(means, 0.95) else { return }
        measurements.values["contrast"] = Double(high - low)
    }
}
