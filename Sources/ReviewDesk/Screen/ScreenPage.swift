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
        let all = ColumnCutting.lines(of: report, columns: body.columns)
        let start = max(0, min(first, all.count - (body.rows - 1)))
        let title = ScreenLine(row: 0, column: 0, width: body.columns, text: ScreenText(words.reportText, .strong))
        return [title]
            + all.dropFirst(start).prefix(body.rows - 1).enumerated().map { index, line in
                ScreenLine(row: index + 1, column: 0, width: body.columns, text: ScreenText(line).cut(to: body.columns))
            }
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
