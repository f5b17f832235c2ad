/// White noise on the pixels.
package enum NoiseLevel: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "noise.sigma",
            measures: "White noise on the pixels, speckle apart.",
            unit: "grey",
            direction: .lowerIsBetter,
            range: 0...255,
            input: .nativeWindows,
            formula:
                "Square root of the lower quartile, over windows with under 30 % black and 5 % white pixels, of the "
                + "power that is the same in all directions and frequencies: the least of the top of the vertical "
                + "spectrum, the top of the horizontal one, and Immerkær's diagonal mask. Speckle is smooth along "
                + "at least one of them, white noise along none.",
            failure: "Absent with fewer than 12 such windows. In pictures scaled down until speckle is one pixel wide, "
                + "speckle counts as noise; noise that the machine or JPEG smoothed does not count.",
            source: "domain reference §1.13 (Immerkær 1996, Computer Vision and Image Understanding 64:300)"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let usable = evidence.windows.windows.filter { $0.blackShare < 0.3 && $0.whiteShare < 0.05 }
        guard usable.count >= NativeWindows.fewest, let variance = quantile(usable.map(\.whiteVariance), 0.25) else {
            return
        }
        measurements.values["noise.sigma"] = Double(max(0, variance).squareRoot())
    }
}
