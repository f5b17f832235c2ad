import Imaging
import Testing

struct NearFieldHazeTests {
    @Test func flatWhiteHalfOfTheNearFieldIsHalf() {
        #expect(DrawnScan { x, y in x < 128 && y < 24 ? 220 : 90 }.measured()["near.haze"] == 50)
    }

    @Test func brightSpeckleIsNotHaze() {
        #expect(DrawnScan.speckle.map { grey, _, _ in grey + 70 }.measured()["near.haze"] ?? 100 < 10)
    }

    @Test func nearFieldOutsideThePictureIsNotMeasured() {
        #expect(MetricCatalog.measure(DrawnScan { _, _ in 90 }.input { _, y in y >= 24 })["near.haze"] == nil)
    }
}
