import Grading

/// An explanation as a part of a page that folds out.
struct ExplanationMarkup {
    private let explanation: GradeExplanation
    private let words: ExplanationWords
    private let isOpen: Bool

    /// An explanation; `isOpen` shows it unfolded.
    init(_ explanation: GradeExplanation, isOpen: Bool) {
        self.explanation = explanation
        words = ExplanationWords(explanation: explanation)
        self.isOpen = isOpen
    }

    /// `<details>`.
    var markup: Markup {
        let other: Markup = words.otherRubric.map { "<p class=\"note\">\($0)</p>" } ?? .none
        return """
            <details class="why"\(isOpen ? " open" : Markup.none)><summary>\(Word.explainTitle) \
            <span class="note">\(explanation.rubric.id) \(explanation.rubric.version)</span></summary>
            \(other)\(explanation.items.map(block))
            <ul class="sum">\(words.conclusion.map { "<li>\($0)</li>" as Markup })</ul>
            </details>

            """
    }

    private func block(of item: GradeExplanation.Item) -> Markup {
        let differs: Markup = item.differsFromRubric ? "<p class=\"note\">\(Word.explainDiffers)</p>" : .none
        let head: Markup = "<p><b>\(item.name)</b> <span class=\"values\">\(words.result(of: item))</span></p>"
        if case .notApplicable(let reason) = item.state, reason != .noCriterion {
            return "<div class=\"item out\">\(head)</div>"
        }
        // What was measured stands first; what was not is told shortly.
        let measured = item.steps.filter { $0.state == .measured }
        let others = item.steps.filter { $0.state != .measured }
        return """
            <div class="item">\(head)\(differs)<ul class="steps">\(measured.map(line))\
            \(others.map(other))</ul></div>
            """
    }

    private func line(of step: GradeExplanation.Step) -> Markup {
        let value = step.value ?? 0
        let passed: Markup = step.passed.map { " · \($0.code) (\($0.severity.name))" } ?? .none
        let decides: Markup = step.decides ? " · <b>\(Word.explainDecides)</b>" : .none
        let spared: Markup = step.isSpared ? " · \(Word.explainSpared)" : .none
        let score: Markup = step.score.map { "\(words.subScore($0))" } ?? .none
        let limits = words.limits(of: step).map { "\($0)" as Markup }.joined(by: " · ")
        return """
            <li\(step.decides ? " class=\"decides\"" : Markup.none)>\(words.name(of: step.metric)) \
            <code>\(step.id)</code>: <b>\(words.value(of: step))</b>\
            \(LimitScale(low: step.low, high: step.high).map { scale($0, value) } ?? .none)\
            <span class="values">\(score)\(passed)\(decides)\(spared) · \(limits)</span></li>
            """
    }

    private func other(_ step: GradeExplanation.Step) -> Markup {
        """
        <li class="out">\(words.name(of: step.metric)) <code>\(step.id)</code>: \(words.value(of: step))</li>
        """
    }

    /// Zones from good to severe with the value's place; 120 units wide.
    private func scale(_ scale: LimitScale, _ value: Double) -> Markup {
        var left = 0.0
        var zones = Markup.none
        for (zone, width) in scale.zones {
            let share = 120 * width / scale.width
            zones.append(
                "<rect class=\"\(Self.name(of: zone))\" x=\"\(number(left))\" width=\"\(number(share))\" y=\"3\" height=\"6\"/>"
            )
            left += share
        }
        let place = scale.position(of: value).map { 120 * $0 } ?? 0
        return """
            <svg class="scale" viewBox="0 0 120 12" aria-hidden="true">\(zones)\
            <path d="M\(number(place)) 0v12"/></svg>
            """
    }

    private static func name(of zone: LimitScale.Zone) -> Markup {
        switch zone {
        case .good: "zone-good"
        case .warn: "zone-warn"
        case .defect: "zone-defect"
        case .severe: "zone-severe"
        }
    }

    private func number(_ value: Double) -> Markup { Markup(trusted: Numbers.fixed(value, decimals: 1)) }
}
