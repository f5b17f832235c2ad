import Glibc
import ReviewDesk

/// Waits for keys, for signals and for time to pass, all in one place.
final class TerminalEvents {
    /// What happened.
    enum Event {
        /// Keys, in order; at least one.
        case keys([ReviewKey])
        case resized
        /// Somebody wants the program to end.
        case stop
        /// The terminal is gone.
        case hungUp
        /// Nothing happened for a while.
        case tick
    }

    private var reader = KeyReader()

    /// From now on signals come as events.
    init() throws(Failure) {
        guard SignalPipe.open() else { throw Failure(.diskOrStore, "the system has no descriptor left for signals") }
    }

    deinit { SignalPipe.close() }

    /// How long a lone escape byte may be the beginning of an arrow key, in milliseconds.
    private static let escapeWait: Int32 = 40

    /// The next event; a tick after so many milliseconds without one.
    func next(milliseconds: Int32) -> Event {
        while true {
            var list = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: SignalPipe.readEnd, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&list, 2, reader.isWaiting ? Self.escapeWait : milliseconds)
            if count < 0 {
                if errno == EINTR { continue }
                return .hungUp
            }
            if count == 0 {
                let keys = reader.flush()
                return keys.isEmpty ? .tick : .keys(keys)
            }
            if list[1].revents != 0, let signal = SignalPipe.next() {
                return signal == SIGWINCH ? .resized : .stop
            }
            guard list[0].revents != 0 else { continue }
            var bytes = [UInt8](repeating: 0, count: 4096)
            let got = read(STDIN_FILENO, &bytes, bytes.count)
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got > 0 else { return .hungUp }
            let keys = reader.read(bytes.prefix(got))
            if !keys.isEmpty { return .keys(keys) }
        }
    }
}

/// Signals as bytes in a pipe: a handler may write, and hardly anything else.
private enum SignalPipe {
    nonisolated(unsafe) static var readEnd: Int32 = -1
    nonisolated(unsafe) private static var writeEnd: Int32 = -1

    private static let watched = [SIGINT, SIGTERM, SIGHUP, SIGWINCH]

    static func open() -> Bool {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return false }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
        var wanted = sigset_t()
        sigemptyset(&wanted)
        for number in watched {
            sigaddset(&wanted, number)
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { SignalPipe.note($0) }
            action.sa_flags = Int32(SA_RESTART)
            sigaction(number, &action, nil)
        }
        // Whoever started the program may have kept them back from it.
        pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
        return true
    }

    static func note(_ number: Int32) {
        let kept = errno
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(writeEnd, &byte, 1)
        errno = kept
    }

    static func next() -> Int32? {
        var byte: UInt8 = 0
        return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
    }

    static func close() {
        // A window that closes now must not keep the last answers from being written; the others end that at once.
        for number in watched { signal(number, number == SIGHUP ? SIG_IGN : SIG_DFL) }
        Glibc.close(readEnd)
        Glibc.close(writeEnd)
        (readEnd, writeEnd) = (-1, -1)
    }
}
