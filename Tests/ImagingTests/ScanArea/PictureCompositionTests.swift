import Imaging
import Testing

@Suite("Several pictures on one canvas, and a picture on a page")
struct PictureCompositionTests {
    /// A canvas of one grey with granular rectangles on it, each a picture of its own.
    private static func canvas(_ width: Int, _ height: Int, ground: UInt8, _ boxes: [PixelBox]) -> DrawnScreen {
        var screen = DrawnScreen(width: width, height: height, background: ground)
        for (number, box) in boxes.enumerated() {
            var picture = DrawnScreen(width: box.width, height: box.height, seed: UInt64(number) + 3)
            let places = (0..<48).map { _ in Double(picture.random(70)) - 35 }
            // No two pictures have the edges of their parts in the same places.
            let (across, down) = (8 - number, 5 + number)
            for place in places.indices where place < across * down {
                let (left, top) = (place % across * box.width / across, place / across * box.height / down)
                picture.fill(mean: 90 + places[place]) { x, y in
                    x >= Double(left) && x < Double(left + box.width / across + 1) && y >= Double(top)
                        && y < Double(top + box.height / down + 1)
                }
            }
            for y in 0..<box.height {
                for x in 0..<box.width {
                    screen.pixels[(box.y + y) * width + box.x + x] = picture.pixels[y * box.width + x]
                }
            }
        }
        return screen
    }

    /// Between white gutters the level one is seen first at times, which is said as two pictures above each other.
    @Test("Four pictures with narrow gutters never pass as one", arguments: [4, 8, 15], [UInt8(0), 60, 255])
    func quad(gap: Int, ground: UInt8) {
        let boxes = [(0, 0), (1, 0), (0, 1), (1, 1)].map { place in
            PixelBox(x: place.0 * (400 + gap), y: place.1 * (300 + gap), width: 400, height: 300)
        }
        let screen = Self.canvas(800 + gap, 600 + gap, ground: ground, boxes)
        let conditions = ScanAreaFinder.find(in: screen.image).conditions
        #expect(conditions == [.quadLayout] || ground == 255 && conditions == [.stackedLayout])
    }

    @Test("Two pictures above each other are told as that", arguments: [4, 12, 30], [UInt8(0), 60, 255])
    func stack(gap: Int, ground: UInt8) {
        let boxes = [0, 300 + gap].map { PixelBox(x: 0, y: $0, width: 480, height: 300) }
        let screen = Self.canvas(480, 600 + gap, ground: ground, boxes)
        #expect(ScanAreaFinder.find(in: screen.image).conditions == [.stackedLayout])
    }

    @Test("Two fans above each other are told as that")
    func stackOfFans() {
        let upper = DrawnFan(name: "", apexY: -30, inner: 60, outer: 360, halfOpening: 35, shape: .convex)
        var screen = DrawnScreen(width: 1024, height: 760)
        screen.fill { x, y in upper.contains(x, y) || upper.contains(x, y - 370) }
        #expect(ScanAreaFinder.find(in: screen.image).conditions == [.stackedLayout])
    }

    @Test(
        "Two pictures with a narrow gutter never pass as one: the left one is measured, or none",
        arguments: [UInt8(60)]
    )
    func dual(ground: UInt8) {
        let boxes = [0, 404].map { PixelBox(x: $0, y: 0, width: 400, height: 360) }
        let finding = ScanAreaFinder.find(in: Self.canvas(804, 360, ground: ground, boxes).image)
        #expect(!finding.conditions.isEmpty)
        if let area = finding.scanArea, !finding.conditions.contains(.geometryUncertain) {
            #expect(area.shape == .dual && area.box.x <= 2 && abs(area.box.width - 400) <= 6)
        }
    }

    @Test("A line drawn across a picture parts nothing", arguments: [120, 240])
    func drawnLine(row: Int) throws {
        var screen = DrawnScreen(width: 480, height: 480)
        screen.fill { _, _ in true }
        for x in 0..<480 { screen.pixels[row * 480 + x] = 255 }
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions.isEmpty)
        let area = try #require(finding.scanArea)
        #expect(area.box.height >= 474)
    }

    @Test(
        "A fan on its black screen is found within a frame of any grey",
        arguments: [UInt8(25), 60, 128, 213, 255],
        [30, 90]
    )
    func framed(ground: UInt8, margin: Int) throws {
        let fan = DrawnFan.typical[0]
        var inner = DrawnScreen(width: 1024, height: 768)
        inner.fill { x, y in fan.contains(x, y) }
        let bare = try #require(ScanAreaFinder.find(in: inner.image).scanArea)
        var screen = DrawnScreen(width: 1024 + 2 * margin, height: 768 + 2 * margin, background: ground)
        for y in 0..<768 {
            for x in 0..<1024 {
                screen.pixels[(y + margin) * screen.width + x + margin] = inner.pixels[y * 1024 + x]
            }
        }
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions.isEmpty)
        #expect(area.shape == bare.shape)
        #expect(abs(area.box.x - margin - bare.box.x) <= 4 && abs(area.box.y - margin - bare.box.y) <= 4)
        #expect(abs(area.box.width - bare.box.width) <= 6 && abs(area.box.height - bare.box.height) <= 6)
        let mask = try #require(finding.mask)
        #expect(!mask.contains(x: margin / 2, y: margin / 2))
    }

    @Test("A fan cut out and laid on a white page is found", arguments: [UInt8(255), 213])
    func fanOnPage(ground: UInt8) throws {
        let fan = DrawnFan.typical[0]
        var screen = DrawnScreen(width: 1024, height: 768, background: ground)
        screen.fill { x, y in fan.contains(x, y) }
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions.isEmpty && area.shape == .convex && area.confidence >= ScanArea.surety)
    }

    @Test("A cropped picture whose lower part is black is one area down to its edge")
    func wastedDepth() throws {
        var screen = DrawnScreen(width: 560, height: 480)
        screen.fill { _, y in y < 260 }
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions.isEmpty)
        #expect(area.shape == .fullFrame && area.box.y + area.box.height >= 478)
    }
}
