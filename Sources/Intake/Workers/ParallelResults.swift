internal import Synchronization

/// Results that threads put down by number, in any order.
final class ParallelResults<Result: Sendable>: Sendable {
    private let results: Mutex<[Result?]>

    /// Room for `count` results.
    init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

    /// All results by number; nil where none was put down.
    var all: [Result?] { results.withLock { $0 } }

    subscript(index: Int) -> Result? {
        get { results.withLock { $0[index] } }
        set { results.withLock { $0[index] = newValue } }
    }
}
