internal import Dispatch
package import Intake
internal import Synchronization

/// Brings results back to the clinics while the expert goes on: writes each changed exam's answer on a thread of its
/// own, once for several changes that come while it writes.
package final class AnswerClerk: Sendable {
    /// An answer that could not be written; the store knows that it is still to be.
    package struct Failure: Sendable {
        package let exam: Int64
        package let error: any Error
    }

    private let answering: Answering
    private let queue = DispatchQueue(label: "sonograde.answers")
    private let waiting = Mutex<Set<Int64>>([])
    private let failures = Mutex<[Failure]>([])

    /// A clerk for a room.
    package init(room: WorkRoom) { answering = Answering(room: room) }

    /// A clerk for a desk's room.
    package convenience init(desk: ReviewDesk) { self.init(room: desk.room) }

    /// Has an exam's answer written soon.
    package func answer(_ exam: Int64) {
        guard waiting.withLock({ $0.insert(exam).inserted }) else { return }
        queue.async { [self] in
            // Out of the set before it is read: a change from here on is written again.
            waiting.withLock { _ = $0.remove(exam) }
            do {
                try answering.answer(exam: exam)
            } catch {
                failures.withLock { $0.append(Failure(exam: exam, error: error)) }
            }
        }
    }

    /// Waits until everything is written.
    ///
    /// - Returns: what could not be.
    package func finish() -> [Failure] {
        queue.sync {}
        return failures.withLock { list in
            defer { list = [] }
            return list
        }
    }
}
