import Imaging
import Testing

/// Black on one side of a picture that is cropped to the ultrasound.
struct CutSideTests {
    /// What is measured of a picture of 400 × 300 that has its scan area in these columns and rows.
    private func measured(
        columns: Range<Int>,
        rows: Range<Int> = 0..<300,
        shape: ScanArea.Shape = .fullFrame,
        _ grey: (_ x: Int, _ y: Int) -> Double = { _, _ in 0 }
    ) -> Measurements {
        let input = DrawnScan(width: 400, height: 300) { x, y in
            columns.contains(x) && rows.contains(y) ? ((x + y) % 2 == 0 ? 110 : 90) : grey(x, y)
        }.input()
        let area = ScanArea(
            shape: shape,
            box: PixelBox(x: columns.lowerBound, y: rows.lowerBound, width: columns.count, height: rows.count),
            confidence: 1,
            geometry: input.area.geometry,
            outline: input.area.outline
        )
        return MetricCatalog.measure(
            MetricInput(image: input.image, area: area, mask: input.mask, polar: input.polar)
        )
    }

    @Test("What is black on the left or on the right counts, as a share of the width, and is marked")
    func black() throws {
        for (columns, from, to) in [(80..<400, -0.5, 79.5), (0..<320, 319.5, 399.5)] {
            let measured = measured(columns: columns)
            #expect(measured["contact.cut"] == 20)
            let outline = try #require(measured.marks.first { $0.metric == "contact.cut" }?.outline)
            #expect(outline.map(\.x).min() == from && outline.map(\.x).max() == to)
            #expect(outline.map(\.y).min() == -0.5 && outline.map(\.y).max() == 299.5)
        }
    }

    @Test("An area that fills the picture, and one beside a narrow border, has lost nothing")
    func whole() {
        #expect(measured(columns: 0..<400)["contact.cut"] == 0)
        #expect(measured(columns: 12..<400)["contact.cut"] == 0)
    }

    @Test("A scanner's screen is black on more than one side")
    func screen() {
        #expect(measured(columns: 80..<320)["contact.cut"] == nil)
        #expect(measured(columns: 80..<400, rows: 40..<300)["contact.cut"] == nil)
        #expect(measured(columns: 80..<400, rows: 0..<260)["contact.cut"] == nil)
    }

    @Test("Beside a fan a screen is black")
    func fan() {
        #expect(measured(columns: 80..<400, shape: .convex)["contact.cut"] == nil)
        #expect(measured(columns: 80..<400, shape: .linear)["contact.cut"] == 20)
    }

    @Test("Letters and a panel beside the ultrasound are the screen's")
    func panel() {
        #expect(measured(columns: 80..<400) { x, _ in x < 40 ? 60 : 0 }["contact.cut"] == nil)
        // A mark of 16 × 16 pixels is 1 % of what lies between.
        #expect(measured(columns: 80..<400) { x, y in x < 16 && y < 16 ? 200 : 0 }["contact.cut"] == 20)
    }
}
