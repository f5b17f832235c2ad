internal import Glibc

/// The files that paths on a command line mean: a file itself, or every regular file below a folder.
///
/// Lazy and in byte order within each argument; nothing is opened. Ignored names are counted, not listed, unless the
/// file itself was named.
package struct NamedFiles: Sequence, IteratorProtocol {
    /// One file to look at.
    package struct File: Sendable {
        package var path: RawPath
        /// Whether a person named this very path; then a link is followed.
        package var isNamed: Bool
        /// Why a folder below the path, or the path itself, could not be looked at; 0 when it could.
        package var failure: Int32 = 0
    }

    private var arguments: ArraySlice<RawPath>
    private var walk: FolderWalk?
    /// How many names were ignored so far.
    package private(set) var ignoredCount = 0
    /// Links, pipes and devices inside folders, which are never opened.
    package private(set) var specialCount = 0

    /// The files that some paths mean.
    package init(_ arguments: [RawPath]) { self.arguments = arguments[...] }

    package mutating func next() -> File? {
        while true {
            while let entry = walk?.next() {
                switch entry {
                case .file(let path, _): return File(path: path, isNamed: false)
                case .failed(let path, let number): return File(path: path, isNamed: false, failure: number)
                case .ignored: ignoredCount += 1
                case .special: specialCount += 1
                case .folder: break
                }
            }
            walk = nil
            guard let argument = arguments.popFirst() else { return nil }
            var info = stat()
            guard argument.withCPath({ stat($0, &info) }) == 0 else {
                return File(path: argument, isNamed: true, failure: errno)
            }
            if info.st_mode & S_IFMT == S_IFDIR {
                walk = FolderWalk(root: argument)
            } else {
                return File(path: argument, isNamed: true)
            }
        }
    }
}
