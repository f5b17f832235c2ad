internal import Foundation
internal import Glibc
package import Store

/// Looks a home over: folders, permissions, disk, locks, settings, files that stay in the inbox.
package enum HomeCheck {
    /// One thing looked at.
    package struct Result: Sendable {
        /// How it is.
        package enum Verdict: String, Sendable { case good, remark, bad }

        package let verdict: Verdict
        /// What was looked at, one or two words.
        package let subject: String
        /// What was found and, where it is not good, what to do.
        package let message: String

        /// One line of what a doctor says.
        package init(verdict: Verdict, subject: String, message: String) {
            self.verdict = verdict
            self.subject = subject
            self.message = message
        }
    }

    /// Free space under which a home is called short of it: 1 GiB.
    package static let leastFreeBytes: UInt64 = 1 << 30

    /// Everything that can be seen without the store.
    package static func look(at home: Home) -> [Result] {
        folders(home) + [space(home), settings(home), lock(home), notices()]
    }

    /// What the store says of the inbox.
    package static func look(at store: Store, now: Timestamp) throws -> [Result] {
        var results: [Result] = []
        results.append(Result(verdict: .good, subject: "store", message: "schema version \(try store.schemaVersion)"))
        for left in try store.leftFiles() {
            results.append(
                Result(verdict: .remark, subject: "inbox", message: "\(left.file.path.display): \(left.message)")
            )
        }
        let counts = try store.statusCounts()
        if counts.quarantineOpen > 0 {
            results.append(
                Result(
                    verdict: .remark,
                    subject: "quarantine",
                    message: "\(counts.quarantineOpen) open; see: sonograde quarantine list"
                )
            )
        }
        if let oldest = counts.oldestWaiting, now.milliseconds - oldest.milliseconds > 3_600_000 {
            results.append(
                Result(
                    verdict: .bad,
                    subject: "answers",
                    message: "an exam waits for its answer since \(oldest.text); is a watcher running?"
                )
            )
        }
        return results
    }

    private static func folders(_ home: Home) -> [Result] {
        home.folders.map { folder in
            guard access(folder.path, F_OK) == 0 else {
                return Result(
                    verdict: .bad,
                    subject: "folder",
                    message: "\(folder.path) is missing; watch makes it anew"
                )
            }
            guard access(folder.path, R_OK | W_OK | X_OK) == 0 else {
                return Result(
                    verdict: folder.path == home.inbox ? .remark : .bad,
                    subject: "folder",
                    message: "\(folder.path) may not be read or written (\(IntakeError.words(errno)))"
                )
            }
            var info = stat()
            stat(folder.path, &info)
            if folder.path == home.keys, info.st_mode & 0o077 != 0 {
                return Result(
                    verdict: .bad,
                    subject: "folder",
                    message: "\(folder.path) is open to others; run: chmod 700 \(folder.path)"
                )
            }
            return Result(verdict: .good, subject: "folder", message: folder.path)
        }
    }

    private static func space(_ home: Home) -> Result {
        var info = statvfs()
        guard statvfs(home.path, &info) == 0 else {
            return Result(verdict: .bad, subject: "disk", message: IntakeError.words(errno))
        }
        let free = UInt64(info.f_bavail) * UInt64(info.f_frsize)
        let gibibytes = Double(free) / Double(1 << 30)
        let text = "\((gibibytes * 10).rounded() / 10) GiB free, \(info.f_favail) files more possible"
        let isEnough = free >= leastFreeBytes && info.f_favail >= 10_000
        return Result(
            verdict: isEnough ? .good : .bad,
            subject: "disk",
            message: isEnough ? text : text + ": make room"
        )
    }

    private static func settings(_ home: Home) -> Result {
        do {
            _ = try home.settings()
            return Result(verdict: .good, subject: "settings", message: "all allowed")
        } catch {
            return Result(verdict: .bad, subject: "settings", message: "\(error)")
        }
    }

    private static func lock(_ home: Home) -> Result {
        guard HomeLock.isHeld(home: home) else {
            return Result(verdict: .good, subject: "watcher", message: "none is running")
        }
        let holder = HomeLock.holder(of: home).map { "process \($0)" } ?? "a process"
        return Result(verdict: .good, subject: "watcher", message: "\(holder) watches this home")
    }

    private static func notices() -> Result {
        ChangeNotices() == nil
            ? Result(
                verdict: .remark,
                subject: "notices",
                message: "the kernel has none to give; only the sweep sees changes"
            )
            : Result(verdict: .good, subject: "notices", message: "the kernel reports changes in the inbox")
    }
}
