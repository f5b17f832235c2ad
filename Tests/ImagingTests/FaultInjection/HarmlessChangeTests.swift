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
        #expect(HarmlessChange.all.count == 10)
        #expect(Set(HarmlessChange.all.map(\.id)).count == 10 && Set(HarmlessChange.all.map(\.name)).count == 10)
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
        let after = ImagePipeline.examine(try Self.change(id).apply(to: Self.screen))
        let area = try #require(after.scanArea)
        let own = try #require(before.scanArea)
        #expect(after.conditions == before.conditions && area.shape == own.shape)
        #expect(area.confidence >= ScanArea.surety && own.confidence >= ScanArea.surety)
        #expect(abs(area.box.width - own.box.width) <= 8 && abs(area.box.height - own.box.height) <= 8)
        for (metric, play) in [("gain.p50", 3.0), ("sat.lo", 2.5), ("contact.loss", 2), ("tgc.ratio", 0.1)] {
            let values = [before, after].map { $0.measurements.values[metric] ?? -1 }
            // Black at 8 lifts dark grey by nearly as much.
            let lifted = id == "raised_black" && metric == "gain.p50" ? 8.0 : 0
            #expect(abs(values[1] - values[0]) <= play + lifted, "\(metric) \(values)")
        }
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
