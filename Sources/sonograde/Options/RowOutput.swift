import Grading
import Reports

/// Something that a command lists, one a line.
protocol OutputRow: Encodable {
    /// The names of the columns.
    static var columns: [String] { get }
    /// The values under them.
    var cells: [String] { get }
}

/// Rows in the form asked for, where the table for people is the command's own.
enum RowOutput {
    static func write<Row: OutputRow>(_ rows: [Row], as format: OutputFormat, table: ([Row]) -> Void) throws {
        switch format {
        case .table: table(rows)
        case .json: try Terminal.line(CanonicalJSON.text(rows))
        case .jsonl: for row in rows { try Terminal.line(CanonicalJSON.text(row)) }
        case .csv:
            Terminal.write(CSVDocument.head(Row.columns))
            for row in rows { Terminal.write(CSVDocument.line(listed: row.cells)) }
        }
    }
}
