import Grading
import Intake
import ReviewDesk
import Store

/// What became of one answer.
struct PracticeResult: OutputRow {
    enum Status: String, Encodable { case stored, refused }

    let line: Int
    let status: Status
    var exercise: String?
    var outcome: PracticeDesk.Outcome?
    var mistakes: [ReviewMistake] = []
    /// Why, where the store said no.
    var reason: String?

    enum CodingKeys: String, CodingKey {
        case schema, line, status, exercise, key, answer, mark, attempt, box, mistakes, reason
        case comesAgain = "comes_again"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("sonograde.practice-result/1", forKey: .schema)
        try values.encode(line, forKey: .line)
        try values.encode(status, forKey: .status)
        try values.encodeIfPresent(exercise, forKey: .exercise)
        try values.encodeIfPresent(outcome?.answer.exercise.key, forKey: .key)
        try values.encodeIfPresent(outcome?.answer.answer, forKey: .answer)
        try values.encodeIfPresent(outcome?.answer.mark, forKey: .mark)
        try values.encodeIfPresent(outcome?.attempt, forKey: .attempt)
        try values.encodeIfPresent(outcome?.state.box, forKey: .box)
        try values.encodeIfPresent(outcome?.dueOn, forKey: .comesAgain)
        if !mistakes.isEmpty { try values.encode(mistakes, forKey: .mistakes) }
        try values.encodeIfPresent(reason, forKey: .reason)
    }

    /// All that is wrong, one a line.
    var problems: [String] { mistakes.map { "\($0)" } + (reason.map { [$0] } ?? []) }

    static let columns = [
        "line", "status", "exercise", "thousandths", "is_right", "chosen", "expected", "level", "reference_level",
        "comes_again", "problems",
    ]

    var cells: [String] {
        let answer = outcome?.answer
        return [
            "\(line)", status.rawValue, exercise ?? "", answer.map { "\($0.mark.thousandths)" } ?? "",
            answer.map { $0.mark.isRight ? "1" : "0" } ?? "", answer?.answer.chosen.joined(separator: ";") ?? "",
            answer?.exercise.key.expected.joined(separator: ";") ?? "", answer?.answer.level?.rawValue ?? "",
            answer?.exercise.key.level?.rawValue ?? "", outcome?.dueOn ?? "", problems.joined(separator: " | "),
        ]
    }

    /// As people read it.
    func text(_ language: Language) -> String {
        guard let outcome else { return "" }
        let words = PracticeWords(language)
        return PracticeFeedback(outcome.answer, words: words).lines(comesAgain: outcome.dueOn).joined(separator: "\n")
            + "\n\n"
    }
}

/// Practice without a terminal: answers from a file, each kept by itself.
struct ScriptedPractice {
    let desk: PracticeDesk
    let language: Language
    let format: OutputFormat

    /// Answers everything in a file, `-` for stdin; one that is refused does not stop the others.
    func run(file: String) throws {
        let input = try InputFile(file)
        var scanner = ObjectScanner { try input.read() }
        var results: [PracticeResult] = []
        while let piece = try scanner.next() { results.append(try answer(piece)) }
        for result in results {
            for problem in result.problems { Terminal.remark("line \(result.line): \(problem)") }
        }
        try RowOutput.write(results, as: format) { for result in $0 { Terminal.write(result.text(language)) } }
        if results.isEmpty { throw Failure(.usage, "\(file) holds no answer; see: sonograde help practise sit") }
        let refused = results.count { $0.status == .refused }
        if refused > 0 {
            throw Failure(
                .no,
                "\(refused) of \(String.counted(results.count, "answer")) refused; nothing of those was kept"
            )
        }
    }

    private func answer(_ piece: ObjectScanner.Piece) throws -> PracticeResult {
        var exercise: String?
        do {
            if let problem = piece.problem { throw ReviewMistakes([ReviewMistake(item: "object", message: problem)]) }
            let entry = try PracticeReader.read(piece.bytes)
            guard let id = entry.exercise else {
                throw ReviewMistakes([ReviewMistake(item: "exercise", message: "is missing")])
            }
            exercise = "\(id)"
            let outcome = try desk.answer(try desk.exercise(id), with: entry.answer)
            return PracticeResult(line: piece.line, status: .stored, exercise: exercise, outcome: outcome)
        } catch let mistakes as ReviewMistakes {
            return PracticeResult(line: piece.line, status: .refused, exercise: exercise, mistakes: mistakes.mistakes)
        } catch let error as StoreError where error.isRefusal {
            return PracticeResult(line: piece.line, status: .refused, exercise: exercise, reason: "\(error)")
        }
    }
}
