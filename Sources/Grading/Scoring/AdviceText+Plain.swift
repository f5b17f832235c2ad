extension AdviceText {
    /// The wording for a finding that nothing measured, such as one that an expert adds.
    ///
    /// What speaks of a number is left out: a part in brackets alone, otherwise its whole sentence. nil when nothing is
    /// left.
    static func plain(_ wording: String) -> String? {
        var kept = ""
        for sentence in sentences(of: withoutNumbersInBrackets(wording)) where !speaksOfNumbers(sentence) {
            kept += sentence
        }
        let words = kept.drop(while: \.isWhitespace)
        return words.isEmpty ? nil : String(words)
    }

    private static func speaksOfNumbers(_ part: Substring) -> Bool {
        placeholders.contains { part.contains("{\($0)}") }
    }

    private static func withoutNumbersInBrackets(_ wording: String) -> String {
        var kept = ""
        var rest = wording[...]
        while let open = rest.firstIndex(where: { $0 == "(" || $0 == "（" }),
            let close = rest[open...].firstIndex(where: { $0 == ")" || $0 == "）" })
        {
            kept += rest[..<open]
            if speaksOfNumbers(rest[open...close]) {
                while kept.last == " " { kept.removeLast() }
            } else {
                kept += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        return kept + rest
    }

    /// A text cut behind every full stop; the one in a number such as 3.5 ends no sentence.
    private static func sentences(of text: String) -> [Substring] {
        var sentences: [Substring] = []
        var start = text.startIndex
        for index in text.indices {
            let next = text.index(after: index)
            let endsInAnyCase = "。！？!?".contains(text[index])
            let endsBeforeSpace = text[index] == "." && (next == text.endIndex || text[next].isWhitespace)
            guard endsInAnyCase || endsBeforeSpace else { continue }
            sentences.append(text[start..<next])
            start = next
        }
        return start < text.endIndex ? sentences + [text[start...]] : sentences
    }
}
