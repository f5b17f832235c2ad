/// Whether the finished picture was enlarged: fewer details than pixels, and nothing drawn that is sharp to the pixel.
package enum Enlargement: Metric {
    /// Below these odds of a smoothed texture it is too fine to have been enlarged, and nothing is looked at.
    private static let suspicion = -3.5
    /// Height of the scan area in pixels up to which machines themselves draw few samples large.
    private static let usualHeight = 700.0

    /// Weights of the constant and of the four cues.
    private static let constant = -4.0
    private static let (fine, moments, height, steps) = (-0.6, -1.9, 3.1, -1.6)

    /// The odds that are left with so many steps within one pixel that nothing can have been enlarged.
    private static let proven = -5.0

    package static let descriptions = [
        MetricDescription(
            id: "scale.odds",
            measures: "How much speaks for a finished picture that was enlarged as a whole.",
            unit: "log odds",
            direction: .lowerIsBetter,
            range: -20...20,
            input: .nativeWindows,
            formula:
                "P is the median spectrum, bin by bin, of the windows that sharp.soft takes, along rows and along columns; of "
                + "each cue the axis with more detail counts. f = log₂(0.02 + mean of P in bins 8–16); "
                + "m = log₂((ΣPs² + 0.05)/(ΣPs + 0.05)), s = 2 − 2 cos(πk/16); h = log₂(res.h/700), 0 under 700; r = steps "
                + "within one pixel among 10,000 pairs of neighbours of the whole picture (90 % of the range of the six pixels "
                + "around, that range 70 grey and more; across or down, the greater, at most 2), e = log₂(0.1 + r). "
                + "−4 − 0.6 f − 1.9 m + 3.1 h − 1.6 e. Where it would be under 0 without any such step, r counts as 2. "
                + "With r of 1 and more it is −5 at most: what is sharp to the pixel was not enlarged.",
            failure:
                "Absent where sharp.soft is absent or under −3.5. A viewer that enlarges and writes upon the enlarged picture "
                + "is not seen, and so is enlarging by less than 1.5 times; a cropped picture that the machine zoomed far, "
                + "with nothing drawn on it, and strong blur look the same.",
            source:
                "domain reference §1.9; coefficients: logistic regression, sources weighted alike, on the untouched pictures "
                + "of the tuning half, the same reduced, compressed, with other contrast and zoomed at the machine's own "
                + "size, against the same enlarged 1.5 to 6 times (bilinear, bicubic, Lanczos; PNG, JPEG 95 and 80)"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let softness = measurements["sharp.soft"], softness >= suspicion else { return }
        let windows = Softness.usable(evidence.windows)
        guard windows.count >= NativeWindows.fewest else { return }
        let (across, down) = (spectrum(windows.map(\.horizontal)), spectrum(windows.map(\.vertical)))
        let height = max(0, PortableMath.log2(Float(evidence.input.area.box.height) / Float(usualHeight)))
        let texture =
            constant + fine * max(fineness(across), fineness(down)) + moments * max(moment(across), moment(down))
            + self.height * Double(height)
        var rate = PixelSteps.most
        if texture + steps * sharpness(0) >= 0 {
            guard let counted = measurements.pixelSteps(of: evidence.input.image.luma) else { return }
            rate = counted.rate
        }
        let odds = texture + steps * sharpness(rate)
        measurements.values["scale.odds"] = max(-20, min(20, rate >= PixelSteps.proof ? min(odds, proven) : odds))
    }

    /// The median of each bin.
    private static func spectrum(_ spectra: [SIMD16<Float>]) -> SIMD16<Float> {
        var power = SIMD16<Float>()
        for bin in 0..<16 { power[bin] = max(0, median(spectra.map { $0[bin] }) ?? 0) }
        return power
    }

    private static func fineness(_ power: SIMD16<Float>) -> Double {
        Double(PortableMath.log2((power.highHalf.sum() + power[7]) / 9 + 0.02))
    }

    private static func moment(_ power: SIMD16<Float>) -> Double {
        let gain = Softness.gain
        return Double(PortableMath.log2(((power * gain * gain).sum() + 0.05) / ((power * gain).sum() + 0.05)))
    }

    private static func sharpness(_ rate: Double) -> Double { Double(PortableMath.log2(Float(0.1 + rate))) }
}
