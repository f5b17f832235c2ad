import Foundation
import Testing

@Suite("settings, status and rubric")
struct SettingsCommandTests {
    private func write(_ text: String, into home: TrialHome) throws {
        try text.write(toFile: home.path + "/sonograde.yaml", atomically: true, encoding: .utf8)
    }

    @Test("settings show keeps its schema and never shows the seed")
    func show() throws {
        let home = try TrialHome(seed: 7)
        let run = try Program.run(["settings", "show", "--home", home.path, "--format", "json"])
        #expect(run.status == 0)
        #expect(try RequiredKeys(schema: "settings").missing(in: run.output) == [])
        #expect(!run.output.contains("07070707"))
        #expect(run.output.contains(#""key":"settle""#))
    }

    @Test("check names every mistake with its line and what is allowed, all at once, exit 2")
    func mistakes() throws {
        let home = try TrialHome()
        try write(
            "settle: 10 bananas\nnonsense: 1\nlimits:\n  megapixels: -3\nlanguage: fr\ntimezone: Mars/Olympus\nsampling:\n  share: 3\n",
            into: home
        )
        let run = try Program.run(["settings", "check", "--home", home.path])
        #expect(run.status == 2)
        let lines = run.errors.split(separator: "\n")
        #expect(lines.count == 7)
        for (line, part) in zip(
            lines,
            [
                "line 1: `settle` is `10 bananas`; allowed is 0 to 3600", "line 2: unknown setting `nonsense`",
                "line 4: `limits.megapixels` is `-3`", "line 5: `language` is `fr`; allowed is zh or en",
                "line 6: `timezone`", "line 8: `sampling.share` is `3`", "6 mistakes in the settings",
            ]
        ) { #expect(line.contains(part), "\(line)") }
        #expect(try Program.run(["settings", "show", "--home", home.path]).status == 64)
        #expect(try Program.run(["watch", "--once", "--home", home.path]).status == 64)
    }

    @Test("broken YAML is one line with its place", arguments: ["workers: [1\n", "settle: 'x\n", "a: b: c\n"])
    func brokenYAML(_ text: String) throws {
        let home = try TrialHome()
        try write(text, into: home)
        let run = try Program.run(["settings", "check", "--home", home.path])
        #expect(run.status == 2)
        #expect(run.errors.split(separator: "\n").count == 2, "\(run.errors)")
        #expect(run.errors.contains(": not valid YAML: "))
    }

    @Test("settings that are no text are said so")
    func noText() throws {
        let home = try TrialHome()
        try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: home.path + "/sonograde.yaml"))
        let run = try Program.run(["settings", "check", "--home", home.path])
        #expect(run.status == 74)
        #expect(run.errors.hasSuffix("could not be read: it is not UTF-8 text\n"), "\(run.errors)")
    }

    @Test("status keeps its schema, before the first exam and after it")
    func status() throws {
        let home = try TrialHome()
        let schema = try RequiredKeys(schema: "status")
        #expect(try schema.missing(in: try Program.run(["status", "--home", home.path]).output) == [])
        try FileManager.default.createDirectory(atPath: home.inbox + "/C01/E1", withIntermediateDirectories: true)
        try Data(try TrialPictures.jpeg(1)).write(to: URL(fileURLWithPath: home.inbox + "/C01/E1/a.jpg"))
        _ = try home.watchOnce()
        let after = try Program.run(["status", "--home", home.path, "--format", "json"]).output
        #expect(try schema.missing(in: after) == [])
        #expect(after.contains(#""exams":{"answered":1}"#))
    }

    @Test("what is listed is written in every form", arguments: ["table", "json", "jsonl", "csv"])
    func forms(_ form: String) throws {
        let home = try TrialHome()
        try Data("no picture".utf8).write(to: URL(fileURLWithPath: home.inbox + "/stray.txt"))
        _ = try home.watchOnce()
        for command in [
            ["status"], ["settings", "show"], ["quarantine", "list"], ["quarantine", "show", "1"], ["audit", "tail"],
            ["doctor"], ["rubric", "show"], ["rubric", "show", "lung"], ["report", "network"],
        ] {
            let run = try Program.run(command + ["--home", home.path, "--format", form])
            #expect(run.status == 0, "\(command)")
            #expect(!run.output.isEmpty, "\(command)")
            switch form {
            case "json": #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
            case "jsonl":
                for line in run.output.split(separator: "\n") {
                    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
                }
            case "csv": #expect(run.output.hasSuffix("\r\n") && run.output.contains(","), "\(command)")
            default: #expect(!run.output.hasPrefix("{") && !run.output.hasPrefix("["), "\(command)")
            }
        }
    }

    @Test("rubric check names every mistake of every file with its line, exit 2")
    func rubric() throws {
        let scratch = try Scratch()
        let file = scratch.path + "/own.yaml"
        let text = """
            id: My Rubric
            version: "1"
            extends: general
            title: {zh: 试用}
            items:
              - id: gain
                name: {zh: 增益, en: Gain}
                weight: -3
                criteria:
                  - metric: gain.p51
                    high: {warn: 150, defect: 175, severe: 200, code: GAIN_HIGH}
            foo: 1
            """
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try Program.run(["rubric", "check", file])
        #expect(run.status == 2)
        for part in [
            ":1: id “My Rubric”", ":4: title lacks “en”", ":8: weight is -3", ":10: unknown metric “gain.p51”",
            ":12: unknown key “foo”",
        ] { #expect(run.errors.contains(file + part), "\(run.errors)") }
        #expect(try Program.run(["grade", file, "--rubric", file]).status == 64)
        let sound = text.replacing("My Rubric", with: "own").replacing("试用", with: "试用, en: Trial").replacing(
            "-3",
            with: "3"
        )
        .replacing("gain.p51", with: "gain.p50").replacing("foo: 1", with: "")
        try sound.write(toFile: file, atomically: true, encoding: .utf8)
        let again = try Program.run(["rubric", "check", file])
        #expect(again.status == 0, "\(again.errors)")
    }

    @Test("rubric show lists the experts' questions by section, in both languages and as JSON")
    func checklist() throws {
        let english = try Program.run(["rubric", "show", "obstetrics", "--format", "table", "--lang", "en"])
        #expect(english.status == 0)
        let lines = english.output.split(separator: "\n").map(String.init)
        let head = try #require(lines.firstIndex(of: "    ob.head.hc"))
        #expect(lines[head + 1] == "      section.symmetry  Symmetrical")
        #expect(lines.contains("  report  Agreement of report and picture  3.0  needs report  REPORT_MISMATCH"))
        let chinese = try Program.run(["rubric", "show", "obstetrics", "--format", "table", "--lang", "zh"])
        #expect(chinese.output.contains("      section.thalami  丘脑显示\n"))
        let json = try Program.run(["rubric", "show", "breast", "--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let items = try #require(object?["expert_items"] as? [[String: Any]])
        #expect(items.map { $0["id"] as? String } == ["section", "annotation", "measurement", "colour", "report"])
        let criteria = try #require(items[0]["criteria"] as? [String: [[String: Any]]])
        #expect(criteria["breast.*"]?.map { $0["id"] as? String } == ["depth", "focus"])
        #expect(criteria["breast.*.axilla"]?.isEmpty == true)
    }
}
