package import Grading

/// Every wording of the interactive review, in one language.
package struct ReviewWords: Sendable {
    package let language: Language

    /// The words of a language.
    package init(_ language: Language) { self.language = language }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    // MARK: Head

    var sectionUnknown: String { say("切面未说明", "Section not stated") }
    var typeUnknown: String { say("检查类型未说明", "Exam type not stated") }
    func waits(_ time: String) -> String { say("等候 \(time)", "waits \(time)") }
    var underOneMinute: String { say("不到 1 分", "< 1 min") }
    func lease(_ time: String) -> String { say("占用剩 \(time)", "held \(time) more") }
    var leaseLost: String { say("占用已到期", "no longer held") }
    var dispute: String { say("机构有异议", "objected to") }
    func readings(_ count: Int) -> String { say("已有 \(count) 次判读", "\(count) reading\(count == 1 ? "" : "s") before") }
    func done(_ count: Int) -> String { say("已完成 \(count)", "\(count) done") }
    var unblinded: String { say("整图", "whole picture") }
    var impression: String { say("印象", "Impression") }
    var optional: String { say("可不答", "need no answer") }
    var comment: String { say("评语", "Comment") }
    var advice: String { say("给技术人员的建议", "Advice to the technician") }
    var consultation: String { say("请会诊", "Consultation") }
    var reportText: String { say("报告", "Report") }

    // MARK: Result

    var machine: String { say("初筛", "First pass") }
    var expert: String { say("专家", "Expert") }
    var noScore: String { say("未评分", "no score") }
    var noFindings: String { say("没有发现问题", "No findings") }
    var fromList: String { say("由上面的答案得出", "from the checklist") }
    var byHand: String { say("专家补充", "added") }
    func points(_ points: String) -> String { say("扣 \(points) 分", "−\(points)") }
    func limit(_ limit: String) -> String { say("限 \(limit)", "limit \(limit)") }
    func place(row: Int, column: Int) -> String {
        let rows = [say("上", "upper"), say("中", "middle"), say("下", "lower")]
        let columns = [say("左", "left"), "", say("右", "right")]
        if row == 1, column == 1 { return say("中部", "centre") }
        if language == .zh { return columns[column] + rows[row] + (column == 1 ? "部" : "") }
        return column == 1 ? rows[row] : rows[row] + " " + columns[column]
    }
    var everywhere: String { say("全图", "everywhere") }

    func baseline(_ snapshot: String) -> String { say("按设备基线 \(snapshot)", "by baseline \(snapshot)") }
    /// An item's sub-score (0–1) and the points that it multiplies.
    func item(_ score: String, _ points: String) -> String {
        say("该项 \(score) × \(points) 分", "item \(score) × \(points) points")
    }
    func sum(_ sum: String) -> String { say("各项合计 \(sum)", "items sum to \(sum)") }
    func cap(_ limit: String, _ finding: String) -> String {
        say("因“\(finding)”最高 \(limit)", "at most \(limit) with \(finding)")
    }
    var how: String { say("e 看得分由来", "e: how it came to this") }
    var explanation: String { say("初筛得分由来", "How the first pass came to its score") }
    var drawn: String { say("图上", "Drawn") }

    // MARK: Notices

    var drawingShown: String { say("已画出初筛结果；d 隐藏", "The first pass is drawn; d hides it") }
    var drawingHidden: String { say("图上不再有标记；d 显示", "Nothing is drawn over the picture; d shows it") }
    var noExplanation: String { say("没有可说明的得分", "There is no score to explain") }

    var hintQuestions: String {
        say("这个键没有作用；y p n x 回答，? 列出所有键", "That key does nothing here; y p n x answer, ? lists all keys")
    }
    var hintResult: String {
        say("这个键没有作用；y n 判定，f 补充，e 由来，回车保存", "That key does nothing here; y n judge, f adds, e explains, Enter stores")
    }
    var hintStore: String { say("都已判定；回车保存", "All judged; Enter stores") }
    var nothingToUndo: String { say("没有可撤销的", "Nothing to undo") }
    var undone: String { say("已撤销", "Undone") }
    var impressionStays: String {
        say("看过初筛结果后，印象不再更改", "The impression stays: the first pass has been seen")
    }
    var pasteIgnored: String {
        say("粘贴的内容没有当作按键；先按 c、t 或 k", "What was pasted is not taken for keys; press c, t or k first")
    }
    var nothingApplies: String {
        say(
            "全部不适用就没有分数；按 k 请会诊，或改一个答案",
            "With nothing that applies there is no score; k asks for a consultation, or change an answer"
        )
    }
    var fromChecklist: String {
        say("这一项由答案得出；按 ← 回到问题去改", "This follows from an answer; go back with ← to change it")
    }
    var nothingSeen: String {
        say("还没有看到图像：w 看整图，s 跳过", "No picture was seen yet: w shows the whole picture, s skips")
    }
    var wholeShown: String {
        say("已显示整图，并记入审计记录；w 切换", "The whole picture is shown and noted in the audit trail; w switches")
    }
    var leaseOver: String {
        say(
            "占用已到期，还没有保存；答案仍在屏幕上，按 r 重新占用",
            "No longer held, and nothing was stored; the answers are kept here: r holds the image again"
        )
    }
    var keptAnswers: String { say("（答案仍在屏幕上，按 r 重试）", "(the answers are kept here: r tries again)") }
    var heldAgain: String { say("已重新占用", "Held again") }
    var noReport: String { say("机构没有提供报告文字", "The clinic sent no report text") }
    var skipNeedsReason: String { say("跳过要有理由：按数字，或写一句", "Skipping needs a reason: a digit, or a few words") }
    package func stored(_ image: Int64, score: String) -> String {
        say("图像 \(image) 已保存：\(score)", "Image \(image) stored: \(score)")
    }
    package func skipped(_ image: Int64) -> String { say("图像 \(image) 已跳过", "Image \(image) skipped") }
    package func opened(_ path: String) -> String { say("已交给看图程序", "Handed to the viewer: \(path)") }
    package var storing: String { say("正在保存……", "Storing …") }
    package var loading: String { say("正在读取图像……", "Reading the picture …") }
    package func unreadablePicture(_ why: String) -> String {
        say("图像无法显示：\(why)", "The picture cannot be shown: \(why)")
    }

    // MARK: Questions to the expert

    var unblindQuestion: String {
        say(
            "显示整图？会记入审计记录。y 显示，其他键不显示",
            "Show the whole picture? It is noted in the audit trail. y shows it, any other key does not"
        )
    }
    var leaveQuestion: String {
        say(
            "离开？答案不会保存。r 放回队列，k 继续占用，其他键留下",
            "Leave? The answers are not kept. r gives the image back, k keeps it held, any other key stays"
        )
    }
    var skipQuestion: String {
        say("为什么跳过？数字，或写一句后回车；Esc 取消", "Why skip it? A digit, or a few words and Enter; Esc cancels")
    }
    var skipReasons: [String] {
        language == .zh
            ? ["不是我熟悉的部位", "画面看不清", "认识这次检查", "需要其他资料", "稍后再看"]
            : [
                "Not my field", "Cannot be seen well here", "I know this exam", "Needs other material",
                "To be looked at later",
            ]
    }
    var editKeys: String { say("回车保存，Esc 取消", "Enter keeps, Esc cancels") }
    var bareAdviceKeys: String {
        say("没有现成的建议；直接写，回车保存，Esc 取消", "No ready advice; write, Enter keeps, Esc cancels")
    }
    var offerKeys: String { say("数字采用，或直接写；回车保存，Esc 取消", "A digit takes over, or write; Enter keeps, Esc cancels") }
    var addQuestion: String {
        say("补充什么？输入代码或名称；数字或回车选定，Esc 取消", "Add what? Type code or name; a digit or Enter takes, Esc cancels")
    }
    var nothingMatches: String { say("没有这样的代码或名称", "No such code or name") }
    var textQuestionConsultation: String { say("问什么？", "What is the question?") }
    var anyKey: String { say("按任意键返回", "Any key goes back") }
    var readingKeys: String { say("↑ ↓ 翻看，其他键返回", "↑ ↓ scroll, any other key goes back") }
    var withheld: [String] {
        language == .zh
            ? ["扫查区域不确定，为保持盲评没有显示。", "按 w 看整图（会记入审计记录）。"]
            : [
                "The scan area is not certain, so nothing is shown, to keep the reading blind.",
                "w shows the whole picture (noted in the audit trail).",
            ]
    }
    package var noTerminalPicture: String {
        say("此终端不显示图像；按 o 用看图程序打开。", "This terminal shows no picture; o opens it in a viewer.")
    }
    var tooSmall: String { say("窗口太小：至少 60×16", "Window too small: at least 60×16") }

    // MARK: Keys

    /// Key and meaning, most needed first.
    var keysOfQuestions: [(String, String)] {
        [
            ("y", say("是", "yes")), ("p", say("部分", "partly")), ("n", say("否", "no")), ("x", say("不适用", "n/a")),
            ("a", say("其余全是", "rest yes")), ("1-4", say("印象", "impression")), ("←", say("上一题", "back")),
            ("u", say("撤销", "undo")), ("s", say("跳过", "skip")), ("w", say("整图", "whole")), ("+", say("放大", "zoom")),
            ("c", say("评语", "comment")), ("t", say("建议", "advice")), ("k", say("会诊", "consult")),
            ("o", say("看图程序", "viewer")), ("q", say("离开", "leave")),
        ]
    }
    var keysOfResult: [(String, String)] {
        [
            ("Enter", say("保存", "store")), ("y", say("对", "right")), ("n", say("不对", "wrong")),
            ("a", say("其余都对", "rest right")), ("f", say("补充", "add")), ("e", say("由来", "why")),
            ("d", say("标记", "drawing")), ("←", say("回到问题", "back")),
            ("u", say("撤销", "undo")), ("t", say("建议", "advice")), ("c", say("评语", "comment")),
            ("k", say("会诊", "consult")), ("+", say("放大", "zoom")), ("s", say("跳过", "skip")),
            ("q", say("离开", "leave")),
        ]
    }
    var allKeys: String { say("所有键", "all keys") }

    /// The page of all keys: key, meaning.
    var help: [(String, String)] {
        [
            ("y p n x", say("回答：是 部分 否 不适用", "answer: yes, partly, no, does not apply")),
            ("a", say("其余全是；看到结果后：其余都对", "everything open is fine; in the result: all right")),
            ("1-4 A-D", say("盲评印象 甲 乙 丙 不合格（可不填）", "blind impression A to D (may be left out)")),
            ("Enter Space", say("不填印象", "leave the impression out")),
            ("← Backspace ↑", say("上一题；在结果里：上一条、回到问题", "question or finding before; back to the questions")),
            ("→ Tab ↓", say("下一题、下一条", "next question or finding")),
            ("u", say("撤销上一个改动，可连续", "undo the last change, as often as wanted")),
            ("y n", say("在结果里：初筛的发现对、不对", "in the result: finding right, wrong")),
            ("f", say("补充初筛漏掉的问题", "add a finding that was missed")),
            ("d e", say("在结果里：图上标记开关、得分由来", "in the result: drawing on or off, why")),
            ("Enter", say("在结果里：保存并看下一张", "in the result: store, next picture")),
            ("m", say("也列出可不答的问题", "list questions too that need no answer")),
            ("c", say("评语", "comment")),
            ("t", say("给技术人员的建议（结果里可采用现成的）", "advice to the technician (in the result: ready ones)")),
            ("k", say("请另一位专家会诊", "ask a further expert")),
            ("s", say("跳过并说明理由", "skip, with a reason")),
            ("v", say("看机构的报告文字", "read the clinic's report text")),
            ("+ z", say("放大图像、还原", "picture over the whole screen, and back")),
            ("w", say("看整图（记入审计记录）", "whole picture (noted in the audit trail)")),
            ("o", say("用看图程序打开", "open in the desktop's viewer")),
            ("q", say("离开", "leave")),
        ]
    }
}
