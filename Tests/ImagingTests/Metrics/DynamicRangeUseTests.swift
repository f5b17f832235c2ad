import Imaging
import Testing

struct DynamicRangeUseTests {
    @Test func eachGreyLevelOnceUses251() {
        // 1 % of 65,536 is the 656th sample, in level 2; 99 % the 64,881st, in level 253.
        #expect(DrawnScan { x, _ in Double(x) }.measured()["dr.use"] == 251)
    }

    @Test(arguments: [0.3, 0.5, 0.7]) func lowContrastUsesItsShare(share: Double) throws {
        let clean = try #require(DrawnScan.speckle.measured()["dr.use"])
        let low = DrawnScan.speckle.map { grey, _, _ in 130 + (grey - 130) * share }
        #expect(abs(try #require(low.measured()["dr.use"]) - clean * share) <= 2)
    }

    @Test func fewerThanAQuarterValidIsNotMeasured() {
        #expect(MetricCatalog.measure(DrawnScan { x, _ in Double(x) }.input { x, _ in x < 60 })["dr.use"] == nil)
    }
}
