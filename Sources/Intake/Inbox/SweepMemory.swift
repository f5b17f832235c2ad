internal import Store

/// What the sweeps remember of files from one to the next: since when each has been as it is.
package struct SweepMemory: Sendable {
    private var seen: [FileName: Settling.Seen] = [:]

    /// Nothing seen yet.
    package init() {}

    /// Takes a listing in and forgets what is gone.
    package mutating func update(with listing: InboxListing, at now: Int64) {
        var next: [FileName: Settling.Seen] = [:]
        for file in listing.exams.lazy.flatMap(\.files) { next[file.path] = look(at: file, now) }
        for file in listing.strays { next[file.path] = look(at: file, now) }
        seen = next
    }

    /// What is known of a file of the last listing.
    package subscript(_ file: InboxListing.File) -> Settling.Seen? { seen[file.path] }

    private func look(at file: InboxListing.File, _ now: Int64) -> Settling.Seen {
        let state = Settling.Seen(
            device: file.state.device,
            inode: file.state.inode,
            size: file.state.size,
            modified: file.state.modified,
            firstSeen: now
        )
        guard let before = seen[file.path], state.isUnchanged(from: before) else { return state }
        return before
    }
}
