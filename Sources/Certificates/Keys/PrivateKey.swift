internal import COpenSSL

/// A private key, held by libcrypto and freed with this value; its bytes leave it only as `pem()`.
package struct PrivateKey: ~Copyable {
    private let handle: OpaquePointer
    /// The part that everybody may know.
    package let publicKey: PublicKey

    /// Bits of a new RSA key.
    private static let rsaBits: UInt32 = 3072

    /// A new key of libcrypto's own randomness.
    ///
    /// Throws `library`.
    package static func make(_ algorithm: SignatureAlgorithm) throws(CertificateError) -> PrivateKey {
        let handle =
            switch algorithm {
            case .edDSA: sono_key_make_ed25519()
            case .rs256: sono_key_make_rsa(rsaBits)
            }
        guard let handle else { throw CertificateError(code: .library, message: "a key could not be made") }
        return try owning(handle)
    }

    /// Reads unencrypted PKCS #8 PEM.
    ///
    /// Throws `key` for anything else than an Ed25519 key or an RSA key of 2,048 bits or more.
    package static func reading(pem: [UInt8]) throws(CertificateError) -> PrivateKey {
        guard let handle = sono_key_read_private(pem, pem.count) else {
            throw CertificateError(code: .key, message: "this is no private key in PEM without a passphrase")
        }
        return try owning(handle)
    }

    private static func owning(_ handle: OpaquePointer) throws(CertificateError) -> PrivateKey {
        let publicKey: PublicKey
        do throws(CertificateError) {
            publicKey = try PublicKey(material(handle))
        } catch {
            sono_key_free(handle)
            throw error
        }
        return PrivateKey(handle: handle, publicKey: publicKey)
    }

    private init(handle: OpaquePointer, publicKey: PublicKey) {
        self.handle = handle
        self.publicKey = publicKey
    }

    deinit { sono_key_free(handle) }

    /// Signs bytes; the same bytes get the same signature.
    ///
    /// Throws `library`.
    package borrowing func signature(over message: [UInt8]) throws(CertificateError) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 1024)
        var count = 0
        guard sono_key_sign(handle, message, message.count, &signature, &count) == 0 else {
            throw CertificateError(code: .library, message: "nothing could be signed", identity: publicKey.thumbprint)
        }
        return Array(signature.prefix(count))
    }

    /// The key as unencrypted PKCS #8 PEM, for a file that nobody else may read.
    ///
    /// Throws `library`.
    package borrowing func pem() throws(CertificateError) -> [UInt8] {
        var count = 0
        guard let text = sono_key_private_pem(handle, &count) else {
            throw CertificateError(code: .library, message: "a key could not be written")
        }
        defer { sono_text_free(text, count) }
        return text.withMemoryRebound(to: UInt8.self, capacity: count) {
            Array(UnsafeBufferPointer(start: $0, count: count))
        }
    }

    private static func material(_ handle: OpaquePointer) throws(CertificateError) -> PublicKey.Material {
        switch sono_key_kind(handle) {
        case SONO_KEY_ED25519:
            var raw = [UInt8](repeating: 0, count: 32)
            if sono_key_raw_ed25519(handle, &raw) == 0 { return .ed25519(raw) }
        case SONO_KEY_RSA:
            var modulus = [UInt8](repeating: 0, count: 1024)
            var exponent = modulus
            var (modulusCount, exponentCount) = (0, 0)
            if sono_key_raw_rsa(handle, &modulus, &modulusCount, &exponent, &exponentCount) == 0 {
                return .rsa(
                    modulus: Array(modulus.prefix(modulusCount)),
                    exponent: Array(exponent.prefix(exponentCount))
                )
            }
        default: break
        }
        throw CertificateError(code: .key, message: "only Ed25519 and RSA keys sign certificates")
    }
}
