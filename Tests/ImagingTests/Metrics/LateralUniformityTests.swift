import Imaging
import Testing

struct LateralUniformityTests {
    @Test func evenLinesHaveNoVariation() {
        #expect(DrawnScan { _, _ in 100 }.measured()["lat.cv"] == 0)
    }

    @Test func halvesOf50And150HaveAHalf() throws {
        let value = try #require(DrawnScan { x, _ in x < 128 ? 50 : 150 }.measured()["lat.cv"])
        #expect(abs(value - 0.5) < 1e-6)
    }

    @Test func widerShadowIsNeverMoreEven() {
        #expect(
            isRising(
                [0, 26, 51, 102].map { width in
                    DrawnScan.speckle.map { grey, x, _ in x / 2 < width ? 5 : grey }.measured()["lat.cv"]
                }
            )
        )
    }

    @Test func fewLinesAreNotMeasured() {
        #expect(MetricCatalog.measure(DrawnScan { _, _ in 90 }.input { x, _ in x < 60 })["lat.cv"] == nil)
    }
}
