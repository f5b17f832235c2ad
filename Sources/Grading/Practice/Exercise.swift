/// Which exercise it is: everything about it follows from this text, the bank and the store.
///
/// `theory/QUESTION/NUMBER`, `expert/IMAGE/NUMBER`, `altered/IMAGE/NUMBER`, `simulated/SECTION/NUMBER`. The number decides
/// the order of choices, the options that are offered and, for an altered or a simulated picture, what is wrong with it; it
/// says nothing of the answer.
package struct ExerciseID: Sendable, Hashable, CustomStringConvertible {
    /// Where an exercise comes from.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        /// A question of the bank.
        case theory
        /// A stored picture that an expert has read.
        case expert
        /// A stored picture that an expert found faultless, with a fault put in, or with none.
        case altered
        /// A made picture with a known fault, or with none.
        case simulated

        /// Whether there is a picture without the fault to compare with.
        package var hasUntouched: Bool { self == .altered || self == .simulated }
    }

    package let kind: Kind
    /// Question id, image number, or section id.
    package let name: String
    package let number: UInt64

    /// Names an exercise.
    package init(kind: Kind, name: String, number: UInt64) {
        self.kind = kind
        self.name = name
        self.number = number
    }

    /// Whether it shows a stored picture, whose number is the name.
    package var isStored: Bool { kind == .expert || kind == .altered }

    /// Reads `description`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let kind = Kind(rawValue: String(parts[0])), !parts[1].isEmpty,
            let number = UInt64(parts[2])
        else { return nil }
        self.init(kind: kind, name: String(parts[1]), number: number)
    }

    package var description: String { "\(kind.rawValue)/\(name)/\(number)" }
}

/// What is asked in an exercise; nothing in it tells the answer.
package struct ExercisePrompt: Sendable, Codable, Equatable {
    /// One answer that is offered.
    package struct Option: Sendable, Codable, Equatable {
        /// `a`, `b`, … for theory, the finding code for a picture, `none` for "nothing is wrong".
        package var id: String
        package var text: LocalizedText

        /// An option.
        package init(id: String, text: LocalizedText) {
            self.id = id
            self.text = text
        }
    }

    /// The exercise, as `ExerciseID` writes it.
    package var exercise: String
    package var kind: ExerciseID.Kind
    package var text: LocalizedText
    package var options: [Option]
    /// Whether more than one option may be chosen.
    package var takesSeveral: Bool
    /// Whether a level A–D is to be given too.
    package var asksLevel: Bool
    /// Section id or the clinic's label; nil for theory and where the clinic said none.
    package var section: String?

    enum CodingKeys: String, CodingKey {
        case exercise, kind, text, options, section
        case takesSeveral = "takes_several"
        case asksLevel = "asks_level"
    }

    /// The option that says that nothing is wrong with a picture.
    package static let none = Option(
        id: "none",
        text: LocalizedText(zh: "未见明显技术问题", en: "No technical fault to be seen")
    )

    /// A prompt.
    package init(
        exercise: ExerciseID,
        text: LocalizedText,
        options: [Option],
        takesSeveral: Bool,
        asksLevel: Bool = false,
        section: String? = nil
    ) {
        self.exercise = exercise.description
        kind = exercise.kind
        self.text = text
        self.options = options
        self.takesSeveral = takesSeveral
        self.asksLevel = asksLevel
        self.section = section
    }
}

/// What is right in an exercise.
package struct ExerciseKey: Sendable, Codable, Equatable {
    /// What is repeated when it was missed: the same question, the same stored picture, or the same fault on another made
    /// picture of the section.
    package var card: String
    /// Training topic; nil for a picture without a fault.
    package var topic: String?
    /// Option ids that belong to the right answer, in the prompt's order.
    package var expected: [String]
    /// The expert's level; nil where none is asked.
    package var level: Level?
    /// Why, or the expert's own words; shown after the answer.
    package var explanation: LocalizedText?
    /// Who read the picture; nil where no expert did.
    package var expert: String?

    /// A key.
    package init(
        card: String,
        topic: String?,
        expected: [String],
        level: Level? = nil,
        explanation: LocalizedText? = nil,
        expert: String? = nil
    ) {
        self.card = card
        self.topic = topic
        self.expected = expected
        self.level = level
        self.explanation = explanation
        self.expert = expert
    }
}

/// An exercise with its key.
package struct Exercise: Sendable, Codable, Equatable {
    package var prompt: ExercisePrompt
    package var key: ExerciseKey

    /// Joins the two.
    package init(prompt: ExercisePrompt, key: ExerciseKey) {
        self.prompt = prompt
        self.key = key
    }

    /// An exercise out of a question of theory; the number decides the order of its choices.
    package init(_ question: TheoryQuestion, number: UInt64) {
        var random = PracticeRandom(seed: number, purpose: "choices of \(question.id)")
        let shown = random.shuffled(question.choices)
        let letters = "abcdef".map(String.init)
        prompt = ExercisePrompt(
            exercise: ExerciseID(kind: .theory, name: question.id, number: number),
            text: question.text,
            options: zip(letters, shown).map { ExercisePrompt.Option(id: $0, text: $1.text) },
            takesSeveral: question.kind == .multiple
        )
        key = ExerciseKey(
            card: "theory/\(question.id)",
            topic: question.topic,
            expected: zip(letters, shown).filter(\.1.isCorrect).map(\.0),
            explanation: question.explanation
        )
    }
}

/// What somebody answers to an exercise.
package struct ExerciseAnswer: Sendable, Codable, Equatable {
    /// Option ids.
    package var chosen: [String]
    package var level: Level?

    /// An answer.
    package init(chosen: [String], level: Level? = nil) {
        self.chosen = chosen
        self.level = level
    }

    /// The same answer with its options once each and in the prompt's order.
    ///
    /// Throws what is wrong with it: an option that is not there, more or fewer than may be chosen, a level that is
    /// missing or that nobody asked for.
    package func checked(against prompt: ExercisePrompt) throws(ReviewMistakes) -> ExerciseAnswer {
        let ids = prompt.options.map(\.id)
        var mistakes: [ReviewMistake] = chosen.filter { !ids.contains($0) }.map {
            ReviewMistake(item: "chosen", message: "“\($0.prefix(40))” is not offered", allowed: ids)
        }
        let none = ExercisePrompt.none.id
        if chosen.isEmpty {
            mistakes.append(ReviewMistake(item: "chosen", message: "is empty", allowed: ids))
        } else if !prompt.takesSeveral, Set(chosen).count > 1 {
            mistakes.append(ReviewMistake(item: "chosen", message: "holds more than one; exactly one is wanted"))
        } else if chosen.contains(none), Set(chosen).count > 1 {
            mistakes.append(ReviewMistake(item: "chosen", message: "holds “\(none)” and something else"))
        }
        let levels = Level.allCases.map(\.rawValue)
        if prompt.asksLevel, level == nil {
            mistakes.append(ReviewMistake(item: "level", message: "is missing", allowed: levels))
        } else if !prompt.asksLevel, level != nil {
            mistakes.append(ReviewMistake(item: "level", message: "is not asked for here; leave it out"))
        }
        if !mistakes.isEmpty { throw ReviewMistakes(mistakes) }
        return ExerciseAnswer(chosen: ids.filter(chosen.contains), level: level)
    }
}
