import Foundation
import SchemaChecks
import Testing

@Suite("The command keys")
struct KeysCommandTests {
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

    @Test("A stolen key is withdrawn: old files stay valid, here and abroad; signed again, they are as before")
    func withdrawn() throws {
        let trial = try CertificateTrial()
        _ = try trial.run("certificate", "issue", "T03A")
        let number = try #require(try trial.lines(["certificate", "list"]).first?["number"] as? String)
        let folder = try Scratch()
        let file = folder.path + "/old.pdf"
        #expect(try trial.run("certificate", "export", number, "--output", file).status == 0)
        let stolen = try #require(try trial.lines(["keys", "list"]).first?["thumbprint"] as? String)

        #expect(try trial.run("keys", "withdraw", "--reason", " ", "--", stolen).status == 64)
        #expect(try trial.run("keys", "withdraw", "--reason", "x", "--", "nothing here").status == 2)
        #expect(try trial.run("keys", "withdraw", "--reason", "x", "--", String(stolen.prefix(7))).status == 2)
        let done = try trial.run("keys", "withdraw", "--reason", "服务器失窃", "--", String(stolen.prefix(12)))
        #expect(done.status == 0 && done.errors.contains("1 certificate to be signed again"), "\(done.errors)")
        #expect(try trial.run("keys", "withdraw", "--reason", "x", "--", stolen).status == 2)
        let keys = try trial.lines(["keys", "list"])
        #expect(keys.map { $0["withdrawal_reason"] as? String } == ["服务器失窃", nil])
        #expect(keys.map { $0["retired_at"] == nil } == [false, true])

        let site = folder.path + "/site"
        let published = try trial.run("certificate", "publish", site)
        #expect(published.status == 0 && published.errors.contains("sign-again"), "\(published.errors)")
        func abroad(_ file: String) throws -> [String: Any] {
            let arguments = [
                "certificate", "verify", file, "--keys", site + "/keys/jwks.json", "--status", site + "/status/1.jwt",
                "--format", "json",
            ]
            let run = try Program.run(arguments, environment: ["SONOGRADE_HOME": ""], in: folder.path)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try JSONSchema(named: "verification").violations(in: Array(run.output.utf8)) == [])
            return try object(run.output)
        }
        #expect(try abroad(file)["key_withdrawn_on"] is String)
        let here = try trial.run("certificate", "verify", file, "--format", "table", "--lang", "zh")
        #expect(here.status == 0 && here.output.contains("作废，但这份证书确由颁发单位签署"), "\(here.output)")
        // The key's own address has a notice instead of the key.
        let alone = try trial.run("certificate", "verify", file, "--keys", "\(site)/keys/\(stolen).json")
        #expect(alone.status == 2 && alone.errors.contains("was withdrawn"), "\(alone.errors)")

        let again = try trial.run("certificate", "sign-again", "--format", "json")
        #expect(again.status == 0 && again.errors.contains("1 certificate signed again"), "\(again.errors)")
        #expect(try JSONSchema(named: "certificate-list").violations(in: Array(again.output.utf8)) == [])
        #expect(try trial.run("certificate", "sign-again").errors.contains("no certificate is signed"))
        #expect(try trial.run("certificate", "publish", site).errors.contains("sign-again") == false)
        let new = folder.path + "/new.pdf"
        #expect(try trial.run("certificate", "export", number, "--output", new).status == 0)
        #expect(try abroad(new)["key_withdrawn_on"] == nil)
        #expect(try abroad(file)["number"] as? String == number)
        #expect(try trial.run("audit", "verify").status == 0)
        #expect(try trial.home.dump().contains(#""certificate.signed_again""#))
    }
}
