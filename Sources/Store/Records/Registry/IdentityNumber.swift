/// Identity numbers, of which only a masked form is ever kept.
package enum IdentityNumber {
    /// The masked form: of a resident identity number the first three and the last four characters, of another document
    /// the first two and the last two.
    ///
    /// A number that is masked already stays as it is. A resident identity number is checked by its last character
    /// (GB 11643-1999: ISO 7064 MOD 11-2). Throws for what can be neither.
    package static func masked(_ text: String) throws(RegistryMistake) -> String {
        let number = text.uppercased()
        let letters = Array(number)
        guard letters.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "*" || $0 == "-") }) else {
            throw RegistryMistake("an identity number has only digits and Latin letters")
        }
        if letters.contains("*") {
            guard isMasked(letters) else {
                throw RegistryMistake("a masked identity number looks like 510***********1234")
            }
            return number
        }
        if letters.count == 18, letters.prefix(17).allSatisfy(\.isNumber) {
            guard letters[17] == checkCharacter(letters) else {
                throw RegistryMistake("the identity number's last character does not fit the others; look for a slip")
            }
            return mask(letters, head: 3, tail: 4)
        }
        // A number of a spreadsheet loses its last digits, or gets an E for a power of ten.
        guard letters.contains(where: \.isLetter), (7...24).contains(letters.count), !number.contains("E+") else {
            throw RegistryMistake("an identity number has 18 characters, another document's 7 to 24 with a letter")
        }
        return mask(letters, head: 2, tail: 2)
    }

    private static func mask(_ letters: [Character], head: Int, tail: Int) -> String {
        String(letters.prefix(head)) + String(repeating: "*", count: letters.count - head - tail)
            + String(letters.suffix(tail))
    }

    /// Whether at most seven characters are to be seen, with stars between them.
    private static func isMasked(_ letters: [Character]) -> Bool {
        let (first, last) = (letters.firstIndex(of: "*") ?? 0, letters.lastIndex(of: "*") ?? 0)
        let visible = letters.count - (last - first + 1)
        return letters[first...last].allSatisfy { $0 == "*" } && last - first >= 2 && visible <= 7
            && letters.count <= 24
    }

    private static func checkCharacter(_ letters: [Character]) -> Character {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(letters, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return Array("10X98765432")[sum % 11]
    }
}
