import Foundation
import Grading
import Imaging
import Reports
import Testing

@Suite("Dead elements in reports") struct DeviceDropoutTests {
    private func report() -> PeriodReport {
        var report = Fixtures.network()
        report.devices = [
            DeviceDropout(
                institution: "C01",
                device: "US-1",
                transducer: "C5-2 <x>",
                shape: "convex",
                images: 150,
                lines: [.init(first: 60, last: 62, depth: 0.574), .init(first: 180, last: 180, depth: 0.1)]
            ),
            DeviceDropout(
                institution: "C02",
                device: "US-9",
                transducer: nil,
                shape: "linear",
                images: 61,
                lines: [.init(first: 7, last: 9, depth: 0.2)]
            ),
        ]
        return report
    }

    @Test("The page names device, lines and depth, and says that nobody loses a point by it")
    func page() throws {
        let page = try PageReader(report().rendered(as: .html, language: .en))
        #expect(page.firstUnbalancedTag == nil && page.outsideParts == [])
        #expect(page.count(of: "US-1 / C5-2 &lt;x&gt;") > 0)
        #expect(page.count(of: "scan lines 60–62, 180 of 256") > 0)
        #expect(page.count(of: "by 150 images") > 0 && page.count(of: Word.deadElements.text.en) == 1)
        let well = try PageReader(Fixtures.network().rendered(as: .html, language: .en))
        #expect(well.count(of: Word.deadElements.text.en) == 0)
    }

    @Test("An exam's page draws them where they lie and says that they are the device's; its JSON has nothing of them")
    func exam() throws {
        let corners = [(100.0, 50.0), (700, 50), (700, 550), (100, 550)].map { PixelPoint(x: $0.0, y: $0.1) }
        let area = ScanGeometry.quadrilateral(
            topLeft: corners[0],
            topRight: corners[1],
            bottomRight: corners[2],
            bottomLeft: corners[3]
        )
        let found = try #require(report().devices?.first)
        let strips = try #require(DeadElementStrips(found, on: area))
        // Lines 60…62 of 256 over 600 columns from 100 on; one line alone is drawn as wide as three.
        let edges = strips.strips.map { strip in (strip.map(\.x).min() ?? 0, strip.map(\.x).max() ?? 0) }
        #expect(edges.count == 2)
        #expect(abs(edges[0].0 - 240.6) < 1 && abs(edges[0].1 - 247.7) < 1, "\(edges)")
        #expect(abs(edges[1].1 - edges[1].0 - 7.03) < 0.5, "\(edges)")
        var exam = Fixtures.exam()
        let before = try exam.rendered(as: .jsonl, language: .en)
        exam.images[0].deadElements = strips
        let page = try PageReader(exam.rendered(as: .html, language: .en))
        #expect(page.firstUnbalancedTag == nil)
        #expect(page.count(of: "polygon class=\"dead\"") == 2)
        #expect(page.count(of: "dead transducer elements") > 0)
        #expect(try exam.rendered(as: .jsonl, language: .en) == before)
        var none = found
        none.lines = []
        #expect(DeadElementStrips(none, on: area) == nil)
    }

    @Test("Table and CSV name them too, for the network by institution")
    func tableAndRows() throws {
        let table = String(decoding: try report().rendered(as: .table, language: .en), as: UTF8.self)
        #expect(table.contains(Word.deadElements.text.en))
        #expect(table.contains("C02  US-9 "))
        #expect(table.contains("7–9"))
        let text = String(decoding: try report().rendered(as: .csv, language: .en).dropFirst(3), as: UTF8.self)
        let rows = try CSVReader(text).rows
        let header = try #require(rows.first)
        let found = rows.map { Dictionary(zip(header, $0)) { first, _ in first } }.filter { $0["group"] == "dropout" }
        #expect(found.map { $0["id"] } == ["C01/US-1", "C02/US-9"])
        #expect(found.map { $0["images"] } == ["150", "61"] && found.map { $0["share"] } == ["0.57", "0.20"])
        #expect(found[0]["name_zh"]?.contains("60–62, 180") == true)
    }

    @Test("The JSON follows its schema and comes back; without a finding there is no key")
    func json() throws {
        let bytes = try report().rendered(as: .jsonl, language: .en)
        #expect(try JSONFile(bytes).violations == [])
        #expect(try JSONDecoder().decode(PeriodReport.self, from: Data(bytes)) == report())
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(#""code":"DEVICE_DROPOUT""#) && text.contains(#""depth":0.57"#))
        let well = String(decoding: try Fixtures.network().rendered(as: .jsonl, language: .en), as: UTF8.self)
        #expect(!well.contains("devices"))
    }
}
