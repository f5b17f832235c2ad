import ArgumentParser
import Foundation
import Glibc
import Grading
import Intake
import ReviewDesk
import Store

/// Reviews without a terminal: from flags, or many from a file, each stored by itself.
final class ScriptedReview {
    private let opened: OpenHome
    /// The expert of the command line.
    private let named: String?
    /// The expert of the command line or the environment.
    private let fallback: String?
    private let allYes: Bool
    private let isUnblinded: Bool
    private let isDryRun: Bool
    private var output: ReviewOutput
    private var desks: [String: ReviewDesk] = [:]
    private let clerk: AnswerClerk

    init(
        opened: OpenHome,
        named: String?,
        fallback: String?,
        allYes: Bool,
        isUnblinded: Bool,
        isDryRun: Bool,
        output: ReviewOutput
    ) {
        self.opened = opened
        self.named = named
        self.fallback = fallback
        self.allYes = allYes
        self.isUnblinded = isUnblinded
        self.isDryRun = isDryRun
        self.output = output
        clerk = AnswerClerk(room: opened.room())
    }

    /// One review by flags.
    func run(image: String, _ entry: ReviewEntry) throws {
        do {
            var entry = entry
            entry.answers.image = image
            try output.write(try answering { try review(entry) })
        } catch let mistakes as ReviewMistakes {
            throw ReviewOutput.failure(mistakes)
        }
        try answerClinics()
    }

    /// Every review of a file, `-` for stdin; one that is refused does not stop the others.
    func run(file: String) throws {
        let input = try InputFile(file)
        var scanner = ObjectScanner { try input.read() }
        var refused = 0
        var count = 0
        output.begin()
        while let piece = try scanner.next() {
            count += 1
            do {
                if let problem = piece.problem {
                    throw ReviewMistakes([ReviewMistake(item: "object", message: problem)])
                }
                var result = try review(try ReviewReader.read(piece.bytes))
                result.line = piece.line
                try output.write(result)
            } catch let mistakes as ReviewMistakes {
                refused += 1
                try output.write(ReviewResult(line: piece.line, refused: mistakes.mistakes, because: nil))
            } catch let error as StoreError where error.isRefusal {
                refused += 1
                try output.write(ReviewResult(line: piece.line, refused: [], because: "\(error)"))
            }
        }
        output.end()
        try answerClinics(status: refused > 0 ? .no : .done)
        if count == 0 { throw Failure(.usage, "\(file) holds no review; see docs/schemas/review.schema.json") }
        if refused > 0 {
            throw Failure(.no, "\(refused) of \(String.counted(count, "review")) refused; nothing of those was stored")
        }
    }

    // MARK: one review

    private func review(_ given: ReviewEntry) throws -> ReviewResult {
        var entry = given
        entry.wasUnblinded = entry.wasUnblinded || isUnblinded
        let desk = try desk(for: entry.answers)
        guard let reference = entry.answers.image else {
            throw ReviewMistakes([
                ReviewMistake(item: "image", message: "is missing; allowed is \(ImageReference.allowed)")
            ])
        }
        let work = try desk.unclaimed(try desk.resolve(reference))
        if allYes { entry.answers.answerYes(to: work.sheet) }
        let moved = entry.wasUnblinded ? [] : entry.answers.confirmWhatWasFound(in: desk.firstPass(of: work))
        do {
            if isDryRun {
                _ = try desk.result(of: work, entry.answers)
                return ReviewResult(valid: work.facts, expert: desk.expert)
            }
            let record = try desk.submit(work, entry.answers, wasUnblinded: entry.wasUnblinded)
            clerk.answer(desk.exam(of: work))
            return ReviewResult(record, facts: work.facts, firstPass: desk.firstPass(of: work), confirmed: moved)
        } catch let mistakes as ReviewMistakes {
            throw entry.wasUnblinded ? mistakes : mistakes.withoutFirstPass(of: entry.answers)
        }
    }

    private func desk(for answers: ReviewAnswers) throws -> ReviewDesk {
        if let own = answers.expert, let named, own != named {
            throw ReviewMistakes([
                ReviewMistake(item: "expert", message: "is \(own), but --expert is \(named); leave one of them out")
            ])
        }
        guard let expert = answers.expert ?? fallback else {
            throw ReviewMistakes([
                ReviewMistake(
                    item: "expert",
                    message: "is missing; write it here, give --expert, or set SONOGRADE_EXPERT"
                )
            ])
        }
        if let desk = desks[expert] { return desk }
        let desk = try opened.desk(for: expert)
        desks[expert] = desk
        return desk
    }

    // MARK: the clinics

    /// Waits for the outbox; what could not be written there is said, and left to the watcher.
    private func answerClinics(status: ExitStatus = .done) throws {
        let failures = clerk.finish()
        AnswerRemark.say(failures)
        // A disk that refuses is for whoever keeps the home; anything else is worth a look.
        let isDisk = failures.allSatisfy { ($0.error as? IntakeError)?.code == .disk }
        if !isDisk, status == .done { throw ExitCode(ExitStatus.doneWithRemarks.rawValue) }
    }
}

extension ReviewAnswers {
    /// Says yes to every question of a sheet that needs an answer and has none.
    mutating func answerYes(to sheet: ReviewSheet) {
        for item in sheet.items where item.isRequired && answers[item.id] == nil {
            for question in item.questions where answers[question] == nil { answers[question] = .yes }
        }
    }

    /// An expert who is blind cannot know that the machine found the same: adding it confirms it.
    ///
    /// - Returns: the codes for which this was done.
    mutating func confirmWhatWasFound(in firstPass: GradedImage) -> [String] {
        let found = Set(firstPass.findings.map(\.code))
        let both = added.map(\.code).filter { found.contains($0) && !rejected.contains($0) }
        added.removeAll { both.contains($0.code) }
        confirmed += both.filter { !confirmed.contains($0) }
        return both
    }
}

extension ReviewMistakes {
    /// The mistakes without what the machine found, for one who must not know it yet.
    func withoutFirstPass(of answers: ReviewAnswers) -> ReviewMistakes {
        let judged = Set(answers.confirmed + answers.rejected)
        return ReviewMistakes(
            mistakes.map { mistake in
                guard judged.contains(mistake.item) else { return mistake }
                let hint =
                    "; what it found is shown after the answer, or before by: sonograde queue show IMAGE --unblind"
                return ReviewMistake(item: mistake.item, message: mistake.message + hint)
            }
        )
    }
}
