import Foundation
import Imaging
import Testing

/// Body marks as scanners draw them, beside the ultrasound and over it, and what looks like them.
struct BodyMarkTests {
    /// A drawing: polylines in a square from 0 to 1.
    struct Style: CustomTestStringConvertible, Sendable {
        var name: String
        var lines: [[(Double, Double)]]
        /// Smallest side of its square at which the drawing itself is 5 % of the picture high.
        var leastSize = 60.0
        var testDescription: String { name }

        static func arc(_ x: Double, _ y: Double, _ radius: Double, _ from: Double = 0, _ to: Double = 2 * .pi)
            -> [(Double, Double)]
        {
            (0...40).map { step in
                let angle = from + (to - from) * Double(step) / 40
                return (x + radius * cos(angle), y + radius * sin(angle))
            }
        }

        /// A probe's bar.
        static let probe: [(Double, Double)] = [(0.3, 0.55), (0.42, 0.62)]

        static let all = [
            Style(
                name: "trunk of loose lines, ribs and navel",
                lines: [
                    [(0.05, 0), (0.1, 0.3), (0.02, 0.6), (0.05, 1)], [(0.95, 0), (0.9, 0.3), (0.98, 0.6), (0.95, 1)],
                    [(0.25, 0.4), (0.45, 0.25), (0.5, 0.12), (0.55, 0.25), (0.75, 0.4)], arc(0.5, 0.6, 0.03),
                    [(0.38, 0.85), (0.5, 0.97), (0.62, 0.85)], probe,
                ]
            ),
            Style(
                name: "two breasts",
                lines: [arc(0.25, 0.5, 0.25), arc(0.75, 0.5, 0.25), arc(0.25, 0.5, 0.04), arc(0.75, 0.5, 0.04), probe],
                leastSize: 90
            ),
            Style(
                name: "thyroid",
                lines: [
                    [
                        (0.5, 0.5), (0.35, 0.45), (0.2, 0.1), (0.08, 0.2), (0.05, 0.6), (0.2, 0.95), (0.38, 0.75),
                        (0.5, 0.65), (0.62, 0.75), (0.8, 0.95), (0.95, 0.6), (0.92, 0.2), (0.8, 0.1), (0.65, 0.45),
                        (0.5, 0.5),
                    ], probe,
                ]
            ),
            Style(
                name: "belly of a pregnant woman",
                lines: [arc(0.5, 0.5, 0.5), arc(0.5, 0.45, 0.12), [(0.5, 0.57), (0.45, 0.75), (0.6, 0.8)], probe]
            ),
        ]
    }

    /// A linear picture with room for marks at its right.
    private func screen(_ draw: (inout DrawnScreen) -> Void) -> Measurements {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(mean: 70) { x, y in x > 160 && x < 760 && y > 100 && y < 700 }
        screen.chrome()
        draw(&screen)
        return ImagePipeline.examine(screen.image).measurements
    }

    private func draw(_ style: Style, on screen: inout DrawnScreen, x: Double, y: Double, size: Double) {
        for line in style.lines {
            for (start, end) in zip(line, line.dropFirst()) {
                for step in 0...200 {
                    let share = Double(step) / 200
                    screen.block(
                        x: Int(x + size * (start.0 + share * (end.0 - start.0))),
                        y: Int(y + size * (start.1 + share * (end.1 - start.1))),
                        width: 2,
                        height: 2,
                        grey: 230
                    )
                }
            }
        }
    }

    @Test("A body mark beside the ultrasound is seen and its place is told", arguments: Style.all)
    func beside(_ style: Style) throws {
        for size in [style.leastSize, 110] {
            let measured = screen { draw(style, on: &$0, x: 830, y: 540, size: size) }
            #expect(measured["mark.body"] == 1, "\(style.name) \(size)")
            let mark = try #require(measured.marks.first { $0.metric == "mark.body" })
            let left = try #require(mark.outline.map(\.x).min())
            let bottom = try #require(mark.outline.map(\.y).max())
            #expect(abs(left - 830) < 0.15 * size && bottom < 540 + 1.15 * size)
        }
    }

    @Test("A body mark over the ultrasound near a corner is seen, and its lines are out of the statistics")
    func over() throws {
        for style in Style.all.prefix(3) {
            let measured = screen { draw(style, on: &$0, x: 640, y: 590, size: 90) }
            #expect(measured["mark.body"] == 1, "\(style.name)")
            let excluded = measured.marks.filter { $0.metric == Exclusion.annotation.markID }
            #expect(excluded.contains { $0.outline.contains { $0.x > 630 && $0.y > 580 } })
        }
    }

    @Test("A screen without one has none; tables, frames, letters, buttons and pictures are none")
    func others() {
        #expect(screen { _ in }["mark.body"] == 0)
        let table = screen { screen in
            for row in 0...4 { screen.block(x: 830, y: 500 + 20 * row, width: 120, height: 1, grey: 220) }
            for column in 0...3 { screen.block(x: 830 + 40 * column, y: 500, width: 1, height: 81, grey: 220) }
        }
        #expect(table["mark.body"] == 0)
        let frame = screen { screen in
            screen.block(x: 830, y: 500, width: 100, height: 100, grey: 220)
            screen.block(x: 832, y: 502, width: 96, height: 96, grey: 0)
        }
        #expect(frame["mark.body"] == 0)
        let letters = screen { screen in
            for row in 0..<5 { screen.text(x: 830, y: 480 + 24 * row, letters: 9, grey: 230) }
        }
        #expect(letters["mark.body"] == 0)
        let button = screen { $0.block(x: 830, y: 500, width: 90, height: 60, grey: 200) }
        #expect(button["mark.body"] == 0)
        let picture = screen { $0.fill(mean: 120) { x, y in x > 830 && x < 940 && y > 500 && y < 600 } }
        #expect(picture["mark.body"] == 0)
    }

    @Test("An ellipse that was traced in the middle of the ultrasound is a measurement and no body mark")
    func ellipse() {
        let circle = Style(name: "", lines: [Style.arc(0.5, 0.5, 0.5)])
        #expect(screen { draw(circle, on: &$0, x: 400, y: 340, size: 130) }["mark.body"] == 0)
    }

    @Test(
        "The simulated one is seen on every screen that leaves room for it, and none where there is none",
        arguments: [ChromeStyle.none, .classic, .handheld],
        [ProbeShape.convex, .linear]
    )
    func simulated(style: ChromeStyle, probe: ProbeShape) throws {
        for isDrawn in [true, false] {
            var recipe = PhantomRecipe(anatomy: .liver)
            recipe.probe = probe
            recipe.chrome.style = style
            recipe.chrome.bodyMark = isDrawn
            recipe.chrome.calipers = true
            let image = try ImageDecoder.decode(.bytes(try recipe.fileBytes()), limits: DecodingLimits())
            #expect(ImagePipeline.examine(image).measurements["mark.body"] == (isDrawn ? 1 : 0))
        }
    }
}
