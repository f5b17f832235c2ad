import Foundation
import Imaging
import Testing

/// Reverberation of the probe's face and nothing else, where no outline can be told.
struct AirArcsTests {
    @Test(
        "A simulated probe in air is told so with every probe and on every screen, never graded",
        arguments: ProbeShape.allCases,
        [ChromeStyle.none, .classic, .slate, .navy, .handheld]
    )
    func simulated(probe: ProbeShape, style: ChromeStyle) throws {
        var recipe = PhantomRecipe(anatomy: .liver)
        recipe.probe = probe
        recipe.width = 800
        recipe.height = 600
        recipe.chrome.style = style
        recipe.faults = [try ImageFault(.inAir, strength: 1)]
        let image = try ImageDecoder.decode(.bytes(try recipe.fileBytes()), limits: DecodingLimits())
        #expect(ImagePipeline.scanArea(of: image).conditions == [.inAir])
    }

    /// Arcs about a centre, alike on all lines, with something else added.
    private func arcs(bands: Int = 4, centre: (x: Double, y: Double) = (400, -150), face: Double = 210) -> DrawnScreen {
        var screen = DrawnScreen(width: 800, height: 600)
        for y in 0..<600 {
            for x in 0..<800 {
                let (dx, dy) = (Double(x) - centre.x, Double(y) - centre.y)
                guard dy > 0, abs(atan2(dx, dy)) < 0.6 else { continue }
                let depth = hypot(dx, dy) - face
                let band = Int((depth / 16).rounded(.down))
                guard depth >= 0, band < bands, depth - Double(band) * 16 < 5 else { continue }
                screen.pixels[y * 800 + x] = UInt8(220 - 40 * band)
            }
        }
        return screen
    }

    private func isInAir(_ screen: DrawnScreen) -> Bool {
        ScanAreaFinder.find(in: screen.image).conditions.contains(.inAir)
    }

    @Test("Arcs that grow weaker, with letters and a ruler around, are a probe in air")
    func weakeningArcs() {
        var screen = arcs()
        screen.chrome()
        let isFound = isInAir(screen)
        #expect(isFound)
    }

    @Test("Arcs with echoes below, or different from line to line, are none")
    func tissue() {
        var below = arcs()
        below.fill(mean: 50) { x, y in
            hypot(x - 400, y + 150) > 420 && hypot(x - 400, y + 150) < 700 && abs(x - 400) < 180
        }
        let belowIsFound = isInAir(below)
        #expect(!belowIsFound)

        var uneven = arcs()
        for y in 0..<600 {
            for x in 0..<800 where uneven.pixels[y * 800 + x] > 0 {
                let place = (x / 14 + y / 6) % 3
                uneven.pixels[y * 800 + x] = place == 0 ? 240 : UInt8(uneven.random(30))
            }
        }
        let unevenIsFound = isInAir(uneven)
        #expect(!unevenIsFound)
    }

    @Test(
        "Layers of tendon and muscle so dark that little else is left are none",
        .enabled(if: GatheredPictures.arePresent, "../shared/data is absent: no real picture is darkened"),
        arguments: [64, 80, 96, 112]
    )
    func darkLayers(_ darker: Int) {
        let findings = GatheredPictures.files("us-real/shoulder-tendon").compactMap(GatheredPictures.picture)
            .map { picture in
                let pixels = picture.luma.pixels.map { UInt8(max(0, Int($0) - darker)) }
                let plane = GreyPlane(width: picture.luma.width, height: picture.luma.height, pixels: pixels)
                return ScanAreaFinder.find(
                    in: UltrasoundImage(luma: plane, chroma: picture.chroma, facts: picture.facts)
                )
            }
        #expect(findings.count >= 10)
        #expect(findings.allSatisfy { !$0.conditions.contains(.inAir) })
    }

    @Test("A single arc, and the lines of a form, are none")
    func lines() {
        let single = isInAir(arcs(bands: 1))
        #expect(!single)
        var form = DrawnScreen(width: 800, height: 600)
        for row in 0..<3 {
            form.block(x: 100, y: 120 + 40 * row, width: 600, height: 2, grey: 200)
            form.text(x: 110, y: 100 + 40 * row, letters: 12)
        }
        let formIsFound = isInAir(form)
        #expect(!formIsFound)
    }
}
