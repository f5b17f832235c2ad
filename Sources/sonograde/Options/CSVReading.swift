/// Reads comma-separated values by RFC 4180: quoted cells may hold commas, doubled quotes and line ends.
enum CSVReading {
    /// Rows of cells; empty lines are left out, a byte order mark is skipped.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var wasQuoted = false
        func isBreak(_ letter: Character) -> Bool { letter == "\n" || letter == "\r\n" || letter == "\r" }
        var rest = Substring(text)
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
        while let letter = rest.popFirst() {
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
            } else if letter == "," || isBreak(letter) {
                row.append(cell)
                cell = ""
                if isBreak(letter) {
                    if row != [""] || wasQuoted { rows.append(row) }
                    row = []
                }
                wasQuoted = false
            } else {
                cell.append(letter)
            }
        }
        if !row.isEmpty || !cell.isEmpty || wasQuoted { rows.append(row + [cell]) }
        return rows
    }
}
