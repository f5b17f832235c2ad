import Grading
import Testing

@Suite("Rates from over-sampled strata") struct StratifiedEstimateTests {
    typealias Stratum = StratifiedEstimate.Stratum

    /// Domain reference §4.5: 400 flagged, all read, 300 bad; 5,600 others, 125 read, 4 bad.
    private static let golden = [
        Stratum(id: "flagged", size: 400, sampled: 400, positive: 300, isFlagged: true),
        Stratum(id: "other", size: 5_600, sampled: 125, positive: 4, isFlagged: false),
    ]

    @Test("Rate, standard error, interval and recall match the domain reference")
    func goldens() throws {
        let estimate = try StratifiedEstimate(Self.golden)
        #expect(estimate.size == 6_000)
        #expect(abs(estimate.share - 0.07987) < 5e-6)
        #expect(abs(estimate.standardError - 0.01459) < 5e-6)
        #expect(abs(estimate.interval.low - 0.058) < 5e-4 && abs(estimate.interval.high - 0.125) < 5e-4)
        #expect(abs(try #require(estimate.recall) - 0.626) < 5e-4)
        let recall = try #require(estimate.recallInterval)
        #expect(abs(recall.low - 0.40) < 5e-3 && abs(recall.high - 0.86) < 5e-3)
    }

    @Test("The estimate is Horvitz and Thompson's with the strata's own shares")
    func horvitzThompson() throws {
        let items = Self.golden.flatMap { stratum in
            (0..<stratum.sampled).map { index in
                InclusionWeighted.Item(
                    value: index < stratum.positive ? 1 : 0,
                    probability: Double(stratum.sampled) / Double(stratum.size)
                )
            }
        }
        let weighted = try #require(InclusionWeighted(items))
        let estimate = try StratifiedEstimate(Self.golden)
        #expect(abs(weighted.total - estimate.total) < 1e-6)
        #expect(abs(weighted.size - 6_000) < 1e-6)
        #expect(abs(try #require(weighted.mean) - estimate.share) < 1e-9)
        // What pooling would say: 304 of 525.
        #expect(abs(304.0 / 525 - 0.579) < 5e-4 && estimate.share < 0.08)
    }

    @Test("Probabilities outside 0…1 are refused; nothing drawn has a total but no mean")
    func weightedEdges() throws {
        #expect(InclusionWeighted([.init(value: 1, probability: 0)]) == nil)
        #expect(InclusionWeighted([.init(value: 1, probability: 1.5)]) == nil)
        let none = try #require(InclusionWeighted([]))
        #expect(none.total == 0 && none.mean == nil)
    }

    @Test("A population that was read whole has no error")
    func census() throws {
        let estimate = try StratifiedEstimate([
            Stratum(id: "flagged", size: 1, sampled: 1, positive: 1, isFlagged: true),
            Stratum(id: "other", size: 3, sampled: 3, positive: 1, isFlagged: false),
        ])
        #expect(estimate.share == 0.5 && estimate.standardError == 0)
        #expect(estimate.interval == ShareInterval(low: 0.5, high: 0.5))
        #expect(estimate.recall == 0.5)
        #expect(estimate.recallInterval == ShareInterval(low: 0.5, high: 0.5))
    }

    @Test("With fewer than two readings in a stratum that is not read whole there is no estimate", arguments: [0, 1])
    func tooFew(sampled: Int) {
        let obstacle = #expect(throws: StratifiedEstimate.Obstacle.self) {
            try StratifiedEstimate([
                Self.golden[0],
                Stratum(id: "other", size: 5_600, sampled: sampled, positive: 0, isFlagged: false),
            ])
        }
        #expect(obstacle == .tooFew(stratum: "other", sampled: sampled))
    }

    @Test("An empty stratum counts nothing; an empty population has no rate")
    func empty() throws {
        let none = Stratum(id: "critical", size: 0, sampled: 0, positive: 0, isFlagged: true)
        #expect(try StratifiedEstimate(Self.golden + [none]) == StratifiedEstimate(Self.golden))
        #expect(throws: StratifiedEstimate.Obstacle.nothing) { try StratifiedEstimate([none]) }
        #expect(throws: StratifiedEstimate.Obstacle.nothing) { try StratifiedEstimate([]) }
    }

    @Test("More readings than images, or more hits than readings, are a contradiction")
    func contradiction() {
        for stratum in [
            Stratum(id: "a", size: 5, sampled: 6, positive: 1, isFlagged: true),
            Stratum(id: "a", size: 5, sampled: 3, positive: 4, isFlagged: true),
            Stratum(id: "a", size: 5, sampled: 3, positive: -1, isFlagged: true),
        ] {
            #expect(throws: StratifiedEstimate.Obstacle.contradiction(stratum: "a")) {
                try StratifiedEstimate([stratum])
            }
        }
    }

    @Test("Nothing bad found: the rate is 0 with an upper end, and there is no recall")
    func noneFound() throws {
        let estimate = try StratifiedEstimate([
            Stratum(id: "flagged", size: 10, sampled: 10, positive: 0, isFlagged: true),
            Stratum(id: "other", size: 1_000, sampled: 100, positive: 0, isFlagged: false),
        ])
        #expect(estimate.share == 0 && estimate.interval.low == 0)
        #expect(estimate.interval.high > 0.03 && estimate.interval.high < 0.04)
        #expect(estimate.recall == nil && estimate.recallInterval == nil)
    }

    @Test("Intervals hold the estimate and what is certain, however many strata are open")
    func bounds() throws {
        for sampled in [2, 20, 399] {
            let strata = [
                Stratum(id: "critical", size: 40, sampled: 5, positive: 5, isFlagged: true),
                Stratum(id: "flagged", size: 400, sampled: sampled, positive: sampled / 2, isFlagged: true),
                Stratum(id: "other", size: 5_600, sampled: 125, positive: 4, isFlagged: false),
            ]
            let estimate = try StratifiedEstimate(strata)
            #expect(estimate.interval.low < estimate.share && estimate.share < estimate.interval.high)
            let certain = Double(strata.reduce(0) { $0 + $1.positive }) / 6_040
            #expect(estimate.interval.low >= certain)
            let (recall, interval) = (try #require(estimate.recall), try #require(estimate.recallInterval))
            #expect(interval.low < recall && recall < interval.high && interval.high <= 1)
        }
    }
}
