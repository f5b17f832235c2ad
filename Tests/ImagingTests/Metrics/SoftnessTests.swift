import Foundation
import Imaging
import Testing

struct SoftnessTests {
    /// log₂ that the formula is checked with, not the product's own.
    private func odds(_ spectrum: [Double], _ weights: (Double, Double, Double, Double)) -> Double {
        let gain = (1...16).map { 2 - 2 * cos(Double($0) * .pi / 16) }
        let top = spectrum[13...15].reduce(0, +) / 3
        let second = zip(spectrum, gain).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
        let first = zip(spectrum, gain).reduce(0) { $0 + $1.0 * $1.1 }
        let slope = (spectrum[5...7].reduce(0, +) / 3 + 0.1) / (spectrum[1...3].reduce(0, +) / 3 + 0.1)
        return weights.0 + weights.1 * log2(top + 0.25) + weights.2 * log2((second + 0.05) / (first + 0.05))
            + weights.3 * log2(slope)
    }

    @Test func aSineAcrossGivesWhatItsThreeLinesOfSpectrumGive() throws {
        // Period 4 is bin 8. The Hann window leaves 4/6 of the power there and 1/6 in bins 7 and 9; amplitude 40 has the
        // power 40²/2 · 32/2 = 12,800 in all. Down the columns nothing changes, so there the constants are left.
        let scan = DrawnScan { x, _ in [128.0, 168, 128, 88][x % 4] }
        var spectrum = [Double](repeating: 0, count: 16)
        spectrum[6] = 12_800 / 6
        spectrum[7] = 12_800 * 4 / 6
        spectrum[8] = 12_800 / 6
        let across = odds(spectrum, (0.78, -5.44, -4.66, 1.89))
        let down = odds([Double](repeating: 0, count: 16), (-1.31, -0.67, -3.04, 0.16))
        let value = try #require(scan.measured()["sharp.soft"])
        #expect(abs(value - min(20, max(across, down))) < 0.01)
    }

    @Test(arguments: [0.7, 1, 1.5, 2, 3]) func aBlurredCopyIsSofterThanThePicture(sigma: Double) throws {
        let untouched = try #require(DrawnScan.speckle.noisy(0.7).measured()["sharp.soft"])
        let blurred = try #require(DrawnScan.speckle.noisy(0.7).blurred(sigma).measured()["sharp.soft"])
        #expect(blurred > untouched + 1)
    }

    @Test func motionAlongOneAxisIsEnough() throws {
        let untouched = try #require(DrawnScan.speckle.noisy(0.7).measured()["sharp.soft"])
        for blurred in [
            DrawnScan.speckle.noisy(0.7).blurred(across: 2, down: 0.1),
            DrawnScan.speckle.noisy(0.7).blurred(across: 0.1, down: 2),
        ] {
            #expect(try #require(blurred.measured()["sharp.soft"]) > untouched + 1)
        }
    }

    @Test func gainAndShadowAreNotBlur() throws {
        let scan = DrawnScan.speckle.noisy(0.7)
        let untouched = try #require(scan.measured()["sharp.soft"])
        let brighter = try #require(scan.map { grey, _, _ in grey + 30 }.measured()["sharp.soft"])
        let shadowed = scan.map { grey, x, y in x < 100 && y > 100 ? grey - 120 : grey }
        #expect(abs(brighter - untouched) < 0.5)
        #expect(abs(try #require(shadowed.measured()["sharp.soft"]) - untouched) < 0.5)
    }

    @Test func flatAndSmallPicturesAreNotMeasured() {
        #expect(DrawnScan { _, _ in 100 }.measured()["sharp.soft"] == nil)
        let small = DrawnScan(width: 96, height: 96) { x, y in Double((x * 31 + y * 17) % 97) + 60 }
        #expect(small.measured()["sharp.soft"] == nil)
    }
}
