import Foundation
import Grading
import Store
import Testing

/// A home whose course one technician has completed and one has not.
private struct CertificateTrial {
    let home: TrialHome

    init() throws {
        home = try TrialHome()
        for (key, value) in [
            ("issuer", "成都市温江区人民医院"), ("prefix", "WJUS"), ("base_url", "https://cert.example.org"),
        ] { try home.set(key, "\"\(value)\"") }
        let now = Timestamp(Date(timeIntervalSince1970: 1_795_000_000))
        let store = try Store.open(home: home.path, at: now)
        try store.add(InstitutionRecord(code: "C01", title: "青禾镇卫生院"), at: now)
        for (code, name) in [("zhang", "张敏"), ("li", "李强")] {
            try store.add(TechnicianRecord(institution: "C01", code: code, name: name), at: now)
        }
        let course = CourseRecord(
            id: "T03A",
            title: "远程超声图像质控培训班",
            topics: ["T03"],
            startsOn: "2026-10-12",
            endsOn: "2026-10-12",
            sessions: [.init(day: "2026-10-12", hours: 80)],
            addedAt: now
        )
        try store.addCourse(course, at: now)
        try store.add(TeacherRecord(id: "chen", name: "陈老师"), at: now)
        let marks = CoursePart.allCases.map {
            CourseEntry.Mark(part: $0, tenths: 800, day: "2026-10-12", markedBy: "chen")
        }
        _ = try store.enter(
            [
                CourseEntry(institution: "C01", technician: "zhang", enrols: true, attendance: [1: 80], marks: marks),
                CourseEntry(institution: "C01", technician: "li", enrols: true, attendance: [1: 20], marks: marks),
            ],
            course: "T03A",
            at: now
        )
        try store.close()
    }

    func run(_ arguments: String...) throws -> Program.Run { try home.run(arguments) }

    /// The lines of a command's answer.
    func lines(_ arguments: [String]) throws -> [[String: Any]] {
        try home.run(arguments + ["--format", "jsonl"]).output.split(separator: "\n").map { try object(String($0)) }
    }
}

@Suite("The commands of certificates")
struct CertificateCommandTests {
    @Test("issue names who got one and why others did not; verify, revoke and reissue answer by exit code and word")
    func life() throws {
        let trial = try CertificateTrial()
        let issued = try trial.run("certificate", "issue", "T03A", "--format", "jsonl")
        #expect(issued.status == 1 && issued.errors.contains("1 technician got no certificate"), "\(issued.errors)")
        let rows = try issued.output.split(separator: "\n").map { try object(String($0)) }
        #expect(rows.map { $0["outcome"] as? String } == ["issued", "refused"])
        #expect(rows[1]["codes"] as? [String] == ["attendance"])
        let number = try #require(rows[0]["number"] as? String)

        let valid = try trial.run("certificate", "verify", number.lowercased(), "--format", "json")
        #expect(valid.status == 0, "\(valid.errors)")
        let answer = try object(valid.output)
        #expect(try RequiredKeys(schema: "verification").missing(in: valid.output) == [])
        #expect(answer["verdict"] as? String == "valid" && answer["basis"] as? String == "register")
        let table = try trial.run("certificate", "verify", number, "--format", "table", "--lang", "zh")
        for word in ["有效", "张敏", "青禾镇卫生院", "远程超声图像质控培训班", "理论考核", "80 分", number] {
            #expect(table.output.contains(word), "\(word) in \(table.output)")
        }
        #expect(try trial.run("certificate", "issue", "T03A", "C01/li").status == 2)
        #expect(try trial.run("certificate", "issue", "T03A", "C01/nobody").status == 2)
        #expect(try trial.run("certificate", "issue", "T03A", "nobody").status == 64)

        #expect(try trial.run("certificate", "revoke", number, "--reason", " ").status == 64)
        #expect(try trial.run("certificate", "revoke", number, "--reason", "成绩登记有误").status == 0)
        #expect(try trial.run("certificate", "revoke", number, "--reason", "twice").status == 2)
        let revoked = try trial.run("certificate", "verify", number, "--format", "json")
        #expect(revoked.status == 2)
        #expect(try object(revoked.output)["verdict"] as? String == "revoked")
        #expect(try trial.run("certificate", "reissue", number, "--reason", "更正").status == 0)
        let replaced = try object(try trial.run("certificate", "verify", number, "--format", "json").output)
        #expect(replaced["verdict"] as? String == "replaced")
        let states = try trial.lines(["certificate", "list"])
        #expect(states.map { $0["state"] as? String } == ["replaced", "valid"])
        #expect(replaced["replaced_by"] as? String == states[1]["number"] as? String)
        let unknown = try trial.run("certificate", "verify", "WJUS-2026-T03A-00099-K")
        #expect(unknown.status == 2 && unknown.errors.contains("check character"), "\(unknown.errors)")
        #expect(try trial.home.run(["audit", "verify"]).status == 0)
    }

    @Test("What is exported and published is verified by another home's program without a home")
    func abroad() throws {
        let trial = try CertificateTrial()
        _ = try trial.run("certificate", "issue", "T03A")
        let number = try #require(try trial.lines(["certificate", "list"]).first?["number"] as? String)
        let folder = try Scratch()
        func here(_ arguments: String...) throws -> Program.Run {
            try Program.run(arguments, environment: ["SONOGRADE_HOME": ""], in: folder.path)
        }
        for form in ["pdf", "png", "json", "jwt"] {
            let file = folder.path + "/certificate.\(form)"
            let run = try trial.run("certificate", "export", number, "--format", form, "--output", file)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try trial.run("certificate", "verify", file).status == 0, "\(form)")
        }
        #expect(try trial.run("certificate", "publish", folder.path + "/site").status == 0)
        let (keys, list) = ("site/keys/jwks.json", "site/status/1.jwt")
        let unchecked = try here("certificate", "verify", "certificate.pdf", "--keys", keys)
        #expect(unchecked.status == 1 && unchecked.errors.contains("revocation was not checked"), "\(unchecked.errors)")
        #expect(try here("certificate", "verify", "certificate.png", "--keys", keys, "--status", list).status == 0)
        #expect(try trial.run("certificate", "revoke", number, "--reason", "错误").status == 0)
        #expect(try trial.run("certificate", "publish", folder.path + "/site").status == 0)
        let revoked = try here("certificate", "verify", "certificate.png", "--keys", keys, "--status", list)
        #expect(revoked.status == 2 && revoked.errors.contains("revoked"), "\(revoked.errors)")
        // Keys of another home.
        let other = try TrialHome()
        let theirs = folder.path + "/theirs.json"
        try Data(try other.run(["keys", "export"]).output.utf8).write(to: URL(fileURLWithPath: theirs))
        let wrong = try here("certificate", "verify", "certificate.jwt", "--keys", "theirs.json", "--format", "json")
        #expect(try object(wrong.output)["verdict"] as? String == "wrong_key")
    }

    @Test("init makes a key that only its owner can read; rotate makes another, and list says which signs")
    func keys() throws {
        let trial = try CertificateTrial()
        #expect(try trial.run("keys", "rotate", "--algorithm", "rs256").status == 0)
        #expect(try trial.run("keys", "rotate", "--algorithm", "none").status == 64)
        let keys = try trial.lines(["keys", "list"])
        #expect(keys.map { $0["algorithm"] as? String } == ["EdDSA", "RS256"])
        #expect(keys.map { $0["retired_at"] == nil } == [false, true])
        for key in keys {
            let file = try #require(key["file"] as? String)
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        }
        #expect(try trial.run("keys", "export").output.contains("PRIVATE") == false)
        #expect(try trial.run("keys", "export", "--pem").output.hasPrefix("-----BEGIN PUBLIC KEY-----"))
        try FileManager.default.removeItem(atPath: try #require(keys[1]["file"] as? String))
        let gone = try trial.run("keys", "list")
        #expect(gone.status == 2 && gone.errors.contains("keys rotate"), "\(gone.errors)")
    }
}
