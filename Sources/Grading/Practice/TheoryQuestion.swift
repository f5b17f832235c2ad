/// One question of theory with its right answers and the reason.
package struct TheoryQuestion: Sendable, Equatable {
    /// How it is answered.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// 单选题: exactly one choice is right.
        case single
        /// 多选题: two or more choices are right, and all of them are wanted.
        case multiple
    }

    /// One of the answers that are offered.
    package struct Choice: Sendable, Equatable {
        package var text: LocalizedText
        package var isCorrect: Bool

        /// A choice.
        package init(text: LocalizedText, isCorrect: Bool) {
            self.text = text
            self.isCorrect = isCorrect
        }
    }

    /// Unique in a bank: lower-case letters, digits, `.`, `_` and `-`.
    package var id: String
    /// Training topic `T01` … `T12` (domain reference §3.3).
    package var topic: String
    package var kind: Kind
    package var text: LocalizedText
    /// Two to six, in the order of the file; whoever asks puts them into another one.
    package var choices: [Choice]
    /// Why the right answers are right; shown after the answer.
    package var explanation: LocalizedText

    /// A question.
    package init(
        id: String,
        topic: String,
        kind: Kind,
        text: LocalizedText,
        choices: [Choice],
        explanation: LocalizedText
    ) {
        self.id = id
        self.topic = topic
        self.kind = kind
        self.text = text
        self.choices = choices
        self.explanation = explanation
    }
}

/// The training topics that findings are taught in.
package enum PracticeTopic {
    /// `T01` … `T12`.
    package static let all: [String] = TrainingTopic.all.map(\.id)
}
