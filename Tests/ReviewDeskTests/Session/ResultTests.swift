import Grading
import ReviewDesk
import Store
import Testing

struct ResultTests {
    private func atResult(_ machine: [Finding] = SessionExample.machineFindings) -> ReviewSession {
        var session = SessionExample.session()
        session.type("1a", machine: machine)
        return session
    }

    @Test("Findings are judged one key each, and the score follows")
    func judged() {
        var session = atResult()
        #expect(session.result?.expert.score == 90)
        session.type("n")
        #expect(session.findings.map(\.verdict) == [.rejected, .unjudged])
        #expect(session.cursor == 1)
        #expect(session.result?.expert.score == 95)
        session.type("y")
        #expect(session.findings.map(\.verdict) == [.rejected, .confirmed])
        #expect(session.answers.rejected == ["GAIN_HIGH"])
        #expect(session.answers.confirmed == ["CONTACT_LOSS"])
    }

    @Test("A verdict can be turned round; it never stands in both lists")
    func turnedRound() {
        var session = atResult()
        session.type([.character("y"), .up, .character("n")])
        #expect(session.answers.confirmed.isEmpty)
        #expect(session.answers.rejected == ["GAIN_HIGH"])
        session.type("u")
        #expect(session.answers.confirmed == ["GAIN_HIGH"])
        #expect(session.answers.rejected.isEmpty)
        #expect(session.result?.expert.score == 90)
    }

    @Test("All right confirms what was not spoken of, and says so where nothing is left")
    func allRight() {
        var session = atResult()
        session.type("na")
        #expect(session.findings.map(\.verdict) == [.rejected, .confirmed])
        let before = session.answers
        session.type("a")
        #expect(session.answers == before)
        #expect(session.notice?.kind == .hint)
    }

    @Test("Without a word on the findings Enter stores; they stay unjudged")
    func storedUnjudged() {
        var session = atResult()
        #expect(session.type([.enter]) == [.store])
        #expect(session.answers.confirmed.isEmpty && session.answers.rejected.isEmpty)
    }

    @Test("Answers changed after the result was seen are known; the same ones given again are no change")
    func changedAfterResult() {
        var session = atResult()
        #expect(!session.changedAfterResult)
        session.type("y")
        #expect(!session.changedAfterResult, "a verdict on a finding is no answer of the checklist")
        session.type("uu")
        #expect(session.stage == .questions)
        session.type("a")
        #expect(session.stage == .result && !session.changedAfterResult)
        session.type("u")
        session.type("na")
        #expect(session.stage == .result && session.changedAfterResult)
    }

    @Test("Two metrics that give the same code are one line")
    func sameCode() {
        let twice = SessionExample.machineFindings + [Finding(code: "GAIN_HIGH", severity: .major, metric: "gain.p95")]
        let session = atResult(twice)
        #expect(session.findings.map(\.code) == ["GAIN_HIGH", "CONTACT_LOSS"])
        #expect(session.findings[0].findings.count == 2)
    }

    @Test("A finding is added by a part of its code or name, and taken away again by n")
    func added() {
        var session = atResult()
        session.type([.character("f"), .character("b"), .character("l"), .character("u"), .enter])
        #expect(session.answers.added.map(\.code) == ["BLUR"])
        #expect(session.findings.last?.origin == .hand)
        #expect(session.cursor == 2)
        session.type("n")
        #expect(session.answers.added.isEmpty)
        #expect(session.findings.count == 2)
        session.type([.character("f"), .paste("声影"), .character("1")])
        #expect(session.answers.added.map(\.code) == ["SHADOW"])
        session.type("u")
        #expect(session.answers.added.isEmpty)
    }

    @Test(
        "What is on the picture already, or nobody says by hand, is not in the list; what nothing matches adds nothing"
    )
    func choices() {
        var session = atResult()
        session.type("f")
        guard case .adding(let choice) = session.mode else {
            Issue.record("f opens the list")
            return
        }
        let codes = choice.matches.map(\.code)
        #expect(!codes.contains("GAIN_HIGH") && !codes.contains("UNREADABLE") && codes.contains("GAIN_LOW"))
        session.type([.character("q"), .character("q"), .enter])
        #expect(session.answers.added.isEmpty)
        session.type([.escape])
        #expect(session.mode == .keys)
    }

    @Test("The arrows choose a line of the list")
    func chosenByArrows() {
        var session = atResult()
        session.type([.character("f"), .character("t"), .character("g"), .character("c"), .down, .enter])
        #expect(session.answers.added.map(\.code) == ["TGC_BAND"])
    }

    @Test("A finding that an answer gave is changed by the answer alone")
    func fromChecklist() {
        var session = SessionExample.session()
        session.type("1yyyn")
        #expect(session.findings.last?.origin == .checklist)
        session.type([.end, .character("n")])
        #expect(session.findings.last?.code == "CALIPER_WRONG")
        #expect(session.notice?.kind == .hint)
        #expect(session.answers.rejected.isEmpty)
    }

    @Test("Ready advice is taken over by digits, several after each other, and can be written on")
    func advice() {
        var session = atResult()
        session.type("t12")
        session.type([.character("x"), .character("2"), .enter])
        #expect(session.answers.advice == "把总增益调低约 6 dB。多涂耦合剂，贴紧探头。x2")
        // Opened again, digits are digits.
        session.type([.character("t"), .character("1"), .enter])
        #expect(session.answers.advice == "把总增益调低约 6 dB。多涂耦合剂，贴紧探头。x21")
    }

    @Test(
        "Before the result no advice is offered, because it would tell the machine's findings; rejected ones offer none"
    )
    func noAdviceBefore() {
        var session = SessionExample.session()
        session.type("t")
        guard case .writing(let entry) = session.mode else {
            Issue.record("t opens the editor")
            return
        }
        #expect(entry.offers.isEmpty)
        session.type([.character("1"), .enter])
        #expect(session.answers.advice == "1")
        var other = atResult()
        other.type("nt")
        guard case .writing(let offered) = other.mode else {
            Issue.record("t opens the editor")
            return
        }
        #expect(offered.offers == ["多涂耦合剂，贴紧探头。"])
    }

    @Test("Texts are kept by Enter, dropped by Escape, emptied to nothing, and undone")
    func texts() {
        var session = SessionExample.session()
        session.type([.character("c"), .character("好"), .escape])
        #expect(session.answers.comment == nil)
        session.type([.character("c"), .character("好"), .paste("图\n两行"), .enter])
        #expect(session.answers.comment == "好图 两行")
        session.type([.character("c"), .control("u"), .enter])
        #expect(session.answers.comment == nil)
        session.type("u")
        #expect(session.answers.comment == "好图 两行")
    }
}

struct LeavingTests {
    @Test("Skipping takes a digit, or words and Enter; Escape leaves all as it was")
    func skip() {
        var session = SessionExample.session(language: .en)
        #expect(session.type("s2") == [.skip(reason: "Cannot be seen well here")])
        #expect(session.type([.character("s"), .enter]) == [])
        #expect(session.mode != .keys)
        #expect(session.type([.escape]) == [])
        #expect(session.mode == .keys)
        let words = [ReviewKey.character("s")] + "my 2 cents".map { ReviewKey.character($0) } + [.enter]
        #expect(session.type(words) == [.skip(reason: "my 2 cents")])
    }

    @Test("The whole picture is asked for once, and only y shows it; afterwards w switches")
    func whole() {
        var session = SessionExample.session()
        #expect(session.type("wn") == [])
        #expect(!session.isUnblinded)
        #expect(session.type("wy") == [.showWhole])
        session.wholePictureShown()
        #expect(session.isUnblinded && session.showsWhole)
        #expect(session.type("w") == [])
        #expect(!session.showsWhole)
        session.type("w")
        #expect(session.showsWhole && session.isUnblinded)
    }

    @Test("Leaving without answers gives the image back unasked; with answers it asks what becomes of it")
    func leave() {
        var session = SessionExample.session()
        #expect(session.type("q") == [.leave(keepingClaim: false)])
        session.type("y")
        #expect(session.type("q") == [])
        #expect(session.type("y") == [])
        #expect(session.mode == .keys)
        #expect(session.answers.answers.count == 1)
        #expect(session.type("qk") == [.leave(keepingClaim: true)])
        #expect(session.type("qr") == [.leave(keepingClaim: false)])
    }

    @Test("A claim that ran out keeps the answers, stores nothing, and r asks for it again")
    func lost() {
        var session = SessionExample.session()
        session.type("1a")
        session.lost()
        #expect(session.notice?.kind == .bad)
        #expect(session.type([.enter]) == [])
        #expect(session.answers.answers.count == 4)
        #expect(session.type("r") == [.claimAgain])
        session.lost("image 17 is held by li until 15:30.")
        #expect(session.type("r") == [.claimAgain])
        let again = session.heldAgain(
            facts: session.facts,
            sheet: SessionExample.sheet,
            until: Timestamp(milliseconds: 9_000_000)
        )
        #expect(again == [.judge])
        #expect(session.type([.enter]) == [.store])
    }

    @Test("If other things are asked after the claim was renewed, answers to what is still asked stay")
    func changedSheet() {
        var session = SessionExample.session()
        session.type("1a")
        session.lost()
        var sheet = SessionExample.sheet
        sheet.items[0].criteria[0].id = "round"
        let effects = session.heldAgain(
            facts: session.facts,
            sheet: sheet,
            until: Timestamp(milliseconds: 9_000_000)
        )
        #expect(effects.isEmpty)
        #expect(session.stage == .questions)
        #expect(session.question?.key == "section.round")
        #expect(Set(session.answers.answers.keys) == ["section.thalami", "section.csp", "measurement"])
    }

    @Test("Any key closes the page of keys and does nothing else")
    func help() {
        var session = SessionExample.session()
        session.type("?")
        #expect(session.mode == .help)
        #expect(session.type("q") == [])
        #expect(session.mode == .keys)
        #expect(session.answers == ReviewAnswers())
    }

    @Test("The picture over the whole screen goes back by the same key or Escape, and keys still answer")
    func zoom() {
        var session = SessionExample.session()
        session.type("1+y")
        #expect(session.isZoomed)
        #expect(session.answers.answers.count == 1)
        session.type([.escape])
        #expect(!session.isZoomed)
    }
}
