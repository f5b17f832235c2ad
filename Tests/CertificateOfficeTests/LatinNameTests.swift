import CertificateOffice
import Certificates
import Foundation
import Grading
import Intake
import Reports
import Store
import Testing

@Suite("A holder's name in Latin letters")
struct LatinNameTests {
    private let desk: OfficeHome
    private let zhang = RegistryReference(institution: "C01", code: "zhang")

    init() throws { desk = try OfficeHome() }

    private func name(_ latin: String?) throws {
        try desk.store.change(TechnicianRecord.self, zhang, at: Timestamp(OfficeHome.now)) { entry in
            entry.latinName = latin
        }
    }

    @Test("It is signed, stands on the bilingual sheet and on the page, and is never made up from the Chinese one")
    func signed() throws {
        try name("ZHANG Min")
        let office = try desk.office()
        let issued = try office.issue(course: "T03A", to: nil).issued
        let statement = try office.credential(of: issued[0]).statement
        #expect(statement.holder.name == .init("张敏", en: "ZHANG Min"))
        #expect(
            try office.credential(of: issued[0]).credentialSubject.identifier.map(\.identityHash) == [
                "张敏", "ZHANG Min",
            ]
        )
        #expect(try office.credential(of: issued[1]).statement.holder.name == .init("欧阳雪"))
        let fields = StatementField.all(of: try office.credential(of: issued[0]))
        let field = try #require(fields.first { $0.name.en == "Name" })
        #expect(field.value == LocalizedText(zh: "张敏（ZHANG Min）", en: "ZHANG Min (张敏)"))
        #expect(try office.sheet(of: issued[0], .bilingual, .none).holder.name.english == "ZHANG Min")
        let site = desk.home.path + "/site"
        _ = try office.publish(to: site)
        func page(_ record: CertificateRecord) throws -> String {
            try String(contentsOfFile: site + "/v/\(record.token)/index.html", encoding: .utf8)
        }
        #expect(try page(issued[0]).contains("ZHANG Min") && !page(issued[1]).contains("Ouyang"))
        let pdf = try office.export(issued[0], as: .pdf, wording: .bilingual)
        #expect(try office.check(file: pdf).answer.verdict == .valid)
        #expect(try office.export(issued[0], as: .pdf) != pdf)
    }

    @Test("The employer's English name is the register's; without one, only the issuer has one by the settings")
    func employer() throws {
        let reference = RegistryReference("C01")
        try desk.store.change(InstitutionRecord.self, reference, at: Timestamp(OfficeHome.now)) { entry in
            entry.englishTitle = "Qinghe Township Health Centre"
        }
        let office = try desk.office()
        let issued = try office.issue(course: "T03A", to: nil).issued
        let employers = try issued.map { try office.credential(of: $0).statement.holder.employer }
        #expect(employers == [.init("青禾镇卫生院", en: "Qinghe Township Health Centre"), .init("平安医院")])
        let problems = try desk.store.verifyAudit(vault: Vault(home: desk.home.path)).problems
        #expect(problems.isEmpty, "\(problems)")
    }

    @Test("What was issued without it stays valid and as it was; reissued, it has it")
    func later() throws {
        let office = try desk.office()
        let old = try #require(try office.issue(course: "T03A", to: nil).issued.first)
        let file = try office.export(old, as: .json)
        try name("ZHANG Min")
        #expect(try office.check(file: file).answer.verdict == .valid)
        #expect(try office.export(old, as: .json) == file)
        let new = try office.reissue(number: old.number, reason: "补充拼音")
        #expect(try office.credential(of: new).statement.holder.name.en == "ZHANG Min")
        let problems = try desk.store.verifyAudit(vault: Vault(home: desk.home.path)).problems
        #expect(problems.isEmpty, "\(problems)")
    }
}
