/// How much of the grey scale is used.
package enum DynamicRangeUse: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "dr.use",
            measures: "Span of the grey scale in use.",
            unit: "grey",
            direction: .higherIsBetter,
            range: 0...255,
            input: .polarView,
            formula: "99th minus 1st percentile (nearest rank) of the valid samples.",
            failure: "Absent when fewer than 16,384 samples are valid.",
            source: "domain reference §1.5"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let histogram = evidence.polar.histogram
        guard histogram.total >= GainPercentiles.fewestSamples, let low = histogram.percentile(0.01),
            let high = histogram.percentile(0.99)
        else { return }
        measurements.values["dr.use"] = Double(high - low)
    }
}
