import Foundation
import Grading
import Testing

@Suite("Population stability")
struct PopulationStabilityTests {
    private let hundred = (1...100).map(Double.init)

    @Test("The same values have moved by nothing, whatever their order")
    func same() throws {
        let found = try #require(PopulationStability(of: hundred.reversed(), reference: hundred))
        #expect(found.index == 0 && found.bins == 10 && found.verdict == .steady)
    }

    @Test("Values half the range higher give what is worked out by hand")
    func shifted() throws {
        // Borders 10, 20 … 90. Of 51…150 none is in the first five bins, ten in each of the next four, 60 in the last;
        // with ½ added the shares are .5/105, 10.5/105 and 60.5/105 against 10.5/105 = .1 each.
        let found = try #require(PopulationStability(of: hundred.map { $0 + 50 }, reference: hundred))
        let (none, most) = (0.5 / 105, 60.5 / 105)
        let expected = 5 * (none - 0.1) * log(none / 0.1) + (most - 0.1) * log(most / 0.1)
        #expect(abs(found.index - expected) < 1e-12 && abs(expected - 2.283_7) < 1e-4, "\(found.index) \(expected)")
        #expect(found.verdict == .moved)
        // χ² of 9 degrees of freedom, .9999: 33.72; 1/100 + 1/100.
        #expect(abs(found.chance - 0.674_4) < 1e-4)
    }

    @Test("A metric that is nearly always 0 has as many bins as it has values apart")
    func ties() throws {
        let zeros = [Double](repeating: 0, count: 60)
        let half = [Double](repeating: 0, count: 30) + [Double](repeating: 1, count: 30)
        let still = try #require(PopulationStability(of: zeros, reference: zeros))
        #expect(still.index == 0 && still.bins == 2)
        let found = try #require(PopulationStability(of: half, reference: zeros))
        // (30.5 − 60.5)/61 · ln(30.5/60.5) + (30.5 − .5)/61 · ln(30.5/.5) = 2.3586
        let expected = -30.0 / 61 * log(30.5 / 60.5) + 30.0 / 61 * log(61)
        #expect(abs(found.index - expected) < 1e-12, "\(found.index)")
        #expect(found.bins == 2 && found.verdict == .moved)
    }

    @Test("Fewer than fifty values on either side say nothing; values that are none do not count")
    func tooFew() {
        #expect(PopulationStability(of: Array(hundred[..<49]), reference: hundred) == nil)
        #expect(PopulationStability(of: hundred, reference: Array(hundred[..<49])) == nil)
        #expect(PopulationStability(of: [], reference: []) == nil)
        let holes = Array(hundred[..<49]) + [.nan, .infinity]
        #expect(PopulationStability(of: holes, reference: hundred) == nil)
        #expect(PopulationStability(of: holes + [3], reference: hundred) != nil)
    }

    @Test("What two exams show is no proof, however many pictures they have")
    func fewExams() throws {
        let found = try #require(
            PopulationStability(of: hundred.map { $0 + 50 }, reference: hundred, independent: (100, 2))
        )
        #expect(found.index > 2 && found.chance > 17 && found.verdict == .steady)
    }

    /// Normal deviates by a fixed generator, in pairs after Box and Muller.
    private func deviates(_ count: Int, seed: UInt64) -> [Double] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func random() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(state >> 11) / Double(1 << 53)
        }
        return (0..<count).map { _ in (-2 * log(max(1e-12, random()))).squareRoot() * cos(2 * .pi * random()) }
    }

    @Test("No alarm on devices that have not changed; a standard deviation's shift is found by sixty values")
    func alarms() {
        var falseAlarms = 0
        var found = 0
        for seed in 1...400 {
            let values = deviates(360, seed: UInt64(seed))
            let (reference, current) = (Array(values[..<300]), Array(values[300...]))
            if PopulationStability(of: current, reference: reference)?.verdict != .steady { falseAlarms += 1 }
            let moved = current.map { $0 + 1.5 }
            if PopulationStability(of: moved, reference: reference)?.verdict == .moved { found += 1 }
        }
        #expect(falseAlarms == 0)
        #expect(found >= 396, "\(found)")
    }
}

@Suite("Moment of a change")
struct ChangePointTests {
    /// Pettitt's own definition: Σ sgn(xᵢ − xⱼ) over i ≤ t < j.
    private func height(_ values: [Double], _ before: Int) -> Int {
        values[..<before].reduce(0) { sum, first in
            sum + values[before...].reduce(0) { $0 + (first > $1 ? 1 : first < $1 ? -1 : 0) }
        }
    }

    @Test("A step lies where it was made")
    func step() throws {
        let found = try #require(ChangePoint(in: [1, 3, 2, 10, 12, 11]))
        // Ranks 1 3 2 | 4 6 5: U₃ = 2 · 6 − 3 · 7 = −9; 2 · exp(−6 · 81 / (216 + 36)) = .2908.
        #expect(found.before == 3 && abs(found.chance - 0.290_8) < 1e-4)
        let long = (0..<40).map { Double($0 % 7) } + (0..<25).map { 5 + Double($0 % 7) }
        let clear = try #require(ChangePoint(in: long))
        #expect((38...42).contains(clear.before) && clear.chance < 1e-6)
    }

    @Test("Ranks give what the definition by pairs gives, ties included")
    func definition() throws {
        for seed in 1...20 {
            let values = (0..<23).map { Double(($0 * 37 + seed * 13) % 7) + ($0 > 12 ? 1 : 0) }
            let found = try #require(ChangePoint(in: values))
            let heights = (1..<values.count).map { abs(height(values, $0)) }
            let largest = try #require(heights.max())
            #expect(heights[found.before - 1] == largest)
            let (n, k) = (Double(values.count), Double(largest))
            #expect(abs(found.chance - min(1, 2 * exp(-6 * k * k / (n * n * n + n * n)))) < 1e-12)
        }
    }

    @Test("A series that does not move, a single value and none have no clear moment")
    func none() throws {
        #expect(try #require(ChangePoint(in: [4, 4, 4, 4])).chance == 1)
        #expect(ChangePoint(in: [1]) == nil && ChangePoint(in: []) == nil && ChangePoint(in: [1, .nan]) == nil)
    }
}
