import Foundation
import Imaging
import Testing

/// What spoils a picture's quality leaves its outline where it was.
@Suite("Scan area: compression, few grey levels and blur") struct DegradedPictureTests {
    /// A fan with darker and lighter parts on a black screen, smooth enough for blocks to lose all but their mean.
    private static func smoothFan(_ fan: DrawnFan) -> GreyPlane {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(fan.contains)
        for y in 0..<768 {
            for x in 0..<1024 where fan.contains(Double(x), Double(y)) {
                let wave = sin(Double(x) / 37) * cos(Double(y) / 29)
                let grain = Double(screen.pixels[y * 1024 + x]) - 90
                screen.pixels[y * 1024 + x] = UInt8(max(24, min(230, 105 + 55 * wave + 0.1 * grain)))
            }
        }
        return screen.image.luma
    }

    private static func picture(_ plane: GreyPlane) -> UltrasoundImage {
        UltrasoundImage(
            luma: plane,
            chroma: nil,
            facts: ImageFacts(format: .png, width: plane.width, height: plane.height)
        )
    }

    private static func expectFound(_ fan: DrawnFan, in image: UltrasoundImage) throws {
        let finding = ScanAreaFinder.find(in: image)
        #expect(finding.conditions.isEmpty, "\(fan.name): \(finding.conditions)")
        let area = try #require(finding.scanArea)
        let found = agreement(of: area.outline, with: fan.contains, width: 1024, height: 768)
        #expect(found >= 0.92, "\(fan.name): \(found), \(area.shape)")
    }

    @Test("Flat blocks of a strongly compressed picture are no panels of its screen", arguments: [5, 8])
    func compressed(quality: Int) throws {
        for fan in DrawnFan.typical.prefix(2) {
            try Self.expectFound(fan, in: Self.picture(Self.smoothFan(fan)).compressed(quality: quality))
        }
    }

    @Test("Flat patches of a picture with ten grey levels are no panels of its screen")
    func fewLevels() throws {
        for fan in DrawnFan.typical.prefix(2) {
            var plane = Self.smoothFan(fan)
            for index in plane.pixels.indices {
                plane.pixels[index] = UInt8((Double(plane.pixels[index]) / 25.6).rounded() * 25.6)
            }
            try Self.expectFound(fan, in: Self.picture(plane))
        }
    }

    @Test("A picture in which next to nothing bends from cell to cell is ultrasound if it does over a few of them")
    func smeared() throws {
        let fan = DrawnFan.typical[0]
        var screen = DrawnScreen(width: 1024, height: 768)
        for y in 0..<768 {
            for x in 0..<1024 where fan.contains(Double(x), Double(y)) {
                let wave = sin(Double(x) / 45) * cos(Double(y) / 38)
                screen.pixels[y * 1024 + x] = UInt8(110 + 25 * wave)
            }
        }
        #expect(!ScanAreaFinder.find(in: screen.image).conditions.contains(.notUltrasound))
    }

    @Test("A picture that has sunk to black on a screen of video black is found as a hole in it")
    func sunken() throws {
        let fan = DrawnFan.typical[0]
        var screen = DrawnScreen(width: 1024, height: 768, background: 9)
        screen.fill(fan.contains)
        for y in 0..<768 {
            for x in 0..<1024 where fan.contains(Double(x), Double(y)) {
                let grey = Int(screen.pixels[y * 1024 + x])
                screen.pixels[y * 1024 + x] = UInt8(max(0, grey - 130) / 16)
            }
        }
        screen.text(x: 20, y: 12, letters: 14)
        screen.text(x: 820, y: 12, letters: 12)
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.isSure && !finding.conditions.contains(.notUltrasound))
        let found = agreement(of: area.outline, with: fan.contains, width: 1024, height: 768)
        #expect(found >= 0.92, "\(found), \(area.shape)")
    }

    @Test("A picture copied from a sixth of its size is found where it was before its edges were smeared")
    func enlarged() throws {
        for fan in DrawnFan.typical.prefix(2) {
            var screen = DrawnScreen(width: 1024, height: 768)
            screen.fill(fan.contains)
            let copy = InjectedFault.upscaledCopy
            let image = screen.image
            let area = try #require(ScanAreaFinder.find(in: image).scanArea)
            for shape in copy.shapes {
                try Self.expectFound(
                    fan,
                    in: copy.inject(into: image, area: area, strength: 1, shape: shape, seed: 1)
                )
            }
        }
    }

    @Test("What is nearly black and shows nothing stays blank, and so does an even screen")
    func blank() {
        var screen = DrawnScreen(width: 400, height: 300, background: 10)
        for index in screen.pixels.indices { screen.pixels[index] += UInt8(screen.random(5)) }
        #expect(ScanAreaFinder.find(in: screen.image).conditions == [.blank])
    }
}
