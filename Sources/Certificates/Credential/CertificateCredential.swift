internal import Grading

/// A certificate as an Open Badges 3.0 / W3C Verifiable Credentials 2.0 credential with the claims of a JWT, as it is
/// signed.
///
/// The holder is a random URN, the name an `IdentityObject`; the credential holds no identity number in any form.
package struct CertificateCredential: Sendable, Hashable, Codable {
    /// Where a certificate stands in the issuer's status lists, and for how long it is valid.
    package struct Validity: Sendable, Hashable {
        /// Number of the status list, from 1.
        package var list: Int
        /// Place in it, from 0.
        package var index: Int
        /// The first moment.
        package var from: Moment
        /// The first moment at which it is no more valid; nil where it does not expire.
        package var until: Moment?

        /// Joins the parts.
        package init(list: Int, index: Int, from: Moment, until: Moment? = nil) {
            (self.list, self.index, self.from, self.until) = (list, index, from, until)
        }
    }

    /// A moment in both forms that a credential needs.
    package struct Moment: Sendable, Hashable {
        /// ISO 8601 to the second with the offset from UTC: `2026-11-21T00:00:00+08:00`.
        package var text: String
        /// The same in seconds since 1970.
        package var seconds: Int

        /// Joins both forms of one moment.
        package init(text: String, seconds: Int) { (self.text, self.seconds) = (text, seconds) }
    }

    package var context: [CredentialContext]
    package var id: String
    package var type: [String]
    package var issuer: CredentialIssuer
    package var name: String
    package var awardedDate: String
    package var validFrom: String
    package var validUntil: String?
    package var credentialSubject: CertificateSubject
    package var credentialStatus: CredentialStatusEntry
    package var iss: String
    package var jti: String
    package var sub: String
    package var nbf: Int
    package var exp: Int?

    /// The credential of a statement; `id` and `subject` are random URNs.
    ///
    /// Throws `library`.
    package init(
        _ statement: CertificateStatement,
        id: String,
        subject: String,
        issuer address: IssuerAddress,
        validity: Validity
    ) throws(CertificateError) {
        context = CredentialContext.certificate
        self.id = id
        type = ["VerifiableCredential", "OpenBadgeCredential"]
        issuer = CredentialIssuer(id: address.issuer, type: ["Profile"], name: statement.issuer.name.zh)
        name = statement.title.zh
        awardedDate = validity.from.text
        validFrom = validity.from.text
        validUntil = validity.until?.text
        credentialSubject = try CertificateSubject(statement, id: subject, issuer: address)
        credentialStatus = CredentialStatusEntry(list: address.statusList(validity.list), index: validity.index)
        (iss, jti, sub) = (address.issuer, id, subject)
        (nbf, exp) = (validity.from.seconds, validity.until?.seconds)
    }

    /// What the certificate says.
    package var statement: CertificateStatement { credentialSubject.printed }

    /// The bytes that are signed.
    package func bytes() throws -> [UInt8] { try CanonicalJSON.bytes(self) }

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case id, type, issuer, name, awardedDate, validFrom, validUntil, credentialSubject, credentialStatus
        case iss, jti, sub, nbf, exp
    }
}

/// Who issued a credential.
package struct CredentialIssuer: Sendable, Hashable, Codable {
    package var id: String
    package var type: [String]
    package var name: String
}

/// One entry of a credential's `@context`: an address, or the meaning of one own term.
package enum CredentialContext: Sendable, Hashable, Codable {
    case address(String)
    /// `{"printed": {"@id": …, "@type": "@json"}}`: a value that is data, whatever it holds.
    case data(term: String, id: String)

    /// The contexts of a certificate.
    static let certificate: [CredentialContext] = [
        .address("https://www.w3.org/ns/credentials/v2"),
        .address("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
        .data(term: "printed", id: "urn:sonograde:certificate:printed"),
    ]

    private struct Term: Codable {
        var id: String
        var type: String
        enum CodingKeys: String, CodingKey {
            case id = "@id"
            case type = "@type"
        }
    }

    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let address = try? value.decode(String.self) {
            self = .address(address)
            return
        }
        let terms = try value.decode([String: Term].self)
        guard let (term, meaning) = terms.first, terms.count == 1, meaning.type == "@json" else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "an unknown context")
        }
        self = .data(term: term, id: meaning.id)
    }

    package func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .address(let address): try value.encode(address)
        case .data(let term, let id): try value.encode([term: Term(id: id, type: "@json")])
        }
    }
}
