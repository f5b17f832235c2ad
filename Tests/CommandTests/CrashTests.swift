import Foundation
import GRDB
import Glibc
import Testing

/// The parts of an exam's way, as the last entry of the audit trail tells them.
private enum Moment: String, CaseIterable {
    case decode, vault, transaction, outbox, between

    init(lastAction: String?) {
        switch lastAction {
        case "exam.settled": self = .decode
        case "exam.measured": self = .vault
        case "exam.vaulted": self = .transaction
        case "exam.graded": self = .outbox
        default: self = .between
        }
    }
}

/// Reads the trail of a store that another process writes.
private struct TrailReader {
    private let queue: DatabaseQueue

    init?(home: String) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(60)
        guard let queue = try? DatabaseQueue(path: home + "/sonograde.sqlite", configuration: configuration) else {
            return nil
        }
        self.queue = queue
    }

    /// Number and action of the last entry.
    func last() -> (count: Int, action: String)? {
        try? queue.read { database in
            try Row.fetchOne(database, sql: "SELECT seq, action FROM audit ORDER BY seq DESC LIMIT 1").map {
                ($0[0], $0[1])
            }
        }
    }
}

@Suite("Killed at any moment")
struct CrashTests {
    /// 500 images of 50 exams from three institutions, with what makes trouble: files that end early, no pictures,
    /// the same picture in two patients' exams and twice in one, exam.json, deeper folders, odd names.
    private static func makeDrop() throws -> TrialDrop {
        let drop = try TrialDrop()
        for exam in 0..<50 {
            let institution = ["C01-青禾镇卫生院", "C02", "C03-安宁医院"][exam % 3]
            let folder =
                "\(institution)/202603\(String(format: "%02d", 1 + exam % 28))_E\(exam)_\(exam % 2 == 0 ? "abdomen" : "thyroid")"
            for image in 0..<10 {
                let number = exam * 10 + image
                var bytes = image % 3 == 0 ? try TrialPictures.png(number) : try TrialPictures.jpeg(number)
                var name = String(format: "%02d_s%d", image, image) + (image % 3 == 0 ? ".png" : ".jpg")
                switch number % 50 {
                case 11: bytes = Array(bytes.prefix(bytes.count / 2))
                case 23: bytes = Array("no picture, but number \(number)".utf8)
                case 31: bytes = try TrialPictures.jpeg(7_001)
                case 37: name = "deeper/里面/" + name
                case 42: bytes = try TrialPictures.jpeg(8_000 + exam)
                case 43: bytes = try TrialPictures.jpeg(8_000 + exam)
                default: break
                }
                try drop.write(bytes, to: "\(folder)/\(name)")
            }
            if exam % 7 == 3 {
                try drop.write(#"{"examId":"J\#(exam)","patientPseudonym":"p\#(exam)"}"#, to: "\(folder)/exam.json")
            }
        }
        return drop
    }

    @Test("100 kills of a 500-image drop, in every part at least 10, leave what an undisturbed run leaves")
    func killed() throws {
        let drop = try Self.makeDrop()
        let undisturbed = try TrialHome()
        try drop.drop(into: undisturbed)
        let run = try undisturbed.watchOnce()
        #expect(run.status == 1, "unreadable files are in the drop: \(run.errors.suffix(300))")
        let expectedDump = try undisturbed.dump()
        let expectedAnswers = try undisturbed.answers()
        #expect(expectedAnswers.count == 100)
        #expect(undisturbed.inboxFiles().isEmpty)

        var tally: [Moment: Int] = [:]
        var rounds = 0
        var random = SystemRandomNumberGenerator()
        let wanted: [Moment] = [.decode, .vault, .transaction, .outbox]
        while tally.values.reduce(0, +) < 100 || wanted.contains(where: { tally[$0, default: 0] < 10 }) {
            rounds += 1
            try #require(rounds <= 40, "the moments could not be hit: \(tally)")
            let home = try TrialHome()
            try drop.drop(into: home)
            for _ in 0..<12 {
                // The rarest moment so far is aimed at; what was hit is told by the trail.
                let aim = wanted.min { tally[$0, default: 0] < tally[$1, default: 0] } ?? .decode
                guard let hit = try Self.killOnce(home, aim: aim, after: Int.random(in: 1...24, using: &random)) else {
                    break
                }
                tally[hit, default: 0] += 1
            }
            let last = try home.watchOnce()
            #expect(last.status == 0 || last.status == 1, "\(last.errors.suffix(300))")
            #expect(home.inboxFiles().isEmpty)
            let dump = try home.dump()
            #expect(dump == expectedDump, "round \(rounds): \(Self.difference(expectedDump, dump))")
            let answers = try home.answers()
            #expect(answers.keys.sorted() == expectedAnswers.keys.sorted())
            for (file, text) in expectedAnswers where answers[file] != text {
                Issue.record("round \(rounds): \(file): \(Self.difference(text, answers[file] ?? ""))")
            }
            let audit = try Program.run(["audit", "verify", "--home", home.path])
            #expect(audit.status == 0, "\(audit.errors.suffix(500))")
        }
        print(
            "killed in \(rounds) rounds: \(Moment.allCases.map { "\($0.rawValue) \(tally[$0, default: 0])" }.joined(separator: ", "))"
        )
    }

    /// Starts a watcher, waits for the aimed moment at or after `after` more entries, kills it.
    ///
    /// Nil when it came to its end.
    private static func killOnce(_ home: TrialHome, aim: Moment, after: Int) throws -> Moment? {
        let before = TrailReader(home: home.path)?.last()?.count ?? 0
        let process = try Program.start(["watch", "--once", "--home", home.path, "--settle", "0", "--patience", "0"])
        var reader: TrailReader?
        while process.isRunning {
            reader = reader ?? TrailReader(home: home.path)
            if let last = reader?.last(), last.count >= before + after, Moment(lastAction: last.action) == aim { break }
        }
        guard process.isRunning else { return nil }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return Moment(lastAction: TrailReader(home: home.path)?.last()?.action)
    }

    private static func difference(_ expected: String, _ actual: String) -> String {
        let (left, right) = (expected.split(separator: "\n"), actual.split(separator: "\n"))
        for (one, other) in zip(left, right) where one != other {
            return "expected \(one.prefix(600)) but got \(other.prefix(600))"
        }
        return "\(left.count) lines expected, \(right.count) there"
    }
}
