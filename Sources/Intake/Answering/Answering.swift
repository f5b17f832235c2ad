internal import Digests
internal import Glibc
internal import Grading
internal import Reports
internal import Store
internal import Synchronization

/// Writes answers: `outbox/<institution>/<exam>/report.html` and `report.json`.
///
/// The store says which exams have changed since their last answer. One exam is answered by one thread at a time; when
/// it changes meanwhile it is answered again, so the newest state always stands last.
package final class Answering: Sendable {
    private let room: WorkRoom
    private let inWork = Mutex<Set<Int64>>([])

    /// Answers for a room.
    package init(room: WorkRoom) { self.room = room }

    /// Answers every exam whose answer is missing or older than the exam.
    ///
    /// - Throws: `StoreError` or `IntakeError`; answers written before stay, the rest is still known to wait.
    package func answerAll(stop: WakeUp? = nil) throws {
        while stop?.isStopping != true {
            let waiting = try room.store.examsToAnswer(limit: 64)
            let mine = inWork.withLock { inWork in
                let free = waiting.filter { !inWork.contains($0.id) }
                inWork.formUnion(free.map(\.id))
                return free
            }
            if mine.isEmpty { return }
            defer { inWork.withLock { $0.subtract(mine.map(\.id)) } }
            for exam in mine where stop?.isStopping != true { try answer(exam) }
        }
    }

    private func answer(_ waiting: ExamToAnswer) throws {
        let detail = try room.store.examDetail(waiting.id)
        let subject = "\(waiting.institution.display)/\(waiting.outboxFolder)"
        room.tell(.stage(.answering, subject: subject))
        let now = Timestamp(room.now())
        let report = try ExamAnswer(room: room).report(on: detail, answeredAt: now)
        let json = try report.rendered(as: .json, language: room.settings.language)
        let html = try report.rendered(as: .html, language: room.settings.language)

        let institution = RawPath(room.home.outbox).appending(Self.folderName(waiting.institution.display))
        let folder = institution.appending(Self.folderName(waiting.outboxFolder))
        for path in [institution, folder] {
            let isThere = path.withCPath { mkdir($0, 0o2750) } == 0 || errno == EEXIST
            guard isThere else { throw IntakeError.disk(path.display, errno) }
        }
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

    /// A name that is safe as one folder's name, whatever a clinic called its own.
    private static func folderName(_ name: String) -> String {
        let safe = name.replacing("/", with: "_")
        return safe == "." || safe == ".." || safe.isEmpty ? "_" + safe : safe
    }
}
