import ArgumentParser
import Foundation
import Grading
import Intake
import ReviewDesk
import Store

struct ConsultationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consultation",
        abstract: "See and answer the questions that experts ask each other.",
        discussion: """
            A review asks with --consult; another expert answers. Open and answered ones stand in the reports.

            Example:
              sonograde consultation list --home /srv/sonograde
              sonograde consultation answer 3 --text "a normal variant" --expert li
            """,
        subcommands: [List.self, Show.self, Answer.self]
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List questions, newest first.",
            discussion: """
                With an expert (--expert or SONOGRADE_EXPERT) only what that expert may answer, else all.

                Example:
                  sonograde consultation list --state all --format csv
                """
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var expert: ExpertOption
        @Option(help: "open, answered or all.") var state = "open"
        @Option(help: "At most so many.") var limit = 50
        @Option(help: "Only questions older than this number, to page on.") var before: Int64?
        @OptionGroup var output: FormatOption

        func run() throws {
            let wanted = ConsultationRecord.State(rawValue: state)
            guard wanted != nil || state == "all" else {
                throw Failure(.usage, "--state is \(state); allowed is open, answered or all")
            }
            guard limit > 0 else { throw Failure(.usage, "--limit is \(limit); allowed is a number above 0") }
            let expert = try expert.id()
            let opened = try OpenHome.forReading(try home.home())
            let records = try opened.store.consultations(state: wanted, for: expert, before: before, limit: limit)
            try RowOutput.write(records.map(ConsultationRow.init), as: output.format) { rows in
                if rows.isEmpty { Terminal.line("no question") }
                for row in rows {
                    Terminal.line(
                        "\("\(row.id)".padded(to: 5)) \(row.state.padded(to: 9)) image \(row.image)  \(row.askedBy): \(row.question)"
                            .shown
                    )
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show one question with its answer.",
            discussion: "Example:\n  sonograde consultation show 3"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var output: FormatOption
        @Argument(help: "The question's number.") var id: Int64

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            guard let record = try ConsultationCommand.record(id, in: opened.store) else {
                throw Failure(.no, "there is no consultation \(id); see: sonograde consultation list --state all")
            }
            let row = ConsultationRow(record)
            switch output.format {
            case .table: row.show()
            case .json, .jsonl: try Terminal.line(CanonicalJSON.text(row))
            case .csv: try RowOutput.write([row], as: .csv) { _ in }
            }
        }
    }

    struct Answer: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "answer",
            abstract: "Answer a question; the clinic's report takes the answer in.",
            discussion: """
                Another expert than the one who asked answers, and once. The result changes only by a review.

                Example:
                  sonograde consultation answer 3 --text "a normal variant" --expert li
                """
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var expert: ExpertOption
        @Argument(help: "The question's number.") var id: Int64
        @Option(help: "The answer.") var text: String
        @OptionGroup var output: FormatOption

        func run() throws {
            let expert = try expert.required()
            guard text.contains(where: { !$0.isWhitespace }) else { throw Failure(.usage, "--text is empty") }
            let opened = try OpenHome.forWriting(try home.home())
            _ = try opened.desk(for: expert)
            let record = try answering {
                try opened.store.answerConsultation(id, answer: text, expert: expert, at: Timestamp(Date()))
            }
            let clerk = AnswerClerk(room: opened.room())
            clerk.answer(try opened.store.reviewSubject(image: record.image).exam.id)
            AnswerRemark.say(clerk.finish())
            try RowOutput.write([ConsultationRow(record)], as: output.format) { rows in
                for row in rows { Terminal.line("consultation \(row.id): answered") }
            }
        }
    }

    /// One question; nil when there is none of that number.
    fileprivate static func record(_ id: Int64, in store: Store) throws -> ConsultationRecord? {
        guard id > 0, id < .max else { return nil }
        let found = try store.consultations(state: nil, for: nil, before: id + 1, limit: 1).first
        return found?.id == id ? found : nil
    }
}

/// A question as commands write it (docs/schemas/consultation.schema.json).
struct ConsultationRow: OutputRow {
    let id: Int64
    let image: Int64
    let review: Int64
    let state: String
    let askedBy: String
    let askedAt: String
    let question: String
    let answer: String?
    let answeredBy: String?
    let answeredAt: String?

    enum CodingKeys: String, CodingKey {
        case id, image, review, state, question, answer
        case askedBy = "asked_by"
        case askedAt = "asked_at"
        case answeredBy = "answered_by"
        case answeredAt = "answered_at"
    }

    init(_ record: ConsultationRecord) {
        id = record.id
        image = record.image
        review = record.review
        state = record.state.rawValue
        askedBy = record.askedBy
        askedAt = record.askedAt.text
        question = record.question
        answer = record.answer
        answeredBy = record.answeredBy
        answeredAt = record.answeredAt?.text
    }

    static let columns = [
        "id", "image", "review", "state", "asked_by", "asked_at", "question", "answer", "answered_by", "answered_at",
    ]

    var cells: [String] {
        [
            "\(id)", "\(image)", "\(review)", state, askedBy, askedAt, question, answer ?? "", answeredBy ?? "",
            answeredAt ?? "",
        ]
    }

    /// Every field for people.
    func show() {
        Terminal.line("question \(id) (\(state)) on image \(image), review \(review)")
        Terminal.line("\(askedBy), \(askedAt): \(question)".shown)
        if let answer { Terminal.line("\(answeredBy ?? ""), \(answeredAt ?? ""): \(answer)".shown) }
    }
}
