import Foundation
import Grading
import Store
import Synchronization
import Testing

/// Speed on a home made by `Benchmarks/million-store`, which SONOGRADE_MILLION_HOME names; it is written to.
@Suite(
    "A store of a million images",
    .enabled(
        if: ProcessInfo.processInfo.environment["SONOGRADE_MILLION_HOME"] != nil,
        "make a home with Benchmarks/million-store and name it in SONOGRADE_MILLION_HOME"
    ),
    .serialized
)
struct MillionImageTests {
    private let home = ProcessInfo.processInfo.environment["SONOGRADE_MILLION_HOME"] ?? ""
    private let now = Timestamp(Date())

    private func submission(_ number: Int) throws -> SubmissionCommit {
        let name = "20261121_L\(number)-\(UUID().uuidString)_abdomen"
        return SubmissionCommit(
            institution: FileName("Stream"),
            identity: ExamIdentity(examID: name, date: "2026-11-21", folder: FileName(name)),
            receivedAt: now,
            lateDays: 7,
            files: try (0..<10).map { image in
                SubmittedFile(
                    name: FileName("\(image).png"),
                    sha256: try sha256("\(name)/\(image)"),
                    bytes: 100_000,
                    content: .image(
                        grade("\(image).png", score: image < 2 ? 41 : 92, sampled: image == 3),
                        vaultExtension: "png"
                    ),
                    source: nil
                )
            }
        )
    }

    /// Milliseconds of each run, sorted.
    private func times(_ count: Int, _ body: (Int) throws -> Void) throws -> [Double] {
        try (0..<count).map { number in
            let took = try ContinuousClock().measure { try body(number) }
            return Double(took.components.attoseconds) / 1e15 + Double(took.components.seconds) * 1000
        }.sorted()
    }

    private func say(_ what: String, _ times: [Double]) {
        let figures = [times[times.count / 2], times[times.count * 95 / 100], times[times.count - 1]]
        print("\(what): median, 95 %, longest: \(figures.map { ($0 * 10).rounded() / 10 }) ms")
    }

    /// Medians, because other work on the machine is no fault of the store; the rest is printed.
    @Test("An expert's page and its size are there within 20 ms, a claim too while exams come in")
    func claims() throws {
        let store = try Store.open(home: home, at: now)
        let pages = try times(50) { number in
            let expert = "expert\(number % 30 + 10)"
            let page = try store.queue(QueueFilter(), for: expert, after: nil, limit: 50, at: now)
            let size = try store.queueSize(QueueFilter(), for: expert, at: now)
            #expect(page.count == 50 && size > 50)
        }
        say("page and size", pages)
        #expect(pages[25] < 20)
        say("counts", try times(20) { _ in _ = try store.queueCounts(at: now) })
        let other = try Store.open(home: home, at: now)
        let isOver = Mutex(false)
        let committed = Mutex(0)
        let failures = Mutex<[String]>([])
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            var number = 0
            while !isOver.withLock({ $0 }) {
                do {
                    _ = try other.commit(try submission(number), effective: markDuplicates, at: now)
                    committed.withLock { $0 += 1 }
                } catch { failures.withLock { $0.append("\(error)") } }
                number += 1
                // A watcher grades between two exams; this one has nothing else to do.
                usleep(20_000)
            }
            done.signal()
        }
        var claims: [Double] = []
        for number in 0..<300 {
            let expert = "expert\(number % 30 + 10)"
            var claim: ClaimRecord?
            claims += try times(1) { _ in
                claim = try store.claimNext(QueueFilter(), expert: expert, leaseSeconds: 1800, at: now)
            }
            let image = try #require(claim?.image)
            try store.release(image: image, expert: expert, skippedBecause: nil, at: now)
        }
        claims.sort()
        isOver.withLock { $0 = true }
        done.wait()
        say("claim beside \(committed.withLock { $0 }) exams", claims)
        #expect(failures.withLock { $0 } == [])
        #expect(claims[150] < 20)
    }

    @Test("Taking an exam in costs what it costs on an empty store")
    func ingest() throws {
        let empty = try TestHome()
        let stores = [try empty.open(), try Store.open(home: home, at: now)]
        var times: [[Double]] = [[], []]
        // By turns, since the machine's speed changes.
        for number in 0..<60 {
            for (index, store) in stores.enumerated() {
                times[index] += try self.times(1) { _ in
                    _ = try store.commit(try submission(number), effective: markDuplicates, at: now)
                }
            }
        }
        times = times.map { $0.sorted() }
        say("exam of 10 into an empty store", times[0])
        say("exam of 10 into a million images", times[1])
        #expect(times[1][30] < times[0][30] * 1.5 + 1)
    }
}
