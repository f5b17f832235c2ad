import Imaging
import Testing

struct CoarseNoiseTests {
    @Test(arguments: [4.0, 8, 16]) func whiteNoiseOnFlatGreyGivesItsDeviation(sigma: Double) throws {
        let value = try #require(
            DrawnScan(width: 512, height: 512) { _, _ in 120 }.noisy(sigma).measured()["noise.coarse"]
        )
        // The lowest tenth of windows and the lesser of two directions lie somewhat low.
        #expect(value > 0.7 * sigma && value < 1.02 * sigma)
    }

    @Test func grainOfTwoPixelsRisesWithItsStrength() {
        let grain = DrawnScan(width: 512, height: 512) { _, _ in 0 }.noisy(60).blurred(1.1)
        let steps = [0.0, 0.25, 0.5, 1].map { strength in
            DrawnScan.speckle.map { grey, x, y in grey + strength * grain.grey[y * 512 + x] }.measured()["noise.coarse"]
        }
        #expect(isRising(steps))
        // The deviation is 60/√(4π · 1.1²) ≈ 15; speckle that is as fine as this one brings 8.5 of its own.
        #expect((steps.last.flatMap { $0 } ?? 0) > 4 + (steps.first.flatMap { $0 } ?? 0))
    }

    @Test func structureInOneDirectionIsNoGrain() throws {
        let striped = DrawnScan(width: 512, height: 512) { _, y in [100.0, 120, 100, 80][y % 4] }
        #expect(try #require(striped.measured()["noise.coarse"]) < 0.1)
    }

    @Test func blackPictureIsNotMeasured() {
        #expect(DrawnScan(width: 512, height: 512) { _, _ in 0 }.measured()["noise.coarse"] == nil)
    }
}
