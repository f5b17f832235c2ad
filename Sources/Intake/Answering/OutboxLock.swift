internal import Glibc

/// The right to write one exam's answer: at most one thread of one process has it.
///
/// A watcher answers, and so does whoever stores a reading. Under the lock the exam is read, its report written and
/// marked, so an older report never stands in a newer one's place.
///
/// An open-file-description lock on one byte of `.outbox.lock`, at the exam's number: exams don't wait for each other,
/// threads of one process do (each opens the file anew), and the kernel gives the byte back however the holder ends.
struct OutboxLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the lock.
    ///
    /// - Throws: `IntakeError` with code `disk` when the lock file cannot be made, opened or locked.
    init(home: Home, exam: Int64) throws(IntakeError) {
        // Whoever may write in the home may wait here too.
        let mode = RawPath(home.path).sharing(0o640)
        let descriptor = open(home.outboxLockFile, O_RDWR | O_CREAT | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .disk(home.outboxLockFile, errno) }
        // What the umask took; refused to all but the file's owner, who was there first.
        if mode & 0o020 != 0 { fchmod(descriptor, mode) }
        var byte = flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: Int(exam), l_len: 1, l_pid: 0)
        while fcntl(descriptor, Self.waitForLock, &byte) != 0 {
            let number = errno
            if number == EINTR { continue }
            close(descriptor)
            throw .disk(home.outboxLockFile, number)
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Linux's `F_OFD_SETLKW`, which Swift's view of the C library leaves out.
    private static let waitForLock: Int32 = 38
}

extension RawPath {
    /// A mode, writable for the group as well where this folder is: a home that several users of the system work in.
    func sharing(_ mode: mode_t) -> mode_t {
        var info = stat()
        guard withCPath({ stat($0, &info) }) == 0, info.st_mode & 0o020 != 0 else { return mode }
        return mode | 0o020
    }
}
