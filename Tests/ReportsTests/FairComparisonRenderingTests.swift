import Foundation
import Grading
import Reports
import Testing

@Suite("Standardised rates, urgent findings and silent institutions on paper, page and in files")
struct FairComparisonRenderingTests {
    private static let mix = [
        ExamShare(examType: Fixtures.abdomen, graded: 300, passing: 270, readable: 310),
        ExamShare(
            examType: ExamTypeReference(id: "thyroid", name: LocalizedText(zh: "甲状腺", en: "Thyroid")),
            graded: 100,
            passing: 60,
            readable: 101
        ),
    ]

    /// The month in which one institution lacks an exam type, three images are urgent and one institution was silent.
    static func report() -> PeriodReport {
        let plain = Fixtures.readNetwork()
        var rows = plain.byInstitution
        rows[0].standardised = RowStandardised(
            passing: StandardisedRate(
                parts: ["abdomen": .init(share: 0.875, interval: ShareInterval(low: 0.81, high: 0.92))],
                present: ["abdomen"],
                mix: ["abdomen": 300, "thyroid": 100]
            ),
            nonconforming: StandardisedRate(
                parts: [:],
                present: ["abdomen"],
                mix: ["abdomen": 310, "thyroid": 101]
            ),
            adjusted: MixAdjustedShare(
                own: ["abdomen": .init(49, of: 56)],
                reference: ["abdomen": .init(270, of: 300), "thyroid": .init(60, of: 100)]
            )
        )
        func image(_ number: Int, _ state: UrgentFindings.State, _ code: String) -> UrgentFindings.Image {
            UrgentFindings.Image(
                institution: "a",
                folder: "20260310_E\(number)",
                file: "<\(number)>.png",
                technician: "zhang",
                codes: [code],
                received: Fixtures.time(number),
                state: state
            )
        }
        return PeriodReport(
            period: plain.period,
            counts: plain.counts,
            scores: plain.scores,
            levels: plain.levels,
            missingSections: plain.missingSections,
            findings: plain.findings,
            turnaround: plain.turnaround,
            experts: plain.experts,
            urgent: UrgentFindings(
                critical: .init(
                    count: 2,
                    waiting: 1,
                    rejected: 0,
                    images: [image(1, .read, "CONTACT_LOSS"), image(2, .waiting, "GAIN_HIGH")]
                ),
                duplicates: .init(count: 1, waiting: 0, rejected: 1, images: [image(3, .rejected, "SHADOW")])
            ),
            handedInNothing: [InstitutionReference(id: "z9", name: "永宁镇卫生院", registered: true)],
            standard: mix,
            byInstitution: rows,
            byExamType: plain.byExamType,
            findingTexts: Fixtures.texts,
            rubrics: plain.rubrics,
            program: plain.program
        )
    }

    @Test("The JSON follows its schema and comes back as the same report")
    func json() throws {
        let bytes = try Self.report().rendered(as: .json, language: .zh)
        #expect(try JSONFile(bytes).violations == [])
        #expect(try JSONDecoder().decode(PeriodReport.self, from: Data(bytes)) == Self.report())
    }

    @Test("The first minute says how many are urgent and where, and who handed in nothing; what is settled is plain")
    func minute() {
        let lines = PeriodSummary(Self.report()).lines
        let critical = lines.first { $0.text.zh.contains("严重问题的图像 2 张（待专家复核 1）") }
        #expect(critical?.state == .act)
        // What waits comes first.
        #expect(critical?.text.zh.contains("a/20260310_E2/<2>.png、a/20260310_E1/<1>.png") == true)
        let duplicates = lines.first { $0.text.en == "Pictures of several patients: 1, all rejected by an expert." }
        #expect(duplicates?.state == .plain && duplicates?.text.zh == "跨患者重复图 1 张，专家均已否定。")
        let silent = lines.first { $0.text.zh.contains("1 家本期未提交任何检查") }
        #expect(silent?.state == .act && silent?.text.zh.contains("永宁镇卫生院 z9") == true)
    }

    @Test("Only what no expert has rejected counts as urgent and is pointed at")
    func rejected() throws {
        var report = Self.report()
        report.urgent?.critical?.rejected = 1
        report.urgent?.critical?.images[1].state = .rejected
        let line = try #require(PeriodSummary(report).lines.first { $0.text.zh.contains("有严重问题的图像") })
        #expect(line.state == .act && line.text.zh.contains("有严重问题的图像 1 张（待专家复核 1、另有 1 张专家已否定，不计）"))
        #expect(line.text.zh.contains("<2>.png") && !line.text.zh.contains("<1>.png"))
    }

    @Test("In a period that is not over nobody is blamed yet")
    func open() throws {
        var report = Self.report()
        report.period.isOpen = true
        let line = try #require(PeriodSummary(report).lines.first { $0.text.zh.contains("永宁镇卫生院 z9") })
        #expect(line.state == .plain && line.text.zh.contains("截至今日 1 家本期尚未提交"))
        #expect(line.text.en.contains("so far"))
        #expect(try JSONFile(report.rendered(as: .json, language: .zh)).violations == [])
    }

    @Test("A month in which nothing came says who should have handed in, and nothing else")
    func empty() throws {
        let empty = PeriodReport(
            period: Fixtures.march,
            counts: PeriodCounts(),
            handedInNothing: [InstitutionReference(id: "z9", name: "永宁镇卫生院", registered: true)],
            program: "0.1.0"
        )
        #expect(PeriodSummary(empty).lines.count == 1)
        let page = try PageReader(empty.rendered(as: .html, language: .zh))
        #expect(page.count(of: "永宁镇卫生院（本期未提交）") == 1)
    }

    @Test("The CSV has the standardised rates in columns of their own, the mix and the urgent images as rows")
    func csv() throws {
        let text = try #require(String(bytes: Self.report().rendered(as: .csv, language: .zh), encoding: .utf8))
        let lines = try CSVReader(text).rows
        let names = PeriodCSV.columns.map(\.name)
        let rows = lines.dropFirst().map { Dictionary(zip(names, $0), uniquingKeysWith: { first, _ in first }) }
        let first = try #require(rows.first { $0["group"] == "institution" && $0["id"] == "a" })
        #expect(first["share"] == "0.9750" && first["standardised"] == "0.8750")
        #expect(first["standardised_low"] == "0.8100" && first["standardised_high"] == "0.9200")
        #expect(first["standardised_coverage"] == "0.7500" && first["standardised_lacking"] == "thyroid")
        #expect(first["standardised_nonconforming"] == "" && first["standardised_nonconforming_coverage"] == "0.0000")
        #expect(first["standardised_nonconforming_lacking"] == "thyroid abdomen")
        #expect(rows.filter { $0["group"] == "standard" }.map { $0["id"] } == ["abdomen", "thyroid"])
        #expect(rows.first { $0["group"] == "standard" }?["share"] == "0.7543")
        let critical = rows.filter { $0["group"] == "critical" }
        #expect(critical.map { $0["state"] } == ["waiting", "read"])
        #expect(critical.first?["place"] == "a/20260310_E2/<2>.png" && critical.first?["id"] == "GAIN_HIGH")
        #expect(rows.filter { $0["group"] == "duplicate" }.map { $0["state"] } == ["rejected"])
        let silent = try #require(rows.first { $0["id"] == "z9" })
        #expect(silent["handed_in_nothing"] == "1" && silent["exams"] == "0" && silent["rank"] == "")
    }

    @Test("Page, paper and terminal show both rates beside each other, what is lacking, and where urgent images lie")
    func rendered() throws {
        let page = try PageReader(Self.report().rendered(as: .html, language: .zh))
        for words in [
            "标化初筛达标率", "87.5 % <span class=\"note\">(81.0–92.0 %)</span>", "无图像：甲状腺", "全网络同期构成",
            "a/20260310_E2/&lt;2&gt;.png", "永宁镇卫生院（本期未提交）",
        ] {
            #expect(page.count(of: words) > 0, "\(words)")
        }
        let table = try #require(String(bytes: Self.report().rendered(as: .table, language: .en), encoding: .utf8))
        #expect(table.contains("Standardised") && table.contains("no images: Thyroid"))
        #expect(table.contains("a/20260310_E2/<2>.png"))
        #expect(try Self.report().rendered(as: .pdf, language: .zh).starts(with: Array("%PDF-".utf8)))
    }
}
