package import Grading

extension Ownership: RegistryChoice {
    var otherWords: [String] { self == .public ? ["公办"] : ["民营", "社会办医", "private"] }
}

/// A clinic or a hospital of the network.
package struct InstitutionRecord: RegistryEntry {
    /// What a contract's dates say of a day.
    package enum ContractState: String, Sendable, CaseIterable {
        /// No dates are known.
        case unknown
        case notYet = "not_yet"
        case inForce = "in_force"
        case expired
    }

    /// As its inbox folder is called.
    package var code: String
    /// The name that people read; nil while nobody said it.
    package var title: String?
    /// The name in English, as on bilingual certificates; nil while nobody said it.
    package var englishTitle: String?
    package var ownership: Ownership?
    /// Six digits by GB/T 2260; `County.coded` has the name.
    package var county: String?
    /// First day of the contract, `yyyy-MM-dd`.
    package var contractFrom: String?
    /// Last day of the contract, `yyyy-MM-dd`.
    package var contractUntil: String?
    package var addedAt = Timestamp(milliseconds: 0)
    package var retiredAt: Timestamp?

    /// An institution; `addedAt` and `retiredAt` are the store's to say.
    package init(
        code: String,
        title: String? = nil,
        englishTitle: String? = nil,
        ownership: Ownership? = nil,
        county: String? = nil,
        contractFrom: String? = nil,
        contractUntil: String? = nil
    ) {
        self.code = code
        self.title = title
        self.englishTitle = englishTitle
        self.ownership = ownership
        self.county = county
        self.contractFrom = contractFrom
        self.contractUntil = contractUntil
    }

    package init(reference: RegistryReference) { self.init(code: reference.code) }

    package static var kind: RegistryKind { .institution }
    package var reference: RegistryReference { RegistryReference(code) }

    /// The name that people read; else the code.
    package var name: String { title ?? code }

    package static var fields: [RegistryField<InstitutionRecord>] {
        [
            .words("title", "名称", "name", \.title),
            .words("english_title", "英文名称", "English name", \.englishTitle, read: RegistryText.englishName),
            .choice("ownership", "所有制", "ownership", \.ownership),
            .county("county", "区县代码", "county", \.county),
            .day("contract_from", "签约日期", "contract from", \.contractFrom),
            .day("contract_until", "合同截止", "contract until", \.contractUntil),
        ]
    }

    package var contradictions: [RegistryMistake] {
        guard let contractFrom, let contractUntil, contractUntil < contractFrom else { return [] }
        return [RegistryMistake(field: "contract_until", "\(contractUntil) is before the contract begins")]
    }

    /// What the contract's dates say of a day `yyyy-MM-dd`; both ends belong to it.
    package func contractState(on day: String) -> ContractState {
        if contractFrom == nil, contractUntil == nil { return .unknown }
        if let contractFrom, day < contractFrom { return .notYet }
        if let contractUntil, day > contractUntil { return .expired }
        return .inForce
    }
}
