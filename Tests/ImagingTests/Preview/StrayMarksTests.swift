import Imaging
import Testing

@Suite("Blind view: marks on the black of a cropped picture")
struct StrayMarksTests {
    private static let ground: UInt8 = 90

    /// A fan cropped so that it reaches all edges: tissue but for a black triangle in the upper right corner, with a word
    /// on the black, a word on the tissue, and a faint and a bright echo in a dark gap that the edge does not reach.
    private let grid: ColourGrid = {
        let letters = BlockFont.rows(of: "M")
        func isLetter(_ x: Int, _ y: Int, at corner: (Int, Int)) -> Bool {
            let (column, row) = (x - corner.0, y - corner.1)
            guard (0..<23).contains(column), (0..<7).contains(row), column % 6 < 5 else { return false }
            return letters[row] & (16 >> UInt8(column % 6)) != 0
        }
        return ColourGrid(width: 240, height: 200) { x, y in
            if isLetter(x, y, at: (200, 10)) || isLetter(x, y, at: (40, 100)) { return (230, 230, 230) }
            if x - y > 120 { return (0, 0, 0) }
            if (80..<120).contains(x), (40..<80).contains(y) {
                if x == 100, y == 60 { return (200, 200, 200) }
                return (0, 0, 0)
            }
            return (ground, ground, ground)
        }
    }()

    private func blind(_ shape: ScanArea.Shape) throws -> BlindPicture {
        let edges = [(0.0, 0.0), (239, 0), (239, 199), (0, 199)].map { PixelPoint(x: $0.0, y: $0.1) }
        return try BlindView.picture(
            of: .bytes(try grid.png()),
            outline: edges,
            shape: shape,
            isSure: true,
            maxWidth: 1000,
            maxHeight: 1000,
            limits: DecodingLimits()
        )
    }

    @Test("A word on a black corner is left out; a label on tissue and echoes in a dark gap stay")
    func corner() throws {
        let picture = try blind(.fullFrame)
        var changed = 0
        for y in 0..<200 {
            for x in 0..<240 {
                let isInCorner = x - y > 120
                let shown = picture.pixel(x: x, y: y)
                #expect(shown == (isInCorner ? [0, 0, 0] : grid.pixel(x, y)))
                if shown != grid.pixel(x, y) { changed += 1 }
            }
        }
        #expect(changed > 40)
    }

    @Test("Inside an outline of its own nothing is touched")
    func otherShapes() throws {
        #expect(try blind(.linear).rgb == grid.rgb)
    }
}
