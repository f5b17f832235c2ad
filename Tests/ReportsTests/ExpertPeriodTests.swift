import Foundation
import Grading
import Reports
import Testing

@Suite("A period's expert work") struct ExpertPeriodTests {
    private func text(_ report: PeriodReport, _ format: ReportFormat, _ language: Language = .zh) throws -> String {
        try #require(String(bytes: report.rendered(as: format, language: language), encoding: .utf8))
    }

    @Test("Agreement has share, AC2 and κ of the domain reference's table")
    func agreement() throws {
        let agreement = Fixtures.experts().agreement
        #expect(agreement.pairs == 127)
        #expect(abs(try #require(agreement.ac2) - 0.87507) < 5.1e-6)
        #expect(abs(try #require(agreement.kappa) - 0.83658) < 5.1e-6)
        let interval = try #require(agreement.ac2Interval)
        #expect(interval.low < 0.875 && interval.high > 0.875 && interval.high - interval.low < 0.12)
        #expect(agreement.interval == ShareInterval(wilson: 93, of: 127))
    }

    @Test("One level only: AC2 is there, κ is said to be undefined; few pairs have no coefficient")
    func edges() throws {
        let drawn = Fixtures.experts().agreementDrawn
        #expect(drawn.pairs == 30 && drawn.ac2 == 1 && drawn.ac2Interval == nil && drawn.kappa == nil)
        let blind = Fixtures.experts().agreementBlind
        #expect(blind.pairs == 6 && blind.ac2 == nil && blind.kappa == nil && blind.share != nil)
        #expect(LevelAgreement([]).pairs == 0)
        let table = try text(Fixtures.readNetwork(), .table)
        #expect(table.contains("无法定义（只出现一个等级）") && table.contains("不足 20 对，不给系数"))
    }

    @Test("The rate is the domain reference's, with interval and recall", arguments: [ReportFormat.table, .html])
    func rate(format: ReportFormat) throws {
        let text = try text(Fixtures.readNetwork(), format)
        #expect(text.contains("8.0 %（95% 区间 5.8–12.5 %，标准误 1.5 %）"))
        // 0 of 6 seen of 68: the formula's standard error is 0, which is no certainty.
        let none = NonconformingRate([
            .init(id: "critical", size: 12, sampled: 12, positive: 12, isFlagged: true),
            .init(id: "flagged", size: 0, sampled: 0, positive: 0, isFlagged: true),
            .init(id: "other", size: 68, sampled: 6, positive: 0, isFlagged: false),
        ])
        #expect(none.share == 0.15 && none.standardError == nil && none.interval != nil)
        #expect(text.contains("初筛送审了 62.6 %（40.1–85.9 %）"))
        // What pooling would say: 304 of 525.
        #expect(!text.contains("57.9") && !text.contains("58 %"))
    }

    @Test("Too little read: the report says so and gives no number", arguments: Language.allCases)
    func thin(language: Language) throws {
        let report = Fixtures.readNetwork(isThin: true)
        let rate = try #require(report.experts?.nonconforming)
        #expect(rate.share == nil && rate.recall == nil && rate.interval == nil)
        #expect(rate.obstacle == .tooFewRead && rate.obstacleStratum == "other")
        let words = Word.stratumOther.text[language]
        for format in [ReportFormat.table, .html] {
            #expect(try text(report, format, language).contains("“\(words)”"))
        }
        let csv = try text(report, .csv)
        #expect(csv.contains("too_few_read:other"))
        #expect(try JSONFile(report.rendered(as: .json, language: language)).violations == [])
    }

    @Test("The JSON follows its schema and comes back as the same report")
    func json() throws {
        let bytes = try Fixtures.readNetwork().rendered(as: .json, language: .en)
        #expect(try JSONFile(bytes).violations == [])
        #expect(try JSONDecoder().decode(PeriodReport.self, from: Data(bytes)) == Fixtures.readNetwork())
    }

    @Test("The page is whole and names every stage, pile and verdict", arguments: Language.allCases)
    func page(language: Language) throws {
        let page = try PageReader(Fixtures.readNetwork().rendered(as: .html, language: language))
        #expect(page.outsideParts == [] && page.firstUnbalancedTag == nil && page.notNumbers == 0)
        #expect(page.count(of: "&lt;") == 0)
        for word in [
            Word.stageGraded, .stageClaimed, .stageReviewed, .stageReported, .openCritical, .openFlagged, .openSampled,
            .openDisputes, .openConsultations, .verdicts, .machineByExpert, .estimatedNonconforming,
        ] {
            #expect(page.count(of: word.text.zh) >= 1, "\(word)")
        }
        #expect(page.count(of: "2 h 46 min") >= 1)
    }

    @Test("The sheet has a row for each agreement, verdict, stratum, stage and pile")
    func csv() throws {
        let text = try text(Fixtures.readNetwork(), .csv)
        let rows = try CSVReader(String(text.dropFirst())).rows
        let header = try #require(rows.first)
        #expect(rows.allSatisfy { $0.count == header.count })
        let named = rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
        func group(_ name: String) -> [[String: String]] { named.filter { $0["group"] == name } }
        #expect(group("agreement").map { $0["id"] } == ["level", "drawn", "blind"])
        #expect(group("agreement")[0]["ac2"] == "0.8751" && group("agreement")[0]["kappa"] == "0.8366")
        #expect(group("agreement")[2]["ac2"] == "" && group("agreement")[2]["of"] == "6")
        #expect(group("verdict").map { $0["id"] } == ["GAIN_HIGH", "SHADOW", "JPEG_LOW"])
        #expect(group("verdict")[1]["share"] == "0.9000" && group("verdict")[2]["share"] == "")
        #expect(group("stratum").map { $0["images"] } == ["100", "300", "5600"])
        #expect(group("nonconforming")[0]["share"] == "0.0799" && group("recall")[0]["share"] == "0.6260")
        #expect(group("stage").map { $0["id"] } == ["graded", "claimed", "reviewed", "reported"])
        #expect(group("open")[0]["count"] == "2" && group("open")[2]["oldest"] == "")
        #expect(group("institution").filter { $0["read"] == "40" }.count == 1)
    }

    @Test("Without experts a period reads as before")
    func noExperts() throws {
        let page = try PageReader(Fixtures.network().rendered(as: .html, language: .zh))
        #expect(page.count(of: "<h2 class=\"section\">") == 0)
        #expect(page.count(of: Word.estimatedNonconforming.text.zh) == 0)
    }
}
