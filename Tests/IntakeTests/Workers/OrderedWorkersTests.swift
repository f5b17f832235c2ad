import Glibc
import Intake
import Synchronization
import Testing

@Suite struct OrderedWorkersTests {
    /// Work whose length depends on the item, so that threads finish in another order.
    private static func uneven(_ item: Int) -> Int {
        var value = UInt64(item)
        for _ in 0..<((item * 7919) % 5000) { value = value &* 6_364_136_223_846_793_005 &+ 1 }
        return item * 2 + Int(value & 0)
    }

    @Test(arguments: [1, 2, 3, 8], [1, 2, 64])
    func `results come in the order of the items, whatever the threads`(_ threads: Int, _ inFlight: Int) {
        var received: [Int] = []
        let workers = OrderedWorkers(threads: threads, itemsInFlight: inFlight)
        let ending = workers.run(over: 0..<2000, work: Self.uneven) { result in
            received.append(result)
            return .more
        }
        #expect(ending == .completed)
        #expect(received == (0..<2000).map { $0 * 2 })
    }

    @Test func `no items is a completed run`() {
        let ending = OrderedWorkers(threads: 2).run(over: [Int](), work: { $0 }, receive: { _ in .more })
        #expect(ending == .completed)
    }

    @Test func `never more items are drawn ahead than may be in flight`() {
        var drawn = 0
        var received = 0
        var most = 0
        let items = (0..<500).lazy.map { item -> Int in
            drawn += 1
            most = max(most, drawn - received)
            return item
        }
        let workers = OrderedWorkers(threads: 3, itemsInFlight: 10)
        let ending = workers.run(over: items, work: Self.uneven) { _ in
            received += 1
            return .more
        }
        #expect(ending == .completed)
        #expect(received == 500)
        #expect(most <= 10)
    }

    @Test func `items are worked on by as many threads as asked for`() {
        // Each of the first three items waits until all three have begun: with fewer threads this would never end.
        let begun = Meeting(size: 3)
        let ending = OrderedWorkers(threads: 3).run(
            over: 0..<3,
            work: { item in
                begun.arriveAndWait()
                return item
            },
            receive: { _ in .more }
        )
        #expect(ending == .completed)
    }

    @Test func `a receiver that wants no more ends the run and no further item is begun`() {
        let begun = Mutex(0)
        var received: [Int] = []
        let workers = OrderedWorkers(threads: 2, itemsInFlight: 4)
        let ending = workers.run(
            over: 0..<1_000_000,
            work: { item in
                begun.withLock { $0 += 1 }
                return item
            },
            receive: { item in
                received.append(item)
                return item == 9 ? .noMore : .more
            }
        )
        #expect(ending == .stopped)
        #expect(received == Array(0...9))
        #expect(begun.withLock { $0 } <= 14)
    }

    @Test func `stop ends an endless run after what was drawn is handed over`() {
        var drawn = 0
        let endless = sequence(first: 0) { $0 + 1 }.lazy.map { item -> Int in
            drawn += 1
            return item
        }
        var received = 0
        let workers = OrderedWorkers(threads: 2, itemsInFlight: 6)
        let ending = workers.run(over: endless, work: { $0 }) { item in
            received += 1
            if item == 20 { workers.stop() }
            return .more
        }
        #expect(ending == .stopped)
        #expect(received == drawn)
        #expect(workers.run(over: 0..<5, work: { $0 }, receive: { _ in .more }) == .stopped)
    }

    @Test func `a receiver's error ends the run`() {
        struct Full: Error {}
        var received = 0
        #expect(throws: Full.self) {
            _ = try OrderedWorkers(threads: 2).run(
                over: 0..<1000,
                work: { $0 },
                receive: { item throws(Full) in
                    received += 1
                    if item == 5 { throw Full() }
                    return .more
                }
            )
        }
        #expect(received == 6)
    }
}

/// A place where a number of threads wait for each other.
private final class Meeting: @unchecked Sendable {
    private var barrier = pthread_barrier_t()
    init(size: UInt32) { pthread_barrier_init(&barrier, nil, size) }
    deinit { pthread_barrier_destroy(&barrier) }
    func arriveAndWait() { pthread_barrier_wait(&barrier) }
}
