import Grading

/// A text that is being written.
package struct TextEntry: Sendable, Equatable {
    /// Which one.
    package enum Purpose: Sendable, Equatable { case comment, advice, consultation }

    package var purpose: Purpose
    package var editor: LineEditor
    /// Ready texts to take over by a digit.
    package var offers: [String]
    /// Whether digits still take offers over: until the expert types something.
    package var takesDigits: Bool
}

extension ReviewSession {
    /// Opens the editor on one of the three texts.
    mutating func write(_ purpose: TextEntry.Purpose) {
        let text =
            switch purpose {
            case .comment: answers.comment
            case .advice: answers.advice
            case .consultation: answers.consultation
            }
        let offers = purpose == .advice ? advice : []
        mode = .writing(
            TextEntry(
                purpose: purpose,
                editor: LineEditor(text ?? ""),
                offers: offers,
                takesDigits: !offers.isEmpty && text == nil
            )
        )
    }

    /// What the rubric advises on the findings that stand, each text once; nothing before the machine's result is seen,
    /// because it would tell it.
    private var advice: [String] {
        guard stage == .result, let result else { return [] }
        var texts: [String] = []
        for finding in result.expert.standing {
            if let text = finding.advice, !texts.contains(text) { texts.append(text) }
        }
        return Array(texts.prefix(9))
    }

    mutating func written(_ key: ReviewKey, in entry: TextEntry) -> [ReviewEffect] {
        var entry = entry
        switch key {
        case .escape:
            mode = .keys
            return []
        case .enter:
            mode = .keys
            return keep(entry.editor.text, as: entry.purpose)
        case .character(let character) where entry.takesDigits:
            if let number = character.wholeNumberValue, character.isASCII, entry.offers.indices.contains(number - 1) {
                let space = entry.editor.isEmpty || language == .zh ? "" : " "
                entry.editor.insert(space + entry.offers[number - 1])
            } else {
                entry.takesDigits = false
                // A space says that a digit is meant as a digit.
                if character != " " { _ = entry.editor.press(key) }
            }
        default:
            if entry.editor.press(key) { entry.takesDigits = entry.takesDigits && entry.editor.isEmpty }
        }
        mode = .writing(entry)
        return []
    }

    private mutating func keep(_ text: String, as purpose: TextEntry.Purpose) -> [ReviewEffect] {
        let trimmed = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        let kept = trimmed.isEmpty ? nil : trimmed
        var changed = answers
        switch purpose {
        case .comment: changed.comment = kept
        case .advice: changed.advice = kept
        case .consultation: changed.consultation = kept
        }
        guard changed != answers else { return [] }
        remember()
        answers = changed
        // A question to a further expert can make a result of answers that were none.
        if purpose == .consultation, openCount == 0 { return [.judge] }
        return []
    }
}
