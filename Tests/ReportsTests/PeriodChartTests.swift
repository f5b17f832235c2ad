import Foundation
import Grading
import Reports
import Testing

@Suite("A period's charts") struct PeriodChartTests {
    @Test("Charts are part of the JSON, follow its schema and come back as the same values")
    func json() throws {
        let report = Fixtures.charted(experts: Fixtures.readNetwork().experts)
        #expect(report.charts?.passing?.centre != nil && report.charts?.funnel != nil)
        let bytes = try report.rendered(as: .json, language: .zh)
        #expect(try JSONFile(bytes).violations == [])
        #expect(try JSONDecoder().decode(PeriodReport.self, from: Data(bytes)) == report)
    }

    @Test("A month far below those before is beyond its limits, and the summary says what to do")
    func fallen() throws {
        let report = Fixtures.charted(series: Fixtures.series(last: (passing: 330, nonconforming: 3)))
        let trend = try #require(report.charts?.passing)
        #expect(trend.points.last?.place == .below)
        #expect(trend.points.dropLast().allSatisfy { $0.place == .within })
        let line = try #require(PeriodSummary(report).lines.first)
        #expect(line.state == .act)
        #expect(line.text.zh.contains("不是偶然波动") && line.text.en.contains("more than chance"))
    }

    @Test("An ordinary month is called ordinary")
    func ordinary() throws {
        let report = Fixtures.charted(before: nil)
        #expect(report.charts?.passing?.points.last?.place == .within)
        let line = try #require(PeriodSummary(report).lines.first)
        #expect(line.state == .plain)
        #expect(line.text.en.contains("ordinary variation"))
    }

    @Test("With few months before there are intervals and no limits, and the page says why")
    func young() throws {
        let report = Fixtures.charted(series: Fixtures.series(months: 4))
        let trend = try #require(report.charts?.passing)
        #expect(trend.centre == nil && trend.points.allSatisfy { $0.limits == nil && $0.interval != nil })
        let page = try PageReader(report.rendered(as: .html, language: .zh))
        #expect(page.count(of: "暂不设控制限") == 2)
    }

    @Test("An open month is drawn as a ring")
    func open() throws {
        var series = Fixtures.series()
        series.points[11].isOpen = true
        let report = Fixtures.charted(series: series)
        let plot = try #require(PeriodPlots(report).all.first { $0.id == "passing" })
        let rings = plot.drawing.marks.count { mark in
            if case .circle(_, _, .paper, _) = mark { return true }
            return false
        }
        // The month and its place in the legend.
        #expect(rings == 2)
    }

    @Test("A month whose draw is not read whole is shown, but neither judged nor part of the limits")
    func unreadDraw() throws {
        // Flagged ones were read first: all that was read does not conform.
        let whole = try #require(Fixtures.charted().charts?.nonconforming)
        var series = Fixtures.series(last: (passing: 416, nonconforming: 50))
        #expect(Fixtures.charted(series: series).charts?.nonconforming?.points.last?.place == .above)
        series.points[11].drawnUnread = 7
        let trend = try #require(Fixtures.charted(series: series).charts?.nonconforming)
        let last = try #require(trend.points.last)
        #expect(last.share == 1 && last.unread == 7 && last.interval != nil)
        #expect(last.limits == nil && last.place == nil && last.average == nil && trend.warnings.isEmpty)
        #expect(trend.centre == whole.centre)
        series = Fixtures.series()
        series.points[4].nonconforming = 50
        series.points[4].drawnUnread = 1
        let early = try #require(Fixtures.charted(series: series).charts?.nonconforming)
        #expect(early.points[4].place == nil)
        #expect((early.centre ?? 1) < 0.1)
        let page = try PageReader(Fixtures.charted(series: series).rendered(as: .html, language: .zh))
        #expect(page.count(of: "抽检图像未全部复核") > 0)
    }

    @Test("Changes from the month before are judged by their intervals, findings that ask nothing of anybody left out")
    func changes() throws {
        let changes = try #require(Fixtures.charted().charts?.changes)
        #expect(changes.map(\.finding) == [nil, "GAIN_HIGH", "CONTACT_LOSS", "SHADOW", "TGC_BAND", "JPEG_LOW"])
        let gain = changes[1]
        #expect(gain.countBefore == 131 && gain.totalBefore == 480 && gain.count == 88 && gain.total == 493)
        #expect(gain.change.isClear && gain.change.difference < 0)
        #expect(!changes[2].change.isClear)
        #expect(changes[4].countBefore == 0 && changes[4].totalBefore == 480)
    }

    @Test("An institution with few images is drawn, but neither judged nor named")
    func smallInFunnel() throws {
        let report = Fixtures.charted(rows: Fixtures.rows([(200, 0.9), (300, 0.9), (250, 0.9), (6, 0), (220, 0.5)]))
        let funnel = try #require(report.charts?.funnel)
        let places = Dictionary(uniqueKeysWithValues: funnel.rows.map { ($0.id, $0.place) })
        #expect(places["c3"] == .some(nil))
        #expect(places["c4"] == .some(.low))
        let small = try #require(funnel.rows.first { $0.id == "c3" }?.estimate)
        let large = try #require(funnel.rows.first { $0.id == "c0" }?.estimate)
        #expect(small.share > 0 && small.share < funnel.centre)
        #expect(small.interval.high - small.interval.low > large.interval.high - large.interval.low)
        #expect(PeriodSummary(report).lines.contains { $0.state == .act && $0.text.zh.contains("第5社区卫生服务中心") })
        #expect(!PeriodSummary(report).lines.contains { $0.text.zh.contains("第4社区卫生服务中心") })
    }

    @Test("Ranks and funnel go by rates that are freed of the mix, so that who does hard exams well is not the last")
    func adjusted() throws {
        let region: [String: ProportionChart.Sample] = ["easy": .init(950, of: 1000), "hard": .init(600, of: 1000)]
        var rows = Fixtures.rows([(300, 0.7), (300, 0.85), (300, 0.95)])
        let own: [[String: ProportionChart.Sample]] = [
            ["hard": .init(210, of: 300)], ["easy": .init(255, of: 300)], ["easy": .init(285, of: 300)],
        ]
        let rate = StandardisedRate(parts: [:], present: [], mix: [:])
        for index in rows.indices {
            rows[index].standardised = RowStandardised(
                passing: rate,
                nonconforming: nil,
                adjusted: MixAdjustedShare(own: own[index], reference: region)
            )
        }
        let report = Fixtures.charted(rows: rows)
        // 0.7 of the hard ones are ten points more than the network has, 0.85 of the easy ones ten less.
        #expect(report.byInstitution.map(\.id) == ["c0", "c2", "c1"])
        #expect(report.byInstitution.map(\.rank) == [1, 2, 3])
        let funnel = try #require(report.charts?.funnel)
        #expect(funnel.rate == .adjusted)
        #expect(funnel.rows.map(\.id) == ["c0", "c2", "c1"])
        for (row, share) in zip(funnel.rows, [0.875, 0.775, 0.675]) { #expect(abs(row.share - share) < 1e-9) }
        #expect(funnel.rows.map(\.place) == [.high, .within, .low])
        // Hard ones spread more: 300 of them count for 300·(0.775·0.225) ÷ (0.6·0.4).
        #expect(abs(funnel.rows[0].size - 300 * 0.174375 / 0.24) < 1e-9 && funnel.rows[1].size == 300)
        let plot = try #require(PeriodPlots(report).all.first { $0.id == "funnel" })
        #expect(plot.caption.zh.contains("已按检查类型调整") && plot.note.en.contains("expected"))
        let page = String(decoding: try report.rendered(as: .html, language: .zh), as: UTF8.self)
        #expect(page.contains("名次按调整后合格率"))
        let plain = Fixtures.charted(rows: Fixtures.rows([(300, 0.7), (300, 0.85)]))
        #expect(plain.charts?.funnel?.rate == .plain && plain.byInstitution.map(\.id) == ["c1", "c0"])
        let plainPage = String(decoding: try plain.rendered(as: .html, language: .zh), as: UTF8.self)
        #expect(!plainPage.contains("名次按调整后合格率"))
    }

    @Test("One institution alone, or beside one with few images, makes no funnel")
    func lonely() {
        #expect(Fixtures.charted(rows: Fixtures.rows([(200, 0.9)])).charts?.funnel == nil)
        #expect(Fixtures.charted(rows: Fixtures.rows([(200, 0.9), (19, 0.5)])).charts?.funnel == nil)
    }

    @Test("A technician's alarms are in the summary")
    func failures() throws {
        var series = Fixtures.series()
        series.drawnFailures = (0..<40).map { $0 % 4 == 3 || $0 > 34 }
        let report = Fixtures.charted(series: series, experts: Fixtures.readNetwork().experts)
        let run = try #require(report.charts?.failures)
        #expect(run.items == 40 && run.failures == 13 && !run.alarms.isEmpty)
        #expect(PeriodSummary(report).lines.contains { $0.state == .act && $0.text.en.contains("alarms: ") })
        series.drawnFailures = [true, true, true]
        #expect(Fixtures.charted(series: series).charts?.failures == nil)
    }

    @Test("A period without exams has neither summary nor plots")
    func empty() throws {
        let report = PeriodReport(
            period: Fixtures.march,
            counts: PeriodCounts(),
            series: PeriodSeries(
                step: .month,
                points: [.init(label: "2026-03", exams: 0, graded: 0, passing: 0)],
                days: []
            ),
            program: "0.1.0"
        )
        #expect(report.charts == nil && PeriodPlots(report).all.isEmpty && PeriodSummary(report).lines.isEmpty)
        let page = try PageReader(report.rendered(as: .html, language: .zh))
        #expect(page.count(of: "<svg class=\"plot\"") == 0)
    }

    @Test("The first lines of the terminal's table are the summary's")
    func table() throws {
        let table = try PageReader(Fixtures.charted().rendered(as: .table, language: .en))
        #expect(table.count(of: "[note] Pass rate 86 % (416 of 485 images). Within the control limits") == 1)
    }
}
