import Grading
import Reports
import Testing

@Suite("Plots") struct PlotTests {
    /// Reports of every size: ordinary, one image, very many, and odd names.
    static let reports: [PeriodReport] = {
        var one = Fixtures.charted(
            series: PeriodSeries(
                step: .month,
                points: [
                    .init(label: "2026-02", exams: 0, graded: 0, passing: 0),
                    .init(label: "2026-03", exams: 1, graded: 1, passing: 0),
                ],
                days: [.init(date: "2026-03-08", exams: 1, images: 1)]
            ),
            before: PeriodBefore(label: "2026-02", exams: 0, graded: 0, passing: 0),
            rows: Fixtures.rows([(1, 0), (1, 1)])
        )
        one.period.label = "<one> & \"only\""
        let sizes = (0..<400).map { index -> (images: Int, share: Double) in
            (5 + index * index * 3, 0.7 + Double(index % 29) / 100)
        }
        let many = Fixtures.charted(series: Fixtures.series(months: 120), rows: Fixtures.rows(sizes))
        var year = Fixtures.charted(experts: Fixtures.readNetwork().experts)
        year.period.from.seconds -= 500 * 86_400
        year.series?.drawnFailures = (0..<3000).map { $0 % 9 == 0 }
        return [Fixtures.charted(experts: Fixtures.readNetwork().experts), one, many, year]
    }()

    @Test("Every mark lies within its plot and every figure is a number", arguments: reports)
    func within(report: PeriodReport) {
        for plot in PeriodPlots(report).all {
            let drawing = plot.drawing
            func isWithin(_ point: PlotDrawing.Point) -> Bool {
                point.x.isFinite && point.y.isFinite && point.x >= 0 && point.x <= drawing.width && point.y >= 0
                    && point.y <= drawing.height
            }
            for mark in drawing.marks {
                switch mark {
                case .line(let from, let to, _): #expect(isWithin(from) && isWithin(to), "\(plot.id) \(mark)")
                case .polyline(let points, _), .polygon(let points, _, _):
                    #expect(points.allSatisfy(isWithin), "\(plot.id) \(mark)")
                case .rectangle(let corner, let width, let height, _, _):
                    let end = PlotDrawing.Point(corner.x + width, corner.y + height)
                    #expect(isWithin(corner) && isWithin(end) && width >= 0 && height >= 0, "\(plot.id) \(mark)")
                case .circle(let centre, let radius, _, _): #expect(isWithin(centre) && radius > 0, "\(plot.id)")
                case .text(let text, let place, let size, let anchor, _, _):
                    #expect(isWithin(place), "\(plot.id) \(mark)")
                    for language in Language.allCases {
                        // Letters of half the body, full-width ones of the whole.
                        let wide =
                            text[language].unicodeScalars.reduce(0.0) { $0 + ($1.value > 0x2E7F ? 1 : 0.5) } * size
                        let start = anchor == .start ? place.x : anchor == .end ? place.x - wide : place.x - wide / 2
                        #expect(start >= -2 && start + wide <= drawing.width + 2, "\(plot.id) \(text[language])")
                    }
                }
            }
        }
    }

    @Test("A plot as a file has its tags in balance, a title and a description", arguments: Language.allCases)
    func files(language: Language) throws {
        for report in Self.reports {
            for plot in PeriodPlots(report).all {
                let text = plot.drawing.svg(language)
                let reader = try PageReader(Array(text.utf8))
                #expect(reader.firstUnbalancedTag == nil && reader.notNumbers == 0, "\(plot.id)")
                #expect(text.contains("<title>") && text.contains("<desc>") && text.contains("role=\"img\""))
            }
        }
    }

    @Test("On a page each plot is named and described in the language that is shown", arguments: Language.allCases)
    func named(language: Language) throws {
        let page = try PageReader(Self.reports[0].rendered(as: .html, language: language))
        #expect(page.firstUnbalancedTag == nil && page.outsideParts == [] && page.notNumbers == 0)
        let names = page.values(of: "aria-labelledby") + page.values(of: "aria-describedby")
        #expect(names.count == 12)
        for name in names { #expect(page.count(of: " id=\"\(name)\"") == 1) }
    }

    @Test("Nobody's name becomes markup")
    func hostile() throws {
        var rows = Fixtures.rows([(400, 0.9), (420, 0.9), (380, 0.9), (390, 0.2)])
        rows[3].name = LocalizedText(zh: "<script>\"肝\"&'", en: "<img src=x>")
        let page = try PageReader(Fixtures.charted(rows: rows).rendered(as: .html, language: .zh))
        #expect(page.count(of: "<script") == 0 && page.count(of: "<img") == 0)
        #expect(page.firstUnbalancedTag == nil)
    }

    @Test("Shades of the calendar grow darker, as grey too")
    func grey() {
        func lightness(_ ink: PlotInk) -> Double {
            let (red, green, blue) = ink.rgb
            return 0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)
        }
        let steps: [PlotInk] = [.none, .few, .some, .many, .most]
        for (lighter, darker) in zip(steps, steps.dropFirst()) { #expect(lightness(lighter) - lightness(darker) > 20) }
        #expect(lightness(.faint) - lightness(.series) > 60 && lightness(.few) - lightness(.series) > 60)
    }

    @Test("The few findings that make four fifths are dark")
    func pareto() throws {
        let plot = try #require(PeriodPlots(Self.reports[0]).all.first { $0.id == "pareto" })
        let fills = plot.drawing.marks.compactMap { mark -> PlotInk? in
            if case .rectangle(_, _, _, let fill, _) = mark { return fill }
            return nil
        }
        // 88 + 62 + 31 + 12 + 3 = 196 without notes; 88 + 62 = 77 %, with 31 it is 92 %.
        #expect(fills == [.series, .series, .series, .few, .few])
        #expect(plot.drawing.summary.en.contains("first 3 make 92 %"))
    }

    @Test("A month is a sheet of its days; the busiest is darkest")
    func calendar() throws {
        let plot = try #require(PeriodPlots(Self.reports[0]).all.first { $0.id == "calendar" })
        let fills = plot.drawing.marks.compactMap { mark -> PlotInk? in
            if case .rectangle(_, _, let height, let fill, _) = mark, height > 20 { return fill }
            return nil
        }
        #expect(fills.count == 31 && fills.last == .most && fills.count { $0 == .paper } == 20)
        #expect(plot.drawing.summary.en == "Days with exams: 11, most on 2026-03-31 (18); days without: 20.")
    }

    @Test("Of a month that is not over only the days that have begun are shown")
    func calendarOpen() throws {
        var series = Fixtures.series()
        series.points[11].isOpen = true
        series.days.removeAll { $0.date > "2026-03-10" }
        let plot = try #require(PeriodPlots(Fixtures.charted(series: series)).all.first { $0.id == "calendar" })
        #expect(plot.drawing.summary.en == "Days with exams: 7, most on 2026-03-05 (9); days without: 3.")
    }

    @Test("Of a long period the last 53 weeks are shown, and the plot says so")
    func calendarLong() throws {
        let plot = try #require(PeriodPlots(Self.reports[3]).all.first { $0.id == "calendar" })
        let cells = plot.drawing.marks.count { mark in
            if case .rectangle(_, let width, _, let fill, _) = mark { return width < 8 && fill != nil }
            return false
        }
        // 52 whole weeks and Monday and Tuesday.
        #expect(cells == 366)
        #expect(plot.drawing.summary.zh.contains("只画最后 53 周"))
    }
}
