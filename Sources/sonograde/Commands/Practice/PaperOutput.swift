import Grading
import Reports
import ReviewDesk
import Store

/// A paper as it was set, for those who answer it by a program.
struct SetPaper: Encodable {
    private let record: PaperRecord
    private let items: [ExerciseRow]

    init(_ record: PaperRecord, items: [ExerciseRow]) {
        self.record = record
        self.items = items
    }

    private enum CodingKeys: String, CodingKey {
        case schema, paper, seed, plan, items
        case startedAt = "started_at"
        case deadline = "deadline_at"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("sonograde.set-paper/1", forKey: .schema)
        try values.encode(record.id, forKey: .paper)
        try values.encode(record.paper.seed, forKey: .seed)
        try values.encode(record.paper.plan, forKey: .plan)
        try values.encode(record.startedAt.text, forKey: .startedAt)
        try values.encode(record.deadline.text, forKey: .deadline)
        try values.encode(items, forKey: .items)
    }
}

/// A paper on one line.
private struct PaperRow: OutputRow {
    let record: PaperRecord

    enum CodingKeys: String, CodingKey {
        case schema, paper, institution, technician, course, attempt, items, answered, mark, passed, topics, problem
        case startedAt = "started_at"
        case deadline = "deadline_at"
        case endedAt = "ended_at"
        case endedBy = "ended_by"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("sonograde.paper-result/1", forKey: .schema)
        try values.encode(record.id, forKey: .paper)
        try values.encode(record.learner.institution, forKey: .institution)
        try values.encode(record.learner.technician, forKey: .technician)
        try values.encodeIfPresent(record.course, forKey: .course)
        try values.encode(record.attempt, forKey: .attempt)
        try values.encode(record.paper.items.count, forKey: .items)
        try values.encode(record.answers.count, forKey: .answered)
        try values.encode(record.startedAt.text, forKey: .startedAt)
        try values.encode(record.deadline.text, forKey: .deadline)
        try values.encodeIfPresent(record.endedAt?.text, forKey: .endedAt)
        try values.encodeIfPresent(record.endedBy, forKey: .endedBy)
        try values.encodeIfPresent(record.result?.mark, forKey: .mark)
        try values.encodeIfPresent(record.result?.passed, forKey: .passed)
        try values.encodeIfPresent(record.result?.topics, forKey: .topics)
        try values.encodeIfPresent(record.problem, forKey: .problem)
    }

    static let columns = [
        "paper", "institution", "technician", "course", "attempt", "started_at", "deadline_at", "ended_at", "ended_by",
        "items", "answered", "mark", "passed", "problem",
    ]

    var cells: [String] {
        [
            "\(record.id)", record.learner.institution, record.learner.technician, record.course ?? "",
            "\(record.attempt)", record.startedAt.text, record.deadline.text, record.endedAt?.text ?? "",
            record.endedBy?.rawValue ?? "", "\(record.paper.items.count)", "\(record.answers.count)",
            record.result.map { Numbers.score($0.mark) } ?? "", record.result.map { $0.passed ? "1" : "0" } ?? "",
            record.problem ?? "",
        ]
    }
}

/// One item of a paper that is over.
private struct PaperItemRow: OutputRow {
    let item: Int
    let exercise: Exercise
    let answer: ExerciseAnswer?
    let thousandths: Int

    enum CodingKeys: String, CodingKey { case item, prompt, key, answer, thousandths }

    static let columns = [
        "item", "exercise", "topic", "question_zh", "chosen", "expected", "level", "reference_level", "thousandths",
    ]

    var cells: [String] {
        [
            "\(item)", exercise.prompt.exercise, exercise.key.topic ?? "", exercise.prompt.text.zh,
            answer?.chosen.joined(separator: ";") ?? "", exercise.key.expected.joined(separator: ";"),
            answer?.level?.rawValue ?? "", exercise.key.level?.rawValue ?? "", "\(thousandths)",
        ]
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(item, forKey: .item)
        try values.encode(exercise.prompt, forKey: .prompt)
        try values.encode(exercise.key, forKey: .key)
        try values.encodeIfPresent(answer, forKey: .answer)
        try values.encode(thousandths, forKey: .thousandths)
    }
}

/// Papers in the form asked for.
enum PaperOutput {
    /// Papers, one a line.
    ///
    /// - Parameter clock: a moment as people read it.
    static func write(
        _ records: [PaperRecord],
        as format: OutputFormat,
        language: Language,
        desk clock: (Timestamp) -> String
    ) throws {
        try RowOutput.write(records.map(PaperRow.init), as: format) { _ in
            let words = PracticeWords(language)
            if records.isEmpty { Terminal.line(words.noPapers) }
            for record in records { Terminal.line(words.line(of: record, clock: clock).shown) }
        }
    }

    /// The items of a paper with key and marks.
    static func writeItems(of record: PaperRecord, as format: OutputFormat, language: Language) throws {
        let answers = record.answers
        let rows = record.paper.items.enumerated().map { index, exercise in
            PaperItemRow(
                item: index + 1,
                exercise: exercise,
                answer: answers[index + 1],
                thousandths: record.result?.thousandths[index] ?? 0
            )
        }
        try RowOutput.write(rows, as: format) { rows in
            let words = PracticeWords(language)
            for row in rows {
                Terminal.line("\(row.item). \(row.exercise.prompt.text[language])".shown)
                if let answer = row.answer {
                    let feedback = PracticeFeedback(PracticeAnswer(answer, to: row.exercise), words: words)
                    for line in feedback.lines() { Terminal.line("   " + line.shown) }
                } else {
                    for line in PracticeFeedback.lines(unanswered: row.exercise, words: words) {
                        Terminal.line("   " + line.shown)
                    }
                }
            }
            for line in words.result(of: record) { Terminal.line(line.shown) }
        }
    }
}
