/// Edge strength of the texture.
package enum LaplacianSharpness: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "sharp.vol",
            measures: "Edge strength against texture strength.",
            unit: "ratio",
            direction: .higherIsBetter,
            range: 0...64,
            input: .nativeWindows,
            formula:
                "Variance of the Laplacian minus 20 times the white-noise variance, over the grey variance minus the "
                + "white-noise variance; median over textured windows. 20 is the sum of the Laplacian's squared weights, "
                + "so white noise (Immerkær's mask) cancels.",
            failure:
                "Absent with fewer than 12 textured windows (see sharp.hf). Compare with the same device and size.",
            source: "domain reference §1.9"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let ratios = evidence.windows.windows.filter(\.isTextured).map { window in
            let noise = window.cornerVariance
            return max(0, window.laplacianVariance - 20 * noise) / (window.variance - noise)
        }
        guard ratios.count >= NativeWindows.fewest, let ratio = median(ratios) else { return }
        measurements.values["sharp.vol"] = Double(ratio)
    }
}
