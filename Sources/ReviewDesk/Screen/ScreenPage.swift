import Reports

/// Pages over the whole body of the screen.
enum ScreenPage {
    /// All keys on one page, in two columns where they fit.
    static func help(_ words: ReviewWords, in body: CellArea) -> [ScreenLine] {
        let entries = words.help
        let keyWidth = entries.map { TerminalWidth.of($0.0) }.max() ?? 0
        let texts = entries.map { key, meaning in
            var text = ScreenText(key + String(repeating: " ", count: keyWidth + 2 - TerminalWidth.of(key)), .strong)
            text.append(meaning)
            return text
        }
        let half = (texts.count + 1) / 2
        let column = body.columns / 2
        let fitsBeside = texts.allSatisfy { $0.width < column }
        return texts.enumerated().compactMap { index, text in
            let isRight = fitsBeside && index >= half
            let row = isRight ? index - half : index
            guard row < body.rows else { return nil }
            let width = fitsBeside ? (isRight ? body.columns - column : column - 1) : body.columns
            return ScreenLine(row: row, column: isRight ? column : 0, width: width, text: text.cut(to: width))
        }
    }

    /// The clinic's report text from a line on; the last page stays full.
    static func report(_ report: String, from first: Int, words: ReviewWords, in body: CellArea) -> [ScreenLine] {
        let texts = ColumnCutting.lines(of: report, columns: body.columns).map { ScreenText($0) }
        return turned([ScreenText(words.reportText, .strong)] + texts, from: first, in: body)
    }

    /// A title that stays, and the lines after it from one on; the last page stays full.
    static func turned(_ texts: [ScreenText], from first: Int, in body: CellArea) -> [ScreenLine] {
        let rest = texts.dropFirst()
        let start = max(0, min(first, rest.count - (body.rows - 1)))
        return (texts.prefix(1) + rest.dropFirst(start).prefix(body.rows - 1)).enumerated().map { index, text in
            ScreenLine(row: index, column: 0, width: body.columns, text: text.cut(to: body.columns))
        }
    }

    /// The way to the machine's score, then what is drawn over the picture.
    static func explanation(
        _ session: ReviewSession,
        legend: [String],
        words: ReviewWords,
        columns: Int
    ) -> [ScreenText] {
        let steps = session.result?.explanation.map { ExplanationText($0, language: words.language).lines } ?? []
        var texts = [ScreenText(words.explanation, .strong)]
        // The first line is the terminal's title of the same.
        for line in steps.dropFirst() {
            let isItem = line.hasPrefix("  ") && !line.hasPrefix("   ")
            texts += hanging(line, columns: columns).map { ScreenText($0, isItem ? .plain : .dim) }
        }
        guard !legend.isEmpty else { return texts }
        texts += [ScreenText(), ScreenText(words.drawn, .strong)]
        return texts + legend.flatMap { hanging("  " + $0, columns: columns) }.map { ScreenText($0, .dim) }
    }

    /// A line broken where it is full, its parts as far in as its beginning.
    private static func hanging(_ line: String, columns: Int) -> [String] {
        let indent = String(line.prefix { $0 == " " })
        let room = columns - indent.count
        guard room > 8 else { return [line] }
        return ColumnCutting.lines(of: String(line.dropFirst(indent.count)), columns: room).map { indent + $0 }
    }

    /// Words where the picture would be, in the middle of its place.
    static func inPlaceOfPicture(
        _ picture: ScreenSurroundings.Picture,
        words: ReviewWords,
        in area: CellArea
    ) -> [ScreenLine] {
        let said: [String]
        switch picture {
        case .shown: return []
        case .withheld: said = words.withheld
        case .words(let text): said = [text]
        }
        let width = max(2, area.columns - 4)
        let texts = said.flatMap { ColumnCutting.lines(of: $0, columns: width) }.prefix(max(0, area.rows))
        let top = area.row + (area.rows - texts.count) / 2
        return texts.enumerated().map { index, text in
            ScreenLine(
                row: top + index,
                column: area.column + min(2, area.columns - 1),
                width: max(1, min(width, area.columns - 2)),
                text: ScreenText(text).cut(to: max(1, min(width, area.columns - 2)))
            )
        }
    }
}
