internal import Glibc
internal import Synchronization

/// Ends a wait from another thread, and remembers whether the program shall stop.
///
/// An eventfd, so that one poll waits for notices of the inbox, finished work and the request to stop alike.
package final class WakeUp: Sendable {
    private let descriptor: Int32
    private let stopping = Atomic<Bool>(false)

    /// A quiet wake-up.
    ///
    /// - Throws: `IntakeError` with code `disk` when the system has no descriptor left.
    package init() throws(IntakeError) {
        descriptor = eventfd(0, Int32(EFD_NONBLOCK.rawValue | EFD_CLOEXEC.rawValue))
        guard descriptor >= 0 else { throw .disk("eventfd", errno) }
    }

    deinit { close(descriptor) }

    /// Whether the program was asked to stop.
    package var isStopping: Bool { stopping.load(ordering: .acquiring) }

    /// Asks for an orderly end.
    package func stop() {
        stopping.store(true, ordering: .releasing)
        wake()
    }

    /// Ends the current or next wait.
    package func wake() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, 8)
    }

    /// Waits for a wake-up or a notice, at most so long.
    package func wait(seconds: Double, notices: ChangeNotices?) {
        var list = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        if let notices { list.append(pollfd(fd: notices.fileDescriptor, events: Int16(POLLIN), revents: 0)) }
        let milliseconds = Int32(min(max(seconds * 1000, 0), 86_400_000).rounded(.up))
        poll(&list, nfds_t(list.count), milliseconds)
        var count: UInt64 = 0
        _ = read(descriptor, &count, 8)
        notices?.drain()
    }
}
