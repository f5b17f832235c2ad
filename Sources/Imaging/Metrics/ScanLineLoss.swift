/// Scan lines without contact, and scan lines in shadow.
package enum ScanLineLoss: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "contact.loss",
            measures: "Share of the probe without contact to the skin.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula: "Dark lines (see shadow.frac) that are dark from the first eighth of the depth on, in runs that "
                + "begin at the first or last judged line or are at least 8 % of the lines wide; over all judged lines.",
            failure: "Absent where shadow.frac is. Cannot tell an air gap from a rib that touches the probe.",
            source: "domain reference §1.11"
        ),
        MetricDescription(
            id: "shadow.frac",
            measures: "Share of the scan lines that end in shadow.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula:
                "A line is dark when its median cell between 30 and 95 % of the depth, smoothed over nine lines, is "
                + "below 35 % of the lines' 70th percentile (both over black), and its deepest cells are dark against "
                + "the other lines' as well: bright again below means fluid, not shadow. Dark lines that are not "
                + "contact loss, over all judged lines.",
            failure: "Absent when fewer than 64 lines have 8 valid cells, or the lines' 70th percentile is under 12 "
                + "grey over black. A shadow may be the diagnosis (stone), and ribs belong to lung and heart.",
            source: "domain reference §1.11 (scan-line variant)"
        ),
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let profile = evidence.lines
        let judged = profile.judged
        guard profile.isMeasurable, judged > 0 else { return }
        let lines = profile.lines
        let first = lines.firstIndex { $0 != .unjudged } ?? 0
        let last = lines.lastIndex { $0 != .unjudged } ?? 0
        var isContact = [Bool](repeating: false, count: lines.count)
        for run in runs(of: lines.map(startsAtSkin)) {
            let touchesEdge = run.lowerBound <= first + 1 || run.upperBound >= last - 1
            if touchesEdge || run.count * 100 >= 8 * judged { for line in run { isContact[line] = true } }
        }
        let isShadow = lines.indices.map { line in
            if case .dark = lines[line] { return !isContact[line] }
            return false
        }
        measurements.values["contact.loss"] = 100 * Double(isContact.count { $0 }) / Double(judged)
        measurements.values["shadow.frac"] = 100 * Double(isShadow.count { $0 }) / Double(judged)
        for (metric, flags) in [("contact.loss", isContact), ("shadow.frac", isShadow)] {
            for run in runs(of: flags) {
                let start =
                    run.compactMap { line -> Int? in
                        if case .dark(let from) = lines[line] { from } else { nil }
                    }.min() ?? 0
                measurements.marks.append(
                    Mark(
                        metric: metric,
                        outline: evidence.input.polar.geometry.polygon(
                            lines: Double(run.lowerBound) / 256...Double(run.upperBound + 1) / 256,
                            depths: Double(start) / 32...1
                        )
                    )
                )
            }
        }
    }

    /// Whether a line is dark from the first eighth of the depth on.
    private static func startsAtSkin(_ line: ScanLineProfile.Line) -> Bool {
        if case .dark(let from) = line { from < 4 } else { false }
    }

    /// Runs of set flags.
    private static func runs(of flags: [Bool]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        var start: Int?
        for (index, flag) in flags.enumerated() {
            if flag { start = start ?? index }
            if let begin = start, !flag || index == flags.count - 1 {
                runs.append(begin...(flag ? index : index - 1))
                start = nil
            }
        }
        return runs
    }
}
