/// All questions of theory that a home may ask.
package struct QuestionBank: Sendable, Equatable {
    /// By topic, then by id.
    package let questions: [TheoryQuestion]
    private let byID: [String: TheoryQuestion]

    /// The built-in questions with a home's own ones; an own question goes before a built-in one of the same id.
    ///
    /// Throws all the mistakes of all own files together.
    package init(own: [RubricSource] = []) throws(RubricError) {
        let builtIn = try Self.read(BuiltInQuestions.sources)
        let others = try Self.read(own)
        let byID = Dictionary((builtIn + others).map { ($0.id, $0) }, uniquingKeysWith: { _, own in own })
        self.init(byID)
    }

    /// Questions that are known already; of two with one id the later one.
    package init(_ questions: [TheoryQuestion]) {
        self.init(Dictionary(questions.map { ($0.id, $0) }, uniquingKeysWith: { _, later in later }))
    }

    private init(_ byID: [String: TheoryQuestion]) {
        self.byID = byID
        questions = byID.values.sorted { ($0.topic, $0.id) < ($1.topic, $1.id) }
    }

    /// A question by its id; nil for one that the bank does not have.
    package func question(id: String) -> TheoryQuestion? { byID[id] }

    /// The questions of some topics; no topic means all of them.
    package func questions(of topics: Set<String>) -> [TheoryQuestion] {
        topics.isEmpty ? questions : questions.filter { topics.contains($0.topic) }
    }

    /// Reads files of questions (`sonograde.questions/1`, docs/practice.md).
    ///
    /// Throws all mistakes with file and line; an id may stand once in all the files together.
    package static func read(_ sources: [RubricSource]) throws(RubricError) -> [TheoryQuestion] {
        var mistakes: [RubricMistake] = []
        var questions: [TheoryQuestion] = []
        var places: [String: SourcePlace] = [:]
        for source in sources {
            do throws(RubricError) {
                var checker = QuestionChecker(file: source.name)
                for (question, place) in checker.check(try SourceReader.read(source)) {
                    if let first = places[question.id] {
                        mistakes.append(
                            place.mistake(
                                "question “\(question.id)” stands already in \(first.file), line \(first.line)"
                            )
                        )
                    } else {
                        places[question.id] = place
                        questions.append(question)
                    }
                }
                mistakes += checker.mistakes
            } catch {
                mistakes += error.mistakes
            }
        }
        if !mistakes.isEmpty { throw RubricError(mistakes) }
        return questions
    }
}

/// The tree of a file of questions → questions, or every mistake with its line.
struct QuestionChecker {
    private var values: RubricChecker
    static let schemaID = "sonograde.questions/1"

    init(file: String) { values = RubricChecker(file: file) }

    var mistakes: [RubricMistake] { values.mistakes }

    mutating func check(_ tree: SourceNode) -> [(TheoryQuestion, SourcePlace)] {
        guard values.mapping(tree, "a file of questions") else { return [] }
        values.keys(tree, ["schema", "title", "questions"])
        if let schema = values.required(tree, "schema"), schema.text != Self.schemaID {
            values.mistake(schema, "schema must be \(Self.schemaID), not \(schema.kind)")
        }
        if let title = tree["title"] { _ = values.localized(title, "title") }
        guard let list = values.list(values.required(tree, "questions"), "questions") else { return [] }
        return list.compactMap { node in question(node).map { ($0, node.place) } }
    }

    private mutating func question(_ node: SourceNode) -> TheoryQuestion? {
        guard values.mapping(node, "a question") else { return nil }
        values.keys(node, ["id", "topic", "kind", "text", "choices", "explanation"])
        let id = values.identifier(node, "id")
        var topic: String?
        if let value = values.required(node, "topic") {
            if let text = value.text, PracticeTopic.all.contains(text) {
                topic = text
            } else {
                let known = PracticeTopic.all.joined(separator: ", ")
                values.mistake(value, "unknown topic \(value.kind); allowed: \(known)")
            }
        }
        let kind = node["kind"].map { values.choice($0, TheoryQuestion.Kind.self, "kind") } ?? .single
        let text = values.required(node, "text").flatMap { values.localized($0, "text") }
        let explanation = values.required(node, "explanation").flatMap { values.localized($0, "explanation") }
        let choices = values.required(node, "choices").flatMap { self.choices($0, kind: kind) }
        guard let id, let topic, let kind, let text, let explanation, let choices else { return nil }
        return TheoryQuestion(
            id: id,
            topic: topic,
            kind: kind,
            text: text,
            choices: choices,
            explanation: explanation
        )
    }

    private mutating func choices(_ node: SourceNode, kind: TheoryQuestion.Kind?) -> [TheoryQuestion.Choice]? {
        guard let list = values.list(node, "choices") else { return nil }
        var choices: [TheoryQuestion.Choice] = []
        for element in list {
            guard values.mapping(element, "a choice") else { return nil }
            values.keys(element, ["zh", "en", "correct"])
            var isCorrect = false
            if let mark = element["correct"] {
                guard mark.text == "true" || mark.text == "false" else {
                    values.mistake(mark, "correct must be true or false, not \(mark.kind)")
                    return nil
                }
                isCorrect = mark.text == "true"
            }
            var texts: [String] = []
            for language in ["zh", "en"] {
                guard let value = values.required(element, language) else { continue }
                if let text = values.text(value, "a choice, \(language),") { texts.append(text) }
            }
            guard texts.count == 2 else { return nil }
            choices.append(
                TheoryQuestion.Choice(text: LocalizedText(zh: texts[0], en: texts[1]), isCorrect: isCorrect)
            )
        }
        guard (2...6).contains(choices.count) else {
            values.mistake(node, "\(choices.count) choices; a question has 2 to 6")
            return nil
        }
        let right = choices.count(where: \.isCorrect)
        switch kind {
        case .single where right != 1:
            values.mistake(node, "\(right) choices are correct; a single-choice question has exactly 1")
            return nil
        case .multiple where right < 2:
            values.mistake(node, "\(right) choices are correct; a multiple-choice question has 2 or more")
            return nil
        default: return choices
        }
    }
}
