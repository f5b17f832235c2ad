internal import Digests
internal import Glibc
internal import Grading
internal import Reports
internal import Store
internal import Synchronization

/// Writes answers: `outbox/<institution>/<exam>/report.html` and `report.json`.
///
/// The store says which exams have changed since their last answer. One exam is answered by one thread of one process
/// at a time (`OutboxLock`); when it changes meanwhile it is answered again, so the newest state always stands last.
package final class Answering: Sendable {
    private let room: WorkRoom
    private let inWork = Mutex<Set<Int64>>([])

    /// Answers for a room.
    package init(room: WorkRoom) { self.room = room }

    /// Whether an exam waits for its answer that nobody in this process is writing.
    package var hasWaiting: Bool {
        get throws {
            let waiting = try room.store.examsToAnswer(limit: 64)
            return inWork.withLock { inWork in waiting.contains { !inWork.contains($0.id) } }
        }
    }

    /// Answers one exam, unless its newest state is answered already.
    ///
    /// For whoever changed it in another process than the watcher's: what fails here, a watcher's next sweep makes up.
    ///
    /// - Throws: `StoreError`, with code `notFound` for an unknown exam, or `IntakeError` when the outbox cannot be
    ///   written.
    package func answer(exam: Int64) throws {
        let lock = try OutboxLock(home: room.home, exam: exam)
        defer { extendLifetime(lock) }
        let detail = try room.store.examDetail(exam)
        // Another process was quicker, with this state or a newer one.
        guard detail.exam.answeredRevision < detail.exam.revision else { return }
        try write(detail)
    }

    /// Answers every exam whose answer is missing or older than the exam.
    ///
    /// - Throws: `StoreError` or `IntakeError`; answers written before stay, the rest is still known to wait.
    package func answerAll(stop: WakeUp? = nil) throws {
        while stop?.isStopping != true {
            let waiting = try room.store.examsToAnswer(limit: 64).map(\.id)
            let mine = inWork.withLock { inWork in
                let free = waiting.filter { !inWork.contains($0) }
                inWork.formUnion(free)
                return free
            }
            if mine.isEmpty { return }
            defer { inWork.withLock { $0.subtract(mine) } }
            for exam in mine where stop?.isStopping != true { try answer(exam: exam) }
        }
    }

    /// Writes a report and marks it; with the exam's lock held.
    private func write(_ detail: ExamDetail) throws {
        let subject = "\(detail.exam.institution.display)/\(detail.exam.outboxFolder)"
        room.tell(.stage(.answering, subject: subject))
        let now = Timestamp(room.now())
        let report = try ExamAnswer(room: room).report(on: detail, answeredAt: now)
        let json = try report.rendered(as: .json, language: room.settings.language)
        let html = try report.rendered(as: .html, language: room.settings.language)

        let outbox = RawPath(room.home.outbox)
        let institution = outbox.appending(FileName.safe(detail.exam.institution.display))
        let folder = institution.appending(FileName.safe(detail.exam.outboxFolder))
        for path in [institution, folder] { try makeFolder(path, mode: outbox.sharing(0o2750)) }
        try DurableFile.write(html, to: folder.appending("report.html"), mode: 0o640)
        try DurableFile.write(json, to: folder.appending("report.json"), mode: 0o640)
        try DurableFile.syncFolder(folder)
        try DurableFile.syncFolder(institution)
        try room.store.markAnswered(
            exam: detail.exam.id,
            revision: detail.exam.revision,
            reportSHA: SHA256.digest(of: json).hex,
            at: now
        )
        room.tell(.answered(exam: subject, path: folder.appending("report.html").display))
    }

    private func makeFolder(_ path: RawPath, mode: mode_t) throws(IntakeError) {
        guard path.withCPath({ mkdir($0, mode) }) == 0 else {
            if errno == EEXIST { return }
            throw .disk(path.display, errno)
        }
        // What the umask took from a group that the outbox lets write.
        if mode & 0o020 != 0 { _ = path.withCPath { chmod($0, mode) } }
    }
}
