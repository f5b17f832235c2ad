import Foundation
import Grading
import Reports
import Testing

@Suite("A period of a technician, device or region")
struct ScopePeriodTests {
    private static func part(_ over: [Double], open: [Double] = []) -> WaitingLine.Part {
        WaitingLine.Part(over: over, open: open, target: 100)
    }

    private static func late(_ folder: String, _ seconds: Double, file: String? = nil) -> LateItem {
        LateItem(
            stage: file == nil ? .answered : .readFlagged,
            institution: "a",
            folder: folder,
            file: file,
            technician: "zhang",
            since: Fixtures.time(),
            seconds: seconds,
            target: 100,
            open: file != nil,
            night: true
        )
    }

    private static func report() -> PeriodReport {
        var report = Fixtures.network()
        report.kind = .technician
        report.institution = InstitutionReference(id: "a", name: "青禾镇卫生院", registered: true)
        report.subject = ReportSubject(id: "a/zhang", name: LocalizedText(zh: "张敏", en: "张敏"), registered: true)
        report.cuts = ReportCuts(
            ownership: .nonPublic,
            county: ReportSubject(id: "510115", name: LocalizedText(zh: "温江区", en: "Wenjiang"), registered: true),
            section: SectionReference(id: "abd.liver")
        )
        report.bySection = report.byExamType
        report.byTechnician = report.byInstitution
        report.waits = WaitingTimes(
            nightFrom: "18:00",
            nightUntil: "08:00",
            stages: [
                WaitingLine(
                    stage: .reported,
                    target: nil,
                    all: WaitingLine.Part(over: [5], open: [], target: nil),
                    day: WaitingLine.Part(over: [5], open: [], target: nil),
                    night: WaitingLine.Part(over: [], open: [], target: nil)
                ),
                WaitingLine(
                    stage: .answered,
                    target: 100,
                    all: part([20, 40, 150], open: [50, 900]),
                    day: part([20, 40]),
                    night: part([150], open: [50, 900])
                ),
            ],
            lateCount: 2,
            late: [late("one", 150), late("two", 900, file: "01.png")]
        )
        return report
    }

    @Test("What is open counts only once it is overdue; the share has its interval")
    func parts() {
        let part = Self.part([20, 40, 150], open: [50, 900])
        #expect(part.open == 2 && part.late == 2 && part.due == 4 && part.within == 0.5)
        #expect(part.interval == ShareInterval(wilson: 2, of: 4))
        #expect(part.seconds?.p50 == 40)
        let none = WaitingLine.Part(over: [], open: [50], target: 100)
        #expect(none.due == 0 && none.within == nil && none.interval == nil)
        #expect(WaitingLine.Part(over: [5], open: [], target: nil).late == nil)
    }

    @Test("The JSON keeps its schema and comes back as it was")
    func json() throws {
        let bytes = try Self.report().rendered(as: .json, language: .zh)
        #expect(try JSONFile(bytes).violations == [])
        #expect(try JSONDecoder().decode(PeriodReport.self, from: Data(bytes)) == Self.report())
        #expect(Self.report().waits?.stages.map(\.stage) == [.answered, .reported])
        #expect(Self.report().waits?.late.map(\.folder) == ["two", "one"])
    }

    @Test("The page says whom it is about, to what it is narrowed, and what is late", arguments: Language.allCases)
    func page(language: Language) throws {
        let page = try PageReader(Self.report().rendered(as: .html, language: language))
        for part in [
            "青禾镇卫生院 · 张敏 (zhang)", "仅非公立机构", "non-public institutions only", "仅温江区", "two/01.png", "达标率",
            "各技师", "By section", "50 %",
        ] {
            #expect(page.count(of: part) > 0, "\(part)")
        }
        #expect(page.count(of: "a/two/01.png") == 0)
    }

    @Test("The CSV has a row for each stage and part of the day, each late one, technician and section")
    func csv() throws {
        let text = String(decoding: try Self.report().rendered(as: .csv, language: .zh), as: UTF8.self)
        let lines = text.split(separator: "\r\n").dropFirst()
        #expect(lines.count { $0.contains(",wait,") } == 6)
        #expect(lines.contains { $0.contains(",wait,answered.night,") && $0.contains(",1,150,150,2,100,2,,,,") })
        #expect(lines.contains { $0.contains(",late,read_flagged,") && $0.contains(",a/two/01.png,zhang,900,1,") })
        #expect(lines.count { $0.contains(",technician,") } == 4)
        #expect(lines.count { $0.contains(",section,") } == 2)
    }

    @Test("The table names the scope with its cuts, and the ten worst late ones")
    func table() throws {
        let text = String(decoding: try Self.report().rendered(as: .table, language: .zh), as: UTF8.self)
        #expect(text.hasPrefix("青禾镇卫生院 · 张敏 (zhang) · 仅非公立机构 · 仅温江区 · 仅切面：abd.liver"))
        #expect(text.contains("超时清单 (2)") && text.contains("a/two/01.png"))
    }

    @Test("Every wording stands in both languages")
    func words() {
        for word in ScopeWord.allCases {
            #expect(!word.text.zh.isEmpty && !word.text.en.isEmpty, "\(word)")
            let places = { (text: String) in text.filter { $0 == "{" }.count }
            #expect(places(word.text.zh) == places(word.text.en), "\(word)")
        }
        for kind in ReportKind.allCases where kind != .exam {
            var report = Fixtures.network()
            report.kind = kind
            #expect(!report.kindName.zh.isEmpty)
        }
    }
}
