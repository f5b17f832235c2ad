import Foundation
import Grading
import Testing

@Suite("Probability curves")
struct CurveTests {
    private func cases(_ list: [(Double, Bool, Double)]) -> [CalibrationCase] {
        list.enumerated().map {
            CalibrationCase(score: $1.0, needsCorrection: $1.1, weight: $1.2, exam: Int64($0))
        }
    }

    @Test("two scores: the logistic curve goes through Platt's smoothed shares")
    func twoScores() throws {
        // At each of two scores the curve can take any value, so it takes the mean target: of 3 positives and 5 negatives
        // in all, targets are 4/5 and 1/7; at 50: (2·4/5 + 1·1/7) / 3, at 90: (1·4/5 + 4·1/7) / 5.
        var list: [(Double, Bool, Double)] = [(50, true, 1), (50, true, 1), (50, false, 1), (90, true, 1)]
        for _ in 0..<4 { list.append((90, false, 1)) }
        let curve = try #require(LogisticCurve(fitting: cases(list)))
        #expect(abs(curve.probability(of: 50) - (2 * 0.8 + 1.0 / 7) / 3) < 1e-6)
        #expect(abs(curve.probability(of: 90) - (0.8 + 4.0 / 7) / 5) < 1e-6)
        #expect(curve.slope < 0)
    }

    @Test("a weight of four is as good as four images where the targets are the same")
    func weights() throws {
        let once = try #require(
            LogisticCurve(fitting: cases([(50, true, 2), (50, false, 1), (90, true, 1), (90, false, 4)]))
        )
        // Targets of two positives and two negatives: 3/4 and 1/4.
        #expect(abs(once.probability(of: 50) - (2 * 0.75 + 0.25) / 3) < 1e-6)
        #expect(abs(once.probability(of: 90) - (0.75 + 4 * 0.25) / 5) < 1e-6)
    }

    @Test("a clean separation leaves a finite slope, and one answer alone leaves no curve")
    func separated() throws {
        let curve = try #require(
            LogisticCurve(fitting: cases((0..<40).map { (index: Int) in (Double(index * 2 + 20), index < 20, 1.0) }))
        )
        #expect(curve.slope.isFinite && curve.slope < 0)
        #expect(curve.probability(of: 20) > 0.9)
        #expect(curve.probability(of: 98) < 0.1)
        #expect(LogisticCurve(fitting: cases([(50, true, 1), (60, true, 1)])) == nil)
        #expect(LogisticCurve(fitting: []) == nil)
    }

    @Test("pooled steps by hand: violators are joined with their weights")
    func pooled() throws {
        // Shares by score: 40: 1, 50: 0, 60: 1 (weight 3), 70: 0. 50 and 60 violate: (0 + 3) / 4.
        let curve = try #require(
            IsotonicCurve(fitting: cases([(40, true, 1), (50, false, 1), (60, true, 3), (70, false, 2)]))
        )
        #expect(curve.steps.map(\.from) == [40, 50, 70])
        #expect(curve.steps.map(\.probability) == [1, 0.75, 0])
        #expect(curve.probability(of: 65) == 0.75)
        #expect(curve.probability(of: 10) == 1)
        #expect(curve.probability(of: 100) == 0)
    }

    @Test("steps never rise, whatever the answers are")
    func falling() throws {
        for seed in 1...20 {
            let list = (0..<200).map { (index: Int) -> (Double, Bool, Double) in
                let mixed = (index * 7919 + seed * 104_729) % 1009
                return (Double(mixed % 101), (mixed / 3) % 5 == 0, 1 + Double(mixed % 3))
            }
            let steps = try #require(IsotonicCurve(fitting: cases(list))).steps
            for (upper, lower) in zip(steps, steps.dropFirst()) {
                #expect(upper.from < lower.from)
                #expect(upper.probability > lower.probability)
            }
        }
    }
}
