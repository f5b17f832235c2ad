import CertificateOffice
import Certificates
import Foundation
import Intake
import Store
import Testing

@Suite("Certificates that leave the home")
struct ExportTests {
    @Test("Every form is the same bytes each time and can be verified", arguments: CertificateForm.allCases)
    func forms(_ form: CertificateForm) throws {
        let desk = try OfficeHome()
        let office = try desk.office()
        let record = try #require(try office.issue(course: "T03A", to: nil).issued.first)
        let bytes = try office.export(record, as: form)
        let later = Date(timeIntervalSince1970: OfficeHome.now.timeIntervalSince1970 + 86_400)
        #expect(try desk.office(at: later).export(record, as: form) == bytes)
        #expect(try office.check(file: bytes).answer.verdict == .valid)
        let keys = try JSONWebKeySet(office.keys.publicKeys()).bytes()
        let abroad = try CertificateAbroad.check(file: bytes, keys: keys, statusLists: [], now: Timestamp(later))
        #expect(abroad.verdict == .valid && abroad.basis == .none)
    }

    @Test("The archive of a course has every certificate and an index of them")
    func archive() throws {
        let desk = try OfficeHome()
        let office = try desk.office()
        _ = try office.issue(course: "T03A", to: nil)
        let records = try desk.store.certificates(course: "T03A")
        let bytes = try office.archive(records, as: .json)
        #expect(try office.archive(records, as: .json) == bytes)
        for record in records { #expect(bytes.contains(Array(CertificateOffice.fileName(record, .json).utf8))) }
        #expect(bytes.contains(Array("index.csv".utf8)) && bytes.starts(with: [0x50, 0x4B, 3, 4]))
    }

    @Test("A photograph that cannot be read is named, and a folder without one prints none")
    func photos() throws {
        let desk = try OfficeHome()
        let office = try desk.office()
        let record = try #require(try office.issue(course: "T03A", to: nil).issued.first)
        do {
            _ = try office.export(record, as: .pdf, photos: .file("/nowhere/photo.jpg"))
            Issue.record("printed without the photograph that was asked for")
        } catch let error as IntakeError { #expect(error.identity == "/nowhere/photo.jpg") }
        let none = try office.export(record, as: .pdf, photos: .folder(desk.home.path + "/photos"))
        #expect(try office.export(record, as: .pdf) == none)
    }
}
