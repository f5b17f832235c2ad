internal import Foundation
import Grading

/// The issuer's keys as they are published: a set of JSON Web Keys (RFC 7517 §5).
///
/// Keys that were withdrawn are not among `keys`, so that no program trusts them; a member of our own beside it, which other
/// programs skip as the standard wants, says what the issuer himself had signed with them.
package struct JSONWebKeySet: Sendable, Hashable, Codable {
    /// A withdrawn key.
    package struct Withdrawn: Sendable, Hashable, Codable {
        package var key: JSONWebKey
        /// The moment of its withdrawal, ISO 8601 with the offset from UTC.
        package var from: String
        /// As `WithdrawnKey.published` gives them.
        package var certificates: [String]

        /// Joins the parts.
        package init(_ key: PublicKey, from: String, certificates: [String]) {
            (self.key, self.from, self.certificates) = (JSONWebKey(key), from, certificates)
        }
    }

    package var keys: [JSONWebKey]
    /// nil where none was withdrawn.
    package var withdrawn: [Withdrawn]?

    /// The set of these keys.
    package init(_ keys: [PublicKey], withdrawn: [Withdrawn] = []) {
        self.keys = keys.map(JSONWebKey.init)
        self.withdrawn = withdrawn.isEmpty ? nil : withdrawn
    }

    /// The set as a file, with a line end.
    package func bytes() throws -> [UInt8] { try CanonicalJSON.bytes(self) + [UInt8(ascii: "\n")] }

    /// Reads a file: a set, or one key alone.
    ///
    /// Throws `unreadable` for another text.
    package init(reading bytes: [UInt8]) throws(CertificateError) {
        let decoder = JSONDecoder()
        let data = Data(bytes)
        if let set = try? decoder.decode(JSONWebKeySet.self, from: data) {
            self = set
        } else if let key = try? decoder.decode(JSONWebKey.self, from: data) {
            (keys, withdrawn) = ([key], nil)
        } else if let notice = try? decoder.decode(WithdrawalNotice.self, from: data) {
            throw CertificateError(
                code: .unreadable,
                message: "this key was withdrawn at \(notice.withdrawn); take jwks.json, which has all keys",
                identity: notice.kid
            )
        } else {
            throw CertificateError(
                code: .unreadable,
                message: "this is no JSON Web Key and no set of them; `sonograde keys export` writes one"
            )
        }
    }

    /// A verifier by these keys.
    ///
    /// Throws `key` for a key of another kind.
    package func verifier() throws(CertificateError) -> CertificateVerifier {
        var trusted: [PublicKey] = []
        for key in keys { trusted.append(try key.publicKey()) }
        var others: [WithdrawnKey] = []
        for entry in withdrawn ?? [] {
            others.append(WithdrawnKey(try entry.key.publicKey(), from: entry.from, digests: entry.certificates))
        }
        return CertificateVerifier(keys: trusted, withdrawn: others)
    }
}

/// What stands at a withdrawn key's address instead of the key, so that nobody who looks it up there trusts it.
package struct WithdrawalNotice: Sendable, Hashable, Codable {
    package var kid: String
    /// The moment of its withdrawal.
    package var withdrawn: String

    /// Joins the parts.
    package init(kid: String, withdrawn: String) { (self.kid, self.withdrawn) = (kid, withdrawn) }

    /// The notice as a file, with a line end.
    package func bytes() throws -> [UInt8] { try CanonicalJSON.bytes(self) + [UInt8(ascii: "\n")] }
}
