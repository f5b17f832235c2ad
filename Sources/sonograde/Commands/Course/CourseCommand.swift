import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct CourseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course",
        abstract: "Keep courses: who takes part, was there, and got which marks.",
        discussion: """
            Whoever was there for long enough and passed both parts has completed the course; `course standing` says who \
            has, and of everybody else why not. Marks are never changed: one is annulled, with the reason, and another \
            takes its place.

            Example:
              sonograde course add T03A --title 质控培训班 --topic T03 --session 2026-10-12=8
              sonograde course enrol T03A C01/zhang C01/li
              sonograde course attend T03A C01/zhang
              sonograde course mark T03A C01/zhang --theory 86 --practical 78.5 --by chen
              sonograde course standing T03A
            """,
        subcommands: [
            CourseAdd.self, CourseChange.self, CourseList.self, CourseShow.self, CourseCancel.self, CourseEnrol.self,
            CourseWithdraw.self, CourseAttend.self, CourseMarkCommand.self, CourseAnnul.self,
            CourseStandingCommand.self,
            CourseImport.self, CourseExport.self, CourseTopics.self,
        ]
    )
}

struct CourseTopics: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics",
        abstract: "Show what courses can be about, and which findings each topic mends.",
        discussion: "Example:\n  sonograde course topics --lang en"
    )

    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let language = language.language()
        let rows = TrainingTopic.all.map {
            TopicRow(id: $0.id, name: $0.name[language], aim: $0.aim[language], codes: $0.codes)
        }
        try RowOutput.write(rows, as: output.format) { rows in
            let heads = language == .zh ? ["专题", "名称", "对应问题"] : ["topic", "name", "findings"]
            var table = TextTable(heads.map { ($0, .left) })
            for row in rows {
                table.add([row.id, row.name, row.codes.map { KnownNames.finding($0)[language] }.joined(separator: "、")])
            }
            Terminal.write(table.text(columns: Terminal.columns))
        }
    }
}

/// A topic as the command writes it.
private struct TopicRow: OutputRow {
    let id: String
    let name: String
    let aim: String
    let codes: [String]

    static let columns = ["id", "name", "aim", "codes"]
    var cells: [String] { [id, name, aim, codes.joined(separator: ";")] }
}

/// A technician as commands name one: `C01/zhang`.
struct TechnicianArgument {
    let reference: RegistryReference
    var institution: String { reference.institution ?? "" }
    var code: String { reference.code }

    /// Reads one; the error says how one is written.
    static func read(_ text: String) throws -> TechnicianArgument {
        TechnicianArgument(reference: try RegistryReference(text: text, of: .technician))
    }
}

extension CourseCommand {
    /// Writes entries, and says what was done; the answer is no where one was refused.
    static func enter(_ entries: [CourseEntry], course: String, in opened: OpenHome) throws {
        switch try answering({ try opened.store.enter(entries, course: course, at: Timestamp(Date())) }) {
        case .refused(let problems): throw refusal(problems, file: nil)
        case .entered(let enrolled, let attendance, let marks, let unchanged):
            let language = opened.settings.language
            Terminal.remark(done(course, enrolled, attendance, marks, unchanged)[language])
        }
    }

    /// `T03A: 2 enrolled, 4 attendances, 1 mark noted, 0 as they were`.
    static func done(
        _ course: String,
        _ enrolled: Int,
        _ attendance: Int,
        _ marks: Int,
        _ unchanged: Int
    ) -> LocalizedText {
        LocalizedText(
            zh: "\(course)：新报名 \(enrolled) 人，登记出勤 \(attendance) 次、成绩 \(marks) 项，未变 \(unchanged) 项",
            en: "\(course): \(enrolled) enrolled, \(String.counted(attendance, "attendance")) and "
                + "\(String.counted(marks, "mark")) noted, \(unchanged) as before"
        )
    }

    /// How many entries with the same problem are named one by one.
    private static let mostNamed = 3

    /// Tells every problem, and one that many entries share once with their lines; the last line is what the program ends
    /// with.
    static func refusal(_ problems: [CourseEntryProblem], file: String?) -> Failure {
        let place = file.map { "\($0): " } ?? ""
        var told: Set<String> = []
        for problem in problems where told.insert(problem.message).inserted {
            let same = problems.filter { $0.message == problem.message }
            for one in same.prefix(same.count > mostNamed ? 1 : mostNamed) {
                let line = one.line.map { "line \($0): " } ?? ""
                Terminal.remark("sonograde: \(place)\(line)\(one.technician): \(one.message)")
            }
            guard same.count > mostNamed else { continue }
            let others = same.dropFirst().map { $0.line.map { "line \($0)" } ?? $0.technician }
            let names = others.prefix(5).joined(separator: ", ") + (others.count > 5 ? ", …" : "")
            Terminal.remark("sonograde: \(place)the same of \(others.count) more: \(names)")
        }
        let refused = problems.count == 1 ? "1 entry was" : "\(problems.count) entries were"
        return Failure(.no, "\(refused) refused; nothing was written")
    }
}
