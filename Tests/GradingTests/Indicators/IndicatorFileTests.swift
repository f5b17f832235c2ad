import Grading
import Testing

@Suite("Files of indicators")
struct IndicatorFileTests {
    private func mistakes(_ text: String) -> [String] {
        do throws(RubricError) {
            _ = try IndicatorLibrary(own: [RubricSource(name: "own.yaml", text: text)])
            return []
        } catch {
            return error.mistakes.map(\.description)
        }
    }

    @Test("The program carries the files of Indicators/ as they are")
    func embedded() throws {
        for source in BuiltInIndicators.sources {
            // One line end is the literal's own.
            let file = try Repository.bytes("Indicators/" + source.name)
            #expect(source.bytes == file, "\(source.name): run script/embed-indicators")
        }
        let names = try Repository.names(in: "Indicators", endingWith: ".yaml")
        #expect(Set(BuiltInIndicators.sources.map(\.name)) == Set(names))
    }

    @Test(
        "The national thirteen are there, each with a way to count it or the reason why not, and own ones beside them"
    )
    func builtIn() throws {
        let library = try IndicatorLibrary()
        #expect(library.sets.map(\.id) == ["us-2022", "network"])
        #expect(library.sets[0].indicators.count == 13)
        let ids = library.sets.flatMap(\.indicators).map(\.id)
        #expect(BuiltInIndicators.ids == ids, "run script/embed-indicators")
        #expect(
            library.sets[0].indicators.filter { $0.wording == .verified }.map(\.code) == [
                "US-EQ-01", "US-TL-01", "US-CV-01",
            ]
        )
        for indicator in library.sets[0].indicators { #expect(indicator.wording != .own, "\(indicator.id)") }
        for indicator in library.sets[1].indicators {
            #expect(indicator.wording == .own, "\(indicator.id)")
            if case .unavailable = indicator.source { Issue.record("\(indicator.id) is the program's own") }
        }
    }

    @Test("A home's set takes the place of the built-in one of the same id; its goals come along")
    func own() throws {
        let text = """
            id: network
            title: {zh: 本院, en: Ours}
            indicators:
              - id: our-read
                name: {zh: 复核, en: Read}
                numerator: {zh: 复核, en: read}
                unit: percent
                better: higher
                ratio: [images_read, images_graded]
            goals:
              - {indicator: our-read, at_least: 20, from: 2026-01-01, until: 2026-12-31, institution: C01}
            """
        let library = try IndicatorLibrary(own: [RubricSource(name: "own.yaml", text: text)])
        #expect(library.sets.map(\.id) == ["us-2022", "network"])
        #expect(library.sets[1].indicators.map(\.id) == ["our-read"])
        let goal = try #require(library.goals.first)
        #expect(goal.applies(to: "C01", from: "2026-03-01", until: "2026-03-31"))
        #expect(!goal.applies(to: nil, from: "2026-03-01", until: "2026-03-31"))
        #expect(!goal.applies(to: "C01", from: "2026-12-01", until: "2027-01-31"))
    }

    @Test("Every mistake is told with its line")
    func wrong() {
        let text = """
            id: ours
            title: {zh: 本院, en: Ours}
            indicators:
              - id: one
                name: {zh: 一}
                numerator: {zh: 一, en: one}
                unit: promille
                better: higher
                ratio: [images_red, images]
              - id: two
                name: {zh: 二, en: two}
                numerator: {zh: 二, en: two}
                unit: percent
                better: higher
                ratio: [images_read, conforming_share]
            goals:
              - {indicator: one, from: 2026-13-01, until: 2026-12-31}
            """
        let found = mistakes(text)
        for part in [
            "own.yaml:5: name lacks “en”", "own.yaml:7: unknown unit", "own.yaml:9: unknown measure",
            "own.yaml:15: a ratio has two counts", "own.yaml:17: from is",
            "own.yaml:17: a goal needs at_least or at_most",
        ] {
            #expect(found.contains { $0.hasPrefix(part) }, "\(part) in \(found)")
        }
    }

    @Test(
        "A day that the calendar does not have is a mistake",
        arguments: ["2026-02-31", "2026-02-29", "2026-04-31", "2026-+1-01", "2026-1-011"]
    )
    func days(day: String) {
        let goals = "goals:\n  - {indicator: net-good, at_least: 1, from: 2026-01-01, until: \(day)}\n"
        #expect(mistakes(goals).first?.hasPrefix("own.yaml:2: until is") == true)
    }

    @Test("A goal names its indicator by id or by the printed code", arguments: ["us-eq-01", "US-EQ-01", "Us-eq-01"])
    func goalByCode(name: String) throws {
        let goals = "goals:\n  - {indicator: \(name), at_least: 90, from: 2026-01-01, until: 2026-12-31}\n"
        let library = try IndicatorLibrary(own: [RubricSource(name: "own.yaml", text: goals)])
        #expect(library.goals.map(\.indicator) == ["us-eq-01"])
    }

    @Test("A leap day is a day")
    func leapDay() {
        let goals = "goals:\n  - {indicator: net-good, at_least: 1, from: 2026-01-01, until: 2028-02-29}\n"
        #expect(mistakes(goals) == [])
    }

    @Test("A goal for what nobody counts, and an id that is taken, are mistakes")
    func across() {
        let goal = "goals:\n  - {indicator: nothing, at_least: 1, from: 2026-01-01, until: 2026-12-31}\n"
        #expect(mistakes(goal).first?.hasPrefix("own.yaml:2: no indicator is called “nothing”") == true)
        let taken = """
            id: ours
            title: {zh: 本院, en: Ours}
            indicators:
              - id: us-eq-01
                name: {zh: 一, en: one}
                numerator: {zh: 一, en: one}
                unit: hours
                better: lower
                value: feedback_hours_median
            """
        #expect(mistakes(taken).first?.contains("is in the set us-2022 already") == true)
    }
}
