internal import Glibc
internal import Store

/// From the inbox away, or left there with a reason.
extension ExamTaking {
    /// Removes inbox files that are still what was copied; what has become another file is left for the next sweep.
    func remove(_ files: [InboxFile], as done: String, outcome: inout Outcome) throws {
        var gone: [InboxFile] = []
        for file in files {
            let path = room.inbox.appending(file.path.bytes)
            room.tell(.stage(.removing, subject: file.path.display))
            guard case .success(let state) = FileState.look(at: path) else {
                gone.append(file)
                continue
            }
            guard state.kind == .regular, state.inode == file.inode, state.size == file.size,
                state.modified == file.modifiedNanoseconds, state.device == file.device
            else {
                gone.append(file)
                continue
            }
            if path.withCPath({ unlink($0) }) == 0 {
                gone.append(file)
            } else {
                try leave(
                    file,
                    code: "not_removable",
                    message: "is \(done) but cannot be removed (\(IntakeError.words(errno))); it is not taken again",
                    outcome: &outcome
                )
            }
        }
        try room.store.markRemoved(gone)
    }

    /// Remembers what could not be read, and says so once.
    func nameLeft(_ copies: [CopiedFile], of exam: InboxListing.Exam, outcome: inout Outcome) throws {
        for copy in copies {
            guard case .left(let code, let message) = copy.content else { continue }
            try leave(InboxFile(copy.file, of: exam), code: code, message: message, outcome: &outcome)
        }
    }

    /// Remembers a file that stays where it is, and says so once.
    func leave(_ file: InboxFile, code: String, message: String, outcome: inout Outcome) throws {
        outcome.hasRemarks = true
        let isNew = try room.store.rememberLeft(
            LeftFile(file: file, code: code, message: message, since: Timestamp(room.now()))
        )
        if isNew { room.tell(.left(path: file.path.display, message: message)) }
    }
}
