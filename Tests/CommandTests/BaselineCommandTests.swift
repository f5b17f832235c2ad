import Dispatch
import Foundation
import GRDB
import Glibc
import Imaging
import Synchronization
import Testing

/// Judging by what a device usually shows, through the built program.
@Suite("Baselines")
struct BaselineCommandTests {
    /// Findings of one image, as far as these tests look into it.
    private struct Graded: Decodable {
        struct Finding: Decodable {
            let code: String
            let metric: String?
            let value: Double?
            let limit: Double?
            let origin: String?

            enum CodingKeys: String, CodingKey {
                case code, metric, value, limit
                case origin = "limit_origin"
            }
        }

        struct Baseline: Decodable {
            struct Usual: Decodable { let images: Int, median: Double, mad: Double }
            let snapshot: String
            let metrics: [String: Usual]
        }

        let status: String
        let findings: [Finding]
        let baseline: Baseline?

        /// The finding about the tissue's median.
        var gain: Finding? { findings.first { $0.code == "GAIN_HIGH" } }
    }

    private struct Answer: Decodable {
        struct Image: Decodable { let grade: Graded }
        let images: [Image]
    }

    /// A liver on a machine whose pictures are 6 dB darker than others', or 3 dB brighter: 9 dB too much for it, and
    /// within every written limit.
    private static func phantom(_ seed: Int, gain: Double) throws -> [UInt8] {
        var recipe = PhantomRecipe(anatomy: .liverPorta)
        (recipe.seed, recipe.width, recipe.height) = (UInt64(seed), 400, 320)
        recipe.chrome.style = .none
        recipe.faults = [try ImageFault(.gain, strength: gain)]
        return try PNGEncoder.encode(try recipe.render().grey)
    }

    /// Forty ordinary pictures of the machine.
    private static let usual: [[UInt8]] = {
        let found = Mutex([[UInt8]](repeating: [], count: 40))
        DispatchQueue.concurrentPerform(iterations: 40) { index in
            let bytes = (try? phantom(index, gain: -6)) ?? []
            found.withLock { $0[index] = bytes }
        }
        return found.withLock { $0 }
    }()

    private func put(
        _ home: TrialHome,
        _ exam: String,
        _ pictures: [[UInt8]],
        device: String? = "US-1"
    ) throws {
        let drop = try TrialDrop()
        for (index, bytes) in pictures.enumerated() {
            try drop.write(bytes, to: "C01/\(exam)/0\(index)_abd.liver.porta1.png")
        }
        let said = device.map { #""deviceId": "\#($0)", "preset": "abdomen", "# } ?? ""
        try drop.write(#"{\#(said)"examType": "abdomen"}"#, to: "C01/\(exam)/exam.json")
        try drop.drop(into: home)
    }

    private func grades(_ home: TrialHome, _ exam: String) throws -> [Graded] {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(home.outbox)/C01/\(exam)/report.json"))
        return try JSONDecoder().decode(Answer.self, from: data).images.map(\.grade)
    }

    /// A home in which a device has shown 40 ordinary pictures, and a snapshot `first` over them.
    private func taught() throws -> TrialHome {
        let home = try TrialHome()
        for number in 0..<40 { try put(home, "E\(number)", [Self.usual[number]]) }
        _ = try home.watchOnce()
        let closed = try Program.run(["baseline", "close", "--home", home.path, "--name", "first"])
        #expect(closed.status == 0 && closed.output.hasPrefix("closed first: 1 key"), "\(closed)")
        return home
    }

    @Test("an over-gained picture is flagged by its device's own baseline; alone, or on an unknown device, it is not")
    func overGain() throws {
        let home = try taught()
        let bright = try Self.phantom(77, gain: 3)
        try put(home, "BRIGHT", [bright])
        try put(home, "USUAL", [try Self.phantom(78, gain: -6)])
        try put(home, "UNKNOWN", [try Self.phantom(79, gain: 3)], device: nil)
        try put(home, "OTHER", [try Self.phantom(80, gain: 3)], device: "US-2")
        _ = try home.watchOnce()

        let grade = try #require(try grades(home, "BRIGHT").first)
        let finding = try #require(grade.gain)
        let usual = try #require(grade.baseline?.metrics["gain.p50"])
        #expect(grade.baseline?.snapshot == "first" && usual.images == 40)
        #expect(finding.origin == "baseline:first" && finding.metric?.hasPrefix("gain.") == true)
        #expect(try #require(finding.value) > (try #require(finding.limit)))
        let metric = try #require(finding.metric)
        let measured = try #require(grade.baseline?.metrics[metric])
        #expect(try #require(finding.limit) > measured.median)
        #expect(try grades(home, "USUAL").first?.gain == nil)
        #expect(try grades(home, "USUAL").first?.baseline?.snapshot == "first")
        for exam in ["UNKNOWN", "OTHER"] {
            #expect(try grades(home, exam).first?.baseline == nil)
            #expect(try grades(home, exam).first?.gain == nil)
        }

        // The same file without a home: nothing to relate it to.
        let scratch = try Scratch()
        let file = scratch.path + "/00_abd.liver.porta1.png"
        try Data(bright).write(to: URL(fileURLWithPath: file))
        let alone = try Program.run(["grade", file, "--format", "jsonl", "--exam-type", "abdomen"])
        let loose = try JSONDecoder().decode(Graded.self, from: Data(alone.output.utf8))
        #expect(loose.baseline == nil && loose.gain?.origin != "baseline:first")
        #expect(loose.gain == nil && loose.status == "graded")
        #expect(loose.findings.allSatisfy { $0.origin == nil || $0.origin == "absolute" })
    }

    @Test("an exam keeps the snapshot that it began with, when files come late and when it is graded again")
    func kept() throws {
        let home = try taught()
        try put(home, "LATE", [try Self.phantom(77, gain: 3)])
        _ = try home.watchOnce()
        let before = try home.dump()
        let again = try Program.run(["regrade", "--home", home.path])
        #expect(again.output.hasPrefix("regraded 0,"), "\(again)")
        #expect(try home.dump() == before)

        let second = try Program.run(["baseline", "close", "--home", home.path, "--name", "second"])
        #expect(second.status == 0)
        try put(home, "LATE", [try Self.phantom(77, gain: 3), try Self.phantom(81, gain: 3)])
        try put(home, "NEW", [try Self.phantom(82, gain: 3)])
        _ = try home.watchOnce()
        #expect(try grades(home, "LATE").map { $0.baseline?.snapshot } == ["first", "first"])
        #expect(try grades(home, "NEW").map { $0.baseline?.snapshot } == ["second"])
        let third = try Program.run(["regrade", "--home", home.path])
        #expect(third.output.hasPrefix("regraded 0,"), "\(third)")
        let audit = try Program.run(["audit", "verify", "--home", home.path])
        #expect(audit.status == 0, "\(audit.errors)")
    }

    @Test("a watcher that is killed and started again comes to the same grades")
    func crash() throws {
        let whole = try taught()
        let killed = try taught()
        for home in [whole, killed] {
            for number in 0..<6 {
                try put(home, "X\(number)", [try Self.phantom(100 + number, gain: 3)])
            }
        }
        _ = try whole.watchOnce()
        var kills = 0
        for entries in [1, 2, 4, 7, 5, 3] where try killed.killWatcher(after: entries) { kills += 1 }
        #expect(kills > 0)
        _ = try killed.watchOnce()
        #expect(try killed.dump() == whole.dump())
        #expect(try grades(killed, "X0").first?.baseline?.snapshot == "first")
    }

    @Test("list and show print what was closed; a name is given once")
    func show() throws {
        let home = try taught()
        let list = try Program.run(["baseline", "list", "--home", home.path, "--format", "csv"])
        #expect(list.output.split(separator: "\r\n").count == 2 || list.output.split(separator: "\n").count == 2)
        let show = try Program.run(["baseline", "show", "--home", home.path, "--format", "jsonl"])
        let gain = try #require(show.output.split(separator: "\n").first { $0.contains(#""metric":"gain.p50""#) })
        #expect(gain.contains(#""images":40"#) && gain.contains(#""device":"US-1""#) && gain.contains(#""mad":"#))
        let table = try Program.run(["baseline", "show", "--home", home.path, "--format", "table"])
        #expect(table.output.contains("gain.p50  n 40  median "))
        let none = try Program.run(["baseline", "show", "nothing", "--home", home.path])
        #expect(none.status == 2)
        let twice = try Program.run(["baseline", "close", "--home", home.path, "--name", "first"])
        #expect(twice.status == 2 && twice.errors.contains("never changed"))
        let bad = try Program.run(["baseline", "close", "--home", home.path, "--name", "a b"])
        #expect(bad.status == 64)
    }

    @Test("a device that shows something else since its snapshot is told by baseline show, status and the reports")
    func drift() throws {
        let home = try TrialHome()
        let made = try Self.series(from: 0, count: 55, gain: -6) + Self.series(from: 200, count: 55, gain: -2)
        for number in 0..<55 { try put(home, "E\(number)", [made[number]]) }
        _ = try home.watchOnce()
        #expect(try Program.run(["baseline", "close", "--home", home.path, "--name", "first"]).status == 0)
        let few = try Program.run([
            "baseline", "show", "--drift", "--home", home.path, "--lang", "en", "--format", "table",
        ])
        #expect(few.status == 0 && few.output.contains("1 key(s) have too few images"), "\(few)")
        #expect(!(try Program.run(["status", "--home", home.path]).output.contains("PSI")))
        for number in 55..<110 { try put(home, "E\(number)", [made[number]]) }
        _ = try home.watchOnce()

        let rows = try Program.run(["baseline", "show", "first", "--drift", "--home", home.path, "--format", "jsonl"])
        let gain = try #require(rows.output.split(separator: "\n").first { $0.contains(#""metric":"gain.p50""#) })
        #expect(gain.contains(#""drift":"moved""#) && gain.contains(#""images_since":5"#), "\(gain)")
        #expect(gain.contains(#""since":""#) && gain.contains(#""psi_chance":"#))
        let table = try Program.run([
            "baseline", "show", "--drift", "--home", home.path, "--lang", "en", "--format", "table",
        ])
        #expect(table.output.contains("median brightness (0–255): median"), "\(table.output)")
        let status = try Program.run(["status", "--home", home.path, "--lang", "en", "--format", "table"])
        #expect(status.output.contains("shows something else than before") && status.output.contains("PSI"))
        let json = try object(try Program.run(["status", "--home", home.path, "--format", "json"]).output)
        let drifts = try #require(json["drifts"] as? [[String: Any]])
        #expect(
            drifts.count == 1 && drifts[0]["device"] as? String == "US-1" && drifts[0]["snapshot"] as? String == "first"
        )
        let report = try Program.run(["report", "institution", "C01", "--home", home.path, "--format", "json"])
        let told = try #require(try object(report.output)["drifts"] as? [[String: Any]], "\(report.errors)")
        #expect(told.first?["device"] as? String == "US-1" && told.first?["reference_images"] as? Int ?? 0 >= 50)
        // A device's matter: no image's grade tells of it.
        #expect(!(try home.answers().values.contains { $0.contains("drift") }))
    }

    /// Pictures of one machine with the same gain, made side by side.
    private static func series(from first: Int, count: Int, gain: Double) -> [[UInt8]] {
        let found = Mutex([[UInt8]](repeating: [], count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let bytes = (try? phantom(first + index, gain: gain)) ?? []
            found.withLock { $0[index] = bytes }
        }
        return found.withLock { $0 }
    }

    @Test("a watcher closes the last closing time that has passed, once, and names it by its day")
    func byTheClock() throws {
        let home = try TrialHome()
        for number in 0..<31 { try put(home, "E\(number)", [Self.usual[number]]) }
        _ = try home.watchOnce()
        let none = try Program.run(["baseline", "list", "--home", home.path, "--format", "jsonl"])
        #expect(none.output.isEmpty, "nothing was received before the last closing time")
        // As if all of it had been received a month earlier.
        let queue = try DatabaseQueue(path: home.path + "/sonograde.sqlite")
        try queue.write { database in
            for table in ["exam", "image"] {
                try database.execute(sql: "UPDATE \(table) SET received_at = '2026-01-05T00:00:00.000Z'")
            }
        }
        try queue.close()
        _ = try home.watchOnce()
        _ = try home.watchOnce()
        let list = try Program.run(["baseline", "list", "--home", home.path, "--format", "jsonl"])
        let lines = list.output.split(separator: "\n")
        #expect(lines.count == 1 && lines[0].contains(#""keys":1"#), "\(list.output)")
        #expect(lines.first?.firstMatch(of: /"name":"\d{4}-\d\d-\d\d"/) != nil)
    }
}
