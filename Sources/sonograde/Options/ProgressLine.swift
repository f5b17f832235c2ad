import Foundation
import Glibc

/// One line on stderr that says how far long work has come; only where stderr is a terminal.
final class ProgressLine: @unchecked Sendable {
    // A lock guards all that changes: events come from worker threads.
    private let lock = NSLock()
    private let isShown: Bool
    private let noun: String
    private var started = Date()
    private var total: Int?
    private var done = 0
    private var lastShown = Date.distantPast
    private var isOnScreen = false

    /// A line for work counted in `noun`s, of which there are `total` as far as is known.
    ///
    /// - Parameter isShown: false where the results themselves appear on the terminal and are progress enough.
    init(_ noun: String, total: Int? = nil, isShown: Bool = true) {
        self.noun = noun
        self.total = total
        self.isShown = isShown && isatty(STDERR_FILENO) == 1
    }

    /// Says that there is more to do than was known; after a rest the count begins anew.
    func add(total more: Int) {
        lock.withLock {
            if let total, done >= total {
                (self.total, done, started) = (more, 0, Date())
            } else {
                total = (total ?? 0) + more
            }
        }
    }

    /// Says how many are done by now; shown at most ten times a second.
    func update(done: Int) {
        lock.withLock {
            self.done = done
            show()
        }
    }

    /// Says that one more is done.
    func step() {
        lock.withLock {
            done += 1
            if let total, done >= total { wipe() } else { show() }
        }
    }

    /// Wipes the line away, so that another can be written.
    func clear() { lock.withLock { wipe() } }

    private func wipe() {
        guard isOnScreen else { return }
        isOnScreen = false
        Terminal.writeError("\r\u{1B}[K")
    }

    private func show() {
        let now = Date()
        // The line is drawn again at once after something else was written.
        guard isShown, !isOnScreen || now.timeIntervalSince(lastShown) >= 0.1 else { return }
        lastShown = now
        let seconds = max(now.timeIntervalSince(started), 0.001)
        let rate = Double(done) / seconds
        var text = "\(done)"
        if let total { text += " / \(total)" }
        text += " \(noun) · \(rate < 10 ? String(format: "%.1f", rate) : String(Int(rate)))/s"
        if let total, rate > 0, total > done { text += " · \(Self.duration(Double(total - done) / rate)) left" }
        isOnScreen = true
        Terminal.writeError("\r\(text)\u{1B}[K")
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
