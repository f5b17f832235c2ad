import Grading

/// The top of a period's page: what is read in one minute, then the plots.
struct PeriodChartPanels {
    let report: PeriodReport
    let language: Language

    /// The sentences; nothing for an empty period.
    var summary: Markup {
        let lines = PeriodSummary(report).lines
        guard !lines.isEmpty else { return .none }
        let items = lines.map { line -> Markup in
            """
            <li class="state-\(line.state.rawValue)"><span class="state">\(line.state.word)</span>\
            <span>\(line.text)</span></li>

            """
        }
        return """
            <section class="panel minute"><h2>\(Word.inOneMinute)</h2><ul>
            \(items)</ul></section>

            """
    }

    /// The plots beside each other; nothing where there are none.
    var plots: Markup {
        let plots = PeriodPlots(report).all
        guard !plots.isEmpty else { return .none }
        return "<div class=\"plots\">\n\(plots.map(figure))</div>\n"
    }

    private func figure(_ plot: PeriodPlots.Plot) -> Markup {
        let id = "plot-\(plot.id)"
        return """
            <figure class="panel"><h2 id="\(id)-title">\(plot.drawing.title)</h2>
            \(plot.drawing.markup(id: id, first: language))
            <figcaption>\(text(of: plot, id: id))<p class="note">\(plot.note)</p></figcaption></figure>

            """
    }

    /// The caption; where it is short, the whole text is there for those who can't see the plot.
    private func text(of plot: PeriodPlots.Plot, id: String) -> Markup {
        guard plot.caption != plot.drawing.summary else { return "<p id=\"\(id)-text\">\(plot.caption)</p>" }
        return "<p>\(plot.caption)</p><p class=\"unseen\" id=\"\(id)-text\">\(plot.drawing.summary)</p>"
    }
}
