import Grading
internal import Reports

/// An exercise as text at places: what the terminal shows, as a value.
package enum ExerciseScreen {
    /// What is outside the exercise but on the screen.
    package struct Surroundings: Sendable {
        package var size: ScreenSize
        /// Where in the sitting or on the paper: `3/10`.
        package var place: String
        /// A paper's time that is left, in milliseconds; nil in practice.
        package var left: Int64?
        package var picture: ScreenSurroundings.Picture

        /// Joins the parts.
        package init(size: ScreenSize, place: String, left: Int64? = nil, picture: ScreenSurroundings.Picture) {
            self.size = size
            self.place = place
            self.left = left
            self.picture = picture
        }
    }

    /// An exercise of practice.
    package static func screen(_ session: ExerciseSession, in surroundings: Surroundings) -> ReviewScreen {
        let words = PracticeWords(session.language)
        let keys = session.answered == nil ? words.keys(session.prompt) : words.keysAfter(session.prompt)
        let notice = session.notice.map { ScreenText($0, .warning) } ?? ScreenText()
        return laidOut(session, in: surroundings, foot: [notice, ScreenText(keys, .dim)], words: words)
    }

    /// An item of a paper.
    package static func screen(_ session: PaperSession, in surroundings: Surroundings) -> ReviewScreen {
        let words = PracticeWords(session.language)
        let notice: ScreenText
        switch session.mode {
        case .answering: notice = session.item.notice.map { ScreenText($0, .warning) } ?? ScreenText()
        case .handingIn: notice = ScreenText(words.handInQuestion(open: session.open), .warning)
        case .leaving: notice = ScreenText(words.leavePaperQuestion, .warning)
        }
        // The clock stands where help, a large picture and a narrow panel leave it alone.
        var strip = ScreenText()
        if let left = surroundings.left {
            strip.append(words.timeLeft(left), left < 60_000 ? .bad : left < 300_000 ? .warning : .strong)
            strip.append("  ")
        }
        for index in session.items.indices {
            let mark = session.isKept(index) ? "●" : session.items[index].answer != nil ? "◐" : "○"
            strip.append(mark, index == session.current ? .current : .dim)
        }
        let foot = [strip, notice, ScreenText(words.keysOfPaper(session.item.prompt), .dim)]
        return laidOut(session.item, in: surroundings, foot: foot, words: words)
    }

    private static func laidOut(
        _ session: ExerciseSession,
        in surroundings: Surroundings,
        foot: [ScreenText],
        words: PracticeWords
    ) -> ReviewScreen {
        let size = surroundings.size
        guard size.columns >= 60, size.rows >= 16 else {
            let text = ScreenText(ReviewWords(session.language).tooSmall, .bad).cut(to: size.columns)
            let line = ScreenLine(row: 0, column: 0, width: size.columns, text: text)
            return ReviewScreen(size: size, picture: nil, lines: [line])
        }
        let body = CellArea(column: 0, row: 0, columns: size.columns, rows: size.rows - foot.count)
        var lines: [ScreenLine] = []
        var picture: CellArea?
        if session.showsHelp {
            lines = placed(words.help.map { ScreenText($0) }, in: body)
        } else if session.prompt.kind == .theory {
            // A line of text reads badly over a very wide screen.
            let width = min(body.columns, 100)
            let area = CellArea(column: 0, row: 0, columns: width, rows: body.rows)
            lines = placed(panel(session, surroundings, width: width, words: words), in: area)
        } else {
            let layout = ScreenLayout(body, picture: surroundings.picture, isZoomed: session.isZoomed)
            if let area = layout.panel {
                lines = placed(panel(session, surroundings, width: area.columns, words: words), in: area)
            }
            if case .shown = surroundings.picture {
                picture = layout.picture
            } else {
                let review = ReviewWords(session.language)
                lines += ScreenPage.inPlaceOfPicture(surroundings.picture, words: review, in: layout.picture)
            }
        }
        lines += foot.enumerated().map { index, text in
            ScreenLine(row: body.rows + index, column: 0, width: size.columns, text: text.cut(to: size.columns))
        }
        return ReviewScreen(size: size, picture: picture, lines: lines)
    }

    private static func placed(_ texts: [ScreenText], in area: CellArea) -> [ScreenLine] {
        texts.prefix(area.rows).enumerated().map { index, text in
            ScreenLine(
                row: area.row + index,
                column: area.column,
                width: area.columns,
                text: text.cut(to: area.columns)
            )
        }
    }

    // MARK: The panel

    private static func panel(
        _ session: ExerciseSession,
        _ surroundings: Surroundings,
        width: Int,
        words: PracticeWords
    ) -> [ScreenText] {
        let (prompt, language) = (session.prompt, session.language)
        var head = ScreenText(surroundings.place + " · ", .dim)
        head.append(
            session.showsUntouched ? words.untouched : words.kind(prompt.kind),
            session.showsUntouched ? .strong : .dim
        )
        var texts = [head]
        if let answered = session.answered {
            texts += feedback(answered, dueOn: session.dueOn, width: width, words: words) + [ScreenText()]
        }
        if let section = prompt.section {
            let name = ExamCatalogue.section(id: section)?.name[language] ?? section
            texts += ColumnCutting.lines(of: name, columns: width).map { ScreenText($0, .dim) }
        }
        texts += ColumnCutting.lines(of: prompt.text[language] + words.mode(of: prompt), columns: width)
            .map { ScreenText($0, .strong) }
        if prompt.asksLevel { texts.append(levels(session, words: words)) }
        for index in prompt.options.indices { texts += option(index, of: session, width: width) }
        return texts
    }

    private static func feedback(
        _ answered: PracticeAnswer,
        dueOn: String?,
        width: Int,
        words: PracticeWords
    ) -> [ScreenText] {
        let style: TextStyle =
            answered.mark.thousandths == 1000 ? .good : answered.mark.isRight ? .warning : .bad
        return PracticeFeedback(answered, words: words).lines(comesAgain: dueOn).enumerated().flatMap { index, line in
            ColumnCutting.lines(of: line, columns: width).map { ScreenText($0, index == 0 ? style : .plain) }
        }
    }

    private static func levels(_ session: ExerciseSession, words: PracticeWords) -> ScreenText {
        var line = ScreenText(words.levelTitle + " ", .strong)
        for level in Level.allCases {
            var style: TextStyle = level == session.level ? .current : .dim
            if let key = session.answered?.exercise.key.level {
                style = level == key ? .good : level == session.level ? .bad : .dim
            }
            line.append(" \(level.label(session.language)) ", style)
        }
        return line
    }

    private static func option(_ index: Int, of session: ExerciseSession, width: Int) -> [ScreenText] {
        let option = session.prompt.options[index]
        let isChosen = session.chosen.contains(option.id)
        let label = session.prompt.kind == .theory ? option.id.uppercased() : "\(index + 1)"
        let isCurrent = session.answered == nil && index == session.cursor
        var line = ScreenText((isCurrent ? "> " : "  ") + label + " ", .strong)
        var style: TextStyle = isChosen ? .current : .plain
        if let key = session.answered?.exercise.key {
            style = key.expected.contains(option.id) ? .good : isChosen ? .bad : .dim
        }
        line.append(isChosen ? "[x] " : "[ ] ", isChosen ? .strong : .dim)
        let start = line.width
        let parts = ColumnCutting.lines(of: option.text[session.language], columns: max(8, width - start))
        line.append(parts.first ?? "", style)
        return [line]
            + parts.dropFirst().map { part in
                var text = ScreenText(String(repeating: " ", count: start))
                text.append(part, style)
                return text
            }
    }
}
