import Foundation
import Testing

@Suite("report technician, device, region, schedule")
struct ScopeReportTests {
    private static func home() throws -> TrialHome {
        let home = try TrialHome()
        for (number, place) in ["C01/20260315_E1_abdomen", "C02/20260316_E2_thyroid"].enumerated() {
            let folder = home.inbox + "/" + place
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(try TrialPictures.jpeg(number)).write(to: URL(fileURLWithPath: folder + "/a.jpg"))
            try Data(#"{"technicianId": "T\#(number)", "deviceId": "US1"}"#.utf8)
                .write(to: URL(fileURLWithPath: folder + "/exam.json"))
        }
        _ = try home.watchOnce()
        let added = try Program.run([
            "institution", "add", "C01", "--home", home.path, "--title", "青禾镇卫生院", "--ownership", "public", "--county",
            "510115",
        ])
        #expect(added.status == 0, "\(added.errors)")
        return home
    }

    @Test("every scope in every form; the JSON keeps its schema")
    func scopes() throws {
        let home = try Self.home()
        let schema = try RequiredKeys(schema: "report")
        for scope in [["technician", "C01/T0"], ["device", "C01/US1"], ["region", "510115"], ["region", "510000"]] {
            func report(_ form: String) throws -> String {
                let run = try Program.run(["report"] + scope + ["--home", home.path, "--format", form, "--lang", "zh"])
                #expect(run.status == 0, "\(scope) \(form): \(run.errors)")
                return run.output
            }
            let json = try report("json")
            #expect(try schema.missing(in: json) == [], "\(scope)")
            #expect(json.contains(#""kind" : "\#(scope[0])""#))
            #expect(json.contains(#""exams" : 1"#))
            #expect(try report("html").hasPrefix("<!doctype html>"))
            #expect(try report("csv").contains(",wait,answered.all,"))
            #expect(try report("table").contains(scope[0] == "region" ? "四川省" : "青禾镇卫生院"))
        }
    }

    @Test("cuts leave out what does not have the property")
    func cuts() throws {
        let home = try Self.home()
        for (cut, exams) in [
            (["--ownership", "public"], 1), (["--ownership", "non_public"], 0), (["--county", "510115"], 1),
            (["--exam-type", "甲状腺"], 1), (["--exam-type", "breast"], 0), (["--section", "a"], 2),
        ] {
            let run = try Program.run(["report", "network", "--home", home.path, "--format", "csv"] + cut)
            #expect(run.status == 0, "\(cut): \(run.errors)")
            let total = try #require(run.output.split(separator: "\r\n").dropFirst().first).split(
                separator: ",",
                omittingEmptySubsequences: false
            )
            #expect(total[5] == "\(exams)", "\(cut)")
        }
    }

    @Test(
        "what is none is refused with what is allowed",
        arguments: [
            (["technician", "C01"], 64, "C01/zhang"), (["technician", "C01/T9"], 2, "C01/T9"),
            (["device", "/US1"], 64, "INSTITUTION/CODE"), (["device", "C09/US1"], 2, "C09"),
            (["region", "5101"], 64, "510115"), (["region", "519999"], 64, "GB/T 2260"),
            (["network", "--exam-type", "knee"], 64, "abdomen"),
            (["network", "--section", "没有"], 2, "docs/sections.md"),
            (["network", "--ownership", "mine"], 64, "non_public"),
            (["schedule", "--month", "2026-13"], 64, "2026-03"), (["schedule", "--month", "2199-01"], 2, "not over"),
            (["schedule", "--month", "2001-01"], 2, "nothing was received"),
        ] as [([String], Int32, String)]
    )
    func refused(_ arguments: [String], _ status: Int32, _ part: String) throws {
        let home = try Self.home()
        let run = try Program.run(["report"] + arguments + ["--home", home.path])
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains(part), "\(run.errors)")
        #expect(run.output.isEmpty)
    }
}
