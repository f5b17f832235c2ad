import Foundation
import Glibc
import Grading
import ReviewDesk
import Store

/// The review on a terminal, one picture after another.
enum InteractiveReview {
    /// Reviews until the expert leaves or nothing waits any more; then says what was done.
    ///
    /// - Parameters:
    ///   - image: only this one; nil takes the queue.
    ///   - options: how the picture is shown.
    static func run(
        desk: ReviewDesk,
        image: Int64?,
        filter: QueueFilter,
        language: Language,
        options: ReviewScreenOptions
    ) throws {
        let clerk = AnswerClerk(desk: desk)
        let sitting: ReviewSitting
        // Claimed before the terminal changes: a refusal is an ordinary line.
        let first = try image.map { try desk.open($0) } ?? desk.next(filter)
        guard let first else {
            throw Failure(.no, "nothing waits that \(desk.expert) may take; see: sonograde queue list")
        }
        do {
            sitting = try ReviewSitting(
                desk: desk,
                clerk: clerk,
                filter: image == nil ? filter : nil,
                language: language,
                options: options
            )
        } catch {
            try? desk.release(first)
            throw error
        }
        let end = sitting.work(from: first)
        sitting.close()
        report(end, tally: sitting.tally, clerk: clerk, language: language)
        switch end {
        case .left, .nothingLeft, .stopped: return
        case .failed(let error): throw error
        }
    }

    /// What is said after the terminal is as it was: results brought back, then the sitting in a line.
    private static func report(
        _ end: ReviewSitting.End,
        tally: ReviewTally,
        clerk: AnswerClerk,
        language: Language
    ) {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let isHeard = isatty(STDERR_FILENO) == 1
        if isHeard, tally.stored > 0 {
            Terminal.writeError(say("正在把结果写给机构……", "writing the answers to the clinics …"))
        }
        let failures = clerk.finish()
        if isHeard, tally.stored > 0 { Terminal.writeError("\r\u{1B}[K") }
        for failure in failures {
            Terminal.remark("sonograde: exam \(failure.exam): \(failure.error); a watcher will write this answer")
        }
        if case .nothingLeft = end, tally.stored + tally.skipped > 0 {
            Terminal.remark(say("队列里没有别的图像了", "nothing else waits in the queue"))
        }
        if tally.stored + tally.skipped > 0 { Terminal.remark(tally.text(language)) }
    }
}
