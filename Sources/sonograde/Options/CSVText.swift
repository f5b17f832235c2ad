/// A table of comma-separated values by RFC 4180, as a spreadsheet opens it.
enum CSVText {
    /// The first line with its byte order mark, by which spreadsheets know UTF-8.
    static func header(_ names: [String]) -> String { "\u{FEFF}" + row(names) }

    /// One line with its end.
    static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// A text that a spreadsheet would take for a formula is written as text; a number below zero stays a number.
    private static func cell(_ text: String) -> String {
        let isNumber = text.wholeMatch(of: /-[0-9]+(\.[0-9]+)?/) != nil
        let isFormula = !isNumber && (text.first.map { "=+-@\t\r".contains($0) } ?? false)
        let safe = isFormula ? "'" + text : text
        let needsQuotes = safe.contains { ",\"\r\n".contains($0) } || safe.contains("\r\n")
        return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
