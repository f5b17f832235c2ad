/// How strong speckle is.
package enum SpeckleDeviation: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "spk.sigma",
            measures: "How strong the speckle of even tissue is.",
            unit: "grey",
            direction: .band,
            range: 0...255,
            input: .nativeWindows,
            formula:
                "Standard deviation along columns by their spectrum, median over homogeneous windows (mean 20 grey over "
                + "black to 25 below white, under 2 % black and 2 % white, at least half of the variance along columns "
                + "and along rows alike), what a window loses of a large grain (see spk.down) made good. Fully developed speckle "
                + "after plain logarithmic compression has 5.57 dB whatever its brightness, 1420 grey over the display "
                + "range in dB: 23.7 at 60 dB. Compounding of M looks, and speckle reduction, make it less.",
            failure:
                "Absent with fewer than 8 homogeneous windows or where spk.down is. Fibres count as speckle, noise too. Neither "
                + "the display range nor the compounding can be told from it: compare with the same device and preset.",
            source: "domain reference §1.8; Kaplan and Ma 1993, Fisher–Tippett distribution of log-compressed speckle"
        ),
        MetricDescription(
            id: "spk.share",
            measures: "How strong the speckle of even tissue is beside the picture's own range of grey.",
            unit: "share",
            direction: .band,
            range: 0...4,
            input: .nativeWindows,
            formula: "spk.sigma over the distance of the picture's 99th from its 1st percentile (dr.use).",
            failure:
                "Absent where spk.sigma or dr.use is, or dr.use is under 16 grey. A picture of one organ only has a "
                + "small range and a large share.",
            source: "domain reference §1.8"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let speckle = evidence.speckle else { return }
        let deviation = Double(min(255, speckle.deviation))
        measurements.values["spk.sigma"] = deviation
        if let range = measurements["dr.use"], range >= 16 {
            measurements.values["spk.share"] = min(4, deviation / range)
        }
    }
}
