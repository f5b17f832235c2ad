import Foundation
import Grading
import Store
import Testing

/// A home with a register of people, for tests of courses.
struct TrainingHome {
    let home: TestHome
    let store: Store

    /// Institutions C01 and C02 with technicians zhang, li and wang, zhao; teachers chen (of C01) and liu (of nowhere).
    init() throws {
        home = try TestHome()
        store = try home.open()
        let now = Moments.start
        for (code, title) in [("C01", "成都东区医院"), ("C02", "平安医院")] {
            try store.add(InstitutionRecord(code: code, title: title), at: now)
        }
        for (institution, code, name, role) in [
            ("C01", "zhang", "张敏", StaffRole.technician), ("C01", "li", "李强", .technician),
            ("C02", "wang", "王芳", .physician), ("C02", "zhao", "赵磊", .technician),
        ] {
            try store.add(TechnicianRecord(institution: institution, code: code, name: name, role: role), at: now)
        }
        try store.retire(TechnicianRecord.self, RegistryReference(institution: "C02", code: "zhao"), at: now)
        for (id, name, workplace) in [
            ("chen", "陈静", "C01"), ("liu", "刘伟", "成都市温江区人民医院"), ("he", "何平", "平安医院"),
        ] {
            try store.add(TeacherRecord(id: id, name: name, workplace: workplace), at: now)
        }
    }

    /// Two days of eight hours, theory and practical from 60.
    func addCourse(_ id: String = "T03A", _ change: (inout CourseRecord) -> Void = { _ in }) throws {
        var course = CourseRecord(
            id: id,
            title: "远程超声图像质控培训班",
            topics: ["T03", "T01"],
            place: "温江",
            startsOn: "2026-10-12",
            endsOn: "2026-10-13",
            sessions: [.init(day: "2026-10-12", hours: 80), .init(day: "2026-10-13", hours: 80, title: "上机")],
            teachers: ["liu"],
            addedAt: Moments.start
        )
        change(&course)
        try store.addCourse(course, at: Moments.start)
    }

    @discardableResult
    func enter(_ entries: CourseEntry..., course: String = "T03A") throws -> CourseEntryOutcome {
        try store.enter(entries, course: course, at: Moments.later(days: 1))
    }

    /// The lines by which entries are refused.
    func refusals(_ entries: CourseEntry..., course: String = "T03A") throws -> [String] {
        guard case .refused(let problems) = try store.enter(entries, course: course, at: Moments.start) else {
            return []
        }
        return problems.map { "\($0.line.map { "\($0): " } ?? "")\($0.technician) \($0.message)" }
    }

    /// What is wrong with the trail.
    func problems() throws -> [String] {
        try store.verifyAudit(vault: home.vault).problems.map { "\($0.subject) \($0.message)" }
    }
}

func mark(_ part: CoursePart, _ points: Int, attempt: Int? = nil, by: String? = "liu") -> CourseEntry.Mark {
    CourseEntry.Mark(part: part, tenths: points * 10, attempt: attempt, day: "2026-10-13", markedBy: by)
}

func entry(
    _ technician: String,
    enrols: Bool = true,
    attendance: [Int: Int] = [:],
    marks: [CourseEntry.Mark] = [],
    line: Int? = nil
) -> CourseEntry {
    let parts = technician.split(separator: "/").map(String.init)
    return CourseEntry(
        line: line,
        institution: parts[0],
        technician: parts[1],
        enrols: enrols,
        attendance: attendance,
        marks: marks
    )
}

@Suite("Courses and their books")
struct CourseTests {
    @Test("A course comes back as it was announced, changes as told, and the trail knows each state")
    func announced() throws {
        let desk = try TrainingHome()
        try desk.addCourse {
            $0.projectNumber = "2026-08-01-123"
            $0.credits = .init(kind: "Ⅱ类", amount: 30)
        }
        let course = try desk.store.course("T03A")
        #expect(course.hours == 160)
        #expect(course.sessions[1].title == "上机")
        #expect(course.credits == .init(kind: "Ⅱ类", amount: 30))
        #expect(course.findingCodes.contains("CONTACT_LOSS"))
        #expect(course.findingCodes.contains("GAIN_HIGH"))
        #expect(try desk.problems() == [])
        try desk.store.changeCourse(id: "T03A", at: Moments.start) {
            $0.place = nil
            $0.rules.practicalPass = nil
            $0.teachers = ["he", "liu"]
        }
        let changed = try desk.store.course("T03A")
        #expect(changed.place == nil)
        #expect(changed.rules.practicalPass == nil)
        #expect(changed.teachers == ["he", "liu"])
        #expect(changed.title == course.title)
        #expect(try desk.problems() == [])
        try desk.home.tamper("UPDATE course SET title = 'x'")
        #expect(try desk.problems() == ["course/T03A is not what entry 12 recorded"])
    }

    @Test("What no course can be is refused with one line, and nothing is written")
    func refusedCourses() throws {
        let desk = try TrainingHome()
        func line(_ change: (inout CourseRecord) -> Void) -> String? {
            #expect(throws: StoreError.self) { try desk.addCourse("T03A", change) }?.message
        }
        #expect(line { $0.id = "TO3" }?.contains("without O and I") == true)
        #expect(line { $0.id = "3T" }?.contains("capital first") == true)
        #expect(line { $0.topics = ["T99"] }?.contains("no topic T99") == true)
        #expect(line { $0.endsOn = "2026-10-11" } == "the course ends before it starts")
        #expect(line { $0.startsOn = "2026-02-30" }?.contains("is no day") == true)
        #expect(line { $0.sessions[0].day = "2026-10-14" }?.contains("not within the course's days") == true)
        #expect(line { $0.credits = .init(kind: "Ⅰ类", amount: 10) } == "credits need the project's number")
        #expect(line { $0.title = " " }?.contains("title is empty") == true)
        #expect(line { $0.teachers = ["nobody"] }?.contains("sonograde teacher add") == true)
        #expect(try desk.store.courses(withRetired: true).isEmpty)
        try desk.addCourse()
        #expect(line { _ in }?.contains("there is a course of that id") == true)
    }

    @Test("Who was there and passed both parts is eligible; every other one is told each reason")
    func eligible() throws {
        let desk = try TrainingHome()
        try desk.addCourse()
        let outcome = try desk.enter(
            entry("C01/zhang", attendance: [1: 80, 2: 60], marks: [mark(.theory, 86), mark(.practical, 60)]),
            entry("C01/li", attendance: [1: 80, 2: 40], marks: [mark(.theory, 59)]),
            entry("C02/wang", attendance: [1: 80, 2: 80], marks: [mark(.theory, 90), mark(.practical, 30)])
        )
        #expect(outcome == .entered(enrolled: 3, attendance: 6, marks: 5, unchanged: 0))
        let standings = try desk.store.courseStandings(course: "T03A")
        #expect(standings.map(\.technician) == ["C01/li", "C01/zhang", "C02/wang"])
        let zhang = standings[1]
        #expect(zhang.eligibility.isEligible)
        #expect(zhang.attended == 140)
        #expect(zhang.best(.theory) == 860)
        #expect(zhang.name == "张敏")
        #expect(zhang.institutionTitle == "成都东区医院")
        #expect(
            standings[0].eligibility.obstacles == [
                .attendance(attended: 120, needed: 128, hours: 160),
                .lowMark(.theory, best: 590, needed: 600, attemptsLeft: 2),
                .noMark(.practical, needed: 600),
            ]
        )
        #expect(standings[2].eligibility.obstacles == [.lowMark(.practical, best: 300, needed: 600, attemptsLeft: 2)])
        let early = try desk.store.courseStandings(course: "T03A", on: "2026-10-12")[1]
        #expect(
            early.eligibility.obstacles == [
                .notEnded("2026-10-13"), .noMark(.theory, needed: 600), .noMark(.practical, needed: 600),
            ]
        )
        #expect(try desk.store.courseStandings(course: "T03A", on: "2026-10-13")[1].eligibility.isEligible)
        #expect(try desk.problems() == [])
    }

    @Test("The best attempt counts, attempts are limited, and an annulled one is free again")
    func attempts() throws {
        let desk = try TrainingHome()
        try desk.addCourse { $0.rules.mostAttempts = 2 }
        try desk.enter(entry("C01/zhang", marks: [mark(.theory, 70), mark(.theory, 50)]))
        #expect(try desk.store.courseStandings(course: "T03A")[0].best(.theory) == 700)
        #expect(
            try desk.refusals(entry("C01/zhang", marks: [mark(.theory, 99)]))
                == ["C01/zhang theory: all 2 attempts are used"]
        )
        try desk.store.annulCourseMark(
            "T03A",
            institution: "C01",
            technician: "zhang",
            part: .theory,
            attempt: 1,
            because: "mixed up",
            at: Moments.start
        )
        #expect(try desk.store.courseStandings(course: "T03A")[0].best(.theory) == 500)
        try desk.enter(entry("C01/zhang", marks: [mark(.theory, 99)]))
        let marks = try desk.store.courseStandings(course: "T03A")[0].marks
        #expect(marks.map(\.tenths) == [700, 990, 500])
        #expect(marks.map(\.annulledBecause) == ["mixed up", nil, nil])
        #expect(try desk.problems() == [])
    }

    @Test("The same entries a second time change nothing; one wrong line keeps all of them out")
    func allOrNothing() throws {
        let desk = try TrainingHome()
        try desk.addCourse()
        let good = [
            entry("C01/zhang", attendance: [1: 80], marks: [mark(.theory, 86, attempt: 1)]),
            entry("C02/wang", attendance: [2: 80], marks: [mark(.practical, 77, attempt: 1)]),
        ]
        #expect(
            try desk.store.enter(good, course: "T03A", at: Moments.start)
                == .entered(enrolled: 2, attendance: 2, marks: 2, unchanged: 0)
        )
        let dump = try desk.store.dumpLines()
        #expect(
            try desk.store.enter(good, course: "T03A", at: Moments.later(days: 3))
                == .entered(enrolled: 0, attendance: 0, marks: 0, unchanged: 6)
        )
        #expect(try desk.store.dumpLines() == dump)
        #expect(dump.contains { $0.contains(#""kind":"course_mark""#) && $0.contains(#""mark_tenths":860"#) })
        let refused = try desk.refusals(
            entry("C01/li", attendance: [1: 80], line: 2),
            entry("C01/nobody", line: 3),
            entry("C01/zhang", attendance: [3: 80], line: 4),
            entry("C01/zhang", attendance: [1: 81], line: 5),
            entry("C01/zhang", marks: [mark(.theory, 87, attempt: 1)], line: 6),
            entry("C01/zhang", marks: [mark(.practical, 87, attempt: 2)], line: 7),
            entry("C02/zhao", line: 8)
        )
        #expect(refused.count == 6)
        #expect(refused[0].hasPrefix("3: C01/nobody is not registered; first: sonograde technician add C01/nobody"))
        #expect(refused[1] == "4: C01/zhang session 3: the course has sessions 1 to 2")
        #expect(refused[2] == "5: C01/zhang session 1: 8.1 h attended, but it had 8 h")
        #expect(refused[3].contains("theory attempt 1 has a mark of 86 of 2026-10-13 already"))
        #expect(refused[4] == "7: C01/zhang practical attempt 2 comes before attempt 1")
        #expect(refused[5].contains("is retired"))
        #expect(try desk.store.dumpLines() == dump)
        #expect(try desk.problems() == [])
    }

    @Test("Nobody was at a session that is still to come; that somebody will not be there can be noted")
    func attendanceAhead() throws {
        let desk = try TrainingHome()
        try desk.addCourse {
            ($0.startsOn, $0.endsOn) = ("2026-11-21", "2026-11-28")
            $0.sessions = [.init(day: "2026-11-21", hours: 80), .init(day: "2026-11-28", hours: 80)]
        }
        let refused = try desk.refusals(entry("C01/zhang", attendance: [1: 80, 2: 80], line: 2))
        #expect(
            refused == [
                "2: C01/zhang session 2 is on 2026-11-28, which has not come yet; note attendance on that day"
            ]
        )
        try desk.enter(entry("C01/zhang", attendance: [1: 80, 2: 0]))
        let later = try desk.store.enter(
            [entry("C01/zhang", attendance: [2: 80])],
            course: "T03A",
            at: Moments.later(days: 7)
        )
        #expect(later == .entered(enrolled: 0, attendance: 1, marks: 0, unchanged: 1))
    }

    @Test("Nobody marks people of the own institution, and nobody unknown marks at all")
    func conflict() throws {
        let desk = try TrainingHome()
        try desk.addCourse()
        try desk.store.addExpert(
            ExpertRecord(id: "qian", name: "钱", institutions: ["C02"], addedAt: Moments.start),
            at: Moments.start
        )
        func line(_ technician: String, by marker: String) throws -> String? {
            try desk.refusals(entry(technician, marks: [mark(.theory, 80, by: marker)])).first
        }
        #expect(try line("C01/zhang", by: "chen")?.contains("chen is of C01 too") == true)
        #expect(try line("C02/wang", by: "he")?.contains("he is of C02 too") == true)
        #expect(try line("C02/wang", by: "qian")?.contains("qian is of C02 too") == true)
        #expect(try line("C02/wang", by: "sun")?.contains("neither a teacher nor an expert") == true)
        #expect(try line("C02/wang", by: "chen") == nil)
        #expect(try line("C01/zhang", by: "qian") == nil)
    }

    @Test("A mark has an examiner and a day that has come; a title holds nothing that turns the text around")
    func wrongMarks() throws {
        let desk = try TrainingHome()
        try desk.addCourse()
        #expect(
            try desk.refusals(entry("C01/zhang", marks: [mark(.theory, 80, by: nil)]))
                == ["C01/zhang say who gave the theory mark: --by TEACHER, or a column theory_1_by"]
        )
        var late = mark(.theory, 80)
        late.day = "2099-01-01"
        #expect(
            try desk.refusals(entry("C01/zhang", marks: [late]))
                == ["C01/zhang the theory mark is of 2099-01-01, which has not come yet"]
        )
        #expect(throws: StoreError.self) { try desk.addCourse("T03B") { $0.title = "培训\u{202E}班" } }
        #expect(throws: StoreError.self) { try desk.addCourse("T03B") { $0.place = "a\u{2066}b" } }
        #expect(try desk.problems() == [])
    }

    @Test("Somebody retired is not taken back, and stays enrolled where that was so before")
    func retired() throws {
        let desk = try TrainingHome()
        try desk.addCourse()
        try desk.enter(entry("C01/zhang"), entry("C01/li"))
        let now = Moments.later(days: 1)
        try desk.store.withdrawFromCourse("T03A", institution: "C01", technician: "li", because: "ill", at: now)
        for code in ["zhang", "li"] {
            try desk.store.retire(TechnicianRecord.self, RegistryReference(institution: "C01", code: code), at: now)
        }
        #expect(
            try desk.refusals(entry("C01/zhang"), entry("C01/li"))
                == ["C01/li is retired; nobody retired can be enrolled"]
        )
    }

    @Test("Who left is not eligible and gets no marks until taken back; a course called off stays as it was")
    func leaving() throws {
        let desk = try TrainingHome()
        try desk.addCourse()
        try desk.enter(entry("C01/zhang", attendance: [1: 80, 2: 80]))
        try desk.store.withdrawFromCourse(
            "T03A",
            institution: "C01",
            technician: "zhang",
            because: "ill",
            at: Moments.later(days: 1)
        )
        let left = try desk.store.courseStandings(course: "T03A")[0]
        #expect(left.eligibility.obstacles.first == .withdrawn)
        #expect(left.withdrawnBecause == "ill")
        #expect(try desk.refusals(entry("C01/zhang", enrols: false, marks: [mark(.theory, 80)])).count == 1)
        try desk.enter(entry("C01/zhang", marks: [mark(.theory, 80), mark(.practical, 80)]))
        #expect(try desk.store.courseStandings(course: "T03A")[0].eligibility.isEligible)
        try desk.store.retireCourse(id: "T03A", because: "teacher ill", at: Moments.later(days: 2))
        #expect(try desk.store.courseStandings(course: "T03A")[0].eligibility.obstacles == [.calledOff])
        let denied = #expect(throws: StoreError.self) { try desk.enter(entry("C01/li")) }
        #expect(denied?.code == .denied)
        #expect(try desk.store.courses(withRetired: false).isEmpty)
        #expect(try desk.problems() == [])
    }

    @Test("Sessions that somebody attended cannot be taken away")
    func sessionsKept() throws {
        let desk = try TrainingHome()
        try desk.addCourse()
        try desk.enter(entry("C01/zhang", attendance: [2: 80]))
        func change(_ sessions: [CourseRecord.Session]) throws {
            try desk.store.changeCourse(id: "T03A", at: Moments.start) { $0.sessions = sessions }
        }
        let fewer = #expect(throws: StoreError.self) { try change([.init(day: "2026-10-12", hours: 80)]) }
        #expect(fewer?.message.contains("for session 2 on 2026-10-13; it stays number 2") == true)
        let moved = #expect(throws: StoreError.self) {
            try change([.init(day: "2026-10-12", hours: 80), .init(day: "2026-10-12", hours: 80)])
        }
        #expect(moved?.message == fewer?.message)
        try change([.init(day: "2026-10-12", hours: 40), .init(day: "2026-10-13", hours: 80)])
        #expect(try desk.store.course("T03A").hours == 120)
    }

    @Test("A transcript has somebody's courses in the order of time")
    func transcript() throws {
        let desk = try TrainingHome()
        try desk.addCourse()
        try desk.addCourse("T01B") {
            ($0.startsOn, $0.endsOn) = ("2026-05-01", "2026-05-01")
            $0.sessions = [.init(day: "2026-05-01", hours: 60)]
        }
        try desk.enter(entry("C01/zhang", attendance: [1: 80]))
        try desk.enter(entry("C01/zhang", attendance: [1: 60]), course: "T01B")
        let lines = try desk.store.transcript(institution: "C01", technician: "zhang")
        #expect(lines.map(\.course.id) == ["T01B", "T03A"])
        #expect(lines.map(\.standing.attended) == [60, 80])
        #expect(try desk.store.transcript(institution: "C01", technician: "li").isEmpty)
        let unknown = #expect(throws: StoreError.self) {
            try desk.store.transcript(institution: "C01", technician: "nobody")
        }
        #expect(unknown?.code == .notFound)
    }
}
