extension Store {
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
extension StoreError {
    static let notYet = StoreError(code: .failed, message: "not written yet")
}
