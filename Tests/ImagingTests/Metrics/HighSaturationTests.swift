import Imaging
import Testing

struct HighSaturationTests {
    @Test func whiteSquareGivesItsExactShareAndABox() throws {
        let measured = DrawnScan { x, y in (64..<96).contains(x) && (64..<96).contains(y) ? 255 : 100 }.measured()
        #expect(measured["sat.hi"] == 1.5625)
        let marks = measured.marks.filter { $0.metric == "sat.hi" }
        #expect(marks.count == 1)
        let outline = try #require(marks.first?.outline)
        #expect(outline.map(\.x).min() == 63.5 && outline.map(\.x).max() == 95.5)
        #expect(outline.map(\.y).min() == 63.5 && outline.map(\.y).max() == 95.5)
    }

    @Test func specularLinesAreNormal() {
        let measured = DrawnScan { x, y in y == 100 || y == 101 || (y == 180 && x > 40) ? 255 : 100 }.measured()
        #expect(measured["sat.hi"] == 0)
    }

    @Test func scatteredWhitePixelsAreNormal() {
        #expect(DrawnScan { x, y in (x * 7 + y * 13) % 29 == 0 ? 255 : 100 }.measured()["sat.hi"] == 0)
    }

    @Test func machineThatClipsAt235IsJudgedByThat() throws {
        let measured = DrawnScan.speckle.map { grey, x, y in
            min(235, (150..<250).contains(x) && (150..<250).contains(y) ? 240 : grey)
        }.measured()
        #expect(abs(try #require(measured["sat.hi"]) - 3.8147) < 0.2)
    }

    @Test func moreGainIsNeverLessSaturated() {
        #expect(
            isRising(
                [0.0, 40, 70, 100, 130, 160].map { shift in
                    DrawnScan.speckle.map { grey, _, _ in grey + shift }.measured()["sat.hi"]
                }
            )
        )
    }

    @Test func fewerThanAQuarterValidIsNotMeasured() {
        #expect(MetricCatalog.measure(DrawnScan { _, _ in 255 }.input { x, _ in x < 60 })["sat.hi"] == nil)
    }
}
