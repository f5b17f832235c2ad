import ArgumentParser
import Foundation
import Grading
import Intake
import ReviewDesk
import Store

struct DisputeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispute",
        abstract: "Object to an image's result: another expert judges it, and all readings are kept.",
        discussion: """
            A clinic can also drop the objection as a file: docs/intake.md. A file for --from holds one object, a list, \
            or one object a line, as docs/schemas/dispute.schema.json says.

            Example:
              sonograde dispute 17 --text "the plane is right, see the report" --by T07
              sonograde dispute --from objections.jsonl --format json
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(
        help: ArgumentHelp(
            "The image: its number, 8 or more digits of its SHA-256, or institution/exam-folder/file.",
            valueName: "image"
        )
    )
    var image: String?
    @Option(help: "What is wrong with the result.") var text: String?
    @Option(help: ArgumentHelp("Who objects.", valueName: "who")) var by: String?
    @Option(help: ArgumentHelp("Objections from this file; - is stdin.", valueName: "file")) var from: String?
    @OptionGroup var output: FormatOption

    func run() throws {
        guard from == nil || image == nil && text == nil && by == nil else {
            throw Failure(.usage, "--from goes without an image, --text and --by: the file has them")
        }
        if from == nil, image == nil || text == nil {
            throw Failure(.usage, "name the image and say what is wrong: sonograde dispute 17 --text \"…\"")
        }
        let opened = try OpenHome.forWriting(try home.home())
        let clerk = AnswerClerk(room: opened.room())
        defer { AnswerRemark.say(clerk.finish()) }
        if let from { return try run(file: from, opened, clerk) }
        let entry: DisputeEntry
        do {
            entry = try DisputeReader.read(image: image ?? "", text: text ?? "", by: by)
        } catch {
            throw ReviewOutput.failure(error)
        }
        try write([try answering { try Self.store(entry, in: opened, clerk) }])
    }

    private func run(file: String, _ opened: OpenHome, _ clerk: AnswerClerk) throws {
        var refused = 0
        var rows: [DisputeRow] = []
        func refuse(_ line: Int, _ problem: String) {
            refused += 1
            Terminal.remark("line \(line): \(problem)")
        }
        let input = try InputFile(file)
        var scanner = ObjectScanner { try input.read() }
        while let piece = try scanner.next() {
            do {
                if let problem = piece.problem {
                    throw ReviewMistakes([ReviewMistake(item: "object", message: problem)])
                }
                for entry in try DisputeReader.read(piece.bytes) {
                    do {
                        rows.append(try Self.store(entry, in: opened, clerk))
                    } catch let error as StoreError where error.isRefusal {
                        refuse(piece.line, "\(error)")
                    }
                }
            } catch let mistakes as ReviewMistakes {
                refuse(piece.line, mistakes.mistakes.map(\.description).joined(separator: "; "))
            }
        }
        try write(rows)
        let count = rows.count + refused
        if count == 0 { throw Failure(.usage, "\(file) holds no objection; see docs/schemas/dispute.schema.json") }
        if refused > 0 { throw Failure(.no, "\(refused) of \(String.counted(count, "objection")) refused") }
    }

    private static func store(_ entry: DisputeEntry, in opened: OpenHome, _ clerk: AnswerClerk) throws -> DisputeRow {
        let image = try ImageReference.image(entry.image, in: opened.store)
        let record = try opened.store.dispute(image: image, text: entry.text, by: entry.by, at: Timestamp(Date()))
        clerk.answer(try opened.store.reviewSubject(image: image).exam.id)
        return DisputeRow(record)
    }

    private func write(_ rows: [DisputeRow]) throws {
        try RowOutput.write(rows, as: output.format) { rows in
            for row in rows { Terminal.line("dispute \(row.id): image \(row.image) waits for another expert") }
        }
    }
}

/// An objection as commands write it (docs/schemas/dispute-record.schema.json).
struct DisputeRow: OutputRow {
    let id: Int64
    let image: Int64
    let state: String
    let text: String
    let by: String?
    let at: String
    let against: Int64?
    let settledBy: Int64?

    enum CodingKeys: String, CodingKey {
        case id, image, state, text, by, at, against
        case settledBy = "settled_by"
    }

    init(_ record: DisputeRecord) {
        id = record.id
        image = record.image
        state = record.settledBy == nil ? "open" : "settled"
        text = record.text
        by = record.by
        at = record.at.text
        against = record.against
        settledBy = record.settledBy
    }

    static let columns = ["id", "image", "state", "text", "by", "at", "against", "settled_by"]

    var cells: [String] {
        [
            "\(id)", "\(image)", state, text, by ?? "", at, against.map { "\($0)" } ?? "",
            settledBy.map { "\($0)" } ?? "",
        ]
    }
}

/// What is said when the outbox could not be written.
enum AnswerRemark {
    /// Says it once; what was stored stays stored.
    static func say(_ failures: [AnswerClerk.Failure]) {
        guard let first = failures.first else { return }
        Terminal.remark(
            "stored; \(String.counted(failures.count, "answer")) in the outbox could not be rewritten now "
                + "(\(IntakeError.words(of: first.error))): the watcher will do it"
        )
    }
}
