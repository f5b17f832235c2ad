import Imaging
import Testing

/// Pictograms drawn beside, and at the edge of, a linear picture of columns 200…819 and rows 60…699.
struct BodyMarkTests {
    private func measured(_ draw: (inout DrawnScreen) -> Void) -> Measurements {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(mean: 70) { x, y in x > 200 && x < 820 && y > 60 && y < 700 }
        draw(&screen)
        return ImagePipeline.examine(screen.image).measurements
    }

    /// Sides of a trunk that bend in at the waist, ribs, navel and groin, 90 rows high.
    private func trunk(_ screen: inout DrawnScreen, x: Int, y: Int, rows: Int = 90) {
        for row in 0..<rows {
            let waist = abs(row - 45) / 9
            screen.block(x: x + 5 - waist, y: y + row, width: 2, height: 1, grey: 235)
            screen.block(x: x + 65 + waist, y: y + row, width: 2, height: 1, grey: 235)
        }
        for step in 0..<min(18, rows) {
            screen.block(x: x + 35 - step, y: y + 10 + step, width: 2, height: 1, grey: 235)
            screen.block(x: x + 36 + step, y: y + 10 + step, width: 2, height: 1, grey: 235)
        }
        if rows > 60 { screen.block(x: x + 34, y: y + 55, width: 4, height: 4, grey: 235) }
        // The probe.
        screen.block(x: x + 12, y: y + 30, width: 14, height: 3, grey: 235)
    }

    /// A breast: a circle of 2 pixels with its middle and a probe across the upper left.
    private func breast(_ screen: inout DrawnScreen, x: Int, y: Int) {
        for row in -32...32 {
            for column in -32...32 where (900...1024).contains(row * row + column * column) {
                screen.block(x: x + column, y: y + row, width: 1, height: 1, grey: 220)
            }
        }
        screen.block(x: x - 2, y: y - 2, width: 5, height: 5, grey: 220)
        screen.block(x: x - 20, y: y - 14, width: 14, height: 3, grey: 220)
    }

    @Test func trunkBesideThePictureIsFoundWhereItIs() throws {
        let measured = measured { trunk(&$0, x: 890, y: 560) }
        #expect(measured["mark.body"] == 1)
        let mark = try #require(measured.marks.first { $0.metric == "mark.body" })
        let (left, top) = (try #require(mark.outline.map(\.x).min()), try #require(mark.outline.map(\.y).min()))
        #expect(abs(left - 890) <= 4 && abs(top - 560) <= 4)
        #expect(abs(try #require(mark.outline.map(\.y).max()) - 650) <= 4)
    }

    @Test func circleWithAProbeIsFound() {
        #expect(measured { breast(&$0, x: 110, y: 600) }["mark.body"] == 1)
    }

    @Test func untouchedPictureHasNone() {
        #expect(measured { _ in }["mark.body"] == 0)
    }

    @Test func textScaleAndCalipersAreNone() {
        let measured = measured { screen in
            screen.chrome()
            for line in 0..<6 { screen.text(x: 850, y: 540 + 20 * line, letters: 9) }
            for x in [400, 520] {
                screen.block(x: x - 7, y: 299, width: 15, height: 2, grey: 255)
                screen.block(x: x - 1, y: 293, width: 2, height: 15, grey: 255)
            }
        }
        #expect(measured["mark.body"] == 0)
    }

    @Test func drawingInTheMiddleOfThePictureIsNone() {
        #expect(measured { trunk(&$0, x: 470, y: 330) }["mark.body"] == 0)
    }

    @Test func lopsidedAndFilledDrawingsAreNone() {
        let corner = measured { screen in
            screen.block(x: 900, y: 560, width: 2, height: 80, grey: 235)
            screen.block(x: 900, y: 638, width: 60, height: 2, grey: 235)
        }
        #expect(corner["mark.body"] == 0)
        #expect(measured { $0.block(x: 890, y: 560, width: 70, height: 80, grey: 235) }["mark.body"] == 0)
    }

    @Test func cutPictogramIsNone() {
        #expect(measured { trunk(&$0, x: 890, y: 560, rows: 30) }["mark.body"] == 0)
    }

    @Test func noUltrasoundNoValue() {
        #expect(MetricCatalog.measure(DrawnScan { _, _ in 90 }.input { _, _ in false })["mark.body"] == nil)
    }
}
