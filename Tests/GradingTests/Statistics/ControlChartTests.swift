import Grading
import Testing

@Suite("Control charts") struct ControlChartTests {
    @Test("A p-chart's limits are those of the domain reference")
    func proportionGolden() {
        let error = ControlLimits.standardError(centre: 0.06, total: 50)
        let limits = ControlLimits(centre: 0.06, total: 50)
        #expect(abs(error - 0.03359) < 5e-6)
        #expect(abs(limits.high - 0.1608) < 5e-5)
        #expect(limits.low == 0)
    }

    @Test(
        "Exact limits are the counts that SciPy 1.17's binomial distribution gives for 0.00135 on either side",
        arguments: [(0.06, 50, 0, 9), (0.06, 20, 0, 5), (0.5, 10, 1, 9), (0.02, 100, 0, 7)]
    )
    func exactLimits(centre: Double, total: Int, low: Int, high: Int) {
        let limits = ControlLimits(exactCentre: centre, total: total)
        #expect(limits.low == Double(low) / Double(total))
        #expect(limits.high == Double(high) / Double(total))
    }

    @Test("Where all or none fail the exact limits are the share itself")
    func exactEnds() {
        #expect(ControlLimits(exactCentre: 0, total: 10) == ControlLimits(centre: 0, total: 10))
        #expect(ControlLimits(exactCentre: 1, total: 10) == ControlLimits(centre: 1, total: 10))
    }

    @Test("The moving average gives the domain reference's values and its first alarm at the seventh span")
    func movingAverageGolden() {
        // 5 % of 50 is no whole number: the shares are given of 100, and a dispersion of √2 makes the limits those of 50.
        let shares = [5, 8, 4, 10, 12, 15, 11, 16].map { ProportionChart.Sample($0, of: 100) }
        let average = MovingAverage(shares, centre: 0.06, dispersion: 2.0.squareRoot())
        let values = [0.058, 0.0624, 0.05792, 0.06634, 0.07707, 0.09166, 0.09532, 0.10826]
        let limits = [0.08015, 0.08581, 0.08885, 0.09064, 0.09173, 0.09241, 0.09284, 0.09311]
        for (step, (value, limit)) in zip(average.steps, zip(values, limits)) {
            #expect(abs(step.value - value) < 6e-6)
            #expect(abs(step.high - limit) < 6e-6)
        }
        #expect(average.steps.count == 8)
        #expect(average.steps.first { $0.isBeyond }?.index == 6)
    }

    @Test("Spans in which nothing came are passed over and keep their place")
    func gaps() throws {
        let samples = [3, 3, 0, 3, 3, 3, 3, 60].map { ProportionChart.Sample($0, of: $0 == 0 ? 0 : 100) }
        let chart = try #require(ProportionChart(samples))
        #expect(chart.limits[2] == nil && chart.scores[2] == nil)
        #expect(chart.beyond == [7])
        #expect(MovingAverage(samples, centre: chart.centre).steps.map(\.index) == [0, 1, 3, 4, 5, 6, 7])
    }

    @Test("The last span does not set the limits that it is judged by")
    func lastIsJudged() throws {
        let quiet = [6, 5, 7, 6, 5, 7].map { ProportionChart.Sample($0, of: 100) }
        let chart = try #require(ProportionChart(quiet + [.init(30, of: 100)]))
        #expect(chart.centre == 0.06)
        #expect(chart.beyond == [6])
        #expect(ProportionChart(quiet) == nil)
    }

    @Test("Shares that spread more than chance widen the limits as Laney's chart does")
    func laney() throws {
        // z = ±2 in turn: every step is 4, so σ_z = 4 ÷ 1.128.
        let centre = 0.5
        let error = ControlLimits.standardError(centre: centre, total: 10_000)
        let samples = (0..<10).map { ProportionChart.Sample(5000 + ($0 % 2 == 0 ? 100 : -100), of: 10_000) }
        #expect(abs(error - 0.005) < 1e-12)
        let dispersion = ProportionChart.dispersion(of: samples, centre: centre)
        #expect(abs(dispersion - 4 / 1.128) < 1e-9)
        let chart = try #require(ProportionChart(samples + [.init(5400, of: 10_000)]))
        let high = try #require(chart.limits[0]?.high)
        // Three standard errors of a share that is itself estimated from ten times as many items, up to one item.
        #expect(abs(high - (0.5 + 3 * 0.005 * 1.1.squareRoot() * 4 / 1.128)) < 4 / 1.128 / 10_000)
        #expect(chart.beyond == [])
    }

    @Test("Limits are never narrower than chance, however alike the shares are")
    func neverNarrower() throws {
        let chart = try #require(ProportionChart((0..<9).map { _ in .init(20, of: 200) }))
        #expect(chart.dispersion == 1)
        let (limits, chance) = (try #require(chart.limits[0]), ControlLimits(centre: 0.1, total: 200))
        #expect(limits.high > chance.high && limits.high < chance.high + 0.02)
    }

    @Test("Each Western Electric rule needs its own row, on one side")
    func westernElectric() {
        func rules(_ scores: [Double]) -> [WesternElectric] { WesternElectric.warnings(atEndOf: scores).map(\.rule) }
        #expect(rules([0.5, -0.5, 3.1]) == [.oneBeyondThree])
        #expect(rules([2.1, 0, 2.2]) == [.twoOfThreeBeyondTwo])
        #expect(rules([2.1, 0, -2.2]) == [])
        #expect(rules([1.1, 1.2, -1, 1.3, 1.1]) == [.fourOfFiveBeyondOne])
        #expect(rules(Array(repeating: 0.2, count: 8)) == [.eightOnOneSide])
        #expect(rules(Array(repeating: 0.2, count: 7)) == [])
        #expect(rules([2.1, 2.2, 0.3]) == [])
        #expect(rules([]) == [])
        #expect(WesternElectric.warnings(atEndOf: [-2.5, -2.5]).map(\.side) == [-1])
    }
}

@Suite("Sums of failures") struct FailureSumTests {
    @Test("The sum runs as in the domain reference")
    func golden() {
        let items = [0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1].map { $0 == 1 }
        let expected = [
            0, 0.69315, 0.62719, 0.56123, 1.25438, 1.94753, 1.88157, 1.81561, 1.74965, 2.4428, 3.13595, 3.82909,
        ]
        let sum = FailureSum(items, restarts: false)
        for (value, wanted) in zip(sum.values, expected) { #expect(abs(value - wanted) < 2e-5) }
        #expect(sum.values.count == expected.count)
        #expect(sum.alarms == [10, 11])
        #expect(FailureSum(items, restarts: true).alarms == [10])
    }

    @Test(
        "The mean number of items until an alarm is the domain reference's, within 3 %",
        arguments: [(0.12, 92.2), (0.20, 34.5)]
    )
    func runLength(share: Double, expected: Double) {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next() -> Double {
            // xorshift64* (S. Vigna, ACM Trans. Math. Softw. 42 (2016) 30).
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return Double((state &* 0x2545_F491_4F6C_DD1D) >> 11) / 9_007_199_254_740_992
        }
        let items = (0..<600_000).map { _ in next() < share }
        let sum = FailureSum(items, restarts: true)
        let mean = Double((sum.alarms.last ?? 0) + 1) / Double(sum.alarms.count)
        #expect(abs(mean / expected - 1) < 0.03)
    }
}
