import Foundation
import Grading
import Reports
import Testing

@Suite("Reports as tables") struct TableTests {
    /// Columns before a text in a line, Han and full-width characters counted as 2; the fixtures have no others.
    private func column(of text: String, in line: Substring) -> Int? {
        guard let range = line.range(of: text) else { return nil }
        return line[..<range.lowerBound].unicodeScalars.reduce(0) { sum, scalar in
            let wide = (0x3000...0x9FFF).contains(scalar.value) || (0xFF01...0xFF60).contains(scalar.value)
            return sum + (wide ? 2 : 1)
        }
    }

    private func lines(_ bytes: [UInt8]) throws -> [Substring] {
        try #require(String(bytes: bytes, encoding: .utf8)).split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test("Columns line up below their titles although names are in Chinese")
    func aligned() throws {
        let lines = try lines(Fixtures.exam().rendered(as: .table, language: .zh))
        let header = try #require(lines.first { $0.hasPrefix("图号") })
        for (file, section, status) in [
            ("01_肝.jpg", "第一肝门切面", "已评分"), ("02_右肾.jpg", "右肾长轴切面", "已评分"), ("04.png", "未注明切面", "无法判定"),
            ("07_half.jpg", "第一肝门切面", "无法读取"),
        ] {
            let line = try #require(lines.first { $0.contains(file) })
            #expect(column(of: file, in: line) == column(of: "文件", in: header))
            #expect(column(of: section, in: line) == column(of: "切面", in: header))
            #expect(column(of: status, in: line) == column(of: "状态", in: header))
        }
    }

    @Test("An exam's table in English, line by line")
    func golden() throws {
        var report = Fixtures.exam()
        report.images = Array(report.images.prefix(1))
        report.unreadable = []
        report.repeated = []
        report.images[0].section = SectionReference(id: "肝 left")
        let text = try lines(report.rendered(as: .table, language: .en)).joined(separator: "\n")
        #expect(
            text == """
                城东社区卫生服务中心 · A2026-0031 · 2026-03-05 · Abdomen
                first pass: 83.4 B · Passes, with room to improve
                Required sections present: 75 %
                images not to be recognised elsewhere (required sections missing: 2; files that cannot be read: 2; \
                required sections below level C: 1)
                Required sections missing: Pancreas, long axis, Gallbladder
                Required sections without a passing image: Right kidney, long axis

                No.  File       Section  Score  Level  Status  Findings
                ───  ─────────  ───────  ─────  ─────  ──────  ────────
                  1  01_肝.jpg  肝 left   96.5  A      graded

                """
        )
    }

    @Test("A file name can't send commands to the terminal")
    func escapeSequences() throws {
        var report = Fixtures.exam()
        report.images[0].file = "a\u{1B}]0;x\u{07}\u{202E}.jpg\nb"
        report.institution.name = "c\u{1B}[2J"
        let text = try lines(report.rendered(as: .table, language: .zh)).joined(separator: "\n")
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
        #expect(text.contains("a\u{FFFD}]0;x\u{FFFD}\u{FFFD}.jpg b"))
    }

    @Test("A period's table names ranks, intervals and turnaround")
    func period() throws {
        let lines = try lines(Fixtures.network().rendered(as: .table, language: .en))
        let small = try #require(lines.first { $0.contains("平安医院") })
        #expect(small.contains(Word.tooFew.text.en))
        let first = try #require(lines.first { $0.contains("城东社区卫生服务中心") })
        #expect(first.contains("94.3–98.9 %"))
        #expect(lines.contains { $0.contains("half of the exams 42 s") })
    }
}
