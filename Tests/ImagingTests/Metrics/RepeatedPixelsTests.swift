import Imaging
import Testing

struct RepeatedPixelsTests {
    @Test(arguments: [2, 3, 4]) func enlargingByCopyingGivesTheShareOfCopies(factor: Int) throws {
        let scan = DrawnScan(width: 512, height: 512) { x, y in
            DrawnScan.speckle.grey[(y / factor) * 512 + x / factor]
        }
        // Of 31 pairs in a window 1 − 1/k are copies, give or take where the window starts.
        let value = try #require(scan.measured()["scale.repeats"])
        #expect(abs(value - 100 * (1 - 1 / Double(factor))) < 4)
    }

    @Test func copiesInOneDirectionOnlyAreNotEnlarging() throws {
        let lines = DrawnScan(width: 512, height: 512) { x, y in DrawnScan.speckle.grey[(y / 2) * 512 + x] }
        #expect(try #require(lines.measured()["scale.repeats"]) < 1)
    }

    @Test func speckleHasNone() throws {
        #expect(try #require(DrawnScan.speckle.measured()["scale.repeats"]) < 1)
    }

    @Test(arguments: [10, 20, 40]) func flatBlocksOfStrongCompressionAreNoCopies(quality: Int) throws {
        let soft = DrawnScan.speckle.blurred(2).plane
        let bytes = try JPEGEncoder.encode(soft, quality: quality)
        let plane = try ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits()).luma
        #expect(MetricCatalog.measure(DrawnScan.input(plane: plane))["scale.repeats"] == nil)
    }

    @Test func eightGreyLevelsAreNoCopies() {
        let levels = DrawnScan.speckle.map { grey, _, _ in (grey / 32).rounded() * 32 }
        #expect(levels.clipped().measured()["scale.repeats"] == nil)
    }

    @Test func flatPictureIsNotMeasured() {
        #expect(DrawnScan { _, _ in 100 }.measured()["scale.repeats"] == nil)
    }
}
