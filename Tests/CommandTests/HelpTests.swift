import Foundation
import Testing

/// A command as `--experimental-dump-help` describes it.
private struct CommandDescription: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [CommandDescription]?
    let shouldDisplay: Bool?

    /// This command and all below it with their full names, without ArgumentParser's own `help`.
    func all(below parents: [String] = []) -> [(name: [String], command: CommandDescription)] {
        let name = parents + [commandName]
        let inner = (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
        return [(name, self)] + inner.flatMap { $0.all(below: name) }
    }

    /// The lines of the discussion that are meant to be pasted: those that stand in.
    var examples: [String] {
        (discussion ?? "").split(separator: "\n").filter { $0.hasPrefix("  ") }.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }
}

private struct HelpDump: Decodable {
    let command: CommandDescription

    static func commands() throws -> [(name: [String], command: CommandDescription)] {
        let run = try Program.run(["--experimental-dump-help"])
        return try JSONDecoder().decode(HelpDump.self, from: Data(run.output.utf8)).command.all()
    }
}

@Suite("Help")
struct HelpTests {
    @Test("every command says what it is and has an example of itself that fits a terminal's line")
    func examples() throws {
        let commands = try HelpDump.commands()
        #expect(commands.count > 20)
        for (name, command) in commands {
            let words = name.joined(separator: " ")
            #expect(command.abstract?.isEmpty == false, "\(words)")
            #expect(command.examples.contains { $0.hasPrefix(words + " ") }, "\(words)")
            for example in command.examples {
                #expect(example.hasPrefix("sonograde "), "\(words): \(example)")
                #expect(example.count <= 78, "\(words): \(example)")
            }
        }
    }

    @Test("every example works when it is pasted, with the paths of a home that is there")
    func pasted() throws {
        let home = try TrialHome()
        for (key, value) in [("issuer", "医院"), ("prefix", "WJUS"), ("base_url", "https://cert.example.org")] {
            try home.set(key, "\"\(value)\"")
        }
        // The exam that the other examples name is made by the first ones.
        try Data("no picture".utf8).write(to: URL(fileURLWithPath: home.inbox + "/stray.txt"))
        for (name, command) in try HelpDump.commands() {
            let desk = try Self.desk()
            for example in command.examples {
                // A watcher runs until it is stopped.
                let line =
                    example.hasPrefix("sonograde watch --home")
                    ? example.replacing("watch", with: "watch --once") : example
                let adapted = line.replacing(" /tmp/", with: " \(desk.path)/")
                    .replacing("/srv/sonograde", with: home.path)
                    .replacing("--count 200", with: "--count 2")
                    .replacing("--once", with: "--once --settle 0 --patience 0")
                let run = try Program.shell(
                    "sonograde() { \"$program\" \"$@\"; }; program=$1; cd \"$2\"; export SONOGRADE_HOME=$3; \(adapted)",
                    [desk.path, home.path]
                )
                // What goes by keys says without a terminal what to give instead.
                let byKeys = ["practise", "practise sit", "examine", "examine sit"].map { "sonograde \($0)" }
                if example == "sonograde review --expert wang"
                    || (byKeys.contains(name.joined(separator: " ")) && example.contains("--technician")
                        && !example.contains("--from") && !example.contains(" draw") && !example.contains(" progress")
                        && !example.contains(" start"))
                {
                    #expect(run.status == 64 && run.errors.contains("no terminal"), "\(run.errors)")
                    continue
                }
                // 2 says that the home has no entry 12, for example: the line itself was understood.
                #expect([0, 1, 2].contains(run.status), "\(name.joined(separator: " ")): \(adapted): \(run.errors)")
            }
        }
    }

    /// A folder with what the examples name.
    private static func desk() throws -> Scratch {
        let desk = try Scratch()
        let files = FileManager.default
        func put(_ bytes: [UInt8], _ file: String) throws {
            let url = URL(fileURLWithPath: desk.path + "/" + file)
            try files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        for file in ["scan1.png", "scan2.jpg", "exports/a.jpg", "inbox/C01/a.jpg"] {
            try put(try TrialPictures.jpeg(1), file)
        }
        let recipe = "C01-青禾镇卫生院/20260304_QH1005_abdomen/01_abd.liver.porta2.jpg.json"
        try put(Array(try Checkout.text("Samples/recipes/" + recipe).utf8), "Samples/recipes/" + recipe)
        let rubric = """
            id: trial
            version: "1"
            extends: general
            title: {zh: 试用, en: Trial}
            """
        let people = "institution,code,name,role\nC01,zhang,张丽,技师\n"
        try put(Array("code,title\nC01,青禾镇卫生院\n".utf8), "institutions.csv")
        try put(Array(people.utf8), "technicians.csv")
        try put(Array("institution,code\nC01,US-1\n".utf8), "devices.csv")
        try put(Array("id,name\nchen,陈老师\n".utf8), "teachers.csv")
        try put(Array("id,name\nwang,王医生\n".utf8), "experts.csv")
        try put(Array("file,label\nexports/a.jpg,A\n".utf8), "labels.csv")
        for file in ["wang.csv", "liu.csv"] { try put(Array("number,verdict\n00001,1\n".utf8), file) }
        for file in ["may-key.csv", "june-key.csv"] {
            try put(Array("number,file,fault,shape,strength\n00001,a.jpg,noise,white,1\n".utf8), file)
        }
        try put(Array(#"{"image": 1, "answers": {"section": "yes"}}"#.utf8), "reviews.jsonl")
        try put(Array(#"{"image": 1, "text": "see the report"}"#.utf8), "objections.jsonl")
        for file in ["certificate.pdf", "jwks.json", "1.jwt"] { try put(Array("none".utf8), file) }
        let answer = #"{"exercise": "theory/t01-01/7", "item": 1, "chosen": ["a"]}"#
        try put(Array(answer.utf8), "answers.jsonl")
        let questions = """
            schema: sonograde.questions/1
            questions: []
            """
        for file in ["our-hospital.yaml", "questions/our-hospital.yaml"] { try put(Array(questions.utf8), file) }
        for file in ["stricter.yaml", "rubrics/our-abdomen.yaml"] { try put(Array(rubric.utf8), file) }
        return desk
    }

    @Test("completions are made for each shell and name the commands", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) throws {
        let run = try Program.run(["--generate-completion-script", shell])
        #expect(run.status == 0)
        for command in ["grade", "watch", "quarantine", "queue", "review", "simulate", "jsonl"] {
            #expect(run.output.contains(command))
        }
    }

    @Test("bash understands its completions and offers commands and values")
    func bash() throws {
        let run = try Program.shell(
            """
            source <("$1" --generate-completion-script bash)
            complete() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sonograde sonograde "${@: -1}" "${@: -2:1}"; echo "${COMPREPLY[@]}"; }
            complete sonograde gr
            complete sonograde grade --lang ''
            """
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").first == "grade")
        #expect(run.output.split(separator: "\n").last?.hasSuffix("zh en") == true, "\(run.output)")
    }
}
