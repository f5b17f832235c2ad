internal import Glibc
internal import Store
internal import Synchronization

/// The inbox's edges: what had to stay, what belongs to no exam, and folders that are empty.
extension Watcher {
    /// Tries once more, at the start, to remove or read what had to stay.
    func retryLeft() throws {
        let gone = try room.store.leftFiles().filter { left in
            let path = room.inbox.appending(left.file.path.bytes)
            guard case .success(let state) = FileState.look(at: path) else { return true }
            let isSame =
                state.inode == left.file.inode && state.size == left.file.size
                && state.modified == left.file.modifiedNanoseconds
            return !isSame || path.parent.withCPath { access($0, W_OK) } == 0
        }
        try room.store.forgetLeft(paths: gone.map(\.file.path))
    }

    func quarantineStrays(
        _ listing: InboxListing,
        left: Set<InboxFile>,
        memory: SweepMemory,
        at now: Int64,
        next: inout Int64
    ) throws -> Int {
        var open = 0
        for file in listing.strays {
            let inboxFile = InboxFile(
                path: file.path,
                institution: nil,
                folder: nil,
                device: file.state.device,
                inode: file.state.inode,
                size: file.state.size,
                modifiedNanoseconds: file.state.modified
            )
            if left.contains(inboxFile) { continue }
            let rested = memory[file]?.restedNanoseconds(at: now) ?? 0
            let due = now + Int64(room.settings.settleSeconds * 1e9) - rested
            guard due <= now else {
                open += 1
                next = min(next, due)
                continue
            }
            try StrayTaking(room: room).take(file, as: inboxFile)
            shared.withLock { $0.hasRemarks = true }
        }
        return open
    }

    func nameOddities(_ listing: InboxListing, named: inout Set<FileName>) {
        for oddity in listing.oddities where named.insert(oddity.path).inserted {
            shared.withLock { $0.hasRemarks = true }
            room.tell(.left(path: oddity.path.display, message: oddity.message))
        }
    }

    /// Removes an exam's folders when they have been empty for `settle`; what still holds something stays.
    func removeEmptied(_ exam: InboxListing.Exam, at now: Int64) {
        shared.withLock { _ = $0.waits.removeValue(forKey: exam.key) }
        let rest = Int64(room.settings.settleSeconds * 1e9)
        guard exam.folders.allSatisfy({ now - $0.modified >= rest }) else { return }
        for folder in exam.folders.reversed() { _ = folder.path.withCPath { rmdir($0) } }
    }
}
