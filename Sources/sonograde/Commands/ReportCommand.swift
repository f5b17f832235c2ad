import ArgumentParser
import Foundation
import Glibc
import Grading
import Intake
import Reports
import Store

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Report on an exam, an institution or the network.",
        discussion: """
            Counts, first-pass scores, levels, missing sections, the most frequent findings, and the time from received \
            to answered; as table, JSON, CSV or one self-contained HTML page.

            Example:
              sonograde report network --month 2026-03 --format html --output network.html
              sonograde report institution C01 --from 2026-01-01 --until 2026-04-01
              sonograde report exam E1024
            """,
        subcommands: [Exam.self, Institution.self, Network.self]
    )

    struct Exam: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report on the exams of one id or folder name.",
            discussion: "Example:\n  sonograde report exam E1024 --institution C01 --format json"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var output: ReportOutput
        @Argument(help: "The exam's id, or its folder's name.") var name: String
        @Option(help: "Only of this institution.") var institution: String?

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            let exams = try opened.store.exams(named: name, institution: institution)
            guard !exams.isEmpty else {
                throw Failure(
                    .no,
                    "no exam has the id or folder name \(name)" + (institution.map { " in \($0)" } ?? "")
                )
            }
            let format = output.form
            // Lines and tables may follow one another; an object, a page and a sheet stand alone.
            guard [.table, .jsonl].contains(format) || exams.count == 1 else {
                let places = exams.map { "\($0.institution.display)/\($0.folder.display)" }.joined(separator: ", ")
                throw Failure(
                    .usage,
                    "\(exams.count) exams are called \(name) (\(places)); name one by its folder and --institution"
                )
            }
            let language = output.language.language(home: opened.settings.language)
            let reporting = ExamReporting(room: opened.room())
            var bytes: [UInt8] = []
            for exam in exams { bytes += try reporting.bytes(exam: exam.id, as: format, language: language) }
            try output.write(bytes)
        }
    }

    struct Institution: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report on one institution over a period.",
            discussion: "Example:\n  sonograde report institution C01 --month 2026-03 --format csv"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var period: PeriodOption
        @OptionGroup var output: ReportOutput
        @Argument(help: "The institution's folder name in the inbox.") var id: String

        func run() throws { try ReportCommand.write(institution: id, home: home, period: period, output: output) }
    }

    struct Network: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Report on all institutions over a period.",
            discussion: "Example:\n  sonograde report network --month 2026-03 --format html --output network.html"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var period: PeriodOption
        @OptionGroup var output: ReportOutput

        func run() throws { try ReportCommand.write(institution: nil, home: home, period: period, output: output) }
    }

    private static func write(institution: String?, home: HomeOption, period: PeriodOption, output: ReportOutput) throws
    {
        let opened = try OpenHome.forReading(try home.home())
        let clock = ReportClock(zone: opened.settings.timezone)
        let span = try period.span(clock: clock)
        let reporting = PeriodReporting(
            store: opened.store,
            library: opened.library,
            clock: clock,
            program: Sonograde.version
        )
        let language = output.language.language(home: opened.settings.language)
        do {
            let report = try reporting.report(
                institution: institution,
                label: span.label,
                from: span.from,
                until: span.until,
                now: Timestamp(Date())
            )
            try output.write(try report.rendered(as: output.form, language: language))
        } catch let error as StoreError where error.code == .notFound {
            throw Failure(.no, "\(error)")
        }
    }
}

/// Which period a report is about.
struct PeriodOption: ParsableArguments {
    @Option(help: ArgumentHelp("A month.", valueName: "yyyy-MM")) var month: String?
    @Option(help: ArgumentHelp("First day that counts.", valueName: "yyyy-MM-dd")) var from: String?
    @Option(help: ArgumentHelp("First day that counts no more.", valueName: "yyyy-MM-dd")) var until: String?

    /// The span; everything there is when nothing was asked for.
    func span(clock: ReportClock) throws -> (label: String, from: Timestamp, until: Timestamp) {
        if let month {
            guard from == nil, until == nil else { throw Failure(.usage, "--month goes without --from and --until") }
            guard month.count == 7, let start = clock.start(of: month) else {
                throw Failure(.usage, "--month is \(month); allowed is a month such as 2026-03")
            }
            let parts = month.split(separator: "-").compactMap { Int($0) }
            let next = parts[1] == 12 ? "\(parts[0] + 1)-01" : "\(parts[0])-\(parts[1] < 9 ? "0" : "")\(parts[1] + 1)"
            guard let end = clock.start(of: next) else {
                throw Failure(.usage, "--month is \(month), which has no next month")
            }
            return (month, start, end)
        }
        let start = try from.map { try day($0, "--from", clock) } ?? Timestamp(milliseconds: 0)
        let end = try until.map { try day($0, "--until", clock) } ?? clock.start(of: "2200-01-01") ?? Timestamp(Date())
        guard start < end else { throw Failure(.usage, "--from must lie before --until") }
        return ("\(from ?? "…") – \(until ?? "…")", start, end)
    }

    private func day(_ text: String, _ option: String, _ clock: ReportClock) throws -> Timestamp {
        guard text.count == 10, let start = clock.start(of: text) else {
            throw Failure(.usage, "\(option) is \(text); allowed is a day such as 2026-03-15")
        }
        return start
    }
}

/// Where and how a report is written.
struct ReportOutput: ParsableArguments {
    @Option(name: .customLong("format"), help: "Form of the report; else table on a terminal, jsonl elsewhere.")
    var chosen: ReportFormat?
    @Option(help: ArgumentHelp("Write to this file instead of stdout.", valueName: "file")) var output: String?
    @OptionGroup var language: LanguageOption

    /// What was asked for, else a table for people and lines for programs.
    var form: ReportFormat { chosen ?? (output == nil && isatty(STDOUT_FILENO) == 1 ? .table : .jsonl) }

    func write(_ bytes: [UInt8]) throws {
        guard let output else { return Terminal.write(bytes) }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw Failure(.diskOrStore, "\(output) could not be written: \(IntakeError.words(of: error))")
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}
