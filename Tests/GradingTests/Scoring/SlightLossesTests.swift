import Grading
import Imaging
import Testing

/// Suspicions and faults that have only begun cost little, and once.
@Suite struct SlightLossesTests {
    /// Items of 20, 30 and 50 points.
    private static let text = """
        id: slight
        version: 1.0
        title: {zh: 轻, en: Slight}
        exam_types: [abdomen]
        extends: words
        slight_points: 2
        items:
          - id: gain
            name: {zh: 增益, en: Gain}
            weight: 20
            criteria:
              - metric: gain.over
                high: {warn: 0, defect: 4, severe: 8, code: GAIN_HIGH, severity: {warn: info, defect: minor, severe: major}}
          - id: clarity
            name: {zh: 清晰, en: Clarity}
            weight: 30
            criteria:
              - metric: noise.sigma
                high: {warn: 2, defect: 4, severe: 10, code: NOISE}
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
        added = try Examples.load(Self.text.replacing("slight_points: 2\n", with: ""))
    }

    private func grade(
        _ over: Double,
        _ sigma: Double,
        _ shadow: Double,
        by other: Rubric? = nil
    ) -> GradedImage {
        Grader.grade(
            Examples.examination(["gain.over": over, "noise.sigma": sigma, "shadow.frac": shadow]),
            as: Examples.request,
            by: other ?? rubric
        )
    }

    private func losses(_ image: GradedImage) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: image.findings.map { ($0.code, $0.deduction) })
    }

    @Test func `a suspicion costs the slight points however far it has come`() {
        // 1.8 is past two fifths of the way to defect in 20 points: 2.5, of which 2 count; 3 would be a quarter: 5.
        #expect(grade(1.5, 0, 0).score == 100)
        #expect(grade(1.5, 0, 0).findings.map(\.severity) == [.info])
        #expect(grade(1.8, 0, 0).score == 98)
        #expect(grade(3, 0, 0).score == 98)
        #expect(grade(3, 0, 0, by: added).score == 95)
        #expect(grade(3, 0, 0).findings.map(\.severity) == [.info])
        // 5 is an eighth past defect: half of 20 points.
        #expect(grade(5, 0, 0).score == 90)
    }

    @Test func `a minor fault that has only begun is slight, and costs its points from the next step on`() {
        // Shadow 29 is past two fifths of the way to defect, 30 is halfway: a quarter of 50 points.
        #expect(grade(0, 0, 29).score == 98)
        #expect(grade(0, 0, 30).score == 87.5)
        #expect(grade(0, 0, 29, by: added).score == 93.8)
        #expect(grade(0, 0, 29).findings.map(\.severity) == [.minor])
    }

    @Test func `several slight losses cost what the greatest does`() {
        let all = grade(3, 2.9, 29)
        #expect(all.score == 98)
        #expect(Set(all.findings.map(\.code)) == ["GAIN_HIGH", "NOISE", "SHADOW"])
        // 50 points lose most: its finding bears it.
        #expect(losses(all) == ["GAIN_HIGH": 0, "NOISE": 0, "SHADOW": 2])
        // 3.75 of 30 points, 2.5 of 20, 6.25 of 50.
        #expect(grade(1.8, 2.9, 29, by: added).score == 87.5)
    }

    @Test func `beside a graver loss slight ones cost nothing, whichever fault hides them`() {
        let alone = grade(-1, 0, 30)
        let both = grade(3, 2.9, 30)
        #expect(alone.score == 87.5 && both.score == 87.5)
        #expect(losses(both) == ["GAIN_HIGH": 0, "NOISE": 0, "SHADOW": 12.5])
        #expect(both.items?.map(\.score) == [1, 1, 0.75])
        #expect(both.findings.count == 3)
    }

    @Test func `a graver loss below the slight points leaves the rest of them`() throws {
        let light = try Examples.load(
            Self.text.replacing("weight: 20", with: "weight: 5").replacing("weight: 50", with: "weight: 65")
        )
        // Minor at a quarter past defect: half of 5 points lost, 2.5; nothing is left of 2.
        #expect(grade(5, 0, 29, by: light).score == 97.5)
        let lighter = try Examples.load(
            Self.text.replacing("weight: 20", with: "weight: 2").replacing("weight: 50", with: "weight: 68")
        )
        // 1 of 2 points; the shadow costs another, so that both cost 2.
        let image = grade(5, 0, 29, by: lighter)
        #expect(image.score == 98)
        #expect(losses(image) == ["GAIN_HIGH": 1, "SHADOW": 1])
    }

    @Test func `without slight points every loss counts on its own`() {
        #expect(added.slightPoints == nil && rubric.slightPoints == 2)
        #expect(grade(3, 2.9, 30, by: added).score == 78.8)
    }

    @Test func `rejecting a finding gives its points back and brings no hidden loss up`() throws {
        func reviewed(_ image: GradedImage, rejecting codes: [String]) throws -> ExpertGrade {
            try ExpertGrader.grade(
                image,
                answers: ReviewAnswers(rejected: codes),
                examType: "abdomen",
                hasReport: false,
                rubric: rubric,
                language: .en
            )
        }
        #expect(try reviewed(grade(3, 0, 29), rejecting: []).score == 98)
        #expect(try reviewed(grade(3, 0, 29), rejecting: ["SHADOW"]).score == 100)
        #expect(try reviewed(grade(3, 0, 29), rejecting: ["GAIN_HIGH"]).score == 98)
        #expect(try reviewed(grade(3, 0, 30), rejecting: ["SHADOW"]).score == 100)
    }

    @Test func `the way to the score says that a slight loss beside a graver one decides nothing`() throws {
        let image = grade(3, 2.9, 30)
        let way = GradeExplanation(image, examType: "abdomen", by: rubric)
        #expect(way.score == image.score)
        let steps = way.items.flatMap(\.steps)
        #expect(steps.filter(\.decides).map(\.metric) == ["shadow.frac"])
        #expect(steps.allSatisfy { $0.passed != nil })
        #expect(steps.filter(\.isSpared).map(\.metric) == ["gain.over", "noise.sigma"])
        #expect(
            GradeExplanation(grade(3, 0, 0), examType: "abdomen", by: rubric).items.flatMap(\.steps).allSatisfy {
                !$0.isSpared
            }
        )
        #expect(way.items.allSatisfy { !$0.differsFromRubric })
    }

    @Test func `slight points outside 0 to 100 are a mistake`() throws {
        let error = try #require(throws: RubricError.self) {
            try Examples.load(Self.text.replacing("slight_points: 2", with: "slight_points: 101"))
        }
        #expect(error.mistakes.count == 1 && error.mistakes[0].message.contains("slight_points"))
    }
}
