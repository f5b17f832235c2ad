import CertificateOffice
import Certificates
import Foundation
import Intake
import Store
import Testing

@Suite("A home's keys")
struct KeyRingTests {
    @Test("The first key is made once, and its private part is its owner's alone")
    func first() throws {
        let desk = try OfficeHome()
        let ring = KeyRing(home: desk.home, store: desk.store)
        #expect(try !ring.makeFirst(at: Timestamp(OfficeHome.now)))
        let entries = try ring.entries()
        #expect(entries.count == 1 && entries[0].problem == nil && entries[0].record.algorithm == "EdDSA")
        let mode = try FileManager.default.attributesOfItem(atPath: entries[0].file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test(
        "After a rotation the new key signs, and what the old one has signed is still valid",
        arguments: SignatureAlgorithm.allCases
    )
    func rotation(_ algorithm: SignatureAlgorithm) throws {
        let desk = try OfficeHome()
        let office = try desk.office()
        let old = try #require(
            try office.issue(course: "T03A", to: [TechnicianName(institution: "C01", code: "zhang")]).issued.first
        )
        let key = try office.keys.rotate(to: algorithm, at: Timestamp(OfficeHome.now))
        let new = try #require(try office.issue(course: "T03A", to: nil).issued.first)
        #expect(new.key == key.thumbprint && old.key != new.key)
        for record in [old, new] {
            let answer = try office.check(file: Array(record.document.utf8)).answer
            #expect(answer.verdict == .valid && answer.key?.thumbprint == record.key)
        }
        // The old private part may be destroyed; only signing needs one.
        let entries = try office.keys.entries()
        try FileManager.default.removeItem(atPath: entries[0].file)
        #expect(try office.keys.entries().map { $0.problem == nil } == [false, true])
        #expect(try office.check(file: Array(old.document.utf8)).answer.verdict == .valid)
    }

    @Test("A key that is gone, exchanged or foreign is named, and a stranger's certificate is told from a changed one")
    func damaged() throws {
        let (desk, other) = (try OfficeHome(), try OfficeHome())
        let office = try desk.office()
        let theirs = try #require(try other.office().issue(course: "T03A", to: nil).issued.first)
        let ours = try #require(try office.issue(course: "T03A", to: nil).issued.first)
        #expect(try office.check(file: Array(theirs.document.utf8)).answer.verdict == .wrongKey)
        let file = try #require(try office.keys.entries().first).file
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.copyItem(
            atPath: try #require(try other.office().keys.entries().first).file,
            toPath: file
        )
        let problem = try #require(try office.keys.entries().first).problem
        #expect(problem == "the file holds another key than its name says")
        #expect(throws: IntakeError.self) { try office.reissue(number: ours.number, reason: "lost") }
        // Verifying needs no private part.
        #expect(try office.check(file: Array(ours.document.utf8)).answer.verdict == .valid)
        // Another text under a known number, signed by a key of ours that was stolen, is unknown.
        let credential = try office.credential(of: theirs)
        let stolen = try PrivateKey.make(.edDSA)
        let record = SigningKeyRecord(
            thumbprint: stolen.publicKey.thumbprint,
            algorithm: "EdDSA",
            jwk: String(decoding: try JSONEncoder().encode(JSONWebKey(stolen.publicKey)), as: UTF8.self),
            madeAt: Timestamp(OfficeHome.now)
        )
        try desk.store.useSigningKey(record, at: Timestamp(OfficeHome.now))
        let issuer = try #require(IssuerAddress(base: "https://cert.example.org/u"))
        let forged = try CredentialToken(signing: credential.bytes(), key: stolen, issuer: issuer)
        #expect(try office.check(file: Array(forged.text.utf8)).answer.verdict == .unknown)
    }
}
