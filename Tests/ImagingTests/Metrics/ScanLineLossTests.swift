import Imaging
import Testing

struct ScanLineLossTests {
    @Test(arguments: [16, 26, 51, 77, 102]) func darkEdgeLinesAreContactLossOfTheirExactShare(lines: Int) throws {
        let measured = DrawnScan { x, _ in x < lines ? 2 : 110 }.measured()
        #expect(measured["contact.loss"] == 100 * Double(lines) / 256)
        #expect(measured["shadow.frac"] == 0)
        let outline = try #require(measured.marks.first { $0.metric == "contact.loss" }?.outline)
        #expect(outline.map(\.x).max() == Double(lines) - 0.5)
    }

    @Test(arguments: [12, 26, 51, 77]) func darkLinesBelowAReflectorAreShadowOfTheirExactShare(lines: Int) throws {
        let measured = DrawnScan { x, y in
            (100..<100 + lines).contains(x) && y >= 80 ? 4 : 110
        }.measured()
        #expect(measured["shadow.frac"] == 100 * Double(lines) / 256)
        #expect(measured["contact.loss"] == 0)
        let outline = try #require(measured.marks.first { $0.metric == "shadow.frac" }?.outline)
        #expect(outline.map(\.y).min() == 79.5)
    }

    @Test func onSpeckleTheShareIsRightWithinTwoPercent() throws {
        for width in [10, 20, 30, 40] {
            let measured = DrawnScan.speckle.map { grey, x, y in
                x >= 120 && x < 120 + width * 512 / 100 && y > 150 ? grey - 100 : grey
            }.measured()
            #expect(abs(try #require(measured["shadow.frac"]) - Double(width)) < 2)
        }
    }

    @Test func cleanSpeckleHasNeither() {
        let measured = DrawnScan.speckle.measured()
        #expect(measured["shadow.frac"] == 0)
        #expect(measured["contact.loss"] == 0)
    }

    @Test func cystWithBrightTissueBelowIsNoShadow() {
        let measured = DrawnScan { x, y in
            (90..<160).contains(x) && (60..<190).contains(y) ? 0 : 110
        }.measured()
        #expect(measured["shadow.frac"] == 0)
        #expect(measured["contact.loss"] == 0)
    }

    @Test func patchBlackedOutByHandIsNotJudged() {
        let scan = DrawnScan { x, _ in x < 60 ? 0 : 110 }
        let measured = MetricCatalog.measure(scan.input { x, _ in x >= 60 })
        #expect(measured["contact.loss"] == 0)
        #expect(measured["shadow.frac"] == 0)
    }

    @Test func linesThatAreLeftOutFromTopToBottomBetweenOthersAreContactLoss() throws {
        let scan = DrawnScan { x, _ in (100..<148).contains(x) ? 0 : 110 }
        let measured = MetricCatalog.measure(scan.input { x, _ in !(100..<148).contains(x) })
        #expect(measured["contact.loss"] == 18.75)
        // What hides a part of the depth only, letters or a box of colour, says nothing of contact.
        let covered = MetricCatalog.measure(scan.input { x, y in !(100..<148).contains(x) || y < 64 })
        #expect(covered["contact.loss"] == 0)
        // And so does a caliper's line.
        let narrow = MetricCatalog.measure(scan.input { x, _ in !(100..<106).contains(x) })
        #expect(try #require(narrow["contact.loss"]) < 18.75)
    }

    @Test func darkPictureIsNotMeasured() {
        let measured = DrawnScan { _, y in y < 40 ? 90 : 3 }.measured()
        #expect(measured["contact.loss"] == nil)
        #expect(measured["shadow.frac"] == nil)
    }
}
