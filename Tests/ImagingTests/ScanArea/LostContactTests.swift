import Foundation
import Imaging
import Testing

/// What is dark must stay in the scan area, or a lost contact would take itself out of what is graded.
@Suite("Scan area: dark lines and dark depth") struct LostContactTests {
    private static let fan = DrawnFan.typical[0]

    /// Line (0 left, 1 right) and depth (0 face, 1 end) of a point of `fan`.
    private static func place(_ x: Double, _ y: Double) -> (line: Double, depth: Double) {
        let deltaX = x - fan.apexX
        let deltaY = y - fan.apexY
        let opening = fan.halfOpening * .pi / 180
        return (
            (atan2(deltaX, deltaY) + opening) / (2 * opening),
            ((deltaX * deltaX + deltaY * deltaY).squareRoot() - fan.inner) / (fan.outer - fan.inner)
        )
    }

    private func expect(_ screen: DrawnScreen, _ least: Double, _ drawn: (Double, Double) -> Bool) throws {
        let area = try #require(ScanAreaFinder.find(in: screen.image).scanArea)
        let found = agreement(of: area.outline, with: drawn, width: screen.width, height: screen.height)
        #expect(found >= least, "\(found) of the drawn area, \(area.shape)")
    }

    @Test("Edge lines of a fan that are black altogether are found by symmetry", arguments: [0.15, 0.25, 0.35])
    func blackEdge(_ lost: Double) throws {
        for side in [false, true] {
            var screen = DrawnScreen(width: 1024, height: 768)
            screen.chrome()
            screen.fill { x, y in
                let line = Self.place(x, y).line
                return Self.fan.contains(x, y) && y > 48 && (side ? line < 1 - lost : line > lost)
            }
            try expect(screen, 0.94) { Self.fan.contains($0, $1) && $1 > 48 }
        }
    }

    @Test("Lines that show no more than the near field belong to the area", arguments: [0.2, 0.4])
    func nearFieldOnly(_ lost: Double) throws {
        let drawn: (Double, Double) -> Bool = { $0 >= 260 && $0 <= 740 && $1 >= 90 && $1 <= 690 }
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.chrome()
        screen.fill { x, y in drawn(x, y) && (x > 260 + lost * 480 || y < 112) }
        try expect(screen, 0.95, drawn)
    }

    @Test("Lines that show no more than even stripes of reverberation belong to the area")
    func reverberationOnly() throws {
        let drawn: (Double, Double) -> Bool = { $0 >= 260 && $0 <= 740 && $1 >= 90 && $1 <= 690 }
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.chrome()
        screen.fill { x, y in drawn(x, y) && x > 404 }
        for stripe in 0..<4 {
            screen.block(x: 260, y: 90 + 30 * stripe, width: 144, height: 9, grey: UInt8(180 - 40 * stripe))
        }
        try expect(screen, 0.95, drawn)
    }

    @Test("Noise of the receiver at depth belongs to the area, however long the darkness above it")
    func noiseAtDepth() throws {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { Self.fan.contains($0, $1) && Self.place($0, $1).depth < 0.45 }
        for y in 0..<768 {
            for x in 0..<1024 where Self.fan.contains(Double(x), Double(y)) {
                let depth = Self.place(Double(x), Double(y)).depth
                if depth > 0.7, screen.random(6) == 0 { screen.pixels[y * 1024 + x] = UInt8(10 + screen.random(30)) }
            }
        }
        try expect(screen, 0.94, Self.fan.contains)
    }

    @Test("A cropped picture that is black on a third of its width is graded with it or not at all")
    func blackCrop() throws {
        var screen = DrawnScreen(width: 600, height: 500)
        screen.fill { x, _ in x < 400 }
        #expect(ScanAreaFinder.find(in: screen.image).conditions == [.geometryUncertain])
        for y in 0..<500 { for x in 400..<600 where screen.random(4) == 0 { screen.pixels[y * 600 + x] = 12 } }
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions == [.geometryUncertain] || (finding.scanArea?.box.width ?? 0) > 570)
    }

    @Test("A line of text under a fan, and a mark at its corner, do not make it larger")
    func chromeBeside() throws {
        var fan = Self.fan
        fan.outer = 760
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(fan.contains)
        screen.text(x: 300, y: 700, letters: 40)
        screen.block(x: 370, y: 60, width: 16, height: 16, grey: 220)
        try expect(screen, 0.96, fan.contains)
    }

    @Test("A grey bar that stands off an upright picture is no lost line of it", arguments: [330, 400, 520])
    func greyBarBeside(_ bottom: Int) throws {
        var screen = DrawnScreen(width: 768, height: 576)
        screen.fill { x, y in x >= 92 && x < 717 && y >= 52 && y < Double(bottom) }
        for row in 0..<200 { screen.block(x: 734, y: 60 + row, width: 10, height: 1, grey: UInt8(243 - row * 6 / 5)) }
        screen.block(x: 0, y: 0, width: 768, height: 40, grey: 40)
        let finding = ScanAreaFinder.find(in: screen.image)
        let box = try #require(finding.scanArea).box
        #expect(finding.isSure)
        #expect(abs(box.x - 92) <= 2 && abs(box.x + box.width - 717) <= 2, "\(box)")
    }

    @Test("Columns of a fan that are black from the face down belong to it, at a side and in the middle")
    func blackColumns() throws {
        for (low, high) in [(0.0, 330.0), (694.0, 1024.0), (470.0, 540.0), (400.0, 470.0)] {
            var screen = DrawnScreen(width: 1024, height: 768)
            screen.chrome()
            screen.fill { x, y in Self.fan.contains(x, y) && y > 48 && !(x >= low && x < high) }
            try expect(screen, 0.94) { Self.fan.contains($0, $1) && $1 > 48 }
        }
    }

    @Test("Scan lines in the middle of a fan that are black altogether belong to it", arguments: [0.1, 0.3])
    func blackMiddle(_ lost: Double) throws {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.chrome()
        screen.fill { x, y in
            Self.fan.contains(x, y) && y > 48 && abs(Self.place(x, y).line - 0.45) > lost / 2
        }
        try expect(screen, 0.94) { Self.fan.contains($0, $1) && $1 > 48 }
    }

    @Test("A rectangle with a black part in it is one picture, and doubtful where it may be two")
    func blackPart() throws {
        let drawn: (Double, Double) -> Bool = { $0 >= 200 && $0 <= 800 && $1 >= 90 && $1 <= 690 }
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in drawn(x, y) && !(x > 340 && x < 440) }
        try expect(screen, 0.95, drawn)
        #expect(ScanAreaFinder.find(in: screen.image).conditions.isEmpty)
        screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in drawn(x, y) && !(x > 440 && x < 560) }
        #expect(ScanAreaFinder.find(in: screen.image).conditions == [.geometryUncertain])
    }

    @Test("Two fans side by side stay two pictures")
    func twoFans() throws {
        let left = DrawnFan(name: "", apexX: 260, apexY: -30, inner: 110, outer: 480, halfOpening: 30, shape: .convex)
        var right = left
        right.apexX = 760
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { left.contains($0, $1) || right.contains($0, $1) }
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions == [.dualLayout])
        let area = try #require(finding.scanArea)
        #expect(agreement(of: area.outline, with: left.contains, width: 1024, height: 768) >= 0.95)
    }
}
