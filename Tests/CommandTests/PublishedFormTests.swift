import Foundation
import Grading
import Intake
import SchemaChecks
import Store
import Testing

@Suite("What commands write keeps the schemas in docs/schemas")
struct PublishedFormTests {
    private func violations(_ text: String, _ schema: String) throws -> [String] {
        try JSONSchema(named: schema).violations(in: Array(text.utf8))
    }

    @Test("Issued, refused and held; listed in every state; exported as a file; verified; keys and key set")
    func certificates() throws {
        let trial = try CertificateTrial()
        try trial.home.set("years", "3")
        let first = try trial.run("certificate", "issue", "T03A", "--format", "json").output
        let second = try trial.run("certificate", "issue", "T03A", "--format", "json").output
        for (output, outcome) in [(first, "issued"), (second, "held")] {
            #expect(output.contains(#""outcome":"\#(outcome)""#) && output.contains(#""outcome":"refused""#))
            #expect(try violations(output, "certificate-issue") == [])
        }
        let number = try #require(try trial.lines(["certificate", "list"]).first?["number"] as? String)
        let other = try #require(
            try trial.run("certificate", "reissue", number, "--reason", "更正", "--format", "json").output
        )
        #expect(try violations(other, "certificate-list") == [])
        let newest = try #require(try trial.lines(["certificate", "list"]).last?["number"] as? String)
        #expect(try trial.run("certificate", "revoke", newest, "--reason", "有误").status == 0)
        let list = try trial.run("certificate", "list", "--format", "json").output
        for word in [#""state":"replaced""#, #""state":"revoked""#, "expires_on", "revoked_at", "replaced_by"] {
            #expect(list.contains(word), "\(word)")
        }
        #expect(try violations(list, "certificate-list") == [])
        let file = try trial.run("certificate", "export", number, "--format", "json", "--output", "-").output
        #expect(try violations(file, "certificate-file") == [])
        let credential = try #require(try object(file)["credential"] as? [String: Any])
        let subject = try #require(credential["credentialSubject"] as? [String: Any])
        let printed = try JSONSerialization.data(withJSONObject: try #require(subject["printed"]))
        #expect(try JSONSchema(named: "certificate").violations(in: Array(printed)) == [])
        for wanted in [number, newest] {
            let said = try trial.run("certificate", "verify", wanted, "--format", "json").output
            #expect(try violations(said, "verification") == [])
        }
        #expect(try violations(try trial.run("keys", "export").output, "jwks") == [])
        let key = try #require(try trial.lines(["keys", "list"]).first?["thumbprint"] as? String)
        #expect(try trial.run("keys", "withdraw", "--reason", "失窃", "--", key).status == 0)
        #expect(try violations(try trial.run("keys", "list", "--format", "json").output, "keys") == [])
        let set = try trial.run("keys", "export").output
        #expect(set.contains(#""withdrawn":[{"#))
        #expect(try violations(set, "jwks") == [])
    }

    @Test("A transcript with a course, certificates and nothing practised, and one with nothing at all")
    func transcripts() throws {
        let trial = try CertificateTrial()
        #expect(try trial.run("technician", "change", "C01/zhang", "--latin-name", "ZHANG Min").status == 0)
        _ = try trial.run("certificate", "issue", "T03A")
        #expect(try trial.run("technician", "add", "C01/new", "--name", "新人").status == 0)
        for technician in ["C01/zhang", "C01/li", "C01/new"] {
            let output = try trial.run("training", "transcript", technician, "--format", "json").output
            #expect(try violations(output, "transcript") == [], "\(output)")
            #expect(output.contains(#""latin_name":"ZHANG Min""#) == (technician == "C01/zhang"))
        }
        let lines = try trial.lines(["training", "transcript", "C01/zhang"])
        let certificates = try #require(lines.first?["certificates"] as? [[String: Any]])
        #expect(certificates.map { $0["state"] as? String } == ["valid"])
        let csv = try trial.run("training", "transcript", "C01/zhang", "--format", "csv").output
        #expect(csv.contains("reasons,certificate,certificate_state,awarded_on,expires_on"))
        #expect(csv.contains(try #require(certificates.first?["number"] as? String) + ",valid,"))
        let table = try trial.run("training", "transcript", "C01/zhang", "--format", "table", "--lang", "zh").output
        for word in ["张敏 ZHANG Min", "青禾镇卫生院", "证书编号", "长期有效", "有效", "尚未练习"] {
            #expect(table.contains(word), "\(word) in \(table)")
        }
        #expect(try trial.run("training", "transcript", "C01/nobody").status == 2)
    }

    @Test("A month's list of reports")
    func monthlyReports() throws {
        let reports = """
            [{"kind":"network","id":"network","name":"全网","files":{"html":"network.html","csv":"network.csv"}},
            {"kind":"technician","id":"C01/zhang","name":"张敏","files":{}}]
            """
        let list = MonthlyList(
            month: "2026-10",
            writtenAt: ReportClock(zone: "Asia/Shanghai").time(Timestamp(milliseconds: 1_795_000_000_000)),
            program: "sonograde test",
            reports: try CanonicalJSON.value([MonthlyList.Report].self, from: Array(reports.utf8))
        )
        let text = try CanonicalJSON.text(list)
        #expect(text.contains(#""kind":"technician""#))
        #expect(try violations(text, "monthly-reports") == [])
    }
}
