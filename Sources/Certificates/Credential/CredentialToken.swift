internal import Foundation
internal import Grading

/// A credential in the form that travels: a JWT of three parts (RFC 7519, RFC 7515 compact serialisation).
package struct CredentialToken: Sendable, Hashable {
    /// The header that this program writes, and the only members that it accepts.
    struct Header: Sendable, Hashable, Codable {
        var alg: String
        var kid: String
        var typ: String
    }

    /// The three parts with their dots.
    package let text: String
    let header: Header
    /// The payload's bytes.
    package let payload: [UInt8]
    let signature: [UInt8]
    /// What is signed: header and payload with their dot.
    let signed: [UInt8]

    /// Most characters of a token that is looked at.
    private static let longest = 1 << 20

    /// Reads a token; white space around it does not matter.
    ///
    /// Throws `unreadable` where it has other than three parts, a part that is no base64url, or a header with other
    /// members than `alg`, `kid` and `typ`.
    package init(_ given: some StringProtocol) throws(CertificateError) {
        guard given.utf8.count <= Self.longest else { throw Self.unreadable("it is too long") }
        let text = given.trimmingCharacters(in: .whitespacesAndNewlines)
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw Self.unreadable("a JWT has three parts with dots between them") }
        guard let header = Base64URL.bytes(parts[0]), let payload = Base64URL.bytes(parts[1]),
            let signature = Base64URL.bytes(parts[2])
        else { throw Self.unreadable("a part of it is no base64url") }
        guard let read = try? CanonicalJSON.value(Header.self, from: header),
            let same = try? CanonicalJSON.bytes(read), same == header
        else { throw Self.unreadable("its header is not one of ours") }
        (self.text, self.header, self.payload, self.signature) = (text, read, payload, signature)
        signed = Array("\(parts[0]).\(parts[1])".utf8)
    }

    /// Signs a payload with a key that stands at an address.
    ///
    /// The same payload, key and address give the same token. Throws `library`.
    package init(
        signing payload: [UInt8],
        key: borrowing PrivateKey,
        issuer: IssuerAddress
    ) throws(CertificateError) {
        let header = Header(
            alg: key.publicKey.algorithm.rawValue,
            kid: issuer.key(key.publicKey.thumbprint),
            typ: "JWT"
        )
        let headerBytes: [UInt8]
        do { headerBytes = try CanonicalJSON.bytes(header) } catch {
            throw CertificateError(code: .library, message: "a header could not be written: \(error)")
        }
        let start = Base64URL.text(headerBytes) + "." + Base64URL.text(payload)
        signed = Array(start.utf8)
        signature = try key.signature(over: signed)
        text = start + "." + Base64URL.text(signature)
        self.header = header
        self.payload = payload
    }

    /// The thumbprint of the key that it says it was signed with; nil where it names none of that kind.
    package var thumbprint: String? { IssuerAddress.thumbprint(inKeyAddress: header.kid) }

    /// By which algorithm it says it was signed.
    package var algorithm: String { header.alg }

    private static func unreadable(_ why: String) -> CertificateError {
        CertificateError(code: .unreadable, message: "this is no signed certificate: \(why)")
    }
}
