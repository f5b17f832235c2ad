package import Grading

/// One column of a CSV report: its stable name and what it holds.
package struct CSVColumn: Sendable, Equatable {
    /// The header cell, the same in every language.
    package let name: String
    /// What the column holds, for documentation and help.
    package let meaning: LocalizedText

    /// Names a column.
    package init(name: String, meaning: LocalizedText) { (self.name, self.meaning) = (name, meaning) }
}

/// Rows of cells as CSV that spreadsheets open without asking.
///
/// UTF-8 with a byte order mark (Excel in Chinese Windows would else read GBK), CRLF and quotes after RFC 4180.
package struct CSVDocument {
    /// One cell.
    package enum Cell {
        /// Words; a formula in them is defused.
        case text(String)
        /// A number or a fixed word of ours, written as it is.
        case plain(String)
        case empty

        /// Words, or nothing.
        package init(_ text: String?) { self = text.map(Cell.text) ?? .empty }

        /// A whole number.
        package init(_ number: Int) { self = .plain(String(number)) }

        /// What a list shows: a number as it is, anything else as words.
        package init(listed text: String) {
            self = text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) == nil ? .text(text) : .plain(text)
        }

        /// A number with fixed decimals, or nothing.
        package init(_ number: Double?, decimals: Int) {
            self = number.map { .plain(Numbers.fixed($0, decimals: decimals)) } ?? .empty
        }
    }

    /// What was added so far.
    package private(set) var text: String

    /// A document that holds the header.
    package init(columns: [CSVColumn]) { text = Self.head(columns.map(\.name)) }

    /// Adds one row.
    package mutating func add(_ cells: [Cell]) { text += Self.line(cells) }

    /// The first line, with the byte order mark, for what is written line by line.
    package static func head(_ names: [String]) -> String { "\u{FEFF}" + line(names.map { .plain($0) }) }

    /// One line with its end.
    package static func line(_ cells: [Cell]) -> String {
        cells.map { cell in
            switch cell {
            case .text(let words): quoted(defused(words))
            case .plain(let words): quoted(words)
            case .empty: ""
            }
        }.joined(separator: ",") + "\r\n"
    }

    /// One line of a list, each cell as `Cell.init(listed:)` takes it.
    package static func line(listed cells: [String]) -> String { line(cells.map { Cell(listed: $0) }) }

    /// Puts an apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV Injection"), and before words
    /// that look as if that had been done: `undefused` takes exactly one away.
    private static func defused(_ words: String) -> String {
        guard let first = words.unicodeScalars.first(where: { $0 != "'" }) else { return words }
        // The full-width signs are read as formulas by spreadsheets set to Chinese or Japanese.
        let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
        return starts.contains(first) ? "'" + words : words
    }

    /// What was written into a cell, from what stands there.
    package static func undefused(_ cell: String) -> String {
        guard cell.unicodeScalars.first == "'" else { return cell }
        let words = String(cell.unicodeScalars.dropFirst())
        return defused(words) == cell ? words : cell
    }

    /// By unicode scalars, as programs read it: to a `Character`, a quote with a combining mark behind it is no quote.
    private static func quoted(_ words: String) -> String {
        let scalars = words.unicodeScalars
        let needsQuotes = scalars.contains { [",", "\"", "\r", "\n"].contains($0) }
        guard needsQuotes || scalars.first == " " || scalars.last == " " else { return words }
        var doubled = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in scalars {
            if scalar == "\"" { doubled.append(scalar) }
            doubled.append(scalar)
        }
        doubled.append("\"")
        return String(doubled)
    }
}
