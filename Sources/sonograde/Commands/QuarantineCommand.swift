import ArgumentParser
import Foundation
import Grading
import Intake
import Store

struct QuarantineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "See and mend what could not be read.",
        discussion: """
            Each entry says what is wrong and what to do. The number in front is what show, retry and discard take.

            Example:
              sonograde quarantine list --home /srv/sonograde
              sonograde quarantine retry 12 --home /srv/sonograde
            """,
        subcommands: [List.self, Show.self, Retry.self, Discard.self]
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List entries, newest first.",
            discussion: "Example:\n  sonograde quarantine list --state open --institution C01 --format json"
        )

        @OptionGroup var home: HomeOption
        @Option(help: "Only of this institution.") var institution: String?
        @Option(help: "open, retried, discarded, replaced or all.") var state = "open"
        @Option(help: "Only with this code, such as truncated.") var code: String?
        @Option(help: "At most so many.") var limit = 50
        @Option(help: "Only entries older than this number, to page on.") var before: Int64?
        @OptionGroup var output: FormatOption

        func run() throws {
            let wanted = QuarantineState(rawValue: state)
            guard wanted != nil || state == "all" else {
                let allowed = QuarantineState.allCases.map(\.rawValue).joined(separator: ", ")
                throw Failure(.usage, "--state is \(state); allowed is \(allowed) or all")
            }
            guard limit > 0 else { throw Failure(.usage, "--limit is \(limit); allowed is a number above 0") }
            let opened = try OpenHome.forReading(try home.home())
            let entries = try opened.store.quarantined(
                QuarantineFilter(institution: institution, state: wanted, code: code),
                before: before,
                limit: limit
            )
            try RowOutput.write(entries.map(QuarantineRow.init), as: output.format, table: QuarantineRow.table)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Show one entry, whole.",
            discussion: "Example:\n  sonograde quarantine show 12"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var output: FormatOption
        @Argument(help: "The entry's number.") var id: Int64

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            let row = QuarantineRow(try QuarantineCommand.entry(id, in: opened.store))
            switch output.format {
            case .table: row.show(in: opened.home)
            case .json, .jsonl: try Terminal.line(CanonicalJSON.text(row))
            case .csv: try RowOutput.write([row], as: .csv) { _ in }
            }
        }
    }

    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Put a file back into the inbox, after the cause was mended.",
            discussion: "Example:\n  sonograde quarantine retry 12"
        )

        @OptionGroup var home: HomeOption
        @Argument(help: "Numbers of entries.") var ids: [Int64]

        func run() throws {
            try QuarantineCommand.close(ids, in: try home.home(), saying: "back in the inbox") { desk, id in
                try desk.retry(id, at: Timestamp(Date()))
            }
        }
    }

    struct Discard: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "discard",
            abstract: "Delete a file; its entry and the reason stay.",
            discussion: "Example:\n  sonograde quarantine discard 12"
        )

        @OptionGroup var home: HomeOption
        @Argument(help: "Numbers of entries.") var ids: [Int64]

        func run() throws {
            try QuarantineCommand.close(ids, in: try home.home(), saying: "deleted; the entry stays") { desk, id in
                try desk.discard(id, at: Timestamp(Date()))
            }
        }
    }

    /// Does the same to each entry, and says so; all or none: a wrong number is said before anything is done.
    fileprivate static func close(
        _ ids: [Int64],
        in home: Home,
        saying outcome: String,
        _ verb: (QuarantineDesk, Int64) throws -> Void
    ) throws {
        let opened = try OpenHome.forWriting(home)
        let desk = QuarantineDesk(home: opened.home, store: opened.store)
        for id in ids { _ = try entry(id, in: opened.store) }
        for id in ids {
            try answering { try verb(desk, id) }
            Terminal.remark("\(id): \(outcome)")
        }
    }

    fileprivate static func entry(_ id: Int64, in store: Store) throws -> QuarantineEntry {
        try answering { try store.quarantineEntry(id) }
    }

    /// Runs a verb and turns "no such entry" and "not open" into the answer no.
    fileprivate static func answering<Result>(_ verb: () throws -> Result) throws -> Result {
        do {
            return try verb()
        } catch let error as StoreError where error.code == .notFound || error.code == .refused {
            throw Failure(.no, "\(error)")
        } catch let error as IntakeError where error.code == .notFound {
            throw Failure(.no, "\(error)")
        }
    }
}

/// A quarantine entry as the command writes it.
private struct QuarantineRow: OutputRow {
    let id: Int64
    let state: String
    let institution: String?
    let file: String
    let path: String
    let code: String
    let message: String
    let at: String
    let bytes: Int64
    let sha256: String?

    init(_ entry: QuarantineEntry) {
        id = entry.id
        state = entry.state.rawValue
        institution = entry.institution?.display
        file = entry.originalPath.display
        path = entry.path.display
        code = entry.code
        message = entry.message
        at = entry.at.text
        bytes = entry.bytes
        sha256 = entry.sha256
    }

    static let columns = [
        "id", "state", "institution", "file", "path", "code", "message", "at", "bytes", "sha256",
    ]

    var cells: [String] {
        ["\(id)", state, institution ?? "", file, path, code, message, at, "\(bytes)", sha256 ?? ""]
    }

    /// Every field for people.
    func show(in home: Home) {
        Terminal.line("entry        \(id) (\(state))")
        Terminal.line("dropped as   \(file)".shown)
        Terminal.line("lies at      \(home.path)/\(path)".shown)
        Terminal.line("quarantined  \(at)")
        Terminal.line("size         \(bytes) bytes")
        if let sha256 { Terminal.line("SHA-256      \(sha256)") }
        Terminal.line("why          \(code): \(message)")
    }

    static func table(_ rows: [QuarantineRow]) {
        if rows.isEmpty { return Terminal.line("nothing in quarantine") }
        for row in rows {
            Terminal.line(
                "\("\(row.id)".padded(to: 5)) \(row.state.padded(to: 9)) \(row.code.padded(to: 19)) \(row.file)".shown
            )
            Terminal.line("      \(row.message)".shown)
        }
    }
}
