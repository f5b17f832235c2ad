import Foundation
import Glibc

/// The built program on a terminal of its own, which the test looks at and types into.
final class PseudoTerminal {
    struct NothingCame: Error, CustomStringConvertible {
        let description: String
    }

    private let master: Int32
    private let slave: Int32
    private let process = Process()
    /// All that the program has written and nobody has waited for yet.
    private(set) var output = ""
    private var isOpen = true

    /// Starts the program on a terminal of a size.
    init(_ arguments: [String], columns: UInt16, rows: UInt16, environment: [String: String] = [:]) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&master, &slave, nil, nil, &size) == 0 else {
            throw NothingCame(description: "no pseudo-terminal")
        }
        (self.master, self.slave) = (master, slave)
        for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = arguments
        let terminal = ["TERM": "xterm-256color", "COLORTERM": "truecolor"]
        process.environment = ProcessInfo.processInfo.environment
            .filter { !["TMUX", "STY", "NO_COLOR"].contains($0.key) }
            .merging(terminal) { _, new in new }
            .merging(environment) { _, new in new }
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        if isOpen { close(master) }
        close(slave)
    }

    /// Types; each call is one write.
    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        // The program has no controlling terminal here, so nobody else tells it.
        send(SIGWINCH)
    }

    /// Takes the terminal away, as a closed window does.
    func hangUp() {
        isOpen = false
        close(master)
        send(SIGHUP)
    }

    /// Whether keys come line by line and are echoed, as a shell needs it.
    var isAsShellNeedsIt: Bool {
        var settings = termios()
        guard tcgetattr(slave, &settings) == 0 else { return false }
        let wanted = tcflag_t(ICANON | ECHO | ISIG)
        return settings.c_lflag & wanted == wanted
    }

    /// Reads until a text has come and everything that was drawn with it; what came after it is left for the next wait.
    ///
    /// - Throws: what came instead, after a minute of waiting: the test then fails, however slow the machine.
    @discardableResult
    func wait(for text: String) throws -> String {
        let deadline = Date(timeIntervalSinceNow: 60)
        while true {
            // A screen is whole where the terminal is told so.
            if let found = output.range(of: text),
                let end = output.range(of: "\u{1B}[?2026l", range: found.upperBound..<output.endIndex)
            {
                let seen = String(output[..<end.upperBound])
                output = String(output[end.upperBound...])
                return seen
            }
            guard Date() < deadline, read(milliseconds: 1000) else {
                throw NothingCame(description: "waited for “\(text)”, came: \(output.suffix(2000))")
            }
        }
    }

    /// Reads to the program's end.
    ///
    /// - Returns: everything since the last wait, and the exit status.
    func finish() throws -> (output: String, status: Int32) {
        let deadline = Date(timeIntervalSinceNow: 60)
        while process.isRunning {
            guard Date() < deadline else { throw NothingCame(description: "the program does not end: \(output)") }
            if isOpen { _ = read(milliseconds: 50) } else { usleep(50_000) }
        }
        while isOpen, read(milliseconds: 100, isPatient: false) {}
        return (
            output, process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        )
    }

    private var pending: [UInt8] = []

    /// Takes what came; false when nothing can come any more, or nothing came and nobody wants to wait.
    private func read(milliseconds: Int32, isPatient: Bool = true) -> Bool {
        var list = [pollfd(fd: master, events: Int16(POLLIN), revents: 0)]
        guard poll(&list, 1, milliseconds) > 0 else { return isPatient && process.isRunning }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(master, &bytes, bytes.count)
        guard count > 0 else { return false }
        pending += bytes.prefix(count)
        // A character may be split over two reads.
        var whole = pending.count
        while whole > 0, String(validating: pending[..<whole], as: UTF8.self) == nil, pending.count - whole < 4 {
            whole -= 1
        }
        output += String(decoding: pending[..<whole], as: UTF8.self)
        pending.removeFirst(whole)
        return true
    }
}
