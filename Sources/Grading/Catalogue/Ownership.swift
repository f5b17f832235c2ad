/// Whether the state keeps an institution.
package enum Ownership: String, Sendable, Codable, CaseIterable {
    case `public`
    case nonPublic = "non_public"

    /// The word that people read.
    package var title: LocalizedText {
        switch self {
        case .public: LocalizedText(zh: "公立", en: "public")
        case .nonPublic: LocalizedText(zh: "非公立", en: "non-public")
        }
    }
}
