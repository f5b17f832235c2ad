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
