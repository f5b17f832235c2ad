/// Where the band lies that `tgc.slider` speaks of, and which way its slider is out of line.
package enum BandPlace: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "band.depth",
            measures: "Middle of the band that speaks most for a slider out of line.",
            unit: "% of depth",
            direction: .neutral,
            range: 0...100,
            input: .polarView,
            formula:
                "Middle of the band of tgc.slider, along the scan lines or, for bands in rows, down the area's box.",
            failure: "Absent when no band sticks out. Says nothing where tgc.slider is low: every picture has a band.",
            source: "domain reference §1.6"
        ),
        MetricDescription(
            id: "band.bright",
            measures: "Whether that band is brighter than what lies above and below: 1, or 0 where it is darker.",
            unit: "0 or 1",
            direction: .neutral,
            range: 0...1,
            input: .polarView,
            formula: "1 where the median contrast of the columns is above 0.",
            failure: "Absent when no band sticks out.",
            source: "domain reference §1.6"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let band = evidence.band, band.contrast > 0 else { return }
        measurements.values["band.depth"] = 50 * (band.extent.lowerBound + band.extent.upperBound)
        measurements.values["band.bright"] = band.isBright ? 1 : 0
    }
}
