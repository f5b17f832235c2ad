import Grading
import Imaging
import Reports
import Store

/// The mark before a question: the key of its answer.
enum AnswerMark {
    static func text(_ answer: ReviewAnswer?) -> String {
        switch answer {
        case nil: "[ ]"
        case .yes: "[y]"
        case .partly: "[p]"
        case .no: "[n]"
        case .notApplicable: "[x]"
        }
    }

    static func style(_ answer: ReviewAnswer?) -> TextStyle {
        switch answer {
        case nil: .strong
        case .yes: .good
        case .partly: .warning
        case .no: .bad
        case .notApplicable: .dim
        }
    }
}

/// What stands beside the picture.
struct ScreenPanel {
    let session: ReviewSession
    let surroundings: ScreenSurroundings
    let words: ReviewWords
    var language: Language { session.language }

    init(_ session: ReviewSession, in surroundings: ScreenSurroundings, words: ReviewWords) {
        self.session = session
        self.surroundings = surroundings
        self.words = words
    }

    /// The lines in an area: head, then what is worked on with the current line always in sight, then texts as room is.
    func lines(in area: CellArea) -> [ScreenLine] {
        let head = head(width: area.columns)
        let (work, current) = session.stage == .questions ? checklist(width: area.columns) : result(width: area.columns)
        let texts = texts(width: area.columns)
        // Texts give way to the work, but one line of them stays.
        let room = max(1, area.rows - head.count)
        let kept = min(texts.count, max(min(texts.count, 1), room - work.count - 1))
        let shown = Self.window(work, around: current, rows: max(1, room - kept))
        var all = head + shown
        if kept > 0 {
            if all.count + kept < area.rows { all.append(ScreenText()) }
            all += texts.prefix(kept)
        }
        return all.prefix(area.rows).enumerated().map { index, text in
            ScreenLine(
                row: area.row + index,
                column: area.column,
                width: area.columns,
                text: text.cut(to: area.columns)
            )
        }
    }

    /// So many rows of a list, with the current one among them.
    private static func window(_ list: [ScreenText], around current: Int, rows: Int) -> [ScreenText] {
        guard list.count > rows else { return list }
        // Two lines before the current one, so that a finding's own and its group's line are seen.
        let first = max(0, min(current - max(1, rows / 2), list.count - rows))
        return Array(list[first..<first + rows])
    }

    // MARK: Head

    private func head(width: Int) -> [ScreenText] {
        let facts = session.facts
        let section = facts.section.map { ExamCatalogue.section(id: $0)?.name[language] ?? $0 }
        var lines = ColumnCutting.lines(of: section ?? words.sectionUnknown, columns: width).prefix(2)
            .map { ScreenText($0, .strong) }
        let type = facts.examType.map { id in
            ExamCatalogue.examTypes.first { $0.id == id }?.name[language] ?? id
        }
        lines.append(ScreenText(type ?? words.typeUnknown, .dim))
        let waited = Double(surroundings.now.milliseconds - facts.since.milliseconds) / 1000
        // Seconds would only tick.
        let age =
            waited >= 60 ? Numbers.duration(seconds: (waited / 60).rounded(.down) * 60)[language] : words.underOneMinute
        lines.append(Self.joined(["#\(facts.image)", words.waits(age)], width: width))
        lines.append(lease)
        var special: [String] = []
        if facts.kind == .dispute { special.append(words.dispute) }
        if facts.readings > 0 { special.append(words.readings(facts.readings)) }
        if session.isUnblinded { special.append(words.unblinded) }
        if !special.isEmpty { lines.append(ScreenText(special.joined(separator: " · "), .warning)) }
        return lines
    }

    private var lease: ScreenText {
        switch session.hold {
        case .lost: return ScreenText(words.leaseLost, .bad)
        case .held(let until):
            let left = Double(until.milliseconds - surroundings.now.milliseconds) / 1000
            // Seconds only where they matter, so that the line stands still.
            let shown = left >= 120 ? (left / 60).rounded(.down) * 60 : max(0, left)
            return ScreenText(
                [
                    words.lease(Numbers.duration(seconds: shown)[language]), words.done(surroundings.done),
                    surroundings.expert,
                ]
                .joined(separator: " · "),
                left < 120 ? .warning : .dim
            )
        }
    }

    private static func joined(_ parts: [String], width: Int) -> ScreenText {
        ScreenText(parts.joined(separator: " · "), .dim).cut(to: width)
    }

    // MARK: Checklist

    /// The impression and the questions, and which line is the current one.
    private func checklist(width: Int) -> ([ScreenText], Int) {
        var lines = [impression]
        var current = 0
        var group: LocalizedText?
        var saidOptional = false
        for (index, question) in session.questions.enumerated() {
            if !question.isRequired, !saidOptional {
                lines.append(ScreenText("-- " + words.optional, .dim))
                saidOptional = true
            }
            if question.group != group {
                group = question.group
                if let group { lines.append(ScreenText("  " + group[language], .dim)) }
            }
            let isCurrent = session.cursor == index + 1
            if isCurrent { current = lines.count }
            lines += line(of: question, isCurrent: isCurrent, width: width)
        }
        return (lines, current)
    }

    /// Mark and name; a part of an item stands further in, a long name goes on in the next line.
    private func line(of question: ReviewQuestion, isCurrent: Bool, width: Int) -> [ScreenText] {
        let answer = session.answers.answers[question.key]
        let indent = question.group == nil ? "" : "  "
        var line = ScreenText((isCurrent ? "> " : "  ") + indent, .strong)
        line.append(AnswerMark.text(answer), AnswerMark.style(answer))
        line.append(" ")
        let start = line.width
        let names = ColumnCutting.lines(of: question.name[language], columns: width - start)
        let style: TextStyle = isCurrent ? .current : .plain
        line.append(names.first ?? "", style)
        let rest = names.dropFirst().map { name in
            var text = ScreenText(String(repeating: " ", count: start))
            text.append(name, style)
            return text
        }
        return [line] + rest
    }

    private var impression: ScreenText {
        let isCurrent = session.cursor == 0 && session.stage == .questions
        var line = ScreenText(isCurrent ? "> " : "  ", .strong)
        line.append(words.impression, isCurrent ? .current : .plain)
        for (index, level) in Level.allCases.enumerated() {
            line.append(" ")
            let isChosen = session.answers.impression == level
            // `A 甲` in Chinese, `A` in English: the last word is enough beside its digit.
            let name = level.label(language).split(separator: " ").last ?? ""
            line.append("\(index + 1)\(name)", isChosen ? .current : .dim)
        }
        return line
    }

    // MARK: Texts

    /// What was written so far, then the clinic's report as far as there is room.
    private func texts(width: Int) -> [ScreenText] {
        let own = [
            (words.comment, session.answers.comment), (words.advice, session.answers.advice),
            (words.consultation, session.answers.consultation),
        ]
        var lines = own.compactMap { title, text -> ScreenText? in
            guard let text else { return nil }
            var line = ScreenText(title + ": ", .strong)
            line.append(text)
            return line
        }
        if let report = session.facts.reportText {
            var first = ScreenText(words.reportText + " (v): ", .strong)
            let room = width - first.width
            let flat = report.replacing("\n", with: " ")
            let head = ColumnCutting.head(of: ForeignText.visible(flat), columns: room)
            first.append(String(head))
            lines.append(first)
            let rest = String(ForeignText.visible(flat)[head.endIndex...])
            if !rest.isEmpty { lines += ColumnCutting.lines(of: rest, columns: width).map { ScreenText($0) } }
        }
        if session.showsDrawing {
            lines += surroundings.legend.flatMap { ColumnCutting.lines(of: $0, columns: width) }
                .map { ScreenText($0, .dim) }
        }
        return lines
    }
}
