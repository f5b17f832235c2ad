import Grading
import Reports

/// The last lines of the screen: what just happened or is asked, and the keys.
struct ScreenFoot {
    let texts: [ScreenText]
    /// Where the cursor stands while something is typed.
    let cursor: (line: Int, column: Int)?

    init(_ session: ReviewSession, words: ReviewWords, columns: Int) {
        switch session.mode {
        case .keys:
            texts = [Self.notice(session, words: words), Self.keys(session, words: words, columns: columns)]
            cursor = nil
        case .help:
            texts = [ScreenText(words.anyKey, .dim)]
            cursor = nil
        case .report, .explanation:
            texts = [ScreenText(words.readingKeys, .dim)]
            cursor = nil
        case .unblinding:
            texts = [ScreenText(words.unblindQuestion, .warning), ScreenText()]
            cursor = nil
        case .leaving:
            texts = [ScreenText(words.leaveQuestion, .warning), ScreenText()]
            cursor = nil
        case .writing(let entry):
            let title = Self.title(of: entry.purpose, words: words)
            let offers = Self.offers(entry.offers, columns: columns)
            let (line, column) = Self.typed(entry.editor, after: title + " ", columns: columns)
            let isBare = entry.purpose == .advice && entry.offers.isEmpty && session.stage == .result
            let hint = entry.takesDigits ? words.offerKeys : isBare ? words.bareAdviceKeys : words.editKeys
            let keys = ScreenText(hint, .dim)
            texts = offers + [line, keys]
            cursor = (offers.count, column)
        case .skipping(let editor):
            let reasons = Self.offers(words.skipReasons, columns: columns)
            let (line, column) = Self.typed(editor, after: "> ", columns: columns)
            texts = reasons + [line, ScreenText(words.skipQuestion, .dim)]
            cursor = (reasons.count, column)
        case .adding(let choice):
            let list = Self.list(choice, words: words)
            let (line, column) = Self.typed(choice.typed, after: "> ", columns: columns)
            texts = list + [line, ScreenText(words.addQuestion, .dim)]
            cursor = (list.count, column)
        }
    }

    private static func notice(_ session: ReviewSession, words: ReviewWords) -> ScreenText {
        if let notice = session.notice {
            switch notice.kind {
            case .hint: return ScreenText(notice.text, .dim)
            case .good: return ScreenText(notice.text, .good)
            case .bad: return ScreenText(notice.text, .bad)
            }
        }
        // With the picture over the whole screen the question is told here.
        guard session.isZoomed, let question = session.question else { return ScreenText() }
        var text = ScreenText(AnswerMark.text(session.answers.answers[question.key]) + " ", .strong)
        if let group = question.group { text.append(group[session.language] + ": ", .dim) }
        text.append(question.name[session.language], .strong)
        return text
    }

    /// As many keys as fit; the one that lists all of them always.
    private static func keys(_ session: ReviewSession, words: ReviewWords, columns: Int) -> ScreenText {
        let last = ScreenText.key("?", words.allKeys)
        var line = ScreenText()
        let pairs = session.stage == .questions ? words.keysOfQuestions : words.keysOfResult
        for (key, meaning) in pairs {
            let next = ScreenText.key(key, meaning)
            guard line.width + next.width + 2 + last.width <= columns else { break }
            line.append(next)
            line.append("  ")
        }
        line.append(last)
        return line
    }

    private static func title(of purpose: TextEntry.Purpose, words: ReviewWords) -> String {
        switch purpose {
        case .comment: words.comment + ":"
        case .advice: words.advice + ":"
        case .consultation: words.consultation + ": " + words.textQuestionConsultation
        }
    }

    private static func offers(_ offers: [String], columns: Int) -> [ScreenText] {
        offers.prefix(9).enumerated().map { index, text in
            var line = ScreenText("\(index + 1) ", .strong)
            line.append(text)
            return line.cut(to: columns)
        }
    }

    /// The line with what was typed, so much of it as fits before the cursor, and the cursor's column.
    private static func typed(_ editor: LineEditor, after title: String, columns: Int) -> (ScreenText, Int) {
        let room = max(8, columns - TerminalWidth.of(title) - 1)
        let before = String(ColumnCutting.tail(of: ForeignText.visible(editor.beforeCursor), columns: room))
        let rest = String(editor.text.dropFirst(editor.beforeCursor.count))
        var line = ScreenText(title, .strong)
        line.append(before)
        let column = line.width
        line.append(rest)
        return (line.cut(to: columns), column)
    }

    /// At most nine lines of the list, so that each has a digit while nothing is scrolled.
    private static func list(_ choice: FindingChoice, words: ReviewWords) -> [ScreenText] {
        let matches = choice.matches
        guard !matches.isEmpty else { return [ScreenText(words.nothingMatches, .warning)] }
        let rows = 9
        let first = max(0, min(choice.chosen - rows + 1, matches.count - rows))
        return matches.enumerated().dropFirst(first).prefix(rows).map { index, code in
            let isChosen = index == choice.chosen
            var line = ScreenText(index < 9 ? "\(index + 1) " : "  ", .strong)
            line.append(code.name[words.language], isChosen ? .current : .plain)
            line.append("  " + code.code + "  " + code.severity.name[words.language], .dim)
            return line
        }
    }
}

extension ScreenText {
    /// A key and what it does.
    static func key(_ key: String, _ meaning: String) -> ScreenText {
        var text = ScreenText(key, .strong)
        text.append(" " + meaning, .dim)
        return text
    }
}
