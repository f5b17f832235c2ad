import Imaging
import Testing

struct SpectralSharpnessTests {
    @Test func moreBlurIsNeverSharper() {
        let steps = [0.5, 0.7, 1, 1.5, 2, 3].map { DrawnScan.speckle.blurred($0).measured() }
        #expect(isRising(steps.reversed().map { $0["sharp.hf"] }, tolerance: 1e-4))
        #expect(isRising(steps.reversed().map { $0["sharp.cutoff"] }))
        #expect(isRising(steps.reversed().map { $0["sharp.limit"] }))
    }

    @Test func sineAtAQuarterOfTheSamplingRateCountsAsUpperHalf() throws {
        // Bin 8 of 16 is half of the Nyquist frequency: period 4. The Hann window spreads a third of it to bins 7 and 9.
        let scan = DrawnScan { _, y in [128.0, 158, 128, 98][y % 4] }
        let share = try #require(scan.measured()["sharp.hf"])
        #expect(abs(share - 5.0 / 6) < 0.01)
        #expect(abs(try #require(scan.measured()["sharp.cutoff"]) - 9.0 / 16) < 0.01)
        // The last hundredth begins 0.06 into bin 9.
        #expect(abs(try #require(scan.measured()["sharp.limit"]) - 8.94 / 16) < 0.01)
    }

    @Test func theSofterAxisCounts() throws {
        let clean = try #require(DrawnScan.speckle.measured()["sharp.limit"])
        for blurred in [
            DrawnScan.speckle.blurred(across: 4, down: 0.1), DrawnScan.speckle.blurred(across: 0.1, down: 4),
        ] {
            #expect(try #require(blurred.measured()["sharp.limit"]) < 0.6 * clean)
        }
    }

    @Test(arguments: [2.0, 5, 10, 20, 30]) func noiseNeverSharpens(sigma: Double) {
        let clean = DrawnScan.speckle.measured()
        let noisy = DrawnScan.speckle.noisy(sigma).measured()
        // Absent or not above the clean value by more than a tenth.
        #expect((noisy["sharp.hf"] ?? 0) <= (clean["sharp.hf"] ?? 0) * 1.1)
    }

    @Test(arguments: [5.0, 10, 20, 30]) func noiseDoesNotHideBlurAsSharpness(sigma: Double) {
        let clean = DrawnScan.speckle.measured()
        let blurredAndNoisy = DrawnScan.speckle.blurred(2).noisy(sigma).measured()
        #expect((blurredAndNoisy["sharp.hf"] ?? 0) < (clean["sharp.hf"] ?? 0) / 2)
    }

    @Test func shadowIsNotBlur() throws {
        let clean = try #require(DrawnScan.speckle.measured()["sharp.hf"])
        let shadowed = DrawnScan.speckle.map { grey, x, y in x < 100 && y > 100 ? grey - 120 : grey }
        #expect(abs(try #require(shadowed.measured()["sharp.hf"]) / clean - 1) < 0.1)
    }

    @Test func smallPictureIsNotMeasured() {
        let measured = DrawnScan(width: 96, height: 96) { x, y in Double((x * 31 + y * 17) % 97) + 60 }.measured()
        #expect(measured["sharp.hf"] == nil)
        #expect(measured["sharp.cutoff"] == nil)
    }

    @Test func flatPictureIsNotMeasured() {
        #expect(DrawnScan { _, _ in 100 }.measured()["sharp.hf"] == nil)
    }
}
