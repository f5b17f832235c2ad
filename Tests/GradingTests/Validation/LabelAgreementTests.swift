import Foundation
import Grading
import Testing

@Suite struct LabelAgreementTests {
    private func labelled(_ label: String, _ score: Double?, cluster: String? = nil) -> LabelAgreement.Labelled {
        let level: Level? = score.map { $0 >= 90 ? .a : $0 >= 80 ? .b : $0 >= 60 ? .c : .d }
        return LabelAgreement.Labelled(
            label: label,
            cluster: cluster ?? "\(label) \(score ?? -1)",
            outcome: TrialOutcome(score: score, level: level, isForExpert: score.map { $0 < 60 } ?? true)
        )
    }

    @Test func `two classes give an area, a correlation and a kappa of who is sent to an expert`() throws {
        let scale = try #require(LabelScale(order: "bad, good + fine"))
        let pictures = [
            labelled("bad", 40), labelled("bad", nil), labelled("bad", 95), labelled("good", 90), labelled("fine", 97),
            labelled("unknown", 10),
        ]
        let agreement = LabelAgreement(pictures, scale: scale, seed: 1, rounds: 200)
        #expect(agreement.count == 5 && agreement.clusters == 5)
        #expect(agreement.labels.map(\.label) == ["bad", "fine", "good"])
        #expect(agreement.labels[0].count == 3 && agreement.labels[0].unsure == 1 && agreement.labels[0].forExpert == 2)
        #expect(agreement.labels[0].median == 67.5)
        // 90 is above two of three bad ones, 97 above all three.
        #expect(agreement.area?.value == 0.8333)
        // Of bad 2 to an expert and 1 not, of good 0 and 2: observed 0.8, by chance 0.6 · 0.4 + 0.4 · 0.6 = 0.48.
        #expect(agreement.kappa?.value == ((0.8 - 0.48) / 0.52 * 10000).rounded() / 10000)
        #expect((agreement.spearman?.value ?? 0) > 0)
    }

    @Test func `levels by people are compared with levels by the program`() throws {
        let scale = try #require(LabelScale(of: ["甲", "乙", "不合格"]))
        #expect(scale == .levels)
        let agreement = LabelAgreement(
            [labelled("甲", 95), labelled("乙", 85), labelled("丙", 70), labelled("不合格", 10)],
            scale: scale,
            seed: 1
        )
        #expect(agreement.kappa?.value == 1 && agreement.area?.value == 1 && agreement.spearman?.value == 1)
        #expect(agreement.labels.map(\.label) == ["不合格", "丙", "乙", "甲"])
    }

    @Test func `numbers give an area and a correlation, no kappa`() throws {
        let scale = try #require(LabelScale(of: ["1", "2.5", "-3"]))
        let agreement = LabelAgreement([labelled("1", 50), labelled("2", 40)], scale: scale, seed: 1)
        #expect(agreement.area?.value == 0 && agreement.spearman?.value == -1 && agreement.kappa == nil)
    }

    @Test func `pictures of one exam are drawn together`() throws {
        let scale = try #require(LabelScale(order: "bad,good"))
        let pictures = [
            labelled("bad", 40, cluster: "exam 1"), labelled("good", 90, cluster: "exam 1"),
            labelled("bad", 50, cluster: "exam 2"), labelled("good", 60, cluster: "exam 2"),
        ]
        let agreement = LabelAgreement(pictures, scale: scale, seed: 1)
        #expect(agreement.clusters == 2 && agreement.area?.interval == ResampledInterval(low: 1, high: 1))
    }

    @Test(arguments: ["bad", "", "bad,bad", "bad,,good", "bad,good+"])
    func `an order that names no two classes, or one twice, is none`(order: String) {
        #expect(LabelScale(order: order) == nil)
    }

    @Test func `labels that are neither levels nor numbers need an order`() {
        #expect(LabelScale(of: ["bad", "good"]) == nil)
        #expect(LabelScale(of: ["1", "nan"]) == nil)
    }
}
