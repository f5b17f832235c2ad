import Foundation
import Grading
import Imaging
import SchemaChecks
import Testing

@Suite struct SchemaTests {
    private let grade: JSONSchema
    private let rubric: JSONSchema

    init() throws {
        grade = try JSONSchema(try Repository.bytes("docs/schemas/grade.schema.json"))
        rubric = try JSONSchema(try Repository.bytes("docs/schemas/rubric.schema.json"))
    }

    @Test func `every built-in rubric keeps the rubric schema`() throws {
        for source in BuiltInRubrics.sources {
            #expect(try rubric.violations(in: source.json()) == [], "\(source.name)")
        }
    }

    @Test(arguments: [
        ("weight: 20", "weight: 0"), ("en: Clarity", "de: Klar"), ("code: SHADOW", "code: shadow"),
        ("id: small", "x: small"),
        ("formats: [jpeg]", "formats: [bmp]"), ("warn: 100", "warn: high"), ("- metric: res.h", "- metrik: res.h"),
    ])
    func `the rubric schema refuses what the loader refuses`(_ original: String, _ change: String) throws {
        let sound = RubricSource(name: "small.yaml", text: Examples.small)
        #expect(try rubric.violations(in: sound.json()) == [])
        let text = Examples.small.replacing(original, with: change)
        #expect(throws: RubricError.self) { try Examples.load(text) }
        #expect(try !rubric.violations(in: RubricSource(name: "small.yaml", text: text).json()).isEmpty)
    }

    @Test func `every kind of grade keeps the grade schema`() throws {
        let library = try RubricLibrary()
        var images: [GradedImage] = []
        for rubric in library.rubrics {
            for example in rubric.examples {
                images.append(Grader.grade(example.examination, as: example.request, by: rubric))
            }
        }
        let error = ImagingError(code: .empty, message: "the file is empty")
        images.append(Grader.unreadable(error, as: Examples.request, by: library.fallback))
        images += images.map { $0.sampled(drawn: true, share: 0.1) }
        images += images.prefix(9).map { $0.adding(["DUP_CROSS_PATIENT"], by: library.fallback, language: .zh) }
        var examination = Examples.examination(try Examples.soundMetrics())
        examination.measurements.marks = [Mark(metric: "sat.hi", outline: [PixelPoint(x: 1, y: 2.25)])]
        images.append(Grader.grade(examination, as: Examples.request, by: library.fallback))
        #expect(Set(images.map(\.status)).count == 3)
        for image in images {
            #expect(try grade.violations(in: CanonicalJSON.bytes(image)) == [], "\(image.path)")
        }
    }

    @Test(arguments: [
        (#""status":"graded""#, #""status":"unsure""#), (#""level":"A","#, ""), (#""score":100,"#, #""score":101,"#),
        (#""schema":"sonograde.grade/1""#, #""schema":"sonograde.grade/2""#), (#""findings":[],"#, ""),
    ])
    func `the grade schema refuses an incomplete or contradictory grade`(_ original: String, _ change: String) throws {
        let image = Grader.grade(
            Examples.examination(try Examples.soundMetrics()),
            as: Examples.request,
            by: try RubricLibrary().fallback
        )
        let text = try CanonicalJSON.text(image)
        let changed = text.replacing(original, with: change)
        try #require(changed != text)
        #expect(try !grade.violations(in: Array(changed.utf8)).isEmpty)
    }
}
