import ArgumentParser
import Foundation
import Intake
import Store

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check that nothing was changed or cut from what is remembered.",
        discussion: """
            Example:
              sonograde audit verify --home /srv/sonograde
              sonograde audit tail --home /srv/sonograde --limit 20
            """,
        subcommands: [Verify.self, Tail.self]
    )

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Recompute the audit trail from store and vault; exit 2 when something does not agree.",
            discussion: """
                Each entry carries the hash of the one before and of the record it speaks of. Every record and every \
                original is hashed again, and audit.head shows whether the tail was cut.

                Example:
                  sonograde audit verify --home /srv/sonograde
                """
        )

        @OptionGroup var home: HomeOption

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            let progress = ProgressLine("checked")
            let result = try opened.store.verifyAudit(vault: Vault(home: opened.home.path)) {
                progress.update(done: Int($0))
            }
            progress.clear()
            for problem in result.problems { Terminal.remark("\(problem.subject): \(problem.message)") }
            if result.problemCount > result.problems.count {
                Terminal.remark("and \(result.problemCount - result.problems.count) more")
            }
            guard result.isSound else {
                throw Failure(.no, "\(String.counted(Int(result.problemCount), "problem")) in the audit trail")
            }
            Terminal.line("sound: \(result.entries) entries, \(result.records) records, \(result.originals) originals")
        }
    }

    struct Tail: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tail",
            abstract: "Show the last entries, newest first.",
            discussion: "Example:\n  sonograde audit tail --limit 20"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var output: FormatOption
        @Option(help: "How many.") var limit = 20

        func run() throws {
            guard limit > 0 else { throw Failure(.usage, "--limit is \(limit); allowed is a number above 0") }
            let opened = try OpenHome.forReading(try home.home())
            let rows = try opened.store.auditTail(limit: limit).map {
                AuditRow(sequence: $0.sequence, at: $0.at.text, action: $0.action, subject: $0.subject)
            }
            try RowOutput.write(rows, as: output.format) { rows in
                for row in rows {
                    Terminal.line("\(row.sequence)  \(row.at)  \(row.action.padded(to: 20)) \(row.subject)".shown)
                }
            }
        }
    }
}

/// An entry of the audit trail as the command writes it.
private struct AuditRow: OutputRow {
    let sequence: Int64
    let at: String
    let action: String
    let subject: String

    static let columns = ["sequence", "at", "action", "subject"]
    var cells: [String] { ["\(sequence)", at, action, subject] }
}
