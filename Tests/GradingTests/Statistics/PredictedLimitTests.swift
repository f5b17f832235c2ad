import Grading
import Testing

@Suite("Limits predicted from what came before") struct PredictedLimitTests {
    @Test(
        "Limits are the counts that SciPy 1.17's beta-binomial distribution gives for 0.00135 on either side",
        arguments: [
            (36, 36, 7, 5, 7), (0, 36, 7, 0, 2), (80, 80, 7, 5, 7), (6, 100, 50, 0, 12), (60, 1000, 50, 0, 9),
            (3, 200, 100, 0, 9), (6000, 100_000, 1000, 39, 84), (500, 10_000, 100_000, 4344, 5716),
        ]
    )
    func golden(count: Int, before: Int, total: Int, low: Int, high: Int) throws {
        let limits = try #require(ControlLimits(after: .init(count, of: before), total: total))
        #expect(abs(limits.low * Double(total) - Double(low)) < 1e-6)
        #expect(abs(limits.high * Double(total) - Double(high)) < 1e-6)
    }

    @Test("Where no share would be beyond them there are no limits")
    func silent() {
        #expect(ControlLimits(after: .init(5, of: 10), total: 10) == nil)
        #expect(ControlLimits(after: .init(35, of: 37), total: 2) == nil)
        #expect(ControlLimits(after: .init(0, of: 0), total: 5) == nil)
        #expect(ControlLimits(after: .init(3, of: 9), total: 0) == nil)
    }

    private func clean(_ spans: Int, of total: Int) -> [ProportionChart.Sample] {
        (0..<spans).map { _ in .init(total, of: total) }
    }

    @Test("One failure after a record without any is within the limits, and half of a span is not")
    func oneAfterNone() throws {
        let one = try #require(ProportionChart(clean(8, of: 5) + [.init(6, of: 7)]))
        #expect(one.beyond == [])
        let average = MovingAverage(one).steps
        #expect(average.allSatisfy { !$0.isFirm })
        #expect(one.scores.allSatisfy { $0 == nil })
        let many = try #require(ProportionChart(clean(8, of: 5) + [.init(3, of: 7)]))
        #expect(many.beyond == [8])
    }

    @Test("Of a clean record that came in few exams, one bad exam is no proof")
    func groups() throws {
        let samples = clean(8, of: 5) + [.init(3, of: 7)]
        let chart = try #require(ProportionChart(samples, groups: Array(repeating: 1, count: 9)))
        #expect(chart.worth == 5)
        #expect(chart.limits[8] == nil && chart.beyond == [])
        let alone = try #require(ProportionChart(samples, groups: samples.map(\.total)))
        #expect(alone.worth == 1 && alone.beyond == [8])
    }

    @Test("The average's limits are wider the fewer items its centre rests on, and near the known centre's for many")
    func averageOfEstimate() throws {
        let last = ProportionChart.Sample(40, of: 400)
        let short = try #require(ProportionChart((0..<6).map { _ in .init(40, of: 400) } + [last]))
        let known = MovingAverage(short.samples, centre: 0.1)
        let estimated = MovingAverage(short)
        for (one, other) in zip(known.steps, estimated.steps) {
            #expect(other.high > one.high && other.high < one.high + 0.02 && other.value == one.value)
        }
        #expect(estimated.steps.allSatisfy { $0.isFirm })
    }

    @Test("Of spans that have not changed fewer than one in a hundred is beyond, however few images there are")
    func falseAlarms() {
        var state: UInt64 = 0x2545_F491_4F6C_DD1D
        func next() -> Double {
            // xorshift64* (S. Vigna, ACM Trans. Math. Softw. 42 (2016) 30).
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return Double((state &* 0x2545_F491_4F6C_DD1D) >> 11) / 9_007_199_254_740_992
        }
        for (share, size) in [(0.99, 5), (0.97, 7), (0.95, 20), (0.9, 12), (0.9, 100)] {
            var alarms = 0
            for _ in 0..<2000 {
                let samples = (0..<7).map { _ in
                    ProportionChart.Sample((0..<size).count { _ in next() < share }, of: size)
                }
                if ProportionChart(samples)?.beyond.contains(6) == true { alarms += 1 }
            }
            #expect(alarms < 20, "\(share) of \(size)")
        }
    }
}
