import GRDB

extension Store {
    /// Recomputes the audit trail from the first entry, the records it speaks of, the vault and `audit.head`.
    ///
    /// `progress` is told the number of entries and originals checked so far, once in a thousand. What other threads
    /// write meanwhile is not looked at. Findings are values; errors are thrown only where the check cannot be made.
    package func verifyAudit(
        vault: Vault,
        progress: (Int64) -> Void = { _ in }
    ) throws(StoreError) -> AuditVerification {
        // Before the snapshot: a head that moves on meanwhile must not look ahead of it.
        let stored: Result<AuditHead?, StoreError>
        do throws(StoreError) { stored = .success(try head.stored()) } catch { stored = .failure(error) }
        return try read { database in
            var verifier = AuditVerifier(database: database)
            try verifier.checkTrail(progress)
            try verifier.checkRecords()
            try verifier.checkHead(stored)
            try verifier.checkOriginals(vault, progress)
            return verifier.result
        }
    }

    /// The trail's last entries, newest first.
    package func auditTail(limit: Int) throws(StoreError) -> [AuditEntry] {
        try read { try $0.rows(AuditSQL.tail, limit).map { try AuditEntry($0) } }
    }
}
