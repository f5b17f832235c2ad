import Certificates
import Foundation
import Grading
import Testing

@Suite("A key that was stolen")
struct WithdrawnKeyTests {
    private let from = "2026-11-22T09:00:00+08:00"

    @Test("What the issuer has signed with it is valid and says so, what a thief signs is not, whatever day it bears")
    func known() throws {
        let stolen = try PrivateKey.make(.edDSA)
        let key = try PrivateKey.make(.edDSA)
        let own = try TrialCertificate.token(stolen).text
        var statement = TrialCertificate.statement
        statement.holder.name = .init("骗子")
        let forged = try TrialCertificate.token(stolen, TrialCertificate.credential(statement)).text
        let digests = try WithdrawnKey.published([own], salt: "salt")
        let entry = JSONWebKeySet.Withdrawn(stolen.publicKey, from: from, certificates: digests)
        // Also where the key stands among the trusted ones still.
        for keys in [[key.publicKey], [key.publicKey, stolen.publicKey]] {
            let verifier = try JSONWebKeySet(reading: JSONWebKeySet(keys, withdrawn: [entry]).bytes()).verifier()
            let good = try verifier.answer(to: Array(own.utf8), now: TrialCertificate.now)
            #expect(good.verdict == .valid && good.keyWithdrawnOn == "2026-11-22")
            let bad = try verifier.answer(to: Array(forged.utf8), now: TrialCertificate.now)
            #expect(bad.verdict == .withdrawnKey(on: "2026-11-22") && bad.credential == nil)
            #expect(try verifier.answer(to: Array(own.dropLast().utf8) + [65], now: 0).verdict != .valid)
        }
    }

    @Test("In the home the register says what is the issuer's own, also of what is revoked")
    func register() throws {
        let stolen = try PrivateKey.make(.edDSA)
        let bytes = Array(try TrialCertificate.token(stolen).text.utf8)
        let verifier = CertificateVerifier(keys: [], withdrawn: [WithdrawnKey(stolen.publicKey, from: from)])
        func verdict(_ entry: RegisterEntry) throws -> CertificateAnswer.Verdict {
            try verifier.answer(to: bytes, now: TrialCertificate.now) { _, _ in entry }.verdict
        }
        #expect(try verdict(.inForce) == .valid)
        #expect(try verdict(.revoked(on: "2026-01-02", reason: "x")) == .revoked(on: "2026-01-02", reason: "x"))
        #expect(try verdict(.missing) == .withdrawnKey(on: "2026-11-22"))
        #expect(try verdict(.other) == .withdrawnKey(on: "2026-11-22"))
        // Without register and digests nothing speaks for it.
        #expect(try verifier.answer(to: bytes, now: TrialCertificate.now).verdict == .withdrawnKey(on: "2026-11-22"))
    }

    @Test("A status list that is signed with it is refused, so a thief cannot take a revocation back")
    func statusList() throws {
        let stolen = try PrivateKey.make(.edDSA)
        let list = try StatusListCredential(
            list: 1,
            bits: RevocationBits(),
            from: .init(text: "2026-01-01T00:00:00+08:00", seconds: 1_767_196_800),
            until: TrialCertificate.listEnd,
            issuer: TrialCertificate.issuer
        )
        let token = try CredentialToken(signing: list.bytes(), key: stolen, issuer: TrialCertificate.issuer).text
        let verifier = CertificateVerifier(keys: [], withdrawn: [WithdrawnKey(stolen.publicKey, from: from)])
        let error = #expect(throws: CertificateError.self) { try verifier.statusList(token) }
        #expect(error?.code == .refused && error?.message.contains("withdrawn on 2026-11-22") == true)
    }

    @Test("The published digests do not tell how many certificates there are, and are the same for the same salt")
    func digests() throws {
        #expect(try WithdrawnKey.published([], salt: "s").count == 1024)
        let few = try WithdrawnKey.published(["a", "b"], salt: "s")
        #expect(few.count == 1024 && few == few.sorted() && Set(few).count == 1024)
        #expect(try WithdrawnKey.published(["b", "a"], salt: "s") == few)
        #expect(try WithdrawnKey.published(["a", "b"], salt: "t") != few)
        #expect(try WithdrawnKey.published((0..<1025).map(String.init), salt: "s").count == 2048)
        // SHA-256 of "a", by another program: printf a | openssl dgst -sha256 -binary | basenc --base64url.
        #expect(try WithdrawnKey.digest("a") == "ypeBEsobvcr6wjGzmiPcTaeG7_gUfE5yuYB3ha_uSLs")
        #expect(few.contains("ypeBEsobvcr6wjGzmiPcTaeG7_gUfE5yuYB3ha_uSLs"))
    }

    @Test("Another program takes the set for the trusted keys alone", .enabled(if: Python.has("jwt, cryptography")))
    func otherPrograms() throws {
        let stolen = try PrivateKey.make(.rs256)
        let key = try PrivateKey.make(.edDSA)
        let digests = try WithdrawnKey.published([], salt: "salt")
        let entry = JSONWebKeySet.Withdrawn(stolen.publicKey, from: from, certificates: digests)
        let set = try JSONWebKeySet([key.publicKey], withdrawn: [entry]).bytes()
        let said = try Python.run(
            "import sys, json, jwt; print([k.key_id for k in jwt.PyJWKSet.from_dict(json.load(sys.stdin)).keys])",
            input: set
        )
        #expect(said == "['\(key.publicKey.thumbprint)']\n")
    }
}
