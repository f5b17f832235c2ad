import Foundation
import Glibc
import Testing

/// The review on a terminal, with the built program on a pseudo-terminal.
struct ReviewScreenTests {
    /// A home in which every picture waits for an expert.
    private static func home(pictures: Int) throws -> TrialHome {
        let home = try TrialHome()
        let settings = home.path + "/sonograde.yaml"
        let text = try String(contentsOfFile: settings, encoding: .utf8)
        try text.replacing("  share: 0.1", with: "  share: 1.0").write(
            toFile: settings,
            atomically: true,
            encoding: .utf8
        )
        let drop = try TrialDrop()
        for number in 1...pictures {
            try drop.write(
                try TrialPictures.png(number, width: 400, height: 320),
                to: "C01/20261120_E\(number)_abdomen/01_abd.liver.porta1.png"
            )
        }
        try drop.drop(into: home)
        _ = try home.watchOnce()
        return home
    }

    private func review(
        _ home: TrialHome,
        _ more: [String] = [],
        columns: UInt16 = 100,
        rows: UInt16 = 30,
        environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            ["review", "--home", home.path, "--expert", "wang", "--lang", "en"] + more,
            columns: columns,
            rows: rows,
            environment: environment
        )
    }

    private func readings(_ home: TrialHome) throws -> Int {
        try home.dump().split(separator: "\n").count {
            $0.contains("\"expert-grade") || $0.contains("sonograde.expert-grade/1")
        }
    }

    @Test("By keys: answers, a comment, undo, the result, and the next picture; the clinic's answer is written anew")
    func straightThrough() throws {
        let home = try Self.home(pictures: 2)
        let before = try home.answers()
        let terminal = try review(home)
        let first = try terminal.wait(for: "#1")
        #expect(first.contains("\u{1B}[?1049h"))
        #expect(first.contains("38;2;"), "the picture is there in colours")
        #expect(!first.contains("First pass"))
        #expect(!terminal.isAsShellNeedsIt)
        // Several keys in one write, an arrow key in two, a comment with characters of several bytes.
        terminal.type("2yn")
        try terminal.wait(for: "[n]")
        terminal.type("u\u{1B}")
        terminal.type("[D")
        terminal.type("c切面好 é\r")
        try terminal.wait(for: "切面好 é")
        terminal.type("a")
        try terminal.wait(for: "First pass")
        terminal.resize(columns: 120, rows: 40)
        let wide = try terminal.wait(for: "First pass")
        #expect(wide.contains("\u{1B}[40;1H"), "the keys stand in the last row of the new size")
        terminal.type("a\r")
        let next = try terminal.wait(for: "Image 1 stored")
        // Keys before the next picture is there answer nothing.
        if !next.contains("#2") { try terminal.wait(for: "#2") }
        terminal.type("1aa\r")
        let (rest, status) = try terminal.finish()
        #expect(status == 0)
        #expect(rest.contains("\u{1B}[?1049l"))
        #expect(rest.contains("nothing else waits"))
        #expect(rest.contains("2 images reviewed, median"))
        #expect(terminal.isAsShellNeedsIt)

        #expect(try readings(home) == 2)
        let answers = try home.answers()
        let changed = answers.filter { before[$0.key] != $0.value && $0.key.hasSuffix("report.json") }
        #expect(changed.count == 2)
        #expect(changed.values.contains { $0.contains("切面好 é") })
        #expect(try Program.run(["audit", "verify", "--home", home.path]).status == 0)
    }

    @Test("A key that was pressed before the next picture was there is no answer to it")
    func typedAhead() throws {
        let home = try Self.home(pictures: 2)
        let terminal = try review(home)
        try terminal.wait(for: "#1")
        terminal.type("1a\r1aa\r1aa\r")
        let next = try terminal.wait(for: "Image 1 stored")
        #expect(!next.contains("Image 2 stored"))
        terminal.type("q")
        let (rest, status) = try terminal.finish()
        #expect(status == 0)
        #expect(rest.contains("1 image reviewed"))
        #expect(try readings(home) == 1)
    }

    @Test(
        "A signal or a closed window stores nothing, gives the image back and leaves the terminal as it was",
        arguments: [SIGINT, SIGTERM, SIGHUP]
    )
    func stopped(signal: Int32) throws {
        let home = try Self.home(pictures: 1)
        let terminal = try review(home)
        try terminal.wait(for: "#1")
        terminal.type("1y")
        try terminal.wait(for: "[y]")
        if signal == SIGHUP { terminal.hangUp() } else { terminal.send(signal) }
        let (rest, status) = try terminal.finish()
        #expect(status == 0)
        if signal != SIGHUP {
            #expect(rest.contains("\u{1B}[?1049l"))
            #expect(terminal.isAsShellNeedsIt)
        }
        #expect(try readings(home) == 0)
        let other = try Program.run(["queue", "next", "--home", home.path, "--expert", "li", "--format", "json"])
        #expect(other.status == 0, "\(other.errors)")
    }

    @Test("Skipping leaves the image to others, with the reason; leaving may keep the hold")
    func skippedAndKept() throws {
        let home = try Self.home(pictures: 2)
        let terminal = try review(home)
        try terminal.wait(for: "#1")
        terminal.type("s1")
        try terminal.wait(for: "Image 1 skipped")
        terminal.type("yqk")
        let (rest, status) = try terminal.finish()
        #expect(status == 0)
        #expect(rest.contains("1 skipped"))
        let own = try Program.run(["queue", "next", "--home", home.path, "--expert", "wang", "--format", "json"])
        #expect(own.output.contains("\"image\":2"))
        let other = try Program.run(["queue", "next", "--home", home.path, "--expert", "li", "--format", "json"])
        #expect(other.output.contains("\"image\":1"))
    }

    @Test("After the answer, and not before, the first pass is drawn and explained; d takes the drawing away")
    func drawn() throws {
        let home = try Self.home(pictures: 1)
        let tools = try Scratch()
        try "#!/bin/sh\n".write(toFile: tools.path + "/xdg-open", atomically: true, encoding: .utf8)
        chmod(tools.path + "/xdg-open", 0o755)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let terminal = try review(
            home,
            columns: 132,
            rows: 40,
            environment: ["PATH": tools.path + ":" + path, "XDG_RUNTIME_DIR": tools.path]
        )
        let blind = try terminal.wait(for: "#1")
        for secret in ["scan area", "First pass", "items sum", "how it came"] { #expect(!blind.contains(secret)) }
        terminal.type("1a")
        let result = try terminal.wait(for: "scan area")
        #expect(result.contains("First pass") && result.contains("e: how it came to this"))
        terminal.type("d")
        let bare = try terminal.wait(for: "Nothing is drawn")
        #expect(bare.contains("8;2;") && !bare.contains("scan area"), "the picture is drawn anew without marks")
        terminal.type("e")
        let page = try terminal.wait(for: "How the first pass came to its score")
        #expect(!page.contains("First pass"))
        // Any key closes the page; then the drawing comes back, and the viewer gets the picture with it.
        terminal.type("ado")
        try terminal.wait(for: "Handed to the viewer")
        terminal.type("\r")
        let (_, status) = try terminal.finish()
        #expect(status == 0)
        #expect(try readings(home) == 1)
    }

    @Test("queue show draws the first pass on a terminal only with --unblind")
    func unblindScreen() throws {
        let home = try Self.home(pictures: 1)
        func shown(_ more: [String]) throws -> String {
            let arguments = ["queue", "show", "1", "--home", home.path, "--lang", "en"] + more
            let terminal = try PseudoTerminal(arguments, columns: 100, rows: 30)
            let (output, status) = try terminal.finish()
            #expect(status == 0)
            return output
        }
        let blind = try shown([])
        for secret in ["scan area", "8;2;", "How the score"] { #expect(!blind.contains(secret)) }
        let open = try shown(["--unblind", "--expert", "wang"])
        for word in ["scan area", "8;2;", "How the score", "C01/"] { #expect(open.contains(word), "\(word)") }
        let trail = try Program.run(["audit", "tail", "--limit", "9", "--format", "csv", "--home", home.path]).output
        #expect(trail.components(separatedBy: "image.unblinded").count == 2, "noted once: \(trail)")
    }

    @Test("The viewer gets a file that nobody else can read, and it goes with the review")
    func viewer() throws {
        let home = try Self.home(pictures: 1)
        let tools = try Scratch()
        let note = tools.path + "/opened"
        let script = "#!/bin/sh\nstat -c '%a %n' \"$1\" > \(note).part && mv \(note).part \(note)\n"
        try script.write(toFile: tools.path + "/xdg-open", atomically: true, encoding: .utf8)
        chmod(tools.path + "/xdg-open", 0o755)
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let terminal = try review(home, environment: ["PATH": tools.path + ":" + path, "XDG_RUNTIME_DIR": tools.path])
        try terminal.wait(for: "#1")
        terminal.type("o")
        try terminal.wait(for: "Handed to the viewer")
        let deadline = Date(timeIntervalSinceNow: 60)
        while !FileManager.default.fileExists(atPath: note), Date() < deadline { usleep(20_000) }
        let opened = try String(contentsOfFile: note, encoding: .utf8).split(separator: " ")
        #expect(opened.first == "600")
        let file = String(opened[1].dropLast())
        #expect(file.hasPrefix(tools.path))
        #expect(FileManager.default.fileExists(atPath: file))
        terminal.type("q")
        #expect(try terminal.finish().status == 0)
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("NO_COLOR has no colours, --graphics none no picture; a terminal that places no text is refused")
    func plain() throws {
        let home = try Self.home(pictures: 1)
        let grey = try review(home, environment: ["NO_COLOR": "1"])
        let screen = try grey.wait(for: "#1")
        #expect(screen.firstMatch(of: /\u{1B}\[([0-9]+;)*(3[0-8]|4[0-8]|9[0-7])(;[0-9]+)*m/) == nil)
        grey.type("q")
        #expect(try grey.finish().status == 0)
        let none = try review(home, ["--graphics", "none"])
        let words = try none.wait(for: "#1")
        #expect(words.contains("shows no picture"))
        none.type("q")
        #expect(try none.finish().status == 0)
        let dumb = try review(home, environment: ["TERM": "dumb"])
        let (said, status) = try dumb.finish()
        #expect(status == 64)
        #expect(said.contains("TERM=dumb"))
    }
}
