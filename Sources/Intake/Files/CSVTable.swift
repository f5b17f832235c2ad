internal import Reports

/// Comma-separated values by RFC 4180, as spreadsheets save them: quoted cells may hold commas, doubled quotes and line
/// ends.
///
/// Read by unicode scalars: to a `Character`, a quote or comma with a combining mark behind it is none.
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
        var rest = text.unicodeScalars[...]
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
        func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
        let head = rest.prefix { !isBreak($0) }
        let separator: Unicode.Scalar = head.contains("\t") && !head.contains(",") ? "\t" : ","
        var rows: [Row] = []
        var cells: [String] = []
        var cell = String.UnicodeScalarView()
        var (isQuoted, wasQuoted) = (false, false)
        var (line, start) = (1, 1)
        while let scalar = rest.popFirst() {
            // Of a carriage return with a line feed, the line feed counts.
            let endsLine = isBreak(scalar) && !(scalar == "\r" && rest.first == "\n")
            if endsLine { line += 1 }
            if isQuoted {
                if scalar != "\"" {
                    cell.append(scalar)
                } else if rest.first == "\"" {
                    cell.append(rest.removeFirst())
                } else {
                    isQuoted = false
                }
            } else if scalar == "\"", cell.isEmpty {
                (isQuoted, wasQuoted) = (true, true)
            } else if scalar == separator || endsLine {
                cells.append(String(cell))
                cell = String.UnicodeScalarView()
                if endsLine {
                    if cells != [""] || wasQuoted { rows.append(Row(line: start, cells: cells)) }
                    (cells, start, wasQuoted) = ([], line, false)
                }
            } else if !isBreak(scalar) {
                cell.append(scalar)
            }
        }
        if !cells.isEmpty || !cell.isEmpty || wasQuoted { rows.append(Row(line: start, cells: cells + [String(cell)])) }
        return rows
    }

    /// What a cell says, without the white space and the one apostrophe that spreadsheets and our tables put there.
    package static func cell(_ text: String) -> String {
        var rest = text.unicodeScalars[...]
        while rest.first?.properties.isWhitespace == true { rest.removeFirst() }
        while rest.last?.properties.isWhitespace == true { rest.removeLast() }
        return CSVDocument.undefused(String(rest))
    }
}
