/// The beat that scaling one way leaves in the texture, where no fan and no scales tell the aspect.
package enum AspectTrace: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "aspect.trace",
            measures:
                "How regularly the curvature of the picture comes and goes along one axis and not along the other.",
            unit: "dB",
            direction: .lowerIsBetter,
            range: 0...60,
            input: .area,
            formula:
                "Along 64 rows and 64 columns of the area's box: second difference (at most 20 grey) over its mean in 25 "
                + "pixels (at most 4 times), less 1, summed by place over the lines, where mean grey is 20–235 and mean "
                + "curvature over 0.5. Power spectra of the two profiles (Hann window, 1024 points), each over its own median in "
                + "49 points. The greatest excess of one axis over the greater of 1 and the other's greatest in 7 points, between "
                + "0.035 and 0.25 cycles a pixel, leaving out what lies within 1/200 of a multiple of 1/8 (JPEG blocks). "
                + "Stretching k times (0.8 to 1.25) makes a line at |1 − 1/k|, and moves JPEG's own to 1/(8k).",
            failure:
                "Absent where aspect.err is measured, which tells better, and under 64 usable pixels a side. Scaled one way is "
                + "not always stretched: a television capture that was set right, and a machine that interpolates 4 to "
                + "30 pixels from line to line, leave the same trace. Reducing with a good filter leaves little, noise or "
                + "compression put on afterwards covers it, and stretching by under 3.5 % or over 25 % is not looked for.",
            source: "domain reference §1.16; Gallagher 2005, Canadian Conference on Computer and Robot Vision, 65; "
                + "Mahdian and Saic 2008, IEEE Transactions on Information Forensics and Security 3:529"
        )
    ]

    /// Cycles a pixel between which a line is looked for.
    private static let band = (low: 0.035, high: 0.25)
    /// Points to either side of which a median, and the other axis's greatest value, are taken.
    private static let around = 24
    private static let beside = 3

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let (luma, box) = (evidence.input.image.luma, evidence.input.area.box)
        guard measurements["aspect.err"] == nil, let rows = LineCurvature(luma: luma, box: box, isAcross: true),
            let columns = LineCurvature(luma: luma, box: box, isAcross: false),
            let powers = ProfileSpectrum.relative(rows.profile, columns.profile)
        else { return }
        let (across, down) = (overNeighbours(powers.first), overNeighbours(powers.second))
        let excess: Float = max(Self.excess(across, over: down), Self.excess(down, over: across))
        measurements.values["aspect.trace"] = Double(
            max(0, min(60, PortableMath.decibels(intensity: max(1, excess))))
        )
    }

    /// Power over its own median around, by frequency.
    private static func overNeighbours(_ power: [Float]) -> [Float] {
        let last = Int(band.high * Double(ProfileSpectrum.length)) + beside + 1
        // Beyond its start the spectrum is its own mirror image. One median serves 8 points.
        let mirrored: [Float] = Array(power[1...around].reversed()) + power
        var medians: [Float] = []
        for middle in stride(from: 4, through: last + 8, by: 8) {
            let near = mirrored.span.extracting(middle..<min(mirrored.count, middle + 2 * around + 1))
            medians.append(max(1e-6, quantile(near, 0.5) ?? 1))
        }
        return (0...last).map { power[$0] / medians[$0 / 8] }
    }

    /// The greatest ratio of one axis's line to what the other has there.
    private static func excess(_ one: [Float], over other: [Float]) -> Float {
        let length = ProfileSpectrum.length
        var greatest: Float = 0
        for index in Int(band.low * Double(length)) + 1..<Int(band.high * Double(length)) {
            // Distance to the nearest multiple of an eighth, in points of the spectrum.
            let off = (index + length / 16) % (length / 8) - length / 16
            guard abs(off) > length / 200 else { continue }
            let beside = other[index - beside...index + beside].max() ?? 1
            greatest = max(greatest, one[index] / max(1, beside))
        }
        return greatest
    }
}
