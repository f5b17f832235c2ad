import Foundation
import Grading
import Reports
import Testing

@Suite("Drift in reports") struct DeviceDriftTests {
    private func drift() throws -> DeviceDrift {
        let reference = (0..<123).map { MetricDrift.Reading(value: Double($0 % 41), exam: Int64($0)) }
        func moved(by step: Double) throws -> MetricDrift {
            let now = reference.map { MetricDrift.Reading(value: $0.value + step, exam: $0.exam) }
            return try #require(MetricDrift(now, reference: reference))
        }
        let since = ReportTime(seconds: 1_772_700_000, offset: 28_800)
        return DeviceDrift(
            institution: "C01",
            device: "US-1 <x>",
            preset: "abdomen",
            section: "abd.gb.long",
            snapshot: "2026-02-16",
            referenceImages: 100,
            images: 100,
            metrics: try [
                DeviceDrift.Metric("pen", moved(by: 18), since: nil),
                DeviceDrift.Metric("gain.p50", moved(by: 30), since: since),
            ] + (1...4).map { DeviceDrift.Metric("metric.\($0)", try moved(by: 16), since: since) }
        )
    }

    private func report() throws -> PeriodReport {
        var report = Fixtures.network()
        report.drifts = [try drift()]
        return report
    }

    @Test("The farthest metric stands first, with both middles, how far, and since when")
    func words() throws {
        let drift = try drift()
        #expect(drift.metrics.first?.metric == "gain.p50")
        let lines = DriftWords.lines(of: drift)
        #expect(lines.count == DriftWords.shownMetrics + 1 && lines.last?.en == "2 more")
        let first = try #require(lines.first)
        #expect(first.en.hasPrefix("median brightness (0–255): median 20 → 50 (PSI "), "\(first.en)")
        #expect(first.en.hasSuffix(", since 2026-03-05") && first.zh.hasSuffix("，自 2026-03-05 起"), "\(first.en)")
        let pen = DriftWords.line(of: drift.metrics.first { $0.metric == "pen" } ?? drift.metrics[0])
        #expect(pen.en.contains("20 % → 38 %"), "\(pen.en)")
        #expect(pen.en.hasSuffix("at no one clear moment") && !pen.en.contains("spread"))
        #expect(DriftWords.basis(of: drift).en == "100 images against 100 of baseline 2026-02-16")
    }

    @Test("The CSV has one row a metric, the farthest first")
    func rows() throws {
        let text = String(decoding: try report().rendered(as: .csv, language: .en).dropFirst(3), as: UTF8.self)
        let rows = try CSVReader(text).rows
        let header = try #require(rows.first)
        let found = rows.map { Dictionary(zip(header, $0)) { first, _ in first } }.filter { $0["group"] == "drift" }
        #expect(found.count == 6)
        let first = try #require(found.first)
        #expect(first["id"] == "C01/US-1 <x>" && first["images"] == "100")
        #expect(first["name_en"]?.contains("median brightness (0–255): median 20 → 50") == true, "\(first)")
        #expect(first["oldest"]?.hasPrefix("2026-03-05") == true)
    }

    @Test("Where the middle stayed, the spread is told")
    func spread() throws {
        let reference = (0..<123).map { MetricDrift.Reading(value: Double(($0 * 13) % 41), exam: Int64($0)) }
        let now = reference.map { MetricDrift.Reading(value: 20 + 4 * ($0.value - 20), exam: $0.exam) }
        let drift = try #require(MetricDrift(now, reference: reference))
        let line = DriftWords.line(of: DeviceDrift.Metric("gain.p50", drift, since: nil))
        #expect(line.en.contains("spread 10 → 40"), "\(line.en)")
    }

    @Test("Page and table name device, section and metrics, and say that nobody loses a point by it")
    func page() throws {
        let page = try PageReader(report().rendered(as: .html, language: .en))
        #expect(page.firstUnbalancedTag == nil && page.outsideParts == [])
        #expect(page.count(of: "US-1 &lt;x&gt; / abdomen") > 0 && page.count(of: "since 2026-03-05") > 0)
        #expect(page.count(of: "costs no technician") == 1)
        let table = String(decoding: try report().rendered(as: .table, language: .zh), as: UTF8.self)
        #expect(table.contains("与以往表现不同的设备") && table.contains("中间亮度（0–255）：中位数 20 → 50"))
        let well = try PageReader(Fixtures.network().rendered(as: .html, language: .en))
        #expect(well.count(of: Word.drift.text.en) == 0)
    }

    @Test("The JSON follows its schema and comes back; where nothing has moved there is no key")
    func json() throws {
        let bytes = try report().rendered(as: .jsonl, language: .en)
        #expect(try JSONFile(bytes).violations == [])
        #expect(try JSONDecoder().decode(PeriodReport.self, from: Data(bytes)) == report())
        let well = String(decoding: try Fixtures.network().rendered(as: .jsonl, language: .en), as: UTF8.self)
        #expect(!well.contains("drifts"))
    }
}
