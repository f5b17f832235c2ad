import Grading
import Testing

@Suite struct BuiltInRubricsTests {
    @Test func `the compiled-in rubrics are the files of Rubrics`() throws {
        let names = try Repository.names(in: "Rubrics", endingWith: ".yaml")
        #expect(BuiltInRubrics.sources.map(\.name) == names, "run script/embed-rubrics")
        for source in BuiltInRubrics.sources {
            #expect(try Repository.bytes("Rubrics/\(source.name)") == source.bytes, "run script/embed-rubrics")
        }
    }

    @Test func `every file of Rubrics is a rubric that loads, and serves the exam types that it says`() throws {
        let library = try RubricLibrary()
        let loaded = try RubricLoader.load(BuiltInRubrics.sources).sorted { $0.id < $1.id }
        #expect(library.rubrics == loaded)
        for rubric in loaded {
            #expect(library.rubric(id: rubric.id) == rubric)
            for type in rubric.examTypes { #expect(library.rubric(forExamType: type) == rubric, "\(type)") }
        }
        #expect(library.rubric(id: "no-such-rubric") == nil)
        #expect(library.rubric(forExamType: "no-such-type").id == RubricLibrary.fallbackID)
    }

    @Test func `every example of every rubric gets the grade that its author expects`() throws {
        let library = try RubricLibrary()
        for rubric in library.rubrics {
            #expect(rubric.examples.count >= 3, "\(rubric.id)")
            #expect(rubric.failingExamples(file: "\(rubric.id).yaml").map(\.description) == [])
        }
    }

    @Test func `criteria are few, short phrases in both languages`() throws {
        for rubric in try RubricLibrary().rubrics {
            for entry in rubric.expertItems.flatMap(\.criteria) {
                #expect(entry.criteria.count <= 6, "\(rubric.id) \(entry.sections.text)")
                for criterion in entry.criteria {
                    #expect(criterion.name.zh.count <= 24, "\(criterion.name.zh)")
                    #expect(criterion.name.en.count <= 60, "\(criterion.name.en)")
                }
            }
        }
    }

    @Test func `whatever an expert may find has advice that makes sense without a number`() throws {
        for rubric in try RubricLibrary().rubrics {
            for entry in FindingCode.all where entry.module != nil && entry.code != "LATE" {
                let finding = Finding(code: entry.code, severity: .minor)
                let advice = try #require(rubric.advice(for: finding), "\(rubric.id) \(entry.code)")
                for text in [advice.zh, advice.en] { #expect(!text.contains("{") && text.count > 10, "\(text)") }
            }
        }
    }
}
