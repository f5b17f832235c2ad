/// Rows of cells as aligned columns for a terminal of fixed pitch.
package struct TextTable {
    /// To which side a column's cells lean.
    package enum Alignment {
        case left, right
    }

    private let header: [String]
    private let alignments: [Alignment]
    private var rows: [[String]] = []

    /// An empty table; one title and one alignment a column.
    package init(_ columns: [(title: String, alignment: Alignment)]) {
        header = columns.map(\.title)
        alignments = columns.map(\.alignment)
    }

    /// Adds a row; cells are made harmless, missing ones are empty.
    package mutating func add(_ cells: [String]) {
        let padded = cells.prefix(header.count).map(ForeignText.visible)
        rows.append(padded + Array(repeating: "", count: header.count - padded.count))
    }

    /// Header, a rule and the rows, each line ended by `\n`; two spaces between columns, none at the line's end.
    package var text: String {
        let lines = [header] + rows
        let widths = header.indices.map { column in lines.reduce(0) { max($0, TerminalWidth.of($1[column])) } }
        let rule = widths.map { String(repeating: "─", count: $0) }
        return ([header, rule] + rows).map { line(of: $0, widths: widths) }.joined()
    }

    private func line(of cells: [String], widths: [Int]) -> String {
        let padded = cells.indices.map { column in
            let gap = String(repeating: " ", count: max(0, widths[column] - TerminalWidth.of(cells[column])))
            return alignments[column] == .right ? gap + cells[column] : cells[column] + gap
        }
        let joined = padded.joined(separator: "  ")
        let end = joined.lastIndex { $0 != " " }
        return (end.map { String(joined[...$0]) } ?? "") + "\n"
    }
}

/// How many columns of a terminal a text takes.
enum TerminalWidth {
    /// The sum over the scalars: 2 for East Asian wide and full-width characters and emoji, 0 for marks that sit on another character.
    static func of(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + of($1) }
    }

    /// Unicode Standard Annex 11, classes W and F; ambiguous characters count 1.
    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20...0x7E: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF,
            0x1B000...0x1B2FF, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }
}
