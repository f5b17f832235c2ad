/// How evenly the grey levels are used.
package enum GreyEntropy: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "ent",
            measures: "How much the grey levels vary.",
            unit: "bit",
            direction: .band,
            range: 0...8,
            input: .polarView,
            formula: "Shannon entropy of the 256-bin histogram of the valid samples.",
            failure: "Absent when fewer than 16,384 samples are valid. More is not better: a display range that is too "
                + "narrow, and noise, raise it too.",
            source: "domain reference §1.5"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard evidence.polar.histogram.total >= GainPercentiles.fewestSamples else { return }
        measurements.values["ent"] = evidence.polar.histogram.entropy
    }
}
