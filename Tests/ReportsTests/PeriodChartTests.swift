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

    /// Weeks of one image an exam, the last with one failure.
    private func weeks(last: (passing: Int, graded: Int)) -> PeriodReport {
        let mondays = ["03-09", "03-16", "03-23", "03-30", "04-06", "04-13", "04-20", "04-27", "05-04"]
        let points = mondays.map { day in
            let (passing, graded) = day == "05-04" ? last : (4, 4)
            return PeriodSeries.Point(label: "2026-\(day)", exams: graded, graded: graded, passing: passing)
        }
        return PeriodReport(
            institution: InstitutionReference(id: "C01", name: "县医院", registered: true),
            period: ReportPeriod(
                label: "2026-03-09 – 2026-05-10",
                from: ReportTime(seconds: 1_772_985_600, offset: 28_800),
                until: ReportTime(seconds: 1_778_428_800, offset: 28_800)
            ),
            counts: PeriodCounts(exams: 32 + last.graded, graded: 32 + last.graded),
            levels: LevelCounts(a: 32 + last.passing, b: 0, c: 0, d: last.graded - last.passing),
            series: PeriodSeries(step: .week, points: points, days: []),
            program: "0.1.0"
        )
    }

    @Test("One failing image after a clean record is ordinary variation, and the summary names the week that it judges")
    func oneFailure() throws {
        let report = weeks(last: (6, 7))
        let last = try #require(report.charts?.passing?.points.last)
        #expect(last.place == .within && last.averagePlace == nil)
        #expect(report.charts?.passing?.warnings == [])
        let line = try #require(PeriodSummary(report).lines.first)
        #expect(line.state == .plain)
        #expect(line.text.zh.contains("2026-05-04 起的一周：") && line.text.en.contains("Week of 2026-05-04: "))
        #expect(line.text.zh.contains("属正常波动") && !line.text.zh.contains("不是偶然"))
    }

    @Test("Where a week's images are too few to be judged the chart says so and no limits are drawn")
    func tooFewToJudge() throws {
        let report = weeks(last: (0, 1))
        let last = try #require(report.charts?.passing?.points.last)
        #expect(last.limits == nil && last.place == nil && last.share == 0)
        let plot = try #require(PeriodPlots(report).all.first { $0.id == "passing" })
        #expect(plot.caption.zh.contains("图像太少") && plot.caption.en.contains("Too few images"))
        #expect(PeriodSummary(report).lines.first?.state == .plain)
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
        #expect(page.contains("名次按调整后初筛达标率"))
        let plain = Fixtures.charted(rows: Fixtures.rows([(300, 0.7), (300, 0.85)]))
        #expect(plain.charts?.funnel?.rate == .plain && plain.byInstitution.map(\.id) == ["c1", "c0"])
        let plainPage = String(decoding: try plain.rendered(as: .html, language: .zh), as: UTF8.self)
        #expect(!plainPage.contains("名次按调整后初筛达标率"))
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
        #expect(
            PeriodSummary(report).lines.contains { $0.state == .act && $0.text.en.contains("Alarms in this period: ") }
        )
        series.drawnFailures = [true, true, true]
        #expect(Fixtures.charted(series: series).charts?.failures == nil)
    }

    @Test("An alarm of a month long past asks for nothing now; month and place are named")
    func oldAlarm() throws {
        func report(days: [String]) throws -> PeriodReport {
            var series = Fixtures.series()
            series.drawnFailures = [true, true, true, true, true] + Array(repeating: false, count: 40)
            series.drawnDays = days
            return Fixtures.charted(series: series, experts: Fixtures.readNetwork().experts)
        }
        func line(_ report: PeriodReport) throws -> PeriodSummary.Line {
            try #require(PeriodSummary(report).lines.first { $0.text.zh.contains("截至期末最近 45 张") })
        }
        let early = try report(
            days: Array(repeating: "2025-09-10", count: 20) + Array(repeating: "2026-03-05", count: 25)
        )
        #expect(early.charts?.failures?.before == 20)
        let old = try line(early)
        #expect(old.state != .act)
        #expect(old.text.zh.contains("此前报警 1 次（2025-09 第 5 张），不属本期。"))
        #expect(old.text.en.contains("Earlier alarms, not of this period: 1 (2025-09, image 5)."))
        #expect(try JSONFile(early.rendered(as: .json, language: .zh)).violations == [])
        let now = try line(try report(days: Array(repeating: "2026-03-05", count: 45)))
        #expect(now.state == .act && now.text.zh.contains("本期报警 1 次（2026-03 第 5 张）。"))
    }

    @Test("Machine and experts have a word of their own each, with what it means, and nothing is just called qualified")
    func ownWords() throws {
        let report = Fixtures.charted(experts: Fixtures.readNetwork().experts)
        for format in [ReportFormat.table, .html] {
            let page = try PageReader(report.rendered(as: format, language: .zh))
            #expect(page.count(of: "合格率") == 0)
            #expect(page.count(of: "初筛达标率（≥60 分）") > 0 && page.count(of: "专家认定需整改率") > 0)
        }
        #expect(Word.allCases.allSatisfy { !$0.text.zh.contains("合格率") })
        let texts = PeriodSummary(report).lines.map(\.text)
        #expect(texts.contains { $0.zh.contains("低于 60 分或有较重、严重问题") && $0.en.contains("below 60, or a major") })
    }

    @Test("The advice on what to change first is told without its numbers")
    func plainAdvice() throws {
        var report = Fixtures.charted()
        let first = try #require(report.findings.first { $0.severity > .info })
        report.findingTexts = FindingTexts([
            first.code: .init(
                title: LocalizedText(zh: "总增益过高", en: "Gain too high"),
                advice: LocalizedText(
                    zh: "图像偏亮。把总增益调低（约 {db} dB），再冻结存图。",
                    en: "Too bright. Turn the gain down (by about {db} dB), then freeze."
                )
            )
        ])
        let line = try #require(PeriodSummary(report).lines.first { $0.text.zh.contains("优先改进") })
        #expect(line.text.zh.hasSuffix("图像偏亮。把总增益调低，再冻结存图。"))
        #expect(line.text.en.hasSuffix("Too bright. Turn the gain down, then freeze."))
    }

    @Test("A share and its limits have the same decimals")
    func decimals() throws {
        let line = try #require(PeriodSummary(Fixtures.charted(before: nil)).lines.first)
        #expect(line.text.zh.contains("85.8 %") && !line.text.zh.contains(" 86 %"))
    }

    @Test("A calendar without figures does not speak of figures")
    func calendarNote() throws {
        let sheet = try #require(PeriodPlots(Fixtures.charted()).all.first { $0.id == "calendar" })
        #expect(sheet.note.zh.contains("数字为日期"))
        var long = Fixtures.charted()
        long.period = ReportPeriod(
            label: "2026-01-01 – 2026-03-31",
            from: ReportTime(seconds: Fixtures.march.until.seconds - 90 * 86_400, offset: Fixtures.march.until.offset),
            until: Fixtures.march.until
        )
        let strip = try #require(PeriodPlots(long).all.first { $0.id == "calendar" })
        #expect(strip.note.zh.contains("每列一周") && !strip.note.zh.contains("数字"))
    }

    @Test("A period without an end or a beginning is called so, on page, paper and in the terminal")
    func wholeTime() throws {
        var report = Fixtures.charted()
        report.period = ReportPeriod(
            label: "… – …",
            from: ReportTime(seconds: 0, offset: 28_800),
            until: ReportTime(seconds: 7_258_118_400, offset: 28_800),
            isOpen: true
        )
        #expect(report.period.name.zh == "全部时间" && report.period.name.en == "all time")
        for format in [ReportFormat.table, .html] {
            let page = try PageReader(report.rendered(as: format, language: .zh))
            #expect(page.count(of: "… – …") == 0 && page.count(of: "2200") == 0 && page.count(of: "全部时间") > 0)
        }
        report.period.until = Fixtures.march.until
        #expect(report.period.name.zh == "截至 2026-03-31")
        #expect(Fixtures.march.name.en == "2026-03")
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
        #expect(
            table.count(
                of: "[note] First-pass rate (60 points and more) 85.8 % (416 of 485 images). Within the control limits"
            ) == 1
        )
    }
}
