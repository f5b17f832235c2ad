import Grading
import Imaging
import Reports

extension ScreenPanel {
    /// Both scores and the findings, and which line is the current one.
    func result(width: Int) -> ([ScreenText], Int) {
        guard let result = session.result else { return ([], 0) }
        var lines = [
            score(words.machine, result.machine.score, result.machine.level),
            score(words.expert, result.expert.score, result.expert.level),
        ]
        if let impression = session.answers.impression {
            lines[1].append("   \(words.impression) \(impression.label(language))", .dim)
        }
        if let explanation = result.explanation { lines += way(explanation, width: width) }
        let rows = session.findings
        if rows.isEmpty { lines.append(ScreenText(words.noFindings, .good)) }
        var current = 0
        for (index, row) in rows.enumerated() {
            let isCurrent = index == session.cursor
            if isCurrent { current = lines.count }
            lines.append(title(of: row, on: result.machine, isCurrent: isCurrent))
            lines += details(of: row, on: result, width: width)
        }
        return (lines, current)
    }

    /// From the items' sum to the machine's score, and the key that tells all of it.
    private func way(_ explanation: GradeExplanation, width: Int) -> [ScreenText] {
        var parts: [String] = []
        if let sum = explanation.sum { parts.append(words.sum(Numbers.score(sum))) }
        if let cap = explanation.cap, cap.applies {
            let name = FindingCode.named(cap.code)?.name[language] ?? cap.code
            parts.append(words.cap(Numbers.measured(cap.limit), name))
        }
        return Self.packed(parts + [words.how], width: width - 2).map { ScreenText("  " + $0, .dim) }
    }

    private func score(_ whose: String, _ score: Double?, _ level: Level?) -> ScreenText {
        let gap = String(repeating: " ", count: max(1, 11 - TerminalWidth.of(whose)))
        var line = ScreenText(whose + gap)
        guard let score, let level else {
            line.append(words.noScore, .warning)
            return line
        }
        line.append(Numbers.score(score) + " " + level.label(language), level <= .c ? .warning : .good)
        return line
    }

    private func title(of row: JudgedRow, on machine: GradedImage, isCurrent: Bool) -> ScreenText {
        var line = ScreenText(isCurrent ? "> " : "  ", .strong)
        switch row.verdict {
        case .confirmed: line.append("[y] ", .good)
        case .rejected: line.append("[n] ", .dim)
        case .unjudged: line.append("[ ] ", .strong)
        case .added: line.append("[+] ", .warning)
        }
        if row.origin == .machine {
            for (index, finding) in machine.findings.enumerated() where finding.code == row.code {
                line.append("\(index + 1)", .numbered(FindingScene.ink(ofNumber: index + 1)))
                line.append(" ")
            }
        }
        let severity = row.findings.map(\.severity).max()
        if let severity {
            line.append(severity.name[language] + " ", severity >= .major ? .bad : .dim)
        }
        line.append(
            FindingCode.named(row.code)?.name[language] ?? row.code,
            isCurrent ? .current : row.verdict == .rejected ? .dim : .plain
        )
        return line
    }

    /// Place, numbers and points of a finding, as many lines as they need.
    private func details(of row: JudgedRow, on result: SessionResult, width: Int) -> [ScreenText] {
        let indent = "      "
        switch row.origin {
        case .checklist: return [ScreenText(indent + words.fromList, .dim)]
        case .hand: return [ScreenText(indent + words.byHand, .dim)]
        case .machine: break
        }
        let room = width - indent.count
        return row.findings.flatMap { finding -> [String] in
            var parts: [String] = []
            if let metric = finding.metric, let value = finding.value {
                let entry = MetricNames.entry(metric)
                let unit = entry.map { $0.unit.isEmpty ? "" : " " + $0.unit } ?? ""
                let name = entry?.name[language] ?? metric
                if let odds = FindingNumbers.odds(of: finding) {
                    parts.append(name + " " + odds[language])
                } else {
                    parts.append(name + " " + Numbers.measured(value) + unit)
                    if let limit = finding.target ?? finding.limit {
                        parts.append(words.limit(Numbers.measured(limit)))
                    }
                }
                if case .baseline(let snapshot) = finding.limitOrigin { parts.append(words.baseline(snapshot)) }
            }
            if let item = item(of: finding, in: result.explanation) { parts.append(item) }
            if let place = place(of: finding, on: result.machine) { parts.append(place) }
            if finding.deduction > 0 { parts.append(words.points(Numbers.score(finding.deduction))) }
            return Self.packed(parts, width: room)
        }
        .map { ScreenText(indent + $0, .dim) }
    }

    /// The item that a finding decided: its sub-score times its points.
    private func item(of finding: Finding, in explanation: GradeExplanation?) -> String? {
        guard let explanation, let metric = finding.metric else { return nil }
        let item = explanation.items.first { item in
            item.steps.contains { $0.decides && $0.metric == metric && $0.passed?.code == finding.code }
        }
        guard let item, let score = item.score, explanation.weight > 0 else { return nil }
        return words.item(
            Numbers.fixed(score, decimals: 2),
            Numbers.fixed(explanation.points(of: item), decimals: 1)
        )
    }

    /// Parts beside each other as far as they fit, broken between them rather than inside.
    private static func packed(_ parts: [String], width: Int) -> [String] {
        var lines: [String] = []
        for part in parts {
            if let last = lines.last, TerminalWidth.of(last) + TerminalWidth.of(part) + 3 <= width {
                lines[lines.count - 1] = last + " · " + part
            } else {
                lines += ColumnCutting.lines(of: part, columns: width)
            }
        }
        return lines
    }

    /// Where on the picture a finding's marks are, in words; nil where it has none.
    private func place(of finding: Finding, on machine: GradedImage) -> String? {
        let points = (machine.marks ?? []).filter { $0.metric == finding.metric }.flatMap(\.outline)
        guard let box = machine.scanArea?.box, box.width > 0, box.height > 0, !points.isEmpty else { return nil }
        let across = points.map { ($0.x - Double(box.x)) / Double(box.width) }
        let down = points.map { ($0.y - Double(box.y)) / Double(box.height) }
        guard let left = across.min(), let right = across.max(), let top = down.min(), let bottom = down.max() else {
            return nil
        }
        if right - left > 0.75, bottom - top > 0.75 { return words.everywhere }
        func third(_ value: Double) -> Int { min(2, max(0, Int(value * 3))) }
        return words.place(row: third((top + bottom) / 2), column: third((left + right) / 2))
    }
}
