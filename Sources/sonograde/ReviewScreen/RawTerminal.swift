import Foundation
import Glibc
import ReviewDesk
import TerminalPictures

/// The terminal while a review has it: keys one by one, a screen of its own, and everything as it was afterwards.
///
/// Whatever ends the program gives the terminal back: `restore`, and for a crash the handlers that `RescuedTerminal`
/// installs.
final class RawTerminal {
    /// The terminal cannot be written to any more.
    struct Gone: Error {}

    private var isActive = false

    /// Takes the terminal over.
    ///
    /// - Parameters:
    ///   - clearing: what takes pictures off the screen that are not part of its text.
    ///   - otherwise: how the same is done without keys.
    /// - Throws: exit 64 where it is none that can place text.
    init(
        clearing: [UInt8],
        otherwise: String = "give answers (--answer section=yes …) or --from FILE"
    ) throws(Failure) {
        let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
        guard !name.isEmpty, name != "dumb" else {
            throw Failure(
                .usage,
                "TERM=\(name) cannot place text; use another terminal, or \(otherwise)"
            )
        }
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else {
            throw Failure(.usage, "stdin is no terminal; \(otherwise)")
        }
        RescuedTerminal.remember(settings, clearing: clearing)
        settings.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON | ISTRIP)
        // Ctrl-C stays a signal, so that it works while something is decoded; the keys that suspend or dump are off.
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
        withUnsafeMutableBytes(of: &settings.c_cc) { keys in
            keys[Int(VMIN)] = 1
            keys[Int(VTIME)] = 0
            for key in [VSUSP, VQUIT] { keys[Int(key)] = 0 }
        }
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) == 0 else {
            throw Failure(.usage, "the terminal does not hand over single keys; give answers instead")
        }
        isActive = true
        // Another screen, cleared; no cursor, no wrapping at the edge, pastes marked as such.
        try? write(Array("\u{1B}[?1049h\u{1B}[2J\u{1B}[?25l\u{1B}[?7l\u{1B}[?2004h".utf8))
    }

    deinit { restore() }

    /// Gives the terminal back as it was; a second call does nothing.
    func restore() {
        guard isActive else { return }
        isActive = false
        RescuedTerminal.restore()
    }

    /// Columns and rows; 80 × 24 where nobody says.
    var size: ScreenSize {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return ScreenSize(columns: 80, rows: 24)
        }
        return ScreenSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// Pixels of a cell; the usual ones where the terminal does not say.
    var cell: TerminalPicture.Cell {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0,
            window.ws_xpixel > 0, window.ws_ypixel > 0
        else { return .usual }
        return TerminalPicture.Cell(
            width: Int(window.ws_xpixel) / Int(window.ws_col),
            height: Int(window.ws_ypixel) / Int(window.ws_row)
        )
    }

    /// Writes all bytes.
    func write(_ bytes: [UInt8]) throws(Gone) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                poll(&ready, 1, -1)
            } else if errno != EINTR {
                throw Gone()
            }
        }
    }

    /// Throws away what was typed and not yet read.
    func forgetTyped() { tcflush(STDIN_FILENO, TCIFLUSH) }
}

/// What gives the terminal back even from a crash: only calls that a signal handler may make.
enum RescuedTerminal {
    nonisolated(unsafe) private static var settings = termios()
    nonisolated(unsafe) private static var isHeld = false
    nonisolated(unsafe) private static var farewell = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
    /// Pastes and wrapping as usual, cursor back, the other screen left.
    private static let leaving = "\u{1B}[0m\u{1B}[?2026l\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

    /// Keeps the settings to go back to, and has a crash go back to them.
    static func remember(_ settings: termios, clearing: [UInt8]) {
        Self.settings = settings
        let bytes = clearing + Array(leaving.utf8)
        farewell.deallocate()
        farewell = .allocate(capacity: bytes.count)
        _ = farewell.initialize(from: bytes)
        isHeld = true
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                RescuedTerminal.restore()
                raise(number)
            }
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_NODEFER)
            sigaction(number, &action, nil)
        }
    }

    /// Gives the terminal back.
    static func restore() {
        guard isHeld else { return }
        isHeld = false
        _ = write(STDOUT_FILENO, farewell.baseAddress, farewell.count)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    }
}
