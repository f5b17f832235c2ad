import Foundation
import Testing

@Suite("Exit codes")
struct ExitStatusTests {
    @Test(
        "wrong usage is 64 with one line that names what is wrong and where to read more",
        arguments: [
            (["grade"], "sonograde grade --help"), (["grade", "--jobs", "x", "a"], "'--jobs <number>'"),
            (["grade", "--jobs", "999", "a"], "--jobs is 999; allowed is 0 to 256"), (["grde"], "'grde'"),
            (["grade", "--format", "html", "a"], "'table', 'json', 'jsonl' or 'csv'"),
            (["grade", "--lang", "fr", "a"], "'zh' and 'en'"), (["init"], "sonograde init --help"),
            (["init", "a", "b"], "'b'"), (["status", "--home", "/nowhere"], "sonograde init /nowhere"),
            (["quarantine", "show", "first"], "'first'"), (["rubric", "show", "livver"], "known: abdomen"),
            (["rubric", "check", "/nowhere.yaml"], "/nowhere.yaml could not be read"),
            (["simulate"], "--out PATH"),
            (["simulate", "--fault", "gain", "--out", "/nowhere/a.png"], "KIND=STRENGTH"),
        ]
    )
    func usage(_ arguments: [String], _ part: String) throws {
        let run = try Program.run(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("sonograde: "))
        #expect(run.errors.hasSuffix("\n") && run.errors.count { $0 == "\n" } == 1, "\(run.errors)")
        #expect(run.errors.contains(part), "\(run.errors)")
    }

    @Test("a home is the one named, else SONOGRADE_HOME, else the current folder; none is 64")
    func home() throws {
        let home = try TrialHome()
        let elsewhere = try Scratch()
        let none = ["SONOGRADE_HOME": ""]
        let mine = ["SONOGRADE_HOME": home.path]
        #expect(try Program.run(["status"], environment: none, in: elsewhere.path).status == 64)
        #expect(try Program.run(["status"], environment: mine, in: elsewhere.path).status == 0)
        #expect(try Program.run(["status"], environment: none, in: home.path).status == 0)
        let named = try Program.run(["status", "--home", elsewhere.path], environment: mine)
        #expect(named.status == 64)
        #expect(named.errors.contains("is not a home"))
    }

    @Test("init leaves a home as it is; what cannot be made is 74 with the system's words")
    func makeHome() throws {
        let home = try TrialHome()
        let before = try String(contentsOfFile: home.path + "/sonograde.yaml", encoding: .utf8)
        #expect(try Program.run(["init", home.path]).status == 0)
        #expect(try String(contentsOfFile: home.path + "/sonograde.yaml", encoding: .utf8) == before)
        let file = home.path + "/sonograde.yaml"
        for (path, words) in [(file, "File exists"), (file + "/x", "Not a directory"), ("/proc/x", "No such file")] {
            let run = try Program.run(["init", path])
            #expect(run.status == 74)
            #expect(run.errors.contains(words) && !run.errors.contains("NSCocoa"), "\(run.errors)")
        }
    }

    @Test("a full disk and a closed stdout are 74 and said; a reader that goes away is a quiet end")
    func output() throws {
        let drop = try TrialDrop()
        for number in 0..<30 {
            try drop.write(try TrialPictures.jpeg(number, width: 80, height: 72), to: "\(number).jpg")
        }
        let full = try Program.shell("\"$1\" grade \"$2\" > /dev/full", [drop.scratch.path])
        #expect(full.status == 74)
        #expect(full.errors.contains("No space left on device"))
        let closed = try Program.shell("\"$1\" grade \"$2\" >&-", [drop.scratch.path])
        #expect(closed.status == 74)
        #expect(closed.errors.contains("the output could not be written"))
        let cut = try Program.shell("set -o pipefail; \"$1\" grade \"$2\" 2>&1 | head -1", [drop.scratch.path])
        #expect(cut.status == 0)
        #expect(cut.output.count { $0 == "\n" } == 1)
    }

    @Test("a closed stdout is never replaced by the store's file")
    func closedStreams() throws {
        let home = try TrialHome()
        let run = try Program.shell("\"$1\" status --home \"$2\" <&- >&- 2>&-", [home.path])
        #expect(run.status == 74)
        #expect(try Program.run(["audit", "verify", "--home", home.path]).status == 0)
        #expect(try Program.run(["doctor", "--home", home.path]).status == 0)
    }

    @Test("doctor says no to a damaged home and names each damage, whatever else is bad")
    func doctor() throws {
        let home = try TrialHome()
        #expect(try Program.run(["doctor", "--home", home.path]).status == 0)
        try FileManager.default.removeItem(atPath: home.path + "/vault")
        try Data("garbage".utf8).write(to: URL(fileURLWithPath: home.path + "/sonograde.sqlite"))
        try? FileManager.default.removeItem(atPath: home.path + "/sonograde.sqlite-wal")
        try? FileManager.default.removeItem(atPath: home.path + "/sonograde.sqlite-shm")
        try Data("settle: soon\n".utf8).write(to: URL(fileURLWithPath: home.path + "/sonograde.yaml"))
        try Data("id: [\n".utf8).write(to: URL(fileURLWithPath: home.path + "/rubrics/own.yaml"))
        let run = try Program.run(["doctor", "--home", home.path, "--format", "csv"])
        #expect(run.status == 2)
        let bad = run.output.split(separator: "\r\n").filter { $0.hasPrefix("BAD,") }
        #expect(
            bad.map { String($0.split(separator: ",")[1]) } == ["folder", "settings", "store", "rubrics"],
            "\(bad)"
        )
        #expect(try Program.run(["status", "--home", home.path]).status == 64)
    }

    @Test("a store that is none is 74 for every command that needs it")
    func damagedStore() throws {
        let home = try TrialHome()
        try Data("garbage".utf8).write(to: URL(fileURLWithPath: home.path + "/sonograde.sqlite"))
        // Else SQLite mends the file from its own log, as it should.
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: home.path + "/sonograde.sqlite" + suffix)
        }
        for command in [["status"], ["watch", "--once"], ["audit", "verify"], ["report", "network"], ["regrade"]] {
            let run = try Program.run(command + ["--home", home.path])
            #expect(run.status == 74, "\(command)")
            #expect(run.errors.contains("this is no SQLite file"), "\(run.errors)")
        }
    }

    @Test("quarantine does all that was named or nothing")
    func allOrNothing() throws {
        let home = try TrialHome()
        try Data("no picture".utf8).write(to: URL(fileURLWithPath: home.inbox + "/stray.txt"))
        #expect(try home.watchOnce().status == 1)
        let wrong = try Program.run(["quarantine", "discard", "1", "99", "--home", home.path])
        #expect(wrong.status == 2)
        #expect(try Program.run(["quarantine", "list", "--home", home.path]).output.contains(#""state":"open""#))
        #expect(try Program.run(["quarantine", "discard", "1", "--home", home.path]).status == 0)
        #expect(try Program.run(["quarantine", "retry", "1", "--home", home.path]).status == 2)
    }
}
