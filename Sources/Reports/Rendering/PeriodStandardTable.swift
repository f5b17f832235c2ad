import Grading

/// Standardised rates beside the plain ones, and urgent findings, as text for a terminal.
struct PeriodStandardTable {
    /// Images of each kind that a terminal shows.
    static let mostShown = 10

    let report: PeriodReport
    let language: Language
    /// Of the terminal; nil breaks no line.
    var columns: Int?

    /// One table a kind of rows; empty where there is nothing to standardise.
    var standardised: [String] {
        let words = StandardisedWords(report: report)
        guard !words.isEmpty else { return [] }
        let hasEstimates = words.hasEstimates
        let heads =
            [PeriodWord.crude, .standardRate, .adjusted] + (hasEstimates ? [.crudeEstimate, .standardEstimate] : [])
        return words.groups.map { group in
            var table = TextTable(
                [("\(PeriodWord.standardised.text[language]) · \(group.title[language])", .left)]
                    + heads.map { ($0.text[language], .right) } + [(PeriodWord.lacking.text[language], .left)]
            )
            for line in group.lines {
                let estimates = hasEstimates ? [line.crudeEstimate, line.standardisedEstimate[language]] : []
                table.add(
                    [line.name[language], line.crude, line.standardised[language], line.adjusted] + estimates + [
                        line.lacking[language]
                    ]
                )
            }
            return table.text(columns: columns)
        }
    }

    /// One table a kind of urgent findings.
    var urgent: [String] {
        let words = UrgentWords(report: report)
        return words.groups.map { title, group in
            var table = TextTable([
                ("\(title.text[language]) (\(group.count))", .left), (PeriodWord.findingCodes.text[language], .left),
                (PeriodWord.receivedAt.text[language], .left), (PeriodWord.state.text[language], .left),
            ])
            for image in group.images.prefix(Self.mostShown) {
                table.add([
                    words.place(of: image), words.titles(of: image)[language], image.received.minute,
                    image.state.word[language],
                ])
            }
            return table.text(columns: columns)
        }
    }
}
