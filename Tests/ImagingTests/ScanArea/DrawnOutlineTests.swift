import Foundation
import Imaging
import Testing

/// Ellipses and boxes that were drawn over the ultrasound stay out of the statistics, all the way round.
struct DrawnOutlineTests {
    private func linear() -> DrawnScreen {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(mean: 70) { x, y in x > 160 && x < 860 && y > 50 && y < 720 }
        return screen
    }

    /// The share of drawn pixels that the mask leaves out, and the share of the scan area left out.
    private func leftOut(_ screen: DrawnScreen, drawn: [(x: Int, y: Int)]) throws -> (drawn: Double, area: Double) {
        let mask = try #require(ScanAreaFinder.find(in: screen.image).mask)
        let out = drawn.count { !mask.contains(x: $0.x, y: $0.y) }
        let annotation = mask.exclusions.count { $0 == Exclusion.annotation.rawValue }
        return (Double(out) / Double(drawn.count), Double(annotation) / Double(annotation + mask.count))
    }

    @Test(
        "An ellipse is left out all the way round, and little else",
        arguments: [(180.0, 120.0), (90, 150), (60, 60)]
    )
    func ellipse(across: Double, down: Double) throws {
        var screen = linear()
        var drawn: [(x: Int, y: Int)] = []
        for step in 0..<4000 {
            let angle = Double(step) / 4000 * 2 * Double.pi
            let (x, y) = (Int(500 + across * cos(angle)), Int(380 + down * sin(angle)))
            screen.block(x: x, y: y, width: 2, height: 2, grey: 245)
            drawn.append((x, y))
        }
        let found = try leftOut(screen, drawn: drawn)
        #expect(found.drawn >= 0.97)
        #expect(found.area <= 0.09)
    }

    @Test("A box is left out with its level sides")
    func box() throws {
        var screen = linear()
        var drawn: [(x: Int, y: Int)] = []
        for (x, y, width, height) in [(300, 200, 300, 2), (300, 500, 302, 2), (300, 200, 2, 300), (600, 200, 2, 300)] {
            screen.block(x: x, y: y, width: width, height: height, grey: 250)
            for row in y..<y + height { for column in x..<x + width { drawn.append((column, row)) } }
        }
        let found = try leftOut(screen, drawn: drawn)
        #expect(found.drawn >= 0.98)
        #expect(found.area <= 0.08)
    }

    @Test("A pictogram of a trunk is left out all over")
    func pictogram() throws {
        var screen = linear()
        var drawn: [(x: Int, y: Int)] = []
        func line(_ x: Double, _ y: Double, _ endX: Double, _ endY: Double) {
            let steps = Int(2 * max(abs(endX - x), abs(endY - y)))
            for step in 0...steps {
                let share = Double(step) / Double(steps)
                let (column, row) = (Int(x + share * (endX - x)), Int(y + share * (endY - y)))
                screen.block(x: column, y: row, width: 2, height: 2, grey: 235)
                drawn.append((column, row))
            }
        }
        for (x, side) in [(220.0, 1.0), (290, -1)] {
            line(x, 600, x + side * 10, 640)
            line(x + side * 10, 640, x, 690)
            line(x, 600, x + side * 25, 590)
            line(x + side * 25, 590, x + side * 25, 575)
        }
        line(220, 690, 290, 690)
        line(235, 655, 255, 645)
        let found = try leftOut(screen, drawn: drawn)
        #expect(found.drawn >= 0.95)
        #expect(found.area <= 0.04)
    }

    @Test("A bright wall stays ultrasound, also where a caliper stands on it")
    func wall() throws {
        var screen = linear()
        for x in 200..<820 {
            let grey = 205 + screen.random(50)
            screen.block(x: x, y: 400, width: 1, height: 3, grey: UInt8(grey))
        }
        screen.block(x: 492, y: 400, width: 17, height: 2, grey: 255)
        screen.block(x: 500, y: 392, width: 2, height: 17, grey: 255)
        let found = try leftOut(screen, drawn: (200..<460).map { ($0, 401) })
        #expect(found.drawn <= 0.15)
    }
}
