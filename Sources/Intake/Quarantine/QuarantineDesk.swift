internal import Glibc
package import Store

/// What a person does with a quarantined file: puts it back into the inbox, or gives it up.
package struct QuarantineDesk: Sendable {
    private let home: Home
    private let store: Store

    /// A desk for a home.
    package init(home: Home, store: Store) {
        self.home = home
        self.store = store
    }

    /// Moves a file back to where it was dropped, so that it is taken again.
    ///
    /// - Throws: `IntakeError` with code `notFound` when the file or entry is gone, `disk` when it cannot be moved or
    ///   something else stands at its old place.
    package func retry(_ id: Int64, at now: Timestamp) throws {
        let entry = try store.quarantineEntry(id)
        let file = RawPath(home.path).appending(entry.path.bytes)
        let target = RawPath(home.inbox).appending(entry.originalPath.bytes)
        guard case .success = FileState.look(at: file) else {
            throw IntakeError(
                code: .notFound,
                message: "the file is not in quarantine any more",
                identity: file.display
            )
        }
        if case .success = FileState.look(at: target) {
            throw IntakeError(
                code: .disk,
                message: "another file stands in the inbox under that name; it is taken first",
                identity: target.display
            )
        }
        try makeFolders(target.parent)
        // Linked before it is unlinked: at no moment is the file nowhere.
        guard file.withCPath({ from in target.withCPath { link(from, $0) } }) == 0 else {
            throw IntakeError.disk(target.display, errno)
        }
        try DurableFile.syncFolder(target.parent)
        try store.markRetried(quarantine: id, at: now)
        remove(file)
    }

    /// Deletes a file; its entry and reason stay in the store.
    package func discard(_ id: Int64, at now: Timestamp) throws {
        let entry = try store.quarantineEntry(id)
        try store.markDiscarded(quarantine: id, at: now)
        remove(RawPath(home.path).appending(entry.path.bytes))
    }

    private func remove(_ file: RawPath) {
        _ = file.withCPath { unlink($0) }
        _ = file.appendingSuffix(".reason.json").withCPath { unlink($0) }
        // Emptied folders go; one that still holds something stays.
        let shelf = RawPath(home.quarantine)
        var folder = file.parent
        while folder != shelf, folder.bytes.count > shelf.bytes.count, folder.withCPath({ rmdir($0) }) == 0 {
            folder = folder.parent
        }
    }

    private func makeFolders(_ folder: RawPath) throws {
        if case .success(let state) = FileState.look(at: folder), state.kind == .folder { return }
        try makeFolders(folder.parent)
        guard folder.withCPath({ mkdir($0, 0o2770) }) == 0 || errno == EEXIST else {
            throw IntakeError.disk(folder.display, errno)
        }
    }
}
