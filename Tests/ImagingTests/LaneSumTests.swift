import Imaging
import Testing

@Suite("Sums over bytes") struct LaneSumTests {
    @Test("Sum and distance are those of the definition for every length, at the extremes too")
    func sumsAreThoseOfTheDefinition() {
        var random = SplitMix64(seed: 3)
        for count in Array(0...50) + [4096, 70_001] {
            let one = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let other = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let white = [UInt8](repeating: 255, count: count)
            let black = [UInt8](repeating: 0, count: count)
            #expect(one.span.sum() == one.reduce(0) { $0 + Int($1) })
            #expect(white.span.sum() == 255 * count)
            #expect(one.span.distance(to: other.span) == zip(one, other).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) })
            #expect(black.span.distance(to: white.span) == 255 * count)
        }
    }
}
