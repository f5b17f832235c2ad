import Imaging
import Testing

struct GreyEntropyTests {
    @Test(arguments: [(1, 0.0), (2, 1), (16, 4), (256, 8)]) func evenLevelsGiveTheirLogarithm(levels: Int, bits: Double)
        throws
    {
        let value = try #require(DrawnScan { x, _ in Double(x * levels / 256) }.measured()["ent"])
        #expect(abs(value - bits) < 1e-5)
    }

    @Test func narrowerContrastNeverHasMore() {
        #expect(
            isRising(
                [0.1, 0.3, 0.6, 1].map { share in
                    DrawnScan.speckle.map { grey, _, _ in 130 + (grey - 130) * share }.measured()["ent"]
                }
            )
        )
    }

    @Test func fewerThanAQuarterValidIsNotMeasured() {
        #expect(MetricCatalog.measure(DrawnScan { _, _ in 9 }.input { _, y in y < 60 })["ent"] == nil)
    }
}
