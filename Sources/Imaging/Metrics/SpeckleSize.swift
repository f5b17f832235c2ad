/// How large the grain of speckle is.
package enum SpeckleSize: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "spk.down",
            measures: "Height of a speckle grain: the axial resolution of what is shown.",
            unit: "pixels",
            direction: .band,
            range: 0...20,
            input: .nativeWindows,
            formula:
                "Full width at half height of the autocovariance of the grey values along columns, which the median "
                + "spectrum of the homogeneous windows (see spk.sigma) is transformed back to, divided by what the Hann "
                + "window leaves of it; linear between whole pixels, and what a window of 32 pixels loses of a large grain "
                + "made good by a table from simulated speckle. Uncorrelated pixels give 1. The grey values of speckle are logarithms: half of their covariance lies at a correlation of the intensities of 0.673 "
                + "(dilogarithm), so the width is 0.76 times that of the envelope's intensity where that is Gaussian.",
            failure:
                "Absent where spk.sigma is, and over 12.5 pixels. Columns are the beam's direction in linear pictures and in "
                + "the middle of a fan; towards its sides height and width mix. Enlarging and blur raise it.",
            source: "domain reference §1.8; Wagner 1983, IEEE Transactions on Sonics and Ultrasonics 30:156"
        ),
        MetricDescription(
            id: "spk.across",
            measures: "Width of a speckle grain: the lateral resolution of what is shown.",
            unit: "pixels",
            direction: .band,
            range: 0...20,
            input: .nativeWindows,
            formula: "As spk.down, along rows.",
            failure: "As spk.down. Mixes all depths: narrow at the focus, wide beyond.",
            source: "domain reference §1.8; Wagner 1983, IEEE Transactions on Sonics and Ultrasonics 30:156"
        ),
        MetricDescription(
            id: "spk.downpart",
            measures: "Height of a speckle grain as a share of the depth shown.",
            unit: "%",
            direction: .band,
            range: 0...100,
            input: .nativeWindows,
            formula: "100 · spk.down over res.h.",
            failure: "As spk.down. Does not change when a picture is scaled; zoom raises it.",
            source: "domain reference §1.8"
        ),
        MetricDescription(
            id: "spk.acrosspart",
            measures: "Width of a speckle grain as a share of the width shown.",
            unit: "%",
            direction: .band,
            range: 0...100,
            input: .nativeWindows,
            formula: "100 · spk.across over res.w.",
            failure: "As spk.across. Does not change when a picture is scaled; zoom raises it.",
            source: "domain reference §1.8"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let speckle = evidence.speckle else { return }
        let box = evidence.input.area.box
        measurements.values["spk.down"] = Double(min(20, speckle.down))
        measurements.values["spk.downpart"] = min(100, 100 * Double(speckle.down) / Double(max(1, box.height)))
        if let across = speckle.across {
            measurements.values["spk.across"] = Double(min(20, across))
            measurements.values["spk.acrosspart"] = min(100, 100 * Double(across) / Double(max(1, box.width)))
        }
    }
}
