import Foundation
import Intake
import Store
import Synchronization
import Testing

@Suite("Answers from several processes")
struct AnsweringTests {
    @Test("two that answer one exam while it changes never put an older report in a newer one's place")
    func newestStands() throws {
        let trial = try TrialRoom()
        defer { trial.remove() }
        let (fewest, most) = (120, 20_000)
        let rooms = try [trial.open(), trial.open(), trial.open()]
        let exam = try TrialRoom.change(rooms[2], to: 0).examID
        let isOver = Atomic<Bool>(false)
        let seen = Mutex<[Int]>([])
        let changed = Atomic<Int>(0)
        let mistakes = Mutex<[String]>([])
        Self.onThreads(4) { part in
            do {
                switch part {
                case 0, 1:
                    let answering = Answering(room: rooms[part])
                    while !isOver.load(ordering: .acquiring) { try answering.answer(exam: exam) }
                case 2:
                    // What stands in the outbox, as a clinic would see it, looked at without pause.
                    while !isOver.load(ordering: .acquiring) {
                        guard let number = try trial.answered() else { continue }
                        seen.withLock { if $0.last != number { $0.append(number) } }
                    }
                default:
                    defer { isOver.store(true, ordering: .releasing) }
                    // On a busy machine the two answer seldom: it changes on until several answers were seen.
                    for number in 1...most where number <= fewest || seen.withLock({ $0.count }) <= 3 {
                        try TrialRoom.change(rooms[2], to: number)
                        changed.store(number, ordering: .relaxed)
                    }
                }
            } catch {
                isOver.store(true, ordering: .releasing)
                mistakes.withLock { $0.append("\(error)") }
            }
        }
        #expect(mistakes.withLock { $0 } == [])
        let order = seen.withLock { $0 }
        #expect(order == order.sorted(), "an older report came after a newer one: \(order)")
        #expect(order.count > 3, "the two answered while the exam changed: \(order)")
        try Answering(room: rooms[0]).answer(exam: exam)
        #expect(try trial.answered() == changed.load(ordering: .relaxed))
        #expect(try rooms[1].store.examsToAnswer(limit: 1).isEmpty)
    }

    /// Runs parts on threads of their own, all at once however few cores there are, and waits for them.
    private static func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let ended = DispatchGroup()
        for part in 0..<count {
            ended.enter()
            Thread.detachNewThread {
                body(part)
                ended.leave()
            }
        }
        ended.wait()
    }

    @Test("an exam that is answered already is left as it stands, by another process too")
    func answeredOnce() throws {
        let trial = try TrialRoom()
        defer { trial.remove() }
        let (one, other) = (try trial.open(), try trial.open())
        let exam = try TrialRoom.change(one, to: 1).examID
        try Answering(room: one).answer(exam: exam)
        let file = trial.home.outbox + "/C01/20260315_E1/report.json"
        let before = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? UInt64
        try Answering(room: other).answer(exam: exam)
        let after = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? UInt64
        #expect(before != nil && before == after)
        #expect(try other.store.examDetail(exam).exam.state == .answered)
    }

    @Test("a watcher answers what another process changed and did not answer, at its next sweep")
    func caughtUp() throws {
        let trial = try TrialRoom()
        defer { trial.remove() }
        let answers = Mutex(0)
        let answered = DispatchSemaphore(value: 0)
        let watching = try trial.open(tell: { event in
            guard case .answered = event else { return }
            answers.withLock { $0 += 1 }
            answered.signal()
        })
        let other = try trial.open()
        try TrialRoom.change(other, to: 1)
        let wake = try WakeUp()
        let ended = DispatchSemaphore(value: 0)
        let failure = Mutex<(any Error)?>(nil)
        Thread.detachNewThread {
            do { _ = try Watcher(room: watching, wake: wake).run(.untilStopped) } catch {
                failure.withLock { $0 = error }
            }
            ended.signal()
        }
        for number in 2...4 {
            #expect(answered.wait(timeout: .now() + 30) == .success)
            #expect(try trial.answered() == number - 1)
            // As a reading that was committed by a process that was then killed.
            try TrialRoom.change(other, to: number)
        }
        #expect(answered.wait(timeout: .now() + 30) == .success)
        #expect(try trial.answered() == 4)
        wake.stop()
        #expect(ended.wait(timeout: .now() + 30) == .success)
        #expect(failure.withLock { $0 } == nil)
        #expect(answers.withLock { $0 } == 4, "each state is answered once")
    }

    @Test(
        "the lock file and new outbox folders are the group's too where the home is, and only there",
        arguments: [
            (false, 0o640, 0o750), (true, 0o660, 0o770),
        ]
    )
    func sharedHome(isShared: Bool, lock: Int, folder: Int) throws {
        let trial = try TrialRoom()
        defer { trial.remove() }
        if isShared {
            for path in [trial.home.path, trial.home.outbox] {
                try FileManager.default.setAttributes([.posixPermissions: 0o2770], ofItemAtPath: path)
            }
        }
        let room = try trial.open()
        try Answering(room: room).answer(exam: TrialRoom.change(room, to: 1).examID)
        func mode(_ path: String) throws -> Int? {
            (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int).map { $0 & 0o777 }
        }
        #expect(try mode(trial.home.outboxLockFile) == lock)
        #expect(try mode(trial.home.outbox + "/C01") == folder)
        #expect(try mode(trial.home.outbox + "/C01/20260315_E1") == folder)
    }
}
