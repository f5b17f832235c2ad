/// Whether the picture is a photograph of a screen.
package enum ScreenPhoto: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "moire.pairs",
            measures: "Waves over the picture that come from a screen's pixels under a camera's.",
            unit: "count",
            direction: .lowerIsBetter,
            range: 0...1000,
            input: .area,
            formula: "Peaks of the amplitude spectrum of the middle 256 × 256 pixels (128 × 128 in small areas; Hann), "
                + "in the ring 0.15–0.9 of the Nyquist frequency and off the axes, over 8 times the median of the 11 × 11 bins "
                + "around, each counted once with its mirror image. Only where the averaged spectra of 16 rows or "
                + "16 columns have a bin over 3.5 times its neighbours' median, or another sign of a photograph is "
                + "there; elsewhere 0.",
            failure:
                "Absent under 128 pixels a side. Moiré with waves longer than a twentieth of the window is not told "
                + "from anatomy.",
            source: "domain reference §1.16; Kunina 2023"
        ),
        MetricDescription(
            id: "photo.votes",
            measures: "Signs of a photograph of a screen.",
            unit: "count",
            direction: .lowerIsBetter,
            range: 0...4,
            input: .area,
            formula: "One each for: moire.pairs ≥ 1; black around the scan area that is lifted (5th percentile of "
                + "flat 8 × 8 patches ≥ 8 grey) and uneven (95th − 5th ≥ 10).",
            failure: "The black is not judged where ultrasound reaches all edges.",
            source: "domain reference §1.16"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let image = evidence.input.image
        var votes = 0
        if let black = ScreenBlack(luma: image.luma, outline: evidence.input.area.outline), black.looksPhotographed {
            votes += 1
        }
        if let search = MoireSearch(luma: image.luma, box: evidence.input.area.box) {
            let pairs = votes > 0 || search.lineRatio >= MoireSearch.suspicion ? search.pairs() : 0
            measurements.values["moire.pairs"] = Double(min(1000, pairs))
            if pairs > 0 { votes += 1 }
        }
        measurements.values["photo.votes"] = Double(votes)
    }
}
