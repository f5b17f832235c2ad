import Grading

/// A finding's numbers in words.
enum FindingLine {
    /// Severity, measured value, limit with its origin, and cost, as far as there are any.
    static func parts(of finding: Finding) -> [LocalizedText] {
        var parts = [finding.severity.name]
        if let value = finding.value {
            let entry = finding.metric.flatMap(MetricNames.entry)
            let unit = entry.map { $0.unit.isEmpty ? "" : " \($0.unit)" } ?? ""
            let measured = Word.measured.filled(["value": Numbers.measured(value) + unit])
            let name = entry?.name ?? finding.metric.map { LocalizedText(zh: $0, en: $0) }
            parts.append(
                name.map { LocalizedText(zh: "\($0.zh)：\(measured.zh)", en: "\($0.en): \(measured.en)") } ?? measured
            )
            if let limit = finding.limit {
                let word: Word = value > limit ? .limitAtMost : value < limit ? .limitAtLeast : .limitIs
                parts.append(word.filled(["limit": Numbers.measured(limit) + unit]))
            }
        }
        if case .baseline = finding.limitOrigin { parts.append(Word.baseline.text) }
        if finding.deduction > 0 {
            parts.append(Word.deduction.filled(["points": Numbers.measured(finding.deduction)]))
        }
        return parts
    }
}

extension FindingScene.Entry {
    /// Code and title.
    func heading(_ language: Language) -> String {
        title[language] == finding.code ? finding.code : "\(finding.code) \(title[language])"
    }

    /// Everything but the advice, on one line.
    func line(_ language: Language) -> String {
        var parts = [heading(language)] + FindingLine.parts(of: finding).map { $0[language] }
        if !hasPlace { parts.append(Word.wholePicture.text[language]) }
        return parts.joined(separator: " · ")
    }
}
