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
        abstract: "Report on an exam, a technician, a device, an institution, a region or the network.",
        discussion: """
            Counts, first-pass scores, levels, missing sections, the most frequent findings, what the experts say, and \
            how long it took by stage, day and night, against the targets of the settings; as table, JSON, CSV, one \
            self-contained HTML page, or PDF to print and file. docs/reports.md says what each figure means and names the columns.

            Example:
              sonograde report network --month 2026-03 --format html --output network.html
              sonograde report network --ownership non_public --exam-type thyroid
              sonograde report region 510115 --month 2026-03 --format pdf --output r.pdf
              sonograde report institution C01 --from 2026-01-01 --until 2026-04-01
              sonograde report technician C01/zhang --month 2026-03
              sonograde report exam E1024
              sonograde report schedule --month 2026-03
            """,
        subcommands: [
            Exam.self, TechnicianReport.self, DeviceReport.self, InstitutionReport.self, RegionReport.self,
            NetworkReport.self, IndicatorsCommand.self, ReportScheduleCommand.self,
        ]
    )

    struct Exam: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "exam",
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
            for exam in exams {
                bytes += try reporting.bytes(exam: exam.id, as: format, language: language, columns: output.columns)
            }
            try output.write(bytes)
        }
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

    /// Columns of the terminal that the report goes to; nil where it goes elsewhere.
    var columns: Int? { output == nil ? Terminal.columns : nil }

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
