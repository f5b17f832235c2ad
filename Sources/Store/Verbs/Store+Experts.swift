import GRDB

extension Store {
    /// Puts an expert on the roster; `addedAt` and `retiredAt` are the store's to say.
    ///
    /// Throws `denied` where the id is taken, `refused` for one that no expert can have.
    package func addExpert(_ expert: ExpertRecord, at now: Timestamp) throws(StoreError) {
        try add(expert, at: now)
    }

    /// Changes what the roster says of an expert; nil leaves as it is, an empty list takes all institutions away.
    ///
    /// Throws `notFound`.
    package func changeExpert(
        id: String,
        name: String?,
        institutions: [String]?,
        at now: Timestamp
    ) throws(StoreError) {
        try change(ExpertRecord.self, RegistryReference(id), at: now) { expert in
            if let name { expert.name = name }
            if let institutions { expert.institutions = institutions }
        }
    }

    /// The expert takes no more work; what was claimed is free again, and what was read stays.
    ///
    /// Throws `notFound`. An expert who is retired already stays as is.
    package func retireExpert(id: String, at now: Timestamp) throws(StoreError) {
        try retire(ExpertRecord.self, RegistryReference(id), at: now)
    }

    /// The roster by id.
    package func experts(withRetired: Bool) throws(StoreError) -> [ExpertRecord] {
        try read { database in
            try database.rows(ReviewSQL.experts).map { try database.expert(of: $0) }
                .filter { withRetired || $0.retiredAt == nil }
        }
    }

    /// Whether somebody may review here.
    ///
    /// Throws `denied` with the reason, and `refused` for an id that no expert can have.
    package func expertStanding(_ id: String) throws(StoreError) -> ExpertStanding {
        try read { try $0.expertStanding(id) }
    }
}

extension Database {
    /// Whether somebody may review here; throws `denied` with the reason.
    func expertStanding(_ id: String) throws -> ExpertStanding {
        try ExpertRecord.check(id: id)
        guard let expert = try expert(id) else {
            guard try rows(ReviewSQL.experts).isEmpty else {
                throw StoreError(
                    code: .denied,
                    message: "the roster has no such expert; `sonograde expert add` puts one on it",
                    identity: id
                )
            }
            return .noRoster
        }
        guard expert.retiredAt == nil else {
            throw StoreError(code: .denied, message: "the expert is retired and takes no more work", identity: id)
        }
        return .onRoster(expert)
    }

    /// The roster's entry of an id; nil where there is none.
    func expert(_ id: String) throws -> ExpertRecord? { try row(ReviewSQL.expert, id).map { try expert(of: $0) } }

    /// An entry of the roster with its institutions.
    func expert(of row: Row) throws -> ExpertRecord {
        let id = try row.text("id")
        var expert = ExpertRecord(
            id: id,
            name: try row.text("name"),
            institutions: try rows(ReviewSQL.institutionsOfExpert, id).map { try $0.text("institution") },
            addedAt: try row.timestamp("added_at"),
            retiredAt: try row.optionalTimestamp("retired_at")
        )
        expert.title = try row.optionalText("title")
        expert.subjects = [String](stored: try row.optionalText("subjects"))
        return expert
    }

    /// Takes the place of all institutions that an expert had.
    func setInstitutions(_ names: [String], of expert: String) throws {
        try run(ReviewSQL.removeInstitutions, expert)
        for name in names { try run(ReviewSQL.addInstitution, expert, name) }
    }
}

extension ExpertRecord {
    /// Throws `refused` for an id that no expert can have.
    fileprivate static func check(id: String) throws {
        guard let mistake = mistake(in: RegistryReference(id)) else { return }
        throw StoreError(code: .refused, message: "an expert's id has \(mistake.message)", identity: id)
    }
}
