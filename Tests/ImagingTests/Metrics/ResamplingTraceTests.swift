import Imaging
import Testing

struct ResamplingTraceTests {
    /// Bilinear enlargement by a factor, 512 × 512, of speckle that is about as coarse as that of real pictures.
    private func enlarged(_ factor: Double) -> DrawnScan {
        let source = DrawnScan.speckle.blurred(1)
        return DrawnScan(width: 512, height: 512) { x, y in
            let column = Double(x) / factor
            let row = Double(y) / factor
            let left = Int(column)
            let top = Int(row)
            let across = column - Double(left)
            let down = row - Double(top)
            func grey(_ x: Int, _ y: Int) -> Double { source.grey[min(511, y) * 512 + min(511, x)] }
            let upper = grey(left, top) * (1 - across) + grey(left + 1, top) * across
            let lower = grey(left, top + 1) * (1 - across) + grey(left + 1, top + 1) * across
            return upper * (1 - down) + lower * down
        }.clipped()
    }

    @Test(arguments: [1.43, 1.7, 2.5, 3.3]) func enlargingLeavesALine(factor: Double) throws {
        #expect(try #require(enlarged(factor).measured()["scale.period"]) > 22)
    }

    @Test func blurLeavesNone() throws {
        #expect(try #require(DrawnScan.speckle.blurred(1.5).measured()["scale.period"]) < 16)
    }

    @Test func enlargingOneWayOnlyIsAnotherFault() throws {
        let source = DrawnScan.speckle.blurred(1)
        let wider = DrawnScan(width: 512, height: 512) { x, y in
            let column = Double(x) / 1.7
            let left = Int(column)
            let across = column - Double(left)
            return source.grey[y * 512 + left] * (1 - across) + source.grey[y * 512 + min(511, left + 1)] * across
        }
        #expect(try #require(wider.measured()["scale.period"]) < 20)
    }

    @Test func textureTooFineToBeEnlargedIsNotLookedAt() {
        #expect(DrawnScan.speckle.noisy(8).measured()["scale.period"] == nil)
    }

    @Test func flatPictureIsNotMeasured() {
        #expect(DrawnScan { _, _ in 80 }.measured()["scale.period"] == nil)
    }
}
