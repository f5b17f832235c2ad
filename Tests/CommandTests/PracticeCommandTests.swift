import Foundation
import GRDB
import Testing

/// Practice and papers with the built program.
struct PracticeCommandTests {
    /// A home that knows C01 and C02; of C02 an expert has read every picture.
    private static let base = Result { () throws -> TrialHome in
        let home = try ReviewTrial.home(ReviewTrial.sixty)
        let images = try home.rows(
            "SELECT image.id FROM image JOIN institution ON institution.id = image.institution_id WHERE name = 'C02'"
        ).map { $0[0] as Int }
        let reviews = images.map {
            #"{"image": "\#($0)", "impression": "B", "advice": "调低总增益", "added": [{"code": "GAIN_HIGH"}]}"#
        }
        let file = home.scratch.path + "/reviews.jsonl"
        try reviews.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let run = try Program.run(
            ["review", "--from", file, "--all-yes", "--expert", "wang", "--home", home.path, "--format", "jsonl"]
        )
        guard run.status == 0 else { throw TrialError(run.errors) }
        return home
    }

    private static func home() throws -> TrialHome { try TrialHome(copying: try base.get()) }

    private func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { try object(String($0)) }
    }

    private func write(_ text: String, in home: TrialHome) throws -> String {
        let file = home.scratch.path + "/answers-\(UUID().uuidString).jsonl"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    /// The exercises of a draw.
    private func draw(_ home: TrialHome, _ more: [String], technician: String = "C01/zhang") throws -> [[String: Any]] {
        let run = try home.run(["practise", "draw", "--technician", technician, "--format", "jsonl"] + more)
        #expect(run.status == 0, "\(run.errors)")
        return try lines(run.output)
    }

    @Test("A draw shows of each kind, never the key; the same seed draws the same; pictures are written blind")
    func drawing() throws {
        let home = try Self.home()
        let folder = home.scratch.path + "/pictures"
        let drawn = try draw(home, ["--count", "9", "--seed", "4", "--pictures", folder])
        #expect(drawn.count == 9)
        #expect(Set(drawn.compactMap { $0["kind"] as? String }) == ["theory", "expert", "simulated"])
        #expect(drawn.allSatisfy { $0["key"] == nil && $0["expected"] == nil })
        let again = try draw(home, ["--count", "9", "--seed", "4"])
        #expect(again.map { $0["exercise"] as? String } == drawn.map { $0["exercise"] as? String })
        let files = drawn.compactMap { $0["picture"] as? String }
        #expect(files.count == 6)
        #expect(
            files.allSatisfy {
                FileManager.default.contents(atPath: $0)?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true
            }
        )
    }

    @Test("Pictures of the own institution are no exercises; others' are, and the answer brings the expert's reading")
    func expertPictures() throws {
        let home = try Self.home()
        let own = try draw(home, ["--kind", "expert", "--count", "40"], technician: "C02/li")
        #expect(own.isEmpty)
        let others = try draw(home, ["--kind", "expert", "--count", "40"])
        #expect(others.count == 20)
        let exercise = try #require(others[0]["exercise"] as? String)
        #expect(others[0]["asks_level"] as? Bool == true)
        let file = try write(#"{"exercise": "\#(exercise)", "chosen": ["GAIN_HIGH"], "level": "C"}"#, in: home)
        let run = try home.run(["practise", "--technician", "C01/zhang", "--from", file, "--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        let list = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        let keys = try RequiredKeys(schema: "practice-result")
        let first = try JSONSerialization.data(withJSONObject: list[0])
        #expect(try keys.missing(in: String(decoding: first, as: UTF8.self)) == [])
        let key = try #require(list[0]["key"] as? [String: Any])
        #expect(key["level"] as? String == "B")
        #expect(key["expert"] as? String == "wang")
        #expect((key["explanation"] as? [String: String])?["zh"] == "调低总增益")
        let mark = try #require(list[0]["mark"] as? [String: Any])
        // The findings are right, the level is one beside the expert's.
        #expect(mark["thousandths"] as? Int == 750)
        let stolen = try home.run(["practise", "--technician", "C02/li", "--from", file, "--format", "json"])
        #expect(stolen.status == 2)
        #expect(stolen.errors.contains("this picture is no exercise for C02/li"))
    }

    @Test("What was missed is due the next day and counted; what does not fit is refused with its line and not kept")
    func keeping() throws {
        let home = try Self.home()
        let drawn = try draw(home, ["--kind", "theory", "--topic", "T01", "--count", "8", "--seed", "1"])
        let answers = try drawn.map { exercise in
            #"{"exercise": "\#(try #require(exercise["exercise"] as? String))", "chosen": ["a"]}"#
        }
        let text = answers.joined(separator: "\n") + "\n{\"exercise\": \"theory/t01-01/1\", \"chosen\": [\"z\"]}\n"
        let run = try home.run(
            ["practise", "--technician", "C01/zhang", "--from", try write(text, in: home), "--format", "jsonl"]
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("line 9: chosen: “z” is not offered; allowed: a, b, c, d"), "\(run.errors)")
        #expect(try home.count("SELECT COUNT(*) FROM practice_attempt") == 8)
        let right = try home.count("SELECT COUNT(*) FROM practice_attempt WHERE is_right = 1")
        let progress = try home.run(["practise", "progress", "--technician", "C01/zhang", "--format", "json"])
        let record = try object(progress.output)
        #expect(try RequiredKeys(schema: "practice-progress").missing(in: progress.output) == [])
        #expect(record["schema"] as? String == "sonograde.practice-progress/1")
        #expect(record["cards"] as? Int == 8)
        #expect(record["known"] as? Int == right)
        #expect(record["due"] as? Int == 0)
        let parts = try #require(record["parts"] as? [[String: Any]])
        #expect(parts.map { $0["scope"] as? String } == ["all", "month", "topic"])
        #expect(parts[0]["answers"] as? Int == 8)
        let nothing = try draw(home, ["--kind", "theory", "--topic", "T01", "--count", "8"])
        #expect(nothing.isEmpty, "all of them were answered and none is due today")
        #expect(try home.run(["audit", "verify"]).status == 0)
    }

    @Test("A paper: the same seed sets the same items; answered, handed in, marked; then shown with its key")
    func paper() throws {
        let home = try Self.home()
        let plan = ["--questions", "4", "--pictures", "2", "--seed", "7", "--format", "json"]
        let set = try home.run(["examine", "start", "--technician", "C01/zhang"] + plan).output
        #expect(try RequiredKeys(schema: "set-paper").missing(in: set) == [])
        let first = try object(set)
        #expect(first["schema"] as? String == "sonograde.set-paper/1")
        let items = try #require(first["items"] as? [[String: Any]])
        #expect(items.count == 6)
        let other = try object(try home.run(["examine", "start", "--technician", "C01/li"] + plan).output)
        let otherItems = try #require(other["items"] as? [[String: Any]])
        #expect(otherItems.map { $0["exercise"] as? String } == items.map { $0["exercise"] as? String })
        let second = try home.run(["examine", "start", "--technician", "C01/zhang"] + plan)
        #expect(second.status == 2)
        #expect(second.errors.contains("paper 1 is still open"))
        #expect(try home.run(["examine", "show", "1"]).status == 2, "the key of an open paper is not shown")

        let wrong = try home.run([
            "examine", "answer", "1", "--technician", "C01/li", "--from",
            try write(#"{"item": 1, "chosen": ["a"]}"#, in: home),
        ])
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("it is the paper of C01/zhang"))
        let bad = try home.run([
            "examine", "answer", "1", "--technician", "C01/zhang", "--hand-in", "--from",
            try write("{\"item\": 1, \"chosen\": [\"a\"]}\n{\"item\": 9, \"chosen\": [\"a\"]}\n", in: home),
        ])
        #expect(bad.status == 2)
        #expect(bad.errors.contains("line 2: item: 9 is not on this paper of 6"))
        #expect(try home.count("SELECT COUNT(*) FROM paper_answer") == 0, "nothing of a file with a mistake is kept")

        // The key, as the store has it: every item right but the last.
        let document = try #require(try home.rows("SELECT document FROM paper WHERE id = 1").first?[0] as String?)
        let keys = try #require(try object(document)["items"] as? [[String: Any]])
        let answers = try keys.dropLast().enumerated().map { index, item in
            let key = try #require(item["key"] as? [String: Any])
            let chosen = try #require(key["expected"] as? [String]).map { "\"\($0)\"" }.joined(separator: ",")
            let level = (key["level"] as? String).map { #", "level": "\#($0)""# } ?? ""
            return #"{"item": \#(index + 1), "chosen": [\#(chosen)]\#(level)}"#
        }
        let run = try home.run([
            "examine", "answer", "1", "--technician", "C01/zhang", "--hand-in", "--format", "jsonl", "--from",
            try write(answers.joined(separator: "\n"), in: home),
        ])
        #expect(run.status == 0, "\(run.errors)")
        let result = try object(run.output)
        #expect(try RequiredKeys(schema: "paper-result").missing(in: run.output) == [])
        #expect(result["mark"] as? Double == 83.3)
        #expect(result["passed"] as? Bool == true)
        #expect(result["ended_by"] as? String == "learner")
        let shown = try lines(try home.run(["examine", "show", "1", "--format", "jsonl"]).output)
        #expect(shown.compactMap { $0["thousandths"] as? Int } == [1000, 1000, 1000, 1000, 1000, 0])
        #expect(shown.last?["answer"] == nil)
        // For people too the key of an item without an answer is there: one key an item.
        let table = try home.run(["examine", "show", "1", "--format", "table", "--lang", "zh"]).output
        let text = table.split(separator: "\n")
        let open = try #require(text.firstIndex { $0.hasSuffix("未作答") })
        #expect(text[(open + 1)...].prefix(2).contains { $0.contains("正确答案：") }, "\(table)")
        #expect(text.count { $0.contains("正确答案：") } == 6, "\(table)")
        let list = try home.run(["examine", "list", "--technician", "C01/zhang", "--format", "csv"])
        #expect(list.output.split(separator: "\r\n").count == 2)
        #expect(try home.run(["audit", "verify"]).status == 0)
    }

    @Test("A course's paper: drawn by its plan, only for those enrolled, and its mark stands in the course")
    func coursePaper() throws {
        let home = try Self.home()
        func does(_ arguments: String..., status: Int32 = 0) throws -> Program.Run {
            let run = try home.run(arguments)
            #expect(run.status == status, "\(arguments): \(run.errors)")
            return run
        }
        _ = try does("institution", "add", "C01", "--title", "成都东区医院")
        _ = try does("technician", "add", "C01/zhang", "--name", "张敏")
        _ = try does(
            "course",
            "add",
            "T03A",
            "--title",
            "超声图像质控培训班",
            "--topic",
            "T03",
            "--topic",
            "T01",
            "--session",
            "2026-01-12=8"
        )
        let stranger = try does("examine", "start", "--technician", "C01/zhang", "--course", "T03A", status: 2)
        #expect(stranger.errors.contains("is not enrolled in T03A"))
        _ = try does("course", "enrol", "T03A", "C01/zhang")
        let own = try does(
            "examine",
            "start",
            "--technician",
            "C01/zhang",
            "--course",
            "T03A",
            "--questions",
            "1",
            status: 64
        )
        #expect(own.errors.contains("sonograde examine plan T03A"))
        let plan = try does("examine", "plan", "T03A", "--questions", "6", "--pictures", "0", "--minutes", "20")
        #expect(plan.output == "T03A: 6 questions, 0 pictures, 20 minutes\n")
        let set = try does("examine", "start", "--technician", "C01/zhang", "--course", "T03A", "--format", "json")
        let items = try #require(try object(set.output)["items"] as? [[String: Any]])
        let topics = Set(items.compactMap { ($0["exercise"] as? String)?.split(separator: "/")[1].prefix(3) })
        #expect(items.count == 6 && topics == ["t01", "t03"])
        let ended = try does(
            "examine",
            "answer",
            "1",
            "--technician",
            "C01/zhang",
            "--hand-in",
            "--format",
            "jsonl",
            status: 2
        )
        #expect(try object(ended.output)["course"] as? String == "T03A")
        #expect(try home.count("SELECT COUNT(*) FROM course_mark WHERE source = 'paper' AND mark_tenths = 0") == 1)
        for _ in 2...3 {
            let next = try object(
                try does("examine", "start", "--technician", "C01/zhang", "--course", "T03A", "--format", "json").output
            )
            let number = try #require(next["paper"] as? Int)
            _ = try does("examine", "answer", "\(number)", "--technician", "C01/zhang", "--hand-in", status: 2)
        }
        let fourth = try does("examine", "start", "--technician", "C01/zhang", "--course", "T03A", status: 2)
        #expect(fourth.errors.contains("all 3 theory attempts of course T03A are used up"))
        #expect(try home.run(["audit", "verify"]).status == 0)
    }

    @Test("Questions can be listed, shown and checked; a home's own file comes in and a broken one is named")
    func questions() throws {
        let home = try Self.home()
        let list = try lines(try home.run(["question", "list", "--topic", "T02", "--format", "jsonl"]).output)
        #expect(list.count == 7)
        #expect(list.allSatisfy { $0["topic"] as? String == "T02" })
        let own = """
            schema: sonograde.questions/1
            questions:
              - id: our-01
                topic: T02
                text: {zh: 本院题, en: Our question}
                choices: [{zh: 对, en: right, correct: true}, {zh: 错, en: wrong}]
                explanation: {zh: 因为, en: because}
            """
        try FileManager.default.createDirectory(atPath: home.path + "/questions", withIntermediateDirectories: true)
        let file = home.path + "/questions/our.yaml"
        try own.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try home.run(["question", "check", file]).output == "1 question: no mistake\n")
        let more = try lines(try home.run(["question", "list", "--topic", "T02", "--format", "jsonl"]).output)
        #expect(more.count == 8)
        #expect(try home.run(["question", "show", "no-such"]).status == 2)
        try own.replacing("T02", with: "T77").write(toFile: file, atomically: true, encoding: .utf8)
        let broken = try home.run(["question", "list"])
        #expect(broken.status == 64)
        #expect(broken.errors.contains("our.yaml:4: unknown topic “T77”"), "\(broken.errors)")
    }

    @Test("Without a terminal, an institution or a technician there is one clear line")
    func refusals() throws {
        let home = try Self.home()
        let none = try home.run(["practise"])
        #expect(none.status == 64 && none.errors.contains("who learns? give --technician C01/zhang"))
        let terminal = try home.run(["practise", "--technician", "C01/zhang"])
        #expect(terminal.status == 64 && terminal.errors.contains("no terminal"))
        let slash = try home.run(["practise", "draw", "--technician", "zhang"])
        #expect(slash.status == 64 && slash.errors.contains("with one slash between"))
        let unknown = try home.run(["practise", "draw", "--technician", "C99/zhang"])
        #expect(unknown.status == 2 && unknown.errors.contains("nothing is known of that institution"))
        let many = try home.run(["examine", "start", "--technician", "C01/zhang", "--questions", "150"])
        #expect(many.status == 2 && many.errors.contains("the bank has"))
    }

    // MARK: By keys

    @Test("Practice by keys: an answer, the reason, what was missed comes again, and the terminal is given back")
    func practiceByKeys() throws {
        let home = try Self.home()
        let terminal = try PseudoTerminal(
            [
                "practise", "--home", home.path, "--technician", "C01/zhang", "--kind", "theory", "--count", "1",
                "--seed",
                "3", "--lang", "en",
            ],
            columns: 100,
            rows: 30
        )
        try terminal.wait(for: "1/1")
        let document = try #require(
            try lines(
                try home.run([
                    "practise", "draw", "--technician", "C01/zhang", "--kind", "theory", "--count", "1", "--seed", "3",
                    "--format", "jsonl",
                ]).output
            ).first?["exercise"] as? String
        )
        terminal.type("\r")
        try terminal.wait(for: "choose an answer first")
        terminal.type("a")
        try terminal.wait(for: "[x]")
        terminal.type("\r")
        try terminal.wait(for: "Right answer")
        let isRight = try home.count("SELECT is_right FROM practice_attempt WHERE id = 1") == 1
        #expect(try home.rows("SELECT exercise FROM practice_attempt").first?[0] as String? == document)
        terminal.type("\r")
        if !isRight {
            try terminal.wait(for: "2/2")
            terminal.type("q")
        }
        let (rest, status) = try terminal.finish()
        #expect(status == 0)
        #expect(rest.contains("\u{1B}[?1049l"))
        #expect(rest.contains("1 answered"))
        #expect(terminal.isAsShellNeedsIt)
    }

    @Test("A paper by keys: left and gone on with, an answer kept, handed in after a question; failed, it ends with 2")
    func paperByKeys() throws {
        let home = try Self.home()
        let arguments = [
            "examine", "--home", home.path, "--technician", "C01/zhang", "--questions", "2", "--pictures", "0",
            "--seed",
            "5", "--lang", "en",
        ]
        let first = try PseudoTerminal(arguments, columns: 100, rows: 30)
        try first.wait(for: "1/2")
        first.type("a\r")
        try first.wait(for: "2/2")
        first.type("q")
        try first.wait(for: "The time runs on")
        first.type("y")
        let (left, leftStatus) = try first.finish()
        #expect(leftStatus == 0)
        #expect(left.contains("1/2 answered"))
        let second = try PseudoTerminal(arguments, columns: 100, rows: 30)
        try second.wait(for: "2/2")
        second.type("b\r")
        try second.wait(for: "Hand in?")
        second.type("y")
        let (rest, status) = try second.finish()
        #expect(rest.contains("of 100 (60 passes)"))
        let passed = try home.count("SELECT COUNT(*) FROM paper WHERE mark_tenths >= 600") == 1
        #expect(status == (passed ? 0 : 2))
        #expect(rest.contains(passed ? ": passed" : ": not passed"))
        #expect(try home.count("SELECT COUNT(*) FROM paper") == 1)
        #expect(try home.count("SELECT COUNT(*) FROM paper_answer") == 2)
        #expect(try home.count("SELECT COUNT(*) FROM paper WHERE ended_by = 'learner'") == 1)
    }

    @Test("A paper by keys handed in without an answer is not passed: 2; one with every answer right is: 0")
    func endOfPaperByKeys() throws {
        let home = try Self.home()
        let arguments = ["examine", "--home", home.path, "--technician", "C01/zhang", "--questions", "1"]
        let more = ["--pictures", "0", "--seed", "5", "--lang", "en"]
        for isRight in [false, true] {
            let terminal = try PseudoTerminal(arguments + more, columns: 100, rows: 30)
            try terminal.wait(for: "1/1")
            if isRight {
                let document = try #require(
                    try home.rows("SELECT document FROM paper WHERE ended_at IS NULL").first?[0] as String?
                )
                let item = try #require((try object(document)["items"] as? [[String: Any]])?.first)
                let key = try #require((item["key"] as? [String: Any])?["expected"] as? [String])
                terminal.type(key.joined())
                try terminal.wait(for: "[x]")
            }
            terminal.type("h")
            try terminal.wait(for: "Hand in?")
            terminal.type("y")
            let (rest, status) = try terminal.finish()
            #expect(rest.contains(isRight ? ": passed" : ": not passed"))
            #expect(status == (isRight ? 0 : 2))
        }
    }
}
