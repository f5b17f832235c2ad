import CertificateOffice
import Certificates
import Foundation
import Intake
import Reports
import Store
import Testing

@Suite("The verification site")
struct SiteTests {
    private func files(_ site: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: site)?.compactMap { $0 as? String } ?? []
        return all.filter { file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: site + "/" + file, isDirectory: &isFolder)
                && !isFolder.boolValue
        }.sorted()
    }

    @Test("Anybody can verify by what is published, and no page leads to another certificate")
    func published() throws {
        let desk = try OfficeHome()
        let office = try desk.office()
        let issued = try office.issue(course: "T03A", to: nil).issued
        _ = try office.revoke(number: issued[1].number, reason: "内部原因")
        let site = desk.home.path + "/site"
        let outcome = try office.publish(to: site)
        #expect(outcome.certificates == 2 && outcome.unchanged == 0)
        #expect(try office.publish(to: site).written == 0)
        func bytes(_ file: String) throws -> [UInt8] {
            Array(try Data(contentsOf: URL(fileURLWithPath: site + "/" + file)))
        }
        for (record, verdict) in zip(issued, [CertificateAnswer.Verdict.valid, .revoked(on: nil, reason: nil)]) {
            let answer = try CertificateAbroad.check(
                file: try bytes("v/\(record.token)/credential.jwt"),
                keys: try bytes("keys/jwks.json"),
                statusLists: [try bytes("status/1.jwt")],
                now: Timestamp(OfficeHome.now)
            )
            #expect(answer.verdict == verdict)
            let page = String(decoding: try bytes("v/\(record.token)/index.html"), as: UTF8.self)
            #expect(page.contains(record.number) && page.contains(record.holder))
            #expect(!page.contains("内部原因") && !page.contains("510***"))
        }
        // The unguessable parts and the people stand on no other page.
        for file in files(site) where !file.hasPrefix("v/") || file == "v/index.html" {
            let text = String(decoding: try bytes(file), as: UTF8.self)
            for record in issued { #expect(!text.contains(record.token) && !text.contains(record.holder), "\(file)") }
        }
        for folder in ["v", "status", "keys"] { #expect(files(site).contains(folder + "/index.html")) }
    }

    @Test("A status list ends as the settings say; publishing on another day begins it anew, on the same day does not")
    func statusListEnds() throws {
        let desk = try OfficeHome(["status_days": "30"])
        let site = desk.home.path + "/site"
        let record = try #require(try desk.office().issue(course: "T03A", to: nil).issued.first)
        func answer(_ date: Date) throws -> CertificateAnswer {
            func bytes(_ file: String) throws -> [UInt8] {
                Array(try Data(contentsOf: URL(fileURLWithPath: site + "/" + file)))
            }
            return try CertificateAbroad.check(
                file: try bytes("v/\(record.token)/credential.jwt"),
                keys: try bytes("keys/jwks.json"),
                statusLists: [try bytes("status/1.jwt")],
                now: Timestamp(date)
            )
        }
        // 09:00 in Shanghai; the certificate was issued that morning, so the list is of that moment.
        #expect(try desk.office().publish(to: site).statusUntil == "2026-12-22")
        let before = try answer(OfficeHome.now)
        guard case .statusList(let age) = before.basis else {
            Issue.record("\(before.basis)")
            return
        }
        #expect(age.from == "2026-11-22T09:00:00+08:00" && age.until == "2026-12-22T00:00:00+08:00" && age.days == 0)
        let (evening, later) = (OfficeHome.now + 12 * 3600, OfficeHome.now + 40 * 86_400)
        let list = URL(fileURLWithPath: site + "/status/1.jwt")
        let bytes = try Data(contentsOf: list)
        _ = try desk.office(at: evening).publish(to: site)
        #expect(try Data(contentsOf: list) == bytes)
        #expect(try answer(later).basis.code == "outdated")
        #expect(try desk.office(at: later).publish(to: site).statusUntil == "2027-01-31")
        #expect(try Data(contentsOf: list) != bytes)
        #expect(try answer(later).basis.code == "status_list")
    }

    @Test("After a move, certificates that were issued before keep the address that was signed, and are counted")
    func moved() throws {
        let desk = try OfficeHome()
        let office = try desk.office()
        let record = try #require(try office.issue(course: "T03A", to: nil).issued.first)
        let text = try String(contentsOfFile: desk.home.settingsFile, encoding: .utf8)
        try text.replacing("https://cert.example.org/u", with: "https://new.example.org").write(
            toFile: desk.home.settingsFile,
            atomically: true,
            encoding: .utf8
        )
        let later = try desk.office()
        let sheet = try later.sheet(of: record, .chinese, .none)
        #expect(sheet.verification == "https://cert.example.org/u/v/\(record.token)")
        #expect(try later.publish(to: desk.home.path + "/site").elsewhere == 2)
    }

    @Test("A revocation shows when the site is published again; files of others are left alone")
    func republished() throws {
        let desk = try OfficeHome()
        let office = try desk.office()
        let record = try #require(try office.issue(course: "T03A", to: nil).issued.first)
        let site = desk.home.path + "/site"
        _ = try office.publish(to: site)
        try Data("theirs".utf8).write(to: URL(fileURLWithPath: site + "/logo.txt"))
        let page = site + "/v/\(record.token)/index.html"
        let before = try String(contentsOfFile: page, encoding: .utf8)
        let new = try office.reissue(number: record.number, reason: "姓名更正")
        _ = try office.publish(to: site)
        let after = try String(contentsOfFile: page, encoding: .utf8)
        #expect(!before.contains(new.number) && after.contains(new.number) && !after.contains(new.token))
        #expect(try String(contentsOfFile: site + "/logo.txt", encoding: .utf8) == "theirs")
        let mode = try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int
        #expect(mode == 0o644)
    }

    @Test("A site without certificates is whole too")
    func empty() throws {
        let desk = try OfficeHome()
        let site = desk.home.path + "/site"
        #expect(try desk.office().publish(to: site).certificates == 0)
        #expect(files(site).contains("index.html") && files(site).contains("keys/jwks.json"))
    }
}
