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
        let thread = WorkerThread { slot.put(Result(catching: second)) }
        let ours = Result(catching: first)
        thread?.join()
        return (try ours.get(), try (slot.found ?? Result(catching: second)).get())
    }

    /// Where the thread puts down what it found.
    private final class Slot<Value: Sendable>: Sendable {
        private let result = Mutex<Result<Value, any Error>?>(nil)

        /// Nil until something was put down.
        var found: Result<Value, any Error>? { result.withLock { $0 } }

        func put(_ found: Result<Value, any Error>) { result.withLock { $0 = found } }
    }
}
