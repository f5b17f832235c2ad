import Grading
import Typesetting

extension PeriodPrint {
    /// One table a division: institutions, technicians, devices, counties, ownership, exam types, sections.
    func rows(_ flow: inout PrintFlow) throws(TypesettingError) {
        let divisions = divisions
        // Who is compared comes first, then the fairer comparison.
        let compared = report.byInstitution.isEmpty ? 0 : 1
        for division in divisions.prefix(compared) { try rows(division, &flow) }
        try standardised(&flow)
        for division in divisions.dropFirst(compared) { try rows(division, &flow) }
    }

    private func rows(_ division: Division, _ flow: inout PrintFlow) throws(TypesettingError) {
        let isRead = division.rows.contains { $0.experts != nil }
        var titles: [(String, PrintTable.Column)] = division.isRanked ? [(word(.rank), .figures)] : []
        titles.append((division.name, .words))
        titles += [Word.exams, .images, .meanScore].map { (word($0), .figures) }
        titles += Level.allCases.map { ($0.rawValue, .figures) }
        titles += [Word.passRate, .unreadable, .turnaroundP95Short].map { (word($0), .figures) }
        if isRead { titles += [Word.readByExpert, .estimatedNonconforming].map { (word($0), .figures) } }
        let rows = division.rows.prefix(division.most).map { row -> [String] in
            var cells = division.isRanked ? [row.rank.map(String.init) ?? word(.tooFew)] : []
            cells += [
                Self.oneLine(row.id.isEmpty ? division.nameless : PeriodWords.name(of: row)[language]),
                String(row.counts.exams),
                String(row.counts.images),
                row.scores.map { Numbers.score($0.mean) } ?? "–",
            ]
            cells += Level.allCases.map { String(row.levels[$0]) }
            cells += [
                Self.share(row.passingShare, row.passingInterval), String(row.counts.unreadable),
                row.turnaround.map { Numbers.duration(seconds: $0.p95)[language] } ?? "–",
            ]
            if isRead {
                let rate = row.experts?.nonconforming
                cells += [String(row.experts?.read ?? 0), Self.share(rate?.share, rate?.interval)]
            }
            return cells
        }
        try flow.heading(division.title)
        try flow.table(PrintTable(titles, rows: rows))
        let hidden = division.rows.count - rows.count
        if hidden > 0 { try flow.note(PeriodWord.rowsMore.filled(["n": PlotText.same(String(hidden))])[language]) }
        var notes = [word(.passRateWhy)]
        if division.isRanked { notes.append(word(.rankWhy)) }
        if division.isRanked, PeriodRow.areAdjusted(division.rows) {
            notes.append(PeriodWord.rankAdjusted.text[language])
        }
        try flow.note(notes.joined(separator: " "))
    }

    /// A name's line breaks are none of ours.
    private static func oneLine(_ name: String) -> String { ForeignText.visible(name) }

    /// A share, and its interval on a line below.
    private static func share(_ share: Double?, _ interval: ShareInterval?) -> String {
        guard let share else { return "–" }
        return Numbers.percentBesideInterval(share) + (interval.map { "\n(\(Numbers.percent($0)))" } ?? "")
    }
}
