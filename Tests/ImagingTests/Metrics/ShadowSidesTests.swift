import Imaging
import Testing

struct ShadowSidesTests {
    /// Tissue of grey 110 with dark bars from a depth on down to the bottom.
    private static func bars(_ lines: [Range<Int>], from depth: Int) -> Measurements {
        DrawnScan { x, y in y >= depth && lines.contains { $0.contains(x) } ? 11 : 110 }.measured()
    }

    @Test(arguments: [8, 24, 60, 116]) func barsOfWholeColumnsCountWithTheirShare(lines: Int) throws {
        let measured = Self.bars([100..<100 + lines], from: 80)
        #expect(abs(try #require(measured["shadow.sides"]) - 100 * Double(lines) / 256) < 0.01)
        let outline = try #require(measured.marks.first { $0.metric == "shadow.sides" }?.outline)
        #expect(outline.map(\.x).min() == 99.5 && outline.map(\.x).max() == Double(100 + lines) - 0.5)
        #expect(outline.map(\.y).min() == 79.5)
    }

    @Test func barThatIsHalfDarkCountsInPartAndIsMarkedAsAWhole() throws {
        // A little over six tenths of the grey beside it.
        let measured = DrawnScan { x, y in y >= 80 && (100..<160).contains(x) ? 68 : 110 }.measured()
        let value = try #require(measured["shadow.sides"])
        #expect(value > 2 && value < 0.5 * 100 * 60 / 256)
        let outlines = measured.marks.filter { $0.metric == "shadow.sides" }.map(\.outline)
        #expect(outlines.count == 1)
        #expect(outlines.first?.map(\.x).min() == 99.5 && outlines.first?.map(\.x).max() == 159.5)
    }

    @Test func whatLiesBetweenTwoShadowsIsNone() throws {
        let measured = Self.bars([60..<100, 160..<200], from: 60)
        #expect(abs(try #require(measured["shadow.sides"]) - 31.25) < 0.01)
        #expect(measured.marks.count { $0.metric == "shadow.sides" } == 2)
    }

    @Test func aBarAtTheRimHasOneSideOnly() {
        #expect(Self.bars([0..<60], from: 0)["shadow.sides"] == 0)
        #expect(Self.bars([200..<256], from: 80)["shadow.sides"] == 0)
    }

    @Test func cystWithBrightTissueBelowIsNoShadow() {
        let measured = DrawnScan { x, y in (90..<160).contains(x) && (60..<190).contains(y) ? 0 : 110 }.measured()
        #expect(measured["shadow.sides"] == 0)
    }

    @Test func speckleHasNoneAndDarknessEverywhereIsNone() {
        #expect(DrawnScan.speckle.measured()["shadow.sides"] == 0)
        #expect(DrawnScan { _, y in y > 120 ? 8 : 110 }.measured()["shadow.sides"] == 0)
        // Too dark for anything to be darker.
        #expect(DrawnScan { _, _ in 4 }.measured()["shadow.sides"] == nil)
    }

    @Test func softEdgesAndSpeckleLeaveTheShareNearlyRight() throws {
        let measured = DrawnScan.speckle.map { grey, x, y in
            let inside = max(0, min(1, (90 - abs(Double(x) - 256)) / 30 + 0.5))
            return y > 180 ? grey * (1 - 0.9 * inside) : grey
        }.clipped().measured()
        // 180 of 512 columns between the middles of the edges.
        #expect(abs(try #require(measured["shadow.sides"]) - 35) < 4)
    }
}
