/// The number of a certificate: `WJUS-2025-T03-00042-O`.
///
/// Issuer's letters, year, course, a count without gaps, and the check character over all of it without the dashes.
/// Issuer and course have no letters O and I, which people take for 0 and 1; the check character may be one of them.
package struct CertificateNumber: Sendable, Hashable, CustomStringConvertible {
    /// The issuer's letters: 2 to 8 of `A`–`Z` without I and O, and digits.
    package let prefix: String
    /// Four digits, 2000–9999.
    package let year: Int
    /// 1 to 12 characters of the same letters and digits.
    package let course: String
    /// The count within issuer, year and course, from 1 to 99,999.
    package let sequence: Int

    /// Joins the parts.
    ///
    /// Throws `number` for a part that no number can have.
    package init(prefix: String, year: Int, course: String, sequence: Int) throws(CertificateError) {
        guard Self.isPart(prefix, length: 2...8) else {
            throw Self.wrong("the issuer's letters are 2 to 8 of A-Z without I and O, and digits", prefix)
        }
        guard (2000...9999).contains(year) else { throw Self.wrong("the year is from 2000 to 9999", "\(year)") }
        guard Self.isPart(course, length: 1...12) else {
            throw Self.wrong("the course in a number is 1 to 12 of A-Z without I and O, and digits", course)
        }
        guard (1...99_999).contains(sequence) else {
            throw Self.wrong("a course has at most 99,999 certificates in a year", "\(sequence)")
        }
        self.prefix = prefix
        self.year = year
        self.course = course
        self.sequence = sequence
    }

    /// The part of a number that a course's code gives: capitals and digits, without dashes, dots, spaces and lines.
    ///
    /// Throws `number` where letters are left that a number cannot have.
    package static func coursePart(of code: String) throws(CertificateError) -> String {
        let part = code.uppercased().filter { !"-_. /".contains($0) }
        guard isPart(part, length: 1...12) else {
            throw wrong(
                "a course's code cannot stand in a certificate's number: give the course 1 to 12 of A-Z without I and O, and digits",
                code
            )
        }
        return part
    }

    /// Whether a text may be the issuer's letters.
    package static func isPrefix(_ text: String) -> Bool { isPart(text, length: 2...8) }

    /// The number without dashes and check character.
    private var body: String { prefix + Self.digits(year, 4) + course + Self.digits(sequence, 5) }

    /// ISO 7064 MOD 37,36 over the number without dashes.
    package var check: Character { CheckCharacter.of(body) ?? "?" }

    /// As it stands on paper.
    package var description: String {
        "\(prefix)-\(Self.digits(year, 4))-\(course)-\(Self.digits(sequence, 5))-\(check)"
    }

    private static func isPart(_ text: String, length: ClosedRange<Int>) -> Bool {
        length.contains(text.utf8.count) && text.utf8.allSatisfy(isOwn)
    }

    /// `0`–`9` and `A`–`Z` without I and O.
    private static func isOwn(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "I"), UInt8(ascii: "O"): false
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }

    private static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func wrong(_ message: String, _ identity: String) -> CertificateError {
        CertificateError(code: .number, message: message, identity: identity)
    }
}

extension CertificateNumber {
    /// Reads a number as people type it: in small letters, in full width, with other dashes or spaces, and with O for 0
    /// and I for 1, which can stand nowhere but at the end.
    ///
    /// Throws `number` with what is wrong: not five parts, a part that no number has, or another check character.
    package init(reading text: String) throws(CertificateError) {
        let parts = Self.plain(text).split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5 else {
            throw Self.wrong("this is no certificate number; one looks like WJUS-2025-T03-00042-O", text)
        }
        let body = parts.dropLast().map { $0.replacing("O", with: "0").replacing("I", with: "1") }
        guard body[1].utf8.count == 4, let year = Int(body[1]), body[3].utf8.count == 5, let sequence = Int(body[3])
        else {
            throw Self.wrong("the second part of a number is a year, the fourth has five digits", text)
        }
        try self.init(prefix: body[0], year: year, course: body[2], sequence: sequence)
        guard parts[4] == String(check) else {
            throw Self.wrong("the number is mistyped: its check character does not fit; look at each character", text)
        }
    }

    /// Capitals of half width with plain dashes.
    private static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: plain.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2010...0x2015, 0x2212, 0x30FC, 0x4E00: plain.append("-")
            default: if !scalar.properties.isWhitespace { plain.unicodeScalars.append(scalar) }
            }
        }
        return plain.uppercased()
    }
}
