import Imaging
import Testing

struct ClippedBlackTests {
    /// Grey blocks of which the first columns of each are black: exact shares.
    private func striped(_ black: Int, every: Int = 1) -> Double? {
        DrawnScan { x, _ in x / 8 % every == 0 && x % 8 < black ? 0 : 100 }.measured()["sat.clip"]
    }

    @Test func blocksWithMoreThanAQuarterAtBlackCount() {
        #expect(striped(2) == 0)
        #expect(striped(3) == 100)
        #expect(striped(3, every: 4) == 25)
    }

    @Test func fluidIsBlackAllOverAndDoesNotCount() {
        #expect(DrawnScan { x, y in x < 128 && y < 128 ? 0 : 100 }.measured()["sat.clip"] == 0)
    }

    @Test func lessGainIsNeverLessCutOff() {
        #expect(
            isRising(
                [0.0, 60, 90, 120].map { shift in
                    DrawnScan.speckle.map { grey, _, _ in grey - shift }.measured()["sat.clip"]
                }
            )
        )
    }

    @Test func whatLiesOutsideOfTheUltrasoundDoesNotMatter() {
        let scan = DrawnScan.speckle.map { grey, _, _ in grey - 120 }
        let inside = scan.measured()["sat.clip"] ?? 0
        let wider = scan.map { grey, x, _ in x < 128 ? 0 : grey }.measured()["sat.clip"] ?? 0
        #expect(inside > 12 && abs(inside - wider) < 8)
    }

    @Test func blackPictureIsNotMeasured() {
        #expect(DrawnScan { _, _ in 0 }.measured()["sat.clip"] == nil)
    }
}
