package import Grading

/// Where a certificate stands in a status list (`BitstringStatusListEntry`).
package struct CredentialStatusEntry: Sendable, Hashable, Codable {
    package var id: String
    package var type = "BitstringStatusListEntry"
    package var statusPurpose = "revocation"
    /// The place, from 0, as the standard wants it: a text.
    package var statusListIndex: String
    package var statusListCredential: String

    /// A place in the list at an address.
    init(list address: String, index: Int) {
        id = "\(address)#\(index)"
        statusListIndex = String(index)
        statusListCredential = address
    }
}

/// A status list as a credential with the claims of a JWT (`BitstringStatusListCredential`).
package struct StatusListCredential: Sendable, Hashable, Codable {
    /// The list itself.
    package struct Subject: Sendable, Hashable, Codable {
        package var id: String
        package var type = "BitstringStatusList"
        package var statusPurpose = "revocation"
        package var encodedList: String
    }

    package var context: [String]
    package var id: String
    package var type: [String]
    package var issuer: String
    package var validFrom: String
    package var credentialSubject: Subject
    package var iss: String
    package var jti: String
    package var sub: String
    package var nbf: Int

    /// The list of a number, as it is since a moment: that of the last change of any of its bits.
    ///
    /// Throws `library`.
    package init(
        list: Int,
        bits: RevocationBits,
        since: CertificateCredential.Moment,
        issuer address: IssuerAddress
    ) throws(CertificateError) {
        context = ["https://www.w3.org/ns/credentials/v2"]
        id = address.statusList(list)
        type = ["VerifiableCredential", "BitstringStatusListCredential"]
        issuer = address.issuer
        validFrom = since.text
        credentialSubject = Subject(id: id + "#list", encodedList: try bits.encoded())
        (iss, jti, sub, nbf) = (address.issuer, id, id + "#list", since.seconds)
    }

    /// The bytes that are signed.
    package func bytes() throws -> [UInt8] { try CanonicalJSON.bytes(self) }

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case id, type, issuer, validFrom, credentialSubject, iss, jti, sub, nbf
    }
}
