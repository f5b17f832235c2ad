/// Whether speckle was smoothed away while edges were kept: speckle reduction at too high a level, or video compression.
package enum SpeckleSmoothing: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "spk.smooth",
            measures: "How much speaks for speckle smoothed away where tissue is even, and edges kept.",
            unit: "log odds",
            direction: .lowerIsBetter,
            range: -20...20,
            input: .nativeWindows,
            formula:
                "Log odds (natural) over windows with a mean from 20 grey over black to 230, under 5 % black and 5 % white: "
                + "−13.88 − 3.65 m + 7.53 s − 1.38 t. m: log₂ of 0.05 + the lowest tenth of the windows' mean power in bins "
                + "6–10, along columns or rows, whichever is less: grain of 3 to 5 pixels in the quietest tissue. s: slope, "
                + "over the windows, of log₂(0.5 + variance of the Laplacian) by log₂(1 + variance): 1 where detail is "
                + "proportional to contrast, more where only strong structures kept it. t: log₂ of the lowest over the "
                + "highest tenth of 0.02 + power in bins 13–16: blur lowers both, an edge-keeping filter the lowest.",
            failure:
                "Absent with fewer than 12 such windows or without any contrast between them. Contrast that is turned down to "
                + "a third comes near; so does a machine that draws few, large samples. Noise put on afterwards hides it. "
                + "Says nothing of which of the two it was. Compare with the same device and preset.",
            source:
                "domain reference §1.8 (over-processed); coefficients: logistic regression, sources weighted alike, on 56 "
                + "untouched pictures of the tuning half of the validity set against the same under a bilateral filter (σ 2 "
                + "pixels and 18 grey, twice; Tomasi and Manduchi 1998), with the same blurred (σ 1 pixel), compressed "
                + "(quality 20) and at 35 % contrast on the side of the untouched"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let least = Float(evidence.levels.black) + 20
        let usable = evidence.windows.windows.filter {
            $0.mean > least && $0.mean < 230 && $0.blackShare < 0.05 && $0.whiteShare < 0.05
        }
        guard usable.count >= NativeWindows.fewest, let odds = odds(of: usable) else { return }
        measurements.values["spk.smooth"] = Double(max(-20, min(20, odds)))
    }

    /// The log odds; nil where all windows are alike in contrast.
    static func odds(of windows: [NativeWindows.Window]) -> Float? {
        let middles = windows.map { min(power($0.vertical, 5..<10), power($0.horizontal, 5..<10)) }
        let tops = windows.map { min(power($0.vertical, 12..<16), power($0.horizontal, 12..<16)) }
        guard let quiet = quantile(middles, 0.1), let low = quantile(tops, 0.1), let high = quantile(tops, 0.9),
            let slope = slope(
                windows.map { PortableMath.log2($0.variance + 1) },
                windows.map { PortableMath.log2($0.laplacianVariance + 0.5) }
            )
        else { return nil }
        let spread = PortableMath.log2((max(0, low) + 0.02) / (max(0, high) + 0.02))
        return -13.88 - 3.65 * PortableMath.log2(max(0, quiet) + 0.05) + 7.53 * slope - 1.38 * spread
    }

    /// Mean power of some bins, counted from 0.
    private static func power(_ spectrum: SIMD16<Float>, _ bins: Range<Int>) -> Float {
        bins.reduce(0) { $0 + spectrum[$1] } / Float(bins.count)
    }

    /// Least-squares slope; nil where the abscissas hardly differ.
    private static func slope(_ x: [Float], _ y: [Float]) -> Float? {
        let count = Float(x.count)
        let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
        var (covariance, variance): (Float, Float) = (0, 0)
        for (a, b) in zip(x, y) {
            covariance += (a - meanX) * (b - meanY)
            variance += (a - meanX) * (a - meanX)
        }
        return variance > 0.01 * count ? covariance / variance : nil
    }
}
