import Grading
import Testing

@Suite struct RubricLoaderTests {
    @Test func `five mistakes in one file are reported together with their five lines`() throws {
        let text = """
            id: five
            version: "1"
            title: {zh: 五, en: Five}
            extends: words
            exam_types: [abdomen, spleen]
            items:
              - id: gain
                name: {zh: 增益, en: Gain}
                weight: 0
                criteria:
                  - metric: gain.p55
                    high: {warn: 1, defect: 2, severe: 3, code: GAIN_HIGH}
                  - metric: sat.hi
                    high: {warn: 3, defect: 2, severe: 9, code: SAT_HIGH}
                  - metric: sat.lo
                    high: {warn: 1, defect: 2, severe: 3, code: SAT_LOWER}
            """
        let error = try #require(throws: RubricError.self) { try Examples.load(text, name: "five.yaml") }
        #expect(error.mistakes.map(\.line) == [5, 9, 11, 14, 16])
        #expect(error.mistakes.allSatisfy { $0.file == "five.yaml" })
        let messages = error.mistakes.map(\.message)
        #expect(messages[0].contains("spleen") && messages[0].contains("thyroid"))
        #expect(messages[1].contains("above 0"))
        #expect(messages[2].contains("gain.p55") && messages[2].contains("gain.p50"))
        #expect(messages[3].contains("warn < defect < severe"))
        #expect(messages[4].contains("SAT_LOWER") && messages[4].contains("SAT_LOW,"))
    }

    /// A change of the small rubric, and what the message must hold.
    @Test(arguments: [
        ("weight: 20", "weight: -1", 9, "above 0"),
        ("weight: 20", "weight: \"20\"", 9, "must be a number"),
        ("weight: 20", "weight: .nan", 9, "must be a number"),
        ("weight: 20", "wieght: 20", 9, "unknown key “wieght”; allowed: id, name, weight"),
        ("defect: 200", "defect: 230", 12, "rise: warn < defect < severe; here 100, 230, 220"),
        ("defect: 40,", "defect: 60,", 13, "fall: warn > defect > severe; here 50, 60, 10"),
        ("low: {warn: 50,", "low: {warn: 150,", 11, "no value would be good"),
        (
            "metric: shadow.frac\n        high: {warn: 20, defect: 40, severe: 60",
            "metric: shadow.frac\n        low: {warn: 60, defect: 40, severe: 20", 28, "cannot have “low” limits"
        ),
        ("severe: 220", "severe: 300", 12, "outside what gain.p50 can be: 0 to 255 grey"),
        ("- id: clarity", "- id: gain", 14, "stands already in line 7"),
        ("en: Clarity", "de: Klar", 15, "lacks “en”"),
        ("formats: [jpeg]", "formats: [bmp]", 20, "allowed: png, jpeg"),
        ("\"abd.gb.*\"", "\"abd.gp.*\"", 29, "fits no known section"),
        ("\"abd.gb.*\"", "\"abd.[gb]\"", 29, "bad section pattern"),
        ("exam_types: [abdomen]", "exam_types: abdomen", 4, "must be a list"),
        ("exam_types: [abdomen]", "levels: {A: 80, B: 90, C: 60}\nexam_types: [abdomen]", 4, "levels must fall"),
        ("exam_types: [abdomen]", "caps: {critical: 70}\nexam_types: [abdomen]", 4, "below level C"),
        ("exam_types: [abdomen]", "required_sections: {abdomen: [abd.x]}", 4, "unknown section “abd.x”"),
        ("exam_types: [abdomen]", "triage: {levels: [E]}", 4, "allowed: A, B, C, D"),
        ("exam_types: [abdomen]", "severities: {BLANK: minor}", 4, "fixed by the contract"),
        ("exam_types: [abdomen]", "severity: {warn: major, defect: minor, severe: major}", 4, "must not fall"),
        ("exam_types: [abdomen]", "advice: {SHADOW: {zh: 影, en: \"{valeu}\"}}", 4, "unknown placeholder {valeu}"),
        ("exam_types: [abdomen]", "advice: {SHADOW: {zh: 影, en: ~}}", 4, "lacks “en”"),
        ("exam_types: [abdomen]", "advice: {SHADOW: ~}", 4, "advice for SHADOW is missing"),
        ("exam_types: [abdomen]", "examples: [{id: a, like: b, expect: {status: unsure}}]", 4, "“like” names"),
        ("exam_types: [abdomen]", "examples: [{id: a, expect: {score: 3}}]", 4, "must state the score and the level"),
        ("extends: words", "extends: world", 5, "unknown rubric “world”; known: small, words"),
        ("extends: words", "extends: small", 5, "circle"),
        ("id: small", "id: Small!", 1, "may hold a–z"),
        ("version: 1.0", "", 1, "“version” is missing"),
        ("title: {zh", "title: [{zh", 4, "not valid YAML"),
        ("version: 1.0", "version: 1.0\nversion: 2.0", 2, "“version” stands twice"),
        ("version: 1.0", "version: &x 1.0", 2, "anchors"),
    ])
    func `a mistake is named with its line and what is allowed`(
        _ original: String,
        _ change: String,
        _ line: Int,
        _ message: String
    ) throws {
        #expect(throws: Never.self) { try Examples.load(Examples.small) }
        let text = Examples.small.replacing(original, with: change, maxReplacements: 1)
        try #require(text != Examples.small)
        let error = try #require(throws: RubricError.self) { try Examples.load(text) }
        #expect(
            error.mistakes.contains { $0.line == line && $0.message.contains(message) },
            "\(error.description)"
        )
    }

    @Test func `circles over two files and ids given twice are mistakes`() throws {
        let a = RubricSource(name: "a.yaml", text: "id: a\nextends: b\n")
        let b = RubricSource(name: "b.yaml", text: "id: b\nextends: a\n")
        let again = RubricSource(name: "again.yaml", text: "id: a\n")
        let error = try #require(throws: RubricError.self) { try RubricLoader.load([a, b, again]) }
        #expect(error.mistakes.contains { $0.message.contains("a ← b ← a") })
        #expect(error.mistakes.contains { $0.file == "again.yaml" && $0.message.contains("already taken by a.yaml") })
    }

    @Test func `a mistake in what is extended is named once with its own file`() throws {
        let broken = RubricSource(name: "words.yaml", text: Examples.words.replacing("C: 60", with: "C: 600"))
        let children = ["one", "two"].map {
            RubricSource(name: "\($0).yaml", text: Examples.small.replacing("id: small", with: "id: \($0)"))
        }
        let error = try #require(throws: RubricError.self) {
            try RubricLoader.load(children, extending: [broken])
        }
        #expect(error.mistakes.map(\.file) == ["words.yaml"])
    }

    @Test func `a child overrides single limits and switches parts off`() throws {
        let parent = RubricSource(name: "small.yaml", text: Examples.small)
        let child = RubricSource(
            name: "child.yaml",
            text: """
                id: child
                version: "2"
                title: {zh: 子, en: Child}
                extends: small
                items:
                  - id: gain
                    weight: 25
                    criteria:
                      - metric: gain.p50
                        high: {warn: 110}
                        low: ~
                  - id: clarity
                    criteria: [{metric: jpeg.q, remove: true}]
                  - id: coupling
                    remove: true
                """
        )
        let rubric = try #require(
            try RubricLoader.load(
                [child],
                extending: [parent, RubricSource(name: "words.yaml", text: Examples.words)]
            ).first
        )
        #expect(rubric.items.map(\.id) == ["gain", "clarity"])
        #expect(rubric.items[0].weight == 25)
        #expect(rubric.items[0].criteria[0].high?.warn == 110)
        #expect(rubric.items[0].criteria[0].high?.defect == 200)
        #expect(rubric.items[0].criteria[0].low == nil)
        #expect(rubric.items[1].criteria.map(\.metric) == ["res.h"])
        #expect(rubric.examTypes == [], "exam types are not inherited")
    }

    @Test func `the hash changes with the file and with what it extends`() throws {
        let first = try Examples.load(Examples.small)
        #expect(first.sha256 == (try Examples.load(Examples.small)).sha256)
        #expect(first.sha256 != (try Examples.load(Examples.small + "\n# a remark\n")).sha256)
        let other = try RubricLoader.load(
            [RubricSource(name: "test.yaml", text: Examples.small)],
            extending: [RubricSource(name: "words.yaml", text: Examples.words + "# a remark\n")]
        )
        #expect(first.sha256 != other[0].sha256)
    }
}
