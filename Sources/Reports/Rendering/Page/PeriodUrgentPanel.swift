import Grading

/// Critical findings and pictures of several patients with where they lie, as a panel of a period's page.
struct PeriodUrgentPanel {
    /// Images of each kind that a page shows.
    static let mostShown = 20

    let report: PeriodReport

    /// Nothing where there are none.
    var markup: Markup {
        let words = UrgentWords(report: report)
        guard !words.groups.isEmpty else { return .none }
        let tables = words.groups.map { title, group -> Markup in
            let shown = group.images.prefix(Self.mostShown)
            let rows = shown.map { image -> Markup in
                let technician: Markup = image.technician.map { " <span class=\"note\">\($0)</span>" } ?? .none
                return """
                    <tr><td class="file">\(words.place(of: image))\(technician)</td><td>\(words.titles(of: image))</td>\
                    <td>\(image.received.minute)</td><td>\(image.state.word)</td></tr>

                    """
            }
            let more: Markup =
                words.more(group, shown: shown.count).map { "<p class=\"note\">\($0)</p>" } ?? .none
            return """
                <h3>\(title.text)</h3><div class="scroll"><table class="wide"><thead><tr>\
                <th scope="col">\(ScopeWord.place.text)</th><th scope="col">\(PeriodWord.findingCodes.text)</th>\
                <th scope="col">\(PeriodWord.receivedAt.text)</th><th scope="col">\(PeriodWord.state.text)</th></tr></thead>
                <tbody>\(rows)</tbody></table></div>\(more)

                """
        }
        return """
            <section class="panel"><h2>\(PeriodWord.urgent.text)</h2><p class="note">\(PeriodWord.urgentWhy.text)</p>
            \(tables)</section>

            """
    }
}
