import Digests
import Glibc
import Synchronization

/// A copy in the home's `tmp/` with the digest of its bytes, not yet in the vault.
package struct VaultDraft: Sendable, Hashable {
    /// Absolute path of the temporary file.
    package var path: String
    /// SHA-256 of the bytes, hexadecimal.
    package var sha256: String
    /// Bytes.
    package var size: Int64
}

/// Numbers that tell the temporary files of one process apart.
private let draftNumber = Atomic<UInt64>(0)

extension Vault {
    /// Copies an open file from its start to its end into `tmp/`, hashing on the way.
    ///
    /// Throws `diskFull` when the space ends, `refused` past `limit` bytes, and `failed` for what the source's `read`
    /// reports (`cause` has errno's words); the temporary file is gone then.
    package func copyIn(from source: Int32, limit: Int64 = .max) throws(StoreError) -> VaultDraft {
        try draft { (descriptor, path) throws(StoreError) in
            try FileDigest.digest(of: source, limit: limit, identity: path) { (bytes) throws(StoreError) in
                try DurableFile.write(bytes, to: descriptor, path: path)
            }
        }
    }

    /// Puts bytes that are in memory into `tmp/`.
    package func copyIn(bytes: [UInt8]) throws(StoreError) -> VaultDraft {
        try draft { (descriptor, path) throws(StoreError) in
            try DurableFile.write(bytes.span.bytes, to: descriptor, path: path)
            do throws(DigestError) {
                return (try SHA256.digest(of: bytes).hex, Int64(bytes.count))
            } catch { throw StoreError(error, identity: path) }
        }
    }

    /// Moves drafts into the vault; each folder is synced once.
    ///
    /// Returns the extensions they have there, in order.
    ///
    /// Bytes that are there already (under any extension) stay as they are, and the draft is dropped. The wished
    /// extension is lower-cased; anything but 1 to 5 ASCII letters and digits becomes `bin`.
    /// Throws `corrupt` where the vault has another number of bytes under that digest.
    package func adopt(_ drafts: [(draft: VaultDraft, fileExtension: String)]) throws(StoreError) -> [String] {
        var extensions: [String] = []
        var changedFolders: Set<String> = []
        for (draft, wish) in drafts {
            if let present = try path(sha256: draft.sha256) {
                try check(present, has: draft.size)
                drop(draft)
                extensions.append(String(present.dropFirst(folder(draft.sha256).count + 66)))
                // A run that was killed between rename and sync may have left the name to the page cache alone.
                changedFolders.insert(folder(draft.sha256))
                continue
            }
            let fileExtension = Self.storedExtension(wish)
            let folder = folder(draft.sha256)
            let parent = originals + "/" + draft.sha256.prefix(2)
            try makeFolder(parent)
            try makeFolder(folder)
            let target = "\(folder)/\(draft.sha256).\(fileExtension)"
            guard rename(draft.path, target) == 0 else { throw .system("cannot be moved into the vault", draft.path) }
            extensions.append(fileExtension)
            changedFolders.formUnion([folder, parent, originals])
        }
        for folder in changedFolders.sorted() { try DurableFile.syncFolder(folder) }
        return extensions
    }

    /// Removes a draft that is not wanted.
    package func drop(_ draft: VaultDraft) { unlink(draft.path) }

    /// Makes a temporary file, lets `fill` write it, brings it to the disk and makes it read-only.
    private func draft(
        _ fill: (Int32, String) throws(StoreError) -> (sha256: String, size: Int64)
    ) throws(StoreError) -> VaultDraft {
        let number = draftNumber.wrappingAdd(1, ordering: .relaxed).newValue
        let path = "\(temporaries)/\(getpid())-\(number).original"
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard descriptor >= 0 else { throw .system("cannot be made", path) }
        defer { Glibc.close(descriptor) }
        do throws(StoreError) {
            let (sha256, size) = try fill(descriptor, path)
            guard fchmod(descriptor, 0o440) == 0 else { throw .system("cannot be made read-only", path) }
            try DurableFile.sync(descriptor, path: path)
            return VaultDraft(path: path, sha256: sha256, size: size)
        } catch {
            unlink(path)
            throw error
        }
    }

    private func check(_ path: String, has size: Int64) throws(StoreError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .system("cannot be examined", path) }
        guard Int64(status.st_size) == size else {
            throw StoreError(
                code: .corrupt,
                message: "the vault's file has \(status.st_size) bytes instead of \(size); restore it",
                identity: path
            )
        }
    }
}

/// The digest of an open file in one pass.
enum FileDigest {
    /// Bytes read at a time.
    private static let pieceSize = 256 * 1024

    /// Reads a file from its start to its end; `each` is handed the bytes piece by piece.
    static func digest(
        of descriptor: Int32,
        limit: Int64 = .max,
        identity: String,
        each: (RawSpan) throws(StoreError) -> Void = { _ throws(StoreError) in }
    ) throws(StoreError) -> (sha256: String, size: Int64) {
        do {
            var hash = try SHA256()
            var size: Int64 = 0
            var buffer = [UInt8](repeating: 0, count: pieceSize)
            while true {
                let count = pread(descriptor, &buffer, buffer.count, off_t(size))
                if count < 0 {
                    if errno == EINTR { continue }
                    throw StoreError.system("the source cannot be read", identity)
                }
                if count == 0 { break }
                size += Int64(count)
                guard size <= limit else {
                    throw StoreError(
                        code: .refused,
                        message: "the file is larger than \(limit) bytes",
                        identity: identity
                    )
                }
                try each(buffer.span.bytes.extracting(first: count))
                try buffer.withUnsafeBytes { try hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            }
            return (try hash.finish().hex, size)
        } catch let error as DigestError {
            throw StoreError(error, identity: identity)
        } catch { throw StoreError(error) }
    }
}

extension StoreError {
    /// libcrypto's refusal as the room's error.
    init(_ error: DigestError, identity: String) {
        self.init(code: .failed, message: error.description, identity: identity)
    }
}
