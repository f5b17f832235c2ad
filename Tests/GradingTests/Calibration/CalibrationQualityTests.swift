import Grading
import Testing

@Suite("Quality of a calibrated score")
struct CalibrationQualityTests {
    private func item(_ score: Double, _ needs: Bool, weight: Double = 1, exam: Int64) -> CalibrationCase {
        CalibrationCase(score: score, needsCorrection: needs, weight: weight, exam: exam)
    }

    @Test("four images by hand: AUC with a tie, Brier")
    func byHand() throws {
        let cases = [
            item(40, true, exam: 1), item(80, true, exam: 2), item(80, false, exam: 3), item(95, false, exam: 4),
        ]
        let quality = try #require(CalibrationQuality(of: cases) { $0 < 60 ? 0.9 : 0.2 })
        // Pairs: 40–80, 40–95, 80–95 won, 80–80 tied.
        #expect(quality.auc == 3.5 / 4)
        #expect(abs(quality.brier - (0.01 + 0.64 + 0.04 + 0.04) / 4) < 1e-12)
    }

    @Test("an image that stands for many counts as many")
    func weighted() throws {
        // The needy one at 90 stands for 9: of 10 weights only 1 lies below the sound one.
        let cases = [
            item(40, true, exam: 1), item(90, true, weight: 9, exam: 2), item(80, false, weight: 5, exam: 3),
        ]
        #expect(abs(try #require(CalibrationQuality(of: cases) { _ in 0.5 }).auc - 0.1) < 1e-12)
    }

    @Test("the interval holds the estimate, is the same for one seed, and images of one exam stay together")
    func interval() throws {
        let cases = (0..<120).map { (index: Int) -> CalibrationCase in
            let place = (index * 37) % 60
            let needs = place + (index % 7) * 8 < 40
            return item(Double(40 + place), needs, exam: Int64(index))
        }
        let alone = try #require(CalibrationQuality(of: cases, probability: { _ in 0.5 }))
        let again = try #require(CalibrationQuality(of: cases, probability: { _ in 0.5 }))
        let interval = try #require(alone.aucInterval)
        #expect(alone == again)
        #expect(interval.low < alone.auc && alone.auc < interval.high)
        // The same images thrice in each exam are no new information: the interval stays as wide.
        let copies = cases.flatMap { [$0, $0, $0] }
        let clustered = try #require(CalibrationQuality(of: copies, probability: { _ in 0.5 })?.aucInterval)
        #expect(abs((clustered.high - clustered.low) - (interval.high - interval.low)) < 0.03)
    }

    @Test("probabilities that say what is seen have no calibration error, and one answer alone has no figures")
    func calibrationError() throws {
        let cases = (0..<200).map { (index: Int) -> CalibrationCase in
            let isLow = index < 100
            return item(isLow ? 50 : 90, isLow && index % 4 == 0, exam: Int64(index))
        }
        let right = try #require(CalibrationQuality(of: cases) { $0 < 60 ? 0.25 : 0 })
        #expect(right.calibrationError < 1e-9)
        let wrong = try #require(CalibrationQuality(of: cases) { $0 < 60 ? 0.75 : 0 })
        #expect(abs(wrong.calibrationError - 0.25) < 1e-9)
        #expect(CalibrationQuality(of: cases.filter { !$0.needsCorrection }) { _ in 0 } == nil)
    }
}
