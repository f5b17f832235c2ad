import Imaging
import Testing

struct DepthWasteTests {
    @Test(arguments: [0, 32, 64, 128]) func emptyRowsBelowGiveTheirExactShare(rows: Int) {
        let measured = DrawnScan { _, y in y < 256 - rows ? 100 : 3 }.measured()
        #expect(measured["depth.waste"] == 100 * Double(rows) / 256)
        #expect(measured.marks.contains { $0.metric == "depth.waste" } == (rows > 0))
    }

    @Test func deepReflectorIsNotWaste() {
        let scan = DrawnScan { x, y in y < 100 || (y >= 230 && (100..<116).contains(x)) ? 100 : 3 }
        #expect(scan.measured()["depth.waste"] == 0)
    }

    @Test func fewRowsAreNotMeasured() {
        #expect(MetricCatalog.measure(DrawnScan { _, _ in 3 }.input { _, y in y < 100 })["depth.waste"] == nil)
    }
}
