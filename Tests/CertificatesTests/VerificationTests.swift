import Certificates
import Foundation
import Grading
import Testing

@Suite("Verification of a certificate")
struct VerificationTests {
    private func answer(
        _ bytes: [UInt8],
        _ keys: [PublicKey],
        now: Int = TrialCertificate.now,
        register: RegisterEntry? = .inForce
    ) throws -> CertificateAnswer {
        let verifier = CertificateVerifier(keys: keys)
        return try verifier.answer(to: bytes, now: now, register: register.map { entry in { _, _ in entry } })
    }

    @Test(
        "A certificate of either algorithm is valid, and all that was signed comes back",
        arguments: SignatureAlgorithm.allCases
    )
    func valid(_ algorithm: SignatureAlgorithm) throws {
        let key = try PrivateKey.make(algorithm)
        let token = try TrialCertificate.token(key)
        let answer = try answer(Array(token.text.utf8), [key.publicKey])
        #expect(answer.verdict == .valid && answer.basis == .register)
        #expect(answer.credential?.statement == TrialCertificate.statement)
        let signer = key.publicKey
        #expect(answer.key == signer)
        // Signing again gives the same bytes.
        #expect(try TrialCertificate.token(key).text == token.text)
    }

    @Test("Any one changed byte of a token is found")
    func everyByte() throws {
        let key = try PrivateKey.make(.edDSA)
        let verifier = CertificateVerifier(keys: [key.publicKey])
        let token = Array(try TrialCertificate.token(key).text.utf8)
        let others = Array("A9-_.z ".utf8)
        var verdicts: Set<String> = []
        for place in token.indices {
            // A neighbouring character here, any character there.
            let other = place % 2 == 0 ? token[place] ^ 1 : others[place % others.count]
            if other == token[place] { continue }
            var changed = token
            changed[place] = other
            // White space at the ends is no change of the token.
            if [UInt8](String(decoding: changed, as: UTF8.self).trimmed.utf8) == token { continue }
            let answer = try verifier.answer(to: changed, now: TrialCertificate.now) { _, _ in .inForce }
            #expect(answer.verdict != .valid && answer.credential == nil, "byte \(place): \(answer.verdict)")
            verdicts.insert(answer.verdict.code)
        }
        #expect(verdicts == ["unreadable", "wrong_key", "changed"])
        for cut in [1, 20, token.count / 2] {
            #expect(try answer(Array(token.dropLast(cut)), [key.publicKey]).verdict != .valid)
        }
    }

    @Test("A token without a signature, by another algorithm or another key is never valid")
    func forged() throws {
        let key = try PrivateKey.make(.edDSA)
        let stranger = try PrivateKey.make(.edDSA)
        let rsa = try PrivateKey.make(.rs256)
        let token = try TrialCertificate.token(key)
        #expect(try answer(Array(token.text.utf8), [stranger.publicKey]).verdict == .wrongKey)
        #expect(try answer(Array(token.text.utf8), []).verdict == .wrongKey)
        // The stranger's signature under the issuer's key id.
        let theirs = try TrialCertificate.token(stranger).text.split(separator: ".")
        let ours = token.text.split(separator: ".")
        let mixed = "\(ours[0]).\(theirs[1]).\(theirs[2])"
        #expect(try answer(Array(mixed.utf8), [key.publicKey, stranger.publicKey]).verdict == .changed)
        let kid = TrialCertificate.issuer.key(key.publicKey.thumbprint)
        let none = Base64URL.text(Array(#"{"alg":"none","kid":"\#(kid)","typ":"JWT"}"#.utf8)) + ".\(ours[1])."
        #expect(try answer(Array(none.utf8), [key.publicKey]).verdict == .changed)
        let crossed =
            Base64URL.text(Array(#"{"alg":"RS256","kid":"\#(kid)","typ":"JWT"}"#.utf8)) + ".\(ours[1]).\(ours[2])"
        #expect(try answer(Array(crossed.utf8), [key.publicKey, rsa.publicKey]).verdict == .changed)
    }

    @Test("Revoked, replaced, unknown, expired and not yet valid each get their own answer")
    func states() throws {
        let key = try PrivateKey.make(.edDSA)
        let bytes = Array(try TrialCertificate.token(key).text.utf8)
        let keys = [key.publicKey]
        #expect(try answer(bytes, keys, register: .missing).verdict == .unknown)
        #expect(try answer(bytes, keys, register: .other).verdict == .unknown)
        #expect(
            try answer(bytes, keys, register: .revoked(on: "2026-01-02", reason: "成绩有误")).verdict
                == .revoked(on: "2026-01-02", reason: "成绩有误")
        )
        #expect(
            try answer(bytes, keys, register: .replaced(by: "WJUS-2026-T03-00001-X", on: "2026-01-02")).verdict
                == .replaced(by: "WJUS-2026-T03-00001-X", on: "2026-01-02")
        )
        let former = CertificateAnswer.Revocation(day: "2026-01-01", reason: "成绩有误")
        let both = try answer(
            bytes,
            keys,
            register: .replaced(by: "WJUS-2026-T03-00001-X", on: "2026-01-02", revoked: former)
        )
        #expect(both.verdict == .replaced(by: "WJUS-2026-T03-00001-X", on: "2026-01-02"))
        #expect(both.formerRevocation == former)
        #expect(try answer(bytes, keys, now: 1_748_707_199).verdict == .notYetValid(firstDay: "2025-06-01"))
        #expect(try answer(bytes, keys, now: 1_748_707_200).verdict == .valid)
        #expect(try answer(bytes, keys, now: 1_843_401_599).verdict == .valid)
        #expect(try answer(bytes, keys, now: 1_843_401_600).verdict == .expired(lastDay: "2028-05-31"))
    }

    @Test("Away from the register a signed status list says what is revoked, and without one nothing is claimed")
    func statusList() throws {
        let key = try PrivateKey.make(.edDSA)
        let verifier = CertificateVerifier(keys: [key.publicKey])
        let bytes = Array(try TrialCertificate.token(key).text.utf8)
        #expect(try verifier.answer(to: bytes, now: TrialCertificate.now).basis == .none)
        for (revoked, verdict) in [
            ([42], CertificateAnswer.Verdict.revoked(on: nil, reason: nil)), ([41, 43], .valid),
        ] {
            let list = try StatusListCredential(
                list: 1,
                bits: RevocationBits(revoked: revoked),
                from: .init(text: "2026-01-01T00:00:00+08:00", seconds: 1_767_196_800),
                until: TrialCertificate.listEnd,
                issuer: TrialCertificate.issuer
            )
            let token = try CredentialToken(signing: list.bytes(), key: key, issuer: TrialCertificate.issuer)
            let read = try verifier.statusList(token.text)
            let answer = try verifier.answer(to: bytes, now: TrialCertificate.now, statusLists: [read])
            #expect(answer.verdict == verdict)
            #expect(answer.basis == .statusList(StatusListAge(of: list, at: TrialCertificate.now)))
            let stranger = CertificateVerifier(keys: [try PrivateKey.make(.edDSA).publicKey])
            #expect(throws: CertificateError.self) { try stranger.statusList(token.text) }
        }
    }

    @Test(
        "A status list says its age; after its end, or without one, it shows a revocation still, but nothing in force"
    )
    func outdated() throws {
        let key = try PrivateKey.make(.edDSA)
        let verifier = CertificateVerifier(keys: [key.publicKey])
        let bytes = Array(try TrialCertificate.token(key).text.utf8)
        let made = 1_767_196_800
        func list(_ revoked: [Int], endless: Bool = false) throws -> StatusListCredential {
            var list = try StatusListCredential(
                list: 1,
                bits: RevocationBits(revoked: revoked),
                from: .init(text: "2026-01-01T00:00:00+08:00", seconds: made),
                until: .init(text: "2026-01-31T00:00:00+08:00", seconds: made + 30 * 86_400),
                issuer: TrialCertificate.issuer
            )
            if endless { (list.validUntil, list.exp) = (nil, nil) }
            let token = try CredentialToken(signing: list.bytes(), key: key, issuer: TrialCertificate.issuer)
            return try verifier.statusList(token.text)
        }
        func answer(_ lists: [StatusListCredential], _ now: Int) throws -> CertificateAnswer {
            try verifier.answer(to: bytes, now: now, statusLists: lists)
        }
        let (open, end) = (try list([]), made + 30 * 86_400)
        for (now, days, isGood) in [
            (made - 5, 0, true), (made + 86_399, 0, true), (made + 86_400, 1, true), (end - 1, 29, true),
            (end, 30, false),
        ] {
            let answer = try answer([open], now)
            let age = StatusListAge(of: open, at: now)
            #expect(age.days == days && age.isGood == isGood)
            #expect(answer.basis == (isGood ? .statusList(age) : .outdated(age)))
            #expect(answer.verdict == .valid && answer.basis.isChecked == isGood)
        }
        let undated = try answer([list([], endless: true)], made + 1)
        #expect(undated.verdict == .valid && !undated.basis.isChecked)
        #expect(try undated.basis == .outdated(StatusListAge(of: list([], endless: true), at: made + 1)))
        let revoked = try answer([list([42])], end + 1)
        #expect(revoked.verdict == .revoked(on: nil, reason: nil) && revoked.basis.isChecked)
    }

    @Test("A JSON file whose readable part was changed is found, and the untouched one is valid")
    func jsonFile() throws {
        let key = try PrivateKey.make(.edDSA)
        let credential = try TrialCertificate.credential()
        let file = try CredentialFile(credential, token: TrialCertificate.token(key).text).bytes()
        #expect(try answer(file, [key.publicKey]).verdict == .valid)
        let text = String(decoding: file, as: UTF8.self)
        let edited = text.replacing("青禾镇卫生院", with: "省人民医院")
        #expect(edited != text)
        #expect(try answer(Array(edited.utf8), [key.publicKey]).verdict == .changed)
    }

    @Test("The credential holds the name, a random holder and no identity number, neither masked nor hashed")
    func noIdentity() throws {
        let text = String(decoding: try TrialCertificate.credential().bytes(), as: UTF8.self)
        #expect(text.contains(#""identityType":"name""#) && text.contains("欧阳"))
        #expect(!text.contains("nationalIdentityNumber") && !text.contains("***"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let subject = try #require(object["credentialSubject"] as? [String: Any])
        #expect(subject["id"] as? String == "urn:uuid:09090909-0909-4909-8909-090909090909")
        #expect(
            object["sub"] as? String == subject["id"] as? String && object["jti"] as? String == object["id"] as? String
        )
        #expect(subject["licenseNumber"] as? String == "WJUS-2025-T03-00042-O")
        #expect((object["credentialStatus"] as? [String: Any])?["statusListIndex"] as? String == "42")
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
