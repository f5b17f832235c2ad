internal import Glibc
internal import Synchronization

/// Ends a wait from another thread, and remembers whether the program shall stop.
///
/// A pipe to itself, so that one poll waits for notices of the inbox, finished work and the request to stop alike.
package final class WakeUp: Sendable {
    private let readEnd: Int32
    private let writeEnd: Int32
    private let stopping = Atomic<Bool>(false)

    /// A quiet wake-up.
    ///
    /// - Throws: `IntakeError` with code `disk` when the system has no descriptor left.
    package init() throws(IntakeError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .disk("pipe", errno) }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Whether the program was asked to stop.
    package var isStopping: Bool { stopping.load(ordering: .acquiring) }

    /// Asks for an orderly end.
    package func stop() {
        stopping.store(true, ordering: .releasing)
        wake()
    }

    /// Ends the current or next wait.
    package func wake() {
        var one: UInt8 = 1
        _ = write(writeEnd, &one, 1)  // a full pipe wakes just as well
    }

    /// Waits for a wake-up or a notice, at most so long.
    package func wait(seconds: Double, notices: ChangeNotices?) {
        var list = [pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)]
        if let notices { list.append(pollfd(fd: notices.fileDescriptor, events: Int16(POLLIN), revents: 0)) }
        let milliseconds = Int32(min(max(seconds * 1000, 0), 86_400_000).rounded(.up))
        poll(&list, nfds_t(list.count), milliseconds)
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(readEnd, &bytes, bytes.count) > 0 {}
        notices?.drain()
    }
}
