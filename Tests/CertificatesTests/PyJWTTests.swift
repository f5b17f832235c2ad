import Certificates
import Foundation
import Testing

/// What another implementation says of our certificates.
@Suite(
    "PyJWT",
    .enabled("python3-jwt and python3-cryptography are not installed; script/setup brings them") {
        Python.has("jwt, cryptography")
    }
)
struct PyJWTTests {
    private static let script = """
        import sys, json, jwt
        given = json.load(sys.stdin)
        key = jwt.PyJWKSet.from_dict(given["keys"]).keys[0]
        def look(token):
            header = jwt.get_unverified_header(token)
            assert header["kid"].endswith("/keys/" + key.key_id + ".json"), header
            try:
                claims = jwt.decode(token, key.key, algorithms=["EdDSA", "RS256"], options={"verify_aud": False})
            except jwt.ExpiredSignatureError: return "expired"
            except jwt.InvalidSignatureError: return "wrong signature"
            return claims["credentialSubject"]["printed"]["holder"]["name"]["zh"] + " " + claims["iss"]
        print(json.dumps([look(token) for token in given["tokens"]], ensure_ascii=False))
        """

    @Test(
        "reads what we sign, with the key that we publish, and refuses a changed byte and an expired certificate",
        arguments: SignatureAlgorithm.allCases
    )
    func verifies(_ algorithm: SignatureAlgorithm) throws {
        let key = try PrivateKey.make(algorithm)
        var open = try TrialCertificate.credential()
        (open.exp, open.validUntil) = (nil, nil)
        let good = try TrialCertificate.token(key, open).text
        var over = open
        over.exp = 1_750_000_000
        let parts = good.split(separator: ".")
        let payload = String(decoding: try #require(Base64URL.bytes(parts[1])), as: UTF8.self)
        let changed = "\(parts[0]).\(Base64URL.text(Array(payload.replacing("青禾", with: "清禾").utf8))).\(parts[2])"
        let keys = String(decoding: try JSONWebKeySet([key.publicKey]).bytes(), as: UTF8.self)
        let tokens = [good, changed, try TrialCertificate.token(key, over).text]
        let input = #"{"keys":\#(keys),"tokens":["\#(tokens.joined(separator: "\",\""))"]}"#
        let said = try Python.run(Self.script, input: Array(input.utf8))
        #expect(
            said == "[\"欧阳\u{20BB7}雪 https://cert.example.org/issuer.json\", \"wrong signature\", \"expired\"]\n"
        )
    }

    @Test("reads a status list until its end, and refuses it from then on", arguments: SignatureAlgorithm.allCases)
    func statusListEnds(_ algorithm: SignatureAlgorithm) throws {
        let key = try PrivateKey.make(algorithm)
        // PyJWT judges by its own clock: the one list ends in 2100, the other has ended in 2025.
        let tokens = try [4_102_444_800, 1_750_000_000].map { end in
            let list = try StatusListCredential(
                list: 1,
                bits: RevocationBits(revoked: [42]),
                from: .init(text: "2025-01-01T00:00:00Z", seconds: 1_735_689_600),
                until: .init(text: "", seconds: end),
                issuer: TrialCertificate.issuer
            )
            return try CredentialToken(signing: list.bytes(), key: key, issuer: TrialCertificate.issuer).text
        }
        let keys = String(decoding: try JSONWebKeySet([key.publicKey]).bytes(), as: UTF8.self)
        let said = try Python.run(
            """
            import sys, json, jwt
            given = json.load(sys.stdin)
            key = jwt.PyJWKSet.from_dict(given["keys"]).keys[0]
            for token in given["tokens"]:
                try: print(jwt.decode(token, key.key, algorithms=["EdDSA", "RS256"])["exp"])
                except jwt.ExpiredSignatureError: print("expired")
            """,
            input: Array(#"{"keys":\#(keys),"tokens":["\#(tokens.joined(separator: "\",\""))"]}"#.utf8)
        )
        #expect(said == "4102444800\nexpired\n")
    }

    @Test("and Python's own gzip unpack a status list to the bits that were set")
    func statusList() throws {
        let said = try Python.run(
            """
            import sys, base64, gzip
            text = sys.stdin.read()
            assert text[0] == "u"
            bits = gzip.decompress(base64.urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4)))
            print(len(bits), [i for i in range(len(bits) * 8) if bits[i // 8] >> (7 - i % 8) & 1])
            """,
            input: Array(try RevocationBits(revoked: [3, 8, 131_071]).encoded().utf8)
        )
        #expect(said == "16384 [3, 8, 131071]\n")
    }
}
