import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct CourseImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read a course's book from a CSV: enrolments, attendance, marks.",
        discussion: """
            One line a person, with the columns that `course export` writes: technician, hours_1, theory_1, theory_1_on, \
            theory_1_by, practical_1 and so on; Chinese heads are read too. Who is not enrolled yet becomes so. The whole \
            file is checked first (UTF-8, or what a Chinese Excel saves as CSV): where one line is wrong, all wrong ones are named and nothing is written. The same file \
            a second time changes nothing.

            Example:
              sonograde course export T03A > t03a.csv
              sonograde course import T03A t03a.csv --on 2026-10-13 --by chen
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Argument(help: "The CSV; - is stdin.") var file: String
    @Option(name: .customLong("on"), help: "Day of marks that have none beside them.") var day: String?
    @Option(name: .customLong("by"), help: "Who gave marks that name nobody.") var marker: String?

    func run() throws {
        let day = try day.map { try CourseOptions.day($0, "--on") }
        let rows = CSVReading.rows(try ClinicFile.text(file))
        guard rows.count > 1 else { throw Failure(.no, "\(file) holds no line below its heads") }
        let opened = try OpenHome.forWriting(try home.home())
        let course = try answering { try opened.store.course(id) }
        let reading = CourseSheet.read(rows, of: course, day: day, marker: marker)
        guard reading.problems.isEmpty else {
            // Whatever else is wrong is named at once.
            let unread = Set(reading.problems.map(\.line))
            let others = reading.entries.filter { !unread.contains($0.line) }
            var problems = reading.problems
            if case .refused(let more) = try opened.store.enter(
                others,
                course: id,
                isTrial: true,
                at: Timestamp(Date())
            ) {
                problems += more
            }
            throw CourseCommand.refusal(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }, file: file)
        }
        switch try answering({ try opened.store.enter(reading.entries, course: id, at: Timestamp(Date())) }) {
        case .refused(let problems): throw CourseCommand.refusal(problems, file: file)
        case .entered(let enrolled, let attendance, let marks, let unchanged):
            let done = CourseCommand.done(id, enrolled, attendance, marks, unchanged)
            Terminal.remark(done[opened.settings.language])
        }
    }
}

struct CourseExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a course's book as a CSV that a spreadsheet opens and `course import` reads again.",
        discussion: "Example:\n  sonograde course export T03A --lang en > t03a.csv"
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @OptionGroup var language: LanguageOption

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let language = language.language(home: opened.settings.language)
        let (course, standings) = try answering {
            (try opened.store.course(id), try opened.store.courseStandings(course: id))
        }
        let rows = CourseSheet.rows(standings, of: course, language: language)
        Terminal.write(CSVDocument.head(rows[0]))
        for row in rows.dropFirst() { Terminal.write(CSVDocument.line(listed: row)) }
    }
}
