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
    ///
    /// - Parameter columns: of the terminal, in which a table that is too wide is broken into lines within its cells; figures
    ///   are never broken, so that many of them may still be wider. nil breaks nothing, as for a file or another program.
    package func text(columns: Int? = nil) -> String {
        let widths = widths(within: columns)
        let rule = widths.map { String(repeating: "─", count: $0) }
        return ([header, rule] + rows).flatMap { broken($0, widths: widths) }.map { line(of: $0, widths: widths) }
            .joined()
    }

    /// Columns of a terminal that each of the table's columns takes.
    private func widths(within columns: Int?) -> [Int] {
        let cells = header.indices.map { column in rows.reduce(0) { max($0, TerminalWidth.of($1[column])) } }
        let whole = zip(header, cells).map { max(TerminalWidth.of($0), $1) }
        let gaps = Self.gap * (header.count - 1)
        guard let columns, whole.reduce(gaps, +) > columns else { return whole }
        // Long titles over short figures are broken first of all.
        let figures = header.indices.map { alignments[$0] == .right ? max(cells[$0], min(whole[$0], Self.least)) : 0 }
        let words = header.indices.filter { alignments[$0] == .left }
        let room = Double(columns - figures.reduce(gaps, +))
        var widths = figures
        for (column, share) in zip(words, FairShares.of(room, for: words.map { Double(whole[$0]) })) {
            widths[column] = max(min(whole[column], Self.least), min(whole[column], Int(share)))
        }
        return widths
    }

    /// A row as the lines that it takes, one cell a column in each.
    private func broken(_ cells: [String], widths: [Int]) -> [[String]] {
        let parts = cells.indices.map { column in
            TerminalWidth.of(cells[column]) <= widths[column]
                ? [cells[column]] : ColumnCutting.lines(of: cells[column], columns: widths[column])
        }
        return (0..<max(1, parts.map(\.count).max() ?? 1)).map { line in
            parts.map { $0.indices.contains(line) ? $0[line] : "" }
        }
    }

    private static let gap = 2
    /// No column of words is made narrower, nor the title of one of figures.
    private static let least = 8

    private func line(of cells: [String], widths: [Int]) -> String {
        let padded = cells.indices.map { column in
            let gap = String(repeating: " ", count: max(0, widths[column] - TerminalWidth.of(cells[column])))
            return alignments[column] == .right ? gap + cells[column] : cells[column] + gap
        }
        let joined = padded.joined(separator: String(repeating: " ", count: Self.gap))
        let end = joined.lastIndex { $0 != " " }
        return (end.map { String(joined[...$0]) } ?? "") + "\n"
    }
}
