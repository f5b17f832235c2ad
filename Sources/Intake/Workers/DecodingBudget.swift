/// The memory that all decoding together may use.
///
/// Served in order of arrival, so a large picture is not passed over for ever by small ones. A picture that needs more
/// than the whole budget gets all of it, so it waits until it runs alone.
package final class DecodingBudget: Sendable {
    private struct Account {
        var free: Int
        var nextTicket = 0
        var served = 0
    }

    /// Bytes to share out.
    package let capacity: Int
    private let account: Monitor<Account>

    /// A budget; 96 MiB by default.
    package init(totalBytes: Int = 96 << 20) {
        capacity = max(1, totalBytes)
        account = Monitor(Account(free: max(1, totalBytes)))
    }

    /// Pieces of work that wait for their share at this moment.
    package var waiting: Int { account.read { $0.nextTicket - $0.served } }

    /// Waits for `bytes`, does the work, and gives them back, also when the work fails.
    ///
    /// Blocks the calling thread. Must not be nested: work that already holds a share would wait for itself.
    package func withShare<Result, Failure: Error>(
        of bytes: Int,
        _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let share = min(max(0, bytes), capacity)
        let ticket = account.access { account in
            defer { account.nextTicket += 1 }
            return account.nextTicket
        }
        account.access(when: { $0.served == ticket && $0.free >= share }) { account in
            account.free -= share
            account.served += 1
        }
        defer { account.access { $0.free += share } }
        return try work()
    }
}
