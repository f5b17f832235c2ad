import Foundation
import GRDB
import Glibc
import Testing

@Suite("review --from")
struct ReviewBatchTests {
    /// One line of a file of reviews.
    private func line(_ image: Int, comment: String = "") -> String {
        #"{"image": \#(image), "answers": {}, "comment": "\#(comment)"}"#
    }

    private func write(_ text: String, in home: TrialHome) throws -> String {
        let file = home.scratch.path + "/reviews.jsonl"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    private func stored(_ output: String) throws -> [[String: Any]] {
        try output.split(separator: "\n").map { try object(String($0)) }.filter { $0["status"] as? String == "stored" }
    }

    @Test("500 reviews from stdin are 500 entries in their order, and every answer in the outbox is up to date")
    func fiveHundred() throws {
        let home = try ReviewTrial.home(ReviewTrial.sixty)
        let images = try home.waiting()
        let lines = (0..<500).map { line(images[$0 % 60], comment: "c\($0)") }
        let file = try write(lines.joined(separator: "\n"), in: home)
        let run = try Program.shell(
            "\"$1\" review --from - --all-yes --expert wang --format jsonl --home \"$2\" < \"$3\"",
            [home.path, file]
        )
        #expect(run.status == 0, "\(run.errors.suffix(500))")
        let results = try stored(run.output)
        #expect(results.count == 500)
        #expect(results.map { $0["line"] as? Int } == (1...500).map { $0 })
        #expect(try RequiredKeys(schema: "review-result").missing(in: String(run.output.prefix { $0 != "\n" })) == [])
        #expect(try home.count("SELECT COUNT(*) FROM review") == 500)
        #expect(try home.waiting().isEmpty)
        #expect(try home.count("SELECT COUNT(*) FROM exam WHERE revision <> answered_revision") == 0)
        #expect(try home.count("SELECT COUNT(*) FROM claim WHERE state = 'held'") == 0)
        let last = try object(String(try #require(run.output.split(separator: "\n").last)))
        #expect(last["reading"] as? Int == 9)
        #expect(try home.run(["audit", "verify"]).status == 0)
    }

    @Test("what is refused names line, item and what is allowed, stores nothing of itself and stops nothing")
    func refused() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        #expect(try home.run(["queue", "claim", "5"], expert: "li").status == 0)
        let text = """
            \(line(1))
            {"image": 2, "answers": {"section": "maybe"}}
            hello
            {"image": 3, "answers": {"sectoin": "yes"}, "coment": "x"}
            {"image": 77}
            {"answers": {}}
            \(line(5))
            {"image": 4, "expert": "zhao"}
            \(line(6))
            {"image": 4, "impression": "Z"
            """
        let file = try write(text, in: home)
        let run = try home.run(["review", "--from", file, "--all-yes", "--format", "jsonl", "--expert", "wang"])
        #expect(run.status == 2)
        #expect(try stored(run.output).map { $0["image"] as? Int } == [1, 6])
        #expect(run.output.split(separator: "\n").count == 10)
        for part in [
            #"line 2: section: is "maybe"; allowed: yes, partly, no, na"#, "line 3: object: this is no object",
            "line 4: coment: is not known", "line 5: image 77", "line 6: image: is missing",
            "line 7: image 5: li holds the image until", "line 8: expert: is zhao, but --expert is wang",
            "line 10: object: it has no }", "8 of 10 reviews refused",
        ] { #expect(run.errors.contains(part), "\(part): \(run.errors)") }
        #expect(try home.count("SELECT COUNT(*) FROM review") == 2)
        #expect(try home.count("SELECT COUNT(*) FROM claim WHERE expert_id = 'wang'") == 2)

        let empty = try write("\n", in: home)
        #expect(try home.run(["review", "--from", empty, "--expert", "wang"]).status == 64)
        let nobody = try write(line(2), in: home)
        let run2 = try home.run(["review", "--from", nobody, "--all-yes"])
        #expect(run2.status == 2)
        #expect(run2.errors.contains("line 1: expert: is missing"), "\(run2.errors)")
    }

    @Test(
        "a list, one object and lines are taken alike, in every form of answer",
        arguments: ["json", "jsonl", "csv", "table"]
    )
    func forms(_ form: String) throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        for text in ["[\(line(1)),\n\(line(2))]", line(3), "\(line(4))\n\(line(5))\n"] {
            let file = try write(text, in: home)
            let run = try home.run(["review", "--from", file, "--all-yes", "--format", form], expert: "wang")
            #expect(run.status == 0, "\(run.errors)")
            if form == "json" {
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
            }
        }
        #expect(try home.count("SELECT COUNT(*) FROM review") == 5)
    }

    @Test("each review of a file may say who judged")
    func experts() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let file = try write(#"{"image": 1, "expert": "li"} {"image": 2}"#, in: home)
        #expect(try home.run(["review", "--from", file, "--all-yes"], expert: "wang").status == 0)
        let who = try home.rows("SELECT expert_id FROM review ORDER BY id").map { $0[0] as String }
        #expect(who == ["li", "wang"])
    }

    @Test(
        "killed in the middle: all that was acknowledged is in the store, nothing is half there, the watcher answers",
        arguments: [1, 7, 23, 41]
    )
    func killed(after count: Int) throws {
        let home = try ReviewTrial.home(ReviewTrial.sixty)
        let images = try home.waiting()
        let file = try write(images.map { line($0, comment: "of \($0)") }.joined(separator: "\n"), in: home)
        let out = home.scratch.path + "/out"
        _ = FileManager.default.createFile(atPath: out, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = [
            "review", "--from", file, "--all-yes", "--expert", "wang", "--format", "jsonl", "--home", home.path,
        ]
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
        process.standardError = FileHandle.nullDevice
        try process.run()
        // What is being written may end within a character.
        func lines() -> [Substring] {
            String(decoding: FileManager.default.contents(atPath: out) ?? Data(), as: UTF8.self).split(separator: "\n")
        }
        while process.isRunning, lines().count < count { usleep(500) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try #require(process.terminationReason == .uncaughtSignal)

        // The last line may have been cut off in the middle.
        let acknowledged = lines().compactMap { try? object(String($0)) }
        #expect(acknowledged.count >= count)
        for result in acknowledged {
            let review = try #require(result["review"] as? Int)
            let image = try #require(result["image"] as? Int)
            let row = try home.rows("SELECT image_id, document FROM review WHERE id = \(review)")
            #expect(row.first?[0] == image)
            #expect((row.first?[1] as String?)?.contains("of \(image)\"") == true)
        }
        let reviews = try home.count("SELECT COUNT(*) FROM review")
        #expect((acknowledged.count...acknowledged.count + 1).contains(reviews))
        #expect(try home.waiting().count == 60 - reviews)
        #expect(try home.count("SELECT COUNT(*) FROM image WHERE review_id IS NOT NULL") == reviews)
        #expect(try home.run(["audit", "verify"]).status == 0)
        #expect(try [0, 1].contains(home.watchOnce().status))
        #expect(try home.count("SELECT COUNT(*) FROM exam WHERE revision <> answered_revision") == 0)
        let rest = try home.run(["review", "--from", file, "--all-yes", "--expert", "wang", "--format", "jsonl"])
        #expect(rest.status == 0)
        #expect(try home.count("SELECT COUNT(*) FROM review") == reviews + 60)
    }
}
