import GRDB

/// Everything that a home remembers, spoken to in verbs of the product.
///
/// The way of an exam through this room:
/// 1. `exam(…)` and `knownImages(…)`: what is there already, for planning.
/// 2. `Vault`: originals to `vault/ab/cd/<sha256>.<ext>`; `appendStage` notes how far the exam has come.
/// 3. `commit`: one transaction an exam; then the inbox files go and `markRemoved` says so.
/// 4. `examsToAnswer`, `examDetail`, `markAnswered`: the outbox.
///
/// All calls are synchronous, block on the disk, and may be made from any thread; writers wait for each other.
package final class Store: Sendable {
    /// Whether the store may be changed.
    enum Access { case reading, writing }

    let pool: DatabasePool
    let access: Access
    let head: AuditHeadFile

    init(pool: DatabasePool, access: Access, head: AuditHeadFile) {
        self.pool = pool
        self.access = access
        self.head = head
    }

    /// Reads in one snapshot, beside writers.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try pool.read(body) } catch { throw StoreError(error) }
    }

    /// As `read`, for bodies that hand rows to the caller: the caller's own errors come through as they are.
    func stream(_ body: (Database) throws -> Void) throws {
        do { try pool.read(body) } catch let error as DatabaseError { throw StoreError(error) }
    }

    /// Writes in one transaction; nothing is written when `body` throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        guard access == .writing else {
            throw StoreError(code: .readOnly, message: "the store was opened for reading only")
        }
        do { return try pool.write(body) } catch { throw StoreError(error) }
    }

    /// As `write`, with entries to the audit trail; `audit.head` follows the commit.
    func writeAudited<Value>(
        at now: Timestamp,
        _ body: (Database, inout AuditTrail) throws -> Value
    ) throws(StoreError) -> Value {
        let (value, newest) = try write { database in
            var trail = try AuditTrail(database, at: now)
            let value = try body(database, &trail)
            return (value, trail.head)
        }
        try head.advance(to: newest)
        return value
    }
}

extension StoreError {
    /// Any error of a transaction as the room's own.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(error)
        default: self.init(code: .failed, message: "the store failed", cause: String(describing: error))
        }
    }

    /// SQLite's result codes as the room's codes.
    init(_ error: DatabaseError) {
        let (code, message): (Code, String) =
            switch error.resultCode {
            case .SQLITE_FULL: (.diskFull, "the disk is full; nothing was written. Make room and start again")
            case .SQLITE_BUSY, .SQLITE_LOCKED: (.busy, "another process holds the store; try again")
            case .SQLITE_CORRUPT: (.corrupt, "the store's file is damaged; restore it from a backup")
            case .SQLITE_NOTADB: (.notOurs, "this is no SQLite file; name another home or move the file away")
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
                (.cannotOpen, "the store's file cannot be opened; check that the home exists and its permissions")
            case .SQLITE_READONLY: (.readOnly, "the store's file cannot be written; check its permissions")
            case .SQLITE_MISUSE: (.cannotOpen, "the store is closed")
            case .SQLITE_CONSTRAINT: (.refused, "the store refused values that contradict each other")
            default: (.failed, "the store failed")
            }
        self.init(code: code, message: message, cause: error.message ?? error.resultCode.description)
    }
}
