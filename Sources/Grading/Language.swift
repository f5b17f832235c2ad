/// The languages of everything a user reads.
package enum Language: String, Sendable, Codable, CaseIterable {
    case zh, en
}

/// One text in both languages.
package struct LocalizedText: Sendable, Codable, Equatable {
    package var zh: String
    package var en: String

    /// Both wordings.
    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The wording for a language.
    package subscript(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
