package import Grading

/// An explanation as lines for a terminal.
package struct ExplanationText {
    private let explanation: GradeExplanation
    private let words: ExplanationWords
    private let language: Language

    /// An explanation in one language.
    package init(_ explanation: GradeExplanation, language: Language) {
        self.explanation = explanation
        words = ExplanationWords(explanation: explanation)
        self.language = language
    }

    /// Lines without their ends; only the wording is ours, so there is nothing to make harmless.
    package var lines: [String] {
        let rubric = "\(explanation.rubric.id) \(explanation.rubric.version)"
        var lines = ["\(Word.explainTitle.text[language]) (\(rubric))"]
        if let other = words.otherRubric { lines.append("  \(other[language])") }
        for item in explanation.items { lines += block(of: item) }
        lines += words.conclusion.map { "  \($0[language])" }
        return lines.map(ForeignText.visible)
    }

    private func block(of item: GradeExplanation.Item) -> [String] {
        var lines = ["  \(item.name[language]) [\(item.id)]: \(words.result(of: item)[language])"]
        if item.differsFromRubric { lines.append("    ! \(Word.explainDiffers.text[language])") }
        // Why a whole item was not asked stands above; its criteria would only repeat it.
        if case .notApplicable(let reason) = item.state, reason != .noCriterion { return lines }
        for step in item.steps {
            let name = "\(words.name(of: step.metric)[language]) [\(step.id)]"
            lines.append("    \(step.decides ? "▸" : " ") \(name): \(words.value(of: step)[language])")
            guard case .measured = step.state, let value = step.value, let score = step.score else { continue }
            var parts = [words.subScore(score)[language]]
            if let passed = step.passed {
                parts.append("\(passed.code) (\(passed.severity.name[language]))")
            }
            if step.decides { parts.append(Word.explainDecides.text[language]) }
            if step.isSpared { parts.append(Word.explainSpared.text[language]) }
            let bar = LimitScale(low: step.low, high: step.high)?.text(of: value) ?? ""
            lines.append("        \(bar)  \(parts.joined(separator: " · "))")
            lines.append("        \(words.limits(of: step).map { $0[language] }.joined(separator: " · "))")
        }
        return lines
    }
}
