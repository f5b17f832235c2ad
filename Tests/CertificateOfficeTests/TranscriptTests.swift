import CertificateOffice
import Foundation
import Grading
import Intake
import Store
import Testing

@Suite("A transcript")
struct TranscriptTests {
    private let desk: OfficeHome
    private let zhang = TechnicianName(institution: "C01", code: "zhang")

    init() throws { desk = try OfficeHome(["years": "1"]) }

    /// Answers a question at a moment.
    private func practise(right: Bool, at moment: Date) throws {
        let question = TheoryQuestion(
            id: "q1",
            topic: "T01",
            kind: .single,
            text: LocalizedText(zh: "问题", en: "question"),
            choices: [
                TheoryQuestion.Choice(text: LocalizedText(zh: "对", en: "right"), isCorrect: true),
                TheoryQuestion.Choice(text: LocalizedText(zh: "错", en: "wrong"), isCorrect: false),
            ],
            explanation: LocalizedText(zh: "因为", en: "because")
        )
        let exercise = Exercise(question, number: 1)
        let wrong = exercise.prompt.options.map(\.id).filter { !exercise.key.expected.contains($0) }
        _ = try desk.store.addPracticeAttempt(
            PracticeAnswer(ExerciseAnswer(chosen: right ? exercise.key.expected : wrong), to: exercise),
            by: Learner(institution: "C01", technician: "zhang"),
            at: Timestamp(moment)
        )
    }

    @Test("It has the courses, every certificate with its state, and what was practised, by the home's days")
    func whole() throws {
        let office = try desk.office()
        let first = try #require(try office.issue(course: "T03A", to: [zhang]).issued.first)
        let second = try office.reissue(number: first.number, reason: "姓名更正")
        // 2026-11-20T16:30Z is the 21st here.
        for (right, hours) in [(true, -32.5), (false, -8), (true, 0)] {
            try practise(right: right, at: OfficeHome.now.addingTimeInterval(hours * 3600))
        }
        let transcript = try office.transcript(of: zhang)
        #expect(transcript.courses.map(\.course.id) == ["T03A"])
        #expect(transcript.certificates.map(\.record.number) == [first.number, second.number])
        #expect(transcript.certificates.map(\.state) == [.replaced, .valid])
        #expect(transcript.certificates(ofCourse: "T03A").count == 2)
        #expect(transcript.institutionTitle == "青禾镇卫生院" && transcript.holder.name == "张敏")
        #expect(transcript.practice.answers == 3 && transcript.practice.right == 2)
        #expect(transcript.practiceDays == "2026-11-21"..."2026-11-22")
        let later = try desk.office(at: OfficeHome.now.addingTimeInterval(400 * 86_400)).transcript(of: zhang)
        #expect(later.certificates.map(\.state) == [.replaced, .expired])
    }

    @Test("Who has done nothing yet has an empty one; who is not registered has none")
    func empty() throws {
        let office = try desk.office()
        let now = Timestamp(OfficeHome.now)
        try desk.store.add(TechnicianRecord(institution: "C01", code: "new", name: "新人"), at: now)
        let transcript = try office.transcript(of: TechnicianName(institution: "C01", code: "new"))
        #expect(transcript.courses.isEmpty && transcript.certificates.isEmpty && transcript.practiceDays == nil)
        let unknown = #expect(throws: StoreError.self) {
            try office.transcript(of: TechnicianName(institution: "C01", code: "nobody"))
        }
        #expect(unknown?.code == .notFound)
    }
}
