import Digests
import Glibc
import Synchronization

/// The originals of a home: `vault/ab/cd/<sha256>.<ext>`, read-only, written once.
///
/// A file appears under its name only when its bytes are on the disk: it is written in `tmp/` (the same file system),
/// synced, made read-only, renamed, and the folders are synced. Any number of threads may use one vault.
package struct Vault: Sendable {
    /// The home folder, absolute.
    package let home: String

    var originals: String { home + "/vault" }
    var temporaries: String { home + "/tmp" }

    /// The vault of a home; touches nothing.
    package init(home: String) { self.home = home }

    /// Makes `vault/` and `tmp/` where they are missing.
    package func prepare() throws(StoreError) {
        for folder in [originals, temporaries] { try makeFolder(folder) }
        try DurableFile.syncFolder(home)
    }

    /// Removes what an earlier run left in `tmp/`; returns how many files.
    ///
    /// Only the home's one watcher may call it.
    @discardableResult
    package func clearTemporary() throws(StoreError) -> Int {
        var removed = 0
        for name in try Self.names(in: temporaries) {
            let path = temporaries + "/" + name
            if unlink(path) == 0 {
                removed += 1
            } else if errno != ENOENT, errno != EISDIR {
                throw .system("cannot be removed", path)
            }
        }
        return removed
    }

    /// The absolute path of an original; nil when it is not there.
    package func path(sha256: String) throws(StoreError) -> String? {
        guard Self.isDigest(sha256) else {
            throw StoreError(code: .refused, message: "this is no SHA-256 in hexadecimal", identity: sha256)
        }
        let folder = self.folder(sha256)
        let names: [String]
        do { names = try Self.names(in: folder) } catch {
            if error.code == .notFound { return nil }
            throw error
        }
        // The first in byte order, should a race have stored the bytes under two extensions.
        return names.filter { $0.hasPrefix(sha256 + ".") }.min().map { folder + "/" + $0 }
    }

    /// A descriptor open for reading on an original, which the caller closes.
    ///
    /// Throws `notFound`.
    package func open(sha256: String) throws(StoreError) -> Int32 {
        guard let path = try path(sha256: sha256) else {
            throw StoreError(code: .notFound, message: "the vault has no such original", identity: sha256)
        }
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .system("cannot be opened", path) }
        return descriptor
    }

    /// Whether the stored bytes still hash to their name.
    ///
    /// Throws `notFound`.
    package func verify(sha256: String) throws(StoreError) -> Bool {
        let descriptor = try open(sha256: sha256)
        defer { Glibc.close(descriptor) }
        return try FileDigest.digest(of: descriptor, identity: sha256).sha256 == sha256
    }

    func folder(_ sha256: String) -> String {
        originals + "/" + sha256.prefix(2) + "/" + sha256.dropFirst(2).prefix(2)
    }

    func makeFolder(_ path: String) throws(StoreError) {
        guard mkdir(path, 0o750) == 0 || errno == EEXIST else { throw .system("cannot be made", path) }
    }

    /// The extension a file gets: 1 to 5 ASCII letters and digits in lower case, else `bin`.
    static func storedExtension(_ wish: String) -> String {
        let wish = wish.lowercased()
        let fits =
            (1...5).contains(wish.utf8.count)
            && wish.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
        return fits ? wish : "bin"
    }

    static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
    }

    /// The plain names in a folder, `.` and `..` left out.
    private static func names(in folder: String) throws(StoreError) -> [String] {
        guard let stream = opendir(folder) else { throw .system("cannot be listed", folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw .system("cannot be listed", folder) }
                return names
            }
            // Names that are not UTF-8 are none of ours; their bytes would not survive a String.
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                String(validating: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let name, name != ".", name != ".." { names.append(name) }
        }
    }
}
