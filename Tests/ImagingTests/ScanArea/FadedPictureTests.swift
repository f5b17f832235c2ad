import Foundation
import Imaging
import Testing

/// Pictures most of which is as dark as the screen: what tells where they are is not where their echoes end.
@Suite("Scan area: pictures that fade into the screen") struct FadedPictureTests {
    private static let sector = DrawnFan(
        name: "sector",
        apexX: 400,
        apexY: 60,
        inner: 0,
        outer: 480,
        halfOpening: 44,
        shape: .sector
    )

    /// A sector of which the near half alone has echoes, on its right, with marks of depth along the right side.
    private static func ruled(marks: Int) -> DrawnScreen {
        var screen = DrawnScreen(width: 800, height: 600)
        screen.fill { x, y in sector.contains(x, y) && atan2(x - 400, y - 60) > -0.45 }
        screen.fade { x, y in (270 - hypot(x - 400, y - 60) - 20 * sin(x / 15)) / 120 }
        for mark in 0..<marks {
            let (angle, depth) = (44 * Double.pi / 180, 32 * Double(mark))
            screen.block(
                x: Int((400 + depth * sin(angle)).rounded()) - 1,
                y: Int((60 + depth * cos(angle)).rounded()) - 1,
                width: 3,
                height: 3,
                grey: 220
            )
        }
        screen.text(x: 20, y: 12, letters: 14)
        return screen
    }

    @Test("A scale along one side tells a faded sector's depth, and its other side")
    func sideRuler() throws {
        let finding = ScanAreaFinder.find(in: Self.ruled(marks: 15).image)
        #expect(finding.conditions.isEmpty)
        let area = try #require(finding.scanArea)
        #expect(area.shape == .sector)
        let found = agreement(of: area.outline, with: Self.sector.contains, width: 800, height: 600)
        #expect(found >= 0.9, "\(found)")
    }

    @Test("Where most of the scale is not seen it tells nothing: the sector is not drawn down to its last mark")
    func shortRuler() throws {
        let area = try #require(ScanAreaFinder.find(in: Self.ruled(marks: 12).image).scanArea)
        let corners = area.outline.map(\.y)
        let lowest = try #require(corners.max())
        #expect(lowest < 60 + 11 * 32)
    }

    /// Noise that comes up with depth in a fan of no echoes, on a share of the lines.
    private static func noise(on lines: ClosedRange<Double> = -1...1) -> DrawnScreen {
        var screen = DrawnScreen(width: 800, height: 600)
        for y in 0..<600 {
            for x in 0..<800 {
                let (dx, dy) = (Double(x) - 400, Double(y) - 50)
                let (depth, angle) = (hypot(dx, dy), atan2(dx, dy))
                guard depth > 300, depth <= 520, abs(angle) <= 0.75, lines.contains(angle) else { continue }
                let grey = 26 * min(1, (depth - 300) / 160)
                screen.pixels[y * 800 + x] = UInt8(grey + grey * Double(screen.random(100) - 50) / 100)
            }
        }
        screen.text(x: 20, y: 12, letters: 14)
        for tick in 0..<16 {
            screen.block(x: 760, y: 50 + tick * 34, width: tick % 5 == 0 ? 10 : 5, height: 2, grey: 200)
        }
        return screen
    }

    @Test("Noise at the far end of a fan and nothing before it is a probe in air, wherever its face is")
    func farNoise() {
        #expect(ScanAreaFinder.find(in: Self.noise().image).conditions == [.inAir])
    }

    @Test("Far echoes of some lines are none")
    func farEchoes() {
        let isInAir = ScanAreaFinder.find(in: Self.noise(on: -0.75...0.1).image).conditions.contains(.inAir)
        #expect(!isInAir)
    }

    @Test("A face on fluid shows by the smallest step above the screen")
    func faceOnFluid() throws {
        let fan = DrawnFan.typical[0]
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(fan.contains)
        screen.fade { x, y in (hypot(x - fan.apexX, y - fan.apexY) - fan.inner - 90) / 200 }
        for y in 0..<768 {
            for x in 0..<1024 where fan.contains(Double(x), Double(y)) {
                screen.pixels[y * 1024 + x] = max(screen.pixels[y * 1024 + x], UInt8(1 + screen.random(2)))
            }
        }
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions.isEmpty)
        let area = try #require(finding.scanArea)
        let found = agreement(of: area.outline, with: fan.contains, width: 1024, height: 768)
        #expect(found >= 0.95, "\(found)")
    }

    /// A linear probe's picture whose echoes end halfway down, with a pixel of noise here and there below.
    ///
    /// - Parameter columns: Where the noise is.
    private static func specked(_ columns: Range<Int>) -> DrawnScreen {
        var screen = DrawnScreen(width: 800, height: 600)
        screen.fill { x, y in x >= 250 && x < 550 && y >= 50 && y < 300 }
        screen.fade { _, y in (300 - y) / 60 }
        for y in 240..<530 {
            for x in columns where screen.random(25) == 0 {
                screen.pixels[y * 800 + x] = max(screen.pixels[y * 800 + x], UInt8(2 + screen.random(4)))
            }
        }
        screen.text(x: 20, y: 12, letters: 14)
        return screen
    }

    @Test("Single pixels of noise on all lines and none beside them are the picture's depth")
    func specks() throws {
        let area = try #require(ScanAreaFinder.find(in: Self.specked(250..<550).image).scanArea)
        #expect(abs(area.box.y + area.box.height - 530) <= 16)
    }

    @Test("Noise of the whole screen is no depth")
    func noisyScreen() throws {
        let area = try #require(ScanAreaFinder.find(in: Self.specked(0..<800).image).scanArea)
        #expect(area.box.y + area.box.height < 330)
    }
}

extension DrawnScreen {
    /// Makes everything darker by a factor of its place: black at 0 and below, as it was at 1 and above.
    fileprivate mutating func fade(_ factor: (Double, Double) -> Double) {
        for y in 0..<height {
            for x in 0..<width {
                let grey = Double(pixels[y * width + x]) * min(1, max(0, factor(Double(x), Double(y))))
                pixels[y * width + x] = UInt8(grey)
            }
        }
    }
}
