internal import Synchronization

/// Two pieces of work that block, done at the same time: the second on a thread of its own, the first on the caller's.
enum SideBySide {
    /// Both results; returns or throws when both are done.
    ///
    /// Where the system has no more threads to give, the second is done after the first.
    ///
    /// - Throws: What the first threw, or else what the second threw.
    static func run<First, Second: Sendable>(
        _ first: () throws -> First,
        _ second: @escaping @Sendable () throws -> Second
    ) throws -> (First, Second) {
        let slot = Slot<Second>()
        let thread = WorkerThread { slot.fill(second) }
        let ours = Result(catching: first)
        if let thread { thread.join() } else { slot.fill(second) }
        return (try ours.get(), try slot.result())
    }

    /// Where the thread puts down what it found.
    private final class Slot<Value: Sendable>: Sendable {
        private let found = Mutex<Result<Value, any Error>?>(nil)

        func fill(_ work: () throws -> Value) {
            let result = Result(catching: work)
            found.withLock { $0 = result }
        }

        func result() throws -> Value {
            guard let result = found.withLock({ $0 }) else { preconditionFailure("asked before the work was done") }
            return try result.get()
        }
    }
}
