import Grading
import Typesetting

extension PeriodPrint {
    /// Critical findings and pictures of several patients with where they lie; nothing where there are none.
    func urgent(_ flow: inout PrintFlow) throws(TypesettingError) {
        let words = UrgentWords(report: report)
        for (title, group) in words.groups {
            try flow.heading(title.text[language])
            let shown = group.images.prefix(PeriodUrgentPanel.mostShown)
            let rows = shown.map { image in
                [
                    Self.place(words.place(of: image), of: image.technician), words.titles(of: image)[language],
                    image.received.minute, image.state.word[language],
                ]
            }
            let columns: [(title: String, kind: PrintTable.Column)] = [
                (ScopeWord.place.text[language], .words), (PeriodWord.findingCodes.text[language], .words),
                (PeriodWord.receivedAt.text[language], .figures), (PeriodWord.state.text[language], .figures),
            ]
            try flow.table(PrintTable(columns, rows: rows))
            if let more = words.more(group, shown: shown.count) { try flow.note(more[language]) }
        }
        if !words.groups.isEmpty { try flow.note(PeriodWord.urgentWhy.text[language]) }
    }

    /// Standardised rates beside the plain ones; nothing where there is nothing to standardise.
    func standardised(_ flow: inout PrintFlow) throws(TypesettingError) {
        let words = StandardisedWords(report: report)
        guard !words.isEmpty else { return }
        let hasEstimates = words.hasEstimates
        try flow.heading(PeriodWord.standardised.text[language])
        let why = [PeriodWord.standardisedWhy, .adjustedWhy].map { $0.text[language] }
        try flow.note((why + [words.mix[language]]).joined(separator: " "))
        let heads =
            [PeriodWord.crude, .standardRate, .adjusted] + (hasEstimates ? [.crudeEstimate, .standardEstimate] : [])
        for group in words.groups {
            let rows = group.lines.map { line in
                [
                    ForeignText.visible(line.name[language]), Self.twoLines(line.crude),
                    Self.twoLines(line.standardised[language]), Self.twoLines(line.adjusted),
                ]
                    + (hasEstimates
                        ? [Self.twoLines(line.crudeEstimate), Self.twoLines(line.standardisedEstimate[language])] : [])
                    + [line.lacking[language]]
            }
            let columns: [(title: String, kind: PrintTable.Column)] =
                [(group.title[language], .words)] + heads.map { ($0.text[language], .figures) }
                + [(PeriodWord.lacking.text[language], .words)]
            try flow.table(PrintTable(columns, rows: rows))
        }
    }

    /// Where something lies and whose it is; a column of its own would break the codes.
    static func place(_ place: String, of technician: String?) -> String {
        ForeignText.visible(place + (technician.map { " · \($0)" } ?? ""))
    }

    /// A share, and its interval on a line below.
    private static func twoLines(_ text: String) -> String {
        StandardisedWords.parts(of: text).map { "\($0.share)\n\($0.interval)" } ?? text
    }
}
