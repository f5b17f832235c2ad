import Imaging
import Testing

struct LaplacianSharpnessTests {
    @Test func moreBlurIsNeverSharper() {
        let steps = [0.5, 0.7, 1, 1.5, 2, 3].map { DrawnScan.speckle.blurred($0).measured()["sharp.vol"] }
        #expect(isRising(steps.reversed()))
    }

    @Test func sineOfPeriodFourGivesFour() throws {
        // The Laplacian of a sine of angular frequency π/2 along one axis is −2 times the sine; its variance 4 times.
        let scan = DrawnScan { _, y in [128.0, 158, 128, 98][y % 4] }
        #expect(abs(try #require(scan.measured()["sharp.vol"]) - 4) < 0.05)
    }

    @Test(arguments: [2.0, 5, 10, 20, 30]) func noiseNeverSharpens(sigma: Double) {
        let clean = DrawnScan.speckle.measured()
        let noisy = DrawnScan.speckle.noisy(sigma).measured()
        #expect((noisy["sharp.vol"] ?? 0) <= (clean["sharp.vol"] ?? 0) * 1.1)
    }

    @Test func smallPictureIsNotMeasured() {
        let measured = DrawnScan(width: 96, height: 96) { x, y in Double((x * 31 + y * 17) % 97) + 60 }.measured()
        #expect(measured["sharp.vol"] == nil)
    }
}
