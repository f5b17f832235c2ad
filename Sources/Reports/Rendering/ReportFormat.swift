package import Grading
import Typesetting

/// The shapes in which a report is handed out.
package enum ReportFormat: String, Sendable, Codable, CaseIterable {
    /// Aligned columns for a terminal, in one language.
    case table
    /// One indented object, schema `sonograde.report/1`.
    case json
    /// The same object in one line, so that several reports make a stream.
    case jsonl
    /// UTF-8 with a byte order mark, after RFC 4180.
    case csv
    /// One self-contained file in both languages.
    case html
    /// Sheets of A4 to print and to file, in one language.
    case pdf
}

/// Why a report could not be written.
package struct ReportError: Error, Sendable, Equatable {
    /// The kinds of failure.
    package enum Code: String, Sendable {
        /// A number that JSON can't hold: not a number, or infinite.
        case notANumber = "not_a_number"
        /// Words without a font, a picture that cannot be read, or too much for the paper.
        case cannotBeDrawn = "cannot_be_drawn"
        /// A value that must not be printed.
        case notAllowed = "not_allowed"
    }

    /// What kind of failure.
    package let code: Code
    /// One clear English line: what is wrong and what to do about it.
    package let message: String

    /// Names a failure.
    package init(code: Code, message: String) {
        self.code = code
        self.message = message
    }
}

extension ExamReport {
    /// The report's bytes; the same report gives the same bytes.
    ///
    /// `language` is the one that tables use and that a page shows first; JSON and CSV don't depend on it. A table is broken
    /// where it is wider than `columns` of a terminal.
    package func rendered(
        as format: ReportFormat,
        language: Language,
        columns: Int? = nil
    ) throws(ReportError) -> [UInt8] {
        switch format {
        case .table: Array(ExamTable(report: self, language: language, columns: columns).text.utf8)
        case .json: try JSONReport.indented(self)
        case .jsonl: try JSONReport.line(self)
        case .csv: ExamCSV.bytes(of: [self])
        case .html: Array(ExamPage(report: self, language: language).document.utf8)
        case .pdf: try pdf(language: language)
        }
    }

    private func pdf(language: Language) throws(ReportError) -> [UInt8] {
        do throws(TypesettingError) {
            return try ExamPrint(report: self, language: language).document().pdf()
        } catch {
            throw ReportError(code: .cannotBeDrawn, message: error.message)
        }
    }
}

extension PeriodReport {
    /// The report's bytes; the same report gives the same bytes.
    ///
    /// `language` is the one that tables use and that a page shows first; JSON and CSV don't depend on it. A table is broken
    /// where it is wider than `columns` of a terminal.
    package func rendered(
        as format: ReportFormat,
        language: Language,
        columns: Int? = nil
    ) throws(ReportError) -> [UInt8] {
        switch format {
        case .table: Array(PeriodTable(report: self, language: language, columns: columns).text.utf8)
        case .json: try JSONReport.indented(self)
        case .jsonl: try JSONReport.line(self)
        case .csv: PeriodCSV.bytes(of: self)
        case .html: Array(PeriodPage(report: self, language: language).document.utf8)
        case .pdf: try pdf(language: language)
        }
    }

    private func pdf(language: Language) throws(ReportError) -> [UInt8] {
        do throws(TypesettingError) {
            return try PeriodPrint(report: self, language: language).document().pdf()
        } catch {
            throw ReportError(code: .cannotBeDrawn, message: error.message)
        }
    }
}
