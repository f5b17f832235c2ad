import Grading
import Imaging
import Testing

/// One cause, one finding.
@Suite struct FaultCausesTests {
    /// Items of 20 and 80 points; the noise of coarse levels, and their lost contrast, are told as coarse levels.
    private static let text = """
        id: causes
        version: 1.0
        title: {zh: 因, en: Causes}
        exam_types: [abdomen]
        extends: words
        items:
          - id: gain
            name: {zh: 增益, en: Gain}
            weight: 20
            criteria:
              - metric: levels.gap
                high: {warn: 20, defect: 60, severe: 90, code: LOWBIT, severity: {warn: info, defect: minor, severe: major}}
              - metric: dr.use
                low: {warn: 106, defect: 90, severe: 60, code: CONTRAST_LOW}
                explained_by: [levels.gap]
          - id: clarity
            name: {zh: 清晰, en: Clarity}
            weight: 80
            criteria:
              - metric: noise.sigma
                high: {warn: 2, defect: 4, severe: 10, code: NOISE}
                explained_by: [dr.use, levels.gap]
        """
    private let rubric: Rubric

    init() throws { rubric = try Examples.load(Self.text) }

    private func grade(_ gap: Double, _ use: Double, _ sigma: Double, by other: Rubric? = nil) -> GradedImage {
        Grader.grade(
            Examples.examination(["levels.gap": gap, "dr.use": use, "noise.sigma": sigma]),
            as: Examples.request,
            by: other ?? rubric
        )
    }

    @Test func `a trace stands under its cause's code and costs what it did`() throws {
        // Noise 7 is halfway from defect to severe: 0.25 of 80 points, major. Levels 75: halfway as well, 0.25 of 20, minor.
        let image = grade(75, 200, 7)
        #expect(image.findings.map(\.code) == ["LOWBIT"])
        let finding = try #require(image.findings.first)
        #expect(finding.metric == "levels.gap" && finding.value == 75 && finding.limit == 60)
        #expect(finding.severity == .major && finding.deduction == 75)
        #expect(image.score == 25 && image.triage.reasons == ["LOWBIT", "level_D"])
        #expect(finding.advice == "Aim at 20: 75 is past 60")

        let apart = try Examples.load(Self.text.replacing("explained_by", with: "when: {formats: [jpeg]} #"))
        let both = grade(75, 200, 7, by: apart)
        #expect(Set(both.findings.map(\.code)) == ["LOWBIT", "NOISE"])
        #expect(both.score == image.score && both.level == image.level && both.items == image.items)
        #expect(both.triage.route == image.triage.route)
    }

    @Test func `a suspicion explains nothing, and without a cause the finding keeps its own code`() {
        let suspected = grade(30, 200, 7)
        #expect(Set(suspected.findings.map(\.code)) == ["LOWBIT", "NOISE"])
        #expect(suspected.findings.first { $0.code == "LOWBIT" }?.severity == .info)
        #expect(grade(0, 200, 7).findings.map(\.code) == ["NOISE"])
    }

    @Test func `a cause that is a trace itself is followed to the first one`() {
        #expect(grade(0, 70, 7).findings.map(\.code) == ["CONTRAST_LOW"])
        #expect(grade(95, 70, 7).findings.map(\.code) == ["LOWBIT"])
    }

    @Test func `an expert who rejects the cause rejects its traces`() throws {
        let grade = try ExpertGrader.grade(
            grade(75, 70, 7),
            answers: ReviewAnswers(rejected: ["LOWBIT"]),
            examType: "abdomen",
            hasReport: false,
            rubric: rubric,
            language: .en
        )
        #expect(grade.score == 100)
        #expect(grade.findings.map(\.verdict) == [.rejected])
    }

    /// Shadow, of 60 points, is told as low gain, of 40, that is only suspected, unless high gain may explain that.
    private static let suspected = """
        id: suspected
        version: 1.0
        title: {zh: 疑, en: Suspected}
        exam_types: [abdomen]
        extends: words
        items:
          - id: gain
            name: {zh: 增益, en: Gain}
            weight: 40
            criteria:
              - metric: gain.under
                explained_by: [gain.over]
                high: {warn: 2, defect: 4, severe: 8, code: GAIN_LOW, severity: {warn: info, defect: minor, severe: major}}
              - metric: gain.over
                high: {warn: 0, defect: 4, severe: 8, code: GAIN_HIGH, severity: {warn: info, defect: minor, severe: major}}
          - id: coupling
            name: {zh: 耦合, en: Coupling}
            weight: 60
            criteria:
              - metric: shadow.odds
                explained_by_suspicion: [gain.under]
                high: {warn: 1, defect: 3, severe: 5, code: SHADOW, severity: {warn: info, defect: minor, severe: major}}
        """

    @Test func `a suspicion takes over the traces that name it, and is as grave as they are`() throws {
        let rubric = try Examples.load(Self.suspected)
        func grade(_ under: Double, _ over: Double, _ shadow: Double) -> GradedImage {
            Grader.grade(
                Examples.examination(["gain.under": under, "gain.over": over, "shadow.odds": shadow]),
                as: Examples.request,
                by: rubric
            )
        }
        // Halfway from warn to defect: a quarter of 40; halfway from defect to severe: three quarters of 60.
        let image = grade(3, -4, 4)
        #expect(image.findings.map(\.code) == ["GAIN_LOW"])
        let finding = try #require(image.findings.first)
        #expect(finding.metric == "gain.under" && finding.value == 3 && finding.severity == .minor)
        #expect(finding.deduction == 55 && image.score == 45)
        #expect(finding.advice?.hasPrefix("Only a suspicion") != true)
        // A suspected trace stays what it is, and so does a trace where nothing is suspected.
        #expect(Set(grade(3, -4, 2).findings.map(\.code)) == ["GAIN_LOW", "SHADOW"])
        #expect(grade(0, -4, 4).findings.map(\.code) == ["SHADOW"])
        // What another suspicion may explain takes nothing over.
        let torn = grade(3, 1, 4)
        #expect(Set(torn.findings.map(\.code)) == ["GAIN_LOW", "GAIN_HIGH", "SHADOW"])
        #expect(torn.findings.filter { $0.severity > .info }.map(\.code) == ["SHADOW"])
    }

    @Test func `one criterion of a metric explains where its others do not`() throws {
        let split = """
            id: split
            version: 1.0
            title: {zh: 分, en: Split}
            exam_types: [abdomen]
            extends: words
            items:
              - id: gain
                name: {zh: 增益, en: Gain}
                weight: 20
                criteria:
                  - metric: levels.gap
                    explained_by: [sat.hi]
                    high: {warn: 20, defect: 60, severe: 90, code: LOWBIT}
                    when: {metrics: [{metric: levels.gap, below: 82}]}
                  - id: levels.gap.coarse
                    metric: levels.gap
                    high: {warn: 20, defect: 60, severe: 90, code: LOWBIT}
                    when: {metrics: [{metric: levels.gap, at_least: 82}]}
                  - metric: sat.hi
                    explained_by: [levels.gap.coarse]
                    high: {warn: 1, defect: 2, severe: 8, code: SAT_HIGH}
            """
        let rubric = try Examples.load(split)
        let codes = { (gap: Double) in
            Grader.grade(Examples.examination(["levels.gap": gap, "sat.hi": 9]), as: Examples.request, by: rubric)
                .findings.map(\.code)
        }
        #expect(codes(70) == ["SAT_HIGH"])
        #expect(codes(90) == ["LOWBIT"])
        let circle = split.replacing("explained_by: [levels.gap.coarse]", with: "explained_by: [levels.gap]")
        let error = try #require(throws: RubricError.self) { try Examples.load(circle) }
        #expect(error.mistakes.count == 1 && error.mistakes[0].message.contains("circle"))
    }

    @Test func `a circle by way of suspicions is a mistake too`() throws {
        let circle = Self.suspected.replacing("explained_by: [gain.over]", with: "explained_by: [shadow.odds]")
        let error = try #require(throws: RubricError.self) { try Examples.load(circle) }
        #expect(error.mistakes.count == 1 && error.mistakes[0].message.contains("circle"))
    }

    @Test func `a circle of causes is a mistake that names one of them`() throws {
        let circle = Self.text.replacing(
            "severity: {warn: info, defect: minor, severe: major}}",
            with: "severity: {warn: info, defect: minor, severe: major}}\n        explained_by: [noise.sigma]"
        )
        let error = try #require(throws: RubricError.self) { try Examples.load(circle) }
        #expect(
            error.mistakes.map(\.message) == [
                "explained_by goes in a circle: dr.use explains itself; take one of the two out"
            ]
        )
        let unknown = Self.text.replacing("[dr.use, levels.gap]", with: "[dr.used]")
        let other = try #require(throws: RubricError.self) { try Examples.load(unknown) }
        #expect(other.mistakes.count == 1 && other.mistakes[0].message.contains("dr.used"))
    }

    @Test func `no picture is told at once that it is too bright and too dark, by any built-in rubric`() throws {
        let sound = try Examples.soundMetrics()
        let rubrics = try RubricLibrary().rubrics
        #expect(rubrics.count == 8)
        var random = SeededGenerator(seed: 8)
        for rubric in rubrics {
            for _ in 0..<400 {
                var metrics = sound
                // A histogram's percentiles rise; the rest may be anything.
                let middle = Double.random(in: 0...200, using: &random)
                metrics["gain.p50"] = middle
                metrics["gain.p95"] = min(255, middle + .random(in: 0...150, using: &random))
                metrics["sat.hi"] = Bool.random(using: &random) ? 0 : .random(in: 0...12, using: &random)
                metrics["gain.lumen"] = .random(in: 0...90, using: &random)
                metrics["gain.over"] = .random(in: -10...12, using: &random)
                metrics["gain.under"] = .random(in: -10...12, using: &random)
                let image = Grader.grade(
                    Examples.examination(metrics),
                    as: GradeRequest(path: "p", examType: rubric.examTypes.first),
                    by: rubric
                )
                let told = Set(image.findings.filter { $0.severity > .info }.map(\.code))
                #expect(!told.isSuperset(of: ["GAIN_HIGH", "GAIN_LOW"]), "\(rubric.id) \(metrics)")
            }
        }
    }
}
