import Foundation
import GRDB
import Testing

@Suite("rubric calibrate")
struct RubricCalibrateTests {
    /// Seven exams of phantoms, half of them with a fault, all drawn; experts agree with the score.
    private static let reviewed = Result { () throws -> TrialHome in
        let home = try TrialHome()
        try home.set("share", "1.0")
        for seed in 1...7 {
            let folder = home.path + "/inbox/C01/2026030\(seed)_E\(seed)_abdomen"
            let made = try Program.run(["simulate", "--exam", folder, "--faulty", "0.5", "--seed", "\(seed)"])
            guard made.status == 0 else { throw TrialError(made.errors) }
        }
        let watched = try home.watchOnce()
        guard [0, 1].contains(watched.status) else { throw TrialError(watched.errors) }
        let images = try home.rows("SELECT id, score_tenths FROM image ORDER BY id")
        let lines = images.map { row in
            let score: Int? = row[1]
            let isSound = score.map { $0 >= 850 } ?? false
            let image: Int = row[0]
            return #"{"image": \#(image), "answers": {"section": "\#(isSound ? "yes" : "no")"}}"#
        }
        let file = home.scratch.path + "/reviews.jsonl"
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let run = try home.run(["review", "--from", file, "--all-yes", "--format", "jsonl"], expert: "wang")
        guard run.status == 0 else { throw TrialError(String(run.errors.suffix(400))) }
        return home
    }

    private func reviewed() throws -> TrialHome { try TrialHome(copying: try Self.reviewed.get()) }

    @Test("a new version is written beside the user, changes nothing, and counts once it is put into force")
    func written() throws {
        let home = try reviewed()
        let file = home.scratch.path + "/next.yaml"
        let before = try home.run(["doctor", "--dump"]).output
        let run = try home.run(["rubric", "calibrate", "abdomen", "--load", "1", "--output", file])
        #expect(run.status == 0, "\(run.errors)")
        let judged = try home.count("SELECT COUNT(*) FROM review")
        #expect(judged >= 50)
        #expect(run.output.contains("judged"), "\(run.output)")
        #expect(run.output.contains("taken"))
        #expect(run.errors.contains("To put it into force"))
        #expect(try home.run(["doctor", "--dump"]).output == before)
        #expect(try home.run(["rubric", "check", file]).status == 0)

        let again = try home.run(["rubric", "calibrate", "abdomen", "--load", "1", "--output", file])
        #expect(again.status == 64)
        #expect(again.errors.contains("is there already"))

        try FileManager.default.copyItem(atPath: file, toPath: home.path + "/rubrics/abdomen.yaml")
        #expect([0, 1].contains(try home.run(["regrade"]).status))
        let versions = try home.rows(
            "SELECT DISTINCT rubric_version FROM grade JOIN image ON image.grade_id = grade.id"
        )
        #expect(versions.count == 1)
        #expect(try home.run(["audit", "verify"]).status == 0)
    }

    @Test("JSON says the same, and a dry run writes nothing")
    func dryRun() throws {
        let home = try reviewed()
        let file = home.scratch.path + "/none.yaml"
        let run = try home.run(
            ["rubric", "calibrate", "abdomen", "--dry-run", "--format", "json", "--output", file]
        )
        #expect(run.status == 0, "\(run.errors)")
        let learned = try object(run.output)
        #expect((learned["chosen"] as? [String: Any])?["score_below"] != nil)
        #expect((learned["passed"] as? [String: Any])?["judged"] != nil)
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("where rules and draw alone cost more than the load, nothing is written and the sentence says so")
    func noThreshold() throws {
        let home = try reviewed()
        let file = home.scratch.path + "/none.yaml"
        let run = try home.run(["rubric", "calibrate", "abdomen", "--output", file])
        #expect(run.status == 2, "\(run.errors)")
        #expect(run.output.contains("no threshold helps") && !run.output.contains("the load was kept"))
        #expect(run.errors.contains("nothing was written"))
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("without readings it says how many are needed, and an unknown rubric is named with the known ones")
    func refused() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let few = try home.run(["rubric", "calibrate", "abdomen"])
        #expect(few.status == 2)
        #expect(few.errors.contains("50 are needed"), "\(few.errors)")
        let unknown = try home.run(["rubric", "calibrate", "nonsense"])
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("known: "))
        #expect(try home.run(["rubric", "calibrate", "abdomen", "--recall", "1.5"]).status == 64)
    }
}
