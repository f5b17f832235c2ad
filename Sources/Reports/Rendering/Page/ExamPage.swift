import Grading
import Imaging

/// An exam's report as one HTML file.
///
/// Order: the verdict in one glance; what to fix first; missing sections; a card an image, those with problems first;
/// files that could not be read; the small print.
struct ExamPage {
    /// At most this many images get a card with picture; the rest are rows.
    static let cardLimit = 60
    /// Bytes of preview JPEGs in one page, before base64.
    static let previewLimit = 8 << 20
    /// Entries of "fix these first".
    static let fixLimit = 3

    let report: ExamReport
    let language: Language

    /// The whole document.
    var document: String {
        let layout = ExamPageLayout(images: report.images)
        let main: Markup = """
            \(patterns)\(glance)
            \(cards(of: layout))
            \(ExamFileTables(report: report).rest(of: layout))
            \(ExamFileTables(report: report).unreadable)
            \(ExamFileTables(report: report).repeated)
            \(notes)
            \(ExamDetails(report: report).markup)
            """
        let title = LocalizedText(
            zh: "\(Word.examReport.text.zh) \(report.exam.id)",
            en: "\(Word.examReport.text.en) \(report.exam.id)"
        )
        return PageFrame.document(title: title, heading: heading, main: main, language: language)
    }

    /// Patterns for what is hatched on any of the pictures.
    private var patterns: Markup {
        let ids = Set(Exclusion.allCases.map(\.markID))
        let isHatched = report.images.contains { ($0.grade.marks ?? []).contains { ids.contains($0.metric) } }
        return isHatched ? HatchPatterns.hidden : .none
    }

    private var heading: Markup {
        let unregistered: Markup =
            report.institution.registered ? .none : " <span class=\"chip mute\">\(Word.unregistered)</span>"
        let type = report.exam.type?.name ?? Word.examTypeUnknown.text
        let parts: [Markup] = [report.exam.date.map { "\($0)" }, "\(type)"].compactMap(\.self)
        return """
            <p class="kind">\(Word.examReport) · \(Word.firstPass)\(report.final == nil ? Markup.none : " + \(Word.expert)")</p>
            <h1>\(report.institution.name)\(unregistered) · \(report.exam.id)</h1>
            <p class="sub">\(parts.joined(by: " · "))</p>
            """
    }

    // MARK: - Cards

    private func cards(of layout: ExamPageLayout) -> Markup {
        func card(_ entry: ExamPageLayout.Entry, _ size: ExamCard.Size) -> Markup {
            ExamCard(
                image: entry.image,
                number: entry.number,
                texts: report.findingTexts,
                size: size,
                showsPicture: entry.showsPicture,
                language: language
            ).markup
        }
        // Heading and first card stay on one sheet of paper.
        func group(_ title: Word, _ count: Int, legend: Markup, _ entries: [ExamPageLayout.Entry]) -> Markup {
            guard let first = entries.first else { return .none }
            let head: Markup = "<h2 class=\"section\">\(title) (\(count))</h2>\n\(legend)"
            let others = entries.dropFirst().map { card($0, .wide) }
            let isLong = ExpertNotes(image: first.image, texts: report.findingTexts).isLong
            return "<div\(isLong ? Markup.none : " class=\"keep\"")>\(head)\(card(first, .wide))</div>\n\(others)"
        }
        var result = group(.attention, layout.attentionCount, legend: legend, layout.attention)
        result.append(group(.unsureImages, layout.unsureCount, legend: .none, layout.unsure))
        result.append(group(.remarked, layout.remarkedCount, legend: .none, layout.remarked))
        if !layout.good.isEmpty {
            result.append(
                "<h2 class=\"section\">\(Word.good) (\(layout.goodCount))</h2>\n<div class=\"cards-small\">\n"
            )
            for entry in layout.good { result.append(card(entry, .small)) }
            result.append("</div>\n")
        }
        return result
    }

    private var legend: Markup {
        let severities = Severity.allCases.reversed().map { severity -> Markup in
            "<span><span class=\"number \(severity.rawValue)\">n</span> \(severity.name)</span>"
        }
        return """
            <p class="legend"><b>\(Word.legend)</b><span><span class="dash"></span> \(Word.scanArea)</span>\(severities)\
            <span>\(Word.markedPlace)</span>\(patterns.isEmpty ? Markup.none : "<span>/// \(Word.leftOut)</span>")</p>
            """
    }

    private var notes: Markup {
        guard !report.notes.isEmpty else { return .none }
        let items = report.notes.map { "<li>\($0)</li>" as Markup }
        return "<section class=\"panel\"><h2>\(Word.notes)</h2><ul class=\"findings\">\(items)</ul></section>"
    }
}
