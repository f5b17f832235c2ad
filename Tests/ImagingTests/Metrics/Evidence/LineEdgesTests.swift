import Imaging
import Testing

/// The steps along scan lines against the words of their documentation.
@Suite struct LineEdgesTests {
    /// The steps at a line in all bands, or in the lower ones.
    private static func steps(_ polar: PolarStatistics, at line: Int, lower: Bool) -> [Float] {
        (lower ? 16..<32 : 0..<32).compactMap { band in
            func known(_ lines: ClosedRange<Int>) -> [Float] {
                lines.compactMap { polar.cell(band: band, line: $0) }
            }
            let (left, right, all) = (known(line - 6...line - 3), known(line + 2...line + 5), known(0...255))
            guard let usual = quantile(all, 0.7), usual >= 10, !left.isEmpty, !right.isEmpty else { return nil }
            let step = right.reduce(0, +) / Float(right.count) - left.reduce(0, +) / Float(left.count)
            return step / max(12, usual)
        }
    }

    /// The steepest step of the lower bands that three of four of them reach in the same direction.
    private static func steepest(_ polar: PolarStatistics) -> (Float, Int) {
        var best: (Float, Int) = (0, 0)
        for line in stride(from: 6, to: 250, by: 2) {
            let steps = steps(polar, at: line, lower: true)
            guard steps.count >= 6, let up = quantile(steps, 0.25), let down = quantile(steps, 0.75) else { continue }
            if max(up, -down) > best.0 { best = (max(up, -down), line) }
        }
        return best
    }

    /// The largest mean size of a line's steps over that of the median line.
    private static func parting(_ polar: PolarStatistics) throws -> (Float, Int) {
        let sizes = stride(from: 6, to: 250, by: 2).compactMap { line -> (size: Float, line: Int)? in
            let steps = steps(polar, at: line, lower: false)
            guard steps.count >= 8 else { return nil }
            return (steps.reduce(0) { $0 + min(1, abs($1)) } / Float(steps.count), line)
        }
        let widest = try #require(sizes.max { $0.size < $1.size })
        return (widest.size / (try #require(median(sizes.map(\.size))) + 0.03), widest.line)
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
        let (parting, partingLine) = try Self.parting(polar)
        let (deep, deepLine) = Self.steepest(polar)
        #expect(abs(edges.parting - Double(parting)) < 1e-3 && edges.partingLine == partingLine)
        #expect(abs(edges.deep - Double(deep)) < 1e-4 && edges.deepLine == deepLine)
    }
}
