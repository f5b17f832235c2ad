internal import Grading

/// A certificate as a JSON file: what is signed, readable, and the signed text itself.
package struct CredentialFile: Sendable, Hashable, Codable {
    /// The form that this program writes.
    package static let schemaID = "sonograde.certificate-file/1"

    package var schema = Self.schemaID
    package var number: String
    package var credential: CertificateCredential
    package var jwt: String

    /// The file of a signed credential.
    package init(_ credential: CertificateCredential, token: String) {
        number = credential.statement.number
        self.credential = credential
        jwt = token
    }

    /// The file's bytes, with a line end.
    package func bytes() throws -> [UInt8] { try CanonicalJSON.bytes(self) + [UInt8(ascii: "\n")] }
}
