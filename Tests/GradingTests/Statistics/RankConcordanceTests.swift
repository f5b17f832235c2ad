import Foundation
import Grading
import Testing

@Suite struct RankConcordanceTests {
    private func points(_ low: [Double], _ high: [Double]) -> [RankConcordance.Point] {
        (low.map { ($0, 0.0) } + high.map { ($0, 1.0) }).enumerated().map {
            RankConcordance.Point(score: $0.element.0, label: $0.element.1, cluster: $0.offset)
        }
    }

    /// Counted by hand, pair by pair.
    private static let pairs: [([Double], [Double], Double)] = [
        ([1, 2], [3, 4], 1), ([3, 4], [1, 2], 0), ([1, 2], [1, 2], 0.5), ([1, 3], [2, 3], 0.625),
        ([-1, 50], [-1, 60, 90], 0.75), ([7], [7], 0.5),
    ]

    @Test(arguments: Self.pairs)
    func `the area is the share of pairs in the right order, ties half`(low: [Double], high: [Double], area: Double) {
        #expect(abs((RankConcordance(points(low, high)).area ?? -1) - area) < 1e-12)
    }

    @Test func `three labels count every pair that differs`() {
        // Labels 0, 1, 2 with scores 10, 30, 20: pairs (0,1) and (0,2) right, (1,2) wrong.
        let three = [(10.0, 0.0), (30, 1), (20, 2)].map { RankConcordance.Point(score: $0.0, label: $0.1, cluster: 0) }
        #expect(RankConcordance(three).area == 2.0 / 3)
    }

    @Test func `nothing to compare has no area`() {
        #expect(RankConcordance([]).area == nil)
        #expect(RankConcordance(points([1, 2, 3], [])).area == nil)
        let odd = [RankConcordance.Point(score: .nan, label: 0, cluster: 0), .init(score: 1, label: 1, cluster: 1)]
        #expect(RankConcordance(odd).area == nil)
        #expect(RankConcordance(points([1], [2])).area(times: [1, 0]) == nil)
    }

    @Test func `a cluster that counts n times is the same as its items n times over`() {
        var state = UInt64(3)
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        for _ in 0..<50 {
            let items = (0..<20).map { _ in
                RankConcordance.Point(score: Double(draw(8)), label: Double(draw(3)), cluster: draw(6))
            }
            let times = (0..<6).map { _ in draw(4) }
            let repeated = items.flatMap { [RankConcordance.Point](repeating: $0, count: times[$0.cluster]) }
            let weighted = RankConcordance(items).area(times: times)
            #expect(weighted == RankConcordance(repeated).area)
            let plain = RankCorrelation(items).coefficient(times: times)
            let expanded = RankCorrelation(repeated).coefficient
            #expect((plain == nil) == (expanded == nil))
            if let plain, let expanded { #expect(abs(plain - expanded) < 1e-12) }
        }
    }

    /// 106, 86, 100, 101, 99, 103, 97, 113, 112, 110 against 7, 0, 27, 50, 28, 29, 20, 12, 6, 17 has Σd² = 194,
    /// so ρ = 1 − 6 · 194 ÷ (10 · 99) = −29/165; with ties: ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
    @Test func `Spearman's coefficient agrees with values worked out by hand`() {
        func coefficient(_ scores: [Double], _ labels: [Double]) -> Double? {
            RankCorrelation(zip(scores, labels).map { .init(score: $0, label: $1, cluster: 0) }).coefficient
        }
        let quotients = [106.0, 86, 100, 101, 99, 103, 97, 113, 112, 110]
        let hours = [7.0, 0, 27, 50, 28, 29, 20, 12, 6, 17]
        #expect(abs((coefficient(quotients, hours) ?? 9) + 29.0 / 165) < 1e-12)
        // Deviations −1.5, 0, 0, 1.5 and −1.5, −0.5, 0.5, 1.5: 4.5 ÷ √(4.5 · 5).
        #expect(abs((coefficient([1, 5, 5, 9], [1, 2, 3, 4]) ?? 9) - 4.5 / 22.5.squareRoot()) < 1e-12)
        #expect(coefficient([1, 1, 1], [1, 2, 3]) == nil && coefficient([1], [1]) == nil)
    }

    @Test func `an interval repeats by its seed, holds the value, and needs clusters`() throws {
        let items = points((0..<40).map { Double($0 % 17) }, (0..<40).map { Double($0 % 13 + 6) })
        let concordance = RankConcordance(items)
        let first = try #require(ResampledInterval(clusters: 80, seed: 4, concordance.area(times:)))
        #expect(first == ResampledInterval(clusters: 80, seed: 4, concordance.area(times:)))
        #expect(first != ResampledInterval(clusters: 80, seed: 5, concordance.area(times:)))
        let area = try #require(concordance.area)
        #expect(first.low < area && area < first.high && first.high - first.low < 0.3)
        #expect(ResampledInterval(clusters: 1, seed: 4, concordance.area(times:)) == nil)
        #expect(ResampledInterval(clusters: 80, seed: 4) { _ in nil } == nil)
    }

    /// The mean of 0 and 1 items, 200 each: normal theory gives 0.5 ± 1.96 · 0.5 ÷ √400 = 0.5 ± 0.049.
    @Test func `an interval has the width that theory gives for a mean`() throws {
        let interval = try #require(
            ResampledInterval(clusters: 400, rounds: 4000, seed: 11) { times in
                Double(times[..<200].reduce(0, +)) / 400
            }
        )
        #expect(abs(interval.low - 0.451) < 0.006 && abs(interval.high - 0.549) < 0.006)
    }
}
