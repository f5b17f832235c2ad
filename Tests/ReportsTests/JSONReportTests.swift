import Foundation
import Grading
import Reports
import Testing

@Suite("Reports as JSON") struct JSONReportTests {
    @Test("An exam's JSON follows its schema and comes back as the same report, without pictures")
    func exam() throws {
        let report = Fixtures.exam(preview: nil)
        for format in [ReportFormat.json, .jsonl] {
            let bytes = try Fixtures.exam().rendered(as: format, language: .zh)
            #expect(try JSONFile(bytes).violations == [])
            #expect(try JSONDecoder().decode(ExamReport.self, from: Data(bytes)) == report)
        }
    }

    @Test("A period's JSON follows its schema and comes back as the same report")
    func period() throws {
        let bytes = try Fixtures.network().rendered(as: .json, language: .en)
        #expect(try JSONFile(bytes).violations == [])
        #expect(try JSONDecoder().decode(PeriodReport.self, from: Data(bytes)) == Fixtures.network())
    }

    @Test("A report that lacks a required key, or has one too many, breaks the schema")
    func schemaBites() throws {
        let text = try #require(String(bytes: Fixtures.exam().rendered(as: .jsonl, language: .zh), encoding: .utf8))
        let lacking = text.replacingOccurrences(of: "\"program\":\"0.1.0\",\"recognition\"", with: "\"recognition\"")
        #expect(lacking != text)
        #expect(try JSONFile(Array(lacking.utf8)).violations.isEmpty == false)
        let extra = text.replacingOccurrences(of: "\"kind\":", with: "\"patient_name\":\"x\",\"kind\":")
        #expect(try JSONFile(Array(extra.utf8)).violations.isEmpty == false)
    }

    @Test("One report is one line")
    func lines() throws {
        for bytes in [
            try Fixtures.exam().rendered(as: .jsonl, language: .zh),
            try Fixtures.network().rendered(as: .jsonl, language: .zh),
        ] {
            #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 1 && bytes.last == UInt8(ascii: "\n"))
        }
    }

    @Test("What does not apply is an absent key, never null")
    func noNulls() throws {
        let report = ExamReport(
            institution: InstitutionReference(id: "c", name: "c", registered: true),
            exam: ExamReference(id: "e", folder: "e"),
            times: ExamTimes(received: Fixtures.time()),
            program: "0.1.0"
        )
        let bytes = try report.rendered(as: .jsonl, language: .zh)
        let text = try #require(String(bytes: bytes, encoding: .utf8))
        #expect(!text.contains("null") && !text.contains("\"score\""))
        #expect(try JSONFile(bytes).violations == [])
    }

    @Test("Only the texts of findings that occur are carried along")
    func textsThatOccur() {
        #expect(
            Fixtures.exam().findingTexts.byCode.keys.sorted()
                == ["CONTACT_LOSS", "GAIN_HIGH", "GEOM_UNCERTAIN", "SHADOW"]
        )
    }

    @Test("A number that JSON can't hold is an error, not a broken file")
    func notANumber() {
        var report = Fixtures.exam()
        report.score = .nan
        let error = #expect(throws: ReportError.self) { try report.rendered(as: .json, language: .zh) }
        #expect(error?.code == .notANumber)
    }
}
