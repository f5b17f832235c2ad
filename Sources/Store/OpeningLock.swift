import Glibc

/// Keeps two processes from opening a home's store at the same moment, one of which may be making it.
///
/// An advisory lock (flock) on `.store.lock`, held only while a store is opened; the kernel gives it back however the
/// process ends. Readers share it, so they never look at a schema that is half made.
struct OpeningLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the lock; goes without one where the home cannot be written to, since then nobody makes a store there.
    init(home: String, for access: Store.Access) {
        descriptor = open(home + "/.store.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { return }
        while flock(descriptor, access == .writing ? LOCK_EX : LOCK_SH) != 0, errno == EINTR {}
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
