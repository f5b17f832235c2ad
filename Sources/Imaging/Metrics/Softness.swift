/// Whether the texture was smoothed after the machine made it: blur, motion of the copy, enlargement.
package enum Softness: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "sharp.soft",
            measures: "How much the texture looks smoothed by a copy: blurred or enlarged.",
            unit: "log odds",
            direction: .lowerIsBetter,
            range: -20...20,
            input: .nativeWindows,
            formula:
                "For each axis two cues over windows with a variance of 20 and more, mean 20–230, under 5 % white and 25 % "
                + "black. f = log₂(0.1 + the least power among bins 8–16 of their median spectrum): what a copy's rounding "
                + "to whole grey levels leaves is 1/12, a picture's own grain is more, and a box blur has zeros between. "
                + "m = median of log₂((ΣPs² + 0.05)/(ΣPs + 0.05)), s = 2 − 2 cos(πk/16): second against first differences. "
                + "Across: −6.8 − 2.9 f − 1.55 m. Down: −3.45 − 1.65 f − 1.85 m. The greater of the two: motion blurs one "
                + "axis only. Where nothing fine is left at all both cues see the rounding alone: + 40 max(0, 0.16 − "
                + "sharp.limit). 0 is even odds between an untouched picture and one smoothed by 1 to 2 pixels.",
            failure:
                "Absent with fewer than 12 such windows. A machine that draws few samples large, without loss of "
                + "compression, comes near to a blurred picture; noise put on afterwards hides blur (see noise.sigma), "
                + "and so do pixels repeated by enlarging (see scale.repeats).",
            source:
                "domain reference §1.9; coefficients: logistic regression, sources weighted alike, on the untouched pictures of "
                + "the tuning half of the validity set (docs/validity.md), also as JPEG 90 and 75, against the same blurred by a "
                + "Gaussian (σ 1 and 2 pixels), and reduced to 0.4 and enlarged again; the term of sharp.limit by eye, on the "
                + "same half blurred by 1 to 5 pixels"
        )
    ]

    /// Weights of the constant and of the two cues.
    private struct Weights {
        let constant: Float
        let floor: Float
        let moments: Float
    }

    /// Below this much of Nyquist the texture has no fine detail that its cues could be read from.
    private static let nothingFine = 0.16
    /// Odds for each part of Nyquist below it.
    private static let perLost = 40.0

    private static let across = Weights(constant: -6.8, floor: -2.9, moments: -1.55)
    private static let down = Weights(constant: -3.45, floor: -1.65, moments: -1.85)

    /// Squared gain of the difference between neighbours at each bin: 2 − 2 cos(πk/16).
    static let gain: SIMD16<Float> = {
        var gain = SIMD16<Float>()
        for bin in 1...16 { gain[bin - 1] = Float(2 - 2 * PortableMath.cos(Double(bin) * PortableMath.pi / 16)) }
        return gain
    }()

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let usable = usable(evidence.windows)
        guard usable.count >= NativeWindows.fewest,
            let across = odds(usable.map(\.horizontal), across), let down = odds(usable.map(\.vertical), down)
        else { return }
        let lost = max(0, nothingFine - (measurements["sharp.limit"] ?? nothingFine))
        measurements.values["sharp.soft"] = max(-20, min(20, Double(max(across, down)) + perLost * lost))
    }

    /// Windows with texture that is neither cut off at white nor mostly black.
    static func usable(_ windows: NativeWindows) -> [NativeWindows.Window] {
        windows.windows.filter {
            $0.variance > 20 && $0.mean > 20 && $0.mean < 230 && $0.whiteShare < 0.05 && $0.blackShare < 0.25
        }
    }

    private static func odds(_ spectra: [SIMD16<Float>], _ weights: Weights) -> Float? {
        let square = gain * gain
        guard let floor = (7..<16).compactMap({ bin in median(spectra.map { $0[bin] }) }).min(),
            let moments = median(spectra.map { (($0 * square).sum() + 0.05) / (($0 * gain).sum() + 0.05) })
        else { return nil }
        return weights.constant + weights.floor * PortableMath.log2(max(0, floor) + 0.1)
            + weights.moments * PortableMath.log2(moments)
    }
}
