import Foundation
import Grading
import Intake
import Store

/// A home with one exam, opened as often as processes would open it.
///
/// Its folder goes when nobody holds the room any more; a test that has it in a variable of its own keeps it by
/// `defer { trial.remove() }`.
final class TrialRoom: Sendable {
    private let folder: String
    let home: Home

    /// A new home without an exam.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("sonograde-\(UUID().uuidString)").path
        home = Home(path: folder + "/home")
        _ = try home.create()
    }

    deinit { remove() }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// The home opened with a store of its own.
    func open(
        now: @escaping @Sendable () -> Date = { Date() },
        tell: @escaping @Sendable (WatchEvent) -> Void = { _ in }
    ) throws -> WorkRoom {
        var settings = try home.settings()
        settings.sweepSeconds = 0.1
        settings.settleSeconds = 0
        settings.workers = 2
        return WorkRoom(
            home: home,
            settings: settings,
            store: try Store.open(home: home.path, at: Timestamp(Date())),
            library: try RubricLibrary(),
            program: "test",
            now: now,
            tell: tell
        )
    }

    /// Says something new of the exam, so that its answer has to be written again.
    @discardableResult
    static func change(_ room: WorkRoom, to number: Int) throws -> CommitOutcome {
        let submission = SubmissionCommit(
            institution: FileName("C01"),
            identity: ExamIdentity(examID: "E1", date: "2026-03-15", folder: FileName("20260315_E1")),
            receivedAt: Timestamp(Date(timeIntervalSince1970: 1_773_500_000)),
            lateDays: 7,
            metadata: ExamMetadata(device: "\(number)"),
            files: []
        )
        return try room.store.commit(submission, effective: { grade, _ in grade }, at: Timestamp(Date()))
    }

    /// What `change` said last before the standing report was written; nil while there is none.
    func answered() throws -> Int? {
        struct Report: Decodable {
            struct Exam: Decodable { let device: String }
            let exam: Exam
        }
        let file = home.outbox + "/C01/20260315_E1/report.json"
        guard let data = FileManager.default.contents(atPath: file) else { return nil }
        return Int(try JSONDecoder().decode(Report.self, from: data).exam.device)
    }
}
