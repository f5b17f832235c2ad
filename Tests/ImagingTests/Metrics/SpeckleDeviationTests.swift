import Imaging
import Testing

struct SpeckleDeviationTests {
    @Test func flatSpectrumHasTheVarianceOfItsPower() {
        #expect(abs(SpeckleSpectrum.variance(SIMD16(repeating: 7)) - 7) < 1e-5)
        // Bin 1 stands for −1, 0 and 1, bin 6 for −6 and 6; the last is its own mirror image.
        for (bin, times) in [(1, 3), (6, 2), (16, 1)] {
            var power = SIMD16<Float>()
            power[bin - 1] = 32
            #expect(SpeckleSpectrum.variance(power) == Float(times))
        }
    }

    @Test func logarithmicSpeckleHasTheDeviationOfTheory() throws {
        // (20 / ln 10) · π / √24 = 5.57 dB at 255 grey for 60 dB.
        let theory = 5.57 * 255 / 60
        let measured = try #require(DrawnScan.speckle.measured()["spk.sigma"])
        #expect(abs(measured / theory - 1) < 0.08)
    }

    @Test func brightnessDoesNotChangeItAndContrastDoes() throws {
        let usual = try #require(DrawnScan.speckle.measured()["spk.sigma"])
        let half = DrawnScan.speckle.map { grey, _, _ in 60 + grey / 2 }.measured()
        let dark = DrawnScan.speckle.map { grey, _, _ in 20 + grey / 2 }.measured()
        #expect(abs(try #require(half["spk.sigma"]) / usual - 0.5) < 0.02)
        #expect(abs(try #require(dark["spk.sigma"]) / usual - 0.5) < 0.02)
        // Beside the range of grey nothing has changed.
        let share = try #require(DrawnScan.speckle.measured()["spk.share"])
        #expect(abs(try #require(half["spk.share"]) / share - 1) < 0.05)
    }

    @Test(arguments: [4, 9]) func looksAveragedTakeTheirSquareRootOff(looks: Int) throws {
        // Pixels far apart in one picture are independent, so shifted copies are looks of the same tissue.
        let side = DrawnScan.speckle.width
        let averaged = DrawnScan.speckle.map { _, x, y in
            (0..<looks).reduce(0.0) { sum, look in
                sum + DrawnScan.speckle.grey[(y + look * 53) % side * side + (x + look * 47) % side]
            } / Double(looks)
        }
        let one = try #require(DrawnScan.speckle.measured()["spk.sigma"])
        let many = try #require(averaged.measured()["spk.sigma"])
        #expect(abs(many / one * Double(looks).squareRoot() - 1) < 0.06)
    }

    @Test func layersWithoutGrainAndBlackAreNotMeasured() {
        let black = DrawnScan(width: 512, height: 512) { _, _ in 0 }.measured()
        #expect(black["spk.sigma"] == nil && black["spk.share"] == nil)
        // Upright edges: all of the variance lies across, none in the columns.
        let layers = DrawnScan(width: 512, height: 512) { x, _ in x / 16 % 2 == 0 ? 60 : 160 }.measured()
        #expect(layers["spk.sigma"] == nil)
    }
}
