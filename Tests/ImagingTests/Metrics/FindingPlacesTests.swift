import Imaging
import Testing

/// Findings that have a place are marked there.
struct FindingPlacesTests {
    private func box(_ metric: String, _ measured: Measurements) throws -> [Double] {
        let outline = try #require(measured.marks.first { $0.metric == metric }?.outline, "\(metric) has no mark")
        let (columns, rows) = (outline.map(\.x), outline.map(\.y))
        return [columns.min() ?? 0, columns.max() ?? 0, rows.min() ?? 0, rows.max() ?? 0]
    }

    @Test("Lost penetration is marked from where it ends to the bottom")
    func penetration() throws {
        let measured = DrawnScan.speckle.map { grey, _, y in y < 256 ? grey : 2 }.measured()
        let end = try #require(measured["pen"]) / 100 * 512 - 0.5
        #expect(try box("pen", measured) == [-0.5, 511.5, end, 511.5])
        #expect(!DrawnScan.speckle.measured().marks.contains { $0.metric == "pen" })
    }

    @Test("Black within tissue is marked block by block, a corner of it left out")
    func black() throws {
        let measured = DrawnScan { x, y in
            (64..<160).contains(x) && (64..<160).contains(y) && !(x < 96 && y < 96) ? 0 : 100
        }.measured()
        let outline = try #require(measured.marks.first { $0.metric == "sat.lo" }?.outline)
        #expect(try box("sat.lo", measured) == [63.5, 159.5, 63.5, 159.5])
        #expect(outline.contains(PixelPoint(x: 95.5, y: 95.5)))
        #expect(!outline.contains(PixelPoint(x: 63.5, y: 63.5)))
        // Each block's edge once round: 12 · 4.
        #expect(outline.count == 48)
    }

    @Test("Haze is marked at its depth")
    func haze() throws {
        let measured = DrawnScan { x, y in x < 128 && y < 24 ? 220 : 90 }.measured()
        #expect(try box("near.haze", measured) == [-0.5, 127.5, 7.5, 23.5])
        #expect(!DrawnScan.speckle.measured().marks.contains { $0.metric == "near.haze" })
    }

    @Test("Of two cysts the darkest is marked, whose grey the gain is told by")
    func lumen() throws {
        let measured = DrawnScan { x, y in
            if (40..<80).contains(x) && (96..<136).contains(y) { return 30 }
            return (160..<208).contains(x) && (96..<144).contains(y) ? 10 : 120
        }.measured()
        #expect(try box("gain.lumen", measured) == [159.5, 207.5, 95.5, 143.5])
    }

    @Test("Depth below the last echoes is marked down to the scale's end")
    func beyond() throws {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 300 && x < 720 && y > 60 && y < 300 }
        for y in stride(from: 62, through: 542, by: 24) { screen.block(x: 760, y: y, width: 8, height: 2, grey: 200) }
        let box = try box("depth.beyond", ImagePipeline.examine(screen.image).measurements)
        #expect(abs(box[0] - 300) < 8 && abs(box[1] - 720) < 8)
        #expect(abs(box[2] - 300) < 6 && abs(box[3] - 542) < 4, "\(box)")
    }
}
