extension LocalizedText {
    /// An advice of a rubric without what speaks of a number: a part in brackets alone, otherwise its whole sentence.
    ///
    /// nil when nothing is left in either language.
    package var withoutNumbers: LocalizedText? {
        guard let zh = AdviceText.plain(zh), let en = AdviceText.plain(en) else { return nil }
        return LocalizedText(zh: zh, en: en)
    }
}

extension AdviceText {
    /// The wording for a finding that nothing measured, such as one that an expert adds.
    ///
    /// What speaks of a number is left out: a part in brackets alone, otherwise its whole sentence. nil when nothing is
    /// left.
    static func plain(_ wording: String) -> String? {
        // Without a brace there is no number to leave out.
        guard wording.utf8.contains(UInt8(ascii: "{")) else {
            let words = wording.drop(while: \.isWhitespace)
            return words.isEmpty ? nil : String(words)
        }
        var kept = ""
        for sentence in sentences(of: withoutNumbersInBrackets(wording)) where !speaksOfNumbers(sentence) {
            kept += sentence
        }
        let words = kept.drop(while: \.isWhitespace)
        return words.isEmpty ? nil : String(words)
    }

    private static func speaksOfNumbers(_ part: Substring) -> Bool {
        part.utf8.contains(UInt8(ascii: "{"))
            && (placeholders + KnownMetrics.ids).contains { part.contains("{\($0)}") }
    }

    private static func withoutNumbersInBrackets(_ wording: String) -> String {
        var kept = ""
        var rest = wording[...]
        // Scalars, because characters are looked for one by one in tables.
        while let open = rest.unicodeScalars.firstIndex(where: { $0 == "(" || $0 == "（" }),
            let close = rest.unicodeScalars[open...].firstIndex(where: { $0 == ")" || $0 == "）" })
        {
            kept += rest[..<open]
            if speaksOfNumbers(rest[open...close]) {
                while kept.last == " " { kept.removeLast() }
            } else {
                kept += rest[open...close]
            }
            rest = rest[rest.unicodeScalars.index(after: close)...]
        }
        return kept + rest
    }

    /// A text cut behind every full stop; the one in a number such as 3.5 ends no sentence.
    private static func sentences(of text: String) -> [Substring] {
        let scalars = text.unicodeScalars
        var sentences: [Substring] = []
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            let isEnd =
                switch scalars[index] {
                case "。", "！", "？", "!", "?": true
                case ".": next == scalars.endIndex || scalars[next].properties.isWhitespace
                default: false
                }
            if isEnd {
                sentences.append(text[start..<next])
                start = next
            }
            index = next
        }
        return start < text.endIndex ? sentences + [text[start...]] : sentences
    }
}
