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
                + "begin at the first or last judged line or are at least 8 % of the lines wide, and lines between judged ones of "
                + "which nothing is valid (fewer than 3 of 32 cells), in runs of at least 4 % of the lines; over all judged and such "
                + "lines.",
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
        let gaps = unseenGaps(evidence)
        for line in gaps.joined() { isContact[line] = true }
        let all = judged + gaps.joined().count { lines[$0] == .unjudged }
        measurements.values["contact.loss"] = 100 * Double(isContact.count { $0 }) / Double(all)
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

    /// Valid cells that a line has at least where it is seen; share of the lines that a gap is wide at least.
    private static let fewestSeen = 3
    private static let leastGap = 0.04

    /// Runs of lines between the first and the last judged one of which nothing is valid from top to bottom.
    ///
    /// One even black is left out of the mask as blacked out by hand. Nobody does that over the whole depth, and letters, colour and
    /// calipers leave more of a line; so these are lines without contact.
    private static func unseenGaps(_ evidence: MetricEvidence) -> [ClosedRange<Int>] {
        let lines = evidence.lines.lines
        guard let first = lines.firstIndex(where: { $0 != .unjudged }),
            let last = lines.lastIndex(where: { $0 != .unjudged }), lines[first...last].contains(.unjudged)
        else { return [] }
        let counts = evidence.polar.cellCounts
        let isUnseen = lines.indices.map { line in
            guard first..<last ~= line, lines[line] == .unjudged else { return false }
            return (0..<PolarStatistics.bands).count { counts[$0 * lines.count + line] >= PolarStatistics.fewestOfCell }
                < fewestSeen
        }
        return runs(of: isUnseen).filter { Double($0.count) >= leastGap * Double(lines.count) }
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
