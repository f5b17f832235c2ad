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
