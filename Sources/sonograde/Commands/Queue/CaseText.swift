import Foundation
import Grading
import Intake
import Reports
import ReviewDesk
import Store

/// One image with its checklist, for people.
struct CaseText {
    private let output: CaseOutput
    private let language: Language
    private let clock: ReportClock

    /// A case in words.
    init(_ output: CaseOutput, language: Language, clock: ReportClock) {
        (self.output, self.language, self.clock) = (output, language, clock)
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// Lines with their ends.
    var text: String {
        let facts = output.facts
        let now = Timestamp(Date())
        var lines = [
            say("图像 \(facts.image)  ", "image \(facts.image)  ")
                + KnownNames.line(section: facts.section, examType: facts.examType, language)
        ]
        var waits = say("等待 ", "waits ") + Age.words(from: facts.since, to: now, language)
        if facts.kind == .dispute { waits += say("；机构有异议", "; the clinic objects") }
        if facts.readings > 0 { waits += say("；已评阅 \(facts.readings) 次", "; readings so far: \(facts.readings)") }
        lines.append(waits)
        if let claim = output.claim {
            lines.append(
                say("占用：\(claim.expert)，至 ", "held by \(claim.expert) until ") + clock.time(claim.until).minute
                    + say("（占用号 \(claim.id)）", " (claim \(claim.id))")
            )
        }
        if let picture = output.picture { lines.append(say("图：\(picture)", "picture: \(picture)")) }
        if let report = facts.reportText {
            lines += [say("报告文字：", "the clinic's report:")] + report.split(separator: "\n").map { "  \($0)" }
        }
        lines += checklist
        if let disclosed = output.disclosed { lines += DisclosedCase(disclosed).lines(language, clock: clock) }
        if let explanation = output.explanation {
            lines += [""] + ExplanationText(explanation, language: language).lines
        }
        return lines.map { $0.shown + "\n" }.joined()
    }

    private var checklist: [String] {
        let allowed = ReviewAnswer.allCases.map(\.rawValue).joined(separator: ", ")
        var lines = ["", say("问题（答案：\(allowed)）", "questions (answers: \(allowed))")]
        let (needed, free) = (output.sheet.items.filter(\.isRequired), output.sheet.items.filter { !$0.isRequired })
        let width = output.sheet.items.flatMap(\.questions).map(\.count).max() ?? 0
        for item in needed { lines += questions(of: item, width: width) }
        if !free.isEmpty {
            lines.append(say("可不答（初筛已测，或不适用）", "need no answer (measured by the first pass, or not for this picture)"))
            for item in free { lines += questions(of: item, width: width) }
        }
        return lines
    }

    private func questions(of item: ReviewSheet.Item, width: Int) -> [String] {
        if item.criteria.isEmpty { return ["  \(item.id.padded(to: width))  \(item.name[language])"] }
        return zip(item.questions, item.criteria).map { key, criterion in
            "  \(key.padded(to: width))  \(item.name[language]): \(criterion.name[language])"
        }
    }
}
