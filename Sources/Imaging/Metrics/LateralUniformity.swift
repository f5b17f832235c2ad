/// Evenness from side to side.
package enum LateralUniformity: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "lat.cv",
            measures: "How uneven the scan lines are from side to side.",
            unit: "ratio",
            direction: .lowerIsBetter,
            range: 0...16,
            input: .polarView,
            formula: "Standard deviation over mean of the lines' brightness; a line's brightness is the median of its "
                + "cells between 30 and 95 % of the depth, over black.",
            failure:
                "Absent when fewer than 64 lines have 8 valid cells there, or the lines' mean is under 4 grey over "
                + "black. Shadows and contact loss raise it, as does one-sided anatomy. Grey is "
                + "logarithmic: the ratio is none of echo amplitudes, and it falls when gain is raised.",
            source: "domain reference §1.7"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let black = Double(evidence.levels.black)
        let values = evidence.lines.brightness.compactMap { $0.map { max(0, Double($0) - black) } }
        guard values.count >= 64 else { return }
        let mean = values.reduce(0, +) / Double(values.count)
        guard mean >= 4 else { return }
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        measurements.values["lat.cv"] = variance.squareRoot() / mean
    }
}
