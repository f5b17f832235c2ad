import Foundation
import GRDB
import Testing

@Suite("review, dispute, consultation and expert")
struct ReviewCommandTests {
    private func report(_ home: TrialHome) throws -> String {
        try String(contentsOfFile: home.outbox + "/C01/20260310_E0_abdomen/report.json", encoding: .utf8)
    }

    /// A review that is allowed.
    private func review(_ home: TrialHome, _ image: Int, by expert: String, _ more: [String] = []) throws -> Program.Run
    {
        try home.run(["review", "\(image)", "--all-yes", "--format", "json"] + more, expert: expert)
    }

    @Test("a review is stored, shown beside the first pass's result, and the clinic's answer is new when it returns")
    func stored() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let image = try #require(try home.waiting().first)
        let before = try report(home)
        let run = try review(
            home,
            image,
            by: "wang",
            ["--answer", "section=partly", "--impression", "B", "--comment", "good depth", "--advice", "less gain"]
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(try RequiredKeys(schema: "review-result").missing(in: run.output) == [])
        let result = try object(run.output)
        #expect(result["status"] as? String == "stored")
        #expect(result["expert"] as? String == "wang")
        #expect(result["reading"] as? Int == 1)
        #expect(try report(home) != before)
        #expect(try home.count("SELECT revision - answered_revision FROM exam") == 0)
        #expect(try !home.waiting().contains(image))
        #expect(try home.run(["audit", "verify"]).status == 0)
        let table = try home.run(
            ["review", "\(image)", "--all-yes", "--format", "table", "--lang", "en"],
            expert: "wang"
        )
        for part in ["first pass", "expert", "score", "reading 2"] { #expect(table.output.contains(part)) }
    }

    @Test("a second review is a new entry beside the first, and the newest counts")
    func twice() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let image = try #require(try home.waiting().first)
        #expect(try review(home, image, by: "wang", ["--comment", "one"]).status == 0)
        let first = try home.rows("SELECT document FROM review")[0][0] as String
        let second = try review(home, image, by: "wang", ["--answer", "section=no", "--comment", "two"])
        #expect(try object(second.output)["reading"] as? Int == 2)
        let documents = try home.rows("SELECT document FROM review ORDER BY id").map { $0[0] as String }
        #expect(documents.count == 2)
        #expect(documents[0] == first)
        #expect(try home.count("SELECT review_id FROM image WHERE id = \(image)") == 2)
        let all = try home.run(["queue", "show", "\(image)", "--unblind", "--format", "json"], expert: "wang").output
        #expect(all.contains(#""comment":"one""#) && all.contains(#""comment":"two""#))
    }

    @Test("an objection brings the image back to another expert, and both readings are kept")
    func dispute() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let image = try #require(try home.waiting().first)
        #expect(try review(home, image, by: "wang").status == 0)
        let before = try report(home)
        let run = try home.run([
            "dispute", "\(image)", "--text", "the plane is right", "--by", "T07", "--format", "json",
        ])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try RequiredKeys(schema: "dispute-record").missing(in: run.output) == [])
        #expect(try report(home) != before)
        #expect(try home.waiting().contains(image))
        let again = try home.run(["dispute", "\(image)", "--text", "and the gain"])
        #expect(again.status == 2)
        #expect(again.errors.contains("is open"), "\(again.errors)")

        for command in [["queue", "claim", "\(image)"], ["review", "\(image)", "--all-yes"]] {
            let same = try home.run(command, expert: "wang")
            #expect(same.status == 2)
            #expect(same.errors.contains("another expert"), "\(same.errors)")
        }
        let other = try home.run(["queue", "next", "--kind", "dispute", "--format", "json"], expert: "li")
        let work = try object(other.output)
        #expect(work["image"] as? Int == image)
        #expect(work["readings"] as? Int == 1)
        #expect(!other.output.contains("the plane is right") && !other.output.contains("wang"))
        let settled = try object(try review(home, image, by: "li").output)
        #expect(settled["settles_dispute"] as? Int == 1)
        #expect(settled["reading"] as? Int == 2)
        #expect(try home.count("SELECT COUNT(*) FROM review WHERE image_id = \(image)") == 2)
        #expect(try home.count("SELECT COUNT(*) FROM dispute WHERE settled_by IS NULL") == 0)
        #expect(try home.run(["audit", "verify"]).status == 0)
    }

    @Test(
        "objections from a file: each is stored or named with its line; a machine's result can be objected to as well"
    )
    func disputeFile() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let text = """
            {"image": 1, "text": "one"}
            {"image": 99, "text": "none"}
            {"schema": "sonograde.dispute/1", "by": "T07", "disputes": [{"image": 2, "text": "two"}, {"image": 3, "text": "three"}]}
            {"image": 4}
            """
        let file = home.scratch.path + "/objections.jsonl"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try home.run(["dispute", "--from", file, "--format", "jsonl"])
        #expect(run.status == 2)
        #expect(run.output.split(separator: "\n").count == 3)
        #expect(run.errors.contains("line 2: image 99"), "\(run.errors)")
        #expect(run.errors.contains("line 4: text: is missing"), "\(run.errors)")
        #expect(try home.count("SELECT COUNT(*) FROM dispute") == 3)
        #expect(try home.run(["dispute", "1", "--text", " "]).status == 2)
        #expect(try home.run(["dispute", "1"]).status == 64)
        #expect(try home.run(["dispute", "--from", file, "--text", "x"]).status == 64)
    }

    @Test("a question to another expert is open until that one answers, and the reports are written anew")
    func consultation() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let image = try #require(try home.waiting().first)
        #expect(try review(home, image, by: "wang", ["--consult", "is this a variant?"]).status == 0)
        let open = try home.run(["consultation", "list", "--format", "json"])
        #expect(try RequiredKeys(schema: "consultation").missing(in: open.output) == [])
        #expect(open.output.contains("is this a variant?") && open.output.contains(#""state":"open""#))
        for (arguments, part) in [(["1"], "another expert answers"), (["7"], "no such consultation")] {
            let run = try home.run(["consultation", "answer"] + arguments + ["--text", "yes"], expert: "wang")
            #expect(run.status == 2)
            #expect(run.errors.contains(part), "\(run.errors)")
        }
        let before = try report(home)
        #expect(try home.run(["consultation", "answer", "1", "--text", "a variant"], expert: "li").status == 0)
        #expect(try report(home) != before)
        #expect(try home.run(["consultation", "answer", "1", "--text", "no"], expert: "zhao").status == 2)
        #expect(try home.run(["consultation", "list", "--format", "json"]).output == "[]\n")
        let shown = try home.run(["consultation", "show", "1", "--format", "json"]).output
        #expect(shown.contains("a variant") && shown.contains(#""answered_by":"li""#))
        #expect(try home.run(["consultation", "show", "2"]).status == 2)
        #expect(try home.run(["consultation", "list", "--state", "closed"]).status == 64)
    }

    @Test(
        "the roster decides who may work: the unknown and the retired may not, and ids are refused that cannot be seen"
    )
    func roster() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let image = try #require(try home.waiting().first)
        let anybody = try home.run(["queue", "claim", "\(image)"], expert: "zhao")
        #expect(anybody.status == 0)
        #expect(anybody.errors.contains("not on the roster"))
        #expect(try home.run(["queue", "release", "\(image)"], expert: "zhao").status == 0)

        #expect(try home.run(["expert", "add", "wang", "--name", "王医生", "--institution", "C02"]).status == 0)
        #expect(try home.run(["expert", "add", "wang"]).status == 2)
        let unknown = try review(home, image, by: "zhao")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("roster"), "\(unknown.errors)")
        let known = try home.run(["queue", "claim", "\(image)"], expert: "wang")
        #expect(known.status == 0 && known.errors.isEmpty, "\(known.errors)")

        #expect(try home.run(["expert", "change", "wang", "--institution", "C01"]).status == 0)
        let own = try review(home, image, by: "wang")
        #expect(own.status == 2)
        #expect(own.errors.contains("institution"), "\(own.errors)")
        #expect(try home.run(["expert", "change", "wang", "--no-institution"]).status == 0)
        #expect(try home.run(["expert", "change", "wang"]).status == 64)
        #expect(try home.run(["expert", "change", "li", "--name", "x"]).status == 2)
        #expect(try home.run(["expert", "retire", "wang"]).status == 0)
        let retired = try review(home, image, by: "wang")
        #expect(retired.status == 2)
        #expect(retired.errors.contains("retired"), "\(retired.errors)")
        #expect(try home.run(["expert", "list", "--format", "jsonl"]).output.isEmpty)
        let csv = try home.run(["expert", "list", "--with-retired", "--format", "csv"]).output
        #expect(csv.contains("wang,王医生,,20"), "\(csv)")
        for id in ["", "a b", "a/b", "a\u{1B}b"] {
            #expect(try home.run(["expert", "add", "--", id]).status == 64, "\(id)")
            if !id.isEmpty { #expect(try home.run(["queue", "next", "--expert", id]).status == 64, "\(id)") }
        }
        #expect(try home.count("SELECT COUNT(*) FROM review") == 0)
    }

    @Test("who works must be said, by flag or environment; the flag goes first")
    func who() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        for command in [
            ["queue", "next"], ["queue", "claim", "1"], ["queue", "release", "1"], ["review", "1", "--all-yes"],
            ["consultation", "answer", "1", "--text", "x"],
        ] {
            let run = try home.run(command)
            #expect(run.status == 64, "\(command)")
            #expect(run.errors.contains("who works? give --expert ID"), "\(run.errors)")
        }
        let run = try home.run(["queue", "next", "--format", "json", "--expert", "li"], expert: "wang")
        #expect(try object(run.output)["expert"] as? String == "li")
    }

    @Test("what is wrong with the answers is named with what is allowed, and nothing at all is stored")
    func mistakes() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let dump = try home.dump()
        for (flags, parts) in [
            (["--answer", "section=maybe"], [#"section: is "maybe"; allowed: yes, partly, no, na"#]),
            (["--answer", "section"], [#"section: is ""; allowed: yes, partly, no, na"#]),
            (["--answer", "section=yes", "--answer", "section=no"], ["section: is answered twice"]),
            (["--all-yes", "--answer", "sectoin=yes"], ["sectoin: the checklist has no such item; allowed: section"]),
            (["--answer", "section=yes"], ["annotation: no answer; allowed: yes, partly, no, na"]),
            (["--all-yes", "--impression", "E"], [#"impression: is "E"; allowed: A, B, C, D"#]),
            (["--all-yes", "--add", "BLURR"], ["BLURR: added, but there is no such finding code; allowed: GAIN_HIGH"]),
            (["--all-yes", "--add", "LOWRES:bad"], [#"added.LOWRES: has the severity "bad""#]),
            (["--all-yes", "--consult", " "], ["consultation: is empty"]),
            (["--all-yes", "--comment", String(repeating: "x", count: 2001)], ["comment: has 2001 characters"]),
        ] {
            let run = try home.run(["review", "1"] + flags, expert: "wang")
            #expect(run.status == 2, "\(flags)")
            #expect(run.output.isEmpty)
            for part in parts { #expect(run.errors.contains(part), "\(run.errors)") }
        }
        #expect(try home.dump() == dump)
        #expect(try home.count("SELECT COUNT(*) FROM claim") == 0)
        #expect(try home.waiting().count == 6)
    }

    @Test("without a terminal and without answers it says what to give")
    func noTerminal() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        for arguments in [["review"], ["review", "1"]] {
            let run = try home.run(arguments, expert: "wang")
            #expect(run.status == 64)
            #expect(run.errors.contains("--answer section=yes") && run.errors.contains("--from FILE"), "\(run.errors)")
        }
        #expect(try home.run(["review", "--all-yes"], expert: "wang").status == 64)
        #expect(try home.run(["review", "1", "--from", "x"], expert: "wang").status == 64)
        #expect(try home.run(["review", "--from", "/nowhere"], expert: "wang").status == 74)
    }

    @Test("a claim is the expert's own and the one in force, else nothing is stored; releasing another's is denied")
    func claims() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let claim = try object(try home.run(["queue", "claim", "1", "--format", "json"], expert: "wang").output)
        let number = try #require(claim["claim"] as? Int)
        for (expert, more, part) in [
            ("li", [], "wang holds the image until"), ("li", ["--claim", "\(number)"], "wang"),
            ("wang", ["--claim", "\(number + 7)"], "claim"),
        ] as [(String, [String], String)] {
            let run = try review(home, 1, by: expert, more)
            #expect(run.status == 2)
            #expect(run.errors.contains(part), "\(run.errors)")
        }
        let release = try home.run(["queue", "release", "1"], expert: "li")
        #expect(release.status == 2)
        #expect(release.errors.contains("you do not hold"), "\(release.errors)")
        #expect(try home.count("SELECT COUNT(*) FROM review") == 0)
        #expect(try review(home, 1, by: "wang", ["--claim", "\(number)"]).status == 0)
        #expect(try review(home, 1, by: "wang", ["--claim", "\(number)"]).status == 2)
        #expect(try home.count("SELECT COUNT(*) FROM review") == 1)
    }

    @Test("a replaced image is reviewed by nobody")
    func replaced() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        #expect(try home.run(["queue", "claim", "1"], expert: "wang").status == 0)
        let drop = try TrialDrop()
        try drop.write(try TrialPictures.jpeg(901), to: "C01/20260310_E0_abdomen/00_abd.liver.porta1.jpg")
        try drop.drop(into: home)
        #expect(try [0, 1].contains(home.watchOnce().status))
        let old = try home.count("SELECT id FROM image WHERE standing <> 'current'")
        #expect(old == 1)
        for command in [["review", "1", "--all-yes"], ["queue", "claim", "1"], ["dispute", "1", "--text", "x"]] {
            let run = try home.run(command, expert: "wang")
            #expect(run.status == 2, "\(command)")
            #expect(run.errors.contains("image 1: "), "\(run.errors)")
        }
        #expect(try home.count("SELECT COUNT(*) FROM review") == 0)
    }

    @Test("a dry run says whether the answers are allowed, tells no result, and stores nothing")
    func dryRun() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let dump = try home.dump()
        for form in ["json", "table", "csv"] {
            let run = try home.run(["review", "1", "--all-yes", "--dry-run", "--format", form], expert: "wang")
            #expect(run.status == 0, "\(run.errors)")
            #expect(
                !run.output.contains("first_pass\":") && run.output.firstMatch(of: /\d\d\.\d/) == nil,
                "\(run.output)"
            )
        }
        #expect(try home.run(["review", "1", "--answer", "x=yes", "--dry-run"], expert: "wang").status == 2)
        #expect(try home.dump() == dump)
        #expect(try home.count("SELECT COUNT(*) FROM claim") == 0)
    }

    @Test("an outbox that cannot be written is one remark; the review is stored, and a watcher writes the answer")
    func outboxRefuses() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let folder = home.outbox + "/C01"
        try FileManager.default.moveItem(atPath: folder, toPath: home.scratch.path + "/C01")
        try Data("in the way".utf8).write(to: URL(fileURLWithPath: folder))
        let run = try review(home, 1, by: "wang")
        #expect(run.status == 0)
        #expect(run.output.contains(#""status":"stored""#))
        #expect(run.errors.contains("the watcher will do it"), "\(run.errors)")
        try FileManager.default.removeItem(atPath: folder)
        #expect(try [0, 1].contains(home.watchOnce().status))
        #expect(FileManager.default.fileExists(atPath: folder + "/20260310_E0_abdomen/report.json"))
        #expect(try home.count("SELECT revision - answered_revision FROM exam") == 0)
    }
}
