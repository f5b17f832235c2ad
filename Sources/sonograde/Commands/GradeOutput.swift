import Grading
import Imaging

/// The lines of `grade`, one an image, in the form asked for.
struct GradeOutput {
    /// A result that cannot be written; the program then ends rather than leave a line out.
    struct Failure: Error { let message: String }

    private let format: OutputFormat
    private var isFirst = true

    init(format: OutputFormat) { self.format = format }

    mutating func begin() {
        switch format {
        case .json: Terminal.write("[")
        case .csv:
            Terminal.write("\u{FEFF}path,status,score,level,section,findings,route,reasons,error,sha256,rubric\r\n")
        case .table, .jsonl, .html: break
        }
    }

    mutating func write(_ grade: GradedImage) throws(Failure) {
        switch format {
        case .json:
            Terminal.write((isFirst ? "\n" : ",\n") + (try Self.json(grade)))
        case .jsonl: Terminal.line(try Self.json(grade))
        case .table, .html: Terminal.line(Self.row(grade))
        case .csv: Terminal.write(Self.csv(grade) + "\r\n")
        }
        isFirst = false
    }

    mutating func end() {
        if format == .json { Terminal.write(isFirst ? "]\n" : "\n]\n") }
    }

    private static func json(_ grade: GradedImage) throws(Failure) -> String {
        do {
            return try CanonicalJSON.text(grade)
        } catch {
            throw Failure(message: "\(grade.path): \(error)")
        }
    }

    private static func row(_ grade: GradedImage) -> String {
        let score = grade.score.map { "\($0)" } ?? "-"
        let findings = grade.findings.filter { $0.severity > .info }.map { "\($0.code)(\($0.severity.rawValue))" }
        let what = grade.error.map { "\($0.code.rawValue): \($0.message)" } ?? findings.joined(separator: " ")
        let mark = grade.level?.rawValue ?? (grade.status == .unsure ? "?" : "!")
        return "\(mark)  \(score.padded(to: 5)) \(grade.triage.route.rawValue.padded(to: 6)) \(grade.path)  \(what)"
    }

    private static func csv(_ grade: GradedImage) -> String {
        let cells = [
            grade.path, grade.status.rawValue, grade.score.map { "\($0)" } ?? "", grade.level?.rawValue ?? "",
            grade.section ?? "", grade.findings.map(\.code).joined(separator: " "), grade.triage.route.rawValue,
            grade.triage.reasons.joined(separator: " "), grade.error?.code.rawValue ?? "", grade.sha256 ?? "",
            grade.rubric.map { "\($0.id) \($0.version)" } ?? "",
        ]
        return cells.map(cell).joined(separator: ",")
    }

    /// RFC 4180; a text that a spreadsheet would take for a formula is written as text.
    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        let needsQuotes = safe.contains { ",\"\r\n".contains($0) } || safe.contains("\r\n")
        return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
