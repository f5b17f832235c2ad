import Foundation
import Grading
import Intake
import Store
import Synchronization
import Testing

/// Months that a watcher owes, in a home in Shanghai where something was received in January, March and April 2026.
@Suite("Months that a watcher owes")
struct MonthlyDeskTests {
    private let trial: TrialRoom
    /// 2026-06-20 12:00 in Shanghai.
    private static let june = Self.moment("2026-06-20T12:00:00+08:00")

    private static func moment(_ text: String) -> Date {
        (try? Date(text, strategy: .iso8601)) ?? .distantPast
    }

    init() throws {
        trial = try TrialRoom()
        for (number, time) in ["2026-01-31T23:59:59+08:00", "2026-03-01T00:00:00+08:00", "2026-04-10T10:00:00+08:00"]
            .enumerated()
        {
            try receive("E\(number)", at: time)
        }
    }

    /// An exam without images, as the store has it after its folder came.
    private func receive(_ exam: String, at time: String) throws {
        let moment = Timestamp(Self.moment(time))
        let store = try Store.open(home: trial.home.path, at: moment)
        let submission = SubmissionCommit(
            institution: FileName("C01"),
            identity: ExamIdentity(examID: exam, date: "2026-01-01", folder: FileName("20260101_\(exam)")),
            receivedAt: moment,
            lateDays: 7,
            metadata: ExamMetadata(),
            files: []
        )
        _ = try store.commit(submission, effective: { grade, _ in grade }, at: moment)
        try store.close()
    }

    private func list(_ month: String) -> String { trial.home.outbox + "/_reports/\(month)/reports.json" }

    /// The months that have their reports.
    private func written() throws -> [String] {
        let folder = trial.home.outbox + "/_reports"
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
            FileManager.default.fileExists(atPath: list($0))
        }
    }

    /// Runs a watcher over everything; the months that it says it wrote, in its order, and what it came to.
    private func watch(
        at date: Date = june,
        stopAfter count: Int = .max
    ) throws -> (months: [String], summary: Watcher.Summary) {
        let months = Mutex<[String]>([])
        let wake = try WakeUp()
        let room = try trial.open(now: { date }) { event in
            guard case .wroteReports(let month, _, _) = event else { return }
            let sum = months.withLock { list in
                list.append(month)
                return list.count
            }
            if sum == count { wake.stop() }
        }
        let summary = try Watcher(room: room, wake: wake).run(.once)
        try room.store.close()
        return (months.withLock { $0 }, summary)
    }

    @Test("All months with receipts that are over are made up for, oldest first; none where nothing came, none twice")
    func catchesUp() throws {
        let first = try watch()
        #expect(first.months == ["2026-01", "2026-03", "2026-04"])
        #expect(!first.summary.hasRemarks)
        #expect(try written() == first.months)
        #expect(try watch().months.isEmpty)
        try receive("E9", at: "2026-06-19T10:00:00+08:00")
        #expect(try watch().months.isEmpty)
        #expect(try watch(at: Self.moment("2026-07-01T00:00:00+08:00")).months == ["2026-06"])
    }

    @Test("A month that is done stays as it is, one that was left half written is written anew")
    func keepsAndRepairs() throws {
        _ = try watch(stopAfter: 1)
        #expect(try written() == ["2026-01"])
        let half = trial.home.outbox + "/_reports/2026-03/network.html"
        try FileManager.default.createDirectory(
            atPath: (half as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try Data("half".utf8).write(to: URL(fileURLWithPath: half))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: list("2026-01")))
        #expect(try watch().months == ["2026-03", "2026-04"])
        #expect(try String(contentsOfFile: list("2026-01"), encoding: .utf8) == "mine")
        #expect(try String(contentsOfFile: half, encoding: .utf8).contains("</html>"))
    }

    @Test("What was received more than three years ago is not made up for by itself")
    func bounded() throws {
        try receive("E7", at: "2023-05-31T23:59:59+08:00")
        try receive("E8", at: "2023-06-01T00:00:00+08:00")
        #expect(try watch().months == ["2023-06", "2026-01", "2026-03", "2026-04"])
    }

    @Test("A month waits for the exams that were begun in it and are still being taken")
    func complete() throws {
        let room = try trial.open(now: { Self.moment("2026-02-01T00:00:05+08:00") })
        let desk = MonthlyDesk(room: room)
        let before = Timestamp(Self.moment("2026-01-31T23:59:58+08:00"))
        let after = Timestamp(Self.moment("2026-02-01T00:00:00+08:00"))
        #expect(try desk.dueMonth(openSince: before) == nil)
        #expect(try desk.writeDue(openSince: before, stop: WakeUp()) == false)
        #expect(try written().isEmpty)
        #expect(try desk.dueMonth(openSince: after)?.label == "2026-01")
        #expect(try desk.dueMonth()?.label == "2026-01")
    }

    @Test("A file of the home that had to be left out of a month is a remark of the watcher's run")
    func brokenGoals() throws {
        let indicators = trial.home.indicators
        try FileManager.default.createDirectory(atPath: indicators, withIntermediateDirectories: true)
        let file = URL(fileURLWithPath: indicators + "/goals.yaml")
        try Data("goals:\n  - {indicator: us-6}\n".utf8).write(to: file)
        let run = try watch()
        #expect(run.months.count == 3)
        #expect(run.summary.hasRemarks)
        #expect(try !watch().summary.hasRemarks)
    }
}
