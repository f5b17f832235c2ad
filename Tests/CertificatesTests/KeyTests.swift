import Certificates
import Foundation
import Testing

@Suite("Signing keys")
struct KeyTests {
    /// RFC 8037, appendix A: the key, its thumbprint, and what it signs.
    @Test("The standard's own Ed25519 key has the standard's thumbprint, and its signature is right")
    func standard() throws {
        let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
        let key = try PublicKey(.ed25519(try #require(Base64URL.bytes(x))))
        #expect(key.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        let message = Array("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".utf8)
        let signature = try #require(
            Base64URL.bytes("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
        )
        #expect(try key.isSignature(signature, over: message))
        #expect(try !key.isSignature(signature, over: message.dropLast() + [0]))
    }

    @Test(
        "A key survives its PEM, signs the same bytes the same way, and its JWK is its public part",
        arguments: SignatureAlgorithm.allCases
    )
    func roundTrip(_ algorithm: SignatureAlgorithm) throws {
        let made = try PrivateKey.make(algorithm)
        let read = try PrivateKey.reading(pem: made.pem())
        let (first, second) = (made.publicKey, read.publicKey)
        #expect(first == second && first.algorithm == algorithm && first.thumbprint.utf8.count == 43)
        let message = Array("what is signed".utf8)
        let (one, two) = (try made.signature(over: message), try read.signature(over: message))
        #expect(one == two)
        #expect(try first.isSignature(one, over: message))
        #expect(try !first.isSignature(Array(one.dropLast()), over: message))
        let keys = try JSONWebKeySet(reading: JSONWebKeySet([first]).bytes()).keys.map { try $0.publicKey() }
        #expect(keys == [first])
        #expect(try first.pem().hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
    }

    @Test("What is no key of ours is refused")
    func refused() throws {
        let made = try PrivateKey.make(.edDSA)
        let pem = String(decoding: try made.pem(), as: UTF8.self)
        for text in ["", "hello", pem.replacing("PRIVATE", with: "PUBLIC"), String(pem.prefix(60))] {
            #expect(throws: CertificateError.self) { _ = try PrivateKey.reading(pem: Array(text.utf8)).publicKey }
        }
        #expect(throws: CertificateError.self) { try PublicKey(.ed25519([1, 2, 3])) }
        // 512 bits, and leading zeros that would give a key a second thumbprint.
        #expect(throws: CertificateError.self) {
            try PublicKey(.rsa(modulus: [UInt8](repeating: 0xC1, count: 64), exponent: [1, 0, 1]))
        }
        #expect(throws: CertificateError.self) {
            try PublicKey(.rsa(modulus: [0] + [UInt8](repeating: 0xC1, count: 256), exponent: [1, 0, 1]))
        }
        var jwk = JSONWebKey(made.publicKey)
        jwk.kid = String(repeating: "A", count: 43)
        let renamed = jwk
        #expect(throws: CertificateError.self) { try renamed.publicKey() }
        jwk.kid = nil
        jwk.alg = "RS256"
        let other = jwk
        #expect(throws: CertificateError.self) { try other.publicKey() }
    }

    @Test("base64url is strict: one text for the same bytes")
    func strict() {
        #expect(Base64URL.text([0xFF, 0xFE]) == "__4")
        #expect(Base64URL.bytes("__4") == [0xFF, 0xFE])
        for wrong in ["__5", "__4=", "//4", "_", "__ 4", "__4\n"] { #expect(Base64URL.bytes(wrong) == nil, "\(wrong)") }
    }
}
