import Foundation
import Imaging
import Testing

/// A fan as a transducer draws it.
struct DrawnFan: CustomTestStringConvertible, Sendable {
    var name: String
    var apexX = 512.0
    var apexY: Double
    var inner: Double
    var outer: Double
    var halfOpening: Double
    var shape: ScanArea.Shape

    var testDescription: String { name }

    func contains(_ x: Double, _ y: Double) -> Bool {
        let deltaX = x - apexX
        let deltaY = y - apexY
        let radius = (deltaX * deltaX + deltaY * deltaY).squareRoot()
        guard radius >= inner, radius <= outer else { return false }
        return abs(atan2(deltaX, deltaY)) <= halfOpening * .pi / 180
    }

    static let typical = [
        DrawnFan(name: "abdominal convex", apexY: -110, inner: 200, outer: 800, halfOpening: 32, shape: .convex),
        DrawnFan(name: "shallow convex", apexY: -500, inner: 580, outer: 1100, halfOpening: 25, shape: .convex),
        DrawnFan(name: "wide convex", apexY: -20, inner: 110, outer: 650, halfOpening: 40, shape: .convex),
        DrawnFan(name: "phased 90°", apexY: 70, inner: 0, outer: 620, halfOpening: 45, shape: .sector),
        DrawnFan(name: "phased 75°", apexY: 60, inner: 12, outer: 640, halfOpening: 37.5, shape: .sector),
        DrawnFan(name: "endocavity 130°", apexY: 100, inner: 70, outer: 480, halfOpening: 65, shape: .convex),
        DrawnFan(name: "narrow", apexY: -200, inner: 280, outer: 900, halfOpening: 15, shape: .convex),
        DrawnFan(name: "off centre", apexX: 430, apexY: -60, inner: 150, outer: 720, halfOpening: 28, shape: .convex),
    ]
}

@Suite("Scan area: drawn screens") struct DrawnScanAreaTests {
    @Test("A fan is found as it was drawn", arguments: DrawnFan.typical)
    func fan(_ fan: DrawnFan) throws {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(fan.contains)
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions.isEmpty)
        #expect(area.shape == fan.shape)
        #expect(area.confidence >= ScanArea.surety)
        #expect(agreement(of: area.outline, with: fan.contains, width: 1024, height: 768) >= 0.97)
        #expect(area.outline.count <= 64)
        guard case .fan(let apexX, _, _, let outer, let start, let end) = area.geometry else {
            Issue.record("a fan has a fan's geometry")
            return
        }
        #expect(abs(apexX - fan.apexX) < 8)
        #expect(abs(outer - fan.outer) < 0.03 * fan.outer)
        #expect(abs((end - start) * 90 / .pi - fan.halfOpening) < 1.5)
    }

    @Test("A fan's sides are found to a fifth of a degree, whatever the degree they lean", arguments: 20...33)
    func sides(halfOpening: Int) throws {
        let fan = DrawnFan(
            name: "",
            apexY: -110,
            inner: 200,
            outer: 800,
            halfOpening: Double(halfOpening),
            shape: .convex
        )
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(fan.contains)
        let area = try #require(ScanAreaFinder.find(in: screen.image).scanArea)
        guard case .fan(_, _, _, _, let start, let end) = area.geometry else {
            Issue.record("a fan has a fan's geometry")
            return
        }
        #expect(abs((end - .pi / 2) * 180 / .pi - fan.halfOpening) < 0.2)
        #expect(abs((.pi / 2 - start) * 180 / .pi - fan.halfOpening) < 0.2)
    }

    @Test("Chrome around a fan changes its area by less than one per cent", arguments: DrawnFan.typical)
    func chrome(_ fan: DrawnFan) throws {
        var bare = DrawnScreen(width: 1024, height: 768)
        let drawn: (Double, Double) -> Bool = { fan.contains($0, $1) && $1 > 48 && $0 > 36 && $0 < 890 }
        bare.fill(drawn)
        var dressed = DrawnScreen(width: 1024, height: 768)
        dressed.chrome()
        dressed.fill(drawn)
        let plain = try #require(ScanAreaFinder.find(in: bare.image).scanArea)
        let finding = ScanAreaFinder.find(in: dressed.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions.isEmpty)
        let inPlain: (Double, Double) -> Bool = { polygon(plain.outline, contains: ($0, $1)) }
        #expect(agreement(of: area.outline, with: inPlain, width: 1024, height: 768) >= 0.99)
    }

    @Test("A grey background is background", arguments: [UInt8(8), 20, 40])
    func greyBackground(_ level: UInt8) throws {
        let fan = DrawnFan.typical[0]
        var screen = DrawnScreen(width: 1024, height: 768, background: level)
        screen.fill(mean: 110, fan.contains)
        let area = try #require(ScanAreaFinder.find(in: screen.image).scanArea)
        #expect(area.confidence >= ScanArea.surety)
        #expect(agreement(of: area.outline, with: fan.contains, width: 1024, height: 768) >= 0.97)
    }

    @Test("A shadow along one side of a fan does not move its outline")
    func shadowAtSide() throws {
        let fan = DrawnFan.typical[0]
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in
            // The left fifth of the lines is black below the near field.
            let angle = atan2(x - fan.apexX, y - fan.apexY) * 180 / .pi
            let radius = ((x - fan.apexX) * (x - fan.apexX) + (y - fan.apexY) * (y - fan.apexY)).squareRoot()
            return fan.contains(x, y) && (angle > -20 || radius < 270)
        }
        let area = try #require(ScanAreaFinder.find(in: screen.image).scanArea)
        #expect(area.confidence >= ScanArea.surety)
        #expect(agreement(of: area.outline, with: fan.contains, width: 1024, height: 768) >= 0.96)
    }

    @Test("A window that cuts a fan's corners off is part of the outline")
    func cutCorners() throws {
        let fan = DrawnFan.typical[0]
        let drawn: (Double, Double) -> Bool = { fan.contains($0, $1) && $0 > 200 && $0 < 824 && $1 < 640 }
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(drawn)
        let area = try #require(ScanAreaFinder.find(in: screen.image).scanArea)
        #expect(area.confidence >= ScanArea.surety)
        #expect(agreement(of: area.outline, with: drawn, width: 1024, height: 768) >= 0.97)
    }

    @Test("A rectangle, a parallelogram and a trapezoid are found as drawn")
    func straightShapes() throws {
        let rectangle: (Double, Double) -> Bool = { $0 >= 260 && $0 <= 740 && $1 >= 90 && $1 <= 690 }
        let steered: (Double, Double) -> Bool = { x, y in
            let shift = (y - 90) * 0.25
            return x >= 220 + shift && x <= 640 + shift && y >= 90 && y <= 690
        }
        let trapezoid: (Double, Double) -> Bool = { x, y in
            let spread = (y - 90) * 0.3
            return x >= 360 - spread && x <= 660 + spread && y >= 90 && y <= 690
        }
        for (drawn, shape) in [(rectangle, ScanArea.Shape.linear), (steered, .linear), (trapezoid, .trapezoid)] {
            var screen = DrawnScreen(width: 1024, height: 768)
            screen.chrome()
            screen.fill(drawn)
            let finding = ScanAreaFinder.find(in: screen.image)
            let area = try #require(finding.scanArea)
            #expect(finding.conditions.isEmpty)
            #expect(area.shape == shape)
            #expect(agreement(of: area.outline, with: drawn, width: 1024, height: 768) >= 0.97)
        }
    }

    @Test(
        "Ultrasound up to all edges is a full frame, whatever the size",
        arguments: [(64, 64), (301, 257), (800, 600)]
    )
    func fullFrame(_ width: Int, _ height: Int) throws {
        var screen = DrawnScreen(width: width, height: height)
        screen.fill { _, _ in true }
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions.isEmpty)
        #expect(area.shape == .fullFrame)
        #expect(agreement(of: area.outline, with: { _, _ in true }, width: width, height: height) >= 0.97)
    }

    @Test("Moving the picture moves the box", arguments: [(-60, 12), (40, -8), (97, 31)])
    func shift(_ deltaX: Int, _ deltaY: Int) throws {
        func box(_ x: Double, _ y: Double) throws -> PixelBox {
            var fan = DrawnFan.typical[0]
            fan.apexX += x
            fan.apexY += y
            fan.outer = 760
            var screen = DrawnScreen(width: 1024, height: 768)
            screen.fill(fan.contains)
            return try #require(ScanAreaFinder.find(in: screen.image).scanArea).box
        }
        let here = try box(0, 0)
        let there = try box(Double(deltaX), Double(deltaY))
        #expect(abs(there.x - here.x - deltaX) <= 6)
        #expect(abs(there.y - here.y - deltaY) <= 6)
        #expect(abs(there.width - here.width) <= 8)
        #expect(abs(there.height - here.height) <= 8)
    }

    @Test("The same picture gives the same finding")
    func determinism() {
        var screen = DrawnScreen(width: 640, height: 480)
        screen.chrome()
        screen.fill { x, y in x > 120 && x < 480 && y > 60 && y < 440 }
        #expect(ScanAreaFinder.find(in: screen.image) == ScanAreaFinder.find(in: screen.image))
    }
}

@Suite("Scan area: conditions") struct ConditionTests {
    private func conditions(_ screen: DrawnScreen) -> Set<Condition> {
        ScanAreaFinder.find(in: screen.image).conditions
    }

    @Test("One value all over is blank, black or white")
    func blank() {
        for level in [UInt8(0), 3, 128, 255] {
            #expect(conditions(DrawnScreen(width: 320, height: 240, background: level)) == [.blank])
        }
    }

    @Test("Below 64 pixels a picture is too small, at 64 it is not")
    func tooSmall() {
        var small = DrawnScreen(width: 640, height: 63)
        small.fill { _, _ in true }
        #expect(conditions(small) == [.tooSmall])
        var large = DrawnScreen(width: 64, height: 64)
        large.fill { _, _ in true }
        #expect(!conditions(large).contains(.tooSmall))
    }

    @Test("No size and no content brings the examination down")
    func everySize() {
        for width in 1...80 {
            for height in [1, 2, 3, 7, 31, 32, 33, 64, 65, 80] {
                for (columns, rows) in [(width, height), (height, width)] {
                    var screen = DrawnScreen(width: columns, height: rows, seed: UInt64(width * 100 + height))
                    for index in screen.pixels.indices { screen.pixels[index] = UInt8(screen.random(256)) }
                    let examination = ImagePipeline.examine(screen.image)
                    #expect(examination.conditions.contains(.tooSmall) == (min(columns, rows) < 64))
                }
            }
        }
        for (columns, rows) in [(4000, 1), (1, 4000), (4000, 64), (64, 4000), (3000, 70)] {
            var screen = DrawnScreen(width: columns, height: rows)
            for index in screen.pixels.indices { screen.pixels[index] = UInt8(screen.random(256)) }
            _ = ImagePipeline.examine(screen.image)
        }
    }

    @Test("A sparse, a half and a checkered picture are examined without harm", arguments: 0..<12)
    func oddContent(_ kind: Int) {
        var screen = DrawnScreen(width: 200 + kind * 7, height: 150 + kind * 3, seed: UInt64(kind))
        for _ in 0..<(kind * kind) {
            screen.block(
                x: screen.random(200),
                y: screen.random(150),
                width: 1 + screen.random(40),
                height: 1 + screen.random(40),
                grey: UInt8(screen.random(256))
            )
        }
        if kind % 3 == 0 { screen.fill { x, y in Int(x / 16) % 2 == Int(y / 16) % 2 } }
        if kind % 4 == 0 { screen.colourBlock(x: 20, y: 20, width: 60, height: 60, grey: 90) }
        let examination = ImagePipeline.examine(screen.image)
        if let area = examination.scanArea {
            #expect(area.confidence >= 0 && area.confidence <= 1)
            #expect(area.box.x >= 0 && area.box.x + area.box.width <= screen.width)
            #expect(area.box.y >= 0 && area.box.y + area.box.height <= screen.height)
        } else {
            #expect(!examination.conditions.isEmpty)
        }
    }

    @Test("A gradient, a page and a colour picture are no ultrasound")
    func notUltrasound() {
        var gradient = DrawnScreen(width: 400, height: 300)
        for y in 0..<300 { for x in 0..<400 { gradient.pixels[y * 400 + x] = UInt8((x * 200 + y * 150) / 600) } }
        #expect(conditions(gradient) == [.notUltrasound])
        var page = DrawnScreen(width: 600, height: 800, background: 255)
        for line in 0..<30 { page.text(x: 40, y: 30 + line * 24, letters: 50, grey: 0) }
        #expect(conditions(page) == [.notUltrasound])
        var photograph = DrawnScreen(width: 400, height: 300)
        photograph.colourBlock(x: 0, y: 0, width: 400, height: 300, grey: 100)
        photograph.fill { _, _ in true }
        #expect(conditions(photograph) == [.notUltrasound])
    }

    @Test("Two pictures side by side are dual, and the left one is measured")
    func dual() throws {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 60 && x < 470 && y > 80 && y < 660 }
        screen.fill { x, y in (x > 60 && x < 470 || x > 540 && x < 950) && y > 80 && y < 660 }
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions == [.dualLayout])
        #expect(area.shape == .dual)
        #expect(abs(area.box.x - 60) <= 6 && abs(area.box.width - 410) <= 10)
    }

    @Test("Four pictures are a quad layout")
    func quad() {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in
            (x > 60 && x < 470 || x > 540 && x < 950) && (y > 60 && y < 350 || y > 420 && y < 700)
        }
        #expect(conditions(screen) == [.quadLayout])
    }

    @Test("A strip of time below the picture is a spectral layout")
    func spectral() {
        let fan = DrawnFan(name: "", apexY: -30, inner: 80, outer: 380, halfOpening: 35, shape: .convex)
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in fan.contains(x, y) || (x > 60 && x < 960 && y > 440 && y < 700) }
        #expect(conditions(screen) == [.spectralLayout])
    }

    @Test("A coloured body on a dark screen is a render")
    func render() {
        var screen = DrawnScreen(width: 800, height: 600)
        screen.colourBlock(x: 250, y: 150, width: 300, height: 300, grey: 130)
        screen.fill { x, y in x > 250 && x < 550 && y > 150 && y < 450 }
        #expect(conditions(screen) == [.render3D])
    }

    @Test("Reverberation, nothing, and noise that comes up with depth is a probe in air; tissue below fluid is not")
    func inAir() {
        let fan = DrawnFan.typical[0]
        func screen(tissue: Bool) -> DrawnScreen {
            var screen = DrawnScreen(width: 1024, height: 768)
            for y in 0..<768 {
                for x in 0..<1024 where fan.contains(Double(x), Double(y)) {
                    let deltaX = Double(x) - fan.apexX
                    let deltaY = Double(y) - fan.apexY
                    let depth = ((deltaX * deltaX + deltaY * deltaY).squareRoot() - fan.inner) / (fan.outer - fan.inner)
                    var grey = 0.0
                    if depth < 0.15 { grey = 120 + 80 * cos(depth * 150) }
                    if depth > 0.5 {
                        let rise = tissue ? 90 : (depth - 0.5) * 120
                        let place = tissue ? Double((x / 40 + y / 40) % 4) * 18 : 0
                        grey = rise * (0.6 + 0.8 * Double(screen.random(256)) / 255) + place
                    }
                    screen.pixels[y * 1024 + x] = UInt8(max(0, min(255, grey)))
                }
            }
            return screen
        }
        #expect(conditions(screen(tissue: false)).contains(.inAir))
        #expect(!conditions(screen(tissue: true)).contains(.inAir))
    }
}
