import Grading
import ReviewDesk
import Store
import Testing

struct QuestionTests {
    @Test("One key an answer: after the last one the result is shown")
    func straightThrough() {
        var session = SessionExample.session()
        session.type("2yp")
        #expect(session.stage == .questions)
        #expect(session.question?.key == "section.csp")
        session.type("nx")
        #expect(session.stage == .result)
        #expect(
            session.answers.answers == [
                "section.symmetry": .yes, "section.thalami": .partly, "section.csp": .no, "measurement": .notApplicable,
            ]
        )
        #expect(session.answers.impression == .b)
        #expect(session.findings.map(\.code) == ["GAIN_HIGH", "CONTACT_LOSS"])
    }

    @Test("A good picture takes four keys: impression, all fine, all right, store")
    func goodPicture() {
        var session = SessionExample.session()
        #expect(session.type([.character("1"), .character("a"), .character("a"), .enter]) == [.store])
        #expect(session.answers.answers.values.allSatisfy { $0 == .yes })
        #expect(session.answers.answers.count == 4)
        #expect(session.answers.confirmed == ["GAIN_HIGH", "CONTACT_LOSS"])
    }

    @Test("All fine leaves what was answered before as it was")
    func allFineKeepsAnswers() {
        var session = SessionExample.session()
        session.type("na")
        #expect(session.answers.answers["section.symmetry"] == .no)
        #expect(session.answers.answers["section.thalami"] == .yes)
        #expect(session.stage == .result)
    }

    @Test(
        "The impression is left out by Enter, by space, or by answering the first question",
        arguments: [[ReviewKey.enter, .character("y")], [.character(" "), .character("y")], [.character("y")]]
    )
    func withoutImpression(keys: [ReviewKey]) {
        var session = SessionExample.session()
        session.type(keys)
        #expect(session.answers.impression == nil)
        #expect(session.answers.answers == ["section.symmetry": .yes])
        #expect(session.question?.key == "section.thalami")
    }

    @Test("Capital letters give the impression, small ones are commands; both give answers")
    func capitals() {
        var session = SessionExample.session()
        session.type("A")
        #expect(session.answers.impression == .a)
        session.type("DY")
        #expect(session.answers.impression == .d)
        #expect(session.answers.answers == ["section.symmetry": .yes])
    }

    @Test("Full-width letters of a Chinese input method are the same keys")
    func fullWidth() {
        var session = SessionExample.session()
        session.type("２ｙ")
        #expect(session.answers.impression == .b)
        #expect(session.answers.answers == ["section.symmetry": .yes])
    }

    @Test(
        "Back goes to the question before; the new answer takes the old one's place and goes on to the first open one"
    )
    func back() {
        var session = SessionExample.session()
        session.type("1yy")
        session.type([.backspace, .left])
        #expect(session.question?.key == "section.symmetry")
        session.type("n")
        #expect(session.answers.answers == ["section.symmetry": .no, "section.thalami": .yes])
        #expect(session.question?.key == "section.csp")
        session.type([.left, .left, .left, .left, .left, .left])
        #expect(session.cursor == 0)
    }

    @Test("Back from the result opens the checklist at its last question, and changing it works the result out anew")
    func backFromResult() {
        var session = SessionExample.session()
        session.type("1a")
        session.type([.backspace])
        #expect(session.stage == .questions)
        #expect(session.question?.key == "measurement")
        session.type("n")
        #expect(session.stage == .result)
        #expect(session.findings.last?.code == "CALIPER_WRONG")
        #expect(session.findings.last?.origin == .checklist)
    }

    @Test("Undo takes one change back at a time, over answers, impression and all fine")
    func undo() {
        var session = SessionExample.session()
        let start = session
        session.type("2yya")
        #expect(session.stage == .result)
        session.type("u")
        #expect(session.stage == .questions)
        #expect(session.answers.answers == ["section.symmetry": .yes, "section.thalami": .yes])
        session.type("uuu")
        // The impression was given before the machine's result was seen, and stays.
        #expect(session.answers == ReviewAnswers(impression: .b))
        #expect(session.cursor == start.cursor)
        session.type("u")
        #expect(session.notice?.kind == .hint)
        #expect(session.answers == ReviewAnswers(impression: .b))
    }

    @Test("Before the result was seen, undo takes the impression back too")
    func undoImpression() {
        var session = SessionExample.session()
        session.type("3u")
        #expect(session.answers == ReviewAnswers())
        #expect(session.cursor == 0)
    }

    @Test("Once the machine's result was seen, the impression stays as it is")
    func impressionStays() {
        var session = SessionExample.session()
        session.type("1a")
        session.type([.backspace, .character("4")])
        #expect(session.answers.impression == .a)
        session.type("D")
        #expect(session.answers.impression == .a)
    }

    @Test(
        "Keys that mean nothing change nothing",
        arguments: [
            ReviewKey.character("h"), .character("5"), .character("§"), .character("中"), .control("x"), .unknown,
            .escape, .delete, .pageUp, .paste("yyyy"), .character("r"), .character("f"),
        ]
    )
    func wrongKeys(key: ReviewKey) {
        var session = SessionExample.session()
        session.type("1y")
        let before = session
        #expect(session.press(key).isEmpty)
        #expect(session.answers == before.answers)
        #expect(session.stage == before.stage)
        #expect(session.cursor == before.cursor)
        #expect(session.mode == before.mode)
        #expect(session.notice != nil)
    }

    @Test("Where no picture is shown nothing is answered, until the whole picture was asked for")
    func nothingSeen() {
        var session = ReviewSession(
            facts: SessionExample.facts(),
            sheet: SessionExample.sheet,
            until: Timestamp(milliseconds: 9_000_000),
            hasPicture: false,
            language: .en
        )
        for key in "ypnxaYPNXABCD1234" {
            #expect(session.press(.character(key)).isEmpty)
            #expect(session.answers == ReviewAnswers(), "\(key)")
            #expect(session.notice?.kind == .bad)
        }
        session.type("wy")
        session.wholePictureShown()
        session.type("1a")
        #expect(session.stage == .result)
    }

    @Test("With questions open, Enter on a question goes nowhere")
    func enterWithOpenQuestions() {
        var session = SessionExample.session()
        session.type("1y")
        #expect(session.press(.enter).isEmpty)
        #expect(session.stage == .questions)
        #expect(session.question?.key == "section.thalami")
    }

    @Test("Questions that need no answer come on demand, behind the others, and hold nothing up")
    func optional() {
        var session = SessionExample.session()
        session.type("m")
        #expect(session.questions.map(\.key).suffix(2) == ["colour", "gain"])
        session.type("a")
        #expect(session.stage == .result)
        session.type([.backspace])
        #expect(session.question?.key == "gain")
        session.type("p")
        #expect(session.answers.answers["gain"] == .partly)
        #expect(session.stage == .result)
        session.type([.backspace, .character("m")])
        #expect(!session.questions.contains { $0.key == "gain" })
        #expect(session.answers.answers["gain"] == .partly)
    }

    @Test("Where nothing applies there is no score: said so, and a consultation makes a reading of it")
    func nothingApplies() {
        var session = SessionExample.session()
        session.type("1")
        var effects: [ReviewEffect] = []
        for _ in 0..<4 { effects += session.press(.character("x")) }
        #expect(effects == [.judge])
        session.refused(ReviewMistakes([ReviewMistake(item: "answers", message: "nothing could be judged")]))
        #expect(session.stage == .questions)
        #expect(session.notice?.kind == .bad)
        #expect(session.notice?.text.contains("k") == true)
        session.type([.character("k"), .character("切"), .character("面"), .character("?"), .enter])
        #expect(session.answers.consultation == "切面?")
        #expect(session.stage == .result)
    }
}
