import Digests

/// A key that may be in strange hands, and what the issuer himself has signed with it.
package struct WithdrawnKey: Sendable, Hashable {
    package let key: PublicKey
    /// The moment of its withdrawal, ISO 8601 with the offset from UTC.
    package let from: String
    /// SHA-256 (base64url) of each signed text of the issuer's own, among others that are the digest of nothing; nil
    /// where a register has to say what is known.
    private let own: Set<String>?

    /// A key of which a register knows what is the issuer's own.
    package init(_ key: PublicKey, from: String) { (self.key, self.from, own) = (key, from, nil) }

    /// A key with the digests of the issuer's own signed texts.
    package init(_ key: PublicKey, from: String, digests: some Sequence<String>) {
        (self.key, self.from, own) = (key, from, Set(digests))
    }

    /// The day of the withdrawal, `yyyy-MM-dd`.
    package var day: String { String(from.prefix(10)) }

    /// Whether the issuer himself has signed a text with it, as far as is known here.
    ///
    /// Throws `library`.
    func hasSigned(_ text: String) throws(CertificateError) -> Bool {
        guard let own else { return false }
        return own.contains(try Self.digest(text))
    }

    /// The digest of a signed text as the published list has it.
    ///
    /// Throws `library`.
    package static func digest(_ text: String) throws(CertificateError) -> String {
        do { return Base64URL.text(try SHA256.digest(of: text).bytes) } catch {
            throw CertificateError(code: .library, message: "\(error)")
        }
    }

    /// The digests of texts, sorted, and between them as many that are of nothing as make 1,024, 2,048, 4,096 … of them,
    /// so that their number does not tell how many certificates there are.
    ///
    /// The same texts and salt give the same digests. Throws `library`.
    package static func published(_ texts: [String], salt: String) throws(CertificateError) -> [String] {
        var digests: [String] = []
        for text in texts { digests.append(try digest(text)) }
        var count = 1024
        while count < digests.count { count *= 2 }
        for number in digests.count..<count { digests.append(try digest("\(salt) \(number)")) }
        return digests.sorted()
    }
}
