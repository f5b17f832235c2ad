/// How deep ultrasound reaches before noise or nothing follows.
package enum Penetration: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "pen",
            measures: "Depth down to which there are echoes.",
            unit: "% of depth",
            direction: .higherIsBetter,
            range: 0...100,
            input: .polarView,
            formula:
                "For each of 16 depth bands the lateral correlation 1 − D(2)/D(8), D(n) the mean squared difference "
                + "of samples n lines apart; the end of the deepest two bands in a row that have at least half of the "
                + "correlation at 30 % depth and a mean of at least 10 grey over black.",
            failure: "Absent when the correlation at 30 % depth is under 0.2 (noise all over, or too few pixels), or "
                + "fewer than 12 bands have 256 valid pairs. Noise that the scan converter smoothed passes for echoes.",
            source: "domain reference §1.13"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let bandRows = 16
        let bands = PolarView.depths / bandRows
        let black = Float(evidence.levels.black)
        var correlation: [Float?] = []
        var brightness: [Float] = []
        correlation.reserveCapacity(bands)
        brightness.reserveCapacity(bands)
        for band in 0..<bands {
            let rows = band * bandRows..<(band + 1) * bandRows
            let near = Self.mean(evidence.polar.nearDifferences[rows])
            let far = Self.mean(evidence.polar.farDifferences[rows])
            if let near, let far, far > 0 {
                correlation.append(1 - near / far)
            } else {
                correlation.append(near == nil ? nil : 0)
            }
            var (sum, count) = (Float(0), Float(0))
            for case .some(let mean) in evidence.polar.rowMeans[rows] { (sum, count) = (sum + mean, count + 1) }
            brightness.append(count == 0 ? 0 : sum / count - black)
        }
        guard correlation.count(where: { $0 != nil }) >= 12,
            let reference = median(correlation[3..<7].compactMap { $0 }), reference >= 0.2
        else { return }
        let isLost = correlation.indices.map { band in
            brightness[band] < 10 || (correlation[band] ?? 0) < reference / 2
        }
        // From below: fluid in the way (bladder, eye, effusion) is dark too, but there are echoes behind it. A single
        // band is a reverberation or a mark, not the end of penetration.
        let last = (1..<bands).last { !isLost[$0] && !isLost[$0 - 1] }
        let end = last.map { $0 + 1 } ?? 0
        measurements.values["pen"] = 100 * Double(end) / Double(bands)
        guard end < bands else { return }
        measurements.marks.append(
            Mark(
                metric: "pen",
                outline: evidence.input.polar.geometry.polygon(lines: 0...1, depths: Double(end) / Double(bands)...1)
            )
        )
    }

    private static func mean(_ rows: ArraySlice<(sum: UInt32, count: UInt32)>) -> Float? {
        let count = rows.reduce(0) { $0 + Int($1.count) }
        guard count >= 256 else { return nil }
        return Float(rows.reduce(0) { $0 + Int($1.sum) }) / Float(count)
    }
}
