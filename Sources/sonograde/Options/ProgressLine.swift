import Foundation
import Glibc

/// One line on stderr that says how far long work has come; only where stderr is a terminal.
final class ProgressLine: @unchecked Sendable {
    // A lock guards all that changes: events come from worker threads.
    private let lock = NSLock()
    private let isShown: Bool
    private let noun: String
    private let started = Date()
    private var total: Int?
    private var done = 0
    private var lastShown = Date.distantPast

    /// A line for work counted in `noun`s, of which there are `total` as far as is known.
    init(_ noun: String, total: Int? = nil) {
        self.noun = noun
        self.total = total
        isShown = isatty(STDERR_FILENO) == 1
    }

    /// Says that there is more to do than was known.
    func add(total more: Int) { lock.withLock { total = (total ?? 0) + more } }

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
            show()
        }
    }

    /// Wipes the line away, so that another can be written.
    func clear() {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }

    private func show() {
        let now = Date()
        guard isShown, now.timeIntervalSince(lastShown) >= 0.1 else { return }
        lastShown = now
        let seconds = max(now.timeIntervalSince(started), 0.001)
        let rate = Double(done) / seconds
        var text = "\(done)"
        if let total { text += " / \(total)" }
        text += " \(noun) · \(rate < 10 ? String(format: "%.1f", rate) : String(Int(rate)))/s"
        if let total, rate > 0, total > done { text += " · \(Self.duration(Double(total - done) / rate)) left" }
        FileHandle.standardError.write(Data("\r\(text)\u{1B}[K".utf8))
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
