import Grading
import Imaging
import Testing

/// Weaknesses alone never cost more than the minor points, and nothing beyond them beside a grave fault.
@Suite struct MinorLossesTests {
    /// Items of 20, 30 and 50 points; only clarity can be major.
    private static let text = """
        id: minor
        version: 1.0
        title: {zh: 轻, en: Minor}
        exam_types: [abdomen]
        extends: words
        minor_points: 20
        items:
          - id: gain
            name: {zh: 增益, en: Gain}
            weight: 20
            criteria:
              - metric: gain.over
                high: {warn: 0, defect: 4, severe: 8, code: GAIN_HIGH, severity: {warn: minor, defect: minor, severe: minor}}
          - id: clarity
            name: {zh: 清晰, en: Clarity}
            weight: 30
            criteria:
              - metric: noise.sigma
                high: {warn: 2, defect: 4, severe: 10, code: NOISE, severity: {warn: minor, defect: major, severe: major}}
              - metric: sharp.soft
                high: {warn: 1, defect: 2, severe: 3, code: BLUR, severity: {warn: minor, defect: minor, severe: minor}}
                absent: not_applicable
          - id: coupling
            name: {zh: 耦合, en: Coupling}
            weight: 50
            criteria:
              - metric: shadow.frac
                high: {warn: 20, defect: 40, severe: 60, code: SHADOW, severity: {warn: minor, defect: minor, severe: minor}}
        """
    private let rubric: Rubric
    private let added: Rubric

    init() throws {
        rubric = try Examples.load(Self.text)
        added = try Examples.load(Self.text.replacing("minor_points: 20\n", with: ""))
    }

    private func grade(_ over: Double, _ sigma: Double, _ shadow: Double, soft: Double = 0, by other: Rubric? = nil)
        -> GradedImage
    {
        Grader.grade(
            Examples.examination([
                "gain.over": over, "noise.sigma": sigma, "sharp.soft": soft, "shadow.frac": shadow,
            ]),
            as: Examples.request,
            by: other ?? rubric
        )
    }

    @Test func `minor losses add up to the minor points`() {
        // Half of 20 points; a quarter of 50.
        #expect(grade(5, 0, 0).score == 90)
        #expect(grade(0, 0, 30).score == 87.5)
        #expect(grade(5, 0, 30, by: added).score == 77.5)
        #expect(grade(5, 0, 30).score == 80)
        // All of 20, of 30 and of 50 points.
        #expect(grade(9, 0, 70, soft: 4).score == 80)
        #expect(grade(9, 0, 70, soft: 4, by: added).score == 0)
        #expect(grade(9, 0, 70, soft: 4).level == .b)
    }

    @Test func `what is too much is taken from all minor findings alike`() {
        let image = grade(5, 0, 30)
        // 10 and 12.5 points shrink to 20 together.
        #expect(image.items?.map(\.score) == [0.5556, 1, 0.7778])
        #expect(abs(image.findings.reduce(0) { $0 + $1.deduction } - 20) < 0.02)
        #expect(image.findings.map(\.severity) == [.minor, .minor])
    }

    @Test func `beside a graver fault minor ones fill up to the minor points and no further`() {
        // 5 is a twelfth past defect: half of 30 points, and a cap at 79.
        #expect(grade(0, 5, 0).score == 79)
        #expect(grade(5, 5, 30, by: added).score == 62.5)
        #expect(grade(5, 5, 30).score == 79)
        // None of 30 points is left: nothing of the minor losses counts, and it stays so when they vanish.
        #expect(grade(5, 11, 30).score == 70)
        #expect(grade(0, 11, 0).score == 70)
        #expect(grade(5, 11, 30).items?.map(\.score) == [1, 0, 1])
        #expect(grade(5, 11, 30).findings.count == 3)
    }

    @Test func `a minor finding in the item of a graver one costs what is beyond it at most`() {
        // Major takes 15 of 30 points, softness all 30, of which 5 beyond are left to the minor points.
        let image = grade(0, 5, 0, soft: 4)
        #expect(image.items?.map(\.score) == [1, 0.3333, 1])
        #expect(image.score == 79)
    }

    @Test func `rejecting a finding gives its points back and brings no hidden loss up`() throws {
        func reviewed(_ image: GradedImage, rejecting codes: [String]) throws -> Double? {
            try ExpertGrader.grade(
                image,
                answers: ReviewAnswers(rejected: codes),
                examType: "abdomen",
                hasReport: false,
                rubric: rubric,
                language: .en
            ).score
        }
        let image = grade(5, 11, 30)
        #expect(try reviewed(image, rejecting: []) == 70)
        #expect(try reviewed(image, rejecting: ["GAIN_HIGH", "SHADOW"]) == 70)
        #expect(try reviewed(image, rejecting: ["NOISE"]) == 100)
        // 10 and 12.5 points share 20.
        #expect(try reviewed(grade(5, 0, 30), rejecting: ["SHADOW"]) == 91.1)
    }

    @Test func `the way to the score shows what is spared`() {
        let way = GradeExplanation(grade(5, 11, 30), examType: "abdomen", by: rubric)
        #expect(way.score == 70)
        #expect(way.items.flatMap(\.steps).filter(\.isSpared).map(\.metric) == ["gain.over", "shadow.frac"])
        #expect(way.items.allSatisfy { !$0.differsFromRubric })
        // Shares of losses are rounded as the item's own score is, and read like it.
        for image in [grade(5, 0, 30), grade(3, 11, 30), grade(5, 7, 20)] {
            for score in GradeExplanation(image, examType: "abdomen", by: rubric).items.flatMap(\.steps).compactMap(
                \.score
            ) {
                #expect("\(score)".count <= 6)
            }
        }
    }

    @Test func `minor points outside 0 to 100 are a mistake`() throws {
        #expect(added.minorPoints == nil && rubric.minorPoints == 20)
        let error = try #require(throws: RubricError.self) {
            try Examples.load(Self.text.replacing("minor_points: 20", with: "minor_points: -1"))
        }
        #expect(error.mistakes.count == 1 && error.mistakes[0].message.contains("minor_points"))
    }
}
