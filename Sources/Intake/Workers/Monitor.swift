internal import Glibc

/// A value that threads take turns with, and wait for until it is as they need it.
///
/// Blocks the calling thread: for plain threads, never for tasks of the cooperative pool.
/// Unchecked: `value` is only touched with the mutex held, and the two pointers never change.
final class Monitor<Value>: @unchecked Sendable {
    private var value: Value
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ value: sending Value) {
        self.value = value
        mutex.initialize(to: pthread_mutex_t())
        pthread_mutex_init(mutex, nil)
        changed.initialize(to: pthread_cond_t())
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(mutex)
        changed.deallocate()
        mutex.deallocate()
    }

    /// Looks at the value without changing it, so without waking anybody.
    func read<Result>(_ body: (Value) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(value)
    }

    /// Takes a turn with the value, and wakes whoever waits for a change.
    func access<Result>(_ body: (inout Value) -> Result) -> Result {
        access(when: { _ in true }, body)
    }

    /// Waits until the value meets a condition, then takes a turn with it.
    func access<Result>(when condition: (Value) -> Bool, _ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        while !condition(value) { pthread_cond_wait(changed, mutex) }
        return body(&value)
    }
}
