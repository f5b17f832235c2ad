import Intake

/// Reads comma-separated values; see `CSVTable`.
enum CSVReading {
    /// Rows of cells; empty lines are left out, a byte order mark is skipped.
    static func rows(_ text: String) -> [[String]] { CSVTable.rows(text).map(\.cells) }
}
