package import Grading

/// The screen's wordings.
extension PracticeWords {
    var chooseFirst: String { say("请先选择答案", "choose an answer first") }
    var faultsFirst: String { say("还要选择问题：按 1–8，没有问题也要选", "faults are wanted too: 1–8, or that there is none") }
    /// What is missing of an answer.
    func missing(chosen: [String], level: Level?) -> String {
        chosen.isEmpty ? (level == nil ? chooseFirst : faultsFirst) : levelFirst
    }
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
            ? say("a–d 评级  1–8 问题", "a–d level  1–8 faults") : say("1–8 问题", "1–8 faults")
    }

    private func seeing(_ prompt: ExercisePrompt) -> String {
        prompt.kind == .theory ? "" : say("  z 放大  o 看图", "  z zoom  o viewer")
    }

    func keys(_ prompt: ExercisePrompt) -> String {
        choosing(prompt) + say("  ⏎ 提交", "  ⏎ submit") + seeing(prompt) + say("  q 结束  ? 帮助", "  q leave  ? help")
    }

    func keysAfter(_ prompt: ExercisePrompt) -> String {
        let comparing = prompt.kind.hasUntouched ? say("  u 原图对照", "  u untouched") : ""
        return say("⏎ 下一题", "⏎ next") + comparing + seeing(prompt) + say("  q 结束", "  q leave")
    }

    /// Above a picture that is shown without its fault.
    var untouched: String { say("原图（未加入问题）", "untouched") }

    func keysOfPaper(_ prompt: ExercisePrompt) -> String {
        // Short enough for a picture's item on 80 columns.
        choosing(prompt) + say("  ⏎ 下一题  ← → 换题", "  ⏎ keep  ←→ move")
            + (prompt.kind == .theory ? "" : say("  z 放大  o 看图", "  z zoom  o open"))
            + say("  h 交卷  q 离开  ? 帮助", "  h hand in  q leave  ?")
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
            say("u        提交后：与未加入问题的原图对照", "u        after the answer: the picture without the fault"),
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
