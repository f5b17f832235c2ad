package import Grading
package import Store

/// What the driver hands back in.
extension ReviewSession {
    /// The result of the answers as they stand.
    package mutating func judged(_ result: SessionResult) {
        self.result = result
        if !hasSeenResult { blindAnswers = answers.answers }
        hasSeenResult = true
        if stage != .result {
            stage = .result
            cursor = 0
        }
        cursor = min(cursor, max(0, findings.count - 1))
    }

    /// The answers do not make a result; the checklist is shown again, at the first of the questions that are wrong.
    package mutating func refused(_ mistakes: ReviewMistakes) {
        stage = .questions
        let wrong = Set(mistakes.mistakes.map(\.item))
        cursor = questions.firstIndex { wrong.contains($0.key) }.map { $0 + 1 } ?? min(max(cursor, 1), questions.count)
        let nothingApplies = questions.allSatisfy { answers.answers[$0.key] == .notApplicable }
        tell(.bad, nothingApplies ? words.nothingApplies : mistakes.mistakes.first.map { "\($0)" } ?? "")
    }

    /// The unblinding is in the audit trail and the whole picture on the screen.
    package mutating func wholePictureShown() {
        isUnblinded = true
        showsWhole = true
        tell(.hint, words.wholeShown)
    }

    /// What was tried did not work; everything stays as it was.
    package mutating func failed(_ message: String) { tell(.bad, message) }

    /// The driver says something that went well.
    package mutating func say(_ message: String) { tell(.good, message) }

    /// The claim is in force until then.
    package mutating func held(until: Timestamp) {
        if hold == .lost { tell(.good, words.heldAgain) }
        hold = .held(until: until)
    }

    /// The claim is held anew, and what is asked or what the machine said may have changed since.
    ///
    /// Answers to questions that are still asked stay.
    package mutating func heldAgain(facts: BlindFacts, sheet: ReviewSheet, until: Timestamp) -> [ReviewEffect] {
        self.facts = facts
        if sheet != self.sheet {
            self.sheet = sheet
            questions = ReviewQuestion.all(of: sheet).filter { listsOptional || $0.isRequired }
            let asked = Set(ReviewQuestion.all(of: sheet).map(\.key))
            answers.answers = answers.answers.filter { asked.contains($0.key) }
            past = []
        }
        held(until: until)
        guard stage == .result else { return [] }
        if openCount == 0 { return [.judge] }
        stage = .questions
        cursor = firstOpen ?? 0
        return []
    }

    /// The claim ran out, or is another's now.
    package mutating func lost(_ message: String? = nil) {
        hold = .lost
        tell(.bad, message.map { $0 + " " + words.keptAnswers } ?? words.leaseOver)
    }
}
