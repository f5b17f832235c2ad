import GRDB

/// Checks the trail against itself, the records, the head and the vault.
///
/// A record that changes (an exam) must be what its last entry hashed; one that never changes (a grade) must be what
/// every entry about it hashed. Each record of the store must have an entry.
struct AuditVerifier {
    private let database: Database
    private(set) var result = AuditVerification(entries: 0, records: 0, originals: 0, problems: [], problemCount: 0)
    /// The last entry about each record that may change.
    private var newest: [AuditedRecord: (sha256: String, sequence: Int64)] = [:]
    /// How many different records of each kind the entries speak of.
    private var spokenOf: [String: Int] = [:]
    /// The trail's last entry.
    private var last: (count: Int64, hash: String) = (0, AuditTrail.origin)

    private static let mostProblems = 1000
    private static let progressStep: Int64 = 1000

    /// Looks at a snapshot.
    init(database: Database) { self.database = database }

    private mutating func report(_ kind: AuditProblem.Kind, _ subject: String, _ message: String) {
        result.problemCount += 1
        guard result.problems.count < Self.mostProblems else { return }
        result.problems.append(AuditProblem(kind: kind, subject: subject, message: message))
    }

    /// Goes through all entries in order.
    mutating func checkTrail(_ progress: (Int64) -> Void) throws {
        var expected: (sequence: Int64, previous: String) = (1, AuditTrail.origin)
        try database.forEachRow(AuditSQL.inOrder) { row in
            let entry: AuditEntry
            do { entry = try AuditEntry(row) } catch {
                result.entries += 1
                report(.brokenChain, "entry after \(expected.sequence - 1)", "holds values that no entry has")
                return
            }
            result.entries += 1
            if entry.sequence != expected.sequence {
                report(
                    .brokenChain,
                    "entry \(expected.sequence)",
                    "is missing: the next entry has number \(entry.sequence)"
                )
            } else if entry.previous != expected.previous {
                report(.brokenChain, "entry \(entry.sequence)", "does not follow from the entry before it")
            }
            if try entry.computedHash() != entry.hash {
                report(.brokenChain, "entry \(entry.sequence)", "was changed: its values do not hash to its hash")
            }
            try checkRecord(of: entry)
            expected = (entry.sequence + 1, entry.hash)
            if result.entries % Self.progressStep == 0 { progress(result.entries) }
        }
        last = (expected.sequence - 1, expected.previous)
    }

    private mutating func checkRecord(of entry: AuditEntry) throws {
        guard let text = entry.record, let sha256 = entry.recordSHA else { return }
        guard let record = AuditedRecord(text) else {
            return report(.brokenChain, "entry \(entry.sequence)", "speaks of `\(text)`, which is no kind of record")
        }
        guard !record.mayChange else {
            if newest.updateValue((sha256, entry.sequence), forKey: record) == nil {
                spokenOf[record.kind, default: 0] += 1
            }
            return
        }
        spokenOf[record.kind, default: 0] += 1
        try check(record, sha256, entry: entry.sequence)
    }

    private mutating func check(_ record: AuditedRecord, _ sha256: String, entry: Int64) throws {
        result.records += 1
        guard let now = try record.sha256(in: database) else {
            return report(.missingRecord, record.text, "is gone; entry \(entry) speaks of it")
        }
        if now != sha256 { report(.changedRecord, record.text, "is not what entry \(entry) recorded") }
    }

    /// Compares records that change with their last entries, and looks for records without one.
    mutating func checkRecords() throws {
        for (record, entry) in newest.sorted(by: { $0.value.sequence < $1.value.sequence }) {
            try check(record, entry.sha256, entry: entry.sequence)
        }
        for row in try database.rows(AuditSQL.recordCounts) {
            let kind = try row.text("kind")
            let surplus = try row.count("records") - (spokenOf[kind] ?? 0)
            if surplus > 0 {
                report(
                    .unknownRecord,
                    kind,
                    "\(surplus) records of this kind have no entry: the trail's tail was cut, or they were put in by hand"
                )
            }
        }
        for row in try database.rows(AuditSQL.imagesWithoutGrade) {
            report(.missingRecord, "image \(try row.integer("id"))", "has no grade of its own")
        }
        for row in try database.rows(AuditSQL.imagesWithWrongReading) {
            report(.changedRecord, "image \(try row.integer("id"))", "its final result is not its last reading's")
        }
        for row in try database.rows(QueueSQL.misplaced) {
            report(
                .changedRecord,
                "image \(try row.integer("image_id"))",
                try row.integer("waits") == 1
                    ? "waits for an expert, though nothing asks for one" : "needs an expert, but is not in the queue"
            )
        }
        for row in try database.rows(QueueSQL.miscounted) {
            report(
                .changedRecord,
                "queue",
                "institution \(try row.integer("institution_id")): not as many wait as counted"
            )
        }
        for row in try database.rows(AuditSQL.examsWithWrongAnswer) {
            report(.changedRecord, "exam/\(try row.integer("id"))", "its answered revision is not the last answer's")
        }
    }

    /// Compares `audit.head` with the trail.
    ///
    /// It may be behind, as a crash leaves it, and never ahead.
    mutating func checkHead(_ stored: Result<AuditHead?, StoreError>) throws {
        let head: AuditHead?
        switch stored {
        case .success(let found): head = found
        case .failure(let error): return report(.headMismatch, "audit.head", error.message)
        }
        guard let head else {
            if result.entries > 0 { report(.headMismatch, "audit.head", "is missing") }
            return
        }
        guard head.count <= last.count else {
            return report(
                .headMismatch,
                "audit.head",
                "knows \(head.count) entries, the store has \(last.count): the trail's tail was cut"
            )
        }
        let hash = try head.count == 0 ? AuditTrail.origin : database.row(AuditSQL.hashAt, head.count)?.text("hash")
        if hash != head.hash {
            report(.headMismatch, "audit.head", "has another hash for entry \(head.count) than the store")
        }
    }

    /// Reads every original that an image needs and hashes it.
    mutating func checkOriginals(_ vault: Vault, _ progress: (Int64) -> Void) throws {
        try database.forEachRow(AuditSQL.originals) { row in
            let sha256 = try row.text("sha256")
            result.originals += 1
            do throws(StoreError) {
                if try !vault.verify(sha256: sha256) {
                    report(.changedOriginal, sha256, "the vault's bytes do not hash to their name; restore the file")
                }
            } catch {
                report(.missingOriginal, sha256, "cannot be read from the vault: \(error.message)")
            }
            if result.originals % Self.progressStep == 0 { progress(result.entries + result.originals) }
        }
    }
}
