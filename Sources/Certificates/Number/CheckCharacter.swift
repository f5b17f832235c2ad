/// The check character of ISO 7064 MOD 37,36 over digits and the letters A–Z.
///
/// It finds every change of one character, and nearly all that were moved or written twice.
package enum CheckCharacter {
    /// The 36 characters in the order of their values.
    static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

    /// The character that belongs behind a text; nil where the text has anything but `0`–`9` and `A`–`Z`, or nothing.
    package static func of(_ text: some StringProtocol) -> Character? {
        guard let product = product(of: text.utf8) else { return nil }
        return Character(Unicode.Scalar(alphabet[(37 - product) % 36]))
    }

    /// Whether a text ends in the check character of what stands before it.
    package static func isRight(_ text: some StringProtocol) -> Bool {
        guard let last = text.last else { return false }
        return of(text.dropLast()) == last
    }

    /// The hybrid recursion of ISO 7064: add modulo 36, with 36 for 0, then double modulo 37.
    private static func product(of text: some Collection<UInt8>) -> Int? {
        guard !text.isEmpty else { return nil }
        var product = 36
        for byte in text {
            guard let value = value(of: byte) else { return nil }
            var sum = (product + value) % 36
            if sum == 0 { sum = 36 }
            product = sum * 2 % 37
        }
        return product
    }

    private static func value(of byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
