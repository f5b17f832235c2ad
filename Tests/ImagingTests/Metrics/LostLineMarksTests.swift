import Imaging
import Testing

/// The marks of lost contact and of shadow lie on the lines that are lost.
struct LostLineMarksTests {
    /// Share of the pixels of a fault that are marked, and share of the marked pixels that are of the fault.
    private func cover(
        _ metric: String,
        _ scan: DrawnScan,
        _ isLost: (_ x: Int, _ y: Int) -> Bool
    ) -> (found: Double, right: Double) {
        let outlines = scan.measured().marks.filter { $0.metric == metric }.map(\.outline)
        var (lost, marked, both) = (0, 0, 0)
        for y in stride(from: 0, to: scan.height, by: 2) {
            for x in stride(from: 0, to: scan.width, by: 2) {
                let isMarked = outlines.contains { Self.contains($0, Double(x), Double(y)) }
                let isOfFault = isLost(x, y)
                lost += isOfFault ? 1 : 0
                marked += isMarked ? 1 : 0
                both += isMarked && isOfFault ? 1 : 0
            }
        }
        return (Double(both) / Double(max(1, lost)), Double(both) / Double(max(1, marked)))
    }

    /// Even–odd rule.
    private static func contains(_ outline: [PixelPoint], _ x: Double, _ y: Double) -> Bool {
        var isInside = false
        for (index, corner) in outline.enumerated() {
            let next = outline[(index + 1) % outline.count]
            guard (corner.y > y) != (next.y > y) else { continue }
            if x < corner.x + (y - corner.y) / (next.y - corner.y) * (next.x - corner.x) { isInside.toggle() }
        }
        return isInside
    }

    @Test("A shadow is marked from the depth on where it begins", arguments: [100, 256, 380], [120, 260])
    func shadow(middle: Int, top: Int) {
        let isLost: (Int, Int) -> Bool = { x, y in abs(x - middle) < 45 && y >= top }
        let cover = cover("shadow.odds", DrawnScan.speckle.map { isLost($1, $2) ? $0 * 0.1 : $0 }, isLost)
        #expect(cover.found > 0.9 && cover.right > 0.85, "\(cover)")
    }

    @Test("Three shadows have three marks")
    func three() {
        let isLost: (Int, Int) -> Bool = { x, y in [90, 256, 420].contains { abs(x - $0) < 25 } && y >= 200 }
        let scan = DrawnScan.speckle.map { isLost($1, $2) ? $0 * 0.1 : $0 }
        #expect(scan.measured().marks.count { $0.metric == "shadow.odds" } == 3)
        let cover = cover("shadow.odds", scan, isLost)
        #expect(cover.found > 0.9 && cover.right > 0.85, "\(cover)")
    }

    @Test("Black lines without contact are marked all the way down, on either side", arguments: [0, 1])
    func black(side: Int) {
        let isLost: (Int, Int) -> Bool = { x, _ in side == 0 ? x < 120 : x >= 400 }
        let cover = cover("contact.odds", DrawnScan.speckle.map { isLost($1, $2) ? 0 : $0 }, isLost)
        #expect(cover.found > 0.95 && cover.right > 0.95, "\(cover)")
    }

    @Test("Lines that show noise in place of speckle are marked though they are not dark")
    func noise() {
        let noise = DrawnScan(width: 512, height: 512) { _, y in 40 + Double(y) / 20 }.noisy(12)
        let isLost: (Int, Int) -> Bool = { x, _ in x < 144 }
        let scan = DrawnScan.speckle.map { isLost($1, $2) ? noise.grey[$2 * 512 + $1] : $0 }
        let cover = cover("contact.odds", scan, isLost)
        #expect(cover.found > 0.85 && cover.right > 0.85, "\(cover)")
    }

    @Test("Where no line is lost nothing is marked, whatever the odds")
    func nothing() {
        #expect(!DrawnScan.speckle.measured().marks.contains { ["contact.odds", "shadow.odds"].contains($0.metric) })
        let bright = DrawnScan.speckle.map { grey, x, _ in (240..<272).contains(x) ? grey * 1.6 : grey }
        let marks = bright.measured().marks.filter { ["contact.odds", "shadow.odds"].contains($0.metric) }
        #expect(marks.isEmpty, "\(marks.map(\.metric))")
    }
}
