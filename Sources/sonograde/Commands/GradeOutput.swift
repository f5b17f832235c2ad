import Grading
import Imaging
import Reports

/// The lines of `grade`, one an image, in the form asked for.
struct GradeOutput {
    private let format: OutputFormat
    private var isFirst = true

    init(format: OutputFormat) { self.format = format }

    mutating func begin() {
        switch format {
        case .json: Terminal.write("[")
        case .csv: Terminal.write(CSVDocument.head(Self.columns))
        case .table, .jsonl: break
        }
    }

    mutating func write(_ grade: GradedImage) throws(Failure) {
        switch format {
        case .json:
            Terminal.write((isFirst ? "\n" : ",\n") + (try Self.json(grade)))
        case .jsonl: Terminal.line(try Self.json(grade))
        case .table: Terminal.line(Self.row(grade))
        case .csv: Terminal.write(CSVDocument.line(listed: Self.cells(grade)))
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
            throw Failure(.diskOrStore, "\(grade.path): its result could not be written: \(error)")
        }
    }

    private static func row(_ grade: GradedImage) -> String {
        let score = grade.score.map { "\($0)" } ?? "-"
        // What makes a picture unsure is told whatever its severity.
        let findings = grade.findings.filter { $0.severity > .info || grade.status == .unsure }.map {
            "\($0.code)(\($0.severity.rawValue))"
        }
        let what = grade.error.map { "\($0.code.rawValue): \($0.message)" } ?? findings.joined(separator: " ")
        let mark = grade.level?.rawValue ?? (grade.status == .unsure ? "?" : "!")
        return "\(mark)  \(score.padded(to: 5)) \(grade.triage.route.rawValue.padded(to: 6)) \(grade.path)  \(what)"
            .shown
    }

    private static let columns = [
        "path", "status", "score", "level", "section", "findings", "route", "reasons", "error", "sha256", "rubric",
    ]

    private static func cells(_ grade: GradedImage) -> [String] {
        [
            grade.path, grade.status.rawValue, grade.score.map { "\($0)" } ?? "", grade.level?.rawValue ?? "",
            grade.section ?? "", grade.findings.map(\.code).joined(separator: " "), grade.triage.route.rawValue,
            grade.triage.reasons.joined(separator: " "), grade.error?.code.rawValue ?? "", grade.sha256 ?? "",
            grade.rubric.map { "\($0.id) \($0.version)" } ?? "",
        ]
    }
}
