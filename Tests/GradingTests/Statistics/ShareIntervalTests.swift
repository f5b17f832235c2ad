import Grading
import Testing

@Suite("Intervals of a share") struct ShareIntervalTests {
    @Test(
        "Wilson intervals match the domain reference",
        arguments: [(4, 125, 0.0125, 0.0794), (0, 20, 0, 0.161), (18, 20, 0.699, 0.972)]
    )
    func wilsonGoldens(count: Int, total: Int, low: Double, high: Double) throws {
        let interval = try #require(ShareInterval(wilson: count, of: total))
        // The reference prints three or four decimals.
        #expect(abs(interval.low - low) < 0.0005)
        #expect(abs(interval.high - high) < 0.0005)
    }

    @Test("An interval holds its share, lies in 0…1, and mirrors when hits and misses change places")
    func wilsonProperties() throws {
        for total in [1, 2, 7, 20, 125, 100_000] {
            for count in Set([0, 1, total / 3, total / 2, total - 1, total]) {
                let interval = try #require(ShareInterval(wilson: count, of: total))
                let mirrored = try #require(ShareInterval(wilson: total - count, of: total))
                let share = Double(count) / Double(total)
                #expect(0 <= interval.low && interval.low <= share && share <= interval.high && interval.high <= 1)
                #expect(abs(interval.low - (1 - mirrored.high)) < 1e-12)
            }
        }
    }

    @Test("There is no interval of nothing, nor of impossible counts", arguments: [(0, 0), (3, 2), (-1, 5)])
    func noInterval(count: Int, total: Int) {
        #expect(ShareInterval(wilson: count, of: total) == nil)
        #expect(ShareInterval(exact: count, of: total) == nil)
    }

    @Test(
        "Exact intervals are the quantiles that SciPy 1.17 gives for the same beta distributions",
        arguments: [
            (4, 125, 0.0087864330, 0.0799063775), (10, 20, 0.2719578496, 0.7280421504), (0, 20, 0, 0.1684334710),
            (1, 2, 0.0125791171, 0.9874208829), (20, 20, 0.8315665290, 1), (300, 400, 0.7045582814, 0.7916984933),
        ]
    )
    func exactGoldens(count: Int, total: Int, low: Double, high: Double) throws {
        let interval = try #require(ShareInterval(exact: count, of: total))
        #expect(abs(interval.low - low) < 1e-10)
        #expect(abs(interval.high - high) < 1e-10)
    }

    @Test("At an end of an exact interval, as many hits or more are as likely as the tail allows")
    func exactTails() throws {
        for (count, total) in [(1, 3), (4, 125), (19, 20), (500, 1_000), (3, 1_000_000)] {
            let interval = try #require(ShareInterval(exact: count, of: total))
            let (hits, misses) = (Double(count), Double(total - count))
            // P(X ≥ k) = I_p(k, n − k + 1) and P(X ≤ k) = 1 − I_p(k + 1, n − k).
            let above = BetaDistribution(a: hits, b: misses + 1).probability(upTo: interval.low)
            let below = 1 - BetaDistribution(a: hits + 1, b: misses).probability(upTo: interval.high)
            #expect(abs(above - 0.025) < 1e-10)
            #expect(abs(below - 0.025) < 1e-10)
        }
    }

    @Test("The incomplete beta function has its closed forms")
    func incompleteBeta() {
        for x in [0.001, 0.2, 0.5, 0.77, 0.999] {
            // I_x(1, 1) = x, I_x(a, 1) = x^a, I_x(1, b) = 1 − (1 − x)^b, I_x(2, 2) = x²(3 − 2x).
            #expect(abs(BetaDistribution(a: 1, b: 1).probability(upTo: x) - x) < 1e-14)
            #expect(abs(BetaDistribution(a: 3, b: 1).probability(upTo: x) - x * x * x) < 1e-14)
            #expect(abs(BetaDistribution(a: 1, b: 2).probability(upTo: x) - (1 - (1 - x) * (1 - x))) < 1e-14)
            #expect(abs(BetaDistribution(a: 2, b: 2).probability(upTo: x) - x * x * (3 - 2 * x)) < 1e-14)
            let whole =
                BetaDistribution(a: 7.5, b: 2.25).probability(upTo: x)
                + BetaDistribution(a: 2.25, b: 7.5).probability(upTo: 1 - x)
            #expect(abs(whole - 1) < 1e-13)
        }
        #expect(BetaDistribution(a: 2, b: 3).probability(upTo: -1) == 0)
        #expect(BetaDistribution(a: 2, b: 3).probability(upTo: 2) == 1)
    }
}
