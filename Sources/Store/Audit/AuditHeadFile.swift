import Glibc
import Synchronization

/// `audit.head` in the home: count and hash of the trail's last entry, outside the database, so that a cut tail shows.
///
/// It is written after the commit, never before: a crash leaves it behind the trail, never ahead of it. It only moves
/// forward, and only from a head that the trail confirms; one that the trail contradicts stays as evidence.
/// Stages and removals don't wait for it; they are covered by the next commit.
final class AuditHeadFile: Sendable {
    private enum Standing { case unopened, confirmed, contradicted }

    private let path: String
    private let home: String
    private let standing = Mutex(Standing.unopened)

    /// The head of a home; touches nothing.
    init(home: String) {
        self.home = home
        path = home + "/audit.head"
    }

    /// What the file says; nil when there is none.
    ///
    /// Throws `corrupt` for a file that says nothing.
    func stored() throws(StoreError) -> AuditHead? {
        guard let bytes = try DurableFile.read(path, atMost: 4096) else { return nil }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.split(separator: " ") }
        guard parts.count == 1, parts[0].count == 2, let count = Int64(parts[0][0]), count >= 0, parts[0][1].count == 64
        else {
            throw StoreError(code: .corrupt, message: "audit.head does not hold a count and a hash", identity: path)
        }
        return AuditHead(count: count, hash: String(parts[0][1]))
    }

    /// Compares the file with the trail when the store is opened, and writes it for a store that is new.
    func open(against trail: AuditHead, hashAt: (Int64) throws -> String?) throws {
        let stored: AuditHead?
        do throws(StoreError) {
            stored = try self.stored()
        } catch {
            guard error.code == .corrupt else { throw error }
            standing.withLock { $0 = .contradicted }
            return
        }
        let confirmed: Bool
        if let stored {
            confirmed = try (stored.count == 0 ? AuditTrail.origin : hashAt(stored.count)) == stored.hash
        } else {
            // An empty trail has had no head yet; a trail with entries has lost it.
            confirmed = trail.count == 0
        }
        standing.withLock { $0 = confirmed ? .confirmed : .contradicted }
        if confirmed { try advance(to: trail) }
    }

    /// Moves the file forward to a committed head; does nothing where it is there or further, or is contradicted.
    func advance(to head: AuditHead) throws(StoreError) {
        // Threads of this process wait for the mutex, other processes for the lock on the file.
        let failure: StoreError? = standing.withLock { standing in
            guard standing == .confirmed else { return nil }
            do throws(StoreError) {
                try DurableFile.withLock(on: path) { () throws(StoreError) in
                    if let stored = try self.stored(), stored.count >= head.count { return }
                    try DurableFile.replace(path, with: Array("\(head.count) \(head.hash)\n".utf8), folder: home)
                }
                return nil
            } catch { return error }
        }
        if let failure { throw failure }
    }
}
