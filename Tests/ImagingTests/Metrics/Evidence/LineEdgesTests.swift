import Imaging
import Testing

/// The steps along scan lines against the words of their documentation.
@Suite struct LineEdgesTests {
    /// The steepest step of all bands, or of the lower ones, that all but a share reach in the same direction.
    private static func steepest(_ polar: PolarStatistics, lower: Bool, share: Double, fewest: Int) -> (Float, Int) {
        var best: (Float, Int) = (0, 0)
        for line in stride(from: 6, to: 250, by: 2) {
            var steps: [Float] = []
            for band in 0..<32 where !lower || band >= 16 {
                func known(_ lines: ClosedRange<Int>) -> [Float] {
                    lines.compactMap { polar.cell(band: band, line: $0) }
                }
                let (left, right, all) = (known(line - 6...line - 3), known(line + 2...line + 5), known(0...255))
                guard let usual = quantile(all, 0.7), usual >= 10, !left.isEmpty, !right.isEmpty else { continue }
                let step = right.reduce(0, +) / Float(right.count) - left.reduce(0, +) / Float(left.count)
                steps.append(step / max(12, usual))
            }
            guard steps.count >= fewest, let up = quantile(steps, share), let down = quantile(steps, 1 - share) else {
                continue
            }
            if max(up, -down) > best.0 { best = (max(up, -down), line) }
        }
        return best
    }

    private static func scan(_ seed: UInt64, _ change: (Double, Int, Int) -> Double) -> PolarStatistics {
        var random = Gaussian(seed: seed)
        let noise = DrawnScan { _, _ in 0 }.map { _, x, y in change(90 + 30 * random.next(), x, y) }
        return PolarStatistics(view: noise.clipped().input().polar)
    }

    @Test(arguments: 0..<5) func `running sums give what means of the lines give`(number: Int) throws {
        let polar =
            switch number {
            case 0: Self.scan(1) { grey, _, _ in grey }
            case 1: Self.scan(2) { grey, x, _ in x < 100 ? grey : grey * 0.6 }
            case 2: Self.scan(3) { grey, x, y in x > 180 && y > 120 ? grey * 0.3 : grey }
            case 3: Self.scan(4) { grey, x, y in (40..<70).contains(x) && y > 140 ? 0 : y < 60 ? 5 : grey }
            default: Self.scan(5) { grey, x, y in grey * (1 + Double(x) / 256) / (1 + Double(y) / 64) }
            }
        let edges = try #require(LineEdges(polar: polar, levels: ScreenLevels(black: 0, white: 255)))
        let (whole, wholeLine) = Self.steepest(polar, lower: false, share: 0.3, fewest: 8)
        let (deep, deepLine) = Self.steepest(polar, lower: true, share: 0.25, fewest: 6)
        #expect(abs(edges.whole - Double(whole)) < 1e-4 && edges.wholeLine == wholeLine)
        #expect(abs(edges.deep - Double(deep)) < 1e-4 && edges.deepLine == deepLine)
    }
}
