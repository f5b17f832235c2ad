import CertificateOffice
import Certificates
import Foundation
import Grading
import Intake
import Store
import Testing

@Suite("Withdrawing a key")
struct KeyWithdrawalTests {
    private let desk: OfficeHome
    private let office: CertificateOffice
    private let issued: [CertificateRecord]

    init() throws {
        desk = try OfficeHome()
        office = try desk.office()
        issued = try office.issue(course: "T03A", to: nil).issued
    }

    /// A certificate that a thief makes with the home's key, by its file.
    private func forged() throws -> String {
        let key = try PrivateKey.reading(
            pem: Array(try Data(contentsOf: URL(fileURLWithPath: try #require(office.keys.entries().first).file)))
        )
        var statement = try office.credential(of: issued[0]).statement
        statement.holder.name = .init("骗子")
        let issuer = try #require(IssuerAddress(base: "https://cert.example.org/u"))
        let credential = try CertificateCredential(
            statement,
            id: RandomName.urn([UInt8](repeating: 1, count: 16)),
            subject: RandomName.urn([UInt8](repeating: 2, count: 16)),
            issuer: issuer,
            validity: .init(
                list: 1,
                index: issued[0].place.place,
                from: .init(text: "2026-11-22T00:00:00+08:00", seconds: 1_795_276_800)
            )
        )
        return try CredentialToken(signing: credential.bytes(), key: key, issuer: issuer).text
    }

    private func abroad(_ token: String, site: String) throws -> CertificateAnswer {
        func bytes(_ file: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(fileURLWithPath: site + "/" + file)))
        }
        return try CertificateAbroad.check(
            file: Array(token.utf8),
            keys: try bytes("keys/jwks.json"),
            statusLists: [try bytes("status/1.jwt")],
            now: Timestamp(OfficeHome.now)
        )
    }

    @Test("What was issued stays valid in the home and abroad, what a thief signed is not; a successor signs")
    func withdrawn() throws {
        let thief = try forged()
        let site = desk.home.path + "/site"
        _ = try office.publish(to: site)
        // Until somebody knows of the theft, it passes abroad; the register never had it.
        #expect(try abroad(thief, site: site).verdict == .valid)
        #expect(try office.check(file: Array(thief.utf8)).answer.verdict == .unknown)

        _ = try office.revoke(number: issued[1].number, reason: "成绩有误")
        let done = try office.withdrawKey(issued[0].key, reason: "服务器失窃")
        let successor = try #require(done.successor)
        #expect(successor.thumbprint != issued[0].key && done.certificates == 2)
        let outcome = try office.publish(to: site)
        #expect(outcome.ofWithdrawnKeys == 2)
        for check in [try abroad(thief, site: site), try office.check(file: Array(thief.utf8)).answer] {
            #expect(check.verdict == .withdrawnKey(on: "2026-11-22") && check.credential == nil)
        }
        for check in [
            try abroad(issued[0].document, site: site), try office.check(file: Array(issued[0].document.utf8)).answer,
        ] {
            #expect(check.verdict == .valid && check.keyWithdrawnOn == "2026-11-22")
        }
        #expect(try abroad(issued[1].document, site: site).verdict == .revoked(on: nil, reason: nil))
        // Nobody who looks the key up at its address finds it.
        let notice = try Data(contentsOf: URL(fileURLWithPath: site + "/keys/\(issued[0].key).json"))
        #expect(throws: CertificateError.self) { try JSONWebKeySet(reading: Array(notice)) }
        let set = try JSONWebKeySet(
            reading: Array(try Data(contentsOf: URL(fileURLWithPath: site + "/keys/jwks.json")))
        )
        #expect(set.keys.map(\.kid) == [successor.thumbprint])
        #expect(try office.publish(to: site).written == 0)
    }

    @Test("Signed again, number, page and all that is said stay; the old file and the new one are both known")
    func signedAgain() throws {
        _ = try office.revoke(number: issued[1].number, reason: "成绩有误")
        let successor = try #require(try office.withdrawKey(issued[0].key, reason: "服务器失窃").successor)
        let again = try office.signAgain()
        #expect(again.map(\.number) == issued.map(\.number) && again.map(\.token) == issued.map(\.token))
        #expect(Set(again.map(\.key)) == [successor.thumbprint])
        for (old, new) in zip(issued, again) {
            #expect(old.document != new.document && old.place == new.place)
            #expect(try CredentialToken(old.document).payload == CredentialToken(new.document).payload)
            #expect(try desk.store.certificate(number: old.number)?.document == new.document)
        }
        let site = desk.home.path + "/site"
        #expect(try office.publish(to: site).ofWithdrawnKeys == 0)
        for document in [issued[0].document, again[0].document] {
            let isOld = document == issued[0].document
            let answer = try abroad(document, site: site)
            #expect(answer.verdict == .valid && (answer.keyWithdrawnOn != nil) == isOld)
            #expect(try office.check(file: Array(document.utf8)).answer.verdict == .valid)
        }
        #expect(try abroad(again[1].document, site: site).verdict == .revoked(on: nil, reason: nil))
        #expect(try office.signAgain().isEmpty)
        // And once more, when that key is stolen too.
        let third = try #require(try office.withdrawKey(successor.thumbprint, reason: "again").successor)
        #expect(try office.signAgain().map(\.key) == [third.thumbprint, third.thumbprint])
        _ = try office.publish(to: site)
        #expect(try abroad(issued[0].document, site: site).verdict == .valid)
        #expect(try abroad(again[0].document, site: site).verdict == .valid)
        let problems = try desk.store.verifyAudit(vault: Vault(home: desk.home.path)).problems
        #expect(problems.isEmpty, "\(problems)")
        // A certificate of a holder whose key was withdrawn can be reissued like any other.
        #expect(try office.reissue(number: issued[0].number, reason: "姓名更正").key == third.thumbprint)
    }

    @Test("A key that is unknown or was withdrawn before is refused, and a retired one needs no successor")
    func refused() throws {
        let first = issued[0].key
        let second = try office.keys.rotate(to: .rs256, at: Timestamp(OfficeHome.now))
        let unknown = #expect(throws: StoreError.self) {
            try office.withdrawKey(String(repeating: "A", count: 43), reason: "x")
        }
        #expect(unknown?.code == .notFound && unknown?.message.contains("keys list") == true)
        let done = try office.withdrawKey(first, reason: "x")
        #expect(done.successor == nil && done.certificates == 2)
        let twice = #expect(throws: StoreError.self) { try office.withdrawKey(first, reason: "y") }
        #expect(twice?.code == .denied)
        #expect(try office.signAgain().map(\.key) == [second.thumbprint, second.thumbprint])
        let reasons = try desk.store.signingKeys().map { ($0.thumbprint, $0.withdrawal?.reason) }
        #expect(Dictionary(uniqueKeysWithValues: reasons) == [first: "x", second.thumbprint: nil])
    }

    @Test("Who issues with a key that another process has just replaced is told so, and no number is used up")
    func overtaken() throws {
        let order = CertificateOrder(
            prefix: "WJUS",
            year: 2026,
            course: "T03A",
            technicianID: 1,
            holder: "x",
            identityMasked: nil,
            awardedOn: "2026-11-22",
            expiresOn: nil,
            token: String(repeating: "0", count: 32),
            key: issued[0].key
        )
        _ = try office.keys.rotate(to: .edDSA, at: Timestamp(OfficeHome.now))
        let error = #expect(throws: StoreError.self) {
            try desk.store.issueCertificates([order], at: Timestamp(OfficeHome.now), place: { 1 }) { _, _ in
                SignedCertificate(number: "N", document: "d")
            }
        }
        #expect(error?.code == .denied && error?.message.contains("once more") == true)
        let again = #expect(throws: StoreError.self) {
            try desk.store.signCertificatesAgain(key: issued[0].key, at: Timestamp(OfficeHome.now)) { $0.document }
        }
        #expect(again?.code == .denied)
        #expect(try desk.store.certificates().count == 2)
    }

    @Test("The doctor says where certificates are signed with a withdrawn key")
    func doctor() throws {
        _ = try office.withdrawKey(issued[0].key, reason: "x")
        let before = try office.keys.look()
        #expect(before.verdict == .remark && before.message.contains("certificate sign-again"))
        _ = try office.signAgain()
        #expect(try office.keys.look().verdict == .good)
    }
}
