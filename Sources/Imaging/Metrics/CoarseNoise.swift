/// Noise of 2–3 pixels, as a scaled or compressed copy makes it of fine noise.
package enum CoarseNoise: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "noise.coarse",
            measures: "Grain of 2–3 pixels that is as strong across as down, in the quietest parts.",
            unit: "grey",
            direction: .lowerIsBetter,
            range: 0...255,
            input: .nativeWindows,
            formula:
                "Square root of the lowest tenth, over windows with under 30 % black and 5 % white pixels, of the mean "
                + "power of bins 5–8 of 16 of the vertical spectrum or of the horizontal one, whichever is less. Speckle is "
                + "longer across than along the beam and weak in dark tissue; noise is neither. For white noise the "
                + "value is its standard deviation.",
            failure:
                "Absent with fewer than 12 such windows. In pictures scaled down until speckle is 2 pixels wide all "
                + "over, speckle counts as noise.",
            source: "domain reference §1.8 (speckle), §1.13; bins by trial on the tuning half of the validity set"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let usable = evidence.windows.windows.filter { $0.blackShare < 0.3 && $0.whiteShare < 0.05 }
        guard usable.count >= NativeWindows.fewest,
            let power = quantile(usable.map { min(grain($0.vertical), grain($0.horizontal)) }, 0.1)
        else { return }
        measurements.values["noise.coarse"] = min(255, Double(max(0, power).squareRoot()))
    }

    /// Mean power of bins 5–8.
    private static func grain(_ power: SIMD16<Float>) -> Float { (power[4] + power[5] + power[6] + power[7]) / 4 }
}
