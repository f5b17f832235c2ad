import Grading
import Imaging
import Typesetting

/// An exam's report as sheets to print and to file, in one language: the page's verdict, what to fix first, a card an image.
struct ExamPrint {
    let report: ExamReport
    let language: Language

    /// The sheets and what the PDF says of itself; its date is the moment of the answer.
    func document() throws(TypesettingError) -> PageDocument {
        var flow = PrintFlow(language: language)
        try head(&flow)
        try verdict(&flow)
        let layout = ExamPageLayout(images: report.images)
        for (title, entries) in [
            (Word.attention, layout.attention), (.unsureImages, layout.unsure), (.remarked, layout.remarked),
            (.good, layout.good),
        ] where !entries.isEmpty {
            for (index, entry) in entries.enumerated() {
                let card = try card(entry, flow)
                // A heading goes with its first image.
                if index == 0 { try flow.heading(word(title), following: card.height) }
                try place(card, &flow)
            }
        }
        try files(of: layout, &flow)
        try experts(&flow)
        try smallPrint(&flow)
        let title = "\(word(.examReport)) \(report.institution.name) \(report.exam.id)"
        return PageDocument(
            title: title,
            author: "",
            subject: report.exam.date ?? "",
            program: report.program,
            created: (report.times.answered ?? report.times.received).iso8601,
            pages: flow.finished(foot: title)
        )
    }

    func word(_ word: Word) -> String { word.text[language] }

    // MARK: - What is read first

    private func head(_ flow: inout PrintFlow) throws(TypesettingError) {
        let kind = "\(word(.examReport)) · \(word(.firstPass))\(report.final == nil ? "" : " + \(word(.expert))")"
        try flow.paragraph([PageText.Run(kind)], size: 9, colour: PrintFlow.soft)
        let mark = report.institution.registered ? "" : " (\(word(.unregistered)))"
        let title = "\(report.institution.name)\(mark) · \(report.exam.id)"
        try flow.paragraph([PageText.Run(title, isBold: true)], size: 18)
        let type = report.exam.type?.name ?? Word.examTypeUnknown.text
        try flow.note([report.exam.date, type[language]].compactMap { $0 }.joined(separator: " · "))
        flow.skip(6)
    }

    private func verdict(_ flow: inout PrintFlow) throws(TypesettingError) {
        let counting = report.images.filter { $0.standing != .superseded }
        func tile(_ score: Double?, _ level: Level?, _ name: Word) -> (String, String) {
            guard let score, let level else { return ("–", word(name)) }
            return (Numbers.score(score), "\(word(name)) · \(level.label(language))")
        }
        var tiles: [(String, String)] = []
        if let final = report.final { tiles.append(tile(final.score, final.level, .finalResult)) }
        tiles.append(tile(report.score, report.level, .firstPass))
        tiles.append((String(counting.count + report.unreadable.count), word(.images)))
        let completeness = report.final?.completeness ?? report.completeness
        if let completeness {
            let words = Word.completeness.filled(["share": ""])[language]
            tiles.append((Numbers.percent(completeness), words.trimmed))
        }
        if report.withdrawn == nil { try flow.tiles(tiles) }
        // The lines of the terminal's table, without its title and its figures, which stand above.
        for line in ExamTable(report: report, language: language).summary.dropFirst() {
            let isTitle = line == "\(word(.fixFirst)):"
            try flow.paragraph(
                [PageText.Run(isTitle ? word(.fixFirst) : line.trimmed, isBold: isTitle)],
                size: 10.5,
                indent: line.hasPrefix("  ") ? 10 : 0
            )
        }
    }

    // MARK: - Files, experts, small print

    private func files(of layout: ExamPageLayout, _ flow: inout PrintFlow) throws(TypesettingError) {
        for (title, entries) in [(Word.otherImages, layout.rows), (.replacedImages, layout.superseded)]
        where !entries.isEmpty {
            try flow.heading(word(title))
            let rows = entries.map { entry in
                [
                    String(entry.number), ForeignText.visible(entry.image.file),
                    ForeignText.visible(entry.image.section.displayName[language]),
                    entry.image.outcome.level.map { $0.label(language) } ?? word(.notScored),
                    entry.image.outcome.score.map(Numbers.score) ?? "–",
                ]
            }
            let table = PrintTable(
                [
                    (word(.imageNumber), .figures), (word(.file), .words), (word(.section), .words),
                    (word(.level), .figures), (word(.score), .figures),
                ],
                rows: rows
            )
            try flow.table(table)
        }
        if !report.unreadable.isEmpty {
            try flow.heading(word(.unreadableFiles))
            try flow.note(word(.unreadableWhy))
            for file in report.unreadable {
                try flow.paragraph([
                    PageText.Run(file.file, isBold: true),
                    PageText.Run(
                        "  \(file.error.code.problem[language]) – \(file.error.code.remedy[language])"
                    ),
                ])
            }
        }
        if !report.repeated.isEmpty {
            try flow.heading(word(.repeatedFiles))
            for file in report.repeated {
                let times = Word.repeatedTimes.filled(["n": String(file.times)])[language]
                try flow.paragraph([PageText.Run(file.file, isBold: true), PageText.Run("  \(times)")])
            }
        }
        if !report.notes.isEmpty {
            try flow.heading(word(.notes))
            for note in report.notes { try flow.paragraph([PageText.Run("· \(note[language])")]) }
        }
    }

    private func experts(_ flow: inout PrintFlow) throws(TypesettingError) {
        let lines = ExamExpertLines(report: report, language: language).lines
        guard !lines.isEmpty else { return }
        try flow.heading(word(.expertsWork))
        for line in lines {
            try flow.paragraph(
                [PageText.Run(line.trimmed, isBold: !line.hasPrefix("  "))],
                indent: line.hasPrefix("  ") ? 12 : 0
            )
        }
    }

    private func smallPrint(_ flow: inout PrintFlow) throws(TypesettingError) {
        try flow.heading(word(.details), following: 40)
        let exam = report.exam
        var facts: [(Word, String?)] = [
            (.folder, exam.folder), (.pseudonym, exam.pseudonym), (.technician, exam.technician),
            (.device, exam.device), (.transducer, exam.transducer), (.preset, exam.preset),
            (.received, report.times.received.minute), (.answered, report.times.first?.minute),
            (.answeredNewest, report.times.newest?.minute),
        ]
        facts += report.rubrics.map { (.rubric, "\($0.id) \($0.version) · SHA-256 \($0.sha256.prefix(16))…") }
        facts.append((.program, report.program))
        for case (let name, let value?) in facts { try flow.note("\(word(name)): \(value)") }
        try flow.note(word(.firstPassWhy))
    }
}

extension String {
    /// Without spaces at its ends, nor a colon after which nothing comes.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " || $0 == ":" }.reversed())
    }
}
