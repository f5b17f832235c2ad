import Imaging
import Testing

struct GreyLevelsTests {
    /// All levels from 20 to 219, evenly.
    private static let even = DrawnScan { x, y in Double(20 + (x * 3 + y * 7) % 200) }

    @Test func evenRampCountsEveryLevelOnceAndHasNoGaps() {
        let measured = Self.even.measured()
        #expect(measured["levels"] == 200)
        #expect(measured["levels.gap"] == 0)
    }

    @Test(arguments: [64, 32, 16]) func posterisedSpeckleHasItsFewLevels(count: Int) throws {
        let step = Double(256 / count)
        let measured = DrawnScan.speckle.map { grey, _, _ in (grey / step).rounded(.down) * step }.measured()
        let levels = try #require(measured["levels"])
        let gap = try #require(measured["levels.gap"])
        #expect(levels <= Double(count) && levels >= Double(count) / 2)
        #expect(abs(gap - 100 * (1 - 1 / step)) < 4)
    }

    @Test func stretchedContrastLeavesAComb() throws {
        let measured = DrawnScan.speckle.map { grey, _, _ in (grey.rounded() - 130) * 1.5 + 130 }.measured()
        // Three new levels for two old ones.
        #expect(abs(try #require(measured["levels.gap"]) - 33.33) < 3)
    }

    @Test func fewPixelsAreNotMeasured() {
        let measured = DrawnScan(width: 100, height: 100) { x, _ in Double(x) }.measured()
        #expect(measured["levels"] == nil)
        #expect(measured["levels.gap"] == nil)
    }
}
