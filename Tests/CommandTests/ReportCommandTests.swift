import Foundation
import Testing

@Suite("report")
struct ReportCommandTests {
    /// A home with one exam of two institutions each, received now.
    private static func home() throws -> TrialHome {
        let home = try TrialHome()
        for (number, folder) in ["C01/20260315_E1_abdomen", "C02/20260316_E1_thyroid", "C02/E2"].enumerated() {
            try FileManager.default.createDirectory(
                atPath: home.inbox + "/" + folder,
                withIntermediateDirectories: true
            )
            try Data(try TrialPictures.jpeg(number)).write(to: URL(fileURLWithPath: home.inbox + "/\(folder)/a.jpg"))
        }
        try Data("no picture".utf8).write(to: URL(fileURLWithPath: home.inbox + "/C02/E2/b.jpg"))
        _ = try home.watchOnce()
        return home
    }

    @Test("every kind of report in every form; the JSON keeps its schema, as report.json does")
    func kinds() throws {
        let home = try Self.home()
        let schema = try RequiredKeys(schema: "report")
        for kind in [["network"], ["institution", "C02"], ["exam", "E2"]] {
            func report(_ form: String) throws -> String {
                let run = try Program.run(["report"] + kind + ["--home", home.path, "--format", form, "--lang", "en"])
                #expect(run.status == 0, "\(kind) \(form): \(run.errors)")
                return run.output
            }
            #expect(try schema.missing(in: try report("json")) == [], "\(kind)")
            #expect(try schema.missing(in: try report("jsonl")) == [], "\(kind)")
            #expect(try report("html").hasPrefix("<!doctype html>"))
            #expect(try report("csv").hasSuffix("\r\n"))
            #expect(try report("table").contains(kind.last == "network" ? "Whole network" : kind[1]))
        }
        for exam in ["C01/20260315_E1_abdomen", "C02/20260316_E1_thyroid", "C02/E2"] {
            let answer = try String(contentsOfFile: home.outbox + "/\(exam)/report.json", encoding: .utf8)
            #expect(try schema.missing(in: answer) == [], "\(exam)")
        }
    }

    @Test("an institution or exam that is not there is the answer no, named")
    func unknown() throws {
        let home = try Self.home()
        for (arguments, part) in [
            (["institution", "C9"], "C9: no institution of that name"),
            (["exam", "E9"], "no exam has the id or folder name E9"),
            (["exam", "E2", "--institution", "C01"], "E2 in C01"),
        ] {
            let run = try Program.run(["report"] + arguments + ["--home", home.path])
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains(part), "\(run.errors)")
        }
    }

    @Test("several exams of one id follow one another as lines, and are refused as one page")
    func severalExams() throws {
        let home = try Self.home()
        let lines = try Program.run(["report", "exam", "E1", "--home", home.path, "--format", "jsonl"])
        #expect(lines.output.split(separator: "\n").count == 2)
        for form in ["html", "json", "csv"] {
            let run = try Program.run(["report", "exam", "E1", "--home", home.path, "--format", form])
            #expect(run.status == 64)
            for exam in ["C01/20260315_E1_abdomen", "C02/20260316_E1_thyroid"] { #expect(run.errors.contains(exam)) }
        }
        let one = ["report", "exam", "E1", "--home", home.path, "--format", "html", "--institution", "C02"]
        #expect(try Program.run(one).status == 0)
    }

    @Test(
        "a period that is none is refused with what is allowed",
        arguments: [
            (["--month", "2026-13"], "2026-03"), (["--month", "202603"], "2026-03"),
            (["--month", "2026-3"], "2026-03"),
            (["--month", "2026-03", "--from", "2026-03-01"], "--month goes without"),
            (["--from", "2026-02-30"], "2026-03-15"), (["--from", "yesterday"], "2026-03-15"),
            (["--from", "2026-03-02", "--until", "2026-03-01"], "--from must lie before --until"),
        ]
    )
    func periods(_ arguments: [String], _ part: String) throws {
        let home = try TrialHome()
        let run = try Program.run(["report", "network", "--home", home.path] + arguments)
        #expect(run.status == 64)
        #expect(run.errors.contains(part), "\(run.errors)")
    }

    @Test("a month counts what was received in it and nothing else")
    func month() throws {
        let home = try Self.home()
        func exams(_ period: [String]) throws -> Bool {
            try Program.run(["report", "network", "--home", home.path, "--format", "jsonl"] + period).output
                .contains(#""exams":3,"#)
        }
        #expect(try exams([]))
        #expect(try !exams(["--month", "2001-12"]))
        #expect(try exams(["--from", "2001-01-01", "--until", "2199-01-01"]))
    }

    @Test("--output writes the same bytes; where it cannot, 74 and nothing is left")
    func file() throws {
        let home = try Self.home()
        let path = home.scratch.path + "/exam.html"
        let arguments = ["report", "exam", "E2", "--home", home.path, "--format", "html"]
        let shown = try Program.run(arguments).output
        #expect(try Program.run(arguments + ["--output", path]).status == 0)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == shown)
        let refused = try Program.run(arguments + ["--output", "/nowhere/exam.html"])
        #expect(refused.status == 74)
        #expect(refused.errors == "sonograde: /nowhere/exam.html could not be written: No such file or directory\n")
    }

    @Test("regrading what is not there is the answer no")
    func regrade() throws {
        let home = try Self.home()
        for arguments in [["--institution", "C9"], ["--exam", "E9"], ["--exam-type", "echo"]] {
            let run = try Program.run(["regrade", "--home", home.path] + arguments)
            #expect(run.status == 2, "\(arguments)")
        }
        #expect(try Program.run(["regrade", "--home", home.path, "--exam-type", "thyroid"]).status == 0)
    }
}
