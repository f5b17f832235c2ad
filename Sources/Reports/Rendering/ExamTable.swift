import Grading
import Imaging

/// An exam as text for a terminal.
struct ExamTable {
    let report: ExamReport
    let language: Language
    /// Of the terminal; nil breaks no line.
    var columns: Int?

    /// The summary lines and one row a file.
    var text: String {
        let notes = ExamExpertLines(report: report, language: language).lines
        let spoken = notes.isEmpty ? [] : ["\n"] + notes.map { ForeignText.visible($0) + "\n" }
        return (summary.map { ForeignText.visible($0) + "\n" } + ["\n", files.text(columns: columns)] + spoken).joined()
    }

    private func word(_ word: Word) -> String { word.text[language] }

    /// Title, verdict, sections and what to fix first, a line each.
    var summary: [String] {
        let exam = report.exam
        let type = exam.type?.name[language] ?? word(.examTypeUnknown)
        let unregistered = report.institution.registered ? [] : [word(.unregistered)]
        let title = [report.institution.name] + unregistered + [exam.id] + (exam.date.map { [$0] } ?? []) + [type]
        var lines = [title.joined(separator: " · ")]
        if let withdrawn = report.withdrawn {
            lines.append("\(word(.verdictWithdrawn)) (\(withdrawn.at.minute))")
        } else if let score = report.score, let level = report.level {
            lines.append(
                "\(word(.firstPass)): \(Numbers.score(score)) \(level.label(language)) · \(level.verdict.text[language])"
            )
        } else {
            lines.append(word(.verdictNone))
        }
        if let final = report.final, let score = final.score, let level = final.level, report.withdrawn == nil {
            lines.append(
                "\(word(.finalResult)): \(Numbers.score(score)) \(level.label(language)) · \(level.verdict.text[language])"
            )
        }
        if let experts = report.experts, report.withdrawn == nil {
            lines.append(ExamExpertLines.state(of: experts, language))
        }
        if let completeness = report.completeness {
            lines.append(Word.completeness.filled(["share": Numbers.percent(completeness)])[language])
        }
        if let recognition = report.recognition { lines.append(recognition.line(language)) }
        for (title, sections) in [
            (Word.missingSections, report.missingSections), (.substandardSections, report.substandardSections),
        ] where !sections.isEmpty {
            let names = sections.map { Optional($0).displayName[language] }
            lines.append("\(word(title)): \(names.joined(separator: ", "))")
        }
        let fixes = report.withdrawn == nil ? report.fixFirst(atMost: ExamPage.fixLimit) : []
        if !fixes.isEmpty { lines.append("\(word(.fixFirst)):") }
        for (index, fix) in fixes.enumerated() {
            let title = report.findingTexts.title(of: fix.code)[language]
            let advice = fix.advice.map { " – \($0[language])" } ?? ""
            lines.append("  \(index + 1). \(title)\(advice)")
        }
        return lines
    }

    private var files: TextTable {
        let isRead = (report.experts?.read ?? 0) > 0
        let expert: [(title: String, alignment: TextTable.Alignment)] =
            isRead ? [(word(.expertScore), .right), (word(.expertLevel), .left)] : []
        var table = TextTable(
            [
                (word(.imageNumber), .right), (word(.file), .left), (word(.section), .left), (word(.score), .right),
                (word(.level), .left),
            ] + expert + [(word(.status), .left), (word(.findings), .left)]
        )
        let gap = expert.map { _ in "" }
        for (index, image) in report.images.enumerated() {
            let grade = image.grade
            var remarks = image.outcome.entries.map { entry in
                let title = report.findingTexts.title(of: entry.finding.code)[language]
                return entry.verdict.map { "\(title) (\(word($0.name)))" } ?? title
            }
            if image.standing == .superseded { remarks.insert(word(.superseded), at: 0) }
            if image.expert?.waits == .dispute { remarks.append(word(.waitsDispute)) }
            if image.reviewed, image.lastReading == nil { remarks.append(word(.reviewFlagged)) }
            let reading = image.lastReading
            let judged = [reading?.score.map(Numbers.score) ?? "", reading?.level?.label(language) ?? ""]
            var cells = [String(index + 1), image.file, image.section.displayName[language]]
            cells += [grade.score.map(Numbers.score) ?? "", grade.level?.label(language) ?? ""]
            if isRead { cells += judged }
            table.add(cells + [grade.status.name[language], remarks.joined(separator: ", ")])
        }
        for file in report.unreadable {
            let what = "\(file.error.code.problem[language]) – \(file.error.code.remedy[language])"
            table.add(
                ["", file.file, file.section.displayName[language], "", ""] + gap + [word(.statusUnreadable), what]
            )
        }
        for file in report.repeated {
            let times = Word.repeatedTimes.filled(["n": String(file.times)])[language]
            table.add(["", file.file, "", "", ""] + gap + [word(.statusRepeated), times])
        }
        return table
    }
}
