import Foundation
import Grading
import Store
import Testing

@Suite("Practice and papers in the store")
struct PracticeTests {
    private let home: TestHome
    private let store: Store
    private let learner = Learner(institution: "County", technician: "zhang")

    /// A store that knows one institution, since an exam came from there.
    init() throws {
        home = try TestHome()
        store = try home.open()
        var drop = Drop()
        try drop.add("01.png", bytes: "picture", to: home)
        _ = try drop.commit(to: store)
    }

    private static func exercise(_ number: Int) -> Exercise {
        let question = TheoryQuestion(
            id: "q\(number)",
            topic: "T01",
            kind: .single,
            text: LocalizedText(zh: "问题", en: "question"),
            choices: [
                TheoryQuestion.Choice(text: LocalizedText(zh: "对", en: "right"), isCorrect: true),
                TheoryQuestion.Choice(text: LocalizedText(zh: "错", en: "wrong"), isCorrect: false),
            ],
            explanation: LocalizedText(zh: "因为", en: "because")
        )
        return Exercise(question, number: UInt64(number))
    }

    private static func answer(_ exercise: Exercise, right: Bool) -> ExerciseAnswer {
        let wrong = exercise.prompt.options.map(\.id).filter { !exercise.key.expected.contains($0) }
        return ExerciseAnswer(chosen: right ? exercise.key.expected : wrong)
    }

    private static let paper = Paper(
        seed: 7,
        plan: PaperPlan(questions: 3, pictures: 0, topics: [], minutes: 10, passMark: 60),
        items: (1...3).map(exercise)
    )

    private func start(at now: Timestamp = Moments.start) throws -> PaperRecord {
        try store.startPaper(Self.paper, for: learner, course: nil, at: now, day: day)
    }

    /// The day in UTC.
    private func day(_ moment: Timestamp) -> String { String(moment.text.prefix(10)) }

    private func refusal(_ body: () throws -> Void) -> StoreError? {
        do { try body() } catch { return error as? StoreError }
        return nil
    }

    @Test("An attempt comes back as it was, with what was asked then; the trail is sound and the dump has it")
    func attempts() throws {
        for number in 1...3 {
            let exercise = Self.exercise(number)
            let answer = PracticeAnswer(Self.answer(exercise, right: number != 2), to: exercise)
            let id = try store.addPracticeAttempt(answer, by: learner, at: Moments.later(seconds: Double(number)))
            #expect(id == Int64(number))
        }
        let attempts = try store.practiceAttempts(of: learner)
        #expect(attempts.map(\.answer.mark.isRight) == [true, false, true])
        #expect(attempts[1].answer.exercise == Self.exercise(2))
        #expect(attempts[2].at == Moments.later(seconds: 3))
        let steps = try store.practiceSteps(of: learner)
        #expect(steps.map(\.isRight) == attempts.map(\.answer.mark.isRight))
        #expect(steps.map(\.card) == attempts.map(\.answer.exercise.key.card))
        #expect(steps.map(\.at) == attempts.map(\.at))
        let stranger = Learner(institution: "County", technician: "li")
        let others = try store.practiceAttempts(of: stranger)
        #expect(others.isEmpty)
        let verification = try store.verifyAudit(vault: home.vault)
        #expect(verification.isSound, "\(verification.problems)")
        let lines = try store.dumpLines()
        #expect(lines.count { $0.contains(#""kind":"practice""#) && $0.contains(#""technician":"zhang""#) } == 3)
    }

    @Test("A changed attempt and a changed answer of a paper are found by the audit")
    func tampering() throws {
        let exercise = Self.exercise(1)
        _ = try store.addPracticeAttempt(
            PracticeAnswer(Self.answer(exercise, right: false), to: exercise),
            by: learner,
            at: Moments.start
        )
        let paper = try start()
        _ = try store.answerPaper(
            paper.id,
            item: 1,
            Self.answer(exercise, right: false),
            at: Moments.later(seconds: 5),
            day: day
        )
        try home.tamper("UPDATE practice_attempt SET is_right = 1, thousandths = 1000")
        try home.tamper(#"UPDATE paper_answer SET document = '{"chosen":["a"]}' WHERE sequence = 1"#)
        let changed = try store.verifyAudit(vault: home.vault).problems.filter { $0.kind == .changedRecord }.map(
            \.subject
        )
        #expect(changed.contains { $0.contains("practice_attempt/1") }, "\(changed)")
        #expect(changed.contains { $0.contains("paper/1") }, "\(changed)")
    }

    @Test("Nothing can be practised for an institution that nothing is known of")
    func unknownInstitution() throws {
        let stranger = Learner(institution: "Nowhere", technician: "zhang")
        let exercise = Self.exercise(1)
        let answer = PracticeAnswer(Self.answer(exercise, right: true), to: exercise)
        let error = refusal { _ = try store.addPracticeAttempt(answer, by: stranger, at: Moments.start) }
        #expect(error?.code == .notFound)
        let known = try store.knowsInstitution("County")
        let unknown = try store.knowsInstitution("Nowhere")
        #expect(known && !unknown)
    }

    @Test("A paper: answers are kept in order, the last one of an item counts, handing in marks it")
    func paper() throws {
        let paper = try start()
        #expect(paper.attempt == 1)
        #expect(paper.deadline == Moments.later(seconds: 600))
        for (second, item, right) in [(1.0, 1, false), (2, 2, true), (3, 1, true)] {
            _ = try store.answerPaper(
                paper.id,
                item: item,
                Self.answer(Self.exercise(item), right: right),
                at: Moments.later(seconds: second),
                day: day
            )
        }
        let ended = try store.handInPaper(paper.id, at: Moments.later(seconds: 60), day: day)
        #expect(ended.given.map(\.item) == [1, 2, 1])
        #expect(ended.endedBy == .learner)
        #expect(ended.result?.mark == 66.7)
        #expect(ended.result?.passed == true)
        #expect(ended.result?.thousandths == [1000, 1000, 0])
        let answer = Self.answer(Self.exercise(3), right: true)
        let late = refusal {
            _ = try store.answerPaper(paper.id, item: 3, answer, at: Moments.later(seconds: 61), day: day)
        }
        #expect(late?.code == .denied)
        #expect(late?.message.contains("it was handed in") == true)
        let again = refusal { _ = try store.handInPaper(paper.id, at: Moments.later(seconds: 62), day: day) }
        #expect(again?.code == .denied)
        let verification = try store.verifyAudit(vault: home.vault)
        #expect(verification.isSound, "\(verification.problems)")
        let back = try store.paper(paper.id)
        #expect(back == ended)
    }

    @Test("At the deadline nothing is taken any more, and what was answered before is marked at the deadline")
    func deadline() throws {
        let paper = try start()
        let last = Self.answer(Self.exercise(1), right: true)
        _ = try store.answerPaper(paper.id, item: 1, last, at: Moments.later(seconds: 599.999), day: day)
        let error = refusal {
            _ = try store.answerPaper(paper.id, item: 2, last, at: Moments.later(seconds: 600), day: day)
        }
        #expect(error?.code == .denied)
        #expect(error?.message.contains("its time was over") == true)
        let ended = try store.paper(paper.id)
        #expect(ended.endedBy == .time)
        #expect(ended.endedAt == paper.deadline)
        #expect(ended.result?.mark == 33.3)
        #expect(ended.given.count == 1)
    }

    @Test("A paper that nobody goes back to is ended and marked when anybody looks")
    func overdue() throws {
        _ = try start()
        let none = try store.endOverduePapers(at: Moments.later(seconds: 599), day: day)
        #expect(none.isEmpty)
        let ended = try store.endOverduePapers(at: Moments.later(days: 3), day: day)
        #expect(ended.map(\.result?.mark) == [0])
        #expect(ended.first?.endedAt == Moments.later(seconds: 600))
    }

    @Test("An open paper comes first; trial papers have no limit and are numbered")
    func trials() throws {
        let first = try start()
        let open = refusal { _ = try start() }
        #expect(open?.code == .denied)
        #expect(open?.message.contains("paper 1 is still open") == true)
        _ = try store.handInPaper(first.id, at: Moments.later(seconds: 1), day: day)
        for number in 2...5 {
            let trial = try start(at: Moments.later(days: Double(number)))
            #expect(trial.attempt == number)
            _ = try store.handInPaper(trial.id, at: Moments.later(days: Double(number), seconds: 1), day: day)
        }
        let all = try store.papers(institution: "County", technician: "zhang", limit: 10)
        #expect(all.map(\.id) == [5, 4, 3, 2, 1])
        let page = try store.papers(before: 3, limit: 1)
        #expect(page.map(\.id) == [2])
    }
}

@Suite("Papers of courses")
struct CoursePaperTests {
    private let desk: TrainingHome
    private let zhang = Learner(institution: "C01", technician: "zhang")

    /// A course of October with two theory attempts, in which zhang is enrolled; it is 21 November.
    init() throws {
        desk = try TrainingHome()
        try desk.addCourse { $0.rules.mostAttempts = 2 }
        try desk.enter(entry("C01/zhang"))
    }

    private static let paper = Paper(
        seed: 7,
        plan: PaperPlan(questions: 2, pictures: 0, topics: [], minutes: 10, passMark: 60),
        items: (1...2).map { number in
            Exercise(
                TheoryQuestion(
                    id: "q\(number)",
                    topic: "T01",
                    kind: .single,
                    text: LocalizedText(zh: "问题", en: "question"),
                    choices: [
                        TheoryQuestion.Choice(text: LocalizedText(zh: "对", en: "right"), isCorrect: true),
                        TheoryQuestion.Choice(text: LocalizedText(zh: "错", en: "wrong"), isCorrect: false),
                    ],
                    explanation: LocalizedText(zh: "因为", en: "because")
                ),
                number: UInt64(number)
            )
        }
    )

    /// The day in Shanghai, eight hours ahead.
    private func day(_ moment: Timestamp) -> String {
        String(Timestamp(milliseconds: moment.milliseconds + 8 * 3_600_000).text.prefix(10))
    }

    private func start(_ learner: Learner? = nil, course: String = "T03A", hours: Double = 0) throws -> PaperRecord {
        let now = Moments.later(seconds: hours * 3600)
        return try desk.store.startPaper(Self.paper, for: learner ?? zhang, course: course, at: now, day: day)
    }

    private func refusal(_ body: () throws -> Void) -> String {
        do { try body() } catch { return "\(error)" }
        return ""
    }

    private func marks() throws -> [CourseMark] {
        let standings = try desk.store.courseStandings(course: "T03A")
        return try #require(standings.first { $0.code == "zhang" }).marks
    }

    @Test("The mark of a paper goes to the course's theory part, by rule, with the day by the home's clock")
    func markGoesToCourse() throws {
        // 14:20 UTC and later: the day in Shanghai has turned at 16:00.
        let paper = try start(hours: 9.9)
        let answer = ExerciseAnswer(chosen: Self.paper.items[0].key.expected)
        let soon = Moments.later(seconds: 9.9 * 3600 + 10)
        _ = try desk.store.answerPaper(paper.id, item: 1, answer, at: soon, day: day)
        let ended = try desk.store.handInPaper(paper.id, at: soon, day: day)
        #expect(ended.result?.mark == 50)
        #expect(ended.problem == nil)
        let mark = try #require(try marks().first)
        #expect((mark.part, mark.tenths, mark.attempt, mark.source) == (.theory, 500, 1, .paper))
        #expect(mark.reference == "paper/1")
        #expect(mark.markedBy == nil)
        #expect(mark.day == "2026-11-22")
        #expect(try desk.problems() == [])
    }

    @Test("Attempts are those of the course: a mark entered by hand counts, an annulled one is free again")
    func attempts() throws {
        try desk.enter(entry("C01/zhang", enrols: false, marks: [mark(.theory, 40)]))
        let paper = try start()
        _ = try desk.store.handInPaper(paper.id, at: Moments.later(seconds: 1), day: day)
        #expect(try marks().map(\.attempt) == [1, 2])
        #expect(refusal { _ = try start(hours: 1) } == "C01/zhang: all 2 theory attempts of course T03A are used up")
        try desk.store.annulCourseMark(
            "T03A",
            institution: "C01",
            technician: "zhang",
            part: .theory,
            attempt: 2,
            because: "power cut",
            at: Moments.later(seconds: 2)
        )
        let again = try start(hours: 2)
        #expect(again.attempt == 2)
    }

    @Test(
        "Who is not enrolled, a course without theory, one that has not begun or was called off: each with its reason"
    )
    func refused() throws {
        let li = Learner(institution: "C01", technician: "li")
        #expect(refusal { _ = try start(li) }.contains("C01/li: is not enrolled in T03A; enrol first"))
        let nobody = Learner(institution: "C01", technician: "nobody")
        #expect(refusal { _ = try start(nobody) }.contains("is not registered"))
        #expect(refusal { _ = try start(course: "T99") }.contains("there is no course of that id"))
        try desk.addCourse("PRAC") { $0.rules.theoryPass = nil }
        try desk.enter(entry("C01/zhang"), course: "PRAC")
        #expect(refusal { _ = try start(course: "PRAC") }.contains("course PRAC has no theory part"))
        try desk.addCourse("NEXT") {
            ($0.startsOn, $0.endsOn) = ("2026-12-01", "2026-12-02")
            $0.sessions = [.init(day: "2026-12-01", hours: 80)]
        }
        try desk.enter(entry("C01/zhang"), course: "NEXT")
        #expect(refusal { _ = try start(course: "NEXT") }.contains("course NEXT begins on 2026-12-01"))
        try desk.store.retireCourse(id: "T03A", because: "no teacher", at: Moments.start)
        #expect(refusal { _ = try start() }.contains("the course was called off (no teacher)"))
    }

    @Test("A course that is called off meanwhile does not take the mark; the paper ends and says why")
    func calledOffMeanwhile() throws {
        let paper = try start()
        try desk.store.retireCourse(id: "T03A", because: "no teacher", at: Moments.later(seconds: 5))
        let ended = try desk.store.endOverduePapers(at: Moments.later(days: 1), day: day)
        #expect(ended.map(\.id) == [paper.id])
        #expect(ended.first?.result?.mark == 0)
        #expect(ended.first?.problem == "the course was called off (no teacher)")
        #expect(try marks().isEmpty)
        #expect(try desk.problems() == [])
    }

    @Test("How a course's papers are drawn is kept, and told in the trail and the dump")
    func plan() throws {
        #expect(try desk.store.paperPlan(course: "T03A") == nil)
        let plan = CoursePaperPlan(questions: 10, pictures: 2, minutes: 15, seed: 18_446_744_073_709_551_615)
        try desk.store.setPaperPlan(plan, course: "T03A", at: Moments.start)
        #expect(try desk.store.paperPlan(course: "T03A") == plan)
        var other = plan
        (other.minutes, other.seed) = (20, nil)
        try desk.store.setPaperPlan(other, course: "T03A", at: Moments.start)
        #expect(try desk.store.paperPlan(course: "T03A") == other)
        #expect(try desk.problems() == [])
        let lines = try desk.store.dumpLines()
        #expect(lines.contains { $0.contains(#""kind":"paper_plan""#) && $0.contains(#""minutes":20"#) })
        #expect(refusal { try desk.store.setPaperPlan(plan, course: "T99", at: Moments.start) }.contains("no course"))
    }
}
