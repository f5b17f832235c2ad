internal import Glibc
internal import Grading
internal import Imaging
internal import Store
internal import Synchronization

/// From inbox files to copies in tmp/ with their hashes and grades.
extension ExamTaking {
    /// Copies and grades files side by side; what one of them throws is thrown when all have ended, and nothing is kept.
    func copyAndGrade(
        _ files: [InboxListing.File],
        plan: ExamPlan,
        seen: (InboxListing.File) -> Settling.Seen?
    ) throws -> [CopiedFile] {
        let resting = files.map { seen($0) }
        let results = Mutex<[CopiedFile?]>(Array(repeating: nil, count: files.count))
        let failure = Mutex<(any Error)?>(nil)
        room.examiner.forEach(count: files.count) { index in
            guard !stop.isStopping, failure.withLock({ $0 == nil }) else { return }
            do {
                let copied = try copyAndGrade(files[index], resting: resting[index], plan: plan)
                results.withLock { $0[index] = copied }
            } catch {
                failure.withLock { $0 = $0 ?? error }
            }
        }
        if let failure = failure.withLock({ $0 }) {
            for copy in results.withLock({ $0 }) {
                if case .original(let draft, _)? = copy?.content { room.vault.drop(draft) }
            }
            throw failure
        }
        return results.withLock { $0.compactMap { $0 } }
    }

    private func copyAndGrade(
        _ file: InboxListing.File,
        resting: Settling.Seen?,
        plan: ExamPlan
    ) throws -> CopiedFile {
        let subject = "\(plan.exam.subject)/\(file.name.display)"
        room.tell(.stage(.copying, subject: subject))
        let path = room.inbox.appending(file.path.bytes)
        let descriptor = path.withCPath { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard descriptor >= 0 else {
            let number = errno
            if number == ENOENT || number == ELOOP { return CopiedFile(file: file, content: .changed) }
            return CopiedFile(
                file: file,
                content: .left(
                    code: "permission",
                    message: "cannot be read (\(IntakeError.words(number))): give the program the right to read it"
                )
            )
        }
        defer { close(descriptor) }
        guard case .success(file.state) = FileState.look(at: descriptor) else {
            return CopiedFile(file: file, content: .changed)
        }
        let draft: VaultDraft
        do throws(StoreError) {
            draft = try room.vault.copyIn(from: descriptor)
        } catch {
            // `failed` means that the clinic's disk, not ours, could not give the bytes.
            guard error.code == .failed else { throw error }
            return CopiedFile(
                file: file,
                content: .left(code: "permission", message: "cannot be read: \(error.cause ?? error.message)")
            )
        }
        guard case .success(file.state) = FileState.look(at: descriptor) else {
            room.vault.drop(draft)
            return CopiedFile(file: file, content: .changed)
        }
        if plan.isReDrop(file.name, sha256: draft.sha256) {
            room.vault.drop(draft)
            return CopiedFile(file: file, content: .reDrop(sha256: draft.sha256, bytes: draft.size))
        }
        room.tell(.stage(.decoding, subject: subject))
        let (grade, near, fingerprint) = try plan.grade(file, draft: draft)
        if let error = grade.error {
            let deadline = deadline(of: file, resting: resting)
            if OriginalExaminer.mayStillGrow(error, path: draft.path), deadline > room.nowNanoseconds {
                room.vault.drop(draft)
                room.tell(
                    .waiting(
                        exam: plan.exam.subject,
                        file: file.name.display,
                        seconds: Double(deadline - room.nowNanoseconds) / 1e9
                    )
                )
                return CopiedFile(file: file, content: .waiting(until: deadline))
            }
        }
        return CopiedFile(file: file, content: .original(draft, grade), near: near, fingerprint: fingerprint)
    }

    /// When a file that ends early has been waited for long enough.
    private func deadline(of file: InboxListing.File, resting: Settling.Seen?) -> Int64 {
        let now = room.nowNanoseconds
        let lastChange = now - (resting?.restedNanoseconds(at: now) ?? max(0, now - file.state.modified))
        return lastChange + Int64(room.settings.patienceSeconds * 1e9)
    }
}
