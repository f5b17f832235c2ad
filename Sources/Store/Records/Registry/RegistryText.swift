import Grading

/// How the registry reads what people write.
package enum RegistryText {
    /// The text without white space around it, such as spreadsheets leave there.
    static func trimmed(_ text: String) -> String {
        var rest = Substring(text)
        while let first = rest.unicodeScalars.first, first.properties.isWhitespace || first == "\u{FEFF}" {
            rest.unicodeScalars.removeFirst()
        }
        while let last = rest.unicodeScalars.last, last.properties.isWhitespace { rest.unicodeScalars.removeLast() }
        return String(rest)
    }

    /// What is wrong with words that people read; nil where nothing is.
    package static func problem(_ text: String, atMost limit: Int) -> String? {
        if text.isEmpty { return "is empty" }
        if trimmed(text) != text { return "has white space before or after it" }
        if text.count > limit { return "has more than \(limit) characters" }
        // A mark that changes the direction of the text could make a name look like another one.
        let unseen = text.unicodeScalars.contains { scalar in
            [.control, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator]
                .contains(scalar.properties.generalCategory) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
        }
        return unseen ? "holds characters that cannot be seen" : nil
    }

    /// Words that people read, at most 200 characters.
    static func words(_ text: String) throws(RegistryMistake) -> String {
        if let problem = problem(text, atMost: 200) { throw RegistryMistake(problem) }
        return text
    }

    /// A person's name in Latin letters, at most 100 characters: `ZHANG Li`, `Aynur Memet`, `Lü Shu-fen`.
    ///
    /// Letters of any Latin alphabet with their marks, spaces, hyphens, apostrophes, full stops and commas.
    static func latinName(_ text: String) throws(RegistryMistake) -> String {
        if let problem = problem(text, atMost: 100) { throw RegistryMistake(problem) }
        let isLatin = text.unicodeScalars.allSatisfy { scalar in
            scalar.isLatinLetter || (0x300...0x36F).contains(scalar.value) || " -'’ʼ.,·".unicodeScalars.contains(scalar)
        }
        guard isLatin, text.unicodeScalars.contains(where: \.isLatinLetter) else {
            throw RegistryMistake("\(text) holds more than Latin letters; write it as on the passport: ZHANG Li")
        }
        return text
    }

    /// A name in English, at most 200 characters: Latin letters, digits, punctuation.
    static func englishName(_ text: String) throws(RegistryMistake) -> String {
        if let problem = problem(text, atMost: 200) { throw RegistryMistake(problem) }
        let scalars = text.unicodeScalars
        guard scalars.contains(where: \.isLatinLetter),
            scalars.allSatisfy({ $0.isLatinLetter || (0x300...0x36F).contains($0.value) || !$0.properties.isAlphabetic }
            ),
            scalars.allSatisfy({ !(0x3000...0x303F).contains($0.value) && !(0xFF00...0xFFEF).contains($0.value) })
        else { throw RegistryMistake("\(text) is not English; write it as: Qinghe Township Health Centre") }
        return text
    }

    /// A word of a fixed list.
    static func choice<Choice: RegistryChoice>(_ text: String) throws(RegistryMistake) -> Choice {
        guard let choice = Choice(word: text) else {
            let words = Choice.allCases.map { "\($0.rawValue) (\($0.title.zh))" }.joined(separator: ", ")
            throw RegistryMistake("\(text) is none of \(words)")
        }
        return choice
    }

    /// A county's code by GB/T 2260, or its full name (`四川省成都市温江区`).
    static func county(_ text: String) throws(RegistryMistake) -> String {
        if let county = County.coded(text) { return county.code }
        if let successor = County.successors(of: text) {
            let now = successor.map { "\($0.code) \($0.fullName)" }.joined(separator: ", ")
            throw RegistryMistake("\(text) is no longer a county's code; it became \(now)")
        }
        let named = County.named(text)
        if let only = named.first, named.count == 1 { return only.code }
        if named.count > 1 {
            let choices = named.map { "\($0.code) \($0.fullName)" }.joined(separator: ", ")
            throw RegistryMistake("\(text) is several counties' name; write the code: \(choices)")
        }
        throw RegistryMistake("\(text) is no county's code by GB/T 2260, such as 510115; see: sonograde county")
    }

    /// `yyyy-MM-dd` of a day from 1900 to 2199, also written as 2026/3/1, 2026.3.1, 20260301 or 2026年3月1日.
    static func day(_ text: String) -> String? {
        let eight = text.utf8.count == 8 && text.utf8.allSatisfy { (48...57).contains($0) }
        let spaced = eight ? "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))" : text
        let cut = spaced.hasSuffix("日") ? spaced.dropLast() : Substring(spaced)
        let parts = cut.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
        let numbers = parts.compactMap { part -> Int? in
            part.utf8.allSatisfy { (48...57).contains($0) } && (1...4).contains(part.utf8.count) ? Int(part) : nil
        }
        guard parts.count == 3, numbers.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2
        else { return nil }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = "\(numbers[0])-\(padded(numbers[1]))-\(padded(numbers[2]))"
        // A moment of that day, which only a real day has.
        guard (1900...2199).contains(numbers[0]), Timestamp(text: "\(day)T00:00:00.000Z") != nil else { return nil }
        return day
    }
}

extension Unicode.Scalar {
    /// A letter of any Latin alphabet.
    fileprivate var isLatinLetter: Bool {
        properties.isAlphabetic && value < 0x250 || (0x1E00...0x1EFF).contains(value)
    }
}
