import ArgumentParser
import Foundation
import Glibc
import Grading
import Intake
import Reports
import Store

/// `report indicators`.
struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Quality indicators of the network and of institutions, with goals.",
        discussion: """
            The national indicators of ultrasound (2022) and the network's own. What the data does not give is "not \
            available", with the reason; names and formulas that were not compared with the ministry's text are marked. \
            A home adds own indicators and goals as YAML files in its folder indicators/ (docs/indicators.md). A goal names \
            an indicator by its id, or by the code that is printed: \(BuiltInIndicators.ids.joined(separator: ", ")).

            Example:
              sonograde report indicators --month 2026-03
              sonograde report indicators --month 2026-03 --each --folder indicators
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var period: PeriodOption
    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption
    @Option(help: "Only of this institution.") var institution: String?
    @Flag(help: "The network and every institution.") var each = false
    @Option(help: ArgumentHelp("Write indicators-PERIOD.csv and .json into this folder.", valueName: "folder"))
    var folder: String?

    func run() throws {
        if each, institution != nil { throw Failure(.usage, "--each goes without --institution") }
        let opened = try OpenHome.forReading(try home.home())
        let clock = ReportClock(zone: opened.settings.timezone)
        let span = try period.span(clock: clock)
        let reporting = IndicatorReporting(
            store: opened.store,
            rubrics: opened.library,
            indicators: try IndicatorReporting.library(of: opened.home),
            clock: clock,
            program: Sonograde.version
        )
        let now = Timestamp(Date())
        let reports = try answering {
            each
                ? try reporting.reports(label: span.label, from: span.from, until: span.until, now: now)
                : [
                    try reporting.report(
                        institution: institution,
                        label: span.label,
                        from: span.from,
                        until: span.until,
                        now: now
                    )
                ]
        }
        if let folder { return try write(reports, label: span.label, into: folder) }
        switch output.format {
        case .table:
            let language = language.language(home: opened.settings.language)
            let tables = reports.map { IndicatorText.table(of: $0, language: language, columns: Terminal.columns) }
            Terminal.write(tables.joined(separator: "\n"))
        case .json: Terminal.write(try IndicatorText.json(of: reports))
        case .jsonl: Terminal.write(try IndicatorText.lines(of: reports))
        case .csv: Terminal.write(IndicatorText.csv(of: reports))
        }
    }

    private func write(_ reports: [IndicatorReport], label: String, into folder: String) throws {
        let name = "indicators-" + label.replacing(" – ", with: "_").replacing("…", with: "all")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (ending, bytes) in [
                ("csv", IndicatorText.csv(of: reports)), ("json", try IndicatorText.json(of: reports)),
            ] {
                let file = URL(fileURLWithPath: "\(folder)/\(name).\(ending)")
                try Data(bytes).write(to: file, options: .atomic)
                Terminal.remark("\(folder)/\(name).\(ending)")
            }
        } catch {
            throw Failure(.diskOrStore, "\(folder) could not be written: \(IntakeError.words(of: error))")
        }
    }
}
