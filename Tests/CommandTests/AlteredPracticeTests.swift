import Foundation
import GRDB
import Testing

/// Practice on stored pictures with a fault put in, and the pool that they come from, with the built program.
struct AlteredPracticeTests {
    /// A home in which an expert has read the ten pictures of an exam of C02 and found nothing; C01 is known, too.
    private static let base = Result { () throws -> TrialHome in
        let home = try TrialHome()
        try home.set("share", "1.0")
        for (folder, seed) in [("C02/20260315_E1_abdomen", "3"), ("C01/20260315_E2_thyroid", "4")] {
            let made = try home.run(["simulate", "--exam", home.path + "/inbox/" + folder, "--seed", seed])
            guard made.status == 0 else { throw TrialError(made.errors) }
        }
        let run = try home.watchOnce()
        guard run.status == 0 else { throw TrialError(run.errors) }
        let images = try home.rows(
            """
            SELECT image.id, grade.document FROM image
            JOIN institution ON institution.id = image.institution_id
            JOIN grade ON grade.id = image.grade_id WHERE institution.name = 'C02'
            """
        )
        let reviews = try images.map { row -> String in
            let findings = try object(row[1] as String)["findings"] as? [[String: Any]] ?? []
            let codes = findings.compactMap { $0["code"] as? String }.map { "\"\($0)\"" }.joined(separator: ",")
            return #"{"image": "\#(row[0] as Int)", "impression": "A", "rejected": [\#(codes)]}"#
        }
        let file = home.scratch.path + "/reviews.jsonl"
        try reviews.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let read = try home.run(["review", "--from", file, "--all-yes", "--format", "jsonl"], expert: "wang")
        guard read.status == 0 else { throw TrialError(read.errors) }
        return home
    }

    private static func home() throws -> TrialHome { try TrialHome(copying: try base.get()) }

    private func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { try object(String($0)) }
    }

    private func draw(_ home: TrialHome, _ more: [String], technician: String = "C01/zhang") throws -> [[String: Any]] {
        let arguments = ["practise", "draw", "--technician", technician, "--kind", "altered", "--format", "jsonl"]
        let run = try home.run(arguments + more)
        #expect(run.status == 0, "\(run.errors)")
        return try lines(run.output)
    }

    @Test("The same seed draws the same faults in the same pictures, blind; never of the own institution")
    func drawing() throws {
        let home = try Self.home()
        let folders = ["a", "b"].map { home.scratch.path + "/" + $0 }
        let drawn = try folders.map { try draw(home, ["--count", "6", "--seed", "4", "--pictures", $0]) }
        #expect(drawn[0].count == 6)
        #expect(drawn[0].allSatisfy { $0["kind"] as? String == "altered" && $0["key"] == nil })
        let names = drawn.map { $0.compactMap { $0["exercise"] as? String } }
        #expect(names[0] == names[1] && Set(names[0]).count == 6)
        for (left, right) in zip(drawn[0], drawn[1]) {
            let files = try [left, right].map { try #require($0["picture"] as? String) }
            let bytes = files.map { FileManager.default.contents(atPath: $0) }
            #expect(bytes[0] != nil && bytes[0] == bytes[1])
        }
        let own = try draw(home, ["--count", "6"], technician: "C02/li")
        #expect(own.isEmpty)
    }

    @Test("An answer brings the fault that was put in; a fault that was missed comes again on another picture")
    func answering() throws {
        let home = try Self.home()
        let drawn = try draw(home, ["--count", "3", "--seed", "9"])
        let answers = try drawn.map { exercise -> String in
            let id = try #require(exercise["exercise"] as? String)
            return #"{"exercise": "\#(id)", "chosen": ["none"]}"#
        }
        let file = home.scratch.path + "/answers.jsonl"
        try answers.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let run = try home.run(["practise", "--technician", "C01/zhang", "--from", file, "--format", "jsonl"])
        #expect(run.status == 0, "\(run.errors)")
        for result in try lines(run.output) {
            let key = try #require(result["key"] as? [String: Any])
            let card = try #require(key["card"] as? String)
            let expected = try #require(key["expected"] as? [String])
            #expect(card.hasPrefix("altered/abd.") && expected.count == 1 && card.hasSuffix("/" + expected[0]))
            #expect(key["expert"] == nil)
            let why = try #require((key["explanation"] as? [String: String])?["zh"])
            #expect(why.hasPrefix("专家评为 A 级的图像"))
            let mark = try #require(result["mark"] as? [String: Any])
            #expect(mark["is_right"] as? Bool == (expected == ["none"]))
        }
        let images = try home.count("SELECT COUNT(image_id) FROM practice_attempt")
        #expect(images == 3)
        let invented = home.scratch.path + "/invented.jsonl"
        try #"{"exercise": "altered/99/1", "chosen": ["none"]}"#.write(
            toFile: invented,
            atomically: true,
            encoding: .utf8
        )
        let refused = try home.run(["practise", "--technician", "C01/zhang", "--from", invented])
        #expect(refused.status == 2)
        #expect(try home.run(["audit", "verify"]).status == 0)
    }

    @Test("A paper draws them too, each stored picture once, and the same seed sets the same paper")
    func paper() throws {
        let home = try Self.home()
        func items(_ technician: String) throws -> [String] {
            let set = try home.run([
                "examine", "start", "--technician", technician, "--questions", "0", "--pictures", "24", "--seed", "5",
                "--format", "json",
            ])
            #expect(set.status == 0, "\(set.errors)")
            #expect(try RequiredKeys(schema: "set-paper").missing(in: set.output) == [])
            let items = try #require(try object(set.output)["items"] as? [[String: Any]])
            return items.compactMap { $0["exercise"] as? String }
        }
        let first = try items("C01/zhang")
        #expect(first.count == 24)
        #expect(try items("C01/li") == first)
        let stored = first.map { $0.split(separator: "/") }.filter { $0[0] != "simulated" }
        #expect(stored.contains { $0[0] == "altered" })
        #expect(Set(stored.map { $0[1] }).count == stored.count)
    }

    @Test("The pool: listed with its uses, a picture kept out with a reason is drawn no more, then let in again")
    func pool() throws {
        let home = try Self.home()
        let list = try lines(try home.run(["practise", "pool", "list", "--format", "jsonl"]).output)
        let images = try list.map { try #require($0["image"] as? Int) }
        #expect(images.count >= 8)
        let keys = try RequiredKeys(schema: "practice-picture")
        for row in list {
            let text = String(decoding: try JSONSerialization.data(withJSONObject: row), as: UTF8.self)
            #expect(try keys.missing(in: text) == [])
            #expect(row["uses"] as? [String] == ["expert", "altered"])
        }
        for image in images.dropFirst() {
            let run = try home.run(["practise", "pool", "exclude", "\(image)", "--reason", "图中可见姓名", "--by", "wang"])
            #expect(run.status == 0 && run.errors.contains("图像 \(image)：不再用于练习"), "\(run.errors)")
        }
        let again = try home.run(["practise", "pool", "exclude", "\(images[1])", "--reason", "x"])
        #expect(again.status == 2)
        #expect(again.errors.contains("kept out of practice already since"), "\(again.errors)")
        let drawn = try draw(home, ["--count", "5", "--seed", "2"]).compactMap { $0["exercise"] as? String }
        #expect(!drawn.isEmpty)
        #expect(drawn.allSatisfy { $0.hasPrefix("altered/\(images[0])/") }, "\(drawn)")
        let out = try home.run(["practise", "pool", "list", "--excluded", "--format", "csv"]).output
        #expect(out.split(separator: "\r\n").count == images.count)
        #expect(out.contains("图中可见姓名,wang,"))
        let back = try home.run(["practise", "pool", "admit", "\(images[1])", "--reason", "已确认"])
        #expect(back.status == 0 && back.errors.contains("图像 \(images[1])：重新用于练习"))
        let shown = try home.run(["practise", "pool", "list", "--lang", "zh", "--format", "table"]).output
        #expect(shown.contains("已停用") && shown.contains("读片、加问题") && shown.contains("已确认"))
        #expect(try home.run(["practise", "pool", "exclude", "7777", "--reason", "x"]).status == 2)
        #expect(try home.run(["practise", "pool", "exclude", "1", "--reason", " "]).status == 64)
        #expect(try home.run(["audit", "verify"]).status == 0)
    }
}
