import ArgumentParser
import Foundation
import Grading
import Intake
import Store

struct CourseAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Announce a course.",
        discussion: """
            Topics are T01 to T12 (`sonograde course topics`). The hours are the sum of the sessions. Without rules of its \
            own a course asks for 80 % of the hours and 60 points in both parts, three attempts each. Credits are printed \
            on certificates only where the project has a number.

            Example:
              sonograde course add T01B --title 质控培训班 --topic T01 --session 2026-10-12=8
              sonograde course change T01B --place 温江 --organiser 成都市温江区人民医院
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id: 2 to 12 capitals and digits, without O and I; it stands in certificate numbers.")
    var id: String
    @OptionGroup var options: CourseOptions

    func run() throws {
        guard let title = options.title else { throw Failure(.usage, "say what the course is called: --title") }
        guard !options.topic.isEmpty else { throw Failure(.usage, "say what it is about: --topic T01") }
        guard !options.session.isEmpty else { throw Failure(.usage, "say when it is: --session 2026-10-12=8") }
        let opened = try OpenHome.forWriting(try home.home())
        let now = Timestamp(Date())
        var course = CourseRecord(
            id: id,
            title: title,
            topics: options.topic,
            startsOn: "",
            endsOn: "",
            sessions: [],
            addedAt: now
        )
        try options.apply(to: &course)
        if let problem = course.problems.first { throw Failure(.usage, "\(id): \(problem)") }
        try answering { try opened.store.addCourse(course, at: now) }
        let hours = Tenths.text(course.hours)
        opened.remark(
            zh: "\(id)：已发布，\(course.startsOn) 至 \(course.endsOn)，共 \(hours) 学时",
            en: "\(id): announced, \(hours) h from \(course.startsOn) to \(course.endsOn)"
        )
    }
}

struct CourseChange: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change what is said of a course; what is not named stays.",
        discussion: """
            --topic, --session and --teacher take the place of all that were there. --without takes something away.

            Example:
              sonograde course change T03A --place 温江 --attempts 2
              sonograde course change T03A --without practical --without place
            """
    )

    /// What can be taken away.
    enum Part: String, ExpressibleByArgument, CaseIterable {
        case titleEnglish = "title-en"
        case place, teachers, organiser
        case coOrganiser = "co-organiser"
        case projectNumber = "project-number"
        case credits, theory, practical
    }

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @OptionGroup var options: CourseOptions
    @Option(help: "Something that is no longer said; may be repeated.") var without: [Part] = []

    func run() throws {
        let opened = try OpenHome.forWriting(try home.home())
        let before = try answering { try opened.store.course(id) }
        // What is wrong with the words is said before anything is written; what is changed is the course as it then is.
        var changed = before
        try change(&changed)
        guard changed != before else { throw Failure(.usage, "say what changes; see: sonograde course change --help") }
        if let problem = changed.problems.first { throw Failure(.usage, "\(id): \(problem)") }
        try answering { try opened.store.changeCourse(id: id, at: Timestamp(Date()), change) }
        opened.remark(zh: "\(id)：已修改", en: "\(id): changed")
    }

    private func change(_ course: inout CourseRecord) throws {
        for part in without {
            switch part {
            case .titleEnglish: course.titleEnglish = nil
            case .place: course.place = nil
            case .teachers: course.teachers = []
            case .organiser: course.organiser = nil
            case .coOrganiser: course.coOrganiser = nil
            case .projectNumber: course.projectNumber = nil
            case .credits: course.credits = nil
            case .theory: course.rules.theoryPass = nil
            case .practical: course.rules.practicalPass = nil
            }
        }
        try options.apply(to: &course)
    }
}

struct CourseCancel: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Call a course off; what was noted stays, and nobody completes it.",
        discussion: """
            Nobody may hold a certificate of it. “retire” says the same, as for people and places.

            Example:
              sonograde course cancel T03A --reason 讲师生病
            """,
        aliases: ["retire"]
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Option(help: "Why it is called off.") var reason: String

    func run() throws {
        try CourseOptions.check(reason: reason)
        let opened = try OpenHome.forWriting(try home.home())
        try answering { try opened.store.retireCourse(id: id, because: reason, at: Timestamp(Date())) }
        opened.remark(zh: "\(id)：已取消", en: "\(id): called off")
    }
}

/// What can be said of a course.
struct CourseOptions: ParsableArguments {
    @Option(help: "What certificates call it.") var title: String?
    @Option(name: .customLong("title-en"), help: "Its English title, for bilingual certificates.")
    var titleEnglish: String?
    @Option(help: "What it is about, T01 to T12; may be repeated.") var topic: [String] = []
    @Option(help: "DAY=HOURS or DAY=HOURS=TITLE, such as 2026-10-12=8; may be repeated.") var session: [String] = []
    @Option(help: "First day, yyyy-MM-dd; else the first session's.") var from: String?
    @Option(help: "Last day, yyyy-MM-dd; else the last session's.") var until: String?
    @Option(help: "Where it is.") var place: String?
    @Option(help: "Id of a teacher on the register; may be repeated.") var teacher: [String] = []
    @Option(help: "Who holds it (主办单位).") var organiser: String?
    @Option(name: .customLong("co-organiser"), help: "Who carries it out (承办单位).") var coOrganiser: String?
    @Option(name: .customLong("project-number"), help: "The project's number of continuing education.")
    var projectNumber: String?
    @Option(name: .customLong("credit-class"), help: "Class of its credits, such as Ⅱ类; with --credits.")
    var creditClass: String?
    @Option(help: "Its credits; with --credit-class.") var credits: String?
    @Option(help: "Percent of the hours that have to be attended.") var attendance: Int?
    @Option(name: .customLong("theory-pass"), help: "Least theory mark, 0 to 100.") var theoryPass: String?
    @Option(name: .customLong("practical-pass"), help: "Least practical mark, 0 to 100.") var practicalPass: String?
    @Option(help: "How often each part may be tried, 1 to 9.") var attempts: Int?

    /// Puts what was said into a course.
    func apply(to course: inout CourseRecord) throws {
        if let title { course.title = title }
        if let titleEnglish { course.titleEnglish = titleEnglish }
        if !topic.isEmpty { course.topics = topic.map { $0.uppercased() } }
        if !session.isEmpty {
            course.sessions = try session.map(Self.session)
            let days = course.sessions.map(\.day)
            (course.startsOn, course.endsOn) = (days.min() ?? "", days.max() ?? "")
        }
        if let from { course.startsOn = try Self.day(from, "--from") }
        if let until { course.endsOn = try Self.day(until, "--until") }
        if let place { course.place = place }
        if !teacher.isEmpty { course.teachers = teacher.sorted() }
        if let organiser { course.organiser = organiser }
        if let coOrganiser { course.coOrganiser = coOrganiser }
        if let projectNumber { course.projectNumber = projectNumber }
        if creditClass != nil || credits != nil {
            guard let kind = creditClass ?? course.credits?.kind else {
                throw Failure(.usage, "--credits needs --credit-class, such as Ⅱ类")
            }
            let amount = try credits.map { try Self.tenths($0, "--credits") } ?? course.credits?.amount
            guard let amount else { throw Failure(.usage, "--credit-class needs --credits") }
            course.credits = .init(kind: kind, amount: amount)
        }
        if let attendance { course.rules.attendancePercent = attendance }
        if let theoryPass { course.rules.theoryPass = try Self.tenths(theoryPass, "--theory-pass") }
        if let practicalPass { course.rules.practicalPass = try Self.tenths(practicalPass, "--practical-pass") }
        if let attempts { course.rules.mostAttempts = attempts }
    }

    private static func session(_ text: String) throws -> CourseRecord.Session {
        let parts = text.split(separator: "=", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2 else {
            throw Failure(.usage, "--session \(text): write DAY=HOURS, such as 2026-10-12=8")
        }
        return CourseRecord.Session(
            day: try day(parts[0], "--session"),
            hours: try tenths(parts[1], "--session"),
            title: parts.count > 2 ? parts[2] : nil
        )
    }

    /// A day as the store writes it.
    static func day(_ text: String, _ option: String) throws -> String {
        guard let day = DayText.read(text) else {
            throw Failure(.usage, "\(option) \(text): write a day as yyyy-MM-dd")
        }
        return day
    }

    /// A number with one decimal place at most.
    static func tenths(_ text: String, _ option: String) throws -> Int {
        guard let tenths = Tenths.read(text) else {
            throw Failure(.usage, "\(option) \(text): write a number with one decimal place at most, such as 86.5")
        }
        return tenths
    }

    /// A reason holds something to be read.
    static func check(reason: String) throws(Failure) {
        if let problem = RegistryText.problem(reason, atMost: 500) { throw Failure(.usage, "--reason \(problem)") }
    }
}
