internal import Grading

/// Checks certificates by the issuer's public keys, without a network and without a clock of its own.
package struct CertificateVerifier: Sendable {
    private let keys: [String: PublicKey]

    /// A verifier that knows these keys, also those that sign no more.
    package init(keys: [PublicKey]) {
        self.keys = Dictionary(keys.map { ($0.thumbprint, $0) }) { first, _ in first }
    }

    /// Whether a file's or a line's bytes are a certificate, and what it is worth at a moment (seconds since 1970).
    ///
    /// `register` is asked with the signed credential and the token's text; without one, a status list of the same
    /// issuer may say what was revoked. Throws what `register` throws, and `CertificateError` with code `library`.
    package func answer(
        to bytes: [UInt8],
        now: Int,
        statusLists: [StatusListCredential] = [],
        register: ((CertificateCredential, String) throws -> RegisterEntry)? = nil
    ) throws -> CertificateAnswer {
        let carried: CarriedCredential
        do throws(CertificateError) { carried = try CarriedCredential(in: bytes) } catch {
            return CertificateAnswer(.unreadable(error.message))
        }
        guard let thumbprint = carried.token.thumbprint, let key = keys[thumbprint] else {
            return CertificateAnswer(.wrongKey)
        }
        guard try isSigned(carried.token, by: key) else { return CertificateAnswer(.changed) }
        guard let credential = try? CanonicalJSON.value(CertificateCredential.self, from: carried.token.payload),
            credential.statement.schema == CertificateStatement.schemaID
        else { return CertificateAnswer(.unreadable("it is signed by the issuer, but is no certificate")) }
        // What stands beside the token must be what the token signs.
        if let shown = carried.shown, shown != credential { return CertificateAnswer(.changed) }

        var basis = CertificateAnswer.Basis.none
        var verdict: CertificateAnswer.Verdict?
        if let register {
            basis = .register
            verdict = Self.verdict(try register(credential, carried.token.text))
        } else if let list = statusLists.first(where: { $0.id == credential.credentialStatus.statusListCredential }) {
            basis = .statusList(since: list.validFrom)
            verdict = try Self.isRevoked(credential, in: list) ? .revoked(on: nil, reason: nil) : nil
        }
        return CertificateAnswer(
            verdict ?? Self.verdict(credential, at: now),
            basis: basis,
            credential,
            key
        )
    }

    /// A status list out of its signed text.
    ///
    /// Throws `unreadable` for another text, and `refused` where its signature is not right or its key unknown.
    package func statusList(_ text: String) throws(CertificateError) -> StatusListCredential {
        let token = try CredentialToken(text)
        guard let key = token.thumbprint.flatMap({ keys[$0] }), try isSigned(token, by: key) else {
            throw CertificateError(code: .refused, message: "the status list is not signed by a key of the issuer")
        }
        guard let list = try? CanonicalJSON.value(StatusListCredential.self, from: token.payload) else {
            throw CertificateError(code: .unreadable, message: "the signed text is no status list")
        }
        return list
    }

    private func isSigned(_ token: CredentialToken, by key: PublicKey) throws(CertificateError) -> Bool {
        guard token.algorithm == key.algorithm.rawValue, token.header.typ == "JWT" else { return false }
        return try key.isSignature(token.signature, over: token.signed)
    }

    private static func verdict(_ entry: RegisterEntry) -> CertificateAnswer.Verdict? {
        switch entry {
        case .missing, .other: .unknown
        case .inForce: nil
        case .revoked(let day, let reason): .revoked(on: day, reason: reason)
        case .replaced(let number, let day): .replaced(by: number, on: day)
        }
    }

    private static func verdict(_ credential: CertificateCredential, at now: Int) -> CertificateAnswer.Verdict {
        if let end = credential.exp, now >= end {
            return .expired(lastDay: credential.statement.expiresOn ?? credential.validUntil ?? "")
        }
        return now < credential.nbf ? .notYetValid(firstDay: credential.statement.awardedOn) : .valid
    }

    private static func isRevoked(
        _ credential: CertificateCredential,
        in list: StatusListCredential
    ) throws(CertificateError) -> Bool {
        let bits = try RevocationBits(encoded: list.credentialSubject.encodedList)
        guard let place = Int(credential.credentialStatus.statusListIndex), let bit = bits.isRevoked(place) else {
            throw CertificateError(code: .unreadable, message: "the certificate's place is not in the status list")
        }
        return bit
    }
}
