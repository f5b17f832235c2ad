import Grading

/// A rubric for people.
struct RubricTable {
    let rubric: Rubric
    let language: Language

    var text: String {
        var lines = [
            "\(rubric.title[language]) (\(rubric.id) \(rubric.version))", "sha256 \(rubric.sha256)",
            "A ≥ \(rubric.levels.a) > B ≥ \(rubric.levels.b) > C ≥ \(rubric.levels.c) > D; "
                + "major ≤ \(rubric.caps.major), critical ≤ \(rubric.caps.critical)",
        ]
        let total = rubric.items.reduce(0) { $0 + $1.weight }
        for item in rubric.items {
            lines.append("")
            lines.append("\(item.id)  \(item.name[language])  \(item.weight) / \(total)")
            for criterion in item.criteria {
                for (sign, side) in [(">", criterion.high), ("<", criterion.low)] {
                    guard let side else { continue }
                    lines.append(
                        "  \(criterion.metric) \(sign) \(side.warn) / \(side.defect) / \(side.severe)  \(side.code)  "
                            + "\(side.ladder.warn) / \(side.ladder.defect) / \(side.ladder.severe)"
                    )
                }
                lines += Self.relative(criterion)
            }
        }
        if !rubric.expertItems.isEmpty { lines += ["", "expert"] }
        for item in rubric.expertItems { lines += checklist(of: item) }
        for type in rubric.requiredSections.keys.sorted() {
            let sections = (rubric.requiredSections[type] ?? []).map(\.section).joined(separator: ", ")
            lines += ["", "\(type): \(sections)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Limits relative to what the device usually shows, in robust standard deviations.
    private static func relative(_ criterion: Criterion) -> [String] {
        guard let limits = criterion.baseline else { return [] }
        var least = limits.least > 0 ? ["least \(limits.least)"] : []
        if limits.leastShare > 0 { least.append("least \(limits.leastShare) of the median") }
        return [("+", limits.high), ("-", limits.low)].compactMap { sign, side in
            side.map {
                "  \(criterion.metric) baseline \(sign) \($0.warn) / \($0.defect) / \($0.severe) MAD'  \($0.code)  "
                    + "\($0.ladder.warn) / \($0.ladder.defect) / \($0.ladder.severe)  "
                    + "\(least.joined(separator: ", ")), backstop \(limits.backstop.rawValue)"
            }
        }
    }

    /// What an expert is asked: the item, then by section a line a question, as an answer names it.
    private func checklist(of item: ExpertItem) -> [String] {
        let needs = item.needs.map { "  needs \($0.rawValue)" } ?? ""
        let code = item.code.map { "  \($0)" } ?? ""
        var lines = ["  \(item.id)  \(item.name[language])  \(item.weight)\(needs)\(code)"]
        for entry in item.criteria {
            lines.append("    \(entry.sections.text)")
            if entry.criteria.isEmpty { lines.append("      \(item.id)") }
            lines += entry.criteria.map { "      \(item.id).\($0.id)  \($0.name[language])" }
        }
        return lines
    }
}
