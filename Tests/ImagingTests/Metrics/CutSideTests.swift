import Imaging
import Testing

/// Black on one side of a picture that is cropped to the ultrasound.
struct CutSideTests {
    /// What is measured of a picture of 400 × 300 that has its scan area in these columns and rows.
    private func measured(
        columns: Range<Int>,
        rows: Range<Int> = 0..<300,
        isDrawn: Bool = true,
        shape: ScanArea.Shape = .fullFrame,
        confidence: Double = 1,
        _ grey: (_ x: Int, _ y: Int) -> Double = { _, _ in 0 }
    ) -> Measurements {
        let input = DrawnScan(width: 400, height: 300) { x, y in
            isDrawn && columns.contains(x) && rows.contains(y) ? ((x + y) % 2 == 0 ? 110 : 90) : grey(x, y)
        }.input()
        let area = ScanArea(
            shape: shape,
            box: PixelBox(x: columns.lowerBound, y: rows.lowerBound, width: columns.count, height: rows.count),
            confidence: confidence,
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

    @Test("Beside the corner of a fan a screen is black, beside a wall of grey lines are lost")
    func fan() {
        let corner = measured(columns: 80..<400, isDrawn: false, shape: .convex) { x, y in
            x - 80 > abs(y - 150) ? 100 : 0
        }
        #expect(corner["contact.cut"] == nil)
        #expect(measured(columns: 80..<400, shape: .convex)["contact.cut"] == 20)
        #expect(measured(columns: 80..<400, shape: .linear)["contact.cut"] == 20)
        #expect(measured(columns: 0..<400, shape: .convex)["contact.cut"] == nil)
    }

    @Test("Black lines in the middle count where the area beside them is not sure and the picture goes on behind them")
    func middle() {
        let goesOn: (Int, Int) -> Double = { x, _ in x >= 230 ? 100 : 0 }
        #expect(measured(columns: 0..<160, confidence: 0.5, goesOn)["contact.cut"] == 17.5)
        #expect(measured(columns: 0..<160, confidence: 1, goesOn)["contact.cut"] == nil)
        // Two pictures side by side lie closer together.
        #expect(measured(columns: 0..<160, confidence: 0.5) { x, _ in x >= 180 ? 100 : 0 }["contact.cut"] == nil)
        // A screen that ends in black.
        #expect(
            measured(columns: 0..<160, confidence: 0.5) { x, _ in (230..<360).contains(x) ? 100 : 0 }["contact.cut"]
                == nil
        )
    }

    @Test("A line along the picture's edge is a frame")
    func frame() {
        #expect(measured(columns: 0..<320) { x, _ in x == 396 ? 200 : 0 }["contact.cut"] == 20)
    }

    @Test("Black above a picture that is cropped to the ultrasound counts, as a share of the height, and is marked")
    func near() throws {
        let measured = measured(columns: 0..<400, rows: 45..<300)
        #expect(measured["tgc.cut"] == 15)
        let outline = try #require(measured.marks.first { $0.metric == "tgc.cut" }?.outline)
        #expect(outline.map(\.y).min() == -0.5 && outline.map(\.y).max() == 44.5)
        #expect(self.measured(columns: 0..<400)["tgc.cut"] == 0)
        #expect(self.measured(columns: 80..<400, rows: 45..<300)["tgc.cut"] == nil)
        #expect(self.measured(columns: 0..<400, rows: 45..<260)["tgc.cut"] == nil)
        // A title is the screen's.
        #expect(
            self.measured(columns: 0..<400, rows: 45..<300) { x, y in y < 24 && x < 80 ? 180 : 0 }["tgc.cut"] == nil
        )
    }

    @Test("Letters and a panel beside the ultrasound are the screen's")
    func panel() {
        #expect(measured(columns: 80..<400) { x, _ in x < 40 ? 60 : 0 }["contact.cut"] == nil)
        // A mark of 16 × 16 pixels is 1 % of what lies between.
        #expect(measured(columns: 80..<400) { x, y in x < 16 && y < 16 ? 200 : 0 }["contact.cut"] == 20)
    }
}
