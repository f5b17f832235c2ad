import Grading
import Testing

@Suite("Rates from strata of several institutions") struct StratumPartsTests {
    typealias Stratum = StratifiedEstimate.Stratum

    private static func other(_ size: Int, _ sampled: Int, _ positive: Int) -> Stratum {
        Stratum(id: "other", size: size, sampled: sampled, positive: positive, isFlagged: false)
    }

    @Test("Institutions of which different shares were read each count by their own; pooling them is wrong")
    func unequalShares() throws {
        // 1,000 images with 10 % bad of which 5 % were read, 1,000 with 50 % bad of which 50 % were read.
        let parts = [Self.other(1_000, 50, 5), Self.other(1_000, 500, 250)]
        let estimate = try StratifiedEstimate(parts)
        #expect(abs(estimate.share - 0.3) < 1e-12)
        let pooled = try StratifiedEstimate([Self.other(2_000, 550, 255)])
        #expect(pooled.share > 0.46)
        #expect(estimate.interval.low < 0.3 && estimate.interval.high > 0.3 && pooled.interval.low > 0.3)
        // √(Σ (N_h/N)²(1 − n_h/N_h) p(1 − p)/(n_h − 1)): √(0.25·0.95·0.09/49 + 0.25·0.5·0.25/499).
        #expect(abs(estimate.standardError - 0.02234) < 5e-5)
    }

    @Test("One institution's interval is Clopper and Pearson's, as the domain reference has it")
    func one() throws {
        let estimate = try StratifiedEstimate([
            Stratum(id: "flagged", size: 400, sampled: 400, positive: 300, isFlagged: true), Self.other(5_600, 125, 4),
        ])
        #expect(abs(estimate.interval.low - 0.058) < 5e-4 && abs(estimate.interval.high - 0.125) < 5e-4)
    }

    @Test("Institutions alike and read alike give the rate of all together, and nearly its interval")
    func alike() throws {
        let parts = Array(repeating: Self.other(280, 25, 1), count: 20)
        let estimate = try StratifiedEstimate(parts)
        let pooled = try StratifiedEstimate([Self.other(5_600, 500, 20)])
        #expect(abs(estimate.share - 0.04) < 1e-12)
        #expect(abs(estimate.interval.low - pooled.interval.low) < 0.002)
        #expect(abs(estimate.interval.high - pooled.interval.high) < 0.004)
    }

    @Test("Too few readings alone are put together; what is still too few takes the smallest of the others along")
    func joined() {
        let (parts, together) = StratumParts([
            Self.other(100, 10, 1), Self.other(50, 1, 0), Self.other(30, 0, 0), Self.other(1, 1, 1),
            Self.other(40, 1, 1),
        ]).joined()
        #expect(parts == [Self.other(100, 10, 1), Self.other(1, 1, 1), Self.other(120, 2, 1)])
        #expect(together?.parts == 3 && together?.size == 120 && together?.sampled == 2)
        let (few, less) = StratumParts([Self.other(100, 10, 1), Self.other(60, 5, 0), Self.other(50, 0, 0)]).joined()
        #expect(few == [Self.other(100, 10, 1), Self.other(110, 5, 0)])
        #expect(less?.parts == 2 && less?.size == 110 && less?.sampled == 5)
        // One that was read whole helps only where there is nobody else.
        let (whole, last) = StratumParts([Self.other(3, 3, 1), Self.other(50, 0, 0)]).joined()
        #expect(whole == [Self.other(53, 3, 1)] && last?.parts == 2)
        let (alone, none) = StratumParts([Self.other(100, 1, 1)]).joined()
        #expect(alone == [Self.other(100, 1, 1)] && none == nil)
        #expect(StratumParts([Self.other(9, 2, 0)]).joined().together == nil)
    }

    @Test("The interval holds the truth in at least 95 of 100 draws, whether bad images are rare or where few are read")
    func coverage() throws {
        var random = SplitMix(state: 20_261_122)
        for (share, leaning) in [(0.01, 1.0), (0.03, 1.8), (0.2, 1.0), (0.2, 1.8)] {
            // Thirty institutions; where less is read, `leaning` times as much is bad.
            let places = (0..<30).map { index -> (size: Int, bad: Int, read: Int) in
                let size = 60 + Int(random.unit() * 340)
                let pace = [0.5, 1, 2][index % 3]
                let bad = Int(Double(size) * min(0.9, share * (leaning > 1 ? leaning / pace : 1)) + random.unit())
                return (size, bad, max(2, Int(Double(size) * 0.1 * pace)))
            }
            let truth = Double(places.reduce(0) { $0 + $1.bad }) / Double(places.reduce(0) { $0 + $1.size })
            var held = 0
            let draws = 400
            for _ in 0..<draws {
                let parts = places.map { place -> Stratum in
                    var (bad, left, found) = (place.bad, place.size, 0)
                    for _ in 0..<place.read {
                        if random.unit() * Double(left) < Double(bad) {
                            bad -= 1
                            found += 1
                        }
                        left -= 1
                    }
                    return Self.other(place.size, place.read, found)
                }
                let interval = try StratifiedEstimate(parts).interval
                if interval.low <= truth, truth <= interval.high { held += 1 }
            }
            // Four standard errors below 95 %.
            #expect(Double(held) / Double(draws) > 0.95 - 0.044, "\(share), \(leaning): \(held)")
        }
    }

    @Test("A standardised rate of estimates keeps their intervals")
    func standardisedEstimates() throws {
        let parts: [String: StandardisedShare.Part] = [
            "a": .init(share: 0.1, interval: ShareInterval(low: 0.04, high: 0.18)),
            "b": .init(share: 0.5, interval: ShareInterval(low: 0.4, high: 0.62)),
        ]
        let share = try #require(StandardisedShare(parts: parts, reference: ["a": 75, "b": 25, "c": 0]))
        #expect(abs(share.share - 0.2) < 1e-12 && share.coverage == 1)
        // 0.2 ∓ √((0.75·0.06)² + (0.25·0.1)²), 0.2 + √((0.75·0.08)² + (0.25·0.12)²).
        #expect(abs(share.interval.low - 0.148522) < 1e-6 && abs(share.interval.high - 0.267082) < 1e-6)
    }
}

/// Numbers that are the same in every run (Steele, Lea and Flood 2014).
private struct SplitMix {
    var state: UInt64

    /// 0 up to 1.
    mutating func unit() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
    }
}
