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

    @Test func `every example of every rubric gets the grade that its author expects`() throws {
        let library = try RubricLibrary()
        for rubric in library.rubrics {
            #expect(rubric.examples.count >= 3, "\(rubric.id)")
            #expect(rubric.failingExamples(file: "\(rubric.id).yaml").map(\.description) == [])
        }
    }
}
