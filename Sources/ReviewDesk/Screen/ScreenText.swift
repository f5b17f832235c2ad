package import Imaging
import Reports

/// How a piece of text looks; a screen without colours shows the difference by weight alone.
package enum TextStyle: Sendable, Equatable {
    case plain, dim, strong
    /// Where the expert is.
    case current
    case good, warning, bad
    /// A number in the colour that it has on the picture.
    case numbered(Ink)
}

/// A line of text in pieces, made harmless for a terminal and cut by columns.
package struct ScreenText: Sendable, Equatable {
    /// A piece in one look.
    package struct Piece: Sendable, Equatable {
        package var text: String
        package var style: TextStyle
    }

    package private(set) var pieces: [Piece] = []

    /// A text in one look; control characters and such that reverse the direction are replaced.
    package init(_ text: String = "", _ style: TextStyle = .plain) { append(text, style) }

    /// Columns of the terminal.
    package var width: Int { pieces.reduce(0) { $0 + TerminalWidth.of($1.text) } }
    /// The words alone.
    package var plain: String { pieces.map(\.text).joined() }

    /// Adds text at the end.
    package mutating func append(_ text: String, _ style: TextStyle = .plain) {
        let harmless = ForeignText.visible(text)
        if !harmless.isEmpty { pieces.append(Piece(text: harmless, style: style)) }
    }

    /// Adds pieces at the end.
    package mutating func append(_ other: ScreenText) { pieces += other.pieces }

    /// The text in at most so many columns; what was cut ends in `…`.
    package func cut(to columns: Int) -> ScreenText {
        guard width > columns else { return self }
        guard columns > 0 else { return ScreenText() }
        var result = ScreenText()
        var left = columns - 1
        for piece in pieces {
            let head = ColumnCutting.head(of: piece.text, columns: left)
            result.append(String(head), piece.style)
            left -= TerminalWidth.of(head)
            if head.endIndex < piece.text.endIndex {
                result.append("…", piece.style)
                break
            }
        }
        return result
    }
}

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
