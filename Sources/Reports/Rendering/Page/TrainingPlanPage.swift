import Grading

/// An institution's training plan as one HTML file.
struct TrainingPlanPage {
    let sheet: TrainingPlanSheet
    let language: Language

    /// The whole document.
    var document: String {
        let scope = sheet.scope
        let heading: Markup = """
            <p class="kind">\(sheet.title)</p>
            <h1>\(scope)</h1>
            <p class="sub">\(sheet.span)</p>
            """
        let main: Markup = """
            \(minute)
            \(plot)
            \(table(TrainingPlanSheet.topicTitle, TrainingPlanSheet.topicColumns, sheet.topicRows))
            \(table(TrainingPlanSheet.personTitle, TrainingPlanSheet.personColumns, sheet.personRows))
            <p class="note">\(sheet.smallPrint)</p>
            """
        let title = LocalizedText(zh: "\(sheet.title.zh) \(scope)", en: "\(sheet.title.en) \(scope)")
        return PageFrame.document(title: title, heading: heading, main: main, language: language)
    }

    private var minute: Markup {
        let items = sheet.minute.map { line -> Markup in
            """
            <li class="state-\(line.state.rawValue)"><span class="state">\(line.state.word)</span>\
            <span>\(line.text)</span></li>

            """
        }
        return "<section class=\"panel minute\"><h2>\(Word.inOneMinute)</h2><ul>\n\(items)</ul></section>\n"
    }

    private var plot: Markup {
        guard let drawing = sheet.pareto else { return .none }
        return """
            <div class="plots">
            <figure class="panel"><h2 id="plot-pareto-title">\(drawing.title)</h2>
            \(drawing.markup(id: "plot-pareto", first: language))
            <figcaption><p id="plot-pareto-text">\(drawing.summary)</p></figcaption></figure>
            </div>

            """
    }

    private func table(_ title: LocalizedText, _ columns: [LocalizedText], _ rows: [[LocalizedText]]) -> Markup {
        guard !rows.isEmpty else { return .none }
        let heads = columns.map { "<th scope=\"col\">\($0)</th>" as Markup }
        let lines = rows.map { row -> Markup in
            "<tr>\(row.enumerated().map { index, cell in index == 0 ? "<td class=\"name\">\(cell)</td>" as Markup : "<td>\(cell)</td>" })</tr>\n"
        }
        return """
            <section class="panel"><h2>\(title)</h2>
            <div class="scroll"><table class="wide"><thead><tr>\(heads)</tr></thead>
            <tbody>\(lines)</tbody></table></div></section>

            """
    }
}
