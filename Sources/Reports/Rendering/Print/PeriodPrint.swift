import Grading
import Typesetting

/// A period's report as sheets to print and to file, in one language.
///
/// It says what the page says; where the page leaves out the tail of a list, so does the paper, and says so.
struct PeriodPrint {
    let report: PeriodReport
    let language: Language

    /// The sheets and what the PDF says of itself; its date is the report's own moment.
    func document() throws(TypesettingError) -> PageDocument {
        var flow = PrintFlow(language: language)
        try head(&flow)
        try minute(&flow)
        try glance(&flow)
        try plots(&flow)
        try details(&flow)
        try urgent(&flow)
        try waits(&flow)
        try experts(&flow)
        try devices(&flow)
        try rows(&flow)
        try smallPrint(&flow)
        return PageDocument(
            title: title,
            author: "",
            subject: report.period.name[language],
            program: report.program,
            created: moment.iso8601,
            pages: flow.finished(foot: title)
        )
    }

    func word(_ word: Word) -> String { word.text[language] }

    /// The only moment that the report itself knows: when its open work was counted, else the end of its period.
    private var moment: ReportTime { report.experts?.open.at ?? report.period.until }

    private var title: String {
        "\(kindName) \(scopeName) \(report.period.name[language])"
    }

    // MARK: - What is read first

    private func head(_ flow: inout PrintFlow) throws(TypesettingError) {
        let kind = "\(kindName) · \(word(.firstPass))"
        try flow.paragraph(
            [PageText.Run(report.experts == nil ? kind : "\(kind) + \(word(.expert))")],
            size: 9,
            colour: PrintFlow.soft
        )
        let mark = report.institution?.registered == false ? " (\(word(.unregistered)))" : ""
        try flow.paragraph(
            [PageText.Run("\(scopeName)\(mark) · \(report.period.name[language])", isBold: true)],
            size: 18
        )
        try flow.note(report.period.span[language])
        flow.skip(6)
    }

    private func glance(_ flow: inout PrintFlow) throws(TypesettingError) {
        let (counts, levels) = (report.counts, report.levels)
        let passing = levels.total > 0 ? Numbers.percent(Double(levels.passing) / Double(levels.total)) : "–"
        var tiles: [(String, Word)] = [
            (String(counts.exams), .exams), (String(counts.images), .images),
            (report.scores.map { Numbers.score($0.mean) } ?? "–", .meanScore), (passing, .passRate),
            (String(counts.examsIncomplete), .examsIncomplete), (String(counts.unsure), .unsure),
            (String(counts.unreadable), .unreadable), (String(counts.toReview), .toReview),
            (String(counts.sampled), .sampled),
        ]
        if counts.examsWithdrawn > 0 { tiles.append((String(counts.examsWithdrawn), .examsWithdrawn)) }
        try flow.tiles(tiles.map { ($0.0, word($0.1)) })
        if counts.exams == 0 { try flow.paragraph([PageText.Run(word(.emptyPeriod))]) }
    }

    // MARK: - The machine's part

    private func details(_ flow: inout PrintFlow) throws(TypesettingError) {
        if report.levels.total > 0 {
            try flow.heading(word(.levels))
            let rows = Level.allCases.map { level -> [String] in
                let count = report.levels[level]
                return [
                    level.label(language), String(count), Numbers.percent(Double(count) / Double(report.levels.total)),
                ]
            }
            try flow.table(PrintTable([word(.level), word(.images), word(.share)], rows: rows))
            if let scores = report.scores { try flow.note(PeriodWords.spread(of: scores)[language]) }
        }
        if let seconds = report.turnaround {
            try flow.heading(word(.turnaround))
            let rows = PeriodWords.turnaround(seconds).map { [word($0.word), $0.span[language]] }
            try flow.table(PrintTable([word(.stage), word(.turnaround)], rows: rows))
            if let open = PeriodWords.unanswered(report) { try flow.note(open[language]) }
        }
        if !report.findings.isEmpty {
            try flow.heading(word(.topFindings))
            let shown = report.findings.prefix(PeriodPage.barLimit)
            let rows = shown.map { finding in
                [
                    report.findingTexts.title(of: finding.code)[language], finding.severity.name[language],
                    "\(finding.images) / \(finding.examined)", Numbers.percentBesideInterval(finding.share),
                    finding.interval.map(Numbers.percent) ?? "–",
                ]
            }
            let titles = [Word.finding, .severity, .images, .share, .interval].map(word)
            try flow.table(PrintTable(titles, rows: rows))
            try flow.note(word(.topFindingsWhy))
            try more(report.findings.count - shown.count, &flow)
        }
        if !report.missingSections.isEmpty {
            try flow.heading(word(.topMissing))
            let shown = report.missingSections.prefix(PeriodPage.barLimit)
            let rows = shown.map { section in
                [
                    Optional(section.section).displayName[language], section.examType?.name[language] ?? "",
                    "\(section.missing) / \(section.required)", Numbers.percentBesideInterval(section.share),
                    section.interval.map(Numbers.percent) ?? "–",
                ]
            }
            let table = PrintTable(
                [
                    (word(.section), .words), (word(.examType), .words), (word(.exams), .figures),
                    (word(.share), .figures), (word(.interval), .figures),
                ],
                rows: rows
            )
            try flow.table(table)
            try flow.note(word(.topMissingWhy))
            try more(report.missingSections.count - shown.count, &flow)
        }
    }

    /// How many lines were left out.
    func more(_ hidden: Int, _ flow: inout PrintFlow) throws(TypesettingError) {
        guard hidden > 0 else { return }
        try flow.note(Word.moreNotShown.filled(["n": String(hidden)])[language])
    }

    // MARK: - Devices and small print

    private func devices(_ flow: inout PrintFlow) throws(TypesettingError) {
        let namesInstitution = report.institution == nil
        if let devices = report.devices {
            try flow.heading(word(.deadElements))
            for device in devices {
                let words = Word.deviceLines.filled([
                    "lines": device.linesText, "depth": Numbers.percent(device.lines.map(\.depth).max() ?? 0),
                    "n": String(device.images),
                ])
                let place = namesInstitution ? "\(device.institution) · " : ""
                try flow.paragraph([
                    PageText.Run(place), PageText.Run(device.name, isBold: true),
                    PageText.Run(" \(words[language])"),
                ])
            }
            try flow.note(word(.deadElementsWhy))
        }
        if let drifts = report.drifts {
            try flow.heading(word(.drift))
            for drift in drifts {
                let section = ExamCatalogue.section(id: drift.section)?.name[language] ?? drift.section
                let place = namesInstitution ? "\(drift.institution) · " : ""
                try flow.paragraph([
                    PageText.Run(place), PageText.Run(drift.name, isBold: true),
                    PageText.Run(" \(section)  "),
                    PageText.Run(DriftWords.basis(of: drift)[language], colour: PrintFlow.soft),
                ])
                for line in DriftWords.lines(of: drift) {
                    try flow.paragraph([PageText.Run("· \(line[language])")], indent: 12)
                }
            }
            try flow.note(word(.driftWhy))
        }
    }

    private func smallPrint(_ flow: inout PrintFlow) throws(TypesettingError) {
        let rubrics = report.rubrics.map {
            "\(word(.rubric)): \($0.id) \($0.version) · SHA-256 \($0.sha256.prefix(16))…"
        }
        let notes = [word(.firstPassWhy)] + rubrics + ["\(word(.program)): \(report.program)"]
        // Its last line alone on a sheet would be a waste of one.
        try flow.heading(word(.technical), following: try flow.height(ofNotes: notes))
        for note in notes { try flow.note(note) }
    }
}
