/// Work on a lazy sequence by several threads, with the results handed over in the order of the sequence.
///
/// The calling thread draws the items and takes the results, so neither has to be safe for other threads. At most
/// `itemsInFlight` items are drawn but not yet handed over: memory is the same for 100 items and for 100,000.
package final class OrderedWorkers: Sendable {
    /// What the receiver of a result wants next.
    package enum Demand: Sendable { case more, noMore }

    /// How a run ended.
    package enum Ending: Sendable, Equatable {
        /// Every item was worked on and handed over.
        case completed
        /// Stopped early: what had been drawn was still finished and handed over, or dropped after `noMore`.
        case stopped
    }

    /// Threads that work.
    package let threads: Int
    /// Most items between drawn and handed over.
    package let itemsInFlight: Int
    private let isStopped = Monitor(false)

    /// Workers; `threads` is at least 1, and by default eight items a thread are in flight.
    package init(threads: Int, itemsInFlight: Int? = nil) {
        self.threads = max(1, threads)
        self.itemsInFlight = max(self.threads, itemsInFlight ?? self.threads * 8)
    }

    /// Draws no further items, in this and every later run; callable from any thread.
    package func stop() { isStopped.access { $0 = true } }

    /// Runs `work` on every item and hands the results to `receive`, in the order of `items`.
    ///
    /// Blocks the calling thread until all threads have ended. `work` runs on several threads at once (with one thread on
    /// the calling one), `items` and `receive` only on the calling one. An error of `receive` ends the run: no further
    /// item is begun, and what was begun is waited for and dropped.
    package func run<Item: Sendable, Output: Sendable, Failure: Error>(
        over items: some Sequence<Item>,
        work: @escaping @Sendable (Item) -> Output,
        receive: (Output) throws(Failure) -> Demand
    ) throws(Failure) -> Ending {
        let bench = Monitor(Bench<Item, Output>())
        // One thread at work needs no other one: handing over would only cost.
        let crew =
            threads == 1 ? [] : (0..<threads).compactMap { _ in WorkerThread { Self.labour(at: bench, work) } }
        defer {
            bench.access { bench in
                bench.waiting.removeAll()
                bench.isClosed = true
            }
            for thread in crew { thread.join() }
        }

        var iterator = items.makeIterator()
        var drawn = 0
        var received = 0
        var isExhausted = false
        while true {
            while !isExhausted, drawn - received < itemsInFlight, !isStopped.read({ $0 }) {
                guard let item = iterator.next() else {
                    isExhausted = true
                    break
                }
                let index = drawn
                bench.access { $0.waiting.append((index, item)) }
                drawn += 1
            }
            guard received < drawn else { return isExhausted ? .completed : .stopped }
            // With one thread, or without a single one to be had, the caller works itself.
            if crew.isEmpty { Self.labourOnce(at: bench, work) }
            let next = received
            let output = bench.access(when: { $0.finished[next] != nil }) { $0.finished.removeValue(forKey: next) }
            guard let output else { return .stopped }
            received += 1
            if try receive(output) == .noMore { return .stopped }
        }
    }

    /// What the caller and the threads share.
    private struct Bench<Item, Output> {
        var waiting: [(index: Int, item: Item)] = []
        var finished: [Int: Output] = [:]
        var isClosed = false
    }

    /// A thread's day: takes what has waited longest until the bench is closed.
    private static func labour<Item: Sendable, Output: Sendable>(
        at bench: Monitor<Bench<Item, Output>>,
        _ work: (Item) -> Output
    ) {
        while true {
            let next = bench.access(when: { $0.isClosed || !$0.waiting.isEmpty }) { bench in
                bench.waiting.isEmpty ? nil : bench.waiting.removeFirst()
            }
            guard let next else { return }
            let output = work(next.item)
            bench.access { $0.finished[next.index] = output }
        }
    }

    private static func labourOnce<Item: Sendable, Output: Sendable>(
        at bench: Monitor<Bench<Item, Output>>,
        _ work: (Item) -> Output
    ) {
        guard let next = bench.access({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) else { return }
        let output = work(next.item)
        bench.access { $0.finished[next.index] = output }
    }
}
