import Grading
import Testing

@Suite("Drift of one metric")
struct MetricDriftTests {
    /// Values with an exam each, or all of them in so many exams.
    private func readings(_ values: [Double], exams: Int = .max) -> [MetricDrift.Reading] {
        values.enumerated().map { MetricDrift.Reading(value: $0.element, exam: Int64($0.offset % exams)) }
    }

    /// Whole numbers from 50 to 90, each three times: the middle is 70, and 10 is the middle of the distances from it.
    private let usual = (0..<123).map { index -> Double in Double(50 + (index * 13) % 41) }

    @Test("A step is found with both middles, and the moment lies where it began")
    func step() throws {
        let now = Array(usual[..<20]) + usual[..<60].map { $0 + 45 }
        let drift = try #require(MetricDrift(readings(now), reference: readings(usual)))
        #expect(drift.stability.verdict == .moved)
        #expect(drift.before.median == 70 && drift.before.mad == 10 && drift.now.median > 100)
        #expect(drift.change.map { (141...145).contains($0) } == true, "\(drift.change ?? -1)")
    }

    @Test("Where only the spread is another one there is drift without a moment")
    func spread() throws {
        let now = usual.map { 70 + 4 * ($0 - 70) }
        let drift = try #require(MetricDrift(readings(now), reference: readings(usual)))
        #expect(drift.stability.verdict == .moved && drift.change == nil)
        #expect(drift.now.median == 70 && drift.now.mad == 40)
    }

    @Test("Nothing moved: no moment is named; all of it from one exam is no proof")
    func steady() throws {
        let same = try #require(MetricDrift(readings(usual.reversed()), reference: readings(usual)))
        #expect(same.stability.verdict == .steady && same.change == nil)
        let one = try #require(MetricDrift(readings(usual.map { $0 + 30 }, exams: 1), reference: readings(usual)))
        #expect(one.stability.verdict == .steady && one.change == nil)
        #expect(MetricDrift(readings(Array(usual[..<49])), reference: readings(usual)) == nil)
    }
}
