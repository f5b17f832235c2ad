import Grading
import ReviewDesk
import Testing

@Suite("What an expert says, as it came")
struct ReviewReaderTests {
    private func mistakes(_ text: String) -> [String] {
        do throws(ReviewMistakes) {
            _ = try ReviewReader.read(Array(text.utf8))
            return []
        } catch {
            return error.mistakes.map(\.description)
        }
    }

    @Test("an object of the contract is read whole; null is not said")
    func whole() throws {
        let text = """
            {"schema": "sonograde.review/1", "image": 17, "expert": "wang", "claim": 3,
             "answers": {"section.symmetry": "partly", "annotation": "na", "measurement": null},
             "impression": "b", "confirmed": ["BLUR"], "rejected": ["NOISE"],
             "added": ["SHADOW:major", {"code": "GAIN_LOW", "severity": null}, {"code": "LOWRES", "severity": "minor"}],
             "comment": "ok", "advice": " ", "consultation": "why?", "unblinded": true}
            """
        let entry = try ReviewReader.read(Array(text.utf8))
        #expect(entry.wasUnblinded)
        #expect(
            entry.answers
                == ReviewAnswers(
                    image: "17",
                    expert: "wang",
                    claim: 3,
                    answers: ["section.symmetry": .partly, "annotation": .notApplicable],
                    impression: .b,
                    confirmed: ["BLUR"],
                    rejected: ["NOISE"],
                    added: [
                        .init(code: "SHADOW", severity: .major), .init(code: "GAIN_LOW"),
                        .init(code: "LOWRES", severity: .minor),
                    ],
                    comment: "ok",
                    advice: nil,
                    consultation: "why?"
                )
        )
    }

    @Test(
        "every mistake names the item and what is allowed",
        arguments: [
            (#"{"answers": {"section": "maybe"}}"#, [#"section: is "maybe"; allowed: yes, partly, no, na"#]),
            (#"{"answers": {"section": true}}"#, ["section: is true; allowed: yes, partly, no, na"]),
            (#"{"answers": "yes"}"#, [#"answers: is "yes"; allowed is an object such as {"section": "yes"}"#]),
            (#"{"impression": "E"}"#, [#"impression: is "E"; allowed: A, B, C, D"#]),
            (#"{"claim": 1.5}"#, ["claim: is 1.5; allowed is the claim's number"]),
            (#"{"claim": "3"}"#, [#"claim: is "3"; allowed is the claim's number"#]),
            (#"{"confirmed": "BLUR"}"#, [#"confirmed: is "BLUR"; allowed is a list of codes such as ["BLUR"]"#]),
            (#"{"rejected": [1]}"#, [#"rejected: holds 1; allowed is a list of codes such as ["BLUR"]"#]),
            (
                #"{"added": [{"code": "BLUR", "severity": "bad"}]}"#,
                [#"added.BLUR: has the severity "bad"; allowed: info, minor, major, critical"#]
            ),
            (
                #"{"added": [{"code": "BLUR", "sevrity": "minor"}]}"#,
                ["added.sevrity: is not known; allowed: code, severity"]
            ),
            (#"{"schema": "sonograde.review/2"}"#, [#"schema: is "sonograde.review/2"; allowed: sonograde.review/1"#]),
            (#"{"consultation": "  "}"#, ["consultation: is empty; write the question"]),
            (#"{"unblinded": "yes"}"#, [#"unblinded: is "yes"; allowed is true or false"#]),
            (#"{"image": []}"#, ["image: is a list; allowed is \(ImageReference.allowed)"]),
            (#"{"a": 01}"#, ["object: this is not valid JSON"]), (#"[1]"#, ["object: this is not valid JSON"]),
        ]
    )
    func wrong(_ text: String, _ expected: [String]) { #expect(mistakes(text) == expected) }

    @Test("an unknown key is a mistake, so that nothing that was said is lost; all mistakes come together")
    func several() {
        let found = mistakes(#"{"coment": "x", "impression": "E", "expert": "a b", "answers": {"x": 1, "y": "no"}}"#)
        #expect(found.count == 4)
        #expect(found[0] == "x: is 1; allowed: yes, partly, no, na")
        #expect(found[1].hasPrefix("coment: is not known; allowed: schema, image, expert, claim, answers,"))
        #expect(found[2].hasPrefix("expert: holds a space"))
        #expect(found[3].hasPrefix("impression: "))
    }

    @Test("flags are read by the same rules, and a question answered twice is a mistake")
    func flags() throws {
        var reader = ReviewReader()
        reader.answer("section", "yes")
        reader.answer("section", "no")
        reader.answer("annotation", "")
        #expect(throws: ReviewMistakes.self) { try reader.entry() }
        var good = ReviewReader()
        good.answer("section", "na")
        good.add("BLUR")
        good.add("NOISE:minor")
        good.claim(4)
        let answers = try good.entry().answers
        #expect(answers.answers == ["section": .notApplicable])
        #expect(answers.added == [.init(code: "BLUR"), .init(code: "NOISE", severity: .minor)])
        #expect(answers.claim == 4)
    }

    @Test(
        "an expert's id is short and can be seen",
        arguments: ["", " ", "a b", "a/b", "a\u{7}", "a\u{202E}b", "\u{200B}", String(repeating: "x", count: 65)]
    )
    func badIDs(_ id: String) { #expect(ExpertID.problem(id) != nil) }

    @Test("ordinary ids may stand", arguments: ["wang", "王医生", "T-07", "li.ming@c01"])
    func goodIDs(_ id: String) { #expect(ExpertID.problem(id) == nil) }
}

@Suite("Objections as they came")
struct DisputeReaderTests {
    @Test("one alone and a list are read; who objects holds for the whole list")
    func read() throws {
        let one = try DisputeReader.read(Array(#"{"image": 17, "text": "no", "by": "T07"}"#.utf8))
        #expect(one == [DisputeEntry(image: "17", text: "no", by: "T07")])
        let list =
            #"{"schema": "sonograde.dispute/1", "by": "T07", "disputes": [{"image": "a/b/c", "text": "x"}, {"image": 2, "text": "y"}]}"#
        #expect(
            try DisputeReader.read(Array(list.utf8)) == [
                DisputeEntry(image: "a/b/c", text: "x", by: "T07"), DisputeEntry(image: "2", text: "y", by: "T07"),
            ]
        )
    }

    @Test(
        "every mistake has its place",
        arguments: [
            (#"{"image": 17}"#, "text: is missing"), (#"{"text": "x"}"#, "image: is missing"),
            (#"{"image": 1, "text": " "}"#, "text: is missing"),
            (#"{"image": 1, "text": "\u0007"}"#, "text: is no plain text"),
            (#"{"disputes": []}"#, "disputes: is no list"), (#"{"disputes": [1]}"#, "disputes[0]: is 1"),
            (
                #"{"disputes": [{"file": "a.jpg", "text": "x"}]}"#,
                "disputes[0].file: is not known here; allowed: image, text"
            ),
            (#"{"image": 1, "text": "x", "who": "y"}"#, "who: is not known"),
            (#"{"image": 1, "text": "x", "by": 7}"#, "by: is 7"),
        ]
    )
    func wrong(_ text: String, _ part: String) {
        do throws(ReviewMistakes) {
            let entries = try DisputeReader.read(Array(text.utf8))
            Issue.record("taken: \(entries)")
        } catch {
            #expect(error.description.contains(part), "\(error)")
        }
    }

    @Test("an objection of 2000 characters is taken, one more is not")
    func length() throws {
        let longest = String(repeating: "错", count: 2000)
        #expect(try DisputeReader.read(image: "1", text: longest, by: nil).text == longest)
        #expect(throws: ReviewMistakes.self) { try DisputeReader.read(image: "1", text: longest + "x", by: nil) }
    }
}
