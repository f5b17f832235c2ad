/// Clipped white areas.
///
/// A few specular lines at white are normal (diaphragm, bone, valve); areas are not.
package enum HighSaturation: Metric {
    /// Samples that a white spot needs before it counts.
    private static let leastArea = 25
    /// Samples across it at its narrower side; specular lines are thinner.
    private static let leastThickness = 4.0

    package static let descriptions = [
        MetricDescription(
            id: "sat.hi",
            measures: "Share of the picture in clipped white areas.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula:
                "Samples within 2 grey of white, joined (4 neighbours) to spots; spots of at least 25 samples whose "
                + "area is at least 4 times their longer side's length, divided by all valid samples. White is 255, or "
                + "the grey from 200 up at which the picture's histogram ends in a spike.",
            failure: "Absent when fewer than 16,384 samples are valid. Calcified plaques and bone near the probe "
                + "can be white areas without any fault.",
            source: "domain reference §1.4"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let total = evidence.polar.histogram.total
        guard total >= GainPercentiles.fewestSamples else { return }
        let white = evidence.levels.white - 2
        var saturated = 0
        if evidence.polar.histogram.share(atLeast: white) * Double(total) >= Double(leastArea) {
            for spot in spots(in: evidence.input.polar, white: UInt8(clamping: white)) {
                saturated += spot.area
                measurements.marks.append(
                    Mark(
                        metric: "sat.hi",
                        outline: evidence.input.polar.geometry.polygon(
                            lines: Double(spot.lines.lowerBound) / 256...Double(spot.lines.upperBound + 1) / 256,
                            depths: Double(spot.depths.lowerBound) / 256...Double(spot.depths.upperBound + 1) / 256
                        )
                    )
                )
            }
        }
        measurements.values["sat.hi"] = 100 * Double(saturated) / Double(total)
    }

    private struct Spot {
        var area: Int
        var depths: ClosedRange<Int>
        var lines: ClosedRange<Int>
    }

    /// Floods the white samples; the largest 20 spots, largest first.
    private static func spots(in view: PolarView, white: UInt8) -> [Spot] {
        var left = [UInt8](repeating: 0, count: view.samples.count)
        let samples = view.samples.span
        let valid = view.valid.span
        var leftSpan = left.mutableSpan
        for index in 0..<samples.count { leftSpan[index] = samples[index] >= white ? valid[index] : 0 }
        let lines = PolarView.lines
        var spots: [Spot] = []
        var stack: [Int] = []
        for seed in 0..<leftSpan.count where leftSpan[seed] != 0 {
            leftSpan[seed] = 0
            stack.append(seed)
            var area = 0
            var top = seed / lines
            var bottom = top
            var first = seed % lines
            var last = first
            while let index = stack.popLast() {
                area += 1
                let depth = index / lines
                let line = index % lines
                top = min(top, depth)
                bottom = max(bottom, depth)
                first = min(first, line)
                last = max(last, line)
                if line > 0, leftSpan[index - 1] != 0 { leftSpan[index - 1] = 0; stack.append(index - 1) }
                if line < lines - 1, leftSpan[index + 1] != 0 { leftSpan[index + 1] = 0; stack.append(index + 1) }
                if depth > 0, leftSpan[index - lines] != 0 { leftSpan[index - lines] = 0; stack.append(index - lines) }
                if depth < PolarView.depths - 1, leftSpan[index + lines] != 0 {
                    leftSpan[index + lines] = 0
                    stack.append(index + lines)
                }
            }
            let length = max(bottom - top, last - first) + 1
            if area >= leastArea, Double(area) / Double(length) >= leastThickness {
                spots.append(Spot(area: area, depths: top...bottom, lines: first...last))
            }
        }
        return spots
    }
}
