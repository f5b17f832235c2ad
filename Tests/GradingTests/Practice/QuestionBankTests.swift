import Foundation
import Grading
import SchemaChecks
import Testing

@Suite("The bank of theory questions")
struct QuestionBankTests {
    @Test("The built-in bank is the files of Questions/, has 60 questions or more and every topic")
    func builtIn() throws {
        let bank = try QuestionBank()
        #expect(bank.questions.count >= 60)
        #expect(Set(bank.questions.map(\.topic)) == Set(PracticeTopic.all))
        let files = try Repository.names(in: "Questions", endingWith: ".yaml")
        #expect(BuiltInQuestions.sources.map(\.name) == files)
        for (source, name) in zip(BuiltInQuestions.sources, files) {
            // The script puts a line end before the closing quotes.
            let bytes = try Repository.bytes("Questions/" + name)
            #expect(source.bytes == bytes, "run script/embed-questions")
        }
    }

    @Test("The built-in files keep the schema of questions, which refuses what the reader refuses")
    func schema() throws {
        let schema = try JSONSchema(try Repository.bytes("docs/schemas/questions.schema.json"))
        for source in BuiltInQuestions.sources {
            #expect(try schema.violations(in: source.json()) == [], "\(source.name)")
            let text = String(decoding: source.bytes, as: UTF8.self)
            for (part, other) in [
                ("topic: T01", "topic: T13"), ("kind: multiple", "kind: open"), ("id: t01-01", "id: T 1"),
            ] {
                let broken = RubricSource(name: source.name, text: text.replacing(part, with: other))
                #expect(throws: RubricError.self) { try QuestionBank.read([broken]) }
                #expect(try !schema.violations(in: broken.json()).isEmpty, "\(other)")
            }
        }
    }

    @Test("Choices of one question differ, and the right one is not given away by being the longest")
    func fairChoices() throws {
        let questions = try QuestionBank().questions
        for question in questions {
            #expect(Set(question.choices.map(\.text.zh)).count == question.choices.count, "\(question.id)")
            #expect(Set(question.choices.map(\.text.en)).count == question.choices.count, "\(question.id)")
        }
        let single = questions.filter { $0.kind == .single }
        for wording in [\LocalizedText.zh, \LocalizedText.en] {
            let longest = single.count { question in
                let lengths = question.choices.map { $0.text[keyPath: wording].count }
                let right = question.choices.first(where: \.isCorrect).map { $0.text[keyPath: wording].count }
                return right == lengths.max() && lengths.count { $0 == lengths.max() } == 1
            }
            // Whoever always takes the longest of four does about as well as by chance.
            #expect(Double(longest) / Double(single.count) < 0.35)
        }
    }

    @Test("An own question goes before a built-in one of the same id")
    func ownQuestion() throws {
        let text = """
            schema: sonograde.questions/1
            questions:
              - id: t01-01
                topic: T12
                text: {zh: 本院问题, en: Our own}
                choices:
                  - {zh: 是, en: "yes it is", correct: true}
                  - {zh: 否, en: "no it is not"}
                explanation: {zh: 因为, en: because}
            """
        let bank = try QuestionBank(own: [RubricSource(name: "own.yaml", text: text)])
        #expect(bank.question(id: "t01-01")?.topic == "T12")
        let builtIn = try QuestionBank()
        #expect(bank.questions.count == builtIn.questions.count)
    }

    @Test("Every mistake in a file is named with its line")
    func mistakes() throws {
        let text = """
            schema: sonograde.questions/1
            questions:
              - id: Q1
                topic: T99
                text: {zh: 问}
                choices:
                  - {zh: 甲, en: a}
                  - {zh: 乙, en: b}
                explanation: {zh: 因为, en: because}
              - id: q2
                topic: T01
                kind: multiple
                text: {zh: 问, en: q}
                choices:
                  - {zh: 甲, en: a, correct: true}
                  - {zh: 乙, en: b}
                explanation: {zh: 因为, en: because}
                hint: none
            """
        let error = #expect(throws: RubricError.self) {
            try QuestionBank.read([RubricSource(name: "own.yaml", text: text)])
        }
        let found = try #require(error).mistakes.map { "\($0.line) \($0.message)" }
        let wanted = [
            (3, "Q1"), (4, "unknown topic"), (5, "lacks “en”"), (7, "0 choices are correct"),
            (15, "1 choices are correct"),
            (18, "unknown key “hint”"),
        ]
        for (line, part) in wanted {
            #expect(found.contains { $0.hasPrefix("\(line) ") && $0.contains(part) }, "\(line) \(part): \(found)")
        }
        #expect(found.count == wanted.count, "\(found)")
    }

    @Test("An id that stands twice is a mistake with both places")
    func twice() throws {
        let one = """
            schema: sonograde.questions/1
            questions:
              - id: q1
                topic: T01
                text: {zh: 问, en: q}
                choices: [{zh: 甲, en: a, correct: true}, {zh: 乙, en: b}]
                explanation: {zh: 因为, en: because}
            """
        let sources = ["a.yaml", "b.yaml"].map { RubricSource(name: $0, text: one) }
        let error = #expect(throws: RubricError.self) { try QuestionBank.read(sources) }
        #expect(try #require(error).description == "b.yaml:3: question “q1” stands already in a.yaml, line 3")
    }
}
