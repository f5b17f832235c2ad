import ArgumentParser
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
              sonograde doctor --dump --home /srv/sonograde > before.jsonl
            """
    )

    @OptionGroup var home: HomeOption
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
        do {
            let opened = try OpenHome.forReading(home)
            results += try HomeCheck.look(at: opened.store, now: Timestamp(Date()))
            let rubrics = opened.library.rubrics.map { "\($0.id) \($0.version)" }.joined(separator: ", ")
            results.append(HomeCheck.Result(verdict: .good, subject: "rubrics", message: rubrics))
        } catch {
            results.append(HomeCheck.Result(verdict: .bad, subject: "store", message: "\(error)"))
        }
        for result in results {
            let mark =
                switch result.verdict {
                case .good: "ok    "
                case .remark: "note  "
                case .bad: "BAD   "
                }
            Terminal.line("\(mark)\(result.subject.padded(to: 11)) \(result.message)")
        }
        if results.contains(where: { $0.verdict == .bad }) { throw ExitCode(ExitStatus.no.rawValue) }
    }
}
