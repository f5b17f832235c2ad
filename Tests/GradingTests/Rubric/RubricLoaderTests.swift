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
        ("exam_types: [abdomen]", "advice: {SHADOW: {zh: 影, en: \"{db}\"}}", 4, "shadow.frac gives SHADOW in %"),
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

    /// A change of the checklist of `ReviewExamples`, the line of the mistake and what the message must hold.
    @Test(arguments: [
        ("needs: report", "needs: reprot", "needs: reprot", "unknown need “reprot”; allowed: report"),
        ("needs: report", "need: report", "need: report", "unknown key “need”; allowed: id, name, weight, when, needs"),
        ("id: portal,", "id: duct,", "id: duct, name: {zh: 胆", "criterion “duct” stands already"),
        ("id: portal,", "id: portal.vein,", "portal.vein", "holds “.”"),
        ("id: portal, name: {zh: 门静脉, en: Portal vein}", "id: portal", "id: portal}", "“name” is missing"),
        ("en: Portal vein", "fr: Veine", "fr: Veine", "lacks “en”"),
        ("abd.gb.*:", "abd.gp.*:", "abd.gp.*:", "fits no known section"),
        ("{id: neck, name", "{id: neck, metric: pen, name", "metric: pen", "unknown key “metric”; allowed: id, name"),
        ("id: report\n", "id: section.portal\n", "id: portal,", "which is an item's id"),
        ("id: report\n", "id: gain\n", "id: gain\n    name: {zh: 图", "the id of a machine item"),
        ("code: CFM_GAIN", "code: CFM", "code: CFM\n", "unknown finding code “CFM”"),
        ("{any: [{sections: [\"*.cfm\"]}, ", "{any: [], all: [", "any: []", "“any” is empty"),
        ("sections: [\"*.cfm\"]", "section: [\"*.cfm\"]", "section: [", "unknown key “section”"),
    ])
    func `a mistake in the checklist is named with its line and what is allowed`(
        _ original: String,
        _ change: String,
        _ place: String,
        _ message: String
    ) throws {
        #expect(throws: Never.self) { try ReviewExamples.rubric() }
        let text = ReviewExamples.rubricText.replacing(original, with: change, maxReplacements: 1)
        try #require(text != ReviewExamples.rubricText)
        let start = try #require(text.firstRange(of: place)).lowerBound
        let line = text[..<start].count { $0 == "\n" } + 1
        let error = try #require(throws: RubricError.self) { try Examples.load(text) }
        #expect(
            error.mistakes.contains { $0.line == line && $0.message.contains(message) },
            "\(line): \(error.description)"
        )
    }

    @Test func `a child changes, adds to and takes away the criteria of its parent`() throws {
        let child = RubricSource(
            name: "child.yaml",
            text: """
                id: child
                version: "2"
                title: {zh: 子, en: Child}
                extends: small
                expert_items:
                  - id: section
                    criteria:
                      abd.liver.porta1:
                        - {id: duct, remove: true}
                        - {id: portal, name: {zh: 门脉, en: Porta}}
                        - {id: side, name: {zh: 侧, en: Side}}
                      abd.gb.*: ~
                      abd.gb.tr: []
                      abd.*: [{id: any, name: {zh: 任, en: Any}}]
                  - {id: report, needs: ~}
                """
        )
        let parents = [
            RubricSource(name: "small.yaml", text: ReviewExamples.rubricText),
            RubricSource(name: "words.yaml", text: Examples.words),
        ]
        let rubric = try #require(try RubricLoader.load([child], extending: parents).first)
        let section = try #require(rubric.expertItems.first { $0.id == "section" })
        #expect(section.criteria(of: "abd.liver.porta1").map(\.id) == ["portal", "whole", "side"])
        #expect(section.criteria(of: "abd.liver.porta1").first?.name.en == "Porta")
        #expect(section.criteria(of: "abd.gb.long").map(\.id) == ["any"])
        #expect(section.criteria(of: "abd.gb.tr") == [])
        #expect(section.criteria(of: "thy.r.long") == [] && section.criteria(of: nil) == [])
        #expect(rubric.expertItems.first { $0.id == "report" }?.needs == nil)
        #expect(rubric.expertItems.map(\.id) == ["section", "measurement", "colour", "report"])
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

    @Test func `the example of the documentation loads and gets the grade that it states`() throws {
        let document = String(decoding: try Repository.bytes("docs/rubric-format.md"), as: UTF8.self)
        let yaml = try #require(document.split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first)
        let source = RubricSource(name: "our.yaml", text: String(yaml))
        let rubric = try #require(
            try RubricLoader.load([source], extending: BuiltInRubrics.sources).first
        )
        #expect(rubric.examples.count == 1)
        #expect(rubric.failingExamples(file: "our.yaml") == [])
    }

    @Test func `the documentation names every finding code`() throws {
        let document = String(decoding: try Repository.bytes("docs/rubric-format.md"), as: UTF8.self)
        for entry in FindingCode.all {
            #expect(document.contains("| `\(entry.code)` | \(entry.name.zh) | \(entry.name.en) |"), "\(entry.code)")
        }
    }

    @Test func `a home's rubric goes before the built-in one that serves the same exams`() throws {
        let text = """
            id: ours
            version: "1"
            title: {zh: 我们, en: Ours}
            extends: abdomen
            exam_types: [abdomen]
            """
        let library = try RubricLibrary(own: [RubricSource(name: "ours.yaml", text: text)])
        #expect(library.rubric(forExamType: "腹部").id == "ours")
        #expect(library.rubric(forExamType: "echo").id == "echo")
        #expect(library.rubric(forExamType: "no such type").id == "general")
        #expect(library.rubric(forExamType: nil).id == "general")
        #expect(library.rubric(id: "abdomen") != nil)
        let same = text.replacing("id: ours", with: "id: echo")
        let replaced = try RubricLibrary(own: [RubricSource(name: "echo.yaml", text: same)])
        #expect(replaced.rubric(id: "echo")?.title.en == "Ours")
        let twice = try #require(throws: RubricError.self) {
            try RubricLibrary(own: [
                RubricSource(name: "ours.yaml", text: text),
                RubricSource(name: "b.yaml", text: text.replacing("id: ours", with: "id: b")),
            ])
        }
        #expect(twice.description.contains("already served"))
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
