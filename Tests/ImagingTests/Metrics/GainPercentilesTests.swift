import Imaging
import Testing

struct GainPercentilesTests {
    @Test func eachGreyLevelOnceGivesItsOwnPercentiles() {
        // Column x has the grey x: 256 samples of every level.
        let values = DrawnScan { x, _ in Double(x) }.measured()
        #expect(values["gain.p5"] == 12)
        #expect(values["gain.p95"] == 243)
    }

    @Test func tissueMedianLeavesFluidOut() {
        let values = DrawnScan { _, y in y < 160 ? 0 : 90 }.measured()
        #expect(values["gain.p50"] == 90)
        #expect(values["gain.p5"] == 0)
    }

    @Test func gainInDecibelsMovesAllThreeByItsGrey() {
        let clean = DrawnScan.speckle.measured()
        let louder = DrawnScan.speckle.map { grey, _, _ in grey + 6 * 4.25 }.measured()
        for id in ["gain.p5", "gain.p50", "gain.p95"] {
            #expect(abs((louder[id] ?? 0) - (clean[id] ?? 0) - 25.5) <= 1, "\(id)")
        }
    }

    @Test func moreGainIsNeverDarker() {
        let steps = [-40.0, -20, 0, 20, 40, 80].map { shift in
            DrawnScan.speckle.map { grey, _, _ in grey + shift }.measured()
        }
        for id in ["gain.p5", "gain.p50", "gain.p95"] { #expect(isRising(steps.map { $0[id] }), "\(id)") }
    }

    @Test func blackPictureHasADarkMedianNotNone() {
        #expect(DrawnScan { _, _ in 0 }.measured()["gain.p50"] == 0)
    }

    @Test func fewerThanAQuarterValidIsNotMeasured() {
        let measured = MetricCatalog.measure(DrawnScan { _, _ in 90 }.input { x, _ in x < 60 })
        #expect(measured["gain.p50"] == nil)
        #expect(measured["gain.p5"] == nil)
        #expect(measured["gain.p95"] == nil)
    }
}
