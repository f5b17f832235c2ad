/// Which settled folder is worked next: institutions take turns, so that one clinic's thousand images never make
/// another's ten wait for all of them.
///
/// Within an institution folders keep the order in which they were added. A folder that is queued or being worked is
/// not added again.
package final class FairSchedule<Work: Sendable>: Sendable {
    private struct State {
        /// Institutions with waiting work, the next to serve first.
        var turns: [String] = []
        var waiting: [String: [(key: String, work: Work)]] = [:]
        var known: Set<String> = []
        var running = 0
        var isClosed = false
    }

    private let state = Monitor(State())

    /// A schedule with nothing in it.
    package init() {}

    /// Adds work under a key; ignored when the key is waiting or being worked.
    ///
    /// - Returns: whether it was added.
    @discardableResult
    package func add(_ work: Work, key: String, institution: String) -> Bool {
        state.access { state in
            guard !state.isClosed, state.known.insert(key).inserted else { return false }
            if state.waiting[institution, default: []].isEmpty { state.turns.append(institution) }
            state.waiting[institution, default: []].append((key, work))
            return true
        }
    }

    /// The next work; waits for it.
    ///
    /// Nil when the schedule is closed.
    package func next() -> (key: String, work: Work)? {
        state.access(when: { $0.isClosed || !$0.turns.isEmpty }) { state in
            guard !state.isClosed else { return nil }
            let institution = state.turns.removeFirst()
            guard var list = state.waiting[institution], !list.isEmpty else { return nil }
            let first = list.removeFirst()
            state.waiting[institution] = list.isEmpty ? nil : list
            if !list.isEmpty { state.turns.append(institution) }
            state.running += 1
            return first
        }
    }

    /// Says that work taken by `next` has ended; its key may be added again.
    package func finish(key: String) {
        state.access { state in
            state.known.remove(key)
            state.running -= 1
        }
    }

    /// Ends every `next`, now and later; waiting work is dropped (it still lies in the inbox).
    package func close() {
        state.access { state in
            state.isClosed = true
            state.turns = []
            state.waiting = [:]
        }
    }

    /// Whether anything waits or is being worked.
    package var isIdle: Bool { state.access { $0.turns.isEmpty && $0.running == 0 } }

    /// Whether this key waits or is being worked.
    package func holds(key: String) -> Bool { state.access { $0.known.contains(key) } }

    /// How many folders wait.
    package var waitingCount: Int { state.access { $0.waiting.values.reduce(0) { $0 + $1.count } } }
}
