import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct CourseStandingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standing",
        abstract: "Show who has completed a course, and of everybody else why not.",
        discussion: """
            Judged from today, or from --on: before its last day nobody has completed a course. Ends with 2 where a named \
            technician has not completed it.

            Example:
              sonograde course standing T03A
              sonograde course standing T03A C01/zhang --format json
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Argument(help: "Only this technician, as INSTITUTION/CODE.", transform: TechnicianArgument.read) var technician:
        TechnicianArgument?
    @Option(name: .customLong("on"), help: "The day that is judged from, yyyy-MM-dd.") var day: String?
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let language = language.language(home: opened.settings.language)
        let today = ReportClock(zone: opened.settings.timezone).time(Timestamp(Date())).date
        let day = try day.map { try CourseOptions.day($0, "--on") } ?? today
        var standings = try answering { try opened.store.courseStandings(course: id, on: day) }
        if let technician {
            standings = standings.filter { $0.technician == technician.reference.text }
            guard !standings.isEmpty else {
                throw Failure(.no, "\(technician.reference.text) is not enrolled in \(id)")
            }
        }
        let rows = standings.map { StandingRow($0, course: id, language) }
        try RowOutput.write(rows, as: output.format) { rows in
            StandingRow.table(rows, language)
            let count = rows.count(where: \.eligible)
            Terminal.line(
                language == .zh
                    ? "\(rows.count)人中\(count)人达到结业要求" : "\(count) of \(rows.count) have completed the course"
            )
        }
        if technician != nil, standings.contains(where: { !$0.eligibility.isEligible }) {
            throw ExitCode(ExitStatus.no.rawValue)
        }
    }
}

/// Where somebody stands, as commands write it.
struct StandingRow: OutputRow {
    let course: String
    let technician: String
    let name: String
    let institution: String
    let attended: String
    let hours: String
    let theory: String?
    let practical: String?
    let eligible: Bool
    let reasons: [Reason]

    struct Reason: Encodable {
        let code: String
        let text: String
    }

    init(_ standing: CourseStanding, course: String, _ language: Language) {
        self.course = course
        technician = standing.technician
        name = standing.name
        institution = standing.institutionTitle ?? standing.institution
        attended = Tenths.text(standing.attended)
        hours = Tenths.text(standing.progress.hours)
        theory = standing.best(.theory).map(Tenths.text)
        practical = standing.best(.practical).map(Tenths.text)
        eligible = standing.eligibility.isEligible
        reasons = standing.eligibility.obstacles.map { Reason(code: $0.code, text: $0.text[language]) }
    }

    static let columns = [
        "course", "technician", "name", "institution", "attended", "hours", "theory", "practical", "eligible",
        "reasons",
    ]
    var cells: [String] {
        [
            course, technician, name, institution, attended, hours, theory ?? "", practical ?? "",
            eligible ? "true" : "false", reasons.map(\.text).joined(separator: "; "),
        ]
    }

    /// The table for people.
    static func table(_ rows: [StandingRow], _ language: Language) {
        let heads =
            language == .zh
            ? ["技术人员", "姓名", "学时", "理论", "操作", "结业", "原因"]
            : ["technician", "name", "hours", "theory", "practical", "completed", "why not"]
        var table = TextTable(zip(heads, 0...).map { ($0, (2...4).contains($1) ? .right : .left) })
        for row in rows {
            table.add([
                row.technician, row.name, "\(row.attended)/\(row.hours)", row.theory ?? "–", row.practical ?? "–",
                language == .zh ? (row.eligible ? "合格" : "未达到") : (row.eligible ? "yes" : "no"),
                row.reasons.map(\.text).joined(separator: language == .zh ? "；" : "; "),
            ])
        }
        Terminal.write(table.text(columns: Terminal.columns))
    }
}
