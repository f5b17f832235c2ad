import Foundation
import Grading
import Imaging
import SchemaChecks
import Testing

@Suite struct ValidationSumsTests {
    private func scored(_ score: Double?, _ codes: Set<String> = [], expert: Bool = false) -> TrialOutcome {
        let level: Level? = score.map { $0 >= 90 ? .a : $0 >= 80 ? .b : $0 >= 60 ? .c : .d }
        return TrialOutcome(
            score: score,
            level: level,
            isForExpert: expert || score == nil,
            codes: codes,
            reasonsUnsure: score == nil ? ["GEOM_UNCERTAIN"] : []
        )
    }

    private func picture(
        _ number: Int,
        _ untouched: TrialOutcome,
        _ blurred: [TrialOutcome],
        asJPEG: TrialOutcome? = nil
    ) -> ValidationSums.Picture {
        ValidationSums.Picture(
            path: "a/\(number).png",
            folder: "a",
            untouched: UntouchedTrial(outcome: untouched, asPNG: untouched, asJPEG: asJPEG ?? untouched),
            trials: blurred.isEmpty ? [] : [FaultTrial(fault: "blur", shape: "box", outcomes: blurred)]
        )
    }

    @Test func `every number of a fault's row is the one counted by hand`() throws {
        let plan = TrialPlan(strengths: [1, 0.5], shapes: 1, seed: 3)
        let pictures = [
            picture(0, scored(100), [scored(90, ["BLUR"]), scored(70, ["BLUR"], expert: true)]),
            // The score rises on the second step; the code is wrong.
            picture(1, scored(80, ["NOISE"], expert: true), [scored(75, ["NOISE"]), scored(78, ["NOISE"])]),
            // Unsure counts below every score and is not the right code.
            picture(2, scored(95), [scored(95), scored(nil)], asJPEG: scored(92)),
            picture(3, scored(nil), []),
        ]
        let report = ValidationSums(pictures, plan: plan).report(rounds: 100)
        #expect(report.untouched.count == 4 && report.untouched.unsure == 1 && report.untouched.forExpert == 2)
        #expect(report.untouched.levels == ["A": 2, "B": 1, "C": 0, "D": 0])
        #expect(report.untouched.codes == ["NOISE": 1, "GEOM_UNCERTAIN": 1])
        #expect(report.folders == ["a": report.untouched])
        #expect(report.codecs.count == 3 && report.codecs.within2 == 2 && report.codecs.greatest == 3)
        #expect(report.spoiled == 3 && report.faults.count == InjectedFault.all.count)

        let blur = try #require(report.faults.first { $0.fault == "blur" })
        #expect(blur.count == 3 && blur.steps == 6 && blur.notRising == 5)
        let (half, full) = (blur.strengths[0], blur.strengths[1])
        #expect(half.strength == 0.5 && full.strength == 1)
        // Untouched 100, 80, 95 against 90, 75, 95: (3 + 1 + 2.5) of 9; against 70, 78, −1: all nine.
        #expect(half.area == (6.5 / 9 * 10000).rounded() / 10000)
        #expect(full.area == 1)
        #expect(half.named == 0.3333 && full.named == 0.3333)
        #expect(half.forExpert == 0 && full.forExpert == 0.6667 && full.unsure == 0.3333)
    }

    @Test func `a code is wrong when the fault does not explain it and the untouched picture does not have it`() throws
    {
        let plan = TrialPlan(strengths: [1], shapes: 1, seed: 3)
        let pictures = [
            // Right: enlarging blurs as well.
            picture(0, scored(100), [scored(70, ["BLUR", "UPSCALED"])]),
            // The noise was there before.
            picture(1, scored(80, ["NOISE"]), [scored(75, ["NOISE", "GAIN_LOW"])]),
            picture(2, scored(95), [scored(60, ["NOISE", "GAIN_LOW", "BLUR"])]),
            // Nothing is said of a picture that is unsure.
            picture(3, scored(95), [scored(nil)]),
        ]
        let report = ValidationSums(pictures, plan: plan).report(rounds: 20)
        let full = try #require(report.faults.first { $0.fault == "blur" }).strengths[0]
        #expect(full.named == 0.5 && full.misnamed == 0.5)
        #expect(full.wrongCodes.map(\.code) == ["GAIN_LOW", "NOISE"])
        #expect(full.wrongCodes.map(\.share) == [0.5, 0.25])
        let noise = try #require(report.faults.first { $0.fault == "noise" }).strengths[0]
        #expect(noise.misnamed == 0 && noise.wrongCodes == [])
        let schema = try JSONSchema(try Repository.bytes("docs/schemas/validation.schema.json"))
        #expect(try schema.violations(in: CanonicalJSON.bytes(report)) == [])
    }

    @Test func `what must not matter is counted over the pictures that were graded before`() throws {
        let changes = HarmlessChange.all.map(\.id)
        func changed(_ number: Int, _ untouched: TrialOutcome, _ outcome: TrialOutcome) -> ValidationSums.Picture {
            var picture = picture(number, untouched, [])
            picture.untouched.changed = [changes[0]: outcome, changes[1]: untouched]
            return picture
        }
        let pictures = [
            changed(0, scored(95), scored(90)),
            changed(1, scored(95), scored(88, ["NOISE"], expert: true)),
            changed(2, scored(95), scored(nil)),
            changed(3, scored(80, expert: true), scored(85, expert: true)),
            // Not graded before, and too large to be changed.
            changed(4, scored(nil), scored(90)),
            picture(5, scored(90), []),
        ]
        let report = ValidationSums(pictures, plan: TrialPlan(strengths: [1], seed: 3)).report(rounds: 20)
        #expect(report.harmless.map(\.change) == changes)
        let first = report.harmless[0]
        #expect(first.count == 4 && first.within5 == 2 && first.unsure == 1 && first.forExpert == 2)
        let second = report.harmless[1]
        #expect(second.count == 4 && second.within5 == 4 && second.unsure == 0 && second.forExpert == 0)
        #expect(report.harmless[2].count == 0)
        let schema = try JSONSchema(try Repository.bytes("docs/schemas/validation.schema.json"))
        #expect(try schema.violations(in: CanonicalJSON.bytes(report)) == [])
    }

    @Test func `pictures with a baseline are counted beside it and by the written limits, the others only once`() throws
    {
        let plan = TrialPlan(strengths: [1], shapes: 1, seed: 3)
        var one = picture(0, scored(100), [scored(98)])
        one.trials[0].beside = [scored(70, ["BLUR"], expert: true)]
        one.beside = scored(95)
        var two = picture(1, scored(90), [scored(94)])
        two.trials[0].beside = [scored(99)]
        two.beside = scored(97, ["GAIN_LOW"], expert: true)
        let alone = picture(2, scored(80), [scored(60, ["BLUR"])])
        let left = LeftOutBaselines(
            (0..<3).map { LeftOutBaselines.Subject(device: "a", section: nil, metrics: ["ent": Double($0)]) },
            least: 2
        )
        let report = ValidationSums([one, two, alone], plan: plan).report(beside: left, rounds: 50)
        #expect(report.spoiled == 3 && report.untouched.forExpert == 0)
        let baselines = try #require(report.baselines)
        #expect(baselines.least == 2 && baselines.spoiled == 2)
        #expect(baselines.groups.count == 1 && baselines.groups[0].folder == "a" && baselines.groups[0].section == nil)
        #expect(baselines.groups[0].count == 3 && baselines.groups[0].ordinary == 3)
        #expect(baselines.untouched.count == 2 && baselines.untouched.codes == ["GAIN_LOW": 1])
        #expect(baselines.untouched.forExpert == 1 && baselines.untouchedWritten.forExpert == 0)
        let beside = try #require(baselines.faults.first { $0.fault == "blur" })
        let written = try #require(baselines.faultsWritten.first { $0.fault == "blur" })
        // 95 and 97 against 70 and 99; 100 and 90 against 98 and 94.
        #expect(beside.strengths[0].area == 0.5 && written.strengths[0].area == 0.5)
        #expect(beside.strengths[0].named == 0.5 && written.strengths[0].named == 0)
        #expect(beside.count == 2 && beside.notRising == 1 && written.notRising == 1)
        let schema = try JSONSchema(try Repository.bytes("docs/schemas/validation.schema.json"))
        let text = try CanonicalJSON.text(report).replacing("\"least\":2", with: "\"least\":5")
        #expect(try schema.violations(in: Array(text.utf8)) == [])
    }

    @Test func `a report keeps its schema, with faults, without, and with labels`() throws {
        let schema = try JSONSchema(try Repository.bytes("docs/schemas/validation.schema.json"))
        let plan = TrialPlan(strengths: [1], seed: 1)
        let one = picture(0, scored(90), [scored(40)])
        let labelled = [("bad", 50.0), ("good", 90), ("good", 80)].enumerated().map {
            LabelAgreement.Labelled(label: $0.element.0, cluster: "\($0.offset)", outcome: scored($0.element.1))
        }
        let scale = try #require(LabelScale(order: "bad,good"))
        let agreement = LabelAgreement(labelled, scale: scale, seed: 1)
        for sums in [ValidationSums([], plan: plan), ValidationSums([one], plan: plan)] {
            for labels in [nil, agreement] {
                let report = sums.report(
                    unusable: [.init(path: "x", reason: "empty: the file is empty")],
                    labels: labels,
                    program: "1",
                    rounds: 100
                )
                #expect(try schema.violations(in: CanonicalJSON.bytes(report)) == [])
            }
        }
        let wrong = try CanonicalJSON.text(ValidationSums([one], plan: plan).report(rounds: 100))
            .replacing("\"named\":", with: "\"names\":")
        #expect(try !schema.violations(in: Array(wrong.utf8)).isEmpty)
    }

    @Test func `pictures are spread over the folders, and evenly within each`() {
        let folders = ["b", "b", "b", "b", "b", "b", "a", "c", "c"]
        #expect(TrialPlan.spread(over: folders, limit: 5) == [0, 3, 6, 7, 8])
        #expect(TrialPlan.spread(over: folders, limit: 99) == Array(0..<9))
        #expect(TrialPlan.spread(over: folders, limit: 0) == [])
        #expect(TrialPlan.spread(over: [], limit: 3) == [])
    }

    @Test func `a plan sorts its strengths and drops what is none`() {
        #expect(TrialPlan(strengths: [1, 0.5, 0, -1, .nan, 0.5]).strengths == [0.5, 1])
    }

    @Test func `a phantom goes through every fault, and the same again gives the same`() throws {
        var recipe = PhantomRecipe(anatomy: .liver)
        (recipe.width, recipe.height, recipe.seed) = (400, 320, 4)
        let image = try ImageDecoder.decode(.bytes(try recipe.fileBytes()), limits: DecodingLimits())
        let rubric = try RubricLibrary().fallback
        let request = GradeRequest(path: "p.png")
        let plan = TrialPlan(strengths: [1], shapes: 1, seed: 2)
        let trials = try plan.trials(of: image, number: 1, as: request, by: rubric)
        #expect(trials.map(\.fault) == InjectedFault.all.map(\.id))
        #expect(trials.allSatisfy { $0.outcomes.count == 1 })
        #expect(trials.first?.shape == InjectedFault.all[0].shapes[1].id)
        #expect(try plan.trials(of: image, number: 1, as: request, by: rubric) == trials)
        // Whatever the detectors make of the rest: a picture without grey to the last pixel is not as good as it was.
        let untouched = try UntouchedTrial(of: image, as: request, by: rubric)
        let blank = try #require(trials.first { $0.fault == "under_gain" })
        #expect(blank.outcomes[0].rank <= untouched.outcome.rank)
    }

    @Test func `a picture without a scan area is refused with a reason`() throws {
        let plane = GreyPlane(width: 20, height: 20, filledWith: 0)
        let facts = ImageFacts(format: .png, width: 20, height: 20)
        let image = UltrasoundImage(luma: plane, chroma: nil, facts: facts)
        let rubric = try RubricLibrary().fallback
        #expect(throws: ImagingError.self) {
            _ = try TrialPlan().trials(of: image, number: 0, as: GradeRequest(path: "p.png"), by: rubric)
        }
    }
}
