import Grading

/// Critical findings and pictures of several patients, in the words that page, paper and terminal share.
struct UrgentWords {
    let report: PeriodReport

    /// Places that a sentence names.
    private static let named = 3

    /// The kinds that occur.
    var groups: [(title: PeriodWord, group: UrgentFindings.Group)] {
        [(.critical, report.urgent?.critical), (.duplicates, report.urgent?.duplicates)].compactMap { title, group in
            group.map { (title, $0) }
        }
    }

    /// One kind in a sentence or two: how many, what became of them, and where to look.
    func sentences(_ group: UrgentFindings.Group, _ line: PeriodWord) -> LocalizedText {
        var parts: [LocalizedText] = []
        if group.waiting > 0 { parts.append(PeriodWord.waitingPart.filled(["n": Self.count(group.waiting)])) }
        if group.rejected > 0 { parts.append(PeriodWord.rejectedPart.filled(["n": Self.count(group.rejected)])) }
        let list = PlotText.list(parts)
        let bracket = LocalizedText(
            zh: parts.isEmpty ? "" : "（\(list.zh)）",
            en: parts.isEmpty ? "" : " (\(list.en))"
        )
        guard group.standing > 0 else {
            let title: PeriodWord = line == .criticalLine ? .critical : .duplicates
            return PeriodWord.urgentSettled.filled(["title": title.text, "n": Self.count(group.count)])
        }
        let count = line.filled(["n": Self.count(group.standing), "parts": bracket])
        let standing = group.images.filter { $0.state != .rejected }
        let shown = standing.prefix(Self.named).map { PlotText.same(place(of: $0)) }
        guard !shown.isEmpty else {
            return PlotText.joined([count, PeriodWord.whereTables.filled(["table": PeriodWord.urgent.text])])
        }
        let places: KeyValuePairs<String, LocalizedText> = [
            "places": PlotText.list(shown), "table": PeriodWord.urgent.text,
        ]
        let look: PeriodWord = group.standing > shown.count ? .whereTable : .whereList
        return PlotText.joined([count, look.filled(places)])
    }

    /// Where an image lies; the institution is left out in its own report.
    func place(of image: UrgentFindings.Image) -> String {
        report.institution == nil ? image.place : "\(image.folder)/\(image.file)"
    }

    /// The findings' names.
    func titles(of image: UrgentFindings.Image) -> LocalizedText {
        PlotText.list(image.codes.map { report.findingTexts.title(of: $0) })
    }

    /// How many are left out of a list that shows some; nil where none is.
    func more(_ group: UrgentFindings.Group, shown: Int) -> LocalizedText? {
        guard group.count > shown else { return nil }
        return PeriodWord.urgentMore.filled([
            "all": Self.count(group.count), "n": Self.count(shown), "most": Self.count(UrgentFindings.mostListed),
        ])
    }

    private static func count(_ number: Int) -> LocalizedText { PlotText.same(String(number)) }
}

extension UrgentFindings.State {
    /// The state in a word.
    var word: LocalizedText {
        switch self {
        case .waiting: PeriodWord.waiting.text
        case .read: PeriodWord.read.text
        case .rejected: PeriodWord.rejected.text
        }
    }
}
