import Foundation
import Imaging
import Testing

@Suite("Changes that must not matter")
struct HarmlessChangeTests {
    private static func change(_ id: String) throws -> HarmlessChange {
        try #require(HarmlessChange.all.first { $0.id == id })
    }

    /// A screen with a fan of tissue, a vessel without echoes in it and letters beside it.
    private static let screen: UltrasoundImage = {
        var screen = DrawnScreen(width: 640, height: 480)
        screen.fill { x, y in
            let (dx, dy) = (x - 320, y + 60)
            let radius = (dx * dx + dy * dy).squareRoot()
            return radius > 140 && radius < 500 && abs(atan2(dx, dy)) < 0.6
        }
        for y in 200..<250 {
            for x in 300..<350 { screen.pixels[y * 640 + x] = UInt8(screen.random(3)) }
        }
        screen.text(x: 20, y: 100, letters: 8)
        return screen.image
    }()

    @Test("ids and names are told once each")
    func identities() {
        #expect(HarmlessChange.all.count == 24)
        #expect(Set(HarmlessChange.all.map(\.id)).count == 24 && Set(HarmlessChange.all.map(\.name)).count == 24)
    }

    @Test("mirrored twice is the picture again, colour and all")
    func mirrored() throws {
        let change = try Self.change("mirrored")
        let once = try change.apply(to: FaultScene.image)
        #expect(once.luma != FaultScene.image.luma && once.chroma?.count == 37)
        let twice = try change.apply(to: once)
        #expect(twice.luma == FaultScene.image.luma && twice.chroma == FaultScene.image.chroma)
    }

    @Test(
        "a border leaves the picture in its middle",
        arguments: [("black_border", 0), ("grey_ground", 40), ("page", 235)]
    )
    func bordered(id: String, grey: Int) throws {
        let image = FaultScene.image
        let changed = try Self.change(id).apply(to: image)
        // 12 % and 6 % of 240, rounded up.
        #expect(changed.luma.width == 240 + 58 && changed.luma.height == 180 + 30)
        #expect(changed.facts.width == 298 && changed.facts.height == 210 && changed.chroma?.count == 37)
        #expect(changed.luma.pixels[0] == UInt8(grey) && changed.luma.pixels.last == UInt8(grey))
        for y in stride(from: 0, to: 180, by: 7) {
            let row = changed.luma.pixels[(y + 15) * 298 + 29..<(y + 15) * 298 + 269]
            #expect(Array(row) == Array(image.luma.pixels[y * 240..<(y + 1) * 240]))
        }
    }

    @Test("a black line lies between a white page and the picture")
    func lined() throws {
        let image = FaultScene.image
        let changed = try Self.change("page_line").changed(image)
        // Five pixels of line on every side.
        #expect(changed.image.luma.width == 298 + 10 && changed.image.luma.height == 210 + 10)
        let row = changed.image.luma.pixels[110 * 308..<111 * 308]
        #expect(Array(row.prefix(34)) == [UInt8](repeating: 235, count: 29) + [UInt8](repeating: 0, count: 5))
        #expect(changed.place.of(PixelPoint(x: 0, y: 0)) == PixelPoint(x: 34, y: 20))
    }

    @Test("a pixel is found where the change says that it lies", arguments: HarmlessChange.all.map(\.id))
    func placed(id: String) throws {
        // One bright patch in the middle, larger than what scaling smears.
        let (width, height) = (301, 223)
        var plane = GreyPlane(width: width, height: height, filledWith: 0)
        for y in 108...114 { for x in 94...100 { plane.pixels[y * width + x] = 120 } }
        let facts = ImageFacts(format: .png, width: width, height: height)
        let changed = try Self.change(id).changed(UltrasoundImage(luma: plane, chroma: nil, facts: facts))
        let middle = changed.place.of(PixelPoint(x: 97, y: 111))
        let reach = 4 * abs(changed.place.across)
        let luma = changed.image.luma
        func isLit(_ x: Double, _ y: Double) -> Bool {
            luma.pixels[Int(y.rounded()) * luma.width + Int(x.rounded())] >= 80
        }
        for shift in [-0.5, 0, 0.5] {
            #expect(isLit(middle.x + shift * reach, middle.y) && isLit(middle.x, middle.y + shift * reach))
        }
        for shift in [-1.8, 1.8] {
            #expect(!isLit(middle.x + shift * reach, middle.y) && !isLit(middle.x, middle.y + shift * reach))
        }
    }

    @Test("a coloured trace carries colour and a grey one none")
    func traced() throws {
        let grey = try Self.change("ecg").apply(to: Self.screen)
        let coloured = try Self.change("ecg_colour").apply(to: Self.screen)
        #expect(grey.chroma == nil && (coloured.chroma?.count ?? 0) > 640)
        // A line all the way across, in the strip alone.
        for x in stride(from: 0, to: 640, by: 20) {
            #expect((480..<grey.luma.height).contains { grey.luma.pixels[$0 * 640 + x] == 190 })
        }
        #expect(Array(grey.luma.pixels[0..<480 * 640]) == Self.screen.luma.pixels)
    }

    @Test("shades of a colour are a tint, warm or cold", arguments: [("sepia", true), ("blue", false)])
    func tinted(id: String, isWarm: Bool) throws {
        let changed = try Self.change(id).apply(to: Self.screen)
        let tint = try #require(ColourTint(luma: changed.luma, chroma: changed.chroma))
        #expect(tint.isTint && (tint.warm > 0.5) == isWarm)
    }

    @Test("boxes and a watermark lie on the edges alone", arguments: ["white_boxes", "watermark"])
    func marked(id: String) throws {
        let changed = try Self.change(id).apply(to: Self.screen)
        let different = (0..<640 * 480).filter { changed.luma.pixels[$0] != Self.screen.luma.pixels[$0] }
        #expect(!different.isEmpty && different.count < 640 * 480 / 20)
        #expect(different.allSatisfy { $0 / 640 < 48 || $0 / 640 >= 432 })
    }

    @Test(
        "a picture of any size is laid out, and the same twice",
        arguments: HarmlessChange.all.map(\.id),
        [(1, 1), (2, 9), (11, 40), (300, 2), (64, 64)]
    )
    func tiny(id: String, size: (width: Int, height: Int)) throws {
        let plane = GreyPlane(width: size.width, height: size.height, filledWith: 90)
        let facts = ImageFacts(format: .png, width: size.width, height: size.height)
        let image = UltrasoundImage(luma: plane, chroma: nil, facts: facts)
        let once = try Self.change(id).apply(to: image)
        let twice = try Self.change(id).apply(to: image)
        #expect(once.luma == twice.luma && once.chroma == twice.chroma)
        #expect(once.luma.width >= 1 && once.luma.height >= 1)
        #expect(once.facts.width == once.luma.width && once.facts.height == once.luma.height)
    }

    @Test("a title stands above the picture and has letters")
    func titled() throws {
        let image = Self.screen
        let changed = try Self.change("title_bar").apply(to: image)
        let top = changed.luma.height - image.luma.height
        #expect(top == 46)
        #expect(Array(changed.luma.pixels[(top * 640)...]) == image.luma.pixels)
        let bar = changed.luma.pixels[0..<34 * 640]
        #expect(bar.count { $0 == 74 } + bar.count { $0 == 230 } == bar.count && bar.contains(230))
    }

    @Test(
        "the scan area is the same afterwards, and so is what is measured in it",
        arguments: HarmlessChange.all.map(\.id)
    )
    func found(id: String) throws {
        let before = ImagePipeline.examine(Self.screen)
        let changed = try Self.change(id).changed(Self.screen)
        let after = ImagePipeline.examine(changed.image)
        let area = try #require(after.scanArea)
        let own = try #require(before.scanArea)
        #expect(after.conditions == before.conditions && area.shape == own.shape)
        #expect(area.confidence >= ScanArea.surety && own.confidence >= ScanArea.surety)
        let (across, down) = (abs(changed.place.across), changed.place.down)
        #expect(abs(Double(area.box.width) - across * Double(own.box.width)) <= 8 * across)
        #expect(abs(Double(area.box.height) - down * Double(own.box.height)) <= 8 * down)
        for (metric, play) in [("gain.p50", 3.0), ("sat.lo", 2.5), ("contact.loss", 2.0), ("tgc.ratio", 0.1)] {
            let values = [before, after].map { $0.measurements.values[metric] ?? -1 }
            // Black at 8 lifts dark grey by nearly as much, and so does a display's gamma.
            let lifts: [String: Double] = ["raised_black": 8, "gamma_lighter": 22, "gamma_darker": 22]
            let lift = metric == "gain.p50" ? lifts[id] ?? 0 : 0
            #expect(abs(values[1] - values[0]) <= play + lift, "\(metric) \(values)")
        }
    }

    @Test(
        "a picture cropped to its ultrasound is found where it lies",
        arguments: ["viewer", "side_panel", "title_bar", "ecg", "ecg_colour", "page_line", "white_boxes"]
    )
    func cropped(id: String) throws {
        var screen = DrawnScreen(width: 600, height: 400)
        screen.fill { _, _ in true }
        let changed = try Self.change(id).changed(screen.image)
        let area = try #require(ScanAreaFinder.find(in: changed.image).scanArea)
        let origin = changed.place.of(PixelPoint(x: 0, y: 0))
        #expect(area.confidence >= ScanArea.surety)
        #expect(abs(Double(area.box.x) - origin.x) <= 8 && abs(Double(area.box.y) - origin.y) <= 8)
        #expect(abs(area.box.width - 600) <= 12 && abs(area.box.height - 400) <= 12)
    }

    @Test("depth without echoes ends above the trace of a heart", arguments: ["ecg", "ecg_colour"])
    func faded(id: String) throws {
        // Echoes end raggedly, and below them it is black.
        var screen = DrawnScreen(width: 600, height: 400)
        screen.fill { x, y in y < 310 + 30 * sin(x / 25) }
        let own = try #require(ScanAreaFinder.find(in: screen.image).scanArea)
        #expect(own.box.height >= 396)
        let changed = try Self.change(id).apply(to: screen.image)
        let area = try #require(ScanAreaFinder.find(in: changed).scanArea)
        #expect(area.box.width == own.box.width && area.box.y == own.box.y)
        #expect((own.box.height - 8...own.box.height + 12).contains(area.box.height))
    }

    @Test(
        "Real screens keep their area under a title and within a frame",
        .enabled(if: GatheredPictures.arePresent, "../shared/data is absent: real pictures are not changed"),
        arguments: [("title_bar", "us-real/shoulder-tendon"), ("frame", "us-real/liver-annotated")]
    )
    func real(id: String, folder: String) throws {
        let change = try Self.change(id)
        let pictures = GatheredPictures.files(folder).compactMap(GatheredPictures.picture).prefix(12)
        #expect(pictures.count >= 11)
        for picture in pictures {
            let own = try #require(ScanAreaFinder.find(in: picture).scanArea)
            let finding = ScanAreaFinder.find(in: try change.apply(to: picture))
            let area = try #require(finding.scanArea)
            #expect(area.confidence >= ScanArea.surety && finding.conditions == [])
            #expect(abs(area.box.width - own.box.width) <= own.box.width / 20)
            #expect(abs(area.box.height - own.box.height) <= own.box.height / 20)
        }
    }
}
