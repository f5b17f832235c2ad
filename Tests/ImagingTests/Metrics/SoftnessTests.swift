import Foundation
import Imaging
import Testing

struct SoftnessTests {
    @Test func aSineAcrossGivesWhatItsSpectrumGives() throws {
        // Period 4 is bin 8, and the Hann window leaves lines in bins 7 to 9 only: the least of bins 8–16 is 0, so
        // f = log₂ 0.1. Powers are as 1 : 4 : 1, so with s = 2 − 2 cos(πk/16) the ratio of second to first differences is
        // (s₇² + 4 s₈² + s₉²)/(s₇ + 4 s₈ + s₉). Down the columns nothing changes: m = log₂ 1 there.
        let scan = DrawnScan { x, _ in [128.0, 168, 128, 88][x % 4] }
        let gain = [7.0, 8, 9].map { 2 - 2 * cos($0 * .pi / 16) }
        let ratio = (gain[0] * gain[0] + 4 * gain[1] * gain[1] + gain[2] * gain[2]) / (gain[0] + 4 * gain[1] + gain[2])
        let across = -6.8 - 2.9 * log2(0.1) - 1.55 * log2(ratio)
        let down = -3.45 - 1.65 * log2(0.1)
        #expect(abs(try #require(scan.measured()["sharp.soft"]) - max(across, down)) < 0.01)
    }

    @Test(arguments: [0.7, 1, 1.5, 2, 3]) func aBlurredCopyIsSofterThanThePicture(sigma: Double) throws {
        let untouched = try #require(DrawnScan.speckle.noisy(0.7).measured()["sharp.soft"])
        let blurred = try #require(DrawnScan.speckle.noisy(0.7).blurred(sigma).measured()["sharp.soft"])
        #expect(blurred > untouched + 1)
    }

    @Test func blurThatLeavesNothingFineIsNoLessSoft() throws {
        let picture = DrawnScan.speckle.noisy(0.7)
        let two = try #require(picture.blurred(2).measured()["sharp.soft"])
        let six = try #require(picture.blurred(6).measured()["sharp.soft"])
        #expect(six > 2.4 && two > 2.4, "\(two), \(six)")
        #expect(try #require(picture.blurred(6).measured()["sharp.limit"]) < 0.16)
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
