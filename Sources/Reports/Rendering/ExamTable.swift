import Grading
import Imaging

/// An exam as text for a terminal.
struct ExamTable {
    let report: ExamReport
    let language: Language

    /// The summary lines and one row a file.
    var text: String {
        (summary.map { ForeignText.visible($0) + "\n" } + ["\n", files.text]).joined()
    }

    private func word(_ word: Word) -> String { word.text[language] }

    private var summary: [String] {
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
        if let completeness = report.completeness {
            lines.append(Word.completeness.filled(["share": Numbers.percent(completeness)])[language])
        }
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
        var table = TextTable([
            (word(.imageNumber), .right), (word(.file), .left), (word(.section), .left), (word(.score), .right),
            (word(.level), .left), (word(.status), .left), (word(.findings), .left),
        ])
        for (index, image) in report.images.enumerated() {
            let grade = image.grade
            var remarks = grade.findings.map { report.findingTexts.title(of: $0.code)[language] }
            if image.standing == .superseded { remarks.insert(word(.superseded), at: 0) }
            if image.reviewed { remarks.append(word(.reviewFlagged)) }
            table.add([
                String(index + 1), image.file, image.section.displayName[language],
                grade.score.map(Numbers.score) ?? "", grade.level?.label(language) ?? "",
                grade.status.name[language], remarks.joined(separator: ", "),
            ])
        }
        for file in report.unreadable {
            let what = "\(file.error.code.problem[language]) – \(file.error.code.remedy[language])"
            table.add(["", file.file, file.section.displayName[language], "", "", word(.statusUnreadable), what])
        }
        for file in report.repeated {
            let times = Word.repeatedTimes.filled(["n": String(file.times)])[language]
            table.add(["", file.file, "", "", "", word(.statusRepeated), times])
        }
        return table
    }
}
