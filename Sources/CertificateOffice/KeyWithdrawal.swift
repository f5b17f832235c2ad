package import Certificates
internal import Digests
package import Grading
internal import Intake
package import Store

/// What withdrawing a key did.
package struct KeyWithdrawal: Sendable, Hashable {
    /// The key that was made because the withdrawn one was in use; nil where another one signed already.
    package var successor: SigningKeyRecord?
    /// Certificates whose signature is of a withdrawn key, of this one or one before.
    package var certificates: Int
}

/// What is said of withdrawn keys.
package enum KeyWords {
    /// Of a certificate that the issuer himself has signed with a key that was withdrawn later.
    package static func withdrawn(on day: String) -> LocalizedText {
        LocalizedText(
            zh: "签名密钥已于 \(day) 作废，但这份证书确由颁发单位签署",
            en: "the key was withdrawn on \(day), but this is one that the issuer himself has signed with it"
        )
    }
}

extension CertificateOffice {
    /// Withdraws a key that may be in strange hands: what is signed with it is believed no more, but for what the register
    /// has.
    ///
    /// The key in use is followed by another one of the same algorithm first.
    ///
    /// Throws `StoreError` with `notFound` for an unknown key, and `denied` for one that was withdrawn before.
    package func withdrawKey(_ thumbprint: String, reason: String) throws -> KeyWithdrawal {
        let moment = Timestamp(now())
        var successor: SigningKeyRecord?
        let record = try store.signingKeys().first { $0.thumbprint == thumbprint }
        if let record, record.retiredAt == nil {
            let algorithm = SignatureAlgorithm(rawValue: record.algorithm) ?? .edDSA
            successor = try keys.rotate(to: algorithm, at: moment)
        }
        let salt = Base64URL.text(try StrongRandom.bytes(32))
        try store.withdrawSigningKey(thumbprint, reason: reason, salt: salt, at: moment)
        return KeyWithdrawal(successor: successor, certificates: try store.certificatesOfWithdrawnKeys().count)
    }

    /// Signs every certificate whose signature is of a withdrawn key again with the key in use: number, page and all that
    /// it says stay, also the paper; the text that was signed before stays known.
    ///
    /// Throws `CertificateError` with `refused` where the store's text is not what was signed.
    package func signAgain() throws -> [CertificateRecord] {
        let address = try address()
        let verifier = try verifier()
        let moment = Timestamp(now())
        return try keys.withSigningKey { key in
            let thumbprint = key.publicKey.thumbprint
            return try store.signCertificatesAgain(key: thumbprint, at: moment) { record in
                let seconds = Int(moment.milliseconds / 1000)
                let answer = try verifier.answer(to: Array(record.document.utf8), now: seconds) { _, _ in .inForce }
                guard answer.credential?.statement.number == record.number else {
                    throw CertificateError(
                        code: .refused,
                        message: "the store's text is not what was signed; audit verify says since when",
                        identity: record.number
                    )
                }
                let payload = try CredentialToken(record.document).payload
                return try CredentialToken(signing: payload, key: key, issuer: address).text
            }
        }
    }

    /// The keys as they are published: the trusted ones, and of the withdrawn ones what the register knows.
    package func keySet() throws -> JSONWebKeySet {
        let withdrawn = try store.signingKeys().compactMap { record -> JSONWebKeySet.Withdrawn? in
            guard let withdrawal = record.withdrawal else { return nil }
            let documents = try store.documents(ofKey: record.thumbprint)
            return JSONWebKeySet.Withdrawn(
                try KeyRing.publicKey(of: record),
                from: moment(withdrawal.at).text,
                certificates: try WithdrawnKey.published(documents, salt: withdrawal.salt)
            )
        }
        return JSONWebKeySet(try keys.publicKeys(), withdrawn: withdrawn)
    }

    /// A verifier by the home's keys; what was signed with a withdrawn one is for the register to say.
    func verifier() throws -> CertificateVerifier {
        CertificateVerifier(keys: try keys.publicKeys(), withdrawn: try withdrawnKeys())
    }

    /// The keys that were withdrawn.
    func withdrawnKeys() throws -> [WithdrawnKey] {
        try store.signingKeys().compactMap { record in
            guard let withdrawal = record.withdrawal else { return nil }
            return WithdrawnKey(try KeyRing.publicKey(of: record), from: moment(withdrawal.at).text)
        }
    }
}
