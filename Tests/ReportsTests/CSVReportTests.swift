import Foundation
import Grading
import Reports
import Testing

@Suite("Reports as CSV") struct CSVReportTests {
    private func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = try #require(String(bytes: bytes.dropFirst(3), encoding: .utf8))
        let rows = try CSVReader(text).rows
        let header = try #require(rows.first)
        #expect(rows.allSatisfy { $0.count == header.count })
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    @Test("Every file of an exam is a row, with what became of it")
    func exam() throws {
        let rows = try rows(Fixtures.exam().rendered(as: .csv, language: .zh))
        #expect(rows.count == 6 + 2 + 1)
        #expect(rows.map { $0["status"] ?? "" }.filter { $0 == "unreadable" }.count == 2)
        let second = rows[1]
        #expect(second["file"] == "02_右肾.jpg" && second["score"] == "74.5" && second["level"] == "C")
        #expect(second["findings"] == "GAIN_HIGH;CONTACT_LOSS;SHADOW" && second["route"] == "review")
        #expect(second["section_en"] == "Right kidney, long axis")
        #expect(rows[2]["duplicate_of"] == "A2026-0017/01_肝.jpg")
        #expect(rows[3]["status"] == "unsure" && rows[3]["score"] == "" && rows[3]["level"] == "")
        #expect(rows[6]["error"] == "truncated" && rows[6]["score"] == "" && rows[6]["sha256"]?.count == 64)
        #expect(rows[8]["status"] == "repeated")
        #expect(rows.allSatisfy { $0["received"] == "2026-03-05T14:03:22+08:00" })
    }

    @Test("Awkward cells come back as they were")
    func awkwardCells() throws {
        var report = Fixtures.exam()
        let names = ["a,b.jpg", "say \"hi\".jpg", "two\r\nlines.jpg", " spaces ", "引号\"，逗号,", "x\"\u{301},=1+1"]
        for (index, name) in names.enumerated() { report.images[index].file = name }
        let rows = try rows(report.rendered(as: .csv, language: .zh))
        #expect(rows.prefix(6).map { $0["file"] } == names)
    }

    @Test(
        "What a spreadsheet would take for a formula is defused",
        arguments: ["=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "＝1＋1", "\t=1", "\r=1", "=\u{301}1"]
    )
    func formulas(text: String) throws {
        var report = Fixtures.exam()
        report.exam.technician = text
        report.images[0].file = text
        report.images[0].section = SectionReference(id: text)
        let rows = try rows(report.rendered(as: .csv, language: .zh))
        for column in ["technician", "file", "section"] { #expect(rows[0][column] == "'" + text) }
    }

    @Test("Ordinary text with such a sign inside is left alone")
    func harmless() throws {
        var report = Fixtures.exam()
        report.images[0].file = "a=b+c-d@e.jpg"
        let rows = try rows(report.rendered(as: .csv, language: .zh))
        #expect(rows[0]["file"] == "a=b+c-d@e.jpg")
        #expect(rows[0]["exam_date"] == "2026-03-05")
    }

    @Test("A list's numbers stay numbers, below zero too; its words are defused and quoted by their scalars")
    func lists() throws {
        let cells = ["-0.5", "12", "-1+1", "=\u{301}1", "a,\u{301}b", "x\"\u{301},=1+1", "＝1", ""]
        let text = CSVDocument.line(listed: cells)
        let row = try #require(try CSVReader(text).rows.first)
        #expect(row == ["-0.5", "12", "'-1+1", "'=\u{301}1", "a,\u{301}b", "x\"\u{301},=1+1", "'＝1", ""])
    }

    @Test("An exam without files still has its row; several exams stand below one header")
    func severalExams() throws {
        let empty = ExamReport(
            institution: InstitutionReference(id: "c", name: "c", registered: true),
            exam: ExamReference(id: "e2", folder: "e2"),
            times: ExamTimes(received: Fixtures.time()),
            program: "0.1.0"
        )
        let rows = try rows(ExamCSV.bytes(of: [Fixtures.exam(), empty]))
        #expect(rows.count == 10)
        #expect(rows[9]["exam"] == "e2" && rows[9]["file"] == "")
    }

    @Test("A period's rows are the whole, institutions, exam types, findings and missing sections")
    func period() throws {
        let rows = try rows(Fixtures.network().rendered(as: .csv, language: .zh))
        #expect(
            rows.map { $0["group"] ?? "" }
                == ["total"] + Array(repeating: "institution", count: 4) + Array(repeating: "exam_type", count: 2)
                + Array(repeating: "finding", count: 6) + Array(repeating: "missing_section", count: 3)
        )
        #expect(rows[0]["images"] == "497" && rows[0]["level_d"] == "69" && rows[0]["share"] == "0.8577")
        let missing = try #require(rows.first { $0["id"] == "abd.spleen.long" })
        #expect(missing["count"] == "4" && missing["of"] == "125")
        #expect(missing["share_low"] == "0.0125" && missing["share_high"] == "0.0794")
        let small = try #require(rows.first { $0["id"] == "b" })
        #expect(small["rank"] == "")
    }

    @Test("Every column is named once and explained in both languages")
    func columns() {
        for columns in [ExamCSV.columns, PeriodCSV.columns] {
            #expect(Set(columns.map(\.name)).count == columns.count)
            #expect(columns.allSatisfy { !$0.meaning.zh.isEmpty && !$0.meaning.en.isEmpty })
        }
    }
}
