import Grading
import Reports
import ReviewDesk

/// What a review came to, the machine's result beside the expert's, for people.
struct ResultText {
    private let result: ReviewResult
    private let facts: BlindFacts
    private let language: Language

    /// A result in words.
    init(_ result: ReviewResult, facts: BlindFacts, language: Language) {
        (self.result, self.facts, self.language) = (result, facts, language)
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private var expertScore: String { result.result.map { ResultWords.score($0, language) } ?? "" }

    private var firstPassScore: String {
        guard let firstPass = result.firstPass else { return "" }
        if let score = firstPass.score, let level = firstPass.level { return "\(score)  \(level.rawValue)" }
        return say(firstPass.status == .unsure ? "存疑" : "无法读取", firstPass.status.rawValue)
    }

    /// All on one line.
    var line: String {
        let start = result.line.map { say("第 \($0) 行  ", "line \($0)  ") } ?? ""
        let image = say("图像 \(facts.image)", "image \(facts.image)")
        guard let review = result.review else { return "\(start)\(image)  \(valid)".shown }
        return
            "\(start)\(image)  \(say("评阅 \(review)", "review \(review)"))  \(expertScore)  (\(say("初筛", "first pass")) \(firstPassScore))"
            .shown
    }

    private var valid: String { say("答案可用；未保存", "the answers are allowed; nothing was stored") }

    /// Side by side.
    var block: String {
        let place = KnownNames.line(section: facts.section, examType: facts.examType, language)
        guard let review = result.review, let reading = result.reading else {
            return "\(say("图像 \(facts.image)", "image \(facts.image)"))  \(place)\n\(valid)\n".replacing(
                "\u{1B}",
                with: ""
            )
        }
        let head = say(
            "图像 \(facts.image)  \(place)  第 \(reading) 次评阅，编号 \(review)",
            "image \(facts.image)  \(place)  reading \(reading), review \(review)"
        )
        var table = TextTable([("", .left), (say("初筛", "first pass"), .left), (say("专家", "expert"), .left)])
        table.add([say("得分", "score"), firstPassScore, expertScore])
        if let impression = result.result?.answers.impression {
            table.add([say("印象", "impression"), "", impression.rawValue])
        }
        for judged in result.result?.findings ?? [] {
            let finding = judged.finding
            table.add([
                KnownNames.finding(finding.code)[language],
                judged.verdict == .added ? "" : "\(finding.code) (\(finding.severity.rawValue))",
                judged.verdict == .added ? "\(finding.code) (\(finding.severity.rawValue))" : verdict(judged.verdict),
            ])
        }
        var text = head.shown + "\n" + table.text(columns: Terminal.columns)
        if let dispute = result.settles {
            text += say("异议 \(dispute) 已处理", "this settles dispute \(dispute)") + "\n"
        }
        if let question = result.result?.answers.consultation {
            text += (say("请求会诊：", "consultation asked: ") + question).shown + "\n"
        }
        return text
    }

    private func verdict(_ verdict: ExpertGrade.Verdict) -> String {
        switch verdict {
        case .confirmed: say("确认", "confirmed")
        case .rejected: say("否定", "rejected")
        case .added: say("新增", "added")
        case .unjudged: say("未评", "not judged: stands")
        }
    }
}
