internal import Grading

/// Checks certificates by the issuer's public keys, without a network and without a clock of its own.
package struct CertificateVerifier: Sendable {
    private let keys: [String: PublicKey]
    private let withdrawn: [String: WithdrawnKey]

    /// A verifier that knows these keys, also those that sign no more; one that was withdrawn is none of the trusted ones.
    package init(keys: [PublicKey], withdrawn: [WithdrawnKey] = []) {
        self.withdrawn = Dictionary(withdrawn.map { ($0.key.thumbprint, $0) }) { first, _ in first }
        self.keys = Dictionary(keys.map { ($0.thumbprint, $0) }) { first, _ in first }
            .filter { [withdrawn = self.withdrawn] in withdrawn[$0.key] == nil }
    }

    /// Whether a file's or a line's bytes are a certificate, and what it is worth at a moment (seconds since 1970).
    ///
    /// `register` is asked with the signed credential and the token's text; without one, status lists of the same
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
        let withdrawal = carried.token.thumbprint.flatMap { withdrawn[$0] }
        guard let key = withdrawal?.key ?? carried.token.thumbprint.flatMap({ keys[$0] }) else {
            return CertificateAnswer(.wrongKey)
        }
        guard try isSigned(carried.token, by: key) else { return CertificateAnswer(.changed) }
        guard let credential = try? CanonicalJSON.value(CertificateCredential.self, from: carried.token.payload),
            credential.statement.schema == CertificateStatement.schemaID
        else { return CertificateAnswer(.unreadable("it is signed by the issuer, but is no certificate")) }
        // What stands beside the token must be what the token signs, and nothing else.
        guard try carried.shows(credential) else { return CertificateAnswer(.changed) }

        var basis = CertificateAnswer.Basis.none
        var verdict: CertificateAnswer.Verdict?
        var revocation: CertificateAnswer.Revocation?
        var isIssuers = try withdrawal?.hasSigned(carried.token.text) ?? true
        if let register {
            basis = .register
            let entry = try register(credential, carried.token.text)
            verdict = Self.verdict(entry)
            if case .replaced(_, _, let former) = entry { revocation = former }
            isIssuers = entry != .missing && entry != .other
        } else if let found = try Self.look(for: credential, in: statusLists) {
            let age = StatusListAge(of: found.newest, at: now)
            // A revocation is never taken back, so that an old list says it as well as a new one.
            basis = found.isRevoked || age.isGood ? .statusList(age) : .outdated(age)
            verdict = found.isRevoked ? .revoked(on: nil, reason: nil) : nil
        } else if !statusLists.isEmpty {
            basis = .needs(statusList: credential.credentialStatus.statusListCredential)
        }
        // Whoever has stolen a key writes into a certificate what he likes: days in it say nothing either.
        if let withdrawal, !isIssuers { return CertificateAnswer(.withdrawnKey(on: withdrawal.day)) }
        var answer = CertificateAnswer(verdict ?? Self.verdict(credential, at: now), basis: basis, credential, key)
        answer.keyWithdrawnOn = withdrawal?.day
        answer.formerRevocation = revocation
        return answer
    }

    /// A status list out of its signed text.
    ///
    /// Throws `unreadable` for another text, and `refused` where its signature is not right, or its key is unknown or was
    /// withdrawn.
    package func statusList(_ text: String) throws(CertificateError) -> StatusListCredential {
        let token = try CredentialToken(text)
        if let withdrawal = token.thumbprint.flatMap({ withdrawn[$0] }) {
            let message = "the status list is signed with a key that was withdrawn on \(withdrawal.day); get the newest"
            throw CertificateError(code: .refused, message: message)
        }
        guard let key = token.thumbprint.flatMap({ keys[$0] }), try isSigned(token, by: key) else {
            throw CertificateError(code: .refused, message: "the status list is not signed by a key of the issuer")
        }
        guard let list = try? CanonicalJSON.value(StatusListCredential.self, from: token.payload),
            list.type.contains("BitstringStatusListCredential"), list.credentialSubject.statusPurpose == "revocation"
        else { throw CertificateError(code: .unreadable, message: "the signed text is no status list") }
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
        case .replaced(let number, let day, _): .replaced(by: number, on: day)
        }
    }

    private static func verdict(_ credential: CertificateCredential, at now: Int) -> CertificateAnswer.Verdict {
        if let end = credential.exp, now >= end {
            return .expired(lastDay: credential.statement.expiresOn ?? credential.validUntil ?? "")
        }
        return now < credential.nbf ? .notYetValid(firstDay: credential.statement.awardedOn) : .valid
    }

    /// What the status lists say of a certificate; nil where none of them is about it.
    ///
    /// Where several are, one that has it revoked decides: a revocation is never taken back.
    private static func look(
        for credential: CertificateCredential,
        in lists: [StatusListCredential]
    ) throws(CertificateError) -> (isRevoked: Bool, newest: StatusListCredential)? {
        let entry = credential.credentialStatus
        let own = lists.filter { $0.id == entry.statusListCredential && $0.issuer == credential.issuer.id }
        guard let newest = own.max(by: { $0.nbf < $1.nbf }) else { return nil }
        var isRevoked = false
        for list in own {
            let bits = try RevocationBits(encoded: list.credentialSubject.encodedList)
            guard let place = Int(entry.statusListIndex), let bit = bits.isRevoked(place) else {
                throw CertificateError(
                    code: .unreadable,
                    message: "the certificate's place is not in the status list"
                )
            }
            isRevoked = isRevoked || bit
        }
        return (isRevoked, newest)
    }
}
