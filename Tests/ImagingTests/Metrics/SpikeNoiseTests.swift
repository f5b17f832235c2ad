import Imaging
import Testing

struct SpikeNoiseTests {
    @Test func oneSpikeInSixteenPixelsIsCountedAsSuch() throws {
        // One white pixel in every 4 × 4 on grey: windows of 32, of which the inner 30 × 30 are looked at, start at
        // multiples of 4, so 8 × 8 spikes at (2, 2) modulo 4 lie inside: 64 of 900.
        let scan = DrawnScan { x, y in x % 4 == 2 && y % 4 == 2 ? 255 : 100 }
        #expect(abs(try #require(scan.measured()["noise.spikes"]) - 100 * 64.0 / 900) < 0.01)
    }

    @Test func darkSpikesCountUpToTheNumberOfBrightOnes() throws {
        let dark = DrawnScan { x, y in x % 4 == 2 && y % 4 == 2 ? 0 : 100 }
        #expect(dark.measured()["noise.spikes"] == 0)
        // Of 64 spikes in a window every other one is white.
        let both = DrawnScan { x, y in x % 4 == 2 && y % 4 == 2 ? (x % 8 == 2 ? 255 : 0) : 100 }
        #expect(abs(try #require(both.measured()["noise.spikes"]) - 100 * 64.0 / 900) < 0.01)
    }

    @Test func fortyGreyIsNotYetASpikeAndFortyOneIs() throws {
        let forty = DrawnScan { x, y in x % 4 == 2 && y % 4 == 2 ? 240 : 200 }
        let more = DrawnScan { x, y in x % 4 == 2 && y % 4 == 2 ? 241 : 200 }
        #expect(forty.measured()["noise.spikes"] == 0)
        #expect(try #require(more.measured()["noise.spikes"]) > 7)
    }

    @Test func pairsAndMidGreyPeaksAreNoSpikes() {
        #expect(DrawnScan { x, y in x % 8 < 2 && y % 4 == 2 ? 255 : 100 }.measured()["noise.spikes"] == 0)
        #expect(DrawnScan { x, y in x % 4 == 2 && y % 4 == 2 ? 180 : 100 }.measured()["noise.spikes"] == 0)
    }

    @Test func zerosOfSpeckleAreHardlyEverSpikes() throws {
        #expect(try #require(DrawnScan.speckle.measured()["noise.spikes"]) < 0.05)
    }

    @Test func smallPictureIsNotMeasured() {
        #expect(DrawnScan(width: 64, height: 64) { _, _ in 90 }.measured()["noise.spikes"] == nil)
    }
}
