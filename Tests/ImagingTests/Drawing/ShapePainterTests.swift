import Imaging
import Testing

@Suite("Drawing over a picture")
struct ShapePainterTests {
    private let orange = Ink(230, 159, 0)

    private func painted(
        _ shapes: [DrawnShape],
        grey: UInt8 = 100,
        width: Int = 60,
        height: Int = 40,
        frame: PixelBox? = nil
    ) -> (Int, Int) -> [UInt8] {
        var painter = ShapePainter(
            rgb: [UInt8](repeating: grey, count: width * height * 3),
            width: width,
            height: height,
            frame: frame ?? PixelBox(x: 0, y: 0, width: width, height: height)
        )
        painter.draw(shapes)
        let rgb = painter.rgb
        return { x, y in Array(rgb[(y * width + x) * 3..<(y * width + x) * 3 + 3]) }
    }

    private let box = [(10.0, 10.0), (50, 10), (50, 30), (10, 30)].map { PixelPoint(x: $0.0, y: $0.1) }

    @Test("An outline has its colour on its path, dark beside it, and leaves the rest as it was")
    func outline() {
        let at = painted([.line(box, isClosed: true, ink: orange, width: 2, dash: 0)])
        for (x, y) in [(30, 10), (50, 20), (30, 30), (10, 20)] { #expect(at(x, y) == [230, 159, 0], "\(x) \(y)") }
        #expect(at(30, 8)[0] < 100)
        #expect(at(30, 20) == [100, 100, 100] && at(30, 4) == [100, 100, 100])
    }

    @Test("Dashes leave gaps where the picture's dark edge shows")
    func dashes() {
        let path = [PixelPoint(x: 0, y: 20), PixelPoint(x: 59, y: 20)]
        let at = painted([.line(path, isClosed: false, ink: orange, width: 3, dash: 10)])
        #expect(at(5, 20) == [230, 159, 0] && at(15, 20) != [230, 159, 0] && at(25, 20) == [230, 159, 0])
    }

    @Test("A reduced picture has its marks where the original has them")
    func reduced() {
        let large = box.map { PixelPoint(x: $0.x * 10 + 100, y: $0.y * 10 + 50) }
        let at = painted(
            [.line(large, isClosed: true, ink: orange, width: 20, dash: 0)],
            frame: PixelBox(x: 100, y: 50, width: 600, height: 400)
        )
        #expect(at(30, 10) == [230, 159, 0] && at(10, 20) == [230, 159, 0] && at(30, 20) == [100, 100, 100])
    }

    @Test("Hatched parts keep the picture visible between strokes, in the direction of their kind")
    func hatching() {
        let part = PixelBox(x: 10, y: 10, width: 20, height: 20)
        let strokes = Exclusion.allCases.map { kind -> Set<[Int]> in
            let at = painted([.hatch([part], pattern: kind.hatch, spacing: 8)], grey: 0)
            #expect(at(9, 15) == [0, 0, 0] && at(15, 30) == [0, 0, 0])
            return Set((10..<30).flatMap { y in (10..<30).filter { at($0, y)[1] > 90 }.map { [$0, y] } })
        }
        #expect(strokes.allSatisfy { $0.count > 20 && $0.count < 200 })
        #expect(strokes[0] != strokes[2] && strokes[1] == strokes[0].union(strokes[1]).union(strokes[2]))
    }

    @Test("A number stands on a disc of its colour")
    func badge() {
        let at = painted([.badge(1, at: PixelPoint(x: 30, y: 20), radius: 12, ink: orange)])
        #expect(at(22, 20) == [230, 159, 0] && at(30, 20) == [0, 0, 0] && at(30, 4) == [100, 100, 100])
    }

    @Test("Places that are no numbers, or far away, draw nothing and take no time")
    func hostile() {
        let far = [PixelPoint(x: 1e300, y: -1e300), PixelPoint(x: .infinity, y: 0), PixelPoint(x: .nan, y: .nan)]
        let at = painted([
            .line(far, isClosed: true, ink: orange, width: 3, dash: 2), .tint(far, ink: orange, opacity: 1),
            .badge(7, at: far[1], radius: 5, ink: orange), .label("25%", at: far[2], height: 9, ink: orange),
            .hatch([PixelBox(x: 5000, y: -9000, width: 3, height: 3)], pattern: Exclusion.colour.hatch, spacing: 4),
        ])
        for (x, y) in [(0, 0), (30, 20), (59, 39)] { #expect(at(x, y) == [100, 100, 100]) }
    }

    @Test("A legend is added below and leaves the picture as it is; long words are broken")
    func legend() {
        let rgb = [UInt8](repeating: 60, count: 300 * 20 * 3)
        let words = LegendEntry(.number(1, ink: orange, isPlaced: true), String(repeating: "WORDS ", count: 40))
        let all = LegendStrip.below(rgb: rgb, width: 300, height: 20, entries: [words])
        #expect(all.width == 300 && all.height > 70 && all.rgb.count == all.width * all.height * 3)
        #expect(Array(all.rgb[..<rgb.count]) == rgb)
        let strip = all.rgb[rgb.count...]
        #expect(strip.contains(255) && strip.contains(230))
    }

    @Test("Enlarging repeats pixels and adds none")
    func enlarged() {
        let large = Enlarged.picture([1, 2, 3, 4, 5, 6], width: 2, height: 1, times: 2)
        #expect(large.width == 4 && large.height == 2)
        #expect(large.rgb == [1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6])
    }
}
