import GRDB

extension Store {
    /// Quarantine entries, newest first; `before` is the last page's last id.
    package func quarantined(
        _ filter: QuarantineFilter,
        before: Int64? = nil,
        limit: Int
    ) throws(StoreError) -> [QuarantineEntry] {
        let before = before ?? .max
        return try read { database in
            let rows =
                if let state = filter.state {
                    try database.rows(
                        InboxSQL.pageOfState,
                        before,
                        filter.institution,
                        filter.code,
                        limit,
                        state.rawValue
                    )
                } else {
                    try database.rows(InboxSQL.page, before, filter.institution, filter.code, limit)
                }
            return try rows.map { try QuarantineEntry($0) }
        }
    }

    /// One quarantine entry.
    ///
    /// Throws `notFound`.
    package func quarantineEntry(_ id: Int64) throws(StoreError) -> QuarantineEntry {
        try read { try QuarantineEntry(id, in: $0) }
    }

    /// Closes an open entry whose file was put back into the inbox.
    ///
    /// Throws `notFound`, `refused` when it isn't open.
    package func markRetried(quarantine id: Int64, at now: Timestamp) throws(StoreError) {
        try close(quarantine: id, as: .retried, .quarantineRetried, at: now)
    }

    /// Closes an open entry that a person gives up.
    ///
    /// Throws `notFound`, `refused` when it isn't open.
    package func markDiscarded(quarantine id: Int64, at now: Timestamp) throws(StoreError) {
        try close(quarantine: id, as: .discarded, .quarantineDiscarded, at: now)
    }

    /// Closes the open entry of a file that belonged to no exam, in whose place another of that path came; does nothing
    /// where there is none.
    package func markReplaced(original path: FileName, at now: Timestamp) throws(StoreError) {
        guard try read({ try $0.row(InboxSQL.openByOriginal, path.key) }) != nil else { return }
        try writeAudited(at: now) { database, trail in
            guard let row = try database.row(InboxSQL.openByOriginal, path.key) else { return }
            let id = try row.integer("id")
            try database.run(InboxSQL.setState, id, QuarantineState.replaced.rawValue, now.text)
            try trail.append(.quarantineReplaced, path.display, record: .quarantine(id))
        }
    }

    private func close(
        quarantine id: Int64,
        as state: QuarantineState,
        _ action: AuditAction,
        at now: Timestamp
    ) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            let entry = try QuarantineEntry(id, in: database)
            guard entry.state == .open else {
                throw StoreError(
                    code: .refused,
                    message: "the entry is \(entry.state.rawValue) and not open any more",
                    identity: "quarantine \(id)"
                )
            }
            try database.run(InboxSQL.setState, id, state.rawValue, now.text)
            try trail.append(action, entry.originalPath.display, record: .quarantine(id))
        }
    }
}

extension QuarantineEntry {
    /// The entry with that id.
    ///
    /// Throws `notFound`.
    fileprivate init(_ id: Int64, in database: Database) throws {
        guard let row = try database.row(InboxSQL.entry, id) else {
            throw StoreError(
                code: .notFound,
                message: "there is no such entry in quarantine",
                identity: "quarantine \(id)"
            )
        }
        try self.init(row)
    }

    /// An entry from the columns of `InboxSQL.entry`.
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.integer("id"),
            institution: try row.optionalText("institution_name") == nil ? nil : row.institution(),
            examID: try row.optionalInteger("exam_id"),
            originalPath: try row.fileName("original"),
            path: try row.fileName("path"),
            code: try row.text("code"),
            message: try row.text("message"),
            at: try row.timestamp("at"),
            state: try row.choice("state"),
            stateAt: try row.timestamp("state_at"),
            sha256: try row.optionalText("sha256"),
            bytes: try row.integer("bytes")
        )
    }
}
