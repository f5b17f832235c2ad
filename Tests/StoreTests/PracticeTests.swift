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

    private func start(course: String? = "T03", limit: Int? = 2, at now: Timestamp = Moments.start) throws
        -> PaperRecord
    {
        try store.startPaper(Self.paper, for: learner, course: course, limit: limit, at: now)
    }

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
        _ = try store.answerPaper(paper.id, item: 1, Self.answer(exercise, right: false), at: Moments.later(seconds: 5))
        try home.tamper("UPDATE practice_attempt SET is_right = 1, thousandths = 1000")
        try home.tamper(#"UPDATE paper_answer SET document = '{"chosen":["a"]}' WHERE sequence = 1"#)
        let changed = try store.verifyAudit(vault: home.vault).problems.filter { $0.kind == .changedRecord }.map(
            \.subject
        )
        #expect(changed.contains { $0.contains("practice-attempt/1") }, "\(changed)")
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
                at: Moments.later(seconds: second)
            )
        }
        let ended = try store.handInPaper(paper.id, at: Moments.later(seconds: 60))
        #expect(ended.given.map(\.item) == [1, 2, 1])
        #expect(ended.endedBy == .learner)
        #expect(ended.result?.mark == 66.7)
        #expect(ended.result?.passed == true)
        #expect(ended.result?.thousandths == [1000, 1000, 0])
        let answer = Self.answer(Self.exercise(3), right: true)
        let late = refusal { _ = try store.answerPaper(paper.id, item: 3, answer, at: Moments.later(seconds: 61)) }
        #expect(late?.code == .denied)
        #expect(late?.message.contains("it was handed in") == true)
        let again = refusal { _ = try store.handInPaper(paper.id, at: Moments.later(seconds: 62)) }
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
        _ = try store.answerPaper(paper.id, item: 1, last, at: Moments.later(seconds: 599.999))
        let error = refusal { _ = try store.answerPaper(paper.id, item: 2, last, at: Moments.later(seconds: 600)) }
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
        let none = try store.endOverduePapers(at: Moments.later(seconds: 599))
        #expect(none.isEmpty)
        let ended = try store.endOverduePapers(at: Moments.later(days: 3))
        #expect(ended.map(\.result?.mark) == [0])
        #expect(ended.first?.endedAt == Moments.later(seconds: 600))
    }

    @Test("Attempts are limited by course; an open paper comes first; a trial paper has no limit")
    func limits() throws {
        let first = try start()
        let open = refusal { _ = try start() }
        #expect(open?.message.contains("paper 1 is still open") == true)
        _ = try store.handInPaper(first.id, at: Moments.later(seconds: 1))
        // The second one is never handed in and is used up all the same.
        let second = try start(at: Moments.later(seconds: 2))
        #expect(second.attempt == 2)
        let third = refusal { _ = try start(at: Moments.later(days: 1)) }
        #expect(third?.code == .denied)
        #expect(third?.message.contains("all 2 attempts") == true)
        for hour in 2...4 {
            let trial = try start(course: nil, limit: nil, at: Moments.later(days: Double(hour)))
            _ = try store.handInPaper(trial.id, at: Moments.later(days: Double(hour), seconds: 1))
        }
        let all = try store.papers(institution: "County", technician: "zhang", limit: 10)
        #expect(all.map(\.id) == [5, 4, 3, 2, 1])
        #expect(all.map(\.attempt) == [3, 2, 1, 2, 1])
        let ofCourse = try store.papers(course: "T03", before: 2, limit: 10)
        #expect(ofCourse.map(\.id) == [1])
    }
}
