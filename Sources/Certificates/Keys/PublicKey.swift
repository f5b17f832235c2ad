internal import COpenSSL
package import Digests

/// A public key by which anybody checks a credential.
package struct PublicKey: Sendable, Hashable {
    /// The parts that make it up.
    package enum Material: Sendable, Hashable {
        /// The 32 bytes of RFC 8032.
        case ed25519([UInt8])
        /// Big-endian, without leading zeros.
        case rsa(modulus: [UInt8], exponent: [UInt8])
    }

    package let material: Material
    /// Its id: SHA-256 of the JWK's required members (RFC 7638), base64url, 43 characters.
    package let thumbprint: String

    /// A key of its parts.
    ///
    /// Throws `key` where libcrypto takes no such key, or an RSA key has fewer than 2,048 bits.
    package init(_ material: Material) throws(CertificateError) {
        self.material = material
        if case .rsa(let modulus, _) = material, modulus.count < 256 || modulus.first == 0 {
            throw CertificateError(code: .key, message: "an RSA key has 2,048 bits or more")
        }
        do {
            thumbprint = Base64URL.text(try SHA256.digest(of: Self.requiredMembers(material)).bytes)
        } catch {
            throw CertificateError(code: .library, message: "\(error)")
        }
        sono_key_free(try handle())
    }

    /// By which algorithm it signs.
    package var algorithm: SignatureAlgorithm {
        switch material {
        case .ed25519: .edDSA
        case .rsa: .rs256
        }
    }

    /// Whether a signature is this key's over these bytes.
    ///
    /// Throws `library`.
    package func isSignature(_ signature: [UInt8], over message: [UInt8]) throws(CertificateError) -> Bool {
        let key = try handle()
        defer { sono_key_free(key) }
        let answer = sono_key_verify(key, message, message.count, signature, signature.count)
        guard answer >= 0 else { throw CertificateError(code: .library, message: "a signature could not be checked") }
        return answer == 1
    }

    /// The key as OpenSSL's PEM (SubjectPublicKeyInfo).
    ///
    /// Throws `library`.
    package func pem() throws(CertificateError) -> String {
        let key = try handle()
        defer { sono_key_free(key) }
        var count = 0
        guard let text = sono_key_public_pem(key, &count) else {
            throw CertificateError(code: .library, message: "a public key could not be written")
        }
        defer { sono_text_free(text, count) }
        return String(cString: text)
    }

    /// The parts in libcrypto's hands; the caller frees it.
    private func handle() throws(CertificateError) -> OpaquePointer {
        let key =
            switch material {
            case .ed25519(let raw): raw.count == 32 ? sono_key_public_ed25519(raw) : nil
            case .rsa(let modulus, let exponent):
                sono_key_public_rsa(modulus, modulus.count, exponent, exponent.count)
            }
        guard let key else { throw CertificateError(code: .key, message: "this is no public key") }
        return key
    }

    /// The JWK's required members in the order and form of RFC 7638.
    private static func requiredMembers(_ material: Material) -> String {
        switch material {
        case .ed25519(let raw): #"{"crv":"Ed25519","kty":"OKP","x":"\#(Base64URL.text(raw))"}"#
        case .rsa(let modulus, let exponent):
            #"{"e":"\#(Base64URL.text(exponent))","kty":"RSA","n":"\#(Base64URL.text(modulus))"}"#
        }
    }
}
