import ArgumentParser
import Foundation
import Grading
import Intake
import Store

struct BaselineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline",
        abstract: "What each device usually shows, by which its pictures are judged.",
        discussion: """
            Example:
              sonograde baseline list --home /srv/sonograde
              sonograde baseline close --home /srv/sonograde
            """,
        subcommands: [BaselineListCommand.self, BaselineShowCommand.self, BaselineCloseCommand.self]
    )
}

struct BaselineListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the snapshots, oldest first.",
        discussion: """
            Example:
              sonograde baseline list --home /srv/sonograde
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var output: FormatOption

    private struct Line: OutputRow {
        let name, closed_at, made_at, program: String
        let keys, window: Int

        static let columns = ["name", "closed_at", "made_at", "keys", "window", "program"]
        var cells: [String] { [name, closed_at, made_at, "\(keys)", "\(window)", program] }
    }

    func run() throws {
        let lines = try OpenHome.storeForReading(try home.home()).baselineSnapshots().map {
            Line(
                name: $0.name,
                closed_at: $0.closedAt.text,
                made_at: $0.madeAt.text,
                program: $0.program,
                keys: $0.keyCount,
                window: $0.window
            )
        }
        try RowOutput.write(lines, as: output.format) { lines in
            if lines.isEmpty { Terminal.line("no snapshot was closed yet; see: sonograde settings show") }
            for line in lines { Terminal.line("\(line.name)  \(line.keys) keys  closed \(line.closed_at)") }
        }
    }
}

struct BaselineCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a snapshot over the ordinary images received until now.",
        discussion: """
            A watcher closes snapshots by itself at the times of the setting baseline.close; this does it at once, for a \
            new device or before a change. Exams received afterwards are judged by it; those that are there keep theirs.

            Example:
              sonograde baseline close --home /srv/sonograde --name after-service
            """
    )

    @OptionGroup var home: HomeOption
    @Option(help: "The snapshot's name, which findings show; else the moment.") var name: String?

    func validate() throws {
        guard let name else { return }
        let isSound = !name.isEmpty && name.count <= 64 && !name.contains { $0.isNewline || $0.isWhitespace }
        if !isSound { throw ValidationError("--name must be 1 to 64 characters without spaces") }
    }

    func run() throws {
        let opened = try OpenHome.forWriting(try home.home())
        if let name, try opened.store.baselineSnapshot(named: name) != nil {
            throw Failure(.no, "there is a snapshot \(name); a closed one is never changed, give another name")
        }
        let snapshot = try BaselineDesk(room: opened.room()).closeNow(name: name)
        try opened.store.close()
        Terminal.line("closed \(snapshot.name): \(snapshot.keyCount) keys with 30 ordinary images or more")
    }
}
