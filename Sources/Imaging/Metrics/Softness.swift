/// Whether the texture was smoothed after the machine made it: blur, motion of the copy, enlargement.
package enum Softness: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "sharp.soft",
            measures: "How much the texture looks smoothed by a copy: blurred or enlarged.",
            unit: "log-odds",
            direction: .lowerIsBetter,
            range: -20...20,
            input: .nativeWindows,
            formula:
                "For each axis, medians over windows with a variance of 20 and more, mean 20–230, under 5 % white and "
                + "25 % black: t = log₂(mean power of bins 14–16 + 0.25), the finest detail with the floor that rounding "
                + "to whole grey levels leaves (1/12) well inside the constant; m = log₂((ΣPs² + 0.05)/(ΣPs + 0.05)), s = "
                + "2 − 2 cos(πk/16), second against first differences; b = log₂((mean power of bins 6–8 + 0.1)/(of bins "
                + "2–4 + 0.1)), the slope between. Across: 0.78 − 5.44 t − 4.66 m + 1.89 b. Down: −1.31 − 0.67 t − 3.04 m "
                + "+ 0.16 b. The greater of the two: motion blurs one axis only. 0 is even odds between an untouched "
                + "picture and one smoothed by 1 to 2 pixels.",
            failure:
                "Absent with fewer than 12 such windows. A machine that draws few samples large, without loss of "
                + "compression, comes near to a blurred picture; noise put on afterwards hides blur (see noise.sigma), "
                + "and so do pixels repeated by enlarging (see scale.repeats).",
            source:
                "domain reference §1.9; coefficients: logistic regression, sources weighted alike, on 154 untouched "
                + "pictures of the tuning half of the validity set (docs/validity.md) against the same blurred by "
                + "Gaussian, box and motion (σ 1 and 2 pixels) and enlarged (× 1.4 and × 2.5)"
        )
    ]

    /// Weights of the constant and of the three cues.
    private struct Weights {
        let constant: Float
        let top: Float
        let moments: Float
        let slope: Float
    }

    private static let across = Weights(constant: 0.78, top: -5.44, moments: -4.66, slope: 1.89)
    private static let down = Weights(constant: -1.31, top: -0.67, moments: -3.04, slope: 0.16)

    /// Squared gain of the difference between neighbours at each bin: 2 − 2 cos(πk/16).
    private static let gain: SIMD16<Float> = {
        var gain = SIMD16<Float>()
        for bin in 1...16 { gain[bin - 1] = Float(2 - 2 * PortableMath.cos(Double(bin) * PortableMath.pi / 16)) }
        return gain
    }()

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let usable = evidence.windows.windows.filter {
            $0.variance > 20 && $0.mean > 20 && $0.mean < 230 && $0.whiteShare < 0.05 && $0.blackShare < 0.25
        }
        guard usable.count >= NativeWindows.fewest,
            let across = odds(usable.map(\.horizontal), across), let down = odds(usable.map(\.vertical), down)
        else { return }
        measurements.values["sharp.soft"] = Double(max(-20, min(20, max(across, down))))
    }

    private static func odds(_ spectra: [SIMD16<Float>], _ weights: Weights) -> Float? {
        let square = gain * gain
        guard let top = median(spectra.map { ($0[13] + $0[14] + $0[15]) / 3 }),
            let moments = median(spectra.map { (($0 * square).sum() + 0.05) / (($0 * gain).sum() + 0.05) }),
            let slope = median(
                spectra.map { (($0[5] + $0[6] + $0[7]) / 3 + 0.1) / (($0[1] + $0[2] + $0[3]) / 3 + 0.1) }
            )
        else { return nil }
        return weights.constant + weights.top * PortableMath.log2(top + 0.25)
            + weights.moments * PortableMath.log2(moments) + weights.slope * PortableMath.log2(slope)
    }
}
