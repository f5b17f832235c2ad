import Grading
import Imaging
import Testing

@Suite("Rubric calibration")
struct RubricCalibrationTests {
    /// A year of a clinic: `flagged` by rule, all judged; the rest drawn with `share`, judged where drawn.
    ///
    /// The chance of needing correction falls with the score, and one in `noise` is turned round.
    private func year(_ count: Int, share: Double, seed: UInt64, noise: Double = 0.02) -> [CalibrationImage] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { index in
            let score = (Double.random(in: 55...100, using: &random) * 10).rounded() / 10
            let isFlagged = score < 62
            let isDrawn = Double.random(in: 0..<1, using: &random) < share
            let turned = Double.random(in: 0..<1, using: &random) < noise
            let needs = (score < 72) != turned
            return CalibrationImage(
                score: score,
                isFlagged: isFlagged,
                isDrawn: isDrawn,
                drawProbability: share,
                needsCorrection: isFlagged || isDrawn ? needs : nil,
                exam: Int64(index / 5)
            )
        }
    }

    /// The share of those needing correction that rule and threshold really catch, all answers known.
    private func truth(_ images: [CalibrationImage], below score: Double) -> Double {
        // The makers' own rule, without noise, stands for what an expert would say of the unread.
        let needy = images.filter { $0.needsCorrection ?? (($0.score ?? 0) < 72) }
        return Double(needy.count { $0.isFlagged || ($0.score ?? 0) < score }) / Double(needy.count)
    }

    @Test("where score and answers agree, the threshold catches what is wanted within the load")
    func reached() throws {
        let images = year(6000, share: 0.3, seed: 3, noise: 0)
        let learned = try RubricCalibration(images, goal: .init(recall: 0.9, load: 0.65, confidence: 0.95))
        #expect(learned.meetsGoal)
        #expect(learned.chosen.recallBound >= 0.9)
        #expect(learned.chosen.load <= 0.65)
        #expect(truth(images, below: learned.chosen.scoreBelow) >= 0.9)
        #expect(learned.chosen.scoreBelow < 74)
        #expect(learned.today.recallBound < 0.6)
        #expect(learned.quality.auc > 0.99)
    }

    @Test("the bound holds what it promises in at least 95 of 100 years")
    func bound() throws {
        var failures = 0
        for seed in 1...100 {
            var images = year(3000, share: 0.2, seed: UInt64(seed), noise: 0)
            // Answers that the score cannot tell: one in fifty everywhere.
            var random = SplitMix64(seed: UInt64(seed), stream: 9)
            var isNeedy: [Bool] = []
            for index in images.indices {
                let needs = ((images[index].score ?? 0) < 72) != (Double.random(in: 0..<1, using: &random) < 0.02)
                isNeedy.append(needs)
                if images[index].needsCorrection != nil { images[index].needsCorrection = needs }
            }
            let learned = try RubricCalibration(images, goal: .init(recall: 0.85, load: 1, confidence: 0.95))
            let needy = images.indices.filter { isNeedy[$0] }
            let caught = needy.count {
                images[$0].isFlagged || (images[$0].score ?? 0) < learned.chosen.scoreBelow
            }
            if Double(caught) < 0.85 * Double(needy.count) { failures += 1 }
        }
        #expect(failures <= 5)
    }

    @Test("a load too small for the recall is kept, and it is said that the recall is not reached")
    func loadGoesFirst() throws {
        let images = year(4000, share: 0.1, seed: 8)
        let learned = try RubricCalibration(images, goal: .init(recall: 0.95, load: 0.3, confidence: 0.95))
        #expect(!learned.meetsGoal)
        #expect(learned.chosen == learned.forLoad)
        #expect(learned.chosen.load <= 0.3)
        #expect(learned.forRecall.load > 0.3)
    }

    @Test("rules that alone exceed the load stay as they are")
    func rulesAlone() throws {
        let learned = try RubricCalibration(
            year(4000, share: 0.1, seed: 9),
            goal: .init(recall: 0.95, load: 0.05, confidence: 0.95)
        )
        #expect(learned.forLoad == nil)
        #expect(learned.chosen == learned.today)
        #expect(learned.chosen.scoreBelow == 0)
    }

    @Test("readings outside the draw stand for themselves alone: objections do not make the passed look bad")
    func objections() throws {
        let images = year(4000, share: 0.2, seed: 5)
        var withObjections = images
        for index in images.indices where !images[index].isDrawn && !images[index].isFlagged && index % 3 == 0 {
            withObjections[index].needsCorrection = true
        }
        let goal = RubricCalibration.Goal(recall: 0.9, load: 1, confidence: 0.95)
        #expect(
            try RubricCalibration(withObjections, goal: goal).chosen == RubricCalibration(images, goal: goal).chosen
        )
    }

    @Test("what was not graded always goes to an expert and counts into the load")
    func notGraded() throws {
        var images = year(2000, share: 0.2, seed: 6)
        let plain = try RubricCalibration(images)
        for exam in 0..<500 {
            images.append(
                CalibrationImage(
                    score: nil,
                    isFlagged: true,
                    isDrawn: false,
                    drawProbability: nil,
                    needsCorrection: exam % 2 == 0,
                    exam: Int64(10_000 + exam)
                )
            )
        }
        let more = try RubricCalibration(images)
        #expect(more.today.load > plain.today.load)
        #expect(more.flagged.images == plain.flagged.images + 500)
    }

    @Test("from 1,000 labels on the curve has steps")
    func isotonic() throws {
        guard case .logistic = try RubricCalibration(year(1000, share: 0.2, seed: 1)).curve else {
            Issue.record("few labels should give a logistic curve")
            return
        }
        guard case .isotonic = try RubricCalibration(year(6000, share: 0.3, seed: 1)).curve else {
            Issue.record("many labels should give steps")
            return
        }
    }

    @Test("too few labels, too few that need correction, or nothing of the draw: refused with the reason")
    func refused() throws {
        func refusal(_ images: [CalibrationImage]) -> String? {
            do throws(RubricCalibration.Refusal) {
                _ = try RubricCalibration(images)
                return nil
            } catch { return error.description }
        }
        #expect(refusal([])?.contains("judged 0 images") == true)
        #expect(refusal(year(60, share: 0.2, seed: 2))?.contains("50 are needed") == true)
        var sound = year(2000, share: 0.2, seed: 2)
        for index in sound.indices where sound[index].needsCorrection != nil { sound[index].needsCorrection = false }
        #expect(refusal(sound)?.contains("only 0 of") == true)
        #expect(refusal(year(2000, share: 0, seed: 2))?.contains("raise the sampling share") == true)
    }
}
