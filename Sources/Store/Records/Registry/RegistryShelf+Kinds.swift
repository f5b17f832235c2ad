import GRDB
import Grading

extension InstitutionRecord {
    package static var shelf: RegistryShelf<InstitutionRecord> {
        RegistryShelf(
            find: { database, reference in
                try database.row(RegistrySQL.institution, reference.code).map(InstitutionRecord.init)
            },
            all: { try $0.rows(RegistrySQL.institutions).map(InstitutionRecord.init) },
            write: { database, entry in
                try database.run(
                    RegistrySQL.writeInstitution,
                    entry.code,
                    FileName(entry.code).key,
                    entry.addedAt.text,
                    entry.retiredAt?.text,
                    entry.title,
                    entry.ownership?.rawValue,
                    entry.county,
                    entry.contractFrom,
                    entry.contractUntil,
                    entry.englishTitle
                )
            },
            record: { database, reference in
                .institution(try database.oneRow(ExamSQL.institutionID, reference.code).integer("id"))
            }
        )
    }

    /// An entry from its row.
    fileprivate init(_ row: Row) throws {
        self.init(
            code: try row.text("name"),
            title: try row.optionalText("title"),
            englishTitle: try row.optionalText("english_title"),
            ownership: try row.optionalChoice("ownership"),
            county: try row.optionalText("county"),
            contractFrom: try row.optionalText("contract_from"),
            contractUntil: try row.optionalText("contract_until")
        )
        addedAt = try row.timestamp("registered_at")
        retiredAt = try row.optionalTimestamp("retired_at")
    }
}

extension TechnicianRecord {
    package static var shelf: RegistryShelf<TechnicianRecord> {
        RegistryShelf(
            find: { database, reference in
                try database.row(RegistrySQL.technician, reference.institution, reference.code)
                    .map(TechnicianRecord.init)
            },
            all: { try $0.rows(RegistrySQL.technicians).map(TechnicianRecord.init) },
            write: { database, entry in
                try database.run(
                    RegistrySQL.writeTechnician,
                    try database.oneRow(ExamSQL.institutionID, entry.institution).integer("id"),
                    entry.code,
                    entry.name,
                    entry.role.rawValue,
                    entry.sex?.rawValue,
                    entry.title,
                    entry.identityMasked,
                    entry.employedFrom,
                    entry.employedUntil,
                    entry.addedAt.text,
                    entry.retiredAt?.text,
                    entry.latinName
                )
            },
            record: { .technician(try $0.technicianID(institution: $1.institution ?? "", code: $1.code)) },
            mistakes: { try $0.mistake(ofInstitution: $1.institution) }
        )
    }

    /// An entry from its row.
    fileprivate init(_ row: Row) throws {
        self.init(
            institution: try row.text("institution"),
            code: try row.text("code"),
            name: try row.text("name"),
            role: try row.choice("role"),
            sex: try row.optionalChoice("sex"),
            title: try row.optionalText("title"),
            identityMasked: try row.optionalText("identity_masked"),
            employedFrom: try row.optionalText("employed_from"),
            employedUntil: try row.optionalText("employed_until"),
            latinName: try row.optionalText("latin_name")
        )
        addedAt = try row.timestamp("added_at")
        retiredAt = try row.optionalTimestamp("retired_at")
    }
}

extension DeviceRecord {
    package static var shelf: RegistryShelf<DeviceRecord> {
        RegistryShelf(
            find: { database, reference in
                try database.row(RegistrySQL.device, reference.institution, reference.code).map(DeviceRecord.init)
            },
            all: { try $0.rows(RegistrySQL.devices).map(DeviceRecord.init) },
            write: { database, entry in
                try database.run(
                    RegistrySQL.writeDevice,
                    try database.oneRow(ExamSQL.institutionID, entry.institution).integer("id"),
                    entry.code,
                    entry.maker,
                    entry.model,
                    entry.serial,
                    entry.inUseFrom,
                    entry.metrologyOn,
                    entry.inspectedOn,
                    entry.addedAt.text,
                    entry.retiredAt?.text
                )
            },
            record: { database, reference in
                let row = try database.oneRow(RegistrySQL.deviceID, reference.institution, reference.code)
                return .device(try row.integer("id"))
            },
            mistakes: { try $0.mistake(ofInstitution: $1.institution) }
        )
    }

    /// An entry from its row.
    fileprivate init(_ row: Row) throws {
        self.init(
            institution: try row.text("institution"),
            code: try row.text("code"),
            maker: try row.optionalText("maker"),
            model: try row.optionalText("model"),
            serial: try row.optionalText("serial"),
            inUseFrom: try row.optionalText("in_use_from"),
            metrologyOn: try row.optionalText("metrology_on"),
            inspectedOn: try row.optionalText("inspected_on")
        )
        addedAt = try row.timestamp("added_at")
        retiredAt = try row.optionalTimestamp("retired_at")
    }
}

extension TeacherRecord {
    package static var shelf: RegistryShelf<TeacherRecord> {
        RegistryShelf(
            find: { try $0.row(AuditSQL.teacher, $1.code).map(TeacherRecord.init) },
            all: { try $0.rows(RegistrySQL.teachers).map(TeacherRecord.init) },
            write: { database, entry in
                try database.run(
                    RegistrySQL.writeTeacher,
                    entry.id,
                    entry.name,
                    entry.title,
                    entry.workplace,
                    entry.topics.stored,
                    entry.addedAt.text,
                    entry.retiredAt?.text
                )
            },
            record: { .teacher($1.code) }
        )
    }

    /// An entry from its row.
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.text("id"),
            name: try row.text("name"),
            title: try row.optionalText("title"),
            workplace: try row.optionalText("workplace"),
            topics: [String](stored: try row.optionalText("topics"))
        )
        addedAt = try row.timestamp("added_at")
        retiredAt = try row.optionalTimestamp("retired_at")
    }
}

extension ExpertRecord {
    package static var shelf: RegistryShelf<ExpertRecord> {
        RegistryShelf(
            find: { try $0.expert($1.code) },
            all: { database in
                try database.rows(ReviewSQL.experts).map { try database.expert(of: $0) }
            },
            write: { database, entry in
                try database.run(
                    RegistrySQL.writeExpert,
                    entry.id,
                    entry.name,
                    entry.title,
                    entry.subjects.stored,
                    entry.addedAt.text,
                    entry.retiredAt?.text
                )
                try database.setInstitutions(entry.institutions, of: entry.id)
            },
            record: { .expert($1.code) },
            retired: { database, entry, now in
                try database.run(ReviewSQL.releaseExpert, entry.id, now.text, "the expert was retired")
            }
        )
    }
}

extension Database {
    /// The row of a technician, whom other tables refer to.
    ///
    /// Throws `notFound` for a code that no entry has.
    func technicianID(institution: String, code: String) throws -> Int64 {
        guard let row = try row(RegistrySQL.technicianID, institution, code) else {
            throw StoreError(
                code: .notFound,
                message: "no technician is registered so; `sonograde technician add` does it",
                identity: "\(institution)/\(code)"
            )
        }
        return try row.integer("id")
    }

    /// An institution that was neither registered nor ever seen is a slip of the pen.
    fileprivate func mistake(ofInstitution code: String) throws -> [RegistryMistake] {
        guard try row(ExamSQL.institutionID, code) == nil else { return [] }
        let message = "no institution \(code) is known; first: sonograde institution add \(code)"
        return [RegistryMistake(field: "institution", message)]
    }
}

extension [String] {
    /// As the store keeps a list of words; nil for an empty one.
    var stored: String? { isEmpty ? nil : joined(separator: ";") }

    /// A list of words from its column.
    init(stored: String?) { self = (stored ?? "").split(separator: ";").map(String.init) }
}
