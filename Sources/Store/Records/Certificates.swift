/// A key that signs certificates, or once did, without its private part.
package struct SigningKeyRecord: Sendable, Hashable {
    /// SHA-256 of the key by RFC 7638, base64url, 43 characters.
    package var thumbprint: String
    /// `EdDSA` or `RS256`.
    package var algorithm: String
    /// The public key as a JSON Web Key.
    package var jwk: String
    package var madeAt: Timestamp
    /// When it stopped to sign; nil for the one in use.
    ///
    /// What it has signed stays verifiable.
    package var retiredAt: Timestamp?
    /// nil while its signatures are trusted.
    package var withdrawal: Withdrawal?

    /// Since when signatures are trusted no more, but for those that the register knows.
    package struct Withdrawal: Sendable, Hashable {
        package var at: Timestamp
        /// Why; it is not published.
        package var reason: String
        /// Random text by which the published list of known signatures is filled up.
        package var salt: String
    }

    /// A key; `retiredAt` and its withdrawal are the store's to say.
    package init(
        thumbprint: String,
        algorithm: String,
        jwk: String,
        madeAt: Timestamp,
        retiredAt: Timestamp? = nil,
        withdrawal: Withdrawal? = nil
    ) {
        self.thumbprint = thumbprint
        self.algorithm = algorithm
        self.jwk = jwk
        self.madeAt = madeAt
        self.retiredAt = retiredAt
        self.withdrawal = withdrawal
    }
}

/// A certificate that is to be issued.
package struct CertificateOrder: Sendable, Hashable {
    /// The issuer's letters in the number.
    package var prefix: String
    /// The number's year.
    package var year: Int
    /// The course's id.
    package var course: String
    /// The register's number of the technician (`technician.id`).
    package var technicianID: Int64
    /// The name on the certificate.
    package var holder: String
    /// `510***********1234`, for paper alone.
    package var identityMasked: String?
    /// `yyyy-MM-dd`.
    package var awardedOn: String
    /// Last day of validity, `yyyy-MM-dd`; nil where it does not expire.
    package var expiresOn: String?
    /// 32 hexadecimal digits: the unguessable part of the page's address.
    package var token: String
    /// Thumbprint of the key that signs.
    package var key: String
    /// The certificate whose place it takes; nil for a first one.
    package var replacing: CertificateReplacement?

    /// An order.
    package init(
        prefix: String,
        year: Int,
        course: String,
        technicianID: Int64,
        holder: String,
        identityMasked: String?,
        awardedOn: String,
        expiresOn: String?,
        token: String,
        key: String
    ) {
        self.prefix = prefix
        self.year = year
        self.course = course
        self.technicianID = technicianID
        self.holder = holder
        self.identityMasked = identityMasked
        self.awardedOn = awardedOn
        self.expiresOn = expiresOn
        self.token = token
        self.key = key
    }
}

/// Which certificate loses its place to another, and why.
package struct CertificateReplacement: Sendable, Hashable {
    package var number: String
    package var reason: String

    /// A replacement.
    package init(number: String, reason: String) {
        self.number = number
        self.reason = reason
    }
}

/// The places that a certificate got: its count within issuer, year and course, and its place in a status list.
package struct CertificatePlace: Sendable, Hashable {
    package var sequence: Int
    package var inList: CertificatePlaceInList
}

/// What is made of an order and the places it got.
package struct SignedCertificate: Sendable, Hashable {
    /// The number with its check character.
    package var number: String
    /// The signed credential, a JWT.
    package var document: String

    /// Joins both.
    package init(number: String, document: String) {
        self.number = number
        self.document = document
    }
}

/// An issued certificate.
package struct CertificateRecord: Sendable, Hashable {
    package var id: Int64
    package var number: String
    package var course: String
    package var technicianID: Int64
    /// Where the holder worked when it was issued, and the code there.
    package var institution: String
    package var technician: String
    package var holder: String
    package var identityMasked: String?
    package var awardedOn: String
    package var expiresOn: String?
    package var issuedAt: Timestamp
    /// Thumbprint of the key that signed `document`.
    package var key: String
    /// The unguessable part of the page's address.
    package var token: String
    package var place: CertificatePlaceInList
    /// The signed credential, a JWT; the newest where it was signed again.
    package var document: String
    /// When it was signed again last; nil for one that was not.
    package var signedAgainAt: Timestamp?
    package var revokedAt: Timestamp?
    package var revocationReason: String?
    /// Numbers of the certificate before and of the one that took its place.
    package var replaces: String?
    package var replacedBy: String?
    /// When that one was issued; nil where there is none.
    package var replacedAt: Timestamp?

    /// Whether it was taken back before another one took its place; replacing one that is in force revokes it in the same
    /// moment.
    package var wasRevokedBefore: Bool {
        guard let revokedAt, let replacedAt else { return false }
        return revokedAt < replacedAt
    }
}

/// Where in the status lists a certificate stands.
package struct CertificatePlaceInList: Sendable, Hashable {
    /// From 1.
    package var list: Int
    /// 0 to 131,071.
    package var place: Int
}

/// One status list as it has to be published.
package struct StatusListRecord: Sendable, Hashable {
    /// From 1.
    package var list: Int
    /// The places of revoked certificates, ascending.
    package var revoked: [Int]
    /// When it last changed: the last revocation, else the list's first certificate.
    package var changedAt: Timestamp
}
