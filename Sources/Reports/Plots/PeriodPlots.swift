package import Grading

/// The plots of a period's report, in the order in which they are shown.
package struct PeriodPlots {
    /// One plot with what it is drawn by.
    package struct Plot {
        /// Unique within a report; letters only.
        package let id: String
        package let drawing: PlotDrawing
        /// What stands below it: the summary, or less where that is long.
        package let caption: LocalizedText
        /// How it is to be read; a small line below the caption.
        package let note: LocalizedText

        init(id: String, drawing: PlotDrawing, caption: LocalizedText? = nil, note: LocalizedText) {
            self.id = id
            self.drawing = drawing
            self.caption = caption ?? drawing.summary
            self.note = note
        }
    }

    private let report: PeriodReport

    /// The plots of a report.
    package init(_ report: PeriodReport) { self.report = report }

    /// Those for which there is something to draw.
    package var all: [Plot] {
        let plots: [Plot?] = [passing, nonconforming, failures, funnel, changes, pareto, calendar]
        return plots.compactMap { $0 }
    }

    private var charts: PeriodCharts? { report.charts }

    private var passing: Plot? {
        guard let trend = charts?.passing, trend.points.count > 1 else { return nil }
        let drawing = TrendPlot(
            trend: trend,
            higherIsBetter: true,
            title: Word.trendPassing.text,
            summary: PlotText.joined(
                [TrendWords.span(of: trend)] + TrendWords.judgement(of: trend, higherIsBetter: true)
            )
        ).drawing
        return Plot(id: "passing", drawing: drawing, note: TrendWords.note(on: trend))
    }

    private var nonconforming: Plot? {
        guard let trend = charts?.nonconforming, trend.points.count > 1 else { return nil }
        let drawing = TrendPlot(
            trend: trend,
            higherIsBetter: false,
            title: Word.trendNonconforming.text,
            summary: PlotText.joined(
                [TrendWords.drawnSpan(of: trend)] + TrendWords.judgement(of: trend, higherIsBetter: false)
            )
        ).drawing
        return Plot(id: "nonconforming", drawing: drawing, note: TrendWords.note(on: trend))
    }

    private var funnel: Plot? {
        guard let funnel = charts?.funnel else { return nil }
        let title: Word = funnel.kind == .institution ? .funnelInstitutions : .funnelTechnicians
        let low = funnel.rows.filter { $0.place == .low }
        var sentences = [
            Word.funnelText.filled(localized: [
                "kind": (funnel.kind == .institution ? Word.manyInstitutions : .manyTechnicians).text,
                "n": PlotText.same(String(funnel.rows.count)), "share": PlotText.same(Numbers.percent(funnel.centre)),
                "low": PlotText.same(String(low.count)),
                "high": PlotText.same(String(funnel.rows.count { $0.place == .high })),
            ])
        ]
        if funnel.rate == .adjusted { sentences.append(PeriodWord.adjustedRate.text) }
        if !low.isEmpty {
            sentences.append(Word.funnelLowest.filled(localized: ["names": PlotText.list(low.map(\.name))]))
        }
        let drawing = FunnelPlot(funnel: funnel, title: title.text, summary: PlotText.joined(sentences)).drawing
        let note =
            funnel.rate == .adjusted
            ? PlotText.joined([Word.funnelWhy.text, PeriodWord.adjustedWhy.text]) : Word.funnelWhy.text
        return Plot(id: "funnel", drawing: drawing, note: note)
    }

    private var pareto: Plot? {
        let bars = report.findings.filter { $0.severity > .info && $0.images > 0 }.map {
            ParetoPlot.Bar(name: report.findingTexts.title(of: $0.code), count: $0.images)
        }
        guard bars.count > 1 else { return nil }
        let vital = bars.prefix(ParetoPlot.vitalCount(of: bars))
        let all = bars.reduce(0) { $0 + $1.count }
        let summary = Word.paretoText.filled(localized: [
            "total": PlotText.same(String(all)), "k": PlotText.same(String(vital.count)),
            "share": PlotText.same(Numbers.percent(Double(vital.reduce(0) { $0 + $1.count }) / Double(all))),
            "names": PlotText.list(vital.map(\.name)),
        ])
        let drawing = ParetoPlot(bars: bars, title: Word.paretoFindings.text, summary: summary).drawing
        return Plot(id: "pareto", drawing: drawing, note: Word.paretoWhy.text)
    }

    private var changes: Plot? {
        guard let before = report.before, let changes = charts?.changes, !changes.isEmpty else { return nil }
        let title = Word.comparedTitle.filled(localized: [
            "before": PlotText.same(before.label), "now": report.period.name,
        ])
        let plot = ComparisonPlot(lines: changes.map { Self.line(of: $0, texts: report.findingTexts) }, title: title)
        let outcomes = plot.lines.map(\.outcome)
        let caption = Word.comparedCount.filled([
            "better": String(outcomes.count { $0 == .better }), "worse": String(outcomes.count { $0 == .worse }),
            "unclear": String(outcomes.count { $0 == .unclear }),
        ])
        return Plot(id: "changes", drawing: plot.drawing, caption: caption, note: Word.comparedWhy.text)
    }

    /// A change as the comparison draws it.
    static func line(of change: ShareChange, texts: FindingTexts) -> ComparisonPlot.Line {
        ComparisonPlot.Line(
            name: change.finding.map { texts.title(of: $0) } ?? Word.passRate.text,
            before: .init(change.countBefore, of: change.totalBefore),
            after: .init(change.count, of: change.total),
            higherIsBetter: change.finding == nil
        )
    }

    private var calendar: Plot? {
        guard let (first, last) = calendarDays, let series = report.series else { return nil }
        let days = series.days.filter { first.description <= $0.date && $0.date <= last.description && $0.exams > 0 }
        guard let busiest = days.max(by: { ($0.exams, $1.date) < ($1.exams, $0.date) }) else { return nil }
        var sentences = [
            Word.calendarText.filled([
                "days": String(days.count), "most": String(busiest.exams), "date": busiest.date,
                "idle": String(last.number - first.number + 1 - days.count),
            ])
        ]
        if first.description > report.period.from.date {
            sentences.append(Word.calendarLong.filled(["n": String(CalendarPlot.mostWeeks)]))
        }
        let drawing = CalendarPlot(
            exams: Dictionary(days.map { ($0.date, $0.exams) }, uniquingKeysWith: +),
            first: first,
            last: last,
            title: Word.calendarTitle.text,
            summary: PlotText.joined(sentences)
        ).drawing
        let hasFigures = CalendarPlot.isSheet(from: first, to: last)
        return Plot(
            id: "calendar",
            drawing: drawing,
            note: (hasFigures ? Word.calendarWhy : .calendarStripWhy).text
        )
    }

    /// The days that the calendar shows: of a period that isn't over those that have begun, of a long one the last.
    private var calendarDays: (first: CalendarDay, last: CalendarDay)? {
        // The first moment that counts no more belongs to the day after the last.
        var end = report.period.until
        end.seconds -= 1
        if report.series?.points.last?.isOpen == true {
            let now = report.experts?.open.at.date ?? report.series?.days.last?.date
            if let now, now < end.date, let day = CalendarDay(now) { end.seconds = day.number * 86_400 - end.offset }
        }
        guard let begin = CalendarDay(report.period.from.date), let last = CalendarDay(end.date), begin <= last else {
            return nil
        }
        let monday = last.number - last.weekday - 7 * (CalendarPlot.mostWeeks - 1)
        return CalendarDay(number: max(begin.number, monday)).map { ($0, last) }
    }

    private var failures: Plot? {
        guard let run = charts?.failures else { return nil }
        let drawing = FailurePlot(
            run: run,
            title: Word.failureTitle.text,
            summary: FailureWords.sentence(on: run)
        ).drawing
        return Plot(id: "failures", drawing: drawing, note: Word.failureWhy.text)
    }
}
