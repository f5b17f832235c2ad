package import Grading
internal import Reports
package import Store

/// Every wording of practice and papers, in one language.
package struct PracticeWords: Sendable {
    package let language: Language

    /// The words of a language.
    package init(_ language: Language) { self.language = language }

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// Behind a question: how many may be chosen.
    package func mode(of prompt: ExercisePrompt) -> String {
        guard prompt.kind == .theory else { return "" }
        return prompt.takesSeveral ? say("（多选题）", " (several)") : say("（单选题）", " (one)")
    }

    /// The mark in a word.
    package func verdict(_ mark: ExerciseMark) -> String {
        switch mark.thousandths {
        case 1000: say("回答正确", "Right")
        case 1...: say("部分正确", "Partly right") + " · \(points(mark.thousandths))"
        default: say("回答错误", "Wrong")
        }
    }

    /// Thousandths as points of 100.
    package func points(_ thousandths: Int) -> String {
        let text = Numbers.score(Double(thousandths) / 10)
        return say("\(text) 分", "\(text) of 100")
    }

    /// A title and what it is of, with the language's colon.
    package func titled(_ title: String, _ text: String) -> String { say("\(title)：\(text)", "\(title): \(text)") }
    package var rightAnswer: String { say("正确答案", "Right answer") }
    package var yourAnswer: String { say("你的答案", "Your answer") }
    package var missed: String { say("漏选", "missed") }
    package var wrong: String { say("错选", "wrong") }
    package func expertLevel(_ level: String) -> String { say("专家评级 \(level)", "expert's level \(level)") }
    package func yourLevel(_ level: String) -> String { say("你评 \(level)", "yours \(level)") }
    package func comesAgain(_ day: String) -> String { say("下次复习 \(day)", "comes again \(day)") }
    package var whyTitle: String { say("解析", "Why") }
    package var expertSays: String { say("专家意见", "The expert") }
    package var madePicture: String { say("模拟图", "made picture") }
    package var storedPicture: String { say("真实图像（已遮盖）", "stored picture, masked") }
    package var alteredPicture: String { say("真实图像（可能加入了问题）", "stored picture, may be altered") }
    package var theory: String { say("理论题", "theory") }
    package func kind(_ kind: ExerciseID.Kind) -> String {
        switch kind {
        case .theory: theory
        case .expert: storedPicture
        case .altered: alteredPicture
        case .simulated: madePicture
        }
    }

    // MARK: Progress

    package var all: String { say("合计", "all") }
    package func cards(_ record: LearnerRecord) -> String {
        say(
            "题卡 \(record.cards) 张，已掌握 \(record.known) 张，今天待复习 \(record.due) 张",
            "\(record.cards) cards, \(record.known) known, \(record.due) due today"
        )
    }
    package var noAnswers: String { say("还没有练习记录", "nothing practised yet") }
    package var progressColumns: [String] {
        language == .zh
            ? ["", "题数", "正确", "正确率（95% 区间）", "评级一致", "AC2", "κ", "问题检出率", "每图误报"]
            : ["", "answers", "right", "share (95 %)", "same level", "AC2", "kappa", "found", "false/picture"]
    }

    // MARK: The pool

    package var emptyPool: String { say("没有这样的图像", "no such picture") }

    /// For what a picture is used, in a word or two.
    package func uses(_ uses: [ExerciseID.Kind], isExcluded: Bool) -> String {
        if isExcluded { return say("已停用", "kept out") }
        if uses.isEmpty { return say("扫查区不确定，不使用", "not used: its scan area is not sure") }
        return uses.contains(.altered) ? say("读片、加问题", "as it is, altered") : say("读片", "as it is")
    }

    /// How often a picture was answered in practice.
    package func answered(_ attempts: Int, right: Int) -> String {
        guard attempts > 0 else { return say("未练过", "never asked") }
        return say("练习 \(attempts) 次，答对 \(right) 次", "asked \(attempts) times, \(right) right")
    }

    // MARK: Papers

    package func started(_ record: PaperRecord, until time: String) -> String {
        say(
            "试卷 \(record.id)：共 \(record.paper.items.count) 题，\(time) 截止",
            "paper \(record.id): \(record.paper.items.count) items, until \(time)"
        )
    }
    package var noPapers: String { say("还没有试卷", "no papers yet") }
    package var unanswered: String { say("未作答", "not answered") }
    package func mark(_ mark: Double) -> String { Numbers.score(mark) }
    package func passed(_ passed: Bool) -> String { passed ? say("合格", "passed") : say("不合格", "not passed") }
    package func end(_ end: PaperRecord.End) -> String {
        switch end {
        case .learner: say("已交卷", "handed in")
        case .time: say("到时自动交卷", "ended by time")
        }
    }

    /// `T01 增益与动态范围`.
    package func topic(_ id: String) -> String {
        TrainingTopic.named(id).map { "\(id) \($0.name[language])" } ?? id
    }

    private func whole(_ points: Double) -> String {
        points == points.rounded() ? "\(Int(points))" : Numbers.score(points)
    }

    /// Whether the course has the mark; nil for a trial paper.
    private func course(of record: PaperRecord) -> String? {
        guard let course = record.course else { return nil }
        if let problem = record.problem {
            return say("课程 \(course) 未登记此成绩：\(problem)", "course \(course) did not take the mark: \(problem)")
        }
        return say("已记入课程 \(course) 的理论成绩", "noted as a theory mark of course \(course)")
    }

    /// A paper on one line.
    package func line(of record: PaperRecord, clock: (Timestamp) -> String) -> String {
        var parts = [
            "#\(record.id)", "\(record.learner)", clock(record.startedAt),
            say("第 \(record.attempt) 次", "attempt \(record.attempt)"),
            say(
                "作答 \(record.answers.count)/\(record.paper.items.count)",
                "\(record.answers.count)/\(record.paper.items.count) answered"
            ),
        ]
        if let course = record.course { parts.insert(course, at: 2) }
        if let result = record.result, let end = record.endedBy {
            parts += [self.end(end), say("\(mark(result.mark)) 分", "mark \(mark(result.mark))"), passed(result.passed)]
        } else {
            parts.append(say("进行中，\(clock(record.deadline)) 截止", "open until \(clock(record.deadline))"))
        }
        return parts.joined(separator: "  ")
    }

    /// What a paper that is over came to: the sum, then each topic.
    package func result(of record: PaperRecord) -> [String] {
        guard let result = record.result else { return [] }
        let sum = say(
            "成绩 \(mark(result.mark)) 分（及格 \(whole(record.paper.plan.passMark)) 分）：\(passed(result.passed))，作答 \(result.answered)/\(result.items)",
            "Mark \(mark(result.mark)) of 100 (\(whole(record.paper.plan.passMark)) passes): \(passed(result.passed)), \(result.answered)/\(result.items) answered"
        )
        let topics = result.topics.map { part in
            "  \(topic(part.topic))  \(mark(part.mark))  (\(part.items))"
        }
        return [sum] + topics + (course(of: record).map { [$0] } ?? [])
    }
}
