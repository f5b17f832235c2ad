/// Cutting text by columns, never inside a character.
package enum ColumnCutting {
    /// The longest beginning that fits.
    package static func head(of text: String, columns: Int) -> Substring {
        var used = 0
        var end = text.startIndex
        for index in text.indices {
            used += TerminalWidth.of(String(text[index]))
            if used > columns { break }
            end = text.index(after: index)
        }
        return text[..<end]
    }

    /// The longest end that fits, for a line that is being typed.
    package static func tail(of text: String, columns: Int) -> Substring {
        var used = 0
        var start = text.endIndex
        for index in text.indices.reversed() {
            used += TerminalWidth.of(String(text[index]))
            if used > columns { break }
            start = index
        }
        return text[start...]
    }

    /// The text in lines that fit: broken at spaces and beside wide characters, else where the line is full.
    package static func lines(of text: String, columns: Int) -> [String] {
        guard columns > 1 else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
            wrapped(ForeignText.visible(String(paragraph)), columns: columns)
        }
    }

    /// Marks that must not begin a line.
    private static let clinging: Set<Character> = [
        "，", "。", "；", "：", "！", "？", "、", "）", "》", "”", "’", "】", "…", ",", ".", ";", ":", ")", "!", "?", "%",
    ]

    private static func wrapped(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line: [Character] = []
        var width = 0
        /// How many characters of the line stand before the last place to break.
        var breakable = 0
        var last: Character?
        func columnsOf(_ characters: some Sequence<Character>) -> Int {
            characters.reduce(0) { $0 + TerminalWidth.of(String($1)) }
        }
        for character in text {
            let own = TerminalWidth.of(String(character))
            let isBeside = own == 2 || last == " " || last.map { TerminalWidth.of(String($0)) == 2 } == true
            if isBeside, character != " ", !clinging.contains(character) { breakable = line.count }
            last = character
            if width + own > columns, !line.isEmpty {
                if character == " " {
                    lines.append(String(line))
                    (line, width, breakable) = ([], 0, 0)
                    continue
                }
                let place = breakable > 0 ? breakable : line.count
                let head = line[..<place].reversed().drop { $0 == " " }.reversed()
                lines.append(String(head))
                line = Array(line[place...].drop { $0 == " " })
                width = columnsOf(line)
                breakable = 0
            }
            line.append(character)
            width += own
        }
        return lines + [String(line)]
    }
}
