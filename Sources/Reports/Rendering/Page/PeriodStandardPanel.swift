import Grading

/// Standardised rates beside the plain ones, as a panel of a period's page.
struct PeriodStandardPanel {
    let report: PeriodReport

    /// Nothing where there is nothing to standardise.
    var markup: Markup {
        let words = StandardisedWords(report: report)
        guard !words.isEmpty else { return .none }
        let hasEstimates = words.hasEstimates
        let tables = words.groups.map { group -> Markup in
            let rows = group.lines.map { line -> Markup in
                let estimates: Markup =
                    hasEstimates
                    ? "<td class=\"num\">\(Self.cell(line.crudeEstimate))</td>\(Self.standardCell(line.standardisedEstimate))"
                    : .none
                return """
                    <tr><td class="name">\(line.name)</td><td class="num">\(Self.cell(line.crude))</td>\
                    \(Self.standardCell(line.standardised))<td class="num">\(Self.cell(line.adjusted))</td>\(estimates)<td class="name note">\(line.lacking)</td></tr>

                    """
            }
            let heads =
                [PeriodWord.crude, .standardRate, .adjusted]
                + (hasEstimates ? [.crudeEstimate, .standardEstimate] : [])
            return """
                <h3>\(group.title)</h3><div class="scroll"><table class="wide standard"><thead><tr>\
                <th scope="col">\(PeriodPage.nameColumn)</th>\
                \(heads.map { "<th scope=\"col\" class=\"num\">\($0.text)</th>" as Markup })\
                <th scope="col">\(PeriodWord.lacking.text)</th></tr></thead><tbody>
                \(rows)</tbody></table></div>

                """
        }
        return """
            <section class="panel"><h2>\(PeriodWord.standardised.text)</h2>
            <p class="note">\(PeriodWord.standardisedWhy.text) \(PeriodWord.adjustedWhy.text) \(words.mix)</p>
            \(tables)</section>

            """
    }

    /// A share with its interval on a line below.
    private static func cell(_ text: String) -> Markup {
        guard let (share, interval) = StandardisedWords.parts(of: text) else { return "\(text)" }
        return "\(share) <span class=\"note\">\(interval)</span>"
    }

    /// A standardised rate, or why there is none.
    private static func standardCell(_ text: LocalizedText) -> Markup {
        text.zh == text.en
            ? "<td class=\"num\"><b>\(cell(text.zh))</b></td>"
            : "<td class=\"num lacks\"><span class=\"note\">\(text)</span></td>"
    }
}
