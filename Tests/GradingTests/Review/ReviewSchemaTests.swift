import Grading
import Imaging
import SchemaChecks
import Testing

@Suite struct ReviewSchemaTests {
    private let review: JSONSchema
    private let expertGrade: JSONSchema
    private let rubric: Rubric

    init() throws {
        review = try JSONSchema(try Repository.bytes("docs/schemas/review.schema.json"))
        expertGrade = try JSONSchema(try Repository.bytes("docs/schemas/expert-grade.schema.json"))
        rubric = try ReviewExamples.rubric()
    }

    /// Everything that can be said at once.
    private var full: ReviewAnswers {
        ReviewAnswers(
            image: "17",
            expert: "li-hua",
            claim: 4,
            answers: ReviewExamples.section("ypn").merging(["measurement": .notApplicable, "gain": .partly]) { $1 },
            impression: .b,
            confirmed: ["GAIN_HIGH"],
            rejected: ["SHADOW"],
            added: [.init(code: "BLUR"), .init(code: "MOIRE", severity: .minor)],
            comment: "Taken too quickly.",
            advice: "把增益调低。",
            consultation: "Is this the left lobe?"
        )
    }

    @Test func `real answers keep the review schema and read back the same`() throws {
        for answers in [ReviewAnswers(), full, ReviewAnswers(answers: ["section": .yes])] {
            let bytes = try CanonicalJSON.bytes(answers)
            #expect(try review.violations(in: bytes) == [])
            #expect(try CanonicalJSON.value(ReviewAnswers.self, from: bytes) == answers)
        }
    }

    @Test(arguments: [
        "{}", #"{"image":17,"answers":{"section":"yes"}}"#, #"{"answers":{"section":null},"impression":null}"#,
        #"{"added":["BLUR","MOIRE:minor"],"unblinded":true}"#,
    ])
    func `what a script may leave out or shorten keeps the review schema`(_ text: String) throws {
        #expect(try review.violations(in: Array(text.utf8)) == [])
    }

    @Test(arguments: [
        #"{"answer":{}}"#, #"{"answers":{"section":"maybe"}}"#, #"{"answers":{"Section!":"yes"}}"#,
        #"{"impression":"E"}"#, #"{"confirmed":["blur"]}"#, #"{"added":[{"severity":"minor"}]}"#,
        #"{"added":["BLUR:grave"]}"#, #"{"comment":""}"#, #"{"schema":"sonograde.review/2"}"#, "[]",
    ])
    func `the review schema refuses what cannot be right`(_ text: String) throws {
        #expect(try !review.violations(in: Array(text.utf8)).isEmpty)
    }

    @Test func `the review schema holds texts to the length that the grader allows`() throws {
        for count in [2000, 2001] {
            let answers = ReviewAnswers(comment: String(repeating: "长", count: count))
            #expect(try review.violations(in: CanonicalJSON.bytes(answers)).isEmpty == (count == 2000))
        }
    }

    @Test func `every kind of expert's grade keeps its schema and reads back the same`() throws {
        let pictures = [
            ReviewExamples.picture(["gain.p50": 210, "shadow.frac": 50], by: rubric),
            ReviewExamples.picture(by: rubric).adding(["DUP_SAME_EXAM"], by: rubric, language: .zh),
            ReviewExamples.picture(conditions: [.blank], by: rubric),
            ReviewExamples.picture(conditions: [.quadLayout], by: rubric),
        ]
        let technique: [String: ReviewAnswer] = ["gain": .yes, "clarity": .partly, "coupling": .no]
        var grades = [try ReviewExamples.grade(pictures[0], full, by: rubric)]
        for picture in pictures {
            let answers = ReviewAnswers(answers: ReviewExamples.section("ypn").merging(technique) { $1 })
            grades.append(try ReviewExamples.grade(picture, answers, by: rubric))
        }
        let none = technique.mapValues { _ in ReviewAnswer.notApplicable }
        let asking = ReviewAnswers(
            answers: ReviewExamples.section("xxx").merging(none) { $1 },
            consultation: "What is this?"
        )
        grades.append(try ReviewExamples.grade(pictures[3], asking, by: rubric))
        #expect(Set(grades.map(\.level)).contains(nil) && Set(grades.map(\.level)).contains(.d))
        for grade in grades {
            let bytes = try CanonicalJSON.bytes(grade)
            #expect(try expertGrade.violations(in: bytes) == [])
            #expect(try CanonicalJSON.value(ExpertGrade.self, from: bytes) == grade)
        }
    }

    @Test(arguments: [
        (#""level":"A","#, ""), (#""score":100"#, #""score":101"#), (#""verdict":"added""#, #""verdict":"missed""#),
        (#""judge":"first_pass""#, #""judge":"machine""#), (#""findings":["#, #""found":["#),
        (#""section.portal":"yes""#, #""section.portal":"perhaps""#), (#""expert-grade/1""#, #""expert-grade/2""#),
        (#""expert-grade/1""#, #""expert-grade/1","extra":1"#),
    ])
    func `the grade's schema refuses an incomplete or contradictory one`(_ original: String, _ change: String) throws {
        let answers = ReviewAnswers(
            answers: ReviewExamples.section("yyy"),
            added: [.init(code: "SHADOW", severity: .info)]
        )
        let grade = try ReviewExamples.grade(ReviewExamples.picture(by: rubric), answers, by: rubric)
        let text = try CanonicalJSON.text(grade)
        let key = original.replacing(#""expert-grade/1""#, with: #""sonograde.expert-grade/1""#)
        let changed = text.replacing(key, with: change.replacing(#""expert-g"#, with: #""sonograde.expert-g"#))
        try #require(changed != text)
        #expect(try !expertGrade.violations(in: Array(changed.utf8)).isEmpty)
    }
}
