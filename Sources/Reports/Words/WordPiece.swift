import Grading

/// A part of a wording: words, or a place to fill.
enum WordPiece: Equatable {
    case words(String)
    case place(String)

    /// The parts of `{name} 同志` in their order.
    static func pieces(of text: String) -> [WordPiece] {
        var pieces: [WordPiece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
            pieces.append(.place(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        return pieces
    }
}

extension LocalizedText {
    /// Both wordings with their places filled by the same values.
    ///
    /// In one pass, so that a value that looks like a place is left alone, as is a place without a value.
    func filled(_ values: KeyValuePairs<String, String>) -> LocalizedText {
        filled { name in values.first { $0.key == name }.map { LocalizedText(zh: $0.value, en: $0.value) } }
    }

    /// As above, by values that have two wordings themselves.
    func filled(localized values: KeyValuePairs<String, LocalizedText>) -> LocalizedText {
        filled { name in values.first { $0.key == name }?.value }
    }

    private func filled(_ value: (String) -> LocalizedText?) -> LocalizedText {
        func fill(_ text: String, _ language: Language) -> String {
            WordPiece.pieces(of: text).map { piece in
                switch piece {
                case .words(let words): words
                case .place(let name): value(name)?[language] ?? "{\(name)}"
                }
            }.joined()
        }
        return LocalizedText(zh: fill(zh, .zh), en: fill(en, .en))
    }
}
