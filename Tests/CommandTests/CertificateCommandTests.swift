import Foundation
import Testing

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

        let again = try trial.run("certificate", "issue", "T03A", "--format", "table")
        #expect(again.output.contains("已持有") && again.output.contains("不予颁发"), "\(again.output)")
        #expect(
            try trial.run("certificate", "issue", "T03A", "--format", "table", "--lang", "en").output.contains(
                "refused"
            )
        )

        let valid = try trial.run("certificate", "verify", number.lowercased(), "--format", "json")
        #expect(valid.status == 0, "\(valid.errors)")
        let answer = try object(valid.output)
        #expect(try RequiredKeys(schema: "verification").missing(in: valid.output) == [])
        #expect(answer["verdict"] as? String == "valid" && answer["basis"] as? String == "register")
        let table = try trial.run("certificate", "verify", number, "--format", "table", "--lang", "zh")
        for word in ["有效", "签名只覆盖以下内容，请与纸面", "张敏", "青禾镇卫生院", "远程超声图像质控培训班", "理论考核", "80 分", number] {
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
        let revocation = try #require(replaced["revocation"] as? [String: Any])
        #expect(revocation["reason"] as? String == "成绩登记有误")
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
}
