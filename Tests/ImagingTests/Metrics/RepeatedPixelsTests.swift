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

    @Test func flatPictureIsNotMeasured() {
        #expect(DrawnScan { _, _ in 100 }.measured()["scale.repeats"] == nil)
    }
}
