internal import Digests

/// Names that say nothing of what they name, made of random bytes.
package enum RandomName {
    /// `urn:uuid:` and a UUID of version 4 (RFC 9562) out of 16 random bytes.
    package static func urn(_ bytes: [UInt8]) -> String {
        precondition(bytes.count == 16, "a UUID has 16 bytes")
        var bytes = bytes
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = bytes.hexadecimal
        var (groups, rest): ([Substring], Substring) = ([], hex[...])
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return "urn:uuid:" + groups.joined(separator: "-")
    }

    /// A UUID that the same text always gets, of version 8 (RFC 9562): the first bits of its SHA-256.
    ///
    /// Throws `library`.
    package static func urn(of text: String) throws(CertificateError) -> String {
        let digest: Digest
        do { digest = try SHA256.digest(of: text) } catch {
            throw CertificateError(code: .library, message: "\(error)")
        }
        let name = urn(Array(digest.bytes.prefix(16)))
        // The version is the first digit of the third group.
        var characters = Array(name)
        characters["urn:uuid:00000000-0000-".count] = "8"
        return String(characters)
    }

    /// The unguessable part of a certificate's address: 128 random bits as 32 hexadecimal digits.
    package static func token(_ bytes: [UInt8]) -> String {
        precondition(bytes.count == 16, "128 bits are 16 bytes")
        return bytes.hexadecimal
    }

    /// Whether a text may be such a part.
    package static func isToken(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
