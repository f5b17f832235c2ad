internal import Grading
internal import Imaging
internal import Store

/// Takes one settled exam folder out of the inbox.
///
/// The way of its files, with the entry of the audit trail that begins each part:
/// 1. `exam.settled`: each file is copied to tmp/ with its SHA-256, decoded, measured and graded there.
/// 2. `exam.measured`: originals go to the vault (renamed and synced), unreadable files to quarantine.
/// 3. `exam.vaulted`: one transaction writes the exam, and ends with `exam.graded`.
/// 4. The clinic's objections are recorded (`DisputeTaking`), which may be about images of the same drop.
/// 5. Inbox files that are still what was copied are removed, and the store is told.
///
/// Whatever part a crash hits, the inbox still holds every file that is not committed, and what is committed but not
/// yet removed is known by its inode, size and modification time.
package struct ExamTaking: Sendable {
    /// What is left to do with a folder.
    package struct Outcome: Sendable {
        /// More files wait in the folder than one transaction takes.
        package var hasMore = false
        /// Files that changed while they were copied; the next sweep sees them.
        package var changed = 0
        /// When the first of the files that end early has been waited for long enough, in nanoseconds since 1970.
        package var waitsUntil: Int64?
        /// Whether anything was unreadable, unsure or stays where it is.
        package var hasRemarks = false
    }

    /// Most files that one transaction takes, so that a large drop neither fills the memory nor keeps others waiting.
    package static let filesPerTransaction = 200

    let room: WorkRoom
    let stop: WakeUp

    /// Takes a folder.
    ///
    /// - Parameters:
    ///   - exam: the folder as the last sweep listed it.
    ///   - seen: since when each file has been as it is.
    /// - Throws: `StoreError` or `IntakeError` when the disk or the store failed; then nothing was acknowledged.
    package func take(
        _ exam: InboxListing.Exam,
        seen: (InboxListing.File) -> Settling.Seen?
    ) throws -> Outcome {
        var outcome = Outcome()
        let committed = Set(try room.store.pendingRemovals(institution: exam.institution, folder: exam.folder))
        var waiting = exam
        waiting.files = exam.files.filter { !committed.contains(InboxFile($0, of: exam)) }
        let folder = ReceivedFolder(waiting, inbox: room.inbox)
        let disputes = folder.disputes
        // An exam.json says which exam objections are about, also where it was committed before a crash: it goes last.
        let whole = disputes.isEmpty ? folder : ReceivedFolder(exam, inbox: room.inbox)
        var used = exam.files.map { InboxFile($0, of: exam) }.filter(committed.contains)
        if !waiting.files.isEmpty, !folder.hasOnlyDisputes { try takeImages(folder, seen: seen, &used, &outcome) }
        let isLast = { (file: InboxFile) in !disputes.isEmpty && file.path == whole.manifestFile?.path }
        try remove(used.filter { !isLast($0) }, as: "graded", outcome: &outcome)
        guard !disputes.isEmpty else { return outcome }
        // Objections may be about images that are still on their way in.
        guard !stop.isStopping, !outcome.hasMore, outcome.changed == 0, outcome.waitsUntil == nil else {
            return outcome
        }
        let taken = try DisputeTaking(room: room).take(disputes, of: whole)
        outcome.hasRemarks = outcome.hasRemarks || taken.hasRemarks
        for (file, message) in taken.left {
            try leave(InboxFile(file, of: exam), code: "permission", message: message, outcome: &outcome)
        }
        let done = folder.hasOnlyDisputes ? folder.sidecars : []
        try remove((taken.taken + done).map { InboxFile($0, of: exam) }, as: "recorded", outcome: &outcome)
        try remove(used.filter(isLast), as: "read", outcome: &outcome)
        return outcome
    }

    /// Takes what is there beside objections; adds the files that are used up to `used`.
    private func takeImages(
        _ folder: ReceivedFolder,
        seen: (InboxListing.File) -> Settling.Seen?,
        _ used: inout [InboxFile],
        _ outcome: inout Outcome
    ) throws {
        let exam = folder.exam
        let plan = try ExamPlan(folder, room: room)
        let batch = folder.images.prefix(Self.filesPerTransaction)
        outcome.hasMore = folder.images.count > batch.count
        room.tell(.taking(exam: exam.subject, files: batch.count))
        try room.store.appendStage(.settled, subject: exam.subject, at: Timestamp(room.now()))

        let copies = try copyAndGrade(Array(batch), plan: plan, seen: seen)
        guard !stop.isStopping else {
            // Nothing is committed: what was copied is dropped, and the next start takes the folder again.
            for copy in copies { if case .original(let draft, _) = copy.content { room.vault.drop(draft) } }
            return
        }
        outcome.changed = copies.count { $0.isChanged }
        outcome.waitsUntil = copies.compactMap(\.waitsUntil).min()
        try nameLeft(copies, of: exam, outcome: &outcome)

        let ready = copies.filter(\.isReady)
        // exam.json goes with the last part of a large folder, so that each part is read by it.
        let sidecars = outcome.hasMore ? [] : folder.sidecars
        guard !ready.isEmpty || !sidecars.isEmpty || plan.hasNews else { return }

        try room.store.appendStage(.measured, subject: exam.subject, at: Timestamp(room.now()))
        let files = try keep(ready, plan: plan)
        try room.store.appendStage(.vaulted, subject: exam.subject, at: Timestamp(room.now()))

        room.tell(.stage(.committing, subject: exam.subject))
        let sidecarFiles = sidecars.map { InboxFile($0, of: exam) }
        let submission = plan.submission(files: files, sidecars: sidecarFiles)
        let commit = try room.store.commit(submission, effective: room.effective, at: Timestamp(room.now()))
        report(ready, commit, plan: plan, outcome: &outcome)
        used += ready.map { InboxFile($0.file, of: exam) } + sidecarFiles
    }

    private func keep(_ ready: [CopiedFile], plan: ExamPlan) throws -> [SubmittedFile] {
        room.tell(.stage(.vaulting, subject: plan.exam.subject))
        let drafts = ready.compactMap { copy -> (draft: VaultDraft, fileExtension: String)? in
            guard case .original(let draft, let grade) = copy.content, let image = grade.image, grade.error == nil
            else { return nil }
            return (draft, image.format == .jpeg ? "jpg" : image.format.rawValue)
        }
        var extensions = try room.vault.adopt(drafts)[...]
        return try ready.map { copy in
            let source = InboxFile(copy.file, of: plan.exam)
            switch copy.content {
            case .original(let draft, let grade):
                let content: SubmittedFile.Content
                if let error = grade.error {
                    let place = try QuarantineShelf(home: room.home).put(
                        draft,
                        exam: plan.exam,
                        file: copy.file,
                        error: error,
                        at: room.now()
                    )
                    content = .unreadable(grade, place)
                } else {
                    content = .image(grade, vaultExtension: extensions.popFirst() ?? "bin")
                }
                return SubmittedFile(
                    name: copy.file.name,
                    sha256: draft.sha256,
                    bytes: draft.size,
                    content: content,
                    source: source,
                    nearProfile: copy.near,
                    fingerprint: copy.fingerprint
                )
            case .reDrop(let sha256, let bytes):
                return SubmittedFile(
                    name: copy.file.name,
                    sha256: sha256,
                    bytes: bytes,
                    content: .reDrop,
                    source: source
                )
            case .changed, .left, .waiting:
                throw IntakeError(
                    code: .store,
                    message: "a file that is not ready was to be kept",
                    identity: copy.file.path.display
                )
            }
        }
    }

    private func report(_ ready: [CopiedFile], _ commit: CommitOutcome, plan: ExamPlan, outcome: inout Outcome) {
        let exam = plan.exam.subject
        for (copy, result) in zip(ready, commit.files) {
            let file = copy.file.name.display
            switch copy.content {
            case .original(_, let grade):
                if let error = grade.error {
                    outcome.hasRemarks = true
                    room.tell(.quarantined(exam: exam, file: file, code: error.code.rawValue, message: error.message))
                } else {
                    if grade.status == .unsure { outcome.hasRemarks = true }
                    room.tell(.graded(exam: exam, file: file, result: grade))
                }
            case .reDrop where result == .reDropped: room.tell(.reDropped(exam: exam, file: file))
            case .reDrop, .changed, .left, .waiting: break
            }
        }
    }
}

extension InboxFile {
    /// A listed file of an exam's folder.
    init(_ file: InboxListing.File, of exam: InboxListing.Exam) {
        self.init(
            path: file.path,
            institution: exam.institution,
            folder: exam.folder,
            device: file.state.device,
            inode: file.state.inode,
            size: file.state.size,
            modifiedNanoseconds: file.state.modified
        )
    }
}
