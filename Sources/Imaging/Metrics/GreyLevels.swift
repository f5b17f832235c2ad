/// Lost grey levels: capture with few bits, palettes, stretched contrast.
package enum GreyLevels: Metric {
    /// Pixels that are enough to meet every level a picture has; half of the rows are counted.
    private static let fewestPixels = 10_000

    package static let descriptions = [
        MetricDescription(
            id: "levels",
            measures: "Distinct grey levels.",
            unit: "levels",
            direction: .higherIsBetter,
            range: 1...256,
            input: .nativeRows,
            formula:
                "Levels that at least 1 in 50,000 pixels of every second row have, and at least a tenth as many pixels as the "
                + "commonest level within 8 either side (black and white themselves not counted as such neighbours).",
            failure:
                "Absent with fewer than 10,000 pixels in every second row. JPEG smears each level of a poor capture over its "
                + "neighbours, so that more are counted than there were.",
            source: "domain reference §1.5"
        ),
        MetricDescription(
            id: "levels.gap",
            measures: "Empty levels within the range in use (comb histogram).",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .nativeRows,
            formula:
                "Levels between the 1st and the 99th percentile that fewer than 1 in 50,000 pixels have, or fewer than a "
                + "tenth as many as the mean of the seven levels around them; divided by all levels between.",
            failure: "Absent with fewer than 10,000 pixels in every second row or fewer than 32 levels between the "
                + "percentiles. JPEG fills gaps again: at quality 90 and below a comb may be hidden.",
            source: "domain reference §1.5"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let histogram = evidence.rows.inside
        guard histogram.total >= fewestPixels else { return }
        let counts = histogram.counts
        let least = max(1, histogram.total / 50_000)
        let lowest = evidence.levels.black + 1
        let highest = evidence.levels.white - 1
        let distinct = counts.indices.count { grey in
            let around = max(lowest, min(highest, grey - 8))...max(lowest, min(highest, grey + 8))
            let commonest = counts[around].max() ?? 0
            return counts[grey] >= least && counts[grey] * 10 >= commonest
        }
        measurements.values["levels"] = Double(max(1, distinct))
        guard let low = histogram.percentile(0.01), let high = histogram.percentile(0.99), high - low >= 32 else {
            return
        }
        let gaps = (low + 1..<high).count { grey in
            let around = max(0, grey - 3)...min(255, grey + 3)
            return counts[grey] < least || counts[grey] * 10 * around.count < counts[around].reduce(0, +)
        }
        measurements.values["levels.gap"] = 100 * Double(gaps) / Double(high - low - 1)
    }
}
