import Foundation
import Imaging
import Testing

/// Pictures that darkness or a line has cut in pieces, and screens on which nothing is flat.
@Suite("Scan area: pictures in pieces")
struct PicturePiecesTests {
    private static let fan = DrawnFan.typical[0]

    private func found(_ spoil: (inout DrawnScreen) -> Void) -> ScanAreaFinding {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in Self.fan.contains(x, y) }
        spoil(&screen)
        return ScanAreaFinder.find(in: screen.image)
    }

    @Test("Fluid that lies across all lines of a fan leaves one fan", arguments: [0.35, 0.5, 0.65])
    func fluid(depth: Double) throws {
        let fan = Self.fan
        let middle = fan.apexY + fan.inner + depth * (fan.outer - fan.inner)
        let finding = found { screen in
            for y in 0..<768 {
                for x in 0..<1024 {
                    // Slanting, as vessels lie.
                    let row = middle + 0.15 * (Double(x) - 512)
                    if abs(Double(y) - row) < 22 { screen.pixels[y * 1024 + x] = 0 }
                }
            }
        }
        #expect(finding.conditions.isEmpty)
        let area = try #require(finding.scanArea)
        #expect(agreement(of: area.outline, with: fan.contains, width: 1024, height: 768) >= 0.95)
    }

    @Test("Black columns in the middle part no picture in two", arguments: [2, 5, 9])
    func columns(width: Int) throws {
        var recipe = PhantomRecipe(anatomy: .breast)
        recipe.chrome.style = .cropped
        let plane = try recipe.render().grey
        var screen = DrawnScreen(width: plane.width, height: plane.height)
        screen.pixels = plane.pixels
        screen.block(x: plane.width / 2, y: 0, width: width, height: plane.height, grey: 0)
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions.isEmpty)
        let area = try #require(finding.scanArea)
        #expect(area.box.width >= plane.width * 98 / 100)
    }

    @Test("A white line of three pixels across the middle leaves one picture")
    func line() {
        var screen = DrawnScreen(width: 640, height: 480)
        screen.fill { _, _ in true }
        // Bright and dark lines, as tissue leaves them below it.
        for y in 0..<480 {
            for x in 0..<640 {
                let gain = 0.7 + 0.3 * sin(Double(x) / 37)
                screen.pixels[y * 640 + x] = UInt8(gain * Double(screen.pixels[y * 640 + x]))
            }
        }
        screen.block(x: 0, y: 240, width: 640, height: 3, grey: 255)
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(!finding.conditions.contains(.stackedLayout))
    }

    @Test("A screen that is noisy all over is no ultrasound", arguments: [8, 16, 28])
    func noise(deviation: Int) throws {
        var recipe = PhantomRecipe(anatomy: .breastLesion)
        (recipe.width, recipe.height) = (720, 576)
        recipe.faults = [try ImageFault(.noise, strength: Double(deviation))]
        let picture = try recipe.render()
        let image = UltrasoundImage(
            luma: picture.grey,
            chroma: nil,
            facts: ImageFacts(format: .png, width: 720, height: 576)
        )
        let area = try #require(ScanAreaFinder.find(in: image).scanArea)
        let truth = recipe.scanOutline
        #expect(
            agreement(
                of: area.outline,
                with: { x, y in polygon(truth, contains: (x, y)) },
                width: 720,
                height: 576
            ) >= 0.9
        )
    }
}

/// Echoes that end before the picture does: the scale beside it tells how deep it was set to be.
@Suite("Scan area: depth told by the scale")
struct SetDepthTests {
    @Test("Depth without echoes belongs to the area as far as the scale goes", arguments: [ProbeShape.convex, .linear])
    func wasted(probe: ProbeShape) throws {
        var recipe = PhantomRecipe(anatomy: probe == .convex ? .liver : .breast)
        recipe.probe = probe
        recipe.seed = 5
        (recipe.width, recipe.height) = (1024, 768)
        recipe.chrome.style = .classic
        recipe.faults = [try ImageFault(.wastedDepth, strength: 0.4)]
        let picture = try recipe.render()
        let image = UltrasoundImage(
            luma: picture.grey,
            chroma: nil,
            facts: ImageFacts(format: .png, width: 1024, height: 768)
        )
        let finding = ScanAreaFinder.find(in: image)
        #expect(finding.conditions.isEmpty)
        let area = try #require(finding.scanArea)
        let truth = recipe.scanOutline
        let found = agreement(
            of: area.outline,
            with: { x, y in polygon(truth, contains: (x, y)) },
            width: 1024,
            height: 768
        )
        #expect(found >= 0.9)
    }

    @Test("Dots along a side tell where the side is and how deep the picture is", arguments: [false, true])
    func dots(isLeft: Bool) throws {
        let whole = DrawnFan(name: "", apexY: 40, inner: 4, outer: 640, halfOpening: 42, shape: .sector)
        var screen = DrawnScreen(width: 1024, height: 768)
        // Echoes end at two thirds of the depth, raggedly, and the lines of the other side have lost contact.
        screen.fill { x, y in
            let lean = atan2(isLeft ? x - 512 : 512 - x, y - 40) * 180 / .pi
            let radius = ((x - 512) * (x - 512) + (y - 40) * (y - 40)).squareRoot()
            return whole.contains(x, y) && radius < 400 + 14 * sin(lean / 3) && (lean < 24 || radius < 110)
        }
        let lean = 42 * Double.pi / 180
        for step in 1...14 {
            let radius = Double(step) * 44
            let x = 512 + (isLeft ? -1 : 1) * radius * sin(lean)
            screen.block(x: Int(x) - 2, y: Int(40 + radius * cos(lean)) - 1, width: 4, height: 3, grey: 220)
        }
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions.isEmpty)
        let area = try #require(finding.scanArea)
        #expect(agreement(of: area.outline, with: whole.contains, width: 1024, height: 768) >= 0.9)
    }
}
