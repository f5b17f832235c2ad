import Foundation
import Grading
import Reports
import Testing

@Suite("Indicators as table, CSV and JSON")
struct IndicatorTextTests {
    private func report(institution: InstitutionReference? = nil) throws -> IndicatorReport {
        let goals = """
            goals:
              - {indicator: net-qualified, at_least: 85, from: 2026-01-01, until: 2026-12-31}
              - {indicator: us-eq-01, at_least: 100, from: 2026-01-01, until: 2026-12-31}
            """
        return IndicatorReport(
            institution: institution,
            period: ReportPeriod(label: "2026-03", from: Fixtures.time(), until: Fixtures.time(86_400)),
            days: ("2026-03-01", "2026-03-31"),
            library: try IndicatorLibrary(own: [RubricSource(name: "goals.yaml", text: goals)]),
            measures: MeasuredValues(
                [
                    .imagesPassing: .count(90), .imagesGraded: .count(100), .physicianExams: .count(45),
                    .physicianMonths: .count(1.5), .agreementAC2: .value(0.812, low: 0.75, high: 0.87),
                ],
                remarks: [.imagesGraded: LocalizedText(zh: "3幅未计", en: "3 left out")]
            ),
            program: "0.1.0"
        )
    }

    @Test("The JSON follows its schema and comes back as the same report")
    func json() throws {
        for report in [
            try report(), try report(institution: InstitutionReference(id: "C01", name: "青禾", registered: true)),
        ] {
            let bytes = try IndicatorText.json(of: [report])
            #expect(try JSONFile(bytes, schema: "indicators").violations == [])
            #expect(try JSONDecoder().decode(IndicatorReport.self, from: Data(bytes)) == report)
        }
        let several = try IndicatorText.json(of: [try report(), try report()])
        #expect((try JSONSerialization.jsonObject(with: Data(several)) as? [Any])?.count == 2)
        #expect(try IndicatorText.lines(of: [try report(), try report()]).count { $0 == UInt8(ascii: "\n") } == 2)
    }

    @Test("The table has value, interval, counts, goal and reason, and marks what was not compared with the original")
    func table() throws {
        let text = IndicatorText.table(of: try report(), language: .zh)
        let lines = text.split(separator: "\n").map(String.init)
        let qualified = try #require(lines.first { $0.contains("图像合格率") })
        for part in ["90.0 %", "82.6–94.5", "90/100", "≥85 达标（区间跨目标值）", "3幅未计"] {
            #expect(qualified.contains(part), "\(qualified)")
        }
        #expect(lines.contains { $0.contains("US-HR-01 超声医师月均工作量 *") && $0.contains("30.0 例/月") })
        #expect(lines.contains { $0.contains("超声诊断符合率 *") && $0.contains("数据不可获取") && $0.contains("未上送本网络") })
        #expect(lines.contains { $0.contains("US-EQ-01") && $0.contains("≥100 无法判定") })
        #expect(lines.last?.hasPrefix("* 该指标的名称或计算公式尚未") == true)
        #expect(IndicatorText.table(of: try report(), language: .en).contains("not available"))
    }

    @Test("The CSV has one row an indicator with the documented columns")
    func csv() throws {
        let bytes = IndicatorText.csv(of: [try report(), try report()])
        let text = try #require(String(bytes: bytes, encoding: .utf8))
        let rows = try CSVReader(text.replacing("\u{FEFF}", with: "")).rows
        #expect(rows[0] == IndicatorText.columns.map(\.name))
        #expect(rows.count == 1 + 2 * (13 + 14))
        for row in rows { #expect(row.count == IndicatorText.columns.count) }
        let qualified = try #require(rows.first { $0[5] == "net-qualified" })
        #expect(qualified[10...12] == ["90", "100", "90.0000"])
        #expect(qualified[18...21] == ["3幅未计", "3 left out", "≥85", "met_unsure"])
    }
}
