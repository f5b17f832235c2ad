internal import Glibc

/// A plain thread that runs one closure and is waited for.
///
/// Decoding, hashing and fsync block, so they stay off the cooperative pool, whose threads are as few as the cores.
struct WorkerThread {
    private let identifier: pthread_t

    /// Starts the closure on a thread of its own; nil when the system has no more threads to give.
    init?(_ body: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Box(body))
        var identifier = pthread_t()
        let status = pthread_create(
            &identifier,
            nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            },
            box.toOpaque()
        )
        guard status == 0 else {
            box.release()
            return nil
        }
        self.identifier = identifier
    }

    /// Waits until the closure has returned; to be called once.
    func join() { pthread_join(identifier, nil) }

    private final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
