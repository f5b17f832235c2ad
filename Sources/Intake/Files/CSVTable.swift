/// Comma-separated values by RFC 4180, as spreadsheets save them: quoted cells may hold commas, doubled quotes and line
/// ends.
package enum CSVTable {
    /// One row and where it stands.
    package struct Row: Sendable, Hashable {
        /// The line in the file where it begins, from 1.
        package let line: Int
        package let cells: [String]
    }

    /// Rows of cells; empty lines are left out, a byte order mark is skipped.
    ///
    /// A text whose first line has tabs and no comma ("Unicode text" of a spreadsheet) is cut at the tabs.
    package static func rows(_ text: String) -> [Row] {
        var rest = Substring(text)
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
        let head = rest.prefix { !$0.isNewline }
        let separator: Character = head.contains("\t") && !head.contains(",") ? "\t" : ","
        var rows: [Row] = []
        var cells: [String] = []
        var cell = ""
        var (isQuoted, wasQuoted) = (false, false)
        var (line, start) = (1, 1)
        func isBreak(_ letter: Character) -> Bool { letter == "\n" || letter == "\r\n" || letter == "\r" }
        while let letter = rest.popFirst() {
            if isBreak(letter) { line += 1 }
            if isQuoted {
                if letter != "\"" {
                    cell.append(letter)
                } else if rest.first == "\"" {
                    cell.append("\"")
                    rest.removeFirst()
                } else {
                    isQuoted = false
                }
            } else if letter == "\"", cell.isEmpty {
                (isQuoted, wasQuoted) = (true, true)
            } else if letter == separator || isBreak(letter) {
                cells.append(cell)
                cell = ""
                if isBreak(letter) {
                    if cells != [""] || wasQuoted { rows.append(Row(line: start, cells: cells)) }
                    (cells, start, wasQuoted) = ([], line, false)
                }
            } else {
                cell.append(letter)
            }
        }
        if !cells.isEmpty || !cell.isEmpty || wasQuoted { rows.append(Row(line: start, cells: cells + [cell])) }
        return rows
    }
}
