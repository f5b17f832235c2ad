import Glibc
import Intake

/// Writing to the two streams.
enum Terminal {
    /// Makes both streams safe to write to: call it before anything else.
    ///
    /// A reader that goes away is an error to look at, not a signal that kills a watcher. A stream that the caller
    /// closed is taken by /dev/null, so that no file opened later gets its number and is written into.
    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        for (stream, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
        where fcntl(stream, F_GETFD) < 0 && errno == EBADF {
            // Descriptors are given out from the lowest: this one gets the number that is free. A closed stdout opened
            // for reading refuses what is written to it, which is said, as a full disk is.
            _ = open("/dev/null", mode)
        }
    }

    /// Columns of the terminal that stdout is; nil where it is a file, a pipe, or a terminal that does not say.
    static var columns: Int? {
        var window = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0
        else { return nil }
        return Int(window.ws_col)
    }

    /// Writes bytes to stdout.
    ///
    /// A reader that went away ends the program quietly; any other failure ends it with 74 and says so.
    static func write(_ bytes: [UInt8]) {
        let failure = write(bytes, to: STDOUT_FILENO)
        if failure == 0 { return }
        // Workers may still be decoding: exit handlers would take the ground from under them. Nothing is buffered here.
        if failure == EPIPE { _exit(ExitStatus.done.rawValue) }
        remark("sonograde: the output could not be written: \(IntakeError.words(failure))")
        _exit(ExitStatus.diskOrStore.rawValue)
    }

    /// Writes text to stdout.
    static func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes a line to stdout.
    static func line(_ text: String) { write(text + "\n") }

    /// Writes a line to stderr; whether anybody reads it changes nothing.
    static func remark(_ text: String) { writeError(text.shown + "\n") }

    /// Writes text to stderr as it is.
    static func writeError(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

    /// Writes all bytes; the error number of what stopped it, or 0.
    private static func write(_ bytes: [UInt8], to stream: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(stream, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: stream, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}

extension String {
    /// The text as a terminal may show it on one line: control characters of a file's name are spelt out.
    var shown: String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return self }
        return String(
            unicodeScalars.map { scalar in
                switch scalar {
                case _ where scalar.properties.generalCategory != .control: String(scalar)
                case "\n": "\\n"
                case "\r": "\\r"
                case "\t": "\\t"
                default: "\\u{\(String(scalar.value, radix: 16))}"
                }
            }
            .joined()
        )
    }

    /// The text with spaces up to a width; never shortened.
    func padded(to width: Int) -> String {
        count >= width ? self : self + String(repeating: " ", count: width - count)
    }

    /// This number with its noun, which gets its s where it is not one.
    static func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
