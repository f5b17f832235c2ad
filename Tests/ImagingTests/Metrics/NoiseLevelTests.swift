import Imaging
import Testing

struct NoiseLevelTests {
    @Test(arguments: [3.0, 5, 10, 20]) func whiteNoiseOnFlatGreyGivesItsDeviation(sigma: Double) throws {
        let scan = DrawnScan(width: 512, height: 512) { _, _ in 120 }.noisy(sigma)
        // The lower quartile of the least of three estimates lies somewhat low.
        let value = try #require(scan.measured()["noise.sigma"])
        #expect(value > 0.78 * sigma && value < 1.02 * sigma)
    }

    @Test func noiseOnSpeckleRisesWithItsStrength() {
        let steps = [0.0, 5, 10, 15, 20, 30].map { DrawnScan.speckle.noisy($0).measured()["noise.sigma"] }
        #expect(isRising(steps))
    }

    @Test func speckleIsNotNoise() throws {
        // Speckle has a standard deviation of 24 grey here.
        #expect(try #require(DrawnScan.speckle.measured()["noise.sigma"]) < 2.5)
    }

    @Test func blackPictureIsNotMeasured() {
        #expect(DrawnScan(width: 512, height: 512) { _, _ in 0 }.measured()["noise.sigma"] == nil)
    }
}
