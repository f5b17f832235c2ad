/// A public key as a JSON Web Key (RFC 7517, RFC 8037), with the members that a key of ours has.
package struct JSONWebKey: Sendable, Hashable, Codable {
    /// `OKP` or `RSA`.
    package var kty: String
    /// The curve of an `OKP` key: `Ed25519`.
    package var crv: String?
    /// An `OKP` key's point, base64url.
    package var x: String?
    /// An RSA key's modulus, base64url.
    package var n: String?
    /// An RSA key's exponent, base64url.
    package var e: String?
    /// `EdDSA` or `RS256`.
    package var alg: String?
    /// `sig`.
    package var use: String?
    /// The thumbprint of RFC 7638.
    package var kid: String?

    /// The JWK of a key.
    package init(_ key: PublicKey) {
        switch key.material {
        case .ed25519(let raw): (kty, crv, x) = ("OKP", "Ed25519", Base64URL.text(raw))
        case .rsa(let modulus, let exponent): (kty, n, e) = ("RSA", Base64URL.text(modulus), Base64URL.text(exponent))
        }
        (alg, use, kid) = (key.algorithm.rawValue, "sig", key.thumbprint)
    }

    /// The key that it describes.
    ///
    /// Throws `key` for anything but an Ed25519 or RSA key, and where it says another id or algorithm than its own.
    package func publicKey() throws(CertificateError) -> PublicKey {
        let key: PublicKey
        switch (kty, crv) {
        case ("OKP", "Ed25519"):
            guard let raw = x.flatMap({ Base64URL.bytes($0) }) else { throw Self.unreadable("x", kid) }
            key = try PublicKey(.ed25519(raw))
        case ("RSA", _):
            guard let modulus = n.flatMap({ Base64URL.bytes($0) }), let exponent = e.flatMap({ Base64URL.bytes($0) })
            else { throw Self.unreadable("n or e", kid) }
            key = try PublicKey(.rsa(modulus: modulus, exponent: exponent))
        default:
            throw CertificateError(code: .key, message: "this key is neither Ed25519 nor RSA", identity: kid)
        }
        guard kid == nil || kid == key.thumbprint, alg == nil || alg == key.algorithm.rawValue else {
            throw CertificateError(
                code: .key,
                message: "the key is not the one that its kid and alg say",
                identity: kid
            )
        }
        return key
    }

    private static func unreadable(_ member: String, _ kid: String?) -> CertificateError {
        CertificateError(code: .key, message: "the key's \(member) is missing or no base64url", identity: kid)
    }
}
