internal import Glibc

/// The right to watch a home: at most one process has it.
///
/// An advisory lock (flock) on `.watch.lock`; the kernel releases it however the process ends, so no stale lock can be
/// left behind. The file names the holder's process for people.
package final class HomeLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: `IntakeError` with code `locked` when another process holds it, `disk` when the file cannot be written.
    package init(home: Home) throws(IntakeError) {
        let descriptor = open(home.lockFile, O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { throw .disk(home.lockFile, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(of: home).map { " (process \($0))" } ?? ""
            close(descriptor)
            throw IntakeError(
                code: .locked,
                message: "another watcher\(holder) holds this home; stop it first",
                identity: home.path
            )
        }
        self.descriptor = descriptor
        ftruncate(descriptor, 0)
        let text = Array("\(getpid())\n".utf8)
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit { close(descriptor) }

    /// Whether some process holds the lock now.
    package static func isHeld(home: Home) -> Bool {
        let descriptor = open(home.lockFile, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { return true }
        flock(descriptor, LOCK_UN)
        return false
    }

    /// The process id that the lock file names.
    package static func holder(of home: Home) -> Int? {
        let descriptor = open(home.lockFile, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = read(descriptor, &bytes, 32)
        guard count > 0 else { return nil }
        return Int(String(decoding: bytes.prefix(count), as: UTF8.self).split(whereSeparator: \.isNewline).first ?? "")
    }
}
