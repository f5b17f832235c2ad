/// Where the band lies that `tgc.slider` speaks of, which way its slider is out of line, and what the picture is without it.
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
        MetricDescription(
            id: "band.white",
            measures: "How much of what is white lies in that band.",
            unit: "%",
            direction: .neutral,
            range: 0...100,
            input: .polarView,
            formula: "Samples within 2 grey of white in the band, over all of the picture; 0 where none is.",
            failure: "Absent when no band sticks out.",
            source: "domain reference §1.4, §1.6"
        ),
        MetricDescription(
            id: "band.rest",
            measures: "How bright the bright parts are outside of that band.",
            unit: "grey",
            direction: .neutral,
            range: 0...255,
            input: .polarView,
            formula: "95th percentile of the samples outside of the band.",
            failure: "Absent when no band sticks out.",
            source: "domain reference §1.3, §1.6"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let band = evidence.band, band.contrast > 0 else { return }
        measurements.values["band.depth"] = 50 * (band.extent.lowerBound + band.extent.upperBound)
        measurements.values["band.bright"] = band.isBright ? 1 : 0
        let inside = histogram(of: band, in: evidence.input)
        let all = evidence.polar.histogram
        let outside = GreyHistogram(counts: zip(all.counts, inside.counts).map { max(0, $0 - $1) })
        let white = evidence.levels.white - 2
        let whites = all.share(atLeast: white) * Double(all.total)
        let ofBand = inside.share(atLeast: white) * Double(inside.total)
        measurements.values["band.white"] = whites > 0 ? min(100, 100 * ofBand / whites) : 0
        if let rest = outside.percentile(0.95) { measurements.values["band.rest"] = Double(rest) }
    }

    /// Grey levels of the valid samples that lie in a band.
    private static func histogram(of band: HorizontalBand, in input: MetricInput) -> GreyHistogram {
        let samples = input.polar.samples.span
        let valid = input.polar.valid.span
        var counts = [Int](repeating: 0, count: 256)
        for line in 0..<PolarView.lines {
            let span = band.depths(
                of: band.extent,
                line: (Double(line) + 0.5) / Double(PolarView.lines),
                geometry: input.polar.geometry,
                box: input.area.box
            )
            let depths = Double(PolarView.depths)
            let first = max(0, Int((span.lowerBound * depths).rounded(.up)))
            let last = min(PolarView.depths, Int((span.upperBound * depths).rounded(.up)))
            guard first < last else { continue }
            for depth in first..<last where valid[depth * PolarView.lines + line] != 0 {
                counts[Int(samples[depth * PolarView.lines + line])] += 1
            }
        }
        return GreyHistogram(counts: counts)
    }
}
