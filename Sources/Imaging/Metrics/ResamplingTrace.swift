/// The beat of interpolation that enlarging leaves, however smooth the enlarged picture is.
package enum ResamplingTrace: Metric {
    /// Below these odds the texture is too fine to have been enlarged, and the spectra are not made.
    private static let suspicion = -4.5
    /// A line of so many dB is looked at twice; the machine's own interpolation leaves no stronger one.
    private static let doubtful = 12.0..<21

    package static let descriptions = [
        MetricDescription(
            id: "scale.period",
            measures: "How regularly the curvature of the picture comes and goes across and down alike.",
            unit: "dB",
            direction: .lowerIsBetter,
            range: 0...60,
            input: .nativeWindows,
            formula:
                "In about 64 tiles, mean size of the second difference (at most 20 grey) along rows by column, over the "
                + "tile's mean, less 1; the same along columns by row. Power spectra of these two profiles (Hann window, "
                + "1024 points), each over its own median; the lesser of the two at each frequency, widened by one "
                + "point; the greatest of it between 0.1 and 0.5 cycles a pixel, leaving out what lies within 1/200 of "
                + "a multiple of 1/8 (JPEG blocks). Enlarging k times makes a line at 1 − 1/k or 1/k.",
            failure:
                "Absent with fewer than 12 tiles, between 12 and 21 dB where 1 and more of 10,000 pairs of neighbours have steps "
                + "within one pixel (see scale.odds: what is sharp to the pixel was not enlarged), or where sharp.soft is absent or under −4.5 (not the texture of an "
                + "enlarged picture). Enlarging by a whole factor of 2, 4 or 8, or in one direction only, is not seen. A "
                + "machine that interpolates from a square grid leaves the same line.",
            source: "domain reference §1.9; Gallagher 2005, Canadian Conference on Computer and Robot Vision, 65"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let softness = measurements["sharp.soft"], softness >= suspicion,
            let profiles = CurvatureProfiles(luma: evidence.input.image.luma, tiles: evidence.tiles.origins),
            let (across, down) = ProfileSpectrum.relative(profiles.columns, profiles.rows)
        else { return }
        let length = ProfileSpectrum.length
        var peak: Float = 0
        for index in length / 10..<length / 2 {
            // Distance to the nearest multiple of an eighth, in points of the spectrum.
            let off = (index + length / 16) % (length / 8) - length / 16
            guard abs(off) > length / 200 else { continue }
            peak = max(peak, min(around(across, index), around(down, index)))
        }
        let value = Double(max(0, min(60, PortableMath.decibels(intensity: max(1, peak)))))
        // The machine's own interpolation leaves the line as well; what it draws on the finished screen is sharp.
        if doubtful.contains(value), let steps = measurements.pixelSteps(of: evidence.input.image.luma),
            steps.rate >= PixelSteps.proof
        {
            return
        }
        measurements.values["scale.period"] = value
    }

    private static func around(_ power: [Float], _ index: Int) -> Float {
        max(power[index - 1], max(power[index], power[min(index + 1, power.count - 1)]))
    }
}
