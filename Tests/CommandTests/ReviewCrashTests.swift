import Foundation
import GRDB
import Glibc
import Testing

/// What a killed process was doing, as it shows afterwards.
private enum KilledIn: String, CaseIterable {
    /// Nothing new was stored: before or within the transaction.
    case beforeCommit
    /// Stored, and its line not yet on stdout.
    case beforeAcknowledgement
    /// Acknowledged, and the exam's report not yet written.
    case beforeReport
    /// Everything that was begun was over.
    case between
}

/// Reads the store of a home beside the program.
private struct ReadingsReader {
    private let queue: DatabaseQueue

    init(_ home: TrialHome) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(60)
        queue = try DatabaseQueue(path: home.path + "/sonograde.sqlite", configuration: configuration)
    }

    /// Images that wait, in the store's order.
    func waiting() throws -> [Int64] {
        try queue.read { try Int64.fetchAll($0, sql: "SELECT image_id FROM queue ORDER BY image_id") }
    }

    /// How many readings each image has.
    func readings() throws -> [Int64: Int] {
        try queue.read { database in
            Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(
                    database,
                    sql: "SELECT image_id, COUNT(*) FROM review GROUP BY image_id"
                ).map { ($0[0], $0[1]) }
            )
        }
    }

    func count() throws -> Int { try queue.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM review") ?? 0 } }

    /// Exams whose newest state is not answered.
    func unanswered() throws -> Int {
        try queue.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM exam WHERE answered_revision < revision") ?? 0
        }
    }

    /// The claim that is held on an image or, without an image, any.
    func held() throws -> [(claim: Int64, image: Int64, expert: String)] {
        try queue.read {
            try Row.fetchAll($0, sql: "SELECT id, image_id, expert_id FROM claim WHERE state = 'held' ORDER BY id")
                .map { ($0[0], $0[1], $0[2]) }
        }
    }
}

/// The program, running with its output in a file.
private struct RunningReview {
    let process: Process
    private let scratch: Scratch

    init(_ arguments: [String], input: String? = nil) throws {
        scratch = try Scratch()
        process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        let output = URL(fileURLWithPath: scratch.path + "/out")
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        if let input {
            let file = URL(fileURLWithPath: scratch.path + "/in")
            try Data(input.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
    }

    /// Images whose reading the program has said to have stored; a line that was cut off says nothing.
    func acknowledged() throws -> [Int64] {
        struct Line: Decodable {
            let status: String
            let image: Int64?
        }
        // A line that was cut off may end within a character.
        let bytes = FileManager.default.contents(atPath: scratch.path + "/out") ?? Data()
        let text = String(decoding: bytes, as: UTF8.self)
        return try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }.filter { $0.status == "stored" }.compactMap(\.image)
    }

    /// Kills it; false when it had come to its end.
    func kill() -> Bool {
        guard process.isRunning else { return false }
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }
}

@Suite("Reviewing, killed at any moment")
struct ReviewCrashTests {
    /// When a process is killed.
    private enum Aim: Int, CaseIterable {
        /// So many milliseconds after its start.
        case early
        /// As soon as a reading is stored.
        case stored
        /// As soon as a reading is acknowledged.
        case acknowledged
        /// While a report is being written.
        case report
    }

    /// A home in which every image waits for an expert: `exams` exams of 8 images.
    ///
    /// - Parameter scale: 2 for pictures whose scan area is sure, so that they are shown.
    private static func queuedHome(exams: Int, scale: Int = 1) throws -> TrialHome {
        let home = try TrialHome()
        try home.set("share", "1.0")
        for exam in 0..<exams {
            for image in 0..<8 {
                let folder = "C0\(1 + exam % 2)/202603\(10 + exam)_E\(exam)_abdomen"
                let picture = try TrialPictures.jpeg(exam * 8 + image, width: 200 * scale, height: 160 * scale)
                try home.hand(picture, folder + "/0\(image)_abd.gb.long.jpg")
            }
        }
        _ = try home.watchOnce()
        return home
    }

    /// What an expert says of an image; another text for each, so that a mix-up shows.
    private static func line(_ image: Int64) -> String {
        let level = ["A", "B", "C", "D"][Int(image % 4)]
        let question = image % 9 == 0 ? #","consultation":"which plane is \#(image)?""# : ""
        return #"{"image":\#(image),"comment":"reading of \#(image)","impression":"\#(level)"\#(question)}"#
    }

    @Test("60 kills and more of scripted reviews: what was acknowledged is stored once, and all else as if undisturbed")
    func scripted() throws {
        let home = try Self.queuedHome(exams: 10)
        let undisturbed = try TrialHome(copying: home)
        let reader = try ReadingsReader(home)
        let all = try reader.waiting()
        try #require(all.count == 80)
        let script = all.map { Self.line($0) + "\n" }.joined()
        let began = ContinuousClock.now
        let whole = try RunningReview(Self.batch(undisturbed), input: script)
        whole.process.waitUntilExit()
        #expect(try whole.acknowledged() == all)
        // Early kills fall within the start and the first readings, however quick the machine and the build are.
        let took = began.duration(to: .now) / all.count * 3
        let latest = UInt32(max(1000, took / .microseconds(1)))

        var acknowledged: Set<Int64> = []
        var tally: [KilledIn: Int] = [:]
        var round = 0
        var random = SystemRandomNumberGenerator()
        while case let open = try Self.open(all, reader), !open.isEmpty {
            round += 1
            try #require(round < 400, "the reviews came to no end: \(tally)")
            let before = try reader.count()
            let run: RunningReview
            if round % 3 == 0 {
                let image = open[0]
                var flags = [
                    "--comment", "reading of \(image)", "--impression", ["A", "B", "C", "D"][Int(image % 4)],
                ]
                if image % 9 == 0 { flags += ["--consult", "which plane is \(image)?"] }
                run = try RunningReview(Self.single(home, image) + flags)
            } else {
                run = try RunningReview(Self.batch(home), input: open.map { Self.line($0) + "\n" }.joined())
            }
            let aim = Aim.allCases[round % Aim.allCases.count]
            let delay = UInt32.random(in: 0...latest, using: &random)
            if aim == .early { usleep(delay) }
            while run.process.isRunning, try !Self.hasCome(aim, run, home, reader, before: before) { usleep(200) }
            let isKilled = run.kill()

            let lines = try run.acknowledged()
            let readings = try reader.readings()
            #expect(lines.allSatisfy { !acknowledged.contains($0) }, "an image was read twice in round \(round)")
            acknowledged.formUnion(lines)
            #expect(acknowledged.allSatisfy { readings[$0] == 1 }, "round \(round): acknowledged and not stored once")
            #expect(readings.values.allSatisfy { $0 == 1 })
            let unsaid = try reader.count() - before - lines.count
            #expect((0...1).contains(unsaid), "at most the reading in work is stored and not said: \(unsaid)")
            guard isKilled else { continue }
            let waits = try reader.unanswered() > 0
            let moment: KilledIn =
                unsaid > 0
                ? .beforeAcknowledgement
                : try reader.count() == before ? .beforeCommit : waits ? .beforeReport : .between
            tally[moment, default: 0] += 1
            // A watcher catches up now and then, and is killed at it now and then.
            if round % 12 == 11 { try Self.catchUp(home, reader, isKilled: round % 24 == 11) }
        }
        let kills = tally.values.reduce(0, +)
        #expect(kills >= 60, "\(tally)")
        for moment in [KilledIn.beforeCommit, .beforeReport] {
            #expect(tally[moment, default: 0] >= 10, "too few kills in \(moment): \(tally)")
        }

        #expect(try home.watchOnce().status == 0)
        #expect(try reader.unanswered() == 0)
        #expect(try reader.readings() == Dictionary(uniqueKeysWithValues: all.map { ($0, 1) }))
        let audit = try Program.run(["audit", "verify", "--home", home.path])
        #expect(audit.status == 0, "\(audit.errors)")
        _ = try undisturbed.watchOnce()
        #expect(try home.dump() == undisturbed.dump())
        let (expected, answers) = (try undisturbed.answers(), try home.answers())
        #expect(answers.keys.sorted() == expected.keys.sorted())
        for (file, text) in expected { #expect(answers[file] == text, "\(file)") }
        print(
            "reviews killed \(kills) times: "
                + KilledIn.allCases.map { "\($0.rawValue) \(tally[$0, default: 0])" }.joined(separator: ", ")
        )
    }

    @Test("a claim whose process was killed keeps the image from others until it runs out, and is worth nothing then")
    func claims() throws {
        let home = try Self.queuedHome(exams: 1)
        try home.set("lease", "4")
        let reader = try ReadingsReader(home)
        let run = try RunningReview([
            "queue", "next", "--home", home.path, "--expert", "wang", "--picture", home.scratch.path + "/next.png",
        ])
        while run.process.isRunning, try reader.held().isEmpty { usleep(200) }
        _ = run.kill()
        let held = try #require(try reader.held().first)
        #expect(held.expert == "wang")

        func say(_ arguments: [String], as expert: String) throws -> Program.Run {
            try Program.run(arguments + ["--home", home.path, "--expert", expert])
        }
        let foreign = try say(["review", "\(held.image)", "--all-yes"], as: "li")
        #expect(foreign.status == 2)
        #expect(foreign.errors.contains("wang"), "\(foreign.errors)")
        #expect(try say(["queue", "next"], as: "li").status == 0)
        #expect(try reader.held().map(\.image).filter { $0 == held.image }.count == 1)

        // Nothing gives it back but time.
        let end = Date(timeIntervalSinceNow: 60)
        while try say(["queue", "claim", "\(held.image)"], as: "li").status != 0 {
            try #require(Date() < end, "the lease never ran out")
        }
        #expect(try reader.held().first { $0.image == held.image }?.expert == "li")
        let late = try say(["review", "\(held.image)", "--all-yes", "--claim", "\(held.claim)"], as: "wang")
        #expect(late.status == 2)
        #expect(try reader.count() == 0)
        #expect(try say(["review", "\(held.image)", "--all-yes"], as: "li").status == 0)
        #expect(try Program.run(["audit", "verify", "--home", home.path]).status == 0)
    }

    @Test("killed at its keys a review stores nothing and the image stays the expert's; what the screen said is stored")
    func byKeys() throws {
        let home = try Self.queuedHome(exams: 1, scale: 2)
        let reader = try ReadingsReader(home)
        var said: Set<Int64> = []
        for round in 0..<9 {
            let before = try reader.held().first
            let terminal = try PseudoTerminal(
                ["review", "--home", home.path, "--expert", "wang", "--lang", "en"],
                columns: 100,
                rows: 30
            )
            try terminal.wait(for: "Impression")
            let work = try #require(try reader.held().first)
            if let before { #expect(work.image == before.image, "what was begun comes first") }
            switch round % 3 {
            case 0:
                terminal.type("1y")
                try terminal.wait(for: "[y]")
            case 1:
                terminal.type("1a")
                try terminal.wait(for: "First pass")
            default:
                terminal.type("1a")
                try terminal.wait(for: "First pass")
                terminal.type("a\r")
                try terminal.wait(for: "Image \(work.image) stored")
                said.insert(work.image)
            }
            terminal.send(SIGKILL)
            #expect(try terminal.finish().status == 128 + SIGKILL)
            #expect(try reader.readings() == Dictionary(uniqueKeysWithValues: said.map { ($0, 1) }))
            guard round % 3 < 2 else { continue }
            #expect(try reader.held().map(\.image) == [work.image])
            let foreign = try home.run(["queue", "claim", "\(work.image)"], expert: "li")
            #expect(foreign.status == 2)
            #expect(foreign.errors.contains("wang"), "\(foreign.errors)")
        }
        #expect(try home.watchOnce().status == 0)
        #expect(try reader.unanswered() == 0)
        let audit = try Program.run(["audit", "verify", "--home", home.path])
        #expect(audit.status == 0, "\(audit.errors)")
    }

    // MARK: Steps

    private static func batch(_ home: TrialHome) -> [String] {
        ["review", "--from", "-", "--all-yes", "--expert", "wang", "--home", home.path, "--format", "jsonl"]
    }

    private static func single(_ home: TrialHome, _ image: Int64) -> [String] {
        ["review", "\(image)", "--all-yes", "--expert", "wang", "--home", home.path, "--format", "jsonl"]
    }

    /// What is still to be said: a script asks what is stored before it goes on.
    private static func open(_ all: [Int64], _ reader: ReadingsReader) throws -> [Int64] {
        let readings = try reader.readings()
        return all.filter { readings[$0] == nil }
    }

    private static func hasCome(
        _ aim: Aim,
        _ run: RunningReview,
        _ home: TrialHome,
        _ reader: ReadingsReader,
        before: Int
    ) throws -> Bool {
        switch aim {
        case .early: true
        case .stored: try reader.count() > before
        case .acknowledged: try !run.acknowledged().isEmpty
        case .report:
            (FileManager.default.enumerator(atPath: home.outbox)?.compactMap { $0 as? String } ?? [])
                .contains { $0.hasSuffix(".tmp") }
        }
    }

    /// Has a watcher write the answers that wait; or kills it when it has written the first.
    private static func catchUp(_ home: TrialHome, _ reader: ReadingsReader, isKilled: Bool) throws {
        guard isKilled else {
            #expect(try home.watchOnce().status == 0)
            return #expect(try reader.unanswered() == 0)
        }
        let before = try reader.unanswered()
        let run = try RunningReview(["watch", "--once", "--home", home.path, "--settle", "0", "--patience", "0"])
        while run.process.isRunning, before > 0, try reader.unanswered() == before { usleep(200) }
        _ = run.kill()
    }
}
