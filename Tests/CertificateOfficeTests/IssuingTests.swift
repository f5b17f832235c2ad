import CertificateOffice
import Certificates
import Foundation
import Grading
import Intake
import Reports
import Store
import Testing

@Suite("Issuing certificates")
struct IssuingTests {
    @Test("Who completed the course gets one, numbered without a gap; the others get none, with every reason")
    func wholeCourse() throws {
        let desk = try OfficeHome()
        let outcome = try desk.office().issue(course: "T03A", to: nil)
        #expect(outcome.issued.map(\.holder) == ["张敏", "欧阳雪"])
        #expect(outcome.issued.map { $0.number.dropLast(2) } == ["WJUS-2026-T03A-00001", "WJUS-2026-T03A-00002"])
        for record in outcome.issued { #expect(try "\(CertificateNumber(reading: record.number))" == record.number) }
        let reasons = Dictionary(uniqueKeysWithValues: outcome.refused.map { ($0.technician, $0.codes) })
        #expect(
            reasons == [
                "li": ["attendance"], "zhao": ["low_theory_mark"], "sun": ["no_theory_mark", "no_practical_mark"],
            ]
        )
        let again = try desk.office().issue(course: "T03A", to: nil)
        #expect(again.issued.isEmpty && again.held == outcome.issued && again.refused == outcome.refused)
    }

    @Test("Who has completed the course is judged on the day of award, and a course with certificates was held")
    func dayOfAward() throws {
        let desk = try OfficeHome()
        let resit = CourseEntry.Mark(part: .theory, tenths: 700, day: "2026-11-20", markedBy: "chen")
        let zhao = CourseEntry(institution: "C02", technician: "zhao", marks: [resit])
        _ = try desk.store.enter([zhao], course: "T03A", at: Timestamp(OfficeHome.now))
        let early = try desk.office().issue(course: "T03A", to: nil, on: "2026-11-02")
        #expect(early.issued.map(\.technician) == ["zhang", "wang"])
        #expect(early.refused.first { $0.technician == "zhao" }?.codes == ["completed_later"])
        #expect(early.refused.first { $0.technician == "li" }?.codes == ["attendance"])
        let later = try desk.office().issue(course: "T03A", to: nil, on: "2026-11-20")
        #expect(later.issued.map(\.technician) == ["zhao"])
        let error = #expect(throws: StoreError.self) {
            try desk.store.retireCourse(id: "T03A", because: "x", at: Timestamp(OfficeHome.now))
        }
        #expect(error?.code == .denied)
        #expect(error?.message.contains("a course that people completed was held") == true)
    }

    @Test("What was signed says what register and course say, and holds no identity number in any form")
    func statement() throws {
        let desk = try OfficeHome(["years": "3"])
        let office = try desk.office()
        let record = try #require(
            try office.issue(course: "T03A", to: [TechnicianName(institution: "C01", code: "zhang")]).issued.first
        )
        let credential = try office.credential(of: record)
        let statement = credential.statement
        #expect(statement.holder.employer?.zh == "青禾镇卫生院" && statement.holder.post?.zh == "主管技师")
        // The list of titles has it in English; nobody has told the institution's English name.
        #expect(statement.holder.employer?.en == nil && statement.holder.post?.en == "Technologist-in-Charge")
        #expect(statement.theory == .init(86, required: 60) && statement.practical == .init(91, required: 60))
        #expect(statement.course.hours == 16 && statement.course.from == "2026-10-12")
        #expect(statement.criteria == "出勤不少于总学时的80%，理论考核不低于60分，操作考核不低于60分")
        #expect(statement.awardedOn == "2026-11-22" && statement.expiresOn == "2029-11-21")
        #expect(credential.validFrom == "2026-11-22T00:00:00+08:00")
        #expect(credential.validUntil == "2029-11-22T00:00:00+08:00")
        let signed = String(decoding: try CredentialToken(record.document).payload, as: UTF8.self)
        // The document's own random parts may hold any three digits.
        #expect(
            signed.firstMatch(of: /510[0-9*]{8}/) == nil && !signed.contains("***") && !signed.contains(record.token)
        )
        // On paper it is masked.
        #expect(try office.sheet(of: record, .chinese, .none).holder.maskedIdentity == "510***********1234")
        let end = Date(timeIntervalSince1970: 1_795_309_200 + 3 * 366 * 86_400)
        #expect(
            try desk.office(at: end).check(file: Array(record.document.utf8)).answer.verdict
                == .expired(lastDay: "2029-11-21")
        )
    }

    @Test("What hinders issuing is said in one line, and no number is used up by it")
    func hindrances() throws {
        for (key, word) in [
            ("issuer", "certificate.issuer"), ("prefix", "certificate.prefix"), ("base_url", "base_url"),
        ] {
            let desk = try OfficeHome([key: ""])
            do {
                _ = try desk.office().issue(course: "T03A", to: nil)
                Issue.record("issued without \(key)")
            } catch let error as IntakeError { #expect(error.message.contains(word)) }
        }
        let desk = try OfficeHome()
        let office = try desk.office()
        let key = try #require(try office.keys.entries().first)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key.file)
        do {
            _ = try office.issue(course: "T03A", to: nil)
            Issue.record("signed with a key that others can read")
        } catch let error as IntakeError { #expect(error.message.contains("chmod 600")) }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.file)
        for day in ["2026-10-12", "2026-11-23", "2026-02-30", "soon"] {
            #expect(throws: IntakeError.self) { try office.issue(course: "T03A", to: nil, on: day) }
        }
        #expect(throws: IntakeError.self) {
            try office.issue(course: "T03A", to: [TechnicianName(institution: "C01", code: "nobody")])
        }
        #expect(throws: StoreError.self) { try office.issue(course: "T99", to: nil) }
        let issued = try office.issue(course: "T03A", to: nil, on: "2026-10-13").issued
        #expect(issued.map(\.number).first?.hasPrefix("WJUS-2026-T03A-00001-") == true)
        #expect(issued.first?.awardedOn == "2026-10-13")
    }

    @Test("Where signing fails in the middle of a course, nobody gets a certificate and no number is lost")
    func allOrNone() throws {
        let desk = try OfficeHome()
        let office = try desk.office()
        struct Broken: Error {}
        var signed = 0
        let technicians = try desk.store.courseStandings(course: "T03A").prefix(2).map(\.technicianID)
        let key = try #require(try office.keys.publicKeys().first)
        let orders = technicians.enumerated().map { number, technician in
            CertificateOrder(
                prefix: "WJUS",
                year: 2026,
                course: "T03A",
                technicianID: technician,
                holder: "x",
                identityMasked: nil,
                awardedOn: "2026-11-22",
                expiresOn: nil,
                token: String(repeating: "\(number)", count: 32),
                key: key.thumbprint
            )
        }
        #expect(throws: StoreError.self) {
            try desk.store.issueCertificates(orders, at: Timestamp(OfficeHome.now), place: { signed + 5 }) { _, place in
                signed += 1
                if signed == 2 { throw Broken() }
                return SignedCertificate(number: "N\(place.sequence)", document: "d")
            }
        }
        #expect(signed == 2)
        #expect(try desk.store.certificates().isEmpty)
        let issued = try office.issue(course: "T03A", to: nil).issued
        #expect(issued.map { $0.number.split(separator: "-")[3] } == ["00001", "00002"])
    }

    @Test("A revoked certificate is not issued again by mistake; reissuing replaces, and the old one says by what")
    func lifecycle() throws {
        let desk = try OfficeHome()
        let office = try desk.office()
        let first = try #require(try office.issue(course: "T03A", to: nil).issued.first)
        let revoked = try office.revoke(number: first.number, reason: "成绩登记有误")
        #expect(revoked.revocationReason == "成绩登记有误")
        #expect(throws: StoreError.self) { try office.revoke(number: first.number, reason: "again") }
        #expect(
            try office.check(numberOrAddress: first.number)?.answer.verdict
                == .revoked(on: "2026-11-22", reason: "成绩登记有误")
        )
        let again = try office.issue(course: "T03A", to: nil)
        #expect(again.issued.isEmpty && again.refused.contains { $0.codes == ["revoked_before"] })
        try desk.store.change(
            TechnicianRecord.self,
            RegistryReference(institution: "C01", code: "zhang"),
            at: Timestamp(OfficeHome.now)
        ) { $0.name = "张慜" }
        let second = try office.reissue(number: first.number, reason: "姓名更正")
        #expect(second.holder == "张慜" && second.replaces == first.number)
        #expect(second.number.hasPrefix("WJUS-2026-T03A-00003-"))
        #expect(
            try office.check(file: Array(first.document.utf8)).answer.verdict
                == .replaced(by: second.number, on: "2026-11-22")
        )
        #expect(try office.check(file: Array(second.document.utf8)).answer.verdict == .valid)
        #expect(throws: StoreError.self) { try office.reissue(number: first.number, reason: "again") }
        #expect(throws: StoreError.self) { try office.reissue(number: "WJUS-2026-T03A-00099-X", reason: "none") }
        let third = try office.reissue(number: second.number, reason: "遗失")
        #expect(try desk.store.certificate(number: second.number)?.replacedBy == third.number)
        // The trail knows all of it, and the dump has no number twice.
        let problems = try desk.store.verifyAudit(vault: Vault(home: desk.home.path)).problems
        #expect(problems.isEmpty, "\(problems)")
        var lines: [String] = []
        try desk.store.dump { if $0.contains(#""kind":"certificate""#) { lines.append($0) } }
        #expect(lines.count == 4 && Set(lines).count == 4)
    }

    @Test("One that was revoked and replaced later says both days and the reason; one replaced while in force says one")
    func revokedThenReplaced() throws {
        let desk = try OfficeHome()
        let day = 86_400.0
        let issued = try desk.office().issue(course: "T03A", to: nil).issued
        let (zhang, wang) = (try #require(issued.first), try #require(issued.last))
        _ = try desk.office(at: OfficeHome.now + day).revoke(number: zhang.number, reason: "成绩登记有误")
        let later = try desk.office(at: OfficeHome.now + 10 * day)
        let second = try later.reissue(number: zhang.number, reason: "补正")
        let third = try later.reissue(number: wang.number, reason: "遗失")

        let answer = try #require(try later.check(numberOrAddress: zhang.number)).answer
        #expect(answer.verdict == .replaced(by: second.number, on: "2026-12-02"))
        #expect(answer.formerRevocation == .init(day: "2026-11-23", reason: "成绩登记有误"))
        #expect(answer.formerRevocation?.text.zh == "替代之前已于 2026-11-23 撤销：成绩登记有误")
        let lost = try #require(try later.check(numberOrAddress: wang.number)).answer
        #expect(lost.verdict == .replaced(by: third.number, on: "2026-12-02"))
        #expect(lost.formerRevocation == nil)

        let site = desk.home.path + "/site"
        _ = try later.publish(to: site)
        func page(_ record: CertificateRecord) throws -> String {
            let path = site + "/v/\(record.token)/index.html"
            return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        }
        #expect(try page(zhang).contains("2026年12月2日 被新证书替换"))
        #expect(try page(zhang).contains("此前已于 2026年11月23日 撤销"))
        #expect(try !page(zhang).contains("成绩登记有误"))
        #expect(try !page(wang).contains("此前已于"))
    }
}
