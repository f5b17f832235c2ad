import Grading
import Imaging
import Testing

@Suite("The way from metrics to score")
struct GradeExplanationTests {
    /// gain 20, clarity 30, coupling 50 points; see `Examples.small`.
    private func explained(
        _ metrics: [String: Double],
        section: String? = "abd.liver.porta1",
        format: ImageFormat = .jpeg,
        conditions: Set<Condition> = []
    ) throws -> (image: GradedImage, explanation: GradeExplanation) {
        let rubric = try Examples.load(Examples.small)
        var request = Examples.request
        request.section = section
        let examination = Examples.examination(metrics, format: format, conditions: conditions)
        let image = Grader.grade(examination, as: request, by: rubric)
        return (image, GradeExplanation(image, examType: "abdomen", by: rubric))
    }

    @Test("Each step of a picture with three faults is as worked out by hand")
    func byHand() throws {
        // gain.p50 150: half-way from warn 100 to defect 200, so 0.75. jpeg.q 60: on the defect limit, so 0.5 and past
        // warn only. shadow.frac 50: half-way from defect 40 to severe 60, so 0.25, past defect.
        let (image, way) = try explained(["gain.p50": 150, "jpeg.q": 60, "res.h": 640, "shadow.frac": 50])
        #expect(way.items.map(\.id) == ["gain", "clarity", "coupling"])
        #expect(way.items.map(\.score) == [0.75, 0.5, 0.25])
        #expect(way.weight == 100)
        #expect(way.items.map(way.points) == [20, 30, 50])
        // 15 + 15 + 12.5
        #expect(way.sum == 42.5)
        #expect(way.cap?.severity == .major && way.cap?.limit == 79 && way.cap?.applies == false)
        #expect(way.score == 42.5 && way.level == .d)
        #expect(image.score == 42.5)

        let gain = try #require(way.items[0].steps.first)
        #expect(gain.metric == "gain.p50" && gain.value == 150 && gain.score == 0.75 && gain.decides)
        #expect(gain.passed?.code == "GAIN_HIGH" && gain.passed?.severity == .minor && gain.passed?.limit == 100)
        #expect(gain.low?.warn == 50 && gain.high?.severe == 220 && gain.origin == .absolute)
        let clarity = way.items[1].steps
        #expect(clarity.map(\.decides) == [true, false])
        #expect(clarity[1].score == 1 && clarity[1].passed == nil && clarity[1].value == 640)
        let shadow = way.items[2].steps[0].passed
        #expect(shadow?.code == "SHADOW" && shadow?.severity == .major && shadow?.limit == 40)
        #expect(way.conditions.isEmpty && way.isByThisRubric && way.unmeasuredShare == 0)
        #expect(way.triage == image.triage)
    }

    @Test("A cap that takes points away is told with the finding that sets it")
    func capped() throws {
        // shadow.frac 65 is past severe: an item of 50 points at 0, a critical finding, and a sum below what it leaves.
        let (_, way) = try explained(["gain.p50": 80, "jpeg.q": 95, "res.h": 640, "shadow.frac": 65])
        #expect(way.sum == 50)

        #expect(way.cap?.code == "SHADOW" && way.cap?.severity == .critical && way.cap?.limit == 59)
        #expect(way.cap?.applies == false && way.score == 50)
        let lesser = try explained(["gain.p50": 80, "jpeg.q": 95, "res.h": 190, "shadow.frac": 0])
        // An item of 30 points at 0: the sum is 70, a critical finding leaves 59.
        #expect(lesser.explanation.sum == 70 && lesser.explanation.cap?.applies == true)
        #expect(lesser.explanation.score == 59 && lesser.image.score == 59)
    }

    @Test("What was not asked says why, what has no value says so")
    func notAsked() throws {
        let (_, way) = try explained(
            ["gain.p50": 80, "res.h": 640],
            section: "abd.gb.long",
            format: .png
        )
        let quality = try #require(way.items[1].steps.first { $0.metric == "jpeg.q" })
        #expect(quality.state == .notApplicable(.format) && quality.score == nil && quality.value == nil)
        #expect(way.items[2].state == .notApplicable(.noCriterion))
        #expect(way.items[2].steps[0].state == .notApplicable(.section))
        #expect(way.weight == 50 && way.score == 100)

        let missing = try explained(["gain.p50": 80, "res.h": 640], format: .png).explanation
        #expect(missing.items[2].state == .unmeasured && missing.items[2].steps[0].state == .unmeasured)
        // 50 of 100 points were not measured, more than may be: no score, and the way says so.
        #expect(missing.unmeasuredShare == 0.5 && missing.unmeasuredShare > missing.unmeasuredLimit)
        #expect(missing.status == .unsure && missing.score == nil && missing.sum == nil && missing.level == nil)
    }

    @Test("Pictures that are empty, foreign or unreadable have no items and name what decided")
    func wholePicture() throws {
        let blank = try explained([:], conditions: [.blank])
        #expect(blank.explanation.items.isEmpty && blank.explanation.conditions == ["BLANK"])
        #expect(blank.explanation.score == blank.image.score && blank.explanation.level == .d)
        let foreign = try explained(["gain.p50": 80], conditions: [.quadLayout]).explanation
        #expect(foreign.items.isEmpty && foreign.conditions == ["LAYOUT_QUAD"] && foreign.score == nil)
        let rubric = try Examples.load(Examples.small)
        let error = ImagingError(code: .empty, message: "the file is empty")
        let unreadable = GradeExplanation(
            Grader.unreadable(error, as: Examples.request, by: rubric),
            examType: nil,
            by: rubric
        )
        #expect(unreadable.items.isEmpty && unreadable.score == nil && unreadable.conditions == ["UNREADABLE"])
    }

    @Test("A grade of another rubric keeps its own score and says that steps may differ")
    func otherRubric() throws {
        let (image, _) = try explained(["gain.p50": 150, "jpeg.q": 90, "res.h": 640, "shadow.frac": 0])
        let changed = try Examples.load(
            Examples.small.replacing("{warn: 100, defect: 200", with: "{warn: 140, defect: 200")
        )
        let way = GradeExplanation(image, examType: "abdomen", by: changed)
        #expect(!way.isByThisRubric && way.items[0].differsFromRubric && !way.items[1].differsFromRubric)
        #expect(way.items[0].score == 0.75 && way.score == image.score)
    }

    @Test("On any measurements the steps lead exactly to the score printed", arguments: 0..<40)
    func recomputes(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed) &+ 77)
        let sound = try Examples.soundMetrics()
        for rubric in try RubricLibrary().rubrics {
            var metrics: [String: Double] = [:]
            for (metric, value) in sound.sorted(by: { $0.key < $1.key }) {
                // From nothing to three times the good value; one in eight is not measured.
                if Int.random(in: 0..<8, using: &generator) == 0 { continue }
                metrics[metric] = value * Double.random(in: 0...3, using: &generator)
            }
            var request = Examples.request
            request.examType = rubric.examTypes.first
            let image = Grader.grade(Examples.examination(metrics), as: request, by: rubric)
            let way = GradeExplanation(image, examType: request.examType, by: rubric)
            #expect(way.score == image.score && way.level == image.level)
            #expect(way.items.allSatisfy { !$0.differsFromRubric })
            guard image.status == .graded else { continue }
            let measured = way.items.filter { $0.score != nil }
            #expect(measured.map(\.id) == image.items?.map(\.id))
            // The same sum from the printed sub-scores alone, as a reader would do it.
            let sum = measured.reduce(0) { $0 + $1.weight * ($1.score ?? 0) } / way.weight * 100
            let capped = way.cap.map { min($0.limit, (sum * 10).rounded() / 10) } ?? (sum * 10).rounded() / 10
            #expect(abs(capped - (image.score ?? -1)) < 0.1001)
            for item in measured {
                let scores = item.steps.compactMap(\.score)
                #expect(item.score == ((scores.min() ?? 1) * 10_000).rounded() / 10_000)
                #expect(item.steps.count(where: \.decides) == (item.score == 1 ? 0 : 1))
            }
        }
    }
}
