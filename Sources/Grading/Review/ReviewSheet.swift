/// What an expert is asked about one picture: the rubric's checklist as it applies to it.
package struct ReviewSheet: Sendable, Codable, Equatable {
    /// One yes-or-no part of an item, such as "cavum septi pellucidi seen".
    package struct Criterion: Sendable, Codable, Equatable {
        /// Unique in its item.
        package var id: String
        package var name: LocalizedText

        /// A criterion.
        package init(id: String, name: LocalizedText) {
            self.id = id
            self.name = name
        }
    }

    /// One weighted item.
    package struct Item: Sendable, Codable, Equatable {
        /// Who is expected to judge it.
        package enum Judge: String, Sendable, Codable { case expert, firstPass = "first_pass" }

        /// The rubric's id.
        package var id: String
        package var name: LocalizedText
        package var weight: Double
        /// What makes up the item on this section; empty where it is answered as a whole.
        package var criteria: [Criterion]
        package var judge: Judge
        /// Whether an answer is needed; an item that need not be answered keeps the first pass's score, or none.
        package var isRequired: Bool

        enum CodingKeys: String, CodingKey {
            case id, name, weight, criteria, judge
            case isRequired = "required"
        }

        /// An item.
        package init(
            id: String,
            name: LocalizedText,
            weight: Double,
            criteria: [Criterion] = [],
            judge: Judge,
            isRequired: Bool
        ) {
            self.id = id
            self.name = name
            self.weight = weight
            self.criteria = criteria
            self.judge = judge
            self.isRequired = isRequired
        }

        /// The keys under which it can be answered: the item's id where it has no criteria, else one a criterion.
        package var questions: [String] {
            criteria.isEmpty ? [id] : criteria.map { "\(id).\($0.id)" }
        }
    }

    package var rubric: RubricReference
    /// Expert's items first, then the first pass's, each in the rubric's order.
    package var items: [Item]

    /// A sheet.
    package init(rubric: RubricReference, items: [Item]) {
        self.rubric = rubric
        self.items = items
    }
}

/// One mistake in an expert's answers: what it is about and what would be right.
package struct ReviewMistake: Error, Sendable, Codable, Equatable, CustomStringConvertible {
    /// The question, finding or field, such as `section.symmetry`.
    package var item: String
    /// What is wrong with it, one English sentence.
    package var message: String
    /// What may stand there; empty where that cannot be listed.
    package var allowed: [String]

    /// A mistake.
    package init(item: String, message: String, allowed: [String] = []) {
        self.item = item
        self.message = message
        self.allowed = allowed
    }

    package var description: String {
        "\(item): \(message)" + (allowed.isEmpty ? "" : "; allowed: \(allowed.joined(separator: ", "))")
    }
}

/// All mistakes in an expert's answers; nothing of them was stored.
package struct ReviewMistakes: Error, Sendable, Equatable, CustomStringConvertible {
    /// At least one.
    package var mistakes: [ReviewMistake]

    /// Mistakes.
    package init(_ mistakes: [ReviewMistake]) { self.mistakes = mistakes }

    package var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
