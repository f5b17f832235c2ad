import Imaging
import Testing

struct BlockContrastTests {
    @Test func halvesDifferByTheirGrey() {
        #expect(DrawnScan { x, _ in x < 128 ? 60 : 110 }.measured()["contrast"] == 50)
    }

    @Test func noiseAddsLittle() throws {
        let halves = DrawnScan { x, _ in x < 128 ? 60 : 110 }
        let noisy = try #require(halves.noisy(20).measured()["contrast"])
        // The mean of 64 samples with sd 20 has sd 2.5.
        #expect(noisy >= 50 && noisy < 62)
    }

    @Test func fewerThan256BlocksAreNotMeasured() {
        #expect(MetricCatalog.measure(DrawnScan { x, _ in Double(x) }.input { x, _ in x < 50 })["contrast"] == nil)
    }
}
