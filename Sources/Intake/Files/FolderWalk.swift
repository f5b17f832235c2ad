internal import Glibc

/// Everything below a folder, in byte order of the path, without following links or opening anything.
///
/// Depth-first and lazy: what is in memory is one listing a level, so 100,000 files cost what the largest folder costs.
/// readdir and fstatat: Foundation's directory listing was measured at forty times their cost.
package struct FolderWalk: Sequence, IteratorProtocol {
    /// What one entry is.
    package enum Entry: Sendable {
        /// A regular file with a name that is not ignored.
        case file(RawPath, FileState)
        /// A folder; what is in it follows.
        case folder(RawPath, FileState)
        /// A regular file whose name is one of `IgnoredNames`.
        case ignored(RawPath)
        /// A link, pipe, socket or device; never opened.
        case special(RawPath, FileState)
        /// A folder or file that cannot be looked at, with errno.
        case failed(RawPath, Int32)
    }

    private struct Level {
        var path: RawPath
        /// Names that are still to come, the next one last.
        var names: [[UInt8]]
    }

    private var levels: [Level] = []
    private var pending: [Entry] = []

    /// A walk of what is below `root`; `root` itself is not among the entries unless it cannot be read.
    package init(root: RawPath) { enter(root, links: 0) }

    package mutating func next() -> Entry? {
        if let entry = pending.popLast() { return entry }
        while let level = levels.indices.last {
            guard let name = levels[level].names.popLast() else {
                levels.removeLast()
                continue
            }
            let path = levels[level].path.appending(name)
            switch FileState.look(at: path) {
            case .failure(let failure):
                // Gone since the listing: nothing to say.
                if failure.number == ENOENT { continue }
                return .failed(path, failure.number)
            case .success(let state):
                switch state.kind {
                case .regular: return IgnoredNames.contains(name) ? .ignored(path) : .file(path, state)
                case .folder:
                    // Between the look and now, a folder may have been replaced by a link that leads elsewhere.
                    enter(path, links: O_NOFOLLOW)
                    return .folder(path, state)
                case .other: return .special(path, state)
                }
            }
        }
        return nil
    }

    /// Lists a folder as the next level; `links` is `O_NOFOLLOW`, or 0 for the root, which may be a link.
    private mutating func enter(_ path: RawPath, links: Int32) {
        let descriptor = path.withCPath { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | links) }
        guard descriptor >= 0 else {
            if errno != ENOENT { pending.append(.failed(path, errno)) }
            return
        }
        guard let directory = fdopendir(descriptor) else {
            pending.append(.failed(path, errno))
            close(descriptor)
            return
        }
        defer { closedir(directory) }
        var keyed: [(name: [UInt8], key: [UInt8])] = []
        while true {
            errno = 0
            guard let entry = readdir(directory) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
            // What is in `a/` comes behind `a.png`: a folder sorts as if its slash were part of its name.
            let isFolder = Self.isFolder(type: entry.pointee.d_type, at: path, name)
            keyed.append((name, isFolder ? name + [UInt8(ascii: "/")] : name))
        }
        // readdir returns nil at the end and on failure alike; only errno tells a cut listing from a whole one.
        if errno != 0 { pending.append(.failed(path, errno)) }
        keyed.sort { $1.key.lexicographicallyPrecedes($0.key) }
        levels.append(Level(path: path, names: keyed.map(\.name)))
    }

    private static func isFolder(type: UInt8, at path: RawPath, _ name: [UInt8]) -> Bool {
        if Int(type) != DT_UNKNOWN { return Int(type) == DT_DIR }
        guard case .success(let state) = FileState.look(at: path.appending(name)) else { return false }
        return state.kind == .folder
    }
}

/// What `lstat` says of a file.
package struct FileState: Sendable, Hashable {
    /// The kinds that are told apart.
    package enum Kind: Sendable { case regular, folder, other }

    package var kind: Kind
    package var device: UInt64
    package var inode: UInt64
    /// Bytes.
    package var size: Int64
    /// Modification time, nanoseconds since 1970.
    package var modified: Int64

    /// An error number of the system.
    package struct Failure: Error { package let number: Int32 }

    /// Looks at a path without following a link.
    package static func look(at path: RawPath) -> Result<FileState, Failure> {
        var info = stat()
        guard path.withCPath({ lstat($0, &info) }) == 0 else { return .failure(Failure(number: errno)) }
        return .success(FileState(info))
    }

    /// Looks at an open file.
    package static func look(at descriptor: Int32) -> Result<FileState, Failure> {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return .failure(Failure(number: errno)) }
        return .success(FileState(info))
    }

    private init(_ info: stat) {
        switch info.st_mode & S_IFMT {
        case S_IFREG: kind = .regular
        case S_IFDIR: kind = .folder
        default: kind = .other
        }
        device = UInt64(info.st_dev)
        inode = UInt64(info.st_ino)
        size = Int64(info.st_size)
        modified = Int64(info.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(info.st_mtim.tv_nsec)
    }
}

/// Names that are nobody's images: unfinished copies and what desktops leave behind (contract).
package enum IgnoredNames {
    private static let endings = [".part", ".tmp", ".crdownload", "~"].map { Array($0.utf8) }
    private static let names = ["thumbs.db", "desktop.ini", ".ds_store", "dicomdir"].map { Array($0.utf8) }

    /// Whether a file of this name is left alone; letter case does not matter.
    package static func contains(_ name: [UInt8]) -> Bool {
        let lowered = name.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
        return names.contains(lowered)
            || endings.contains { lowered.count > $0.count && lowered.suffix($0.count).elementsEqual($0) }
    }
}
