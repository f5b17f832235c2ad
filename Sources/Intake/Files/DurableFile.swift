internal import Glibc

/// Writing a file so that it is there whole or not at all, whatever happens meanwhile.
package enum DurableFile {
    /// Writes bytes under a temporary name in the same folder, syncs, and renames.
    ///
    /// The caller syncs the folder once it is done with it (`syncFolder`).
    package static func write(_ bytes: [UInt8], to path: RawPath, mode: UInt32) throws(IntakeError) {
        let temporary = path.appendingSuffix(".tmp")
        let descriptor = temporary.withCPath { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode) }
        guard descriptor >= 0 else { throw .disk(temporary.display, errno) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw fail(descriptor, temporary) }
            rest = rest.dropFirst(count)
        }
        guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw fail(descriptor, temporary) }
        close(descriptor)
        guard temporary.withCPath({ from in path.withCPath { rename(from, $0) } }) == 0 else {
            throw .disk(path.display, errno)
        }
    }

    /// Makes a folder's names durable.
    package static func syncFolder(_ folder: RawPath) throws(IntakeError) {
        let descriptor = folder.withCPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .disk(folder.display, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .disk(folder.display, errno) }
    }

    private static func fail(_ descriptor: Int32, _ path: RawPath) -> IntakeError {
        let number = errno
        close(descriptor)
        _ = path.withCPath { unlink($0) }
        return .disk(path.display, number)
    }
}

extension RawPath {
    /// This path with more behind its last component: `x.jpg` → `x.jpg.reason.json`.
    func appendingSuffix(_ suffix: some StringProtocol) -> RawPath { RawPath(bytes: bytes + Array(suffix.utf8)) }
}
