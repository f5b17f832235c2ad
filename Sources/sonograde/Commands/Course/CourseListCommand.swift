import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct CourseList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show all courses.",
        discussion: "Example:\n  sonograde course list --with-cancelled --format csv"
    )

    @OptionGroup var home: HomeOption
    @Flag(
        name: [.customLong("with-cancelled"), .customLong("with-retired")],
        help: "Also those that were called off."
    )
    var withRetired = false
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let language = language.language(home: opened.settings.language)
        let rows = try opened.store.courses(withRetired: withRetired).map(CourseRow.init)
        try RowOutput.write(rows, as: output.format) { rows in
            if rows.isEmpty {
                Terminal.line(language == .zh ? "尚无培训" : "there is no course yet")
                return
            }
            let heads =
                language == .zh
                ? ["编号", "名称", "专题", "日期", "学时", "地点"] : ["id", "title", "topics", "days", "hours", "place"]
            var table = TextTable(zip(heads, 0...).map { ($0, $1 == 4 ? .right : .left) })
            for row in rows {
                let days = row.startsOn == row.endsOn ? row.startsOn : "\(row.startsOn)–\(row.endsOn)"
                table.add([row.id, row.title, row.topics.joined(separator: " "), days, row.hours, row.place ?? ""])
            }
            Terminal.write(table.text(columns: Terminal.columns))
        }
    }
}

struct CourseShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show all that is said of a course.",
        discussion: "Example:\n  sonograde course show T03A --lang en"
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let language = language.language(home: opened.settings.language)
        let course = try answering { try opened.store.course(id) }
        try RowOutput.write([CourseRow(course)], as: output.format) { _ in
            for (zh, en, value) in lines(course, in: opened.store, language) where !value.isEmpty {
                let head = language == .zh ? zh : en
                let gap = String(repeating: " ", count: max(1, 14 - TerminalWidth.of(head)))
                Terminal.line((head + gap + value).shown)
            }
        }
    }

    private func lines(_ course: CourseRecord, in store: Store, _ language: Language) -> [(String, String, String)] {
        let isChinese = language == .zh
        let unit = isChinese ? "学时" : "h"
        let topics = course.topics.map { id in "\(id) \(TrainingTopic.named(id)?.name[language] ?? "")" }
        let sessions = course.sessions.enumerated().map { index, session in
            "\(index + 1). \(session.day) \(Tenths.text(session.hours)) \(unit)"
                + (session.title.map { " \($0)" } ?? "")
        }
        let teachers = course.teachers.map { id in
            (try? store.entry(TeacherRecord.self, RegistryReference(id)))??.name ?? id
        }
        let rules = course.rules
        var asked = [isChinese ? "出勤≥\(rules.attendancePercent)%" : "attendance ≥ \(rules.attendancePercent) %"]
        for part in CoursePart.allCases {
            if let pass = rules.pass(part) {
                asked.append(part.name[language] + (isChinese ? "≥" : " ≥ ") + Tenths.text(pass))
            }
        }
        asked.append(isChinese ? "每项最多\(rules.mostAttempts)次" : "at most \(rules.mostAttempts) attempts each")
        let credits = course.credits.map { "\($0.kind) \(Tenths.text($0.amount))" } ?? ""
        return [
            ("编号", "id", course.id), ("名称", "title", course.title),
            ("英文名称", "English title", course.titleEnglish ?? ""),
            ("专题", "topics", topics.joined(separator: isChinese ? "；" : "; ")),
            ("日期", "days", "\(course.startsOn) – \(course.endsOn)"), ("地点", "place", course.place ?? ""),
            ("课次", "sessions", sessions.joined(separator: isChinese ? "；" : "; ")),
            ("总学时", "hours", Tenths.text(course.hours)),
            ("师资", "teachers", teachers.joined(separator: isChinese ? "、" : ", ")),
            ("主办单位", "organiser", course.organiser ?? ""), ("承办单位", "co-organiser", course.coOrganiser ?? ""),
            ("项目编号", "project", course.projectNumber ?? ""), ("学分", "credits", credits),
            ("结业要求", "asked for", asked.joined(separator: isChinese ? "，" : ", ")),
            ("已取消", "called off", course.retiredBecause ?? ""),
        ]
    }
}

/// A course as commands write it.
struct CourseRow: OutputRow {
    let id: String
    let title: String
    let titleEnglish: String?
    let topics: [String]
    let startsOn: String
    let endsOn: String
    let hours: String
    let place: String?
    let teachers: [String]
    let organiser: String?
    let coOrganiser: String?
    let projectNumber: String?
    let creditClass: String?
    let credits: String?
    let attendancePercent: Int
    let theoryPass: String?
    let practicalPass: String?
    let mostAttempts: Int
    let sessions: [Session]
    let retiredBecause: String?

    struct Session: Encodable {
        let day: String
        let hours: String
        let title: String?
    }

    enum CodingKeys: String, CodingKey {
        case id, title, topics, hours, place, teachers, organiser, credits, sessions
        case titleEnglish = "title_english"
        case startsOn = "starts_on"
        case endsOn = "ends_on"
        case coOrganiser = "co_organiser"
        case projectNumber = "project_number"
        case creditClass = "credit_class"
        case attendancePercent = "attendance_percent"
        case theoryPass = "theory_pass"
        case practicalPass = "practical_pass"
        case mostAttempts = "most_attempts"
        case retiredBecause = "retired_because"
    }

    init(_ course: CourseRecord) {
        id = course.id
        title = course.title
        titleEnglish = course.titleEnglish
        topics = course.topics
        startsOn = course.startsOn
        endsOn = course.endsOn
        hours = Tenths.text(course.hours)
        place = course.place
        teachers = course.teachers
        organiser = course.organiser
        coOrganiser = course.coOrganiser
        projectNumber = course.projectNumber
        creditClass = course.credits?.kind
        credits = course.credits.map { Tenths.text($0.amount) }
        attendancePercent = course.rules.attendancePercent
        theoryPass = course.rules.theoryPass.map(Tenths.text)
        practicalPass = course.rules.practicalPass.map(Tenths.text)
        mostAttempts = course.rules.mostAttempts
        sessions = course.sessions.map {
            Session(day: $0.day, hours: Tenths.text($0.hours), title: $0.title)
        }
        retiredBecause = course.retiredBecause
    }

    static let columns = [
        "id", "title", "title_english", "topics", "starts_on", "ends_on", "hours", "place", "teachers", "organiser",
        "co_organiser", "project_number", "credit_class", "credits", "attendance_percent", "theory_pass",
        "practical_pass", "most_attempts", "retired_because",
    ]
    var cells: [String] {
        [
            id, title, titleEnglish ?? "", topics.joined(separator: ";"), startsOn, endsOn, hours, place ?? "",
            teachers.joined(separator: ";"), organiser ?? "", coOrganiser ?? "", projectNumber ?? "", creditClass ?? "",
            credits ?? "", "\(attendancePercent)", theoryPass ?? "", practicalPass ?? "", "\(mostAttempts)",
            retiredBecause ?? "",
        ]
    }
}
