import Imaging
import Testing

@Suite("Scan area: corners that were blacked out") struct BlackedOutCornersTests {
    private static let square = [
        PixelPoint(x: 0, y: 0), PixelPoint(x: 10, y: 0), PixelPoint(x: 10, y: 10), PixelPoint(x: 0, y: 10),
    ]

    private static func quadrant(_ x: Double, _ y: Double, isRight: Bool, isBelow: Bool)
        -> BlackedOutCorners.Quadrant
    {
        BlackedOutCorners.Quadrant(x: x, y: y, isRight: isRight, isBelow: isBelow)
    }

    @Test("A square loses its lower right corner and gains two corners")
    func lowerRight() {
        let expected = [
            PixelPoint(x: 0, y: 0), PixelPoint(x: 10, y: 0), PixelPoint(x: 10, y: 7), PixelPoint(x: 6, y: 7),
            PixelPoint(x: 6, y: 10), PixelPoint(x: 0, y: 10),
        ]
        #expect(Self.quadrant(6, 7, isRight: true, isBelow: true).cut(from: Self.square) == expected)
    }

    @Test("A square loses the corner that it begins at")
    func upperLeft() {
        let expected = [
            PixelPoint(x: 4, y: 3), PixelPoint(x: 4, y: 0), PixelPoint(x: 10, y: 0), PixelPoint(x: 10, y: 10),
            PixelPoint(x: 0, y: 10), PixelPoint(x: 0, y: 3),
        ]
        #expect(Self.quadrant(4, 3, isRight: false, isBelow: false).cut(from: Self.square) == expected)
    }

    @Test("A strip at one side is no corner, and nothing is cut")
    func strip() {
        #expect(Self.quadrant(6, -1, isRight: true, isBelow: true).cut(from: Self.square) == Self.square)
        #expect(Self.quadrant(20, 20, isRight: true, isBelow: true).cut(from: Self.square) == Self.square)
        #expect(Self.quadrant(6, 7, isRight: true, isBelow: true).cut(from: []).isEmpty)
    }

    @Test("The outline goes around a rectangle laid over a corner, and no pixel of it is measured")
    func drawn() throws {
        let whole: (Double, Double) -> Bool = { $0 >= 150 && $0 < 470 && $1 >= 60 && $1 < 400 }
        var screen = DrawnScreen(width: 640, height: 480)
        screen.fill(whole)
        screen.block(x: 370, y: 310, width: 100, height: 90, grey: 0)
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions.isEmpty)
        let area = try #require(finding.scanArea)
        let found = agreement(
            of: area.outline,
            with: { whole($0, $1) && !($0 >= 370 && $1 >= 310) },
            width: 640,
            height: 480
        )
        #expect(found >= 0.97, "\(found)")
        let mask = try #require(finding.mask)
        for y in stride(from: 312, to: 400, by: 8) {
            for x in stride(from: 372, to: 470, by: 8) { #expect(!mask.contains(x: x, y: y)) }
        }
    }

    @Test("Lines lost at one side over the whole depth are no blacked-out corner")
    func lostLines() throws {
        var screen = DrawnScreen(width: 600, height: 500)
        screen.fill { x, y in x < 450 || y < 20 }
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(area.outline.count == 4)
    }
}
