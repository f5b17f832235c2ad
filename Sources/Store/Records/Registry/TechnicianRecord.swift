package import Grading

/// What somebody is in an ultrasound room.
package enum StaffRole: String, RegistryChoice, CaseIterable {
    case technician, physician

    /// The word that people read.
    package var title: LocalizedText {
        switch self {
        case .technician: LocalizedText(zh: "技师", en: "technician")
        case .physician: LocalizedText(zh: "医师", en: "physician")
        }
    }

    var otherWords: [String] { self == .technician ? ["超声技师"] : ["超声医师", "医生", "doctor"] }
}

/// A person's sex as certificates name it.
package enum Sex: String, RegistryChoice, CaseIterable {
    case female, male

    /// The word that people read.
    package var title: LocalizedText {
        switch self {
        case .female: LocalizedText(zh: "女", en: "female")
        case .male: LocalizedText(zh: "男", en: "male")
        }
    }

    var otherWords: [String] { self == .female ? ["F"] : ["M"] }
}

/// Somebody who makes images in an institution of the network.
package struct TechnicianRecord: RegistryEntry {
    /// The institution's code.
    package var institution: String
    /// As clinics write it into `exam.json`.
    package var code: String
    /// The name that people read.
    package var name: String
    /// The same in Latin letters (`ZHANG Li`), as its bearer writes it and never derived; nil where nobody said.
    package var latinName: String?
    package var role: StaffRole
    package var sex: Sex?
    /// 职称, such as 主管技师.
    package var title: String?
    /// `510***********1234`; the full number is never kept.
    package var identityMasked: String?
    /// First day of full-time work here, `yyyy-MM-dd`.
    package var employedFrom: String?
    /// Last day of full-time work here, `yyyy-MM-dd`.
    package var employedUntil: String?
    package var addedAt = Timestamp(milliseconds: 0)
    package var retiredAt: Timestamp?

    /// A technician; `addedAt` and `retiredAt` are the store's to say.
    ///
    /// An identity number is masked when it is stored.
    package init(
        institution: String,
        code: String,
        name: String,
        role: StaffRole = .technician,
        sex: Sex? = nil,
        title: String? = nil,
        identityMasked: String? = nil,
        employedFrom: String? = nil,
        employedUntil: String? = nil,
        latinName: String? = nil
    ) {
        self.institution = institution
        self.code = code
        self.name = name
        self.role = role
        self.sex = sex
        self.title = title
        self.identityMasked = identityMasked
        self.employedFrom = employedFrom
        self.employedUntil = employedUntil
        self.latinName = latinName
    }

    package init(reference: RegistryReference) {
        self.init(institution: reference.institution ?? "", code: reference.code, name: "")
    }

    package static var kind: RegistryKind { .technician }
    package var reference: RegistryReference { RegistryReference(institution: institution, code: code) }

    package static var fields: [RegistryField<TechnicianRecord>] {
        [
            .required("name", "姓名", "name", \.name),
            .words("latin_name", "姓名拼音", "name in Latin letters", \.latinName, read: RegistryText.latinName),
            .requiredChoice("role", "岗位", "role", \.role),
            .choice("sex", "性别", "sex", \.sex),
            .words("title", "职称", "professional title", \.title),
            .identity("identity", "身份证号", "identity number", \.identityMasked),
            .day("employed_from", "到岗日期", "employed from", \.employedFrom),
            .day("employed_until", "离岗日期", "employed until", \.employedUntil),
        ]
    }

    package var contradictions: [RegistryMistake] {
        guard let employedFrom, let employedUntil, employedUntil < employedFrom else { return [] }
        return [RegistryMistake(field: "employed_until", "\(employedUntil) is before the work begins")]
    }
}
