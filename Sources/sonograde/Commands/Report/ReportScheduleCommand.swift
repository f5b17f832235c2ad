import ArgumentParser
import Foundation
import Grading
import Intake
import Store

/// `report schedule`.
struct ReportScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Write a month's reports of the network, its regions, institutions, technicians and devices.",
        discussion: """
            Each as HTML, PDF, CSV and JSON, in outbox/_reports/MONTH of the home or in a folder of yours; reports.json there \
            lists them and is written last. Who handed in nothing has no report. A month that is done stays as it is, \
            unless --again is given: experts read on after a month's end. A watcher does the same by itself for every \
            month that has ended and lacks them, at most three years back (setting reports.monthly).

            A file of the home's indicators/ that has a mistake is left out of the month's indicators: each mistake is told \
            here, in indicators.csv, indicators.json and reports.json. Mend it, then write the month again with --again.

            Exit 0 when the reports are there, 1 when a file was left out of them, 2 when the month is not over or nothing was received in it.

            Example:
              sonograde report schedule
              sonograde report schedule --month 2026-03 --again --folder /srv/reports
            """
    )

    @OptionGroup var home: HomeOption
    @Option(help: ArgumentHelp("The month; else the last one that is over.", valueName: "yyyy-MM")) var month: String?
    @Option(help: ArgumentHelp("Write below this folder instead of outbox/_reports.", valueName: "folder"))
    var folder: String?
    @Flag(help: "Write them anew where they are there already.") var again = false
    @OptionGroup var format: FormatOption

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let clock = ReportClock(zone: opened.settings.timezone)
        let now = Timestamp(Date())
        let reports = MonthlyReports(
            home: opened.home,
            reporting: PeriodReporting(opened: opened, clock: clock),
            language: opened.settings.language,
            program: Sonograde.version,
            folder: folder.map { URL(fileURLWithPath: $0).standardized.path }
        )
        guard let name = month ?? reports.lastMonth(at: now), let span = ReportSpan(month: name, clock: clock) else {
            throw Failure(.usage, "--month is \(month ?? ""); allowed is a month such as 2026-03")
        }
        guard span.until <= now else {
            throw Failure(.no, "\(name) is not over; report network --month \(name) shows how it stands")
        }
        let row: Row
        var problems: [String] = []
        switch try reports.write(span, again: again, now: now) {
        case .nothing: throw Failure(.no, "nothing was received in \(name), so there is nothing to report")
        case .written(let count, let folder, let left):
            problems = left
            row = Row(month: name, folder: folder, reports: count, problems: left.count, state: .written)
        case .alreadyThere(let folder):
            row = Row(month: name, folder: folder, reports: nil, problems: nil, state: .alreadyThere)
        }
        try RowOutput.write([row], as: format.format) { rows in
            for row in rows {
                Terminal.line(
                    row.reports.map { "\(row.month): \($0) reports in \(row.folder)" }
                        ?? "\(row.month): done already, in \(row.folder); --again writes them anew"
                )
            }
        }
        guard !problems.isEmpty else { return }
        for problem in problems { Terminal.remark("left out of \(name)'s indicators: \(problem)") }
        Terminal.remark("mend that, then write the month again: sonograde report schedule --month \(name) --again")
        throw ExitCode(ExitStatus.doneWithRemarks.rawValue)
    }

    /// What was done.
    private struct Row: OutputRow {
        enum State: String, Encodable {
            case written
            case alreadyThere = "already_there"
        }

        var month: String
        var folder: String
        var reports: Int?
        /// Mistakes in files that were left out of the indicators.
        var problems: Int?
        var state: State

        static let columns = ["month", "state", "reports", "folder", "problems"]

        var cells: [String] {
            [month, state.rawValue, reports.map(String.init) ?? "", folder, problems.map(String.init) ?? ""]
        }
    }
}
