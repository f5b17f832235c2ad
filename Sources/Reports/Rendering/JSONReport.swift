#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reports as JSON with sorted keys, so that the same report gives the same bytes.
enum JSONReport {
    /// One object over several lines, for people and editors.
    static func indented(_ report: some Encodable) throws(ReportError) -> [UInt8] {
        try encoded(report, formatting: [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
    }

    /// One object in one line.
    static func line(_ report: some Encodable) throws(ReportError) -> [UInt8] {
        try encoded(report, formatting: [.sortedKeys, .withoutEscapingSlashes])
    }

    private static func encoded(
        _ report: some Encodable,
        formatting: JSONEncoder.OutputFormatting
    ) throws(ReportError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        do {
            return try Array(encoder.encode(report)) + [UInt8(ascii: "\n")]
        } catch {
            throw ReportError(
                code: .notANumber,
                message: "the report holds a value that JSON can't: \(error); measure again or leave the value out"
            )
        }
    }
}
