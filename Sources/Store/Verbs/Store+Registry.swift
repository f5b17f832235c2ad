import GRDB

extension Store {
    /// Adds an entry; `addedAt` and `retiredAt` are the store's to say.
    ///
    /// Throws `denied` where there is one of that reference, in service or retired, and `refused` with every mistake.
    package func add<Entry: RegistryEntry>(_ entry: Entry, at now: Timestamp) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            if let there = try Entry.shelf.find(database, entry.reference) {
                let hint = there.retiredAt == nil ? "change" : "retire --undo"
                throw StoreError(
                    code: .denied,
                    message: there.retiredAt == nil
                        ? "is registered already; see: sonograde \(Entry.kind.rawValue) \(hint)"
                        : "is registered and retired; see: sonograde \(Entry.kind.rawValue) \(hint)",
                    identity: entry.reference.text
                )
            }
            var entry = entry
            (entry.addedAt, entry.retiredAt) = (now, nil)
            try database.check(&entry)
            try database.put(entry, "added", into: &trail)
        }
    }

    /// Changes an entry by a function, which must not change its reference.
    ///
    /// Returns whether anything changed. Throws `notFound`, and `refused` with every mistake.
    @discardableResult
    package func change<Entry: RegistryEntry>(
        _: Entry.Type,
        _ reference: RegistryReference,
        at now: Timestamp,
        _ edit: (inout Entry) throws(RegistryMistake) -> Void
    ) throws(StoreError) -> Bool {
        try writeAudited(at: now) { database, trail in
            let before: Entry = try database.registered(reference)
            var entry = before
            do throws(RegistryMistake) { try edit(&entry) } catch { throw StoreError(error, of: entry) }
            (entry.addedAt, entry.retiredAt) = (before.addedAt, before.retiredAt)
            try database.check(&entry)
            guard entry != before else { return false }
            try database.put(entry, "changed", into: &trail)
            return true
        }
    }

    /// Retires an entry, or takes it back into service; nothing else of it changes, and what history names stays.
    ///
    /// Returns whether anything changed. Throws `notFound`.
    @discardableResult
    package func retire<Entry: RegistryEntry>(
        _: Entry.Type,
        _ reference: RegistryReference,
        undo: Bool = false,
        at now: Timestamp
    ) throws(StoreError) -> Bool {
        try writeAudited(at: now) { database, trail in
            let entry: Entry = try database.registered(reference)
            guard (entry.retiredAt != nil) == undo else { return false }
            try database.setRetired(!undo, entry, at: now, into: &trail)
            return true
        }
    }

    /// The entry of a reference, retired or not; nil where there is none.
    package func entry<Entry: RegistryEntry>(
        _: Entry.Type,
        _ reference: RegistryReference
    ) throws(StoreError) -> Entry? {
        try read { try Entry.shelf.find($0, reference) }
    }

    /// All entries of a kind, by reference.
    package func entries<Entry: RegistryEntry>(_: Entry.Type, withRetired: Bool) throws(StoreError) -> [Entry] {
        try read { try Entry.shelf.all($0).filter { withRetired || $0.retiredAt == nil } }
    }

    /// Those of some institutions' codes that are neither registered nor were ever seen, sorted: slips, most likely.
    package func unknownInstitutions(among codes: some Sequence<String>) throws(StoreError) -> [String] {
        let codes = Set(codes)
        return try read { database in
            try codes.filter { try database.row(ExamSQL.institutionID, $0) == nil }.sorted()
        }
    }

    /// Codes that exams name and no entry has; none for teachers and experts.
    package func seenCodes(of kind: RegistryKind) throws(StoreError) -> [SeenCode] {
        let statement: String
        switch kind {
        case .institution: statement = RegistrySQL.seenInstitutions
        case .technician: statement = RegistrySQL.seenTechnicians
        case .device: statement = RegistrySQL.seenDevices
        case .teacher, .expert: return []
        }
        return try read { database in
            try database.rows(statement).map { row in
                let code = try row.text("code")
                return SeenCode(
                    reference: kind == .institution
                        ? RegistryReference(code)
                        : RegistryReference(institution: try row.text("institution"), code: code),
                    exams: try row.count("exams"),
                    firstReceived: try row.optionalTimestamp("first_received"),
                    lastReceived: try row.optionalTimestamp("last_received")
                )
            }
        }
    }
}

extension Database {
    /// The entry of a reference; throws `notFound`.
    func registered<Entry: RegistryEntry>(_ reference: RegistryReference) throws -> Entry {
        guard let entry = try Entry.shelf.find(self, reference) else {
            throw StoreError(
                code: .notFound,
                message: "no such \(Entry.kind.rawValue) is registered; see: sonograde \(Entry.kind.rawValue) list",
                identity: reference.text
            )
        }
        return entry
    }

    /// Brings an entry into its form; everything that is wrong with it, to the fields and to the store.
    func normalise<Entry: RegistryEntry>(_ entry: inout Entry) throws -> [RegistryMistake] {
        try entry.normalise() + Entry.shelf.mistakes(self, entry)
    }

    /// Writes an entry and its line of the trail; `what` is `added`, `changed`, `retired` or `reinstated`.
    func put<Entry: RegistryEntry>(_ entry: Entry, _ what: String, into trail: inout AuditTrail) throws {
        try Entry.shelf.write(self, entry)
        guard let action = AuditAction(rawValue: "\(Entry.kind.rawValue).\(what)") else {
            throw StoreError(code: .failed, message: "the audit trail has no word for `\(Entry.kind.rawValue).\(what)`")
        }
        try trail.append(action, entry.reference.text, record: try Entry.shelf.record(self, entry.reference))
    }

    /// Retires an entry or takes it back.
    func setRetired<Entry: RegistryEntry>(
        _ isRetired: Bool,
        _ entry: Entry,
        at now: Timestamp,
        into trail: inout AuditTrail
    ) throws {
        var entry = entry
        entry.retiredAt = isRetired ? now : nil
        try put(entry, isRetired ? "retired" : "reinstated", into: &trail)
        if isRetired { try Entry.shelf.retired(self, entry, now) }
    }

    fileprivate func check<Entry: RegistryEntry>(_ entry: inout Entry) throws {
        let mistakes = try normalise(&entry)
        guard mistakes.isEmpty else {
            let lines = mistakes.map(\.line).joined(separator: "; ")
            throw StoreError(code: .refused, message: lines, identity: entry.reference.text)
        }
    }
}

extension StoreError {
    /// A mistake in what was to be written of an entry.
    fileprivate init(_ mistake: RegistryMistake, of entry: some RegistryEntry) {
        self.init(code: .refused, message: mistake.line, identity: entry.reference.text)
    }
}
