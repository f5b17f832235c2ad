internal import Store

/// What an exam's answer says of objections that were not recorded, so that the clinic hears of it where it looks.
struct DisputeNotes: Sendable {
    let room: WorkRoom

    /// Says in the exam's answer why a file was not recorded.
    func add(_ refusal: DisputeRefusal, file: String, to exam: ExamRecord) throws {
        let kept = (exam.metadata.notes ?? []).filter { !$0.hasPrefix(Self.opening(file)) }
        try write(kept + ["\(Self.opening(file))\(refusal.message)"], to: exam)
    }

    /// Takes that back: a later file of that name was recorded.
    func remove(file: String, from exam: ExamRecord) throws {
        guard let notes = exam.metadata.notes, notes.contains(where: { $0.hasPrefix(Self.opening(file)) }) else {
            return
        }
        try write(notes.filter { !$0.hasPrefix(Self.opening(file)) }, to: exam)
    }

    private static func opening(_ file: String) -> String { "\(file) was not recorded: " }

    private func write(_ notes: [String], to exam: ExamRecord) throws {
        let submission = SubmissionCommit(
            institution: exam.institution,
            identity: ExamIdentity(examID: exam.examID, date: exam.date, folder: exam.folder),
            receivedAt: exam.receivedAt,
            lateDays: room.settings.lateDays,
            metadata: ExamMetadata(notes: notes),
            files: []
        )
        // An older exam of a folder name that was used again cannot be written to by its name; it goes without.
        let named = try room.store.exam(
            institution: submission.institution,
            identity: submission.identity,
            receivedAt: submission.receivedAt,
            lateDays: submission.lateDays
        )
        guard named?.id == exam.id else { return }
        _ = try room.store.commit(submission, effective: room.effective, at: Timestamp(room.now()))
    }
}
