package import Grading

/// What the registry has entries of.
package enum RegistryKind: String, Sendable, CaseIterable {
    case institution, technician, device, teacher, expert

    /// The word that people read.
    package var name: LocalizedText {
        switch self {
        case .institution: LocalizedText(zh: "机构", en: "institution")
        case .technician: LocalizedText(zh: "技术人员", en: "technician")
        case .device: LocalizedText(zh: "设备", en: "device")
        case .teacher: LocalizedText(zh: "师资", en: "teacher")
        case .expert: LocalizedText(zh: "专家", en: "expert")
        }
    }
}

/// By what an entry is known: `C01`, `C01/zhang`, `wang`.
package struct RegistryReference: Sendable, Hashable, Comparable {
    /// Where a technician or a device belongs; nil for what has an id of its own.
    package let institution: String?
    /// The code or id, as clinics and commands write it.
    package let code: String

    /// Something with an id of its own: an institution, a teacher, an expert.
    package init(_ code: String) { (institution, self.code) = (nil, code) }

    /// A technician or a device of an institution.
    package init(institution: String, code: String) { (self.institution, self.code) = (institution, code) }

    /// Reads `INSTITUTION/CODE`; nil where a part is missing or blank.
    ///
    /// The one rule for all commands and tables: the first slash parts them, since an institution's name, a folder's,
    /// holds none; a code is the clinic's own and may. Taken as a unicode scalar, as file systems do.
    package init?(institutionAndCode text: String) {
        let scalars = text.unicodeScalars
        guard let slash = scalars.firstIndex(of: "/") else { return nil }
        let parts = [scalars[..<slash], scalars[scalars.index(after: slash)...]]
        guard parts.allSatisfy({ $0.contains { !$0.properties.isWhitespace } }) else { return nil }
        self.init(institution: String(parts[0]), code: String(parts[1]))
    }

    /// Reads `INSTITUTION/CODE` of a technician or a device, or the id of anything else.
    ///
    /// Throws `refused` where a part is missing.
    package init(text: String, of kind: RegistryKind) throws(StoreError) {
        guard [.technician, .device].contains(kind) else {
            self.init(text)
            return
        }
        guard let reference = RegistryReference(institutionAndCode: text) else {
            throw StoreError(
                code: .refused,
                message: "say which institution's \(kind.rawValue): INSTITUTION/CODE, such as C01/zhang",
                identity: text
            )
        }
        self = reference
    }

    /// As the command line and the audit trail write it.
    package var text: String { institution.map { "\($0)/\(code)" } ?? code }

    package static func < (left: RegistryReference, right: RegistryReference) -> Bool { left.text < right.text }
}

/// One thing that is wrong with an entry.
package struct RegistryMistake: Error, Sendable, Hashable {
    /// The field's name, as columns call it; nil where it is about the entry as a whole.
    package let field: String?
    /// One English line: what is wrong and what to write.
    package let message: String

    /// Names a mistake.
    package init(field: String? = nil, _ message: String) { (self.field, self.message) = (field, message) }

    /// Field and message on one line.
    package var line: String { field.map { "\($0): \(message)" } ?? message }
}

/// Something that the registry keeps: never deleted, only retired.
package protocol RegistryEntry: Sendable, Hashable {
    /// What it is an entry of.
    static var kind: RegistryKind { get }
    /// What people fill in beside the key, in the order of a table's columns.
    static var fields: [RegistryField<Self>] { get }
    /// Where the store keeps it.
    static var shelf: RegistryShelf<Self> { get }
    /// By what it is known.
    var reference: RegistryReference { get }
    /// Since when the registry has it; the store's to say.
    var addedAt: Timestamp { get set }
    /// Since when it is retired; nil while in service. The store's to say.
    var retiredAt: Timestamp? { get set }
    /// An entry of which nothing is known yet but the key.
    init(reference: RegistryReference)
    /// What contradicts itself between fields.
    var contradictions: [RegistryMistake] { get }
}

extension RegistryEntry {
    package var contradictions: [RegistryMistake] { [] }

    /// Brings the entry into the form in which it is kept; everything that is wrong with it, in the order of its fields.
    ///
    /// Each field is written as text and read again, so a value set by code is held to the same rules as one in a table,
    /// and an identity number is masked wherever it comes from.
    mutating func normalise() -> [RegistryMistake] {
        var found: [RegistryMistake] = []
        if let mistake = Self.mistake(in: reference) { found.append(mistake) }
        for field in Self.fields {
            do throws(RegistryMistake) { try field.set(&self, field.get(self)) } catch { found.append(error) }
        }
        return found + (found.isEmpty ? contradictions : [])
    }

    /// Sets a field by its name, read as people write it.
    package mutating func set(_ name: String, to text: String) throws(RegistryMistake) {
        guard let field = Self.fields.first(where: { $0.name == name }) else {
            throw RegistryMistake(field: name, "no \(Self.kind.rawValue) has such a field")
        }
        try field.set(&self, text)
    }

    /// Why a reference can be no entry's; nil where it can.
    package static func mistake(in reference: RegistryReference) -> RegistryMistake? {
        let hasOwnID = [.teacher, .expert].contains(kind)
        for (field, text) in [("institution", reference.institution), (hasOwnID ? "id" : "code", reference.code)] {
            guard let text else { continue }
            if hasOwnID {
                let isPlain = text.unicodeScalars.allSatisfy { scalar in
                    scalar != "/" && !scalar.properties.isWhitespace && scalar.value >= 32
                        && !(127...159).contains(scalar.value)
                }
                guard !text.isEmpty, text.count <= 64, isPlain else {
                    let message = "1 to 64 characters, without spaces and slashes"
                    return RegistryMistake(field: field, message)
                }
            } else if let problem = RegistryText.problem(text, atMost: 64) {
                return RegistryMistake(field: field, problem)
            } else if field == "institution" || kind == .institution, !FileName.isSafe(text) {
                return RegistryMistake(
                    field: field,
                    "an institution is called as its inbox folder: no slash, no dot first"
                )
            }
        }
        return nil
    }
}
