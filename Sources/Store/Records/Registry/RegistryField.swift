package import Grading

/// One thing that people fill in of an entry: a column of its table, an option of its command.
package struct RegistryField<Entry: RegistryEntry>: Sendable {
    /// The stable name, in snake case.
    package let name: String
    /// The word that people read, and which a table's head may use too.
    package let title: LocalizedText
    /// Whether an entry must have it.
    package let isRequired: Bool
    /// Whether the text is of several words with semicolons between them.
    package let isList: Bool
    /// What people read for the words of a fixed list; empty where any text may be.
    package let words: [String: LocalizedText]
    /// The value as text; empty where it is not known.
    package let get: @Sendable (Entry) -> String
    /// Reads the value from text; an empty text takes it away.
    package let set: @Sendable (inout Entry, String) throws(RegistryMistake) -> Void
}

/// A word of a fixed list, with the ways in which people write it.
protocol RegistryChoice: RawRepresentable<String>, CaseIterable, Sendable {
    /// The word that people read.
    var title: LocalizedText { get }
    /// Other ways to write it.
    var otherWords: [String] { get }
}

extension RegistryChoice {
    /// What people read for each raw value.
    static var titles: [String: LocalizedText] {
        Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.title) })
    }

    /// The choice that a text means; nil for none.
    init?(word: String) {
        let known = Self.allCases.first { choice in
            let words = [choice.rawValue, choice.title.zh, choice.title.en] + choice.otherWords
            return words.contains { $0.lowercased() == word.lowercased() }
        }
        guard let known else { return nil }
        self = known
    }
}

extension RegistryField {
    /// A field whose text is read by a rule of its own.
    private static func field(
        _ name: String,
        _ zh: String,
        _ en: String,
        isRequired: Bool = false,
        isList: Bool = false,
        words: [String: LocalizedText] = [:],
        get: @escaping @Sendable (Entry) -> String?,
        set: @escaping @Sendable (inout Entry, String?) throws(RegistryMistake) -> Void
    ) -> Self {
        RegistryField(
            name: name,
            title: LocalizedText(zh: zh, en: en),
            isRequired: isRequired,
            isList: isList,
            words: words,
            get: { get($0) ?? "" },
            set: { entry, text throws(RegistryMistake) in
                let text = RegistryText.trimmed(text)
                if isRequired, text.isEmpty { throw RegistryMistake(field: name, "is missing") }
                do throws(RegistryMistake) {
                    try set(&entry, text.isEmpty ? nil : text)
                } catch {
                    throw RegistryMistake(field: name, error.message)
                }
            }
        )
    }

    /// Words that every entry has.
    static func required(
        _ name: String,
        _ zh: String,
        _ en: String,
        _ path: any WritableKeyPath<Entry, String> & Sendable
    ) -> Self {
        field(
            name,
            zh,
            en,
            isRequired: true,
            get: { $0[keyPath: path] },
            set: { entry, text throws(RegistryMistake) in
                entry[keyPath: path] = try RegistryText.words(text ?? "")
            }
        )
    }

    /// Words, or nothing; `read` refuses some.
    static func words(
        _ name: String,
        _ zh: String,
        _ en: String,
        _ path: any WritableKeyPath<Entry, String?> & Sendable,
        read: @escaping @Sendable (String) throws(RegistryMistake) -> String = RegistryText.words
    ) -> Self {
        field(
            name,
            zh,
            en,
            get: { $0[keyPath: path] },
            set: { entry, text throws(RegistryMistake) in
                guard let text else { return entry[keyPath: path] = nil }
                entry[keyPath: path] = try read(text)
            }
        )
    }

    /// A day, or nothing.
    static func day(
        _ name: String,
        _ zh: String,
        _ en: String,
        _ path: any WritableKeyPath<Entry, String?> & Sendable
    ) -> Self {
        field(
            name,
            zh,
            en,
            get: { $0[keyPath: path] },
            set: { entry, text throws(RegistryMistake) in
                guard let text else { return entry[keyPath: path] = nil }
                guard let day = RegistryText.day(text) else {
                    throw RegistryMistake("\(text) is no day; write it as 2026-03-01")
                }
                entry[keyPath: path] = day
            }
        )
    }

    /// A word of a list, or nothing.
    static func choice<Choice: RegistryChoice>(
        _ name: String,
        _ zh: String,
        _ en: String,
        _ path: any WritableKeyPath<Entry, Choice?> & Sendable
    ) -> Self {
        field(
            name,
            zh,
            en,
            words: Choice.titles,
            get: { $0[keyPath: path]?.rawValue },
            set: { entry, text throws(RegistryMistake) in
                guard let text else { return entry[keyPath: path] = nil }
                entry[keyPath: path] = try RegistryText.choice(text)
            }
        )
    }

    /// A word of a list that every entry has.
    static func requiredChoice<Choice: RegistryChoice>(
        _ name: String,
        _ zh: String,
        _ en: String,
        _ path: any WritableKeyPath<Entry, Choice> & Sendable
    ) -> Self {
        field(
            name,
            zh,
            en,
            isRequired: true,
            words: Choice.titles,
            get: { $0[keyPath: path].rawValue },
            set: { entry, text throws(RegistryMistake) in
                entry[keyPath: path] = try RegistryText.choice(text ?? "")
            }
        )
    }

    /// A county's code, or nothing.
    static func county(
        _ name: String,
        _ zh: String,
        _ en: String,
        _ path: any WritableKeyPath<Entry, String?> & Sendable
    ) -> Self {
        field(
            name,
            zh,
            en,
            get: { $0[keyPath: path] },
            set: { entry, text throws(RegistryMistake) in
                guard let text else { return entry[keyPath: path] = nil }
                entry[keyPath: path] = try RegistryText.county(text)
            }
        )
    }

    /// An identity number, which is kept masked, or nothing.
    static func identity(
        _ name: String,
        _ zh: String,
        _ en: String,
        _ path: any WritableKeyPath<Entry, String?> & Sendable
    ) -> Self {
        field(
            name,
            zh,
            en,
            get: { $0[keyPath: path] },
            set: { entry, text throws(RegistryMistake) in
                guard let text else { return entry[keyPath: path] = nil }
                entry[keyPath: path] = try IdentityNumber.masked(text)
            }
        )
    }

    /// Several words, written with semicolons between them.
    static func list(
        _ name: String,
        _ zh: String,
        _ en: String,
        _ path: any WritableKeyPath<Entry, [String]> & Sendable
    ) -> Self {
        field(
            name,
            zh,
            en,
            isList: true,
            get: { $0[keyPath: path].joined(separator: ";") },
            set: { entry, text throws(RegistryMistake) in
                let parts = (text ?? "").split { $0 == ";" || $0 == "；" }.map { RegistryText.trimmed(String($0)) }
                var words: [String] = []
                for part in parts where !part.isEmpty { words.append(try RegistryText.words(part)) }
                entry[keyPath: path] = Array(Set(words)).sorted()
            }
        )
    }
}
