/// How credentials are signed, by its name in a JWT's header.
package enum SignatureAlgorithm: String, Sendable, Codable, CaseIterable {
    /// Ed25519 (RFC 8037).
    case edDSA = "EdDSA"
    /// RSA by PKCS #1 v1.5 with SHA-256 (RFC 7518 §3.3), the one that Open Badges' conformance tests know.
    case rs256 = "RS256"
}
