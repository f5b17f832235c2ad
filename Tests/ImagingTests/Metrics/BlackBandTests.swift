import Imaging
import Testing

struct BlackBandTests {
    /// Rows and columns of black (2) in grey (90).
    private func measured(_ rows: Range<Int>, columns: Range<Int> = 0..<256) -> Measurements {
        DrawnScan { x, y in rows.contains(y) && columns.contains(x) ? 2 : 90 }.measured()
    }

    @Test func bandFromSideToSideHasItsExactShareAndIsMarked() throws {
        let measured = measured(100..<132)
        #expect(measured["tgc.gap"] == 12.5)
        let outline = try #require(measured.marks.first { $0.metric == "tgc.gap" }?.outline)
        #expect(outline.map(\.y).min() == 99.5 && outline.map(\.y).max() == 131.5)
    }

    @Test func fluidThatEndsWithinThePictureIsNone() {
        #expect(measured(100..<132, columns: 0..<200)["tgc.gap"] == 0)
    }

    @Test func darkHalfDarkBottomAndDarkFaceAreNone() {
        #expect(measured(100..<180)["tgc.gap"] == 0)
        #expect(measured(200..<256)["tgc.gap"] == 0)
        #expect(measured(0..<8)["tgc.gap"] == 0)
    }

    @Test func seamsAreNone() {
        #expect(measured(100..<104)["tgc.gap"] == 0)
        // Above what stands below the picture.
        #expect(measured(228..<244)["tgc.gap"] == 0)
    }

    @Test func speckleHasNone() {
        #expect(DrawnScan.speckle.measured()["tgc.gap"] == 0)
    }
}
