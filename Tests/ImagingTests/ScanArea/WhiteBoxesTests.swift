import Imaging
import Testing

@Suite("White boxes over names")
struct WhiteBoxesTests {
    /// Tissue all over.
    private static let tissue: DrawnScreen = {
        var screen = DrawnScreen(width: 600, height: 400)
        screen.fill { _, _ in true }
        return screen
    }()

    @Test("a box on the picture's edge is no saturated tissue")
    func box() throws {
        var screen = Self.tissue
        screen.block(x: 0, y: 0, width: 150, height: 22, grey: 255)
        let mask = try #require(ScanAreaFinder.find(in: screen.image).mask)
        #expect(!mask.contains(x: 30, y: 8) && !mask.contains(x: 146, y: 16))
        #expect(mask.contains(x: 180, y: 8) && mask.contains(x: 30, y: 40))
        #expect(mask.exclusions.contains(Exclusion.annotation.rawValue))
    }

    @Test("white tissue that ends round or lies within stays")
    func tissue() throws {
        var round = Self.tissue
        for y in 0..<60 {
            for x in 40..<160 where (x - 100) * (x - 100) + y * y < 3600 { round.pixels[y * 600 + x] = 255 }
        }
        var within = Self.tissue
        within.block(x: 200, y: 150, width: 120, height: 40, grey: 255)
        for (screen, x, y) in [(round, 100, 20), (within, 260, 170)] {
            let mask = try #require(ScanAreaFinder.find(in: screen.image).mask)
            #expect(mask.contains(x: x, y: y))
        }
    }
}
