import Grading

/// A period as text for a terminal: the whole, then institutions, exam types, findings and missing sections.
struct PeriodTable {
    let report: PeriodReport
    let language: Language
    /// Of the terminal; nil breaks no line.
    var columns: Int?

    /// The summary lines and the tables that have rows.
    var text: String {
        var blocks = [summary.map { ForeignText.visible($0) + "\n" }.joined()]
        let minute = PeriodSummary(report).lines.map { "[\($0.state.word[language])] \($0.text[language])" }
        if !minute.isEmpty { blocks.append(minute.map { ForeignText.visible($0) + "\n" }.joined()) }
        let own = PeriodStandardTable(report: report, language: language, columns: columns)
        blocks += own.urgent
        if let experts = report.experts {
            blocks.append(
                PeriodExpertTable(
                    experts: experts,
                    texts: report.findingTexts,
                    language: language,
                    columns: columns
                ).text
            )
        }
        if let waits = report.waits {
            blocks.append(PeriodWaitTable(waits: waits, language: language, columns: columns).text)
        }
        if !report.byInstitution.isEmpty {
            blocks.append(rows(report.byInstitution, title: Word.byInstitution.text, ranked: true))
        }
        if !report.byExamType.isEmpty {
            blocks.append(rows(report.byExamType, title: Word.byExamType.text, ranked: false))
        }
        for part in report.parts {
            let ranked = part.title == .byTechnician
            blocks.append(rows(part.rows, title: part.title.text, unknown: part.unknown.text, ranked: ranked))
        }
        blocks += own.standardised
        if !report.findings.isEmpty { blocks.append(findings) }
        if !report.missingSections.isEmpty { blocks.append(missing) }
        if let devices = report.devices { blocks.append(dropouts(devices)) }
        if let drifts = report.drifts { blocks.append(devices(drifts)) }
        return blocks.joined(separator: "\n")
    }

    private func word(_ word: Word) -> String { word.text[language] }

    private var summary: [String] {
        let counts = report.counts
        let scope = ([report.scopeName] + report.cutNames).map { $0[language] }.joined(separator: " · ")
        let numbers: [(Word, Int)] = [
            (.exams, counts.exams), (.examsIncomplete, counts.examsIncomplete),
            (.examsWithdrawn, counts.examsWithdrawn), (.images, counts.images), (.graded, counts.graded),
            (.unsure, counts.unsure), (.unreadable, counts.unreadable), (.toReview, counts.toReview),
            (.sampled, counts.sampled),
        ]
        var lines = [
            "\(scope) · \(report.period.name[language]) · \(word(.firstPass))",
            numbers.map { "\(word($0.0)) \($0.1)" }.joined(separator: " · "),
            Level.allCases.map { "\($0.label(language)) \(report.levels[$0])" }.joined(separator: " · "),
        ]
        if let scores = report.scores { lines.append(PeriodWords.spread(of: scores)[language]) }
        if let turnaround = report.turnaround {
            let parts = PeriodWords.turnaround(turnaround).map { "\($0.word.text[language]) \($0.span[language])" }
            let open = PeriodWords.unanswered(report).map { " · \($0[language])" } ?? ""
            lines.append("\(word(.turnaround)): \(parts.joined(separator: " · "))\(open)")
        }
        if counts.exams == 0 { lines.append(word(.emptyPeriod)) }
        return lines
    }

    private func dropouts(_ devices: [DeviceDropout]) -> String {
        let lines = devices.map { device in
            "  " + (report.institution == nil ? "\(device.institution)  " : "") + device.text[language]
        }
        return ([word(.deadElements)] + lines).map { ForeignText.visible($0) + "\n" }.joined()
    }

    private func devices(_ drifts: [DeviceDrift]) -> String {
        var lines = [word(.drift)]
        for drift in drifts {
            let place = report.institution == nil ? "\(drift.institution)  " : ""
            lines.append("  \(place)\(drift.name)  \(drift.section)  \(DriftWords.basis(of: drift)[language])")
            lines += DriftWords.lines(of: drift).map { "    \($0[language])" }
        }
        return lines.map { ForeignText.visible($0) + "\n" }.joined()
    }

    private func rows(
        _ rows: [PeriodRow],
        title: LocalizedText,
        unknown: LocalizedText? = nil,
        ranked: Bool
    ) -> String {
        let rank: [(title: String, alignment: TextTable.Alignment)] = ranked ? [(word(.rank), .right)] : []
        var table = TextTable(
            rank + [
                (title[language], .left), (word(.exams), .right), (word(.images), .right), (word(.meanScore), .right),
                ("A", .right), ("B", .right), ("C", .right), ("D", .right), (word(.passRate), .right),
                (word(.interval), .right), (word(.turnaroundP95Short), .right),
            ]
        )
        for row in rows {
            var cells = ranked ? [row.rank.map(String.init) ?? word(.tooFew)] : []
            cells.append(PeriodWords.name(of: row, unknown: unknown)[language])
            cells.append(String(row.counts.exams))
            cells.append(String(row.counts.images))
            cells.append(row.scores.map { Numbers.score($0.mean) } ?? "")
            cells += Level.allCases.map { String(row.levels[$0]) }
            cells.append(row.passingShare.map(Numbers.percentBesideInterval) ?? "")
            cells.append(row.passingInterval.map(Numbers.percent) ?? "")
            cells.append(row.turnaround.map { Numbers.duration(seconds: $0.p95)[language] } ?? "")
            table.add(cells)
        }
        return table.text(columns: columns)
    }

    private var findings: String {
        var table = TextTable([
            (word(.finding), .left), (word(.severity), .left), (word(.count), .right), (word(.share), .right),
            (word(.interval), .right),
        ])
        for finding in report.findings {
            table.add([
                report.findingTexts.title(of: finding.code)[language], finding.severity.name[language],
                "\(finding.images)/\(finding.examined)", Numbers.percentBesideInterval(finding.share),
                finding.interval.map(Numbers.percent) ?? "",
            ])
        }
        return table.text(columns: columns)
    }

    private var missing: String {
        var table = TextTable([
            (word(.missingSections), .left), (word(.examType), .left), (word(.count), .right), (word(.share), .right),
            (word(.interval), .right),
        ])
        for section in report.missingSections {
            table.add([
                Optional(section.section).displayName[language], section.examType?.name[language] ?? "",
                "\(section.missing)/\(section.required)", Numbers.percentBesideInterval(section.share),
                section.interval.map(Numbers.percent) ?? "",
            ])
        }
        return table.text(columns: columns)
    }
}
