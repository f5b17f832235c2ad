import Grading
import Imaging
import Testing

@Suite struct ReviewMistakesTests {
    private let rubric: Rubric

    init() throws { rubric = try ReviewExamples.rubric() }

    /// The mistakes in answers to a picture that is too bright.
    private func mistakes(_ change: (inout ReviewAnswers) -> Void, hasReport: Bool = false) -> [ReviewMistake] {
        var answers = ReviewAnswers(answers: ReviewExamples.section("yyy"))
        change(&answers)
        let image = ReviewExamples.picture(["gain.p50": 210], by: rubric)
        do throws(ReviewMistakes) {
            _ = try ReviewExamples.grade(image, answers, hasReport: hasReport, by: rubric)
            return []
        } catch {
            return error.mistakes
        }
    }

    @Test func `right answers have no mistakes`() {
        #expect(mistakes { _ in } == [])
        #expect(mistakes { $0.answers = ["section": .no] } == [])
        #expect(mistakes { $0.answers["measurement"] = .no } == [], "not needed, but allowed")
        #expect(mistakes { $0.confirmed = ["GAIN_HIGH", "GAIN_HIGH"] } == [])
        #expect(mistakes { $0.comment = String(repeating: "长", count: 2000) } == [])
        #expect(mistakes { $0.advice = "一\n\t二\r\n三" } == [])
    }

    @Test func `an unknown item is named with all questions`() throws {
        let found = mistakes { $0.answers["sectoin"] = .yes }
        #expect(found.map(\.item) == ["sectoin"])
        #expect(found[0].message.contains("no such item"))
        #expect(found[0].allowed.prefix(4) == ["section.portal", "section.duct", "section.whole", "measurement"])
        #expect(found[0].description.contains("sectoin: the checklist has no such item; allowed: section.portal"))
    }

    @Test func `an endless name is named in part`() {
        let name = String(repeating: "x", count: 100_000)
        let found = mistakes {
            $0.answers[name] = .yes
            $0.rejected = [name]
            $0.schema = name
        }
        #expect(found.count == 3 && found.allSatisfy { $0.description.count < 1000 })
    }

    @Test func `an unknown criterion is named with those of its item`() throws {
        // The neck is one of the gallbladder.
        let found = mistakes { $0.answers["section.neck"] = .yes }
        #expect(found.map(\.item) == ["section.neck"])
        #expect(found[0].allowed == ["section.portal", "section.duct", "section.whole"])
        let whole = mistakes { $0.answers["gain.tgc"] = .yes }
        #expect(whole.map(\.item) == ["gain.tgc"] && whole[0].allowed == ["gain"])
    }

    @Test func `an item answered as a whole and by its criteria is a mistake`() {
        let found = mistakes { $0.answers["section"] = .yes }
        #expect(found.map(\.item) == ["section"])
        #expect(found[0].message.contains("section.portal, section.duct, section.whole"))
    }

    @Test func `every answer that is missing is named, also the rest of an item that was begun`() {
        let found = mistakes({ $0.answers = ["section.duct": .no] }, hasReport: true)
        #expect(found.map(\.item) == ["section.portal", "section.whole", "report"])
        #expect(found.allSatisfy { $0.allowed == ["yes", "partly", "no", "na"] })
        // Nothing of an item that is not needed need be answered.
        #expect(mistakes({ $0.answers = [:] }).map(\.item) == ["section.portal", "section.duct", "section.whole"])
    }

    @Test func `a verdict on what the first pass did not find is a mistake`() {
        let confirmed = mistakes { $0.confirmed = ["BLUR"] }
        #expect(confirmed.map(\.item) == ["BLUR"] && confirmed[0].allowed == ["GAIN_HIGH"])
        let rejected = mistakes { $0.rejected = ["NONSENSE"] }
        #expect(rejected.map(\.item) == ["NONSENSE"] && rejected[0].message.contains("rejected"))
        let both = mistakes {
            $0.confirmed = ["GAIN_HIGH"]
            $0.rejected = ["GAIN_HIGH"]
        }
        #expect(both.map(\.item) == ["GAIN_HIGH"] && both[0].message.contains("both confirmed and rejected"))
    }

    @Test func `what is added must be known, new, once, and of its own severity where that is fixed`() {
        let unknown = mistakes { $0.added = [.init(code: "BLURRED")] }
        #expect(unknown.map(\.item) == ["BLURRED"] && unknown[0].allowed.contains("BLUR"))
        let there = mistakes { $0.added = [.init(code: "GAIN_HIGH")] }
        #expect(there.map(\.item) == ["GAIN_HIGH"] && there[0].message.contains("confirm it instead"))
        let twice = mistakes { $0.added = [.init(code: "BLUR"), .init(code: "BLUR", severity: .major)] }
        #expect(twice.map(\.item) == ["BLUR"] && twice[0].message.contains("more than once"))
        let fixed = mistakes { $0.added = [.init(code: "IN_AIR", severity: .minor)] }
        #expect(fixed.map(\.item) == ["IN_AIR"] && fixed[0].message.contains("fixed"))
    }

    @Test func `an item that does not apply cannot have a finding that the expert says is there`() {
        let confirmed = mistakes {
            $0.answers["gain"] = .notApplicable
            $0.confirmed = ["GAIN_HIGH"]
        }
        #expect(confirmed.map(\.item) == ["gain"] && confirmed[0].message.contains("GAIN_HIGH"))
        let added = mistakes {
            $0.answers["coupling"] = .notApplicable
            $0.added = [.init(code: "SHADOW")]
        }
        #expect(added.map(\.item) == ["coupling"] && added[0].allowed == ["yes", "partly", "no"])
    }

    @Test(arguments: ["comment", "advice", "consultation"])
    func `a text is neither empty nor longer than 2000 characters`(_ field: String) {
        let stacked = "a" + String(repeating: "\u{301}", count: 2000)
        for (text, word) in [
            ("", "empty"), (" \n\u{3000}", "empty"), (String(repeating: "长", count: 2001), "2001"), (stacked, "2001"),
            ("a\u{1B}[2Jb", "control"), ("a\0b", "control"),
        ] {
            let found = mistakes {
                switch field {
                case "comment": $0.comment = text
                case "advice": $0.advice = text
                default: $0.consultation = text
                }
            }
            #expect(found.map(\.item) == [field] && found[0].message.contains(word))
        }
    }

    @Test func `all mistakes come at once and in one order`() {
        let change: (inout ReviewAnswers) -> Void = {
            $0.schema = "sonograde.review/9"
            $0.answers = ["section.duct": .no, "colour.scale": .yes, "zoom": .no]
            $0.confirmed = ["BLUR"]
            $0.added = [.init(code: "GAIN_HIGH"), .init(code: "X")]
            $0.comment = ""
            $0.advice = String(repeating: "a", count: 3000)
        }
        let found = mistakes(change)
        #expect(
            found.map(\.item) == [
                "schema", "colour.scale", "zoom", "section.portal", "section.whole", "BLUR", "GAIN_HIGH", "X",
                "comment",
                "advice",
            ]
        )
        #expect(found == mistakes(change))
        #expect(ReviewMistakes(found).description.split(separator: "\n").count == found.count)
    }
}
