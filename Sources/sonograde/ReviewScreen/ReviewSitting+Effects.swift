import Foundation
import Grading
import Imaging
import ReviewDesk
import Store

extension ReviewSitting {
    func press(_ key: ReviewKey) throws -> End? {
        var effects = work?.session.press(key) ?? []
        wantsDrawing = work?.session.wantsDrawing ?? wantsDrawing
        while !effects.isEmpty {
            let effect = effects.removeFirst()
            if let end = try carryOut(effect, more: &effects) { return end }
        }
        return nil
    }

    func carryOut(_ effect: ReviewEffect, more: inout [ReviewEffect]) throws -> End? {
        guard let current = work else { return nil }
        switch effect {
        case .judge: judge(current)
        case .store: return try store(current)
        case .skip(let reason):
            do {
                try desk.skip(current.reviewCase, reason: reason)
            } catch {
                // A hold that is over needs no giving back.
                guard current.session.hold == .lost, error is StoreError else {
                    work?.session.failed(Self.words(of: error))
                    return nil
                }
            }
            tally.skip()
            return try goOn(saying: words.skipped(current.session.facts.image))
        case .showWhole:
            do {
                work?.whole = try picture(of: current.reviewCase, whole: true)
                work?.session.wholePictureShown()
            } catch {
                work?.session.failed(Self.words(of: error))
            }
        case .openViewer: openViewer()
        case .leave(let keepingClaim):
            if !keepingClaim { giveBack() }
            return .left
        case .claimAgain:
            do {
                let again = try desk.open(current.session.facts.image)
                if current.session.isUnblinded { try desk.unblind(again) }
                work?.reviewCase = again
                more += work?.session.heldAgain(facts: again.facts, sheet: again.sheet, until: again.claim.until) ?? []
            } catch {
                work?.session.lost(Self.words(of: error))
            }
        }
        return nil
    }

    func judge(_ current: Work) {
        do throws(ReviewMistakes) {
            let grade = try desk.result(of: current.reviewCase, current.session.answers)
            // Only now, after the answer, is anything of the machine's asked for.
            work?.session.judged(
                SessionResult(
                    machine: desk.firstPass(of: current.reviewCase),
                    expert: grade,
                    explanation: desk.explanation(of: current.reviewCase)
                )
            )
            if work?.scene == nil { work?.scene = desk.scene(of: current.reviewCase) }
        } catch {
            work?.session.refused(error)
        }
    }

    func store(_ current: Work) throws -> End? {
        let record: ReviewRecord
        do {
            record = try desk.submit(
                current.reviewCase,
                current.session.answers,
                changedAfterResult: current.session.changedAfterResult
            )
        } catch let mistakes as ReviewMistakes {
            work?.session.refused(mistakes)
            return nil
        } catch let error as StoreError where error.code == .denied {
            work?.session.lost("\(error)")
            return nil
        } catch {
            work?.session.failed(Self.words(of: error))
            return nil
        }
        // From here on it is stored, and only now it is said.
        clerk.answer(desk.exam(of: current.reviewCase))
        let took = ProcessInfo.processInfo.systemUptime - (current.shownAt ?? 0)
        tally.add(seconds: took, machine: desk.firstPass(of: current.reviewCase).level, expert: record.grade.level)
        let score = record.grade.score.map { "\($0) \(record.grade.level?.rawValue ?? "")" } ?? "-"
        return try goOn(saying: words.stored(record.image, score: score))
    }

    static func words(of error: any Error) -> String {
        switch error {
        case let failure as Failure: failure.message
        case let error as ImagingError: error.message
        default: "\(error)"
        }
    }

    // MARK: The lease

    func watchLease() {
        guard case .held(let until)? = work?.session.hold, until <= now else { return }
        work?.session.lost()
    }

    /// Somebody who presses keys works: the claim runs on before it is half over.
    func renewIfNeeded() {
        guard var current = work, case .held(let until) = current.session.hold else { return }
        let left = until.milliseconds - now.milliseconds
        guard left < current.lease / 2 else { return }
        do {
            try desk.renew(&current.reviewCase)
            work?.reviewCase = current.reviewCase
            work?.session.held(until: current.reviewCase.claim.until)
        } catch {
            work?.session.lost(Self.words(of: error))
        }
    }
}
