/// Share of fine axial detail in the texture.
package enum SpectralSharpness: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "sharp.hf",
            measures: "Share of fine detail along the depth.",
            unit: "ratio",
            direction: .higherIsBetter,
            range: 0...1,
            input: .nativeWindows,
            formula:
                "Power in the upper half (bins 8–16 of 16) of the vertical spectrum over the power in all bins, after "
                + "the window's noise (Immerkær's mask) is taken off each bin; median over textured windows: variance "
                + "above noise over 20, noise under 3 % of the spectrum's power when spread over the upper half, mean "
                + "20–230, under 5 % white and 25 % black.",
            failure:
                "Absent with fewer than 12 textured windows, so also where noise drowns detail: noise never passes "
                + "for sharpness. Depends on how finely the machine samples: compare with the same device and size. In a "
                + "fan the vertical is the depth only near the middle.",
            source: "domain reference §1.9"
        ),
        MetricDescription(
            id: "sharp.cutoff",
            measures: "Finest detail present at all.",
            unit: "of Nyquist",
            direction: .higherIsBetter,
            range: 0...1,
            input: .nativeWindows,
            formula: "Lowest frequency of the mean normalised vertical spectrum of textured windows, noise taken off, "
                + "above which less than 0.1 % of the power lies; linear between bins.",
            failure: "Absent with fewer than 12 textured windows. Oversampling scanners have a low one by nature; a "
                + "low one in a large picture means that it was enlarged.",
            source: "domain reference §1.9 (up-scaling)"
        ),
        MetricDescription(
            id: "sharp.limit",
            measures: "Finest detail along the softer of the two axes.",
            unit: "of Nyquist",
            direction: .higherIsBetter,
            range: 0...1,
            input: .nativeWindows,
            formula:
                "Lowest frequency above which less than 1 % of the power lies, as for sharp.cutoff; of the horizontal "
                + "and the vertical spectrum the lower one.",
            failure:
                "Absent with fewer than 12 textured windows. Blur by a pixel or two leaves it within what machines "
                + "draw; motion blurs one axis only.",
            source: "domain reference §1.9"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let textured = evidence.windows.windows.filter(\.isTextured)
        guard textured.count >= NativeWindows.fewest else { return }
        var shares: [Float] = []
        var mean = SIMD16<Float>()
        var across = SIMD16<Float>()
        for window in textured {
            let signal = window.vertical - window.cornerVariance
            let total = signal.sum()
            guard total > 0 else { continue }
            shares.append(max(0, (signal.highHalf.sum() + signal[7]) / total))
            mean += signal / total
            let level = window.horizontal - window.cornerVariance
            let power = level.sum()
            // Rows of one grey have nothing but rounding errors of the transform.
            if power > 1e-6 * total { across += level / power }
        }
        guard shares.count >= NativeWindows.fewest, let share = median(shares) else { return }
        measurements.values["sharp.hf"] = Double(min(1, share))
        measurements.values["sharp.cutoff"] = cutoff(mean, share: 0.001)
        measurements.values["sharp.limit"] = min(cutoff(mean, share: 0.01), cutoff(across, share: 0.01))
    }

    /// Frequency (0–1 of Nyquist) above which less than a share of the power lies.
    private static func cutoff(_ power: SIMD16<Float>, share: Double) -> Double {
        let bins = (0..<16).map { Double(max(0, power[$0])) }
        let limit = bins.reduce(0, +) * share
        var tail = 0.0
        for bin in (0..<16).reversed() {
            if tail + bins[bin] >= limit {
                // Bin `bin` holds the frequency (bin + 1)/16; what is missing to the limit says how far into it.
                let part = bins[bin] > 0 ? (limit - tail) / bins[bin] : 0
                return (Double(bin + 1) - part) / 16
            }
            tail += bins[bin]
        }
        return 0
    }
}
