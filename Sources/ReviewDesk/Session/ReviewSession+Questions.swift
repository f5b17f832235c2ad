import Grading

extension ReviewSession {
    /// Keys of the checklist.
    mutating func pressedInQuestions(_ key: ReviewKey) -> [ReviewEffect] {
        // What nobody has seen is not judged, not even by a slip of the finger.
        if !hasPicture, !isUnblinded, Self.isAnswer(key) {
            tell(.bad, words.nothingSeen)
            return []
        }
        switch key {
        case .character("y"), .character("Y"): return answer(.yes)
        case .character("p"), .character("P"): return answer(.partly)
        case .character("n"), .character("N"): return answer(.no)
        case .character("x"), .character("X"): return answer(.notApplicable)
        case .character("a"): return answerAll()
        case .character("1"), .character("A"): impress(.a)
        case .character("2"), .character("B"): impress(.b)
        case .character("3"), .character("C"): impress(.c)
        case .character("4"), .character("D"): impress(.d)
        case .character("m"), .character("M"): toggleOptional()
        case .backspace, .left, .up: cursor = max(0, cursor - 1)
        case .right, .down, .tab: cursor = min(questions.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = questions.count
        case .enter, .character(" "): return goOn()
        default: refuse()
        }
        return []
    }

    private static func isAnswer(_ key: ReviewKey) -> Bool {
        guard case .character(let character) = key else { return false }
        return "ypnxaYPNXABCD1234".contains(character)
    }

    /// Answers the question under the cursor and goes on; on the impression, which may be left out, the first one.
    private mutating func answer(_ answer: ReviewAnswer) -> [ReviewEffect] {
        let row = max(cursor, 1)
        guard row <= questions.count else {
            refuse()
            return []
        }
        remember()
        answers.answers[questions[row - 1].key] = answer
        // An optional question lies behind the required ones: whoever is there goes on down.
        if !questions[row - 1].isRequired, row < questions.count {
            cursor = row + 1
            return []
        }
        if let open = nextOpen(from: row) {
            cursor = open
            return []
        }
        cursor = row
        return [.judge]
    }

    private mutating func answerAll() -> [ReviewEffect] {
        remember()
        for question in questions where question.isRequired && answers.answers[question.key] == nil {
            answers.answers[question.key] = .yes
        }
        return [.judge]
    }

    private mutating func impress(_ level: Level) {
        guard !hasSeenResult else { return tell(.hint, words.impressionStays) }
        remember()
        answers.impression = level
        if cursor == 0 { cursor = firstOpen ?? min(1, questions.count) }
    }

    /// Leaves the impression out; with every answer given, goes on to the result.
    private mutating func goOn() -> [ReviewEffect] {
        if openCount == 0 { return [.judge] }
        if cursor == 0 { cursor = firstOpen ?? 0 } else { refuse() }
        return []
    }
}
