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
