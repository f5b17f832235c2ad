import Grading
import Reports
import Testing

@Suite("Statistics of reports") struct StatisticsTests {
    @Test("Quantiles are nearest ranks")
    func quantiles() throws {
        let summary = try #require(Distribution((1...20).reversed().map(Double.init)))
        #expect(summary.count == 20)
        #expect(summary.mean == 10.5)
        #expect(summary.min == 1 && summary.max == 20)
        #expect(summary.p10 == 2 && summary.p25 == 5 && summary.p50 == 10)
        #expect(summary.p75 == 15 && summary.p90 == 18 && summary.p95 == 19)
    }

    @Test("Counted numbers give what the same numbers one by one give")
    func counted() {
        let counts: [(number: Double, count: Int)] = [(80.5, 3), (12, 1), (99.9, 40), (60, 0), (80.4, 7)]
        let singles = counts.flatMap { Array(repeating: $0.number, count: $0.count) }
        let one = Distribution(counted: counts)
        let two = Distribution(singles)
        #expect(one?.count == 51)
        #expect(one.map { abs($0.mean - (two?.mean ?? 0)) < 1e-9 } == true)
        #expect(one?.p50 == two?.p50 && one?.p10 == two?.p10 && one?.p95 == two?.p95)
        #expect(Distribution([]) == nil)
    }

    private func row(_ id: String, passing: Int, failing: Int) -> PeriodRow {
        PeriodRow(
            id: id,
            name: LocalizedText(zh: id, en: id),
            counts: PeriodCounts(graded: passing + failing),
            levels: LevelCounts(a: passing, d: failing)
        )
    }

    @Test("An institution under 20 graded images is never ranked, however good")
    func smallIsNotRanked() {
        let report = PeriodReport(
            period: Fixtures.march,
            counts: PeriodCounts(),
            byInstitution: [
                row("small", passing: 19, failing: 0), row("least", passing: 10, failing: 10),
                row("large", passing: 190, failing: 10),
            ],
            program: "0.1.0"
        )
        #expect(report.byInstitution.map(\.id) == ["large", "least", "small"])
        #expect(report.byInstitution.map(\.rank) == [1, 2, nil])
    }

    @Test("Institutions whose intervals overlap share a rank")
    func overlapSharesRank() {
        let report = PeriodReport(
            period: Fixtures.march,
            counts: PeriodCounts(),
            byInstitution: [
                row("b", passing: 48, failing: 2), row("a", passing: 47, failing: 3),
                row("c", passing: 20, failing: 30), row("d", passing: 21, failing: 29),
            ],
            program: "0.1.0"
        )
        #expect(report.byInstitution.map(\.id) == ["b", "a", "d", "c"])
        #expect(report.byInstitution.map(\.rank) == [1, 1, 3, 3])
    }

    @Test("Findings and missing sections stand most frequent first, whatever order they came in")
    func paretoOrder() {
        let report = Fixtures.network()
        #expect(report.findings.map(\.images) == [88, 62, 31, 12, 8, 3])
        #expect(report.missingSections.map(\.missing) == [18, 4, 0])
    }
}
