import Glibc

/// Files that are there whole or not at all, whatever happens in between.
enum DurableFile {
    /// The bytes of a small file; nil when there is none.
    static func read(_ path: String, atMost limit: Int) throws(StoreError) -> [UInt8]? {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw .system("cannot be read", path)
        }
        defer { Glibc.close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= limit {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw .system("cannot be read", path)
            }
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return bytes
    }

    /// Writes a file anew: a temporary file beside it, synced, renamed over it, and the folder synced.
    static func replace(_ path: String, with bytes: [UInt8], folder: String) throws(StoreError) {
        let temporary = "\(path).\(getpid()).new"
        let descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .system("cannot be written", temporary) }
        do throws(StoreError) {
            try write(bytes.span.bytes, to: descriptor, path: temporary)
            try sync(descriptor, path: temporary)
            guard rename(temporary, path) == 0 else { throw .system("cannot be renamed", temporary) }
        } catch {
            Glibc.close(descriptor)
            unlink(temporary)
            throw error
        }
        Glibc.close(descriptor)
        try syncFolder(folder)
    }

    /// Writes all bytes.
    static func write(_ bytes: RawSpan, to descriptor: Int32, path: String) throws(StoreError) {
        var done = 0
        while done < bytes.byteCount {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system("cannot be written", path)
            }
            done += count
        }
    }

    /// Waits until a file's bytes are on the disk.
    static func sync(_ descriptor: Int32, path: String) throws(StoreError) {
        while fsync(descriptor) != 0 {
            guard errno == EINTR else { throw .system("cannot be brought to the disk", path) }
        }
    }

    /// Waits until a folder's names are on the disk.
    static func syncFolder(_ path: String) throws(StoreError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("cannot be opened", path) }
        defer { Glibc.close(descriptor) }
        try sync(descriptor, path: path)
    }

    /// Runs `body` while no other process does so for the same file, which others may replace in between.
    ///
    /// Without the file there is nothing to agree about, and `body` runs at once.
    static func withLock(on path: String, _ body: () throws(StoreError) -> Void) throws(StoreError) {
        while true {
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                guard errno == ENOENT else { throw .system("cannot be opened", path) }
                return try body()
            }
            defer { Glibc.close(descriptor) }
            while flock(descriptor, LOCK_EX) != 0 {
                guard errno == EINTR else { throw .system("cannot be locked", path) }
            }
            var locked = stat()
            var named = stat()
            guard fstat(descriptor, &locked) == 0 else { throw .system("cannot be examined", path) }
            // Whoever held the lock before may have put another file in its place; then that one is to be locked.
            guard stat(path, &named) == 0, named.st_ino == locked.st_ino, named.st_dev == locked.st_dev else {
                continue
            }
            return try body()
        }
    }
}

extension StoreError {
    /// What the system said about a file just now, by `errno`.
    static func system(_ what: String, _ path: String) -> StoreError {
        let number = errno
        let code: Code =
            switch number {
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case ENOENT: .notFound
            case EACCES, EPERM, EROFS: .cannotOpen
            default: .failed
            }
        let message = code == .diskFull ? "the disk is full or a size limit was hit; make room and start again" : what
        return StoreError(code: code, message: message, cause: String(cString: strerror(number)), identity: path)
    }
}
