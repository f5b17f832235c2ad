import Imaging
import Testing

struct SpeckleSizeTests {
    @Test func uncorrelatedPixelsAreOnePixelWide() throws {
        #expect(abs(try #require(SpeckleSpectrum.width(SIMD16(repeating: 3))) - 1) < 1e-4)
        #expect(SpeckleSpectrum.width(SIMD16(repeating: 0)) == nil)
        // Power in the longest wave alone: (1 + 2 cos(π lag / 16)) / 3 over the window's overlap is 0.5057 at 8 pixels and
        // 0.3454 at 9, far beyond the table.
        var power = SIMD16<Float>()
        power[0] = 1
        let widest = try #require(SpeckleSpectrum.width(power))
        #expect(abs(widest - 16.07) < 0.01 && SpeckleSpectrum.made(good: widest) == nil)
    }

    @Test func lossOfAWindowIsMadeGoodBetweenTheTablesLinesAndNotBeyond() throws {
        #expect(try #require(SpeckleSpectrum.made(good: 1)).width == 1)
        let middle = try #require(SpeckleSpectrum.made(good: (7.42 + 8.41) / 2))
        #expect(abs(middle.width - (8.91 + 10.69) / 2) < 1e-3 && abs(middle.deviation - 0.821) < 1e-3)
        #expect(SpeckleSpectrum.made(good: 9.2) == nil)
    }

    @Test func gaussianSmoothingGivesTheWidthOfTheory() throws {
        // Complex noise smoothed with σ has the intensity correlation exp(−τ² / 2σ²); the covariance of its logarithms is
        // the dilogarithm of that, which is half of its value at 1 where the correlation is 0.6727: τ = σ √(2 · 0.3965).
        let measured = DrawnScan.speckle.measured()
        let theory = { (sigma: Double) in 2 * sigma * (2 * 0.3965).squareRoot() }
        #expect(abs(try #require(measured["spk.across"]) / theory(3) - 1) < 0.1)
        #expect(abs(try #require(measured["spk.down"]) / theory(1.6) - 1) < 0.1)
    }

    @Test func shareOfThePictureIsTheWidthOverItsSize() throws {
        let measured = DrawnScan.speckle.measured()
        let down = try #require(measured["spk.down"])
        #expect(abs(try #require(measured["spk.downpart"]) - 100 * down / 512) < 1e-9)
        let across = try #require(measured["spk.across"])
        #expect(abs(try #require(measured["spk.acrosspart"]) - 100 * across / 512) < 1e-9)
    }

    @Test func blurMakesGrainLarger() {
        let sizes = [0, 0.8, 1.6, 2.4].map { DrawnScan.speckle.blurred(across: $0 + 0.01, down: $0 + 0.01).measured() }
        #expect(isRising(sizes.map { $0["spk.down"] }))
        #expect(isRising(sizes.map { $0["spk.across"] }))
    }

    @Test func withoutTissueThereIsNoGrain() {
        let measured = DrawnScan(width: 512, height: 512) { _, _ in 0 }.measured()
        #expect(measured["spk.down"] == nil && measured["spk.across"] == nil)
        #expect(measured["spk.downpart"] == nil && measured["spk.acrosspart"] == nil)
    }
}
