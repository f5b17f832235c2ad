import Digests
import GRDB

/// Appends entries within one transaction.
///
/// An entry's hash covers its own values and the hash of the entry before, so an entry cannot be changed, moved or
/// taken out without breaking every later one.
struct AuditTrail {
    private let database: Database
    private let now: Timestamp
    /// The last entry so far.
    private(set) var head: AuditHead

    /// The hash before the first entry.
    static let origin = String(repeating: "0", count: 64)

    /// Continues the stored trail.
    init(_ database: Database, at now: Timestamp) throws {
        self.database = database
        self.now = now
        head = try Self.head(database)
    }

    /// The stored trail's last entry; count 0 when there is none.
    static func head(_ database: Database) throws -> AuditHead {
        guard let row = try database.row(AuditSQL.last) else { return AuditHead(count: 0, hash: origin) }
        return AuditHead(count: try row.integer("seq"), hash: try row.text("hash"))
    }

    /// Appends an entry; the record, where there is one, is hashed as it stands in the transaction now.
    mutating func append(_ action: AuditAction, _ subject: String, record: AuditedRecord? = nil) throws {
        var recordSHA: String?
        if let record {
            recordSHA = try record.sha256(in: database)
            guard recordSHA != nil else {
                throw StoreError(
                    code: .failed,
                    message: "an audit entry speaks of a missing record",
                    identity: record.text
                )
            }
        }
        var entry = AuditEntry(
            sequence: head.count + 1,
            at: now,
            action: action.rawValue,
            subject: subject,
            record: record?.text,
            recordSHA: recordSHA,
            previous: head.hash,
            hash: ""
        )
        entry.hash = try entry.computedHash()
        try database.run(
            AuditSQL.add,
            entry.sequence,
            now.text,
            entry.action,
            subject,
            entry.record,
            recordSHA,
            entry.previous,
            entry.hash
        )
        head = AuditHead(count: entry.sequence, hash: entry.hash)
    }
}

extension AuditEntry {
    /// SHA-256 over the entry's values and the hash before it.
    func computedHash() throws -> String {
        var record = CanonicalRecord(kind: "audit")
        record.append(String(sequence))
        record.append(at.text)
        record.append(action)
        record.append(subject)
        record.append(self.record)
        record.append(recordSHA)
        record.append(previous)
        return try record.sha256()
    }

    /// An entry from its row.
    init(_ row: Row) throws {
        self.init(
            sequence: try row.integer("seq"),
            at: try row.timestamp("at"),
            action: try row.text("action"),
            subject: try row.text("subject"),
            record: try row.optionalText("record"),
            recordSHA: try row.optionalText("record_sha"),
            previous: try row.text("previous"),
            hash: try row.text("hash")
        )
    }
}
