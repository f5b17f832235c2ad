import Certificates
import Foundation
import Grading
import Testing

/// What somebody would try who wants a certificate that nobody gave.
@Suite("Forged certificates")
struct ForgeryTests {
    private func verdict(
        _ bytes: [UInt8],
        _ keys: [PublicKey],
        statusLists: [StatusListCredential] = []
    ) throws -> CertificateAnswer {
        try CertificateVerifier(keys: keys).answer(to: bytes, now: TrialCertificate.now, statusLists: statusLists)
    }

    private func header(_ text: String) -> String { Base64URL.text(Array(text.utf8)) }

    @Test("A token that is signed by the public key as a shared secret is changed, whatever its header says")
    func sharedSecret() throws {
        let key = try PrivateKey.make(.rs256)
        let payload = try TrialCertificate.token(key).text.split(separator: ".")[1]
        let kid = TrialCertificate.issuer.key(key.publicKey.thumbprint)
        let script = """
            import sys, hmac, hashlib, base64, json
            given = json.load(sys.stdin)
            text = base64.urlsafe_b64encode(given["header"].encode()).rstrip(b"=") + b"." + given["payload"].encode()
            mac = hmac.new(given["secret"].encode(), text, hashlib.sha256).digest()
            print((text + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")).decode())
            """
        for (algorithm, code) in [("HS256", "changed"), ("none", "changed"), ("RS256", "changed")] {
            let given = [
                "header": #"{"alg":"\#(algorithm)","kid":"\#(kid)","typ":"JWT"}"#, "payload": String(payload),
                "secret": try key.publicKey.pem(),
            ]
            let token = try Python.run(script, input: Array(try JSONEncoder().encode(given)))
            let answer = try verdict(Array(token.utf8), [key.publicKey])
            #expect(answer.verdict.code == code && answer.credential == nil, "\(algorithm): \(answer.verdict)")
        }
    }

    @Test("A header that brings its own key, says more than ours, or says something twice is not read")
    func header() throws {
        let key = try PrivateKey.make(.edDSA)
        let parts = try TrialCertificate.token(key).text.split(separator: ".")
        let kid = TrialCertificate.issuer.key(key.publicKey.thumbprint)
        let elsewhere = "https://evil.example/keys/\(key.publicKey.thumbprint).json"
        for (text, code) in [
            (#"{"alg":"EdDSA","jwk":{"kty":"OKP"},"kid":"\#(kid)","typ":"JWT"}"#, "unreadable"),
            (#"{"alg":"EdDSA","crit":["exp"],"kid":"\#(kid)","typ":"JWT"}"#, "unreadable"),
            (#"{"alg":"none","alg":"EdDSA","kid":"\#(kid)","typ":"JWT"}"#, "unreadable"),
            (#"{"alg":"EdDSA","kid":"\#(kid)","typ":"JWT" }"#, "unreadable"),
            (#"{"alg":"EdDSA","kid":"\#(kid)","typ":"JOSE"}"#, "changed"),
            // The address of a key is no place where one is looked for.
            (#"{"alg":"EdDSA","kid":"\#(elsewhere)","typ":"JWT"}"#, "changed"),
            (#"{"alg":"EdDSA","kid":"https://evil.example/keys/k.json","typ":"JWT"}"#, "wrong_key"),
            (#"{"alg":"EdDSA","kid":"../../etc/passwd","typ":"JWT"}"#, "wrong_key"),
        ] {
            let answer = try verdict(Array("\(header(text)).\(parts[1]).\(parts[2])".utf8), [key.publicKey])
            #expect(answer.verdict.code == code && answer.credential == nil, "\(text): \(answer.verdict)")
        }
    }

    @Test("Text that is not the base64 that was signed is unreadable, also where a lenient reader would take it")
    func base64() throws {
        let key = try PrivateKey.make(.edDSA)
        let text = try TrialCertificate.token(key).text
        let parts = text.split(separator: ".").map(String.init)
        for wrong in [
            "\(parts[0])=.\(parts[1]).\(parts[2])", "\(parts[0]).\(parts[1]).\(parts[2])==",
            "\(parts[0]).\(parts[1].prefix(40))\n\(parts[1].dropFirst(40)).\(parts[2])",
            "\(parts[0]).\(parts[1]).\(parts[2].replacing("-", with: "+").replacing("_", with: "/"))+",
            "\(text).", ".\(text)", "\(parts[0])..\(parts[2])", "..", "", "\u{FEFF}\(text)x", "\(text)\0",
        ] {
            let answer = try verdict(Array(wrong.utf8), [key.publicKey])
            #expect(answer.verdict != .valid && answer.credential == nil, "\(wrong.prefix(50)): \(answer.verdict)")
        }
    }

    @Test("A JSON file that says something twice or more than is signed is never valid; another layout of it is")
    func jsonFile() throws {
        let key = try PrivateKey.make(.edDSA)
        let token = try TrialCertificate.token(key).text
        let file = try CredentialFile(TrialCertificate.credential(), token: token).bytes()
        let text = String(decoding: file, as: UTF8.self)
        func code(_ text: String) throws -> String { try verdict(Array(text.utf8), [key.publicKey]).verdict.code }
        #expect(try code(text) == "valid")
        let layout = try Python.run(
            "import sys, json; print(json.dumps(json.load(sys.stdin), indent=2, sort_keys=False))",
            input: file
        )
        #expect(layout.contains("\\u6b27") && layout.contains("\n  \""))
        #expect(try code(layout) == "valid")
        let credential = #""credential":{"#
        let other = text.replacing(#""name":"远程超声质控培训""#, with: #""name":"高级培训","name":"远程超声质控培训""#)
        #expect(other != text)
        #expect(try code(other) == "unreadable")
        #expect(
            try code(text.replacing(#"{"credential""#, with: #"{"\u006aWt":0,"jW\u0074":1,"credential""#))
                == "unreadable"
        )
        #expect(try code(text.replacing(credential, with: credential + #""remark":"with distinction","#)) == "changed")
        #expect(try code(text.replacing(#"{"credential""#, with: #"{"also":1,"credential""#)) == "changed")
        #expect(try code(text.replacing(CredentialFile.schemaID, with: "sonograde.certificate-file/9")) == "unreadable")
        #expect(try code(text.replacing(#""value":86}"#, with: #""value":86.0}"#)) == "valid")
        #expect(try code(text.replacing(#""value":86}"#, with: #""value":96}"#)) == "changed")
        let nested = String(repeating: "[", count: 100_000)
        #expect(try code(#"{"a":"# + nested) == "unreadable")
    }

    @Test(
        "A file with two credentials is unreadable, with the same one twice it is valid; what follows the end is no part"
    )
    func twoTokens() throws {
        let key = try PrivateKey.make(.edDSA)
        let first = try TrialCertificate.token(key).text
        var statement = TrialCertificate.statement
        statement.holder.name = .init("王芳")
        let second = try TrialCertificate.token(key, TrialCertificate.credential(statement)).text
        func code(_ bytes: [UInt8]) throws -> String { try verdict(bytes, [key.publicKey]).verdict.code }
        let png = CarryingTests.png
        let baked = try #require(PNGText.carrying(first, in: png))
        #expect(try code(try #require(PNGText.carrying(second, in: baked))) == "unreadable")
        #expect(try code(try #require(PNGText.carrying(first, in: baked))) == "valid")
        // A chunk behind the picture's end is none of the picture.
        let other = try #require(PNGText.carrying(second, in: png))
        let chunk = other[(png.count - 12)..<(other.count - 12)]
        #expect(try code(baked + chunk) == "valid")
        #expect(try code(png + chunk) == "unreadable")
        // A chunk that claims to be longer than the file.
        #expect(try code(png.prefix(33) + [0xFF, 0xFF, 0xFF, 0xFF] + Array("iTXt".utf8)) == "unreadable")
        let pdf = Array("%PDF-1.7\n1 0 obj\nendobj\nxref\n0 1\ntrailer <<>>\nstartxref\n27\n%%EOF\n".utf8)
        let paper = try #require(PDFComment.carrying(first, in: pdf))
        #expect(try code(try #require(PDFComment.carrying(second, in: paper))) == "unreadable")
        #expect(try code(try #require(PDFComment.carrying(first, in: paper))) == "valid")
        #expect(try code(paper + Array("%sonograde-credential ".utf8)) == "unreadable")
    }

    @Test("A huge file gets its answer like a small one")
    func huge() throws {
        let key = try PrivateKey.make(.edDSA)
        let many = 1 << 20
        let zeros = [UInt8](repeating: 0, count: many)
        let chunks = CarryingTests.png.prefix(33) + zeros
        let dots = [UInt8](repeating: UInt8(ascii: "."), count: many)
        let braces = [UInt8](repeating: UInt8(ascii: "{"), count: many)
        let marks =
            Array("%PDF-1.7\n".utf8)
            + Array(repeatElement(Array("%sonograde-credential a\n".utf8), count: 9999)).joined()
        for bytes in [Array(chunks), dots, braces, zeros, Array("%PDF-".utf8) + zeros, marks] {
            #expect(try verdict(bytes, [key.publicKey]).verdict.code == "unreadable")
        }
    }

    @Test("A status list of another issuer, another number, or forged with a certificate decides nothing")
    func statusLists() throws {
        let key = try PrivateKey.make(.edDSA)
        let certificate = try TrialCertificate.token(key)
        let bytes = Array(certificate.text.utf8)
        let verifier = CertificateVerifier(keys: [key.publicKey])
        let other = try #require(IssuerAddress(base: "https://other.example.org"))
        func list(_ number: Int, _ revoked: [Int], _ issuer: IssuerAddress, since: Int = 1) throws
            -> StatusListCredential
        {
            try StatusListCredential(
                list: number,
                bits: RevocationBits(revoked: revoked),
                from: .init(text: "2026-01-0\(since)T00:00:00+08:00", seconds: 1_767_196_800 + 86_400 * (since - 1)),
                until: TrialCertificate.listEnd,
                issuer: issuer
            )
        }
        let wanted = "https://cert.example.org/status/1.jwt"
        for lists in [[try list(1, [], other)], [try list(2, [], TrialCertificate.issuer)]] {
            let answer = try verdict(bytes, [key.publicKey], statusLists: lists)
            #expect(answer.verdict == .valid && answer.basis == .needs(statusList: wanted) && !answer.basis.isChecked)
        }
        // The address is ours, the issuer another one.
        var mixed = try list(1, [], TrialCertificate.issuer)
        mixed.issuer = other.issuer
        #expect(try verdict(bytes, [key.publicKey], statusLists: [mixed]).basis == .needs(statusList: wanted))
        // Of an old and a new list the revocation counts, in whichever order they come.
        let (old, new) = (
            try list(1, [], TrialCertificate.issuer), try list(1, [42], TrialCertificate.issuer, since: 2)
        )
        for lists in [[old, new], [new, old]] {
            let answer = try verdict(bytes, [key.publicKey], statusLists: lists)
            #expect(answer.verdict == .revoked(on: nil, reason: nil))
            let age = StatusListAge(of: new, at: TrialCertificate.now)
            #expect(answer.basis == .statusList(age) && age.from == "2026-01-02T00:00:00+08:00")
        }
        #expect(throws: CertificateError.self) { try verifier.statusList(certificate.text) }
        // A list that unpacks to more than a list has.
        let bomb = Base64URL.text(try Python.gzip(zeros: 64 << 20))
        #expect(throws: CertificateError.self) { try RevocationBits(encoded: "u" + bomb) }
        // And a status list is no certificate.
        let token = try CredentialToken(signing: old.bytes(), key: key, issuer: TrialCertificate.issuer).text
        #expect(try verdict(Array(token.utf8), [key.publicKey]).verdict.code == "unreadable")
    }

    @Test("A key set with a shared secret, with a key under another one's name, or twice the same opens nothing")
    func keySets() throws {
        let key = try PrivateKey.make(.edDSA)
        let stranger = try PrivateKey.make(.edDSA)
        let own = try CanonicalJSON.text(JSONWebKey(key.publicKey))
        let theirs = try CanonicalJSON.text(JSONWebKey(stranger.publicKey))
        let named = theirs.replacing(stranger.publicKey.thumbprint, with: key.publicKey.thumbprint)
        for set in [
            #"{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}"#, #"{"keys":[\#(named)]}"#, #"{"keys":{}}"#, "[]", "",
            #"{"kid":"\#(key.publicKey.thumbprint)","withdrawn":"2026-11-22T09:00:00+08:00"}"#,
        ] {
            #expect(throws: CertificateError.self, "\(set)") { try JSONWebKeySet(reading: Array(set.utf8)).verifier() }
        }
        let forged = try TrialCertificate.token(stranger).text
        for set in [#"{"keys":[\#(own),\#(own)]}"#, #"{"keys":[]}"#, own] {
            let verifier = try JSONWebKeySet(reading: Array(set.utf8)).verifier()
            #expect(try verifier.answer(to: Array(forged.utf8), now: TrialCertificate.now).verdict == .wrongKey)
        }
    }
}

extension Python {
    /// So many zeros in gzip.
    fileprivate static func gzip(zeros: Int) throws -> [UInt8] {
        let script = "import sys, gzip; print(gzip.compress(bytes(int(sys.argv[1]))).hex())"
        let hex = Array(try run(script, input: [], ["\(zeros)"]).utf8.dropLast())
        return stride(from: 0, to: hex.count, by: 2).compactMap { place in
            UInt8(String(decoding: hex[place..<place + 2], as: UTF8.self), radix: 16)
        }
    }
}
