internal import Grading

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
    /// The first moment at which the list says nothing more of what is in force; nil in lists of an older program.
    package var validUntil: String?
    package var credentialSubject: Subject
    package var iss: String
    package var jti: String
    package var sub: String
    package var nbf: Int
    /// The same as `validUntil`, for readers of JWTs.
    package var exp: Int?

    /// The list of a number, as it was at a moment.
    ///
    /// - Parameters:
    ///   - from: when it was made: not before the last change of any of its bits.
    ///   - until: from when on nobody may rely on it that a certificate is not revoked. Without an end whoever holds a
    ///     revoked certificate could show a list from before for ever.
    ///
    /// Throws `library`.
    package init(
        list: Int,
        bits: RevocationBits,
        from: CertificateCredential.Moment,
        until: CertificateCredential.Moment,
        issuer address: IssuerAddress
    ) throws(CertificateError) {
        context = ["https://www.w3.org/ns/credentials/v2"]
        id = address.statusList(list)
        type = ["VerifiableCredential", "BitstringStatusListCredential"]
        issuer = address.issuer
        (validFrom, validUntil) = (from.text, until.text)
        credentialSubject = Subject(id: id + "#list", encodedList: try bits.encoded())
        (iss, jti, sub) = (address.issuer, id, id + "#list")
        (nbf, exp) = (from.seconds, until.seconds)
    }

    /// The bytes that are signed.
    package func bytes() throws -> [UInt8] { try CanonicalJSON.bytes(self) }

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case id, type, issuer, validFrom, validUntil, credentialSubject, iss, jti, sub, nbf, exp
    }
}

/// How old a status list is at a moment, and until when it may be relied on.
package struct StatusListAge: Sendable, Hashable {
    /// When it was made, ISO 8601.
    package var from: String
    /// From when on it says nothing more of what is in force, ISO 8601; nil where the list does not say.
    package var until: String?
    /// Whole days since it was made, 0 or more.
    package var days: Int
    /// Whether it may be relied on at that moment.
    package var isGood: Bool

    /// The age of a list at a moment (seconds since 1970).
    package init(of list: StatusListCredential, at now: Int) {
        (from, until) = (list.validFrom, list.validUntil)
        let (seconds, isBeyond) = now.subtractingReportingOverflow(list.nbf)
        days = isBeyond ? 0 : max(0, seconds) / 86_400
        isGood = list.exp.map { now < $0 } ?? false
    }
}
