internal import Glibc
internal import Store

/// Takes a file that lies directly in the inbox: nobody's, so it goes to `quarantine/_unassigned/`.
struct StrayTaking: Sendable {
    let room: WorkRoom

    func take(_ file: InboxListing.File, as inboxFile: InboxFile) throws {
        let path = room.inbox.appending(file.path.bytes)
        let descriptor = path.withCPath { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard descriptor >= 0 else {
            return try leave(inboxFile, code: "permission", message: "cannot be read (\(IntakeError.words(errno)))")
        }
        defer { close(descriptor) }
        guard case .success(file.state) = FileState.look(at: descriptor) else { return }
        let draft = try room.vault.copyIn(from: descriptor)
        guard case .success(file.state) = FileState.look(at: descriptor) else { return room.vault.drop(draft) }
        let place = try QuarantineShelf(home: room.home).put(stray: file, draft: draft, at: room.now())
        _ = try room.store.quarantine(
            StrayFile(
                institution: nil,
                originalPath: file.path,
                place: place,
                sha256: draft.sha256,
                bytes: draft.size,
                source: inboxFile
            ),
            at: Timestamp(room.now())
        )
        room.tell(.quarantined(exam: "_unassigned", file: file.name.display, code: place.code, message: place.message))
        guard case .success(file.state) = FileState.look(at: path) else {
            return try room.store.markRemoved([inboxFile])
        }
        if path.withCPath({ unlink($0) }) == 0 {
            try room.store.markRemoved([inboxFile])
        } else {
            try leave(inboxFile, code: "not_removable", message: "cannot be removed (\(IntakeError.words(errno)))")
        }
    }

    private func leave(_ file: InboxFile, code: String, message: String) throws {
        let isNew = try room.store.rememberLeft(
            LeftFile(file: file, code: code, message: message, since: Timestamp(room.now()))
        )
        if isNew { room.tell(.left(path: file.path.display, message: message)) }
    }
}
