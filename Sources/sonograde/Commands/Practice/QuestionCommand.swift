import ArgumentParser
import Grading
import Intake
import ReviewDesk

struct QuestionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "question",
        abstract: "The bank of theory questions: look at it, and check your own files.",
        discussion: """
            The program carries a bank; a home adds its own files in its folder questions/ (docs/practice.md). An own \
            question goes before a built-in one of the same id.

            Examples:
              sonograde question list --topic T02
              sonograde question show t02-01
              sonograde question check questions/our-hospital.yaml
            """,
        subcommands: [List.self, Show.self, Check.self]
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the questions.",
            discussion: "Example:\n  sonograde question list --topic T02 --format csv"
        )

        @OptionGroup var home: HomeOption
        @Option(help: ArgumentHelp("Only this training topic, T01 to T12; may be repeated.", valueName: "topic"))
        var topic: [String] = []
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func validate() throws { try Topics.check(topic) }

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            let language = language.language(home: opened.settings.language)
            let questions = try opened.questionBank().questions(of: Set(topic))
            try RowOutput.write(questions.map(QuestionRow.init), as: output.format) { _ in
                for question in questions {
                    Terminal.line("\(question.id.padded(to: 8)) \(question.topic)  \(question.text[language])".shown)
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show a question with its right answers and the reason.",
            discussion: "Example:\n  sonograde question show t02-01 --lang en"
        )

        @OptionGroup var home: HomeOption
        @Argument(help: "The question's id.") var id: String
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            let language = language.language(home: opened.settings.language)
            guard let question = try opened.questionBank().question(id: id) else {
                throw Failure(.no, "the bank has no question \(id); see: sonograde question list")
            }
            try RowOutput.write([QuestionRow(question)], as: output.format) { _ in
                Terminal.line("\(question.id) \(question.topic)  \(question.text[language])".shown)
                for choice in question.choices {
                    Terminal.line("  [\(choice.isCorrect ? "x" : " ")] \(choice.text[language])".shown)
                }
                let words = PracticeWords(language)
                Terminal.line("  \(words.titled(words.whyTitle, question.explanation[language]))".shown)
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Check files of questions; every mistake is named with its line.",
            discussion: "Example:\n  sonograde question check our-hospital.yaml"
        )

        @Argument(help: "Files of questions, YAML.") var files: [String]

        func run() throws {
            let questions = try QuestionBank.read(try files.map { try QuestionFile.source($0) })
            Terminal.line("\(String.counted(questions.count, "question")): no mistake")
        }
    }
}

/// A question as the command writes it.
private struct QuestionRow: OutputRow {
    private struct Choice: Encodable {
        let text: LocalizedText
        let correct: Bool
    }

    private let id: String
    private let topic: String
    private let kind: TheoryQuestion.Kind
    private let text: LocalizedText
    private let choices: [Choice]
    private let explanation: LocalizedText

    init(_ question: TheoryQuestion) {
        id = question.id
        topic = question.topic
        kind = question.kind
        text = question.text
        choices = question.choices.map { Choice(text: $0.text, correct: $0.isCorrect) }
        explanation = question.explanation
    }

    static let columns = ["id", "topic", "kind", "text_zh", "text_en", "correct_zh", "wrong_zh", "explanation_zh"]
    var cells: [String] {
        func joined(_ isCorrect: Bool) -> String {
            choices.filter { $0.correct == isCorrect }.map(\.text.zh).joined(separator: " | ")
        }
        return [id, topic, kind.rawValue, text.zh, text.en, joined(true), joined(false), explanation.zh]
    }
}
