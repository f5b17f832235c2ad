import Grading
import Reports
import ReviewDesk
import Store

/// What became of one review (docs/schemas/review-result.schema.json).
struct ReviewResult: OutputRow {
    /// What was done.
    enum Status: String, Encodable {
        case stored
        /// Allowed; by `--dry-run` not stored.
        case valid
        /// Not allowed or denied; nothing was stored.
        case refused
    }

    struct FirstPass: Encodable {
        let status: GradedImage.Status
        let score: Double?
        let level: Level?
        let findings: [Finding]
    }

    /// The line of the file on which it began.
    var line: Int?
    let status: Status
    var image: Int64?
    var review: Int64?
    var reading: Int?
    var expert: String?
    var settles: Int64?
    var result: ExpertGrade?
    var firstPass: FirstPass?
    /// Codes that the expert added and the first pass had found: they were confirmed.
    var confirmed: [String]?
    var mistakes: [ReviewMistake]?
    var reason: String?
    var facts: BlindFacts?

    enum CodingKeys: String, CodingKey {
        case schema, line, status, image, review, reading, expert, result, mistakes, reason
        case settles = "settles_dispute"
        case firstPass = "first_pass"
        case confirmed = "added_as_confirmed"
    }

    /// A review that was stored.
    init(_ record: ReviewRecord, facts: BlindFacts, firstPass: GradedImage, confirmed: [String]) {
        status = .stored
        image = record.image
        review = record.id
        reading = record.reading
        expert = record.expert
        settles = record.disputeID
        result = record.grade
        self.firstPass = FirstPass(
            status: firstPass.status,
            score: firstPass.score,
            level: firstPass.level,
            findings: firstPass.findings
        )
        self.confirmed = confirmed.isEmpty ? nil : confirmed
        self.facts = facts
    }

    /// A review that would be stored.
    ///
    /// What it comes to is not said: that would show what the first pass came to.
    init(valid facts: BlindFacts, expert: String) {
        status = .valid
        image = facts.image
        self.expert = expert
        self.facts = facts
    }

    /// A review that was not stored.
    init(line: Int, refused mistakes: [ReviewMistake], because reason: String?) {
        status = .refused
        self.line = line
        self.mistakes = mistakes.isEmpty ? nil : mistakes
        self.reason = reason
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("sonograde.review-result/1", forKey: .schema)
        try values.encodeIfPresent(line, forKey: .line)
        try values.encode(status, forKey: .status)
        try values.encodeIfPresent(image, forKey: .image)
        try values.encodeIfPresent(review, forKey: .review)
        try values.encodeIfPresent(reading, forKey: .reading)
        try values.encodeIfPresent(expert, forKey: .expert)
        try values.encodeIfPresent(settles, forKey: .settles)
        try values.encodeIfPresent(result, forKey: .result)
        try values.encodeIfPresent(firstPass, forKey: .firstPass)
        try values.encodeIfPresent(confirmed, forKey: .confirmed)
        try values.encodeIfPresent(mistakes, forKey: .mistakes)
        try values.encodeIfPresent(reason, forKey: .reason)
    }

    /// All that is wrong, one a line.
    var problems: [String] { (mistakes ?? []).map { "\($0)" } + (reason.map { [$0] } ?? []) }

    static let columns = [
        "line", "status", "image", "review", "reading", "expert", "score", "level", "findings", "first_pass_score",
        "first_pass_level", "first_pass_findings", "problems",
    ]

    var cells: [String] {
        func text(_ value: (some CustomStringConvertible)?) -> String { value.map { "\($0)" } ?? "" }
        let found = firstPass?.findings.map(\.code).joined(separator: " ")
        return [
            text(line), status.rawValue, text(image), text(review), text(reading), expert ?? "", text(result?.score),
            result?.level?.rawValue ?? "", result?.standing.map(\.code).joined(separator: " ") ?? "",
            text(firstPass?.score), firstPass?.level?.rawValue ?? "", found ?? "", problems.joined(separator: " | "),
        ]
    }
}

/// Writes what became of reviews, each as soon as it is known.
struct ReviewOutput {
    let format: OutputFormat
    let language: Language
    /// Whether there may be several.
    let isBatch: Bool
    private var isFirst = true

    init(format: OutputFormat, language: Language, isBatch: Bool) {
        self.format = format
        self.language = language
        self.isBatch = isBatch
    }

    /// Mistakes as the end of the program, all but the last one said before.
    static func failure(_ mistakes: ReviewMistakes) -> Failure {
        for mistake in mistakes.mistakes.dropLast() { Terminal.remark("sonograde: \(mistake)") }
        return Failure(.no, mistakes.mistakes.last.map { "\($0)" } ?? "the answers are not allowed")
    }

    mutating func begin() {
        switch format {
        case .json: Terminal.write("[")
        case .csv: Terminal.write(CSVDocument.head(ReviewResult.columns))
        case .table, .jsonl: break
        }
    }

    mutating func write(_ result: ReviewResult) throws {
        switch format {
        case .json where isBatch: Terminal.write((isFirst ? "\n" : ",\n") + (try CanonicalJSON.text(result)))
        case .json, .jsonl: Terminal.line(try CanonicalJSON.text(result))
        case .csv:
            if !isBatch { Terminal.write(CSVDocument.head(ReviewResult.columns)) }
            Terminal.write(CSVDocument.line(listed: result.cells))
        case .table: writeText(result)
        }
        isFirst = false
        let place = result.line.map { "line \($0): " } ?? ""
        for problem in result.problems { Terminal.remark(place + problem) }
        for code in result.confirmed ?? [] {
            Terminal.remark("\(place)\(code): the first pass found it too, so it was confirmed")
        }
    }

    func end() { if format == .json { Terminal.write(isFirst ? "]\n" : "\n]\n") } }

    private func writeText(_ result: ReviewResult) {
        // What is refused is said once, on stderr.
        guard let facts = result.facts else { return }
        let text = ResultText(result, facts: facts, language: language)
        if isBatch { Terminal.line(text.line) } else { Terminal.write(text.block) }
    }
}
