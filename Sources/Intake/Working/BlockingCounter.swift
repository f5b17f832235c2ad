internal import Dispatch

/// A counting semaphore for plain threads.
///
/// `DispatchSemaphore` under a name that says what it counts; used only off the cooperative pool.
package struct BlockingCounter: Sendable {
    private let semaphore: DispatchSemaphore

    /// A counter that lets `count` waits pass before the first signal.
    package init(_ count: Int = 0) { semaphore = DispatchSemaphore(value: count) }

    /// Waits until the count is above zero, then takes one.
    package func wait() { semaphore.wait() }

    /// Adds one.
    package func signal() { semaphore.signal() }
}
