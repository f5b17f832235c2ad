import Grading

/// A finding's numbers in words.
enum FindingLine {
    /// Severity, measured value, limit with its origin, and cost, as far as there are any.
    static func parts(of finding: Finding) -> [LocalizedText] {
        var parts = [finding.severity.name] + FindingNumbers.parts(of: finding)
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
