import Imaging
import Testing

struct LowSaturationTests {
    @Test func blackSquareInTissueGivesItsExactShare() {
        let measured = DrawnScan { x, y in (64..<128).contains(x) && (64..<128).contains(y) ? 0 : 100 }.measured()
        #expect(measured["sat.lo"] == 6.25)
    }

    @Test func voidBelowAllTissueDoesNotCount() {
        #expect(DrawnScan { _, y in y < 128 ? 100 : 0 }.measured()["sat.lo"] == 0)
    }

    @Test func lessGainIsNeverLessBlack() {
        #expect(
            isRising(
                [0.0, 40, 60, 80, 100].map { shift in
                    DrawnScan.speckle.map { grey, _, _ in grey - shift }.measured()["sat.lo"]
                }
            )
        )
    }

    @Test func pictureWithoutTissueIsNotMeasured() {
        #expect(DrawnScan { x, y in x < 16 && y < 16 ? 200 : 0 }.measured()["sat.lo"] == nil)
    }
}
