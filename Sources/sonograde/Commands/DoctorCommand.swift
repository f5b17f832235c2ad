import ArgumentParser
import CertificateOffice
import Foundation
import Grading
import Intake
import Store

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look a home over: folders, permissions, disk, settings, versions, locks, files that stay.",
        discussion: """
            Exit 2 when something is bad. With --dump it writes all that the store remembers instead, one JSON object a \
            line, sorted, without times and row numbers: two homes that were given the same have equal dumps.

            Example:
              sonograde doctor --home /srv/sonograde
              sonograde doctor --home /srv/sonograde --format json
              sonograde doctor --dump --home /srv/sonograde > before.jsonl
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var output: FormatOption
    @Flag(help: "Write what the store remembers, canonically.") var dump = false

    func run() throws {
        let home = try home.home()
        if dump {
            let opened = try OpenHome.forReading(home)
            try opened.store.dump { Terminal.line($0) }
            return
        }
        var results = HomeCheck.look(at: home)
        results.append(
            HomeCheck.Result(verdict: .good, subject: "version", message: "sonograde \(Sonograde.version)")
        )
        // Each part by itself: one that is bad must not hide another.
        do {
            let store = try OpenHome.storeForReading(home)
            results += try HomeCheck.look(at: store, now: Timestamp(Date()))
            results.append(try KeyRing(home: home, store: store).look())
        } catch {
            results.append(HomeCheck.Result(verdict: .bad, subject: "store", message: "\(error)"))
        }
        do {
            let rubrics = try OpenHome.rubrics(of: home).rubrics.map { "\($0.id) \($0.version)" }
            results.append(
                HomeCheck.Result(verdict: .good, subject: "rubrics", message: rubrics.joined(separator: ", "))
            )
        } catch let error as RubricError {
            results += error.mistakes.map { HomeCheck.Result(verdict: .bad, subject: "rubrics", message: "\($0)") }
        } catch {
            results.append(HomeCheck.Result(verdict: .bad, subject: "rubrics", message: "\(error)"))
        }
        try RowOutput.write(results.map(CheckRow.init), as: output.format) { rows in
            for row in rows {
                Terminal.line("\(row.verdict.padded(to: 6))\(row.subject.padded(to: 11)) \(row.message)".shown)
            }
        }
        if results.contains(where: { $0.verdict == .bad }) { throw ExitCode(ExitStatus.no.rawValue) }
    }
}

/// One thing looked at, as the command writes it.
private struct CheckRow: OutputRow {
    let verdict: String
    let subject: String
    let message: String

    init(_ result: HomeCheck.Result) {
        verdict =
            switch result.verdict {
            case .good: "ok"
            case .remark: "note"
            case .bad: "BAD"
            }
        subject = result.subject
        message = result.message
    }

    static let columns = ["verdict", "subject", "message"]
    var cells: [String] { [verdict, subject, message] }
}
