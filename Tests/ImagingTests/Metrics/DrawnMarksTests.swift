import Imaging
import Testing

struct DrawnMarksTests {
    private func screen(_ draw: (inout DrawnScreen) -> Void) -> Measurements {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(mean: 70) { x, y in x > 200 && x < 820 && y > 60 && y < 700 }
        draw(&screen)
        return ImagePipeline.examine(screen.image).measurements
    }

    private func plus(_ screen: inout DrawnScreen, x: Int, y: Int) {
        screen.block(x: x - 7, y: y - 1, width: 15, height: 2, grey: 255)
        screen.block(x: x - 1, y: y - 7, width: 2, height: 15, grey: 255)
    }

    @Test func untouchedPictureHasNoMarks() {
        let measured = screen { _ in }
        #expect(measured["mark.caliper"] == 0 && measured["mark.text"] == 0 && measured["meas.present"] == 0)
    }

    @Test func pairOfCrossesIsAMeasurement() {
        let measured = screen { screen in
            plus(&screen, x: 400, y: 300)
            plus(&screen, x: 520, y: 420)
        }
        #expect(measured["mark.caliper"] == 2 && measured["meas.present"] == 1)
    }

    @Test func oneCrossIsNone() {
        let measured = screen { plus(&$0, x: 400, y: 300) }
        #expect(measured["mark.caliper"] == 1 && measured["meas.present"] == 0)
    }

    @Test func wordIsTextAndNoCaliper() throws {
        let measured = screen { $0.text(x: 420, y: 300, letters: 7, grey: 255) }
        #expect(measured["mark.caliper"] == 0)
        #expect(try #require(measured["mark.text"]) >= 1)
    }

    @Test func thinDiagonalCrossesAreCalipersThoughNoStrokeOfThemIsUpright() {
        let measured = screen { screen in
            for (x, y) in [(400, 300), (520, 420)] {
                for step in -6...6 {
                    screen.block(x: x + step, y: y + step, width: 1, height: 1, grey: 255)
                    screen.block(x: x + step, y: y - step, width: 1, height: 1, grey: 255)
                }
            }
        }
        #expect(measured["mark.caliper"] == 2 && measured["meas.present"] == 1)
    }

    @Test func crossBetweenLettersIsALetter() {
        let measured = screen { screen in
            plus(&screen, x: 400, y: 300)
            for x in [384, 388, 412, 416] { screen.block(x: x, y: 293, width: 2, height: 15, grey: 255) }
        }
        #expect(measured["mark.caliper"] == 0)
    }

    @Test func greenCrossesAreCalipers() {
        var drawn = DrawnScreen(width: 1024, height: 768)
        drawn.fill(mean: 70) { x, y in x > 200 && x < 820 && y > 60 && y < 700 }
        var bits = [UInt8](repeating: 0, count: 1024 * 768 / 8)
        var count = 0
        for (x, y) in [(400, 300), (520, 420)] {
            for step in -7...7 {
                for (column, row) in [(x + step, y), (x, y + step)] {
                    let index = row * 1024 + column
                    drawn.pixels[index] = 150
                    if bits[index >> 3] & 1 << UInt8(index & 7) == 0 { count += 1 }
                    bits[index >> 3] |= 1 << UInt8(index & 7)
                }
            }
        }
        let image = UltrasoundImage(
            luma: drawn.image.luma,
            chroma: ChromaMask(width: 1024, height: 768, bits: bits, count: count),
            facts: drawn.image.facts
        )
        let measured = ImagePipeline.examine(image).measurements
        #expect(measured["mark.caliper"] == 2 && measured["meas.present"] == 1)
    }

    @Test func noUltrasoundNoValue() {
        #expect(MetricCatalog.measure(DrawnScan { _, _ in 90 }.input { _, _ in false })["mark.caliper"] == nil)
    }
}
