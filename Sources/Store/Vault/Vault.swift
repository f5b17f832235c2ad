/// A copy in the home's `tmp/` with the digest of its bytes, not yet in the vault.
package struct VaultDraft: Sendable, Hashable {
    /// Absolute path of the temporary file.
    package var path: String
    /// SHA-256 of the bytes, hexadecimal.
    package var sha256: String
    /// Bytes.
    package var size: Int64
}

/// The originals of a home: `vault/ab/cd/<sha256>.<ext>`, read-only, written once.
///
/// A file appears under its name only when its bytes are on the disk: it is written in `tmp/` (the same file system),
/// synced, made read-only, renamed, and the folders are synced. Any number of threads may use one vault.
package struct Vault: Sendable {
    /// The home folder, absolute.
    package let home: String

    /// The vault of a home; touches nothing.
    package init(home: String) { self.home = home }

    /// Makes `vault/` and `tmp/` where they are missing.
    package func prepare() throws(StoreError) { throw .notYet }

    /// Removes what an earlier run left in `tmp/`; returns how many files. Only the home's one watcher may call it.
    @discardableResult
    package func clearTemporary() throws(StoreError) -> Int { throw .notYet }

    /// Copies an open file from its start to its end into `tmp/`, hashing on the way.
    ///
    /// Throws `diskFull` when the space ends, `refused` past `limit` bytes, and `failed` for what the source's `read`
    /// reports (`cause` has errno's words); the temporary file is gone then.
    package func copyIn(from descriptor: Int32, limit: Int64 = .max) throws(StoreError) -> VaultDraft {
        throw .notYet
    }

    /// Puts bytes that are in memory into `tmp/`.
    package func copyIn(bytes: borrowing Span<UInt8>) throws(StoreError) -> VaultDraft { throw .notYet }

    /// Moves drafts into the vault; each folder is synced once. Returns the extensions they have there, in order.
    ///
    /// Bytes that are there already (under any extension) stay as they are, and the draft is dropped. The wished
    /// extension is lower-cased; anything but 1 to 5 ASCII letters and digits becomes `bin`.
    package func adopt(_ drafts: [(draft: VaultDraft, fileExtension: String)]) throws(StoreError) -> [String] {
        throw .notYet
    }

    /// Removes a draft that is not wanted.
    package func drop(_ draft: VaultDraft) { }

    /// The absolute path of an original; nil when it is not there.
    package func path(sha256: String) throws(StoreError) -> String? { throw .notYet }

    /// A descriptor open for reading on an original, which the caller closes. Throws `notFound`.
    package func open(sha256: String) throws(StoreError) -> Int32 { throw .notYet }

    /// Whether the stored bytes still hash to their name. Throws `notFound`.
    package func verify(sha256: String) throws(StoreError) -> Bool { throw .notYet }
}
