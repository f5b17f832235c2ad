extension Store {
    /// Opens a home's store for writing, makes it if it isn't there, and brings an older schema up to date.
    ///
    /// The files are `sonograde.sqlite` (with `-wal` and `-shm`) and `audit.head` in `home`, which must exist.
    /// Throws `cannotOpen`, `notOurs` (an SQLite file of something else, or none), `newerSchema`, `corrupt`, `busy`.
    package static func open(home: String, at now: Timestamp) throws(StoreError) -> Store { throw .notYet }

    /// Opens a home's store for reading; every writing verb then throws `readOnly`.
    ///
    /// Throws `cannotOpen` where there is none and `newerSchema` or `notOurs` as `open` does.
    package static func openReadOnly(home: String) throws(StoreError) -> Store { throw .notYet }

    /// Writes `audit.head` a last time and closes all connections; later verbs throw `cannotOpen`.
    package func close() throws(StoreError) { throw .notYet }

    /// The schema version that the file has.
    package var schemaVersion: Int { get throws(StoreError) { throw .notYet } }

    // MARK: Intake

    /// The exam that a submission would add to; nil when it would be a new one.
    package func exam(
        institution: FileName, identity: ExamIdentity, receivedAt: Timestamp, lateDays: Int
    ) throws(StoreError) -> ExamRecord? { throw .notYet }

    /// The exam's current images in byte order of their names, unreadable ones among them.
    package func knownImages(exam: Int64) throws(StoreError) -> [KnownImage] { throw .notYet }

    /// Notes a stage of an exam in the audit trail, in a small durable transaction of its own.
    ///
    /// `subject` is `institution/folder`. Stages are no part of `dump`.
    package func appendStage(_ stage: ExamStage, subject: String, at now: Timestamp) throws(StoreError) {
        throw .notYet
    }

    /// Writes one exam's submission in one transaction and raises the exam's revision.
    ///
    /// A file whose name is new becomes an image; other bytes under a known name are a correction, which supersedes
    /// the image that was there; the same bytes are an ignored re-drop; a file whose very inbox entry was committed
    /// Images with the same bytes are marked on both sides, and exams that are touched by it are to be answered again.
    /// Throws `refused` for a `.reDrop` whose bytes are not the current version's, and `diskFull`, `busy`, `failed`;
    /// then nothing was written.
    package func commit(
        _ submission: SubmissionCommit, effective: EffectiveGrade, at now: Timestamp
    ) throws(StoreError) -> CommitOutcome { throw .notYet }

    /// Quarantines a file that belongs to no exam. Returns its entry's id.
    package func quarantine(_ stray: StrayFile, at now: Timestamp) throws(StoreError) -> Int64 { throw .notYet }

    /// Committed inbox files that are still to be removed: all, an institution's, or one folder's.
    package func pendingRemovals(
        institution: FileName? = nil, folder: FileName? = nil
    ) throws(StoreError) -> [InboxFile] { throw .notYet }

    /// Forgets committed inbox files that are gone now (removed, or replaced by something else).
    package func markRemoved(_ files: [InboxFile]) throws(StoreError) { throw .notYet }

    /// Remembers a file that stays in the inbox because it cannot be read or removed.
    ///
    /// True the first time this very file (path, inode, size, mtime) is seen, so that it is named once.
    package func rememberLeft(_ file: LeftFile) throws(StoreError) -> Bool { throw .notYet }

    /// The files that stay in the inbox, in byte order of their paths.
    package func leftFiles() throws(StoreError) -> [LeftFile] { throw .notYet }

    /// Forgets files that stayed in the inbox and don't any more.
    package func forgetLeft(paths: [FileName]) throws(StoreError) { throw .notYet }

    // MARK: Answering

    /// Exams whose answer is missing or older than the exam, withdrawn ones too; longest waiting first.
    package func examsToAnswer(limit: Int) throws(StoreError) -> [ExamToAnswer] { throw .notYet }

    /// Everything a report about one exam needs, read in one snapshot. Throws `notFound`.
    package func examDetail(_ exam: Int64) throws(StoreError) -> ExamDetail { throw .notYet }

    /// Notes that the answer to `revision` stands in the outbox; `reportSHA` is the SHA-256 of report.json.
    ///
    /// Where the exam has a newer revision meanwhile it still waits. Throws `notFound`.
    package func markAnswered(
        exam: Int64, revision: Int, reportSHA: String, at now: Timestamp
    ) throws(StoreError) { throw .notYet }

    /// The exams of an institution, newest receipt first; `before` pages on from the last one's receipt and id.
    package func exams(
        institution: String? = nil, before: (receivedAt: Timestamp, id: Int64)? = nil, limit: Int
    ) throws(StoreError) -> [ExamRecord] { throw .notYet }

    /// Exams of that examId or folder name, newest receipt first.
    package func exams(named name: String, institution: String? = nil) throws(StoreError) -> [ExamRecord] {
        throw .notYet
    }

    // MARK: Regrading

    /// Current images with an original in the vault, by rising image id; `after` is the last page's last id.
    package func regradeCandidates(
        _ filter: RegradeFilter, after: Int64 = 0, limit: Int
    ) throws(StoreError) -> [RegradeCandidate] { throw .notYet }

    /// Appends new grades in one transaction; the old ones stay.
    package func commitRegrade(
        _ regrades: [Regrade], effective: EffectiveGrade, at now: Timestamp
    ) throws(StoreError) -> RegradeOutcome { throw .notYet }

    // MARK: Quarantine

    /// Quarantine entries, newest first; `before` is the last page's last id.
    package func quarantined(
        _ filter: QuarantineFilter, before: Int64? = nil, limit: Int
    ) throws(StoreError) -> [QuarantineEntry] { throw .notYet }

    /// One quarantine entry. Throws `notFound`.
    package func quarantineEntry(_ id: Int64) throws(StoreError) -> QuarantineEntry { throw .notYet }

    /// Closes an open entry whose file was put back into the inbox. Throws `notFound`, `refused` when it isn't open.
    package func markRetried(quarantine id: Int64, at now: Timestamp) throws(StoreError) { throw .notYet }

    /// Closes an open entry that a person gives up. Throws `notFound`, `refused` when it isn't open.
    package func markDiscarded(quarantine id: Int64, at now: Timestamp) throws(StoreError) { throw .notYet }

    // MARK: Looking

    /// The home's figures at this moment.
    package func statusCounts() throws(StoreError) -> StatusCounts { throw .notYet }

    /// A period's figures; for one exam the period is ignored. Throws `notFound` for an unknown exam or institution.
    package func report(_ scope: ReportScope, _ period: ReportPeriod) throws(StoreError) -> PeriodReport {
        throw .notYet
    }

    /// Hands over each exam's sections with their best scores, one exam at a time, by rising id.
    package func forEachExamSections(
        _ scope: ReportScope, _ period: ReportPeriod, _ body: (ExamSections) throws -> Void
    ) throws { throw StoreError.notYet }

    /// Writes the store's contents line by line, sorted, without times, row ids and revisions.
    ///
    /// Two stores that were given the same input have the same dump, whatever the order of institutions and exams,
    /// the number of workers and the crashes in between. One JSON object a line, `\n` not included.
    package func dump(into line: (String) throws -> Void) throws { throw StoreError.notYet }

    // MARK: Audit

    /// Recomputes the audit trail from the first entry, the records it speaks of, the vault and `audit.head`.
    ///
    /// `progress` is told the number of entries and originals checked so far, about once in a thousand.
    package func verifyAudit(
        vault: Vault, progress: (Int64) -> Void = { _ in }
    ) throws(StoreError) -> AuditVerification { throw .notYet }

    /// The trail's last entries, newest first.
    package func auditTail(limit: Int) throws(StoreError) -> [AuditEntry] { throw .notYet }
}
