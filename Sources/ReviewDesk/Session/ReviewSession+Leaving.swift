extension ReviewSession {
    mutating func showWhole() {
        if isUnblinded { showsWhole.toggle() } else { mode = .unblinding }
    }

    /// Keys after the question whether the whole picture is wanted.
    mutating func unblinded(_ key: ReviewKey) -> [ReviewEffect] {
        mode = .keys
        switch key {
        case .character("y"), .character("Y"), .character("w"), .character("W"): return [.showWhole]
        default: return []
        }
    }

    /// Keys while a reason is given for leaving an image to others: a digit takes a ready one at once.
    mutating func skipped(_ key: ReviewKey, in editor: LineEditor) -> [ReviewEffect] {
        var editor = editor
        switch key {
        case .escape:
            mode = .keys
            return []
        case .enter:
            let reason = String(editor.text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            guard !reason.isEmpty else {
                tell(.hint, words.skipNeedsReason)
                return []
            }
            mode = .keys
            return [.skip(reason: reason)]
        case .character where editor.isEmpty:
            if case .character(let character) = key.narrowed, let number = character.wholeNumberValue,
                words.skipReasons.indices.contains(number - 1)
            {
                mode = .keys
                return [.skip(reason: words.skipReasons[number - 1])]
            }
        default: break
        }
        _ = editor.press(key)
        mode = .skipping(editor)
        return []
    }

    /// Without answers nothing is lost and nobody is asked.
    mutating func leave() -> [ReviewEffect] {
        guard hasAnswers, hold != .lost else { return [.leave(keepingClaim: false)] }
        mode = .leaving
        return []
    }

    /// Keys after the question what becomes of the claim.
    mutating func left(_ key: ReviewKey) -> [ReviewEffect] {
        mode = .keys
        switch key {
        case .character("r"), .character("R"), .character("q"), .character("Q"): return [.leave(keepingClaim: false)]
        case .character("k"), .character("K"): return [.leave(keepingClaim: true)]
        default: return []
        }
    }

    mutating func readReport() {
        if facts.reportText == nil { tell(.hint, words.noReport) } else { mode = .report(firstLine: 0) }
    }

    /// The first line of a long text after a key, the screen knows where it ends; nil where the key ends the reading.
    static func turned(_ key: ReviewKey, from line: Int) -> Int? {
        switch key {
        case .up: max(0, line - 1)
        case .down: line + 1
        case .pageUp: max(0, line - 10)
        case .pageDown, .character(" "): line + 10
        default: nil
        }
    }
}
