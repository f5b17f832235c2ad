/// Reads CSV after RFC 4180, strictly; independent of the writer.
struct CSVReader {
    /// What breaks RFC 4180.
    struct Malformed: Error {}

    let rows: [[String]]

    init(_ text: String) throws {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var quoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if quoted {
                guard scalar == "\"" else {
                    cell.unicodeScalars.append(scalar)
                    continue
                }
                if scalars.first == "\"" {
                    cell += "\""
                    scalars.removeFirst()
                } else {
                    quoted = false
                    guard scalars.first == "," || scalars.first == "\r" else { throw Malformed() }
                }
                continue
            }
            switch scalar {
            case "\"":
                guard cell.isEmpty else { throw Malformed() }
                quoted = true
            case ",":
                row.append(cell)
                cell = ""
            case "\r":
                guard scalars.popFirst() == "\n" else { throw Malformed() }
                rows.append(row + [cell])
                row = []
                cell = ""
            case "\n": throw Malformed()
            default: cell.unicodeScalars.append(scalar)
            }
        }
        guard !quoted, row.isEmpty, cell.isEmpty else { throw Malformed() }
        self.rows = rows
    }
}
