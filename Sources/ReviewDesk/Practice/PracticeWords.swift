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
    package var theory: String { say("理论题", "theory") }
    package func kind(_ kind: ExerciseID.Kind) -> String {
        switch kind {
        case .theory: theory
        case .expert: storedPicture
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

    // MARK: The screen

    var chooseFirst: String { say("请先选择答案", "choose an answer first") }
    var levelFirst: String { say("还要评级：按 a b c d", "a level is wanted too: a b c d") }
    var levelTitle: String { say("评级", "Level") }

    func timeLeft(_ milliseconds: Int64) -> String {
        // Whole seconds, the last one shown until it is over.
        let seconds = (milliseconds + 999) / 1000
        let rest = seconds % 60
        return say("剩余 ", "left ") + "\(seconds / 60):" + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private func choosing(_ prompt: ExercisePrompt) -> String {
        if prompt.kind == .theory { return say("a–f 选择", "a–f choose") }
        return prompt.asksLevel
            ? say("a–d 评级  1–8 选问题", "a–d level  1–8 faults") : say("1–8 选问题", "1–8 faults")
    }

    private func seeing(_ prompt: ExercisePrompt) -> String {
        prompt.kind == .theory ? "" : say("  z 放大  o 看图", "  z zoom  o viewer")
    }

    func keys(_ prompt: ExercisePrompt) -> String {
        choosing(prompt) + say("  ⏎ 提交", "  ⏎ submit") + seeing(prompt) + say("  q 结束  ? 帮助", "  q leave  ? help")
    }

    func keysAfter(_ prompt: ExercisePrompt) -> String {
        say("⏎ 下一题", "⏎ next") + seeing(prompt) + say("  q 结束", "  q leave")
    }

    func keysOfPaper(_ prompt: ExercisePrompt) -> String {
        choosing(prompt) + say("  ⏎ 确认并到下一题  ← → 换题", "  ⏎ keep and go on  ← → move") + seeing(prompt)
            + say("  h 交卷  q 离开  ? 帮助", "  h hand in  q leave  ? help")
    }

    func handInQuestion(open: Int) -> String {
        open == 0
            ? say("全部作答完毕。交卷后不能再改。现在交卷？y 是", "All answered. Nothing can be changed afterwards. Hand in? y")
            : say(
                "还有 \(open) 题未答。交卷后不能再改。仍要交卷？y 是",
                "\(open) not answered. Nothing can be changed afterwards. Hand in? y"
            )
    }

    var leavePaperQuestion: String {
        say("离开后计时不停，到时自动交卷；用同一命令可继续。离开？y 是", "The time runs on; the same command goes on with it. Leave? y")
    }

    var help: [String] {
        [
            say("a–f      理论题：选择该选项；图像题：a–d 评级", "a–f      theory: choose the option; pictures: a–d level"),
            say("1–8      选择或取消该选项", "1–8      choose an option or take it back"),
            say("↑ ↓ 空格 移动光标，选择或取消", "↑ ↓ space  move, choose or take back"),
            say("⏎        提交；看过解析后到下一题", "⏎        submit; after the answer the next one"),
            say("← →      试卷：上一题、下一题", "← →      on a paper: item before, item after"),
            say("z        图像占满屏幕", "z        picture over the whole screen"),
            say("o        用桌面看图程序打开", "o        open the picture in the desktop's viewer"),
            say("h        试卷：交卷", "h        on a paper: hand it in"),
            say("q        结束或离开", "q        leave"),
            say("按任意键返回", "any key goes back"),
        ]
    }

    package func unreadablePicture(_ problem: String) -> String {
        say("图像不能显示：\(problem)", "the picture cannot be shown: \(problem)")
    }
    package var noTerminalPicture: String {
        say(
            "此终端不显示图像。按 o 用看图程序打开，或加 --graphics symbols。",
            "No picture on this terminal: o opens it, or give --graphics symbols."
        )
    }
    package var timeOver: String { say("时间到，试卷已自动交卷", "the time is over; the paper was handed in") }
    package func opened(_ viewer: String) -> String { say("已用 \(viewer) 打开", "opened with \(viewer)") }

    /// A sitting of practice in a line.
    package func tally(answered: Int, right: Int) -> String {
        say("练习 \(answered) 题，掌握 \(right) 题", "\(answered) answered, \(right) right")
    }
}
