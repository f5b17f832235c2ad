import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

struct CourseEnrol: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enrol",
        abstract: "Enrol technicians, or take back somebody who left.",
        discussion: """
            --proposed enrols everybody whose own findings ask for one of the course's topics, as `training plan` does; \
            whoever is not registered is named and left out.

            Example:
              sonograde course enrol T03A C01/zhang C01/li
              sonograde course enrol T03A --proposed --institution C01
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Argument(help: "Technicians as INSTITUTION/CODE.", transform: TechnicianArgument.read) var technicians:
        [TechnicianArgument] = []
    @Flag(help: "Everybody for whom one of the course's topics is proposed.") var proposed = false
    @Option(help: "With --proposed: only of this institution.") var institution: String?

    func run() throws {
        guard proposed || !technicians.isEmpty else {
            throw Failure(.usage, "say who takes part, such as C01/zhang, or --proposed")
        }
        guard proposed || institution == nil else { throw Failure(.usage, "--institution goes with --proposed") }
        let opened = try OpenHome.forWriting(try home.home())
        var references = technicians.map(\.reference)
        if proposed {
            for reference in try needing(in: opened) where !references.contains(reference) {
                guard try opened.store.entry(TechnicianRecord.self, reference)?.retiredAt == .some(nil) else {
                    opened.remark(
                        zh: "\(reference.text)：未登记或已离职，未报名",
                        en: "\(reference.text): not registered or retired; left out"
                    )
                    continue
                }
                references.append(reference)
            }
        }
        guard !references.isEmpty else {
            throw Failure(.no, "nobody's findings ask for a topic of \(id); nobody was enrolled")
        }
        let entries = references.map {
            CourseEntry(institution: $0.institution ?? "", technician: $0.code, enrols: true)
        }
        try CourseCommand.enter(entries, course: id, in: opened)
    }

    /// Who needs one of the course's topics.
    private func needing(in opened: OpenHome) throws -> [RegistryReference] {
        let course = try answering { try opened.store.course(id) }
        var proposals = try opened.trainingDesk.proposals(at: Timestamp(Date()))
        if let institution { proposals = proposals.only(institution: institution) }
        return proposals.technicians.compactMap { plan in
            guard let technician = plan.technician, plan.topics.contains(where: { course.topics.contains($0.id) })
            else {
                return nil
            }
            return RegistryReference(institution: plan.institution, code: technician)
        }
    }
}

struct CourseWithdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Note that somebody left a course; what was noted stays.",
        discussion: "Example:\n  sonograde course withdraw T03A C01/zhang --reason 调岗"
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Argument(help: "The technician as INSTITUTION/CODE.", transform: TechnicianArgument.read) var technician:
        TechnicianArgument
    @Option(help: "Why.") var reason: String

    func run() throws {
        try CourseOptions.check(reason: reason)
        let opened = try OpenHome.forWriting(try home.home())
        try answering {
            try opened.store.withdrawFromCourse(
                id,
                institution: technician.institution,
                technician: technician.code,
                because: reason,
                at: Timestamp(Date())
            )
        }
        let who = technician.reference.text
        opened.remark(zh: "\(who)：已退出 \(id)", en: "\(who): left \(id)")
    }
}

struct CourseAttend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attend",
        abstract: "Note who was there, and for how long.",
        discussion: """
            Without --session all sessions; without --hours the whole of each. What was noted before is written over.

            Example:
              sonograde course attend T03A C01/zhang C01/li
              sonograde course attend T03A C02/wang --session 2 --hours 6.5
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Argument(help: "Technicians as INSTITUTION/CODE.", transform: TechnicianArgument.read) var technicians:
        [TechnicianArgument]
    @Option(help: "Number of a session, from 1; may be repeated.") var session: [Int] = []
    @Option(help: "Hours attended of each session; 0 for none.") var hours: String?

    func run() throws {
        let hours = try hours.map { try CourseOptions.tenths($0, "--hours") }
        let opened = try OpenHome.forWriting(try home.home())
        let course = try answering { try opened.store.course(id) }
        let numbers = session.isEmpty ? Array(1...course.sessions.count) : session
        if hours != nil, numbers.count > 1, session.isEmpty {
            throw Failure(.usage, "\(id) has \(numbers.count) sessions: say which one has these hours, --session 1")
        }
        var attendance: [Int: Int] = [:]
        for number in numbers {
            guard course.sessions.indices.contains(number - 1) else {
                throw Failure(.no, "\(id) has sessions 1 to \(course.sessions.count), no session \(number)")
            }
            attendance[number] = hours ?? course.sessions[number - 1].hours
        }
        let entries = technicians.map {
            CourseEntry(institution: $0.institution, technician: $0.code, attendance: attendance)
        }
        try CourseCommand.enter(entries, course: id, in: opened)
    }
}

struct CourseMarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark",
        abstract: "Note somebody's theory or practical mark.",
        discussion: """
            A mark is the next attempt of its part; the best attempt counts. Nobody marks people of the own institution. \
            Say who marked: --by, the id of a teacher or an expert. --practical-from-images marks by the first images \
            that the technician handed in after the course: the share of them, in percent, that is free of the findings \
            that the course was about; images that could not be judged do not count.

            Example:
              sonograde course mark T03A C01/zhang --theory 86 --by chen --on 2026-10-13
              sonograde course mark T03A C01/zhang --practical 78.5 --by chen
              sonograde course mark T03A C01/zhang --practical-from-images
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Argument(help: "The technician as INSTITUTION/CODE.", transform: TechnicianArgument.read) var technician:
        TechnicianArgument
    @Option(help: "The theory mark, 0 to 100.") var theory: String?
    @Option(help: "The practical mark, 0 to 100.") var practical: String?
    @Flag(name: .customLong("practical-from-images"), help: "The practical mark by the own images after the course.")
    var practicalFromImages = false
    @Option(help: "With --practical-from-images: how many images, 20 to 1000.") var images = 20
    @Option(name: .customLong("on"), help: "Day of the assessment; else today.") var day: String?
    @Option(name: .customLong("by"), help: "Id of the teacher or expert who marked.") var marker: String?

    func run() throws {
        guard theory != nil || practical != nil || practicalFromImages else {
            throw Failure(.usage, "give --theory MARK, --practical MARK or --practical-from-images")
        }
        guard practical == nil || !practicalFromImages else {
            throw Failure(.usage, "give --practical or --practical-from-images, not both")
        }
        guard (20...1000).contains(images) else { throw Failure(.usage, "--images is 20 to 1000") }
        let opened = try OpenHome.forWriting(try home.home())
        let today = ReportClock(zone: opened.settings.timezone).time(Timestamp(Date())).date
        let day = try day.map { try CourseOptions.day($0, "--on") } ?? today
        var marks: [CourseEntry.Mark] = []
        for (part, text) in [(CoursePart.theory, theory), (.practical, practical)] {
            guard let text else { continue }
            let tenths = try CourseOptions.tenths(text, "--\(part.rawValue)")
            marks.append(CourseEntry.Mark(part: part, tenths: tenths, day: day, markedBy: marker))
        }
        if practicalFromImages {
            let mark = try answering {
                try opened.trainingDesk.practicalMark(
                    course: id,
                    technician: technician.reference,
                    images: images,
                    day: day,
                    at: Timestamp(Date())
                )
            }
            marks.append(mark)
        }
        let entry = CourseEntry(institution: technician.institution, technician: technician.code, marks: marks)
        try CourseCommand.enter([entry], course: id, in: opened)
    }
}

struct CourseAnnul: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annul",
        abstract: "Take a mark back; it stays on record, and its attempt is free again.",
        discussion: "Example:\n  sonograde course annul T03A C01/zhang --theory 1 --reason 试卷弄混"
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var id: String
    @Argument(help: "The technician as INSTITUTION/CODE.", transform: TechnicianArgument.read) var technician:
        TechnicianArgument
    @Option(help: "Which attempt's theory mark, from 1.") var theory: Int?
    @Option(help: "Which attempt's practical mark, from 1.") var practical: Int?
    @Option(help: "Why.") var reason: String

    func run() throws {
        try CourseOptions.check(reason: reason)
        guard (theory == nil) != (practical == nil) else {
            throw Failure(.usage, "say which attempt: --theory 1 or --practical 1")
        }
        let opened = try OpenHome.forWriting(try home.home())
        let part: CoursePart = theory == nil ? .practical : .theory
        try answering {
            try opened.store.annulCourseMark(
                id,
                institution: technician.institution,
                technician: technician.code,
                part: part,
                attempt: theory ?? practical ?? 0,
                because: reason,
                at: Timestamp(Date())
            )
        }
        let who = technician.reference.text
        opened.remark(zh: "\(who)：\(part.name.zh)成绩已作废", en: "\(who): the \(part.rawValue) mark was annulled")
    }
}
