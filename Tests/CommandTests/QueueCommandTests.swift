import Foundation
import GRDB
import Testing

@Suite("queue")
struct QueueCommandTests {
    @Test("list keeps its schema, counts all, and pages on to the end without losing or repeating an image")
    func pages() throws {
        let home = try ReviewTrial.home(ReviewTrial.sixty)
        let schema = try RequiredKeys(schema: "queue")
        var seen: [Int] = []
        var place: String?
        for _ in 0..<10 {
            let after = place.map { ["--after", $0] } ?? []
            let run = try home.run(["queue", "list", "--format", "json", "--limit", "17"] + after)
            #expect(run.status == 0, "\(run.errors)")
            #expect(try schema.missing(in: run.output) == [])
            let page = try object(run.output)
            #expect(page["total"] as? Int == 60)
            seen += (page["images"] as? [[String: Any]] ?? []).compactMap { $0["image"] as? Int }
            place = page["next"] as? String
            if place == nil { break }
            #expect(run.errors.contains("--after"))
        }
        #expect(try seen == home.waiting())
        #expect(seen.count == 60)
        let wrong = try home.run(["queue", "list", "--after", "17"])
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("the page before names one"))
    }

    @Test("every form lists every image; the table has names in both languages and says how to page on")
    func forms() throws {
        let home = try ReviewTrial.home(ReviewTrial.sixty)
        let lines = try home.run(["queue", "list", "--format", "jsonl", "--limit", "100"]).output
        #expect(lines.split(separator: "\n").count == 60)
        let csv = try home.run(["queue", "list", "--format", "csv", "--limit", "100"]).output
        #expect(csv.split(separator: "\r\n").count == 61)
        for (language, words) in [("zh", ["切面", "第一肝门"]), ("en", ["section", "Porta hepatis", "Abdomen"])] {
            let run = try home.run(["queue", "list", "--format", "table", "--lang", language, "--limit", "5"])
            for word in words { #expect(run.output.contains(word), "\(run.output)") }
            #expect(run.output.split(separator: "\n").count == 7)
            #expect(run.errors.contains("--after "))
        }
    }

    @Test("filters choose, and those that tell too much need --unblind, which the audit trail notes by name")
    func filters() throws {
        let home = try ReviewTrial.home(ReviewTrial.sixty)
        func total(_ filter: [String], expert: String? = nil) throws -> Int? {
            let run = try home.run(["queue", "list", "--format", "json"] + filter, expert: expert)
            return try object(run.output)["total"] as? Int
        }
        #expect(try total(["--kind", "first"]) == 60)
        #expect(try total(["--kind", "dispute"]) == 0)
        #expect(try total(["--section", "abd.*"]) == 60)
        #expect(try total(["--section", "abd.gb.*"]) == 0)
        #expect(try total(["--exam-type", "腹部"]) == 60)
        for filter in [["--institution", "C01"], ["--priority", "sampled"]] {
            let run = try home.run(["queue", "list"] + filter)
            #expect(run.status == 64)
            #expect(run.errors.contains("they need --unblind"))
        }
        #expect(try total(["--unblind", "--institution", "C01"], expert: "wang") == 20)
        let trail = try home.run(["audit", "tail", "--limit", "1", "--format", "csv"]).output
        #expect(trail.contains("image.unblinded") && trail.contains("wang"), "\(trail)")
        #expect(try total(["--unblind", "--institution", "C01"]) == 20)
        #expect(try home.run(["audit", "tail", "--limit", "1"]).output.contains("user:"))
        #expect(try home.run(["audit", "verify"]).status == 0)
        #expect(try home.run(["queue", "list", "--exam-type", "nonsense"]).status == 64)
    }

    @Test("an expert sees and gets nothing of the own institution, nor images of the own hand")
    func ownImages() throws {
        let home = try ReviewTrial.home(ReviewTrial.sixty)
        #expect(try home.run(["expert", "add", "wang", "--institution", "C01"]).status == 0)
        #expect(try home.run(["expert", "add", "T01"]).status == 0)
        for (expert, mine) in [("wang", 40), ("T01", 50)] {
            let run = try home.run(["queue", "list", "--format", "json"], expert: expert)
            #expect(try object(run.output)["total"] as? Int == mine)
        }
        let foreign = try home.count(
            "SELECT image_id FROM queue JOIN institution ON institution.id = institution_id WHERE name = 'C01' LIMIT 1"
        )
        let denied = try home.run(["queue", "claim", "\(foreign)"], expert: "wang")
        #expect(denied.status == 2)
        #expect(denied.errors.contains("institution"), "\(denied.errors)")
        #expect(try home.count("SELECT COUNT(*) FROM claim") == 0)
    }

    @Test("next gives a case with its checklist and a template that review takes once it is filled in")
    func template() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let run = try home.run(["queue", "next", "--format", "json"], expert: "wang")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try RequiredKeys(schema: "case").missing(in: run.output) == [])
        let first = try object(run.output)
        var template = try #require(first["template"] as? [String: Any])
        let empty = try #require(template["answers"] as? [String: Any])
        #expect(!empty.isEmpty && empty.values.allSatisfy { $0 is NSNull })
        let scratch = try Scratch()
        func review() throws -> Program.Run {
            let file = scratch.path + "/case.json"
            try JSONSerialization.data(withJSONObject: template, options: .prettyPrinted)
                .write(to: URL(fileURLWithPath: file))
            return try home.run(["review", "--from", file, "--format", "json"])
        }
        let unfilled = try review()
        #expect(unfilled.status == 2)
        for question in empty.keys { #expect(unfilled.errors.contains("line 1: \(question): no answer; allowed: yes")) }
        // The same image again: nothing begun is lost.
        let again = try object(try home.run(["queue", "next", "--format", "json"], expert: "wang").output)
        #expect(again["image"] as? Int == first["image"] as? Int)
        template["answers"] = empty.mapValues { _ in "yes" }
        let filled = try review()
        #expect(filled.status == 0, "\(filled.errors)")
        #expect(filled.output.contains(#""status":"stored""#))
        #expect(try !home.waiting().contains(first["image"] as? Int ?? 0))
    }

    @Test("next says so with 2 when nothing waits, and passes over what the expert has skipped")
    func skipping() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        var skipped: Set<Int> = []
        for _ in 0..<6 {
            let work = try object(try home.run(["queue", "next", "--format", "json"], expert: "wang").output)
            let image = try #require(work["image"] as? Int)
            #expect(skipped.insert(image).inserted)
            let release = try home.run(["queue", "release", "\(image)", "--skip", "not my field"], expert: "wang")
            #expect(release.status == 0)
        }
        let nothing = try home.run(["queue", "next"], expert: "wang")
        #expect(nothing.status == 2)
        #expect(nothing.errors.contains("nothing waits that wang may take"))
        #expect(try home.run(["queue", "next", "--with-skipped"], expert: "wang").status == 0)
        #expect(try home.run(["queue", "next"], expert: "li").status == 0)
        #expect(try home.run(["queue", "release", "1", "--skip", " "], expert: "wang").status == 64)
    }

    @Test("a claim holds as long as the settings say, then another expert may have the image")
    func lease() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let form = ISO8601DateFormatter()
        form.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        func claim(_ image: Int, by expert: String) throws -> Program.Run {
            try home.run(["queue", "claim", "\(image)", "--format", "json"], expert: expert)
        }
        /// What the answer says, and how long the store lets it hold.
        func taken(_ image: Int) throws -> (claim: Int, until: Date, seconds: Double) {
            let said = try object(try claim(image, by: "wang").output)
            let row = try #require(try home.rows("SELECT id, at, until FROM claim WHERE image_id = \(image)").first)
            let from = try #require(form.date(from: row[1]))
            let until = try #require(form.date(from: row[2]))
            #expect(said["until"] as? String == row[2])
            #expect(said["claim"] as? Int == row[0])
            return (row[0], until, until.timeIntervalSince(from))
        }
        let (first, second) = (try home.waiting()[0], try home.waiting()[1])
        #expect(try taken(first).seconds == 1800)
        let denied = try claim(first, by: "li")
        #expect(denied.status == 2)
        #expect(denied.errors.contains("wang holds the image until"))

        try home.set("lease", "1 s")
        let short = try taken(second)
        try #require(short.seconds == 1)
        while Date() <= short.until { usleep(20_000) }
        let expired = try home.run(["review", "\(second)", "--all-yes", "--claim", "\(short.claim)"], expert: "wang")
        #expect(expired.status == 2)
        #expect(expired.errors.contains("ran out"), "\(expired.errors)")
        #expect(try claim(second, by: "li").status == 0)
        #expect(try home.count("SELECT COUNT(*) FROM claim WHERE state = 'expired'") == 1)
        #expect(try claim(first, by: "li").status == 2)
    }

    @Test("an image is named by number, hash or place; what names none or several is 2 and says what may be given")
    func references() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let row = try home.rows("SELECT id, sha256 FROM image ORDER BY id LIMIT 1")[0]
        let (id, hash): (Int, String) = (row[0], row[1])
        for name in ["\(id)", String(hash.prefix(8)), hash, "C01/20260310_E0_abdomen/00_abd.liver.porta1.jpg"] {
            let run = try home.run(["queue", "show", name, "--format", "json"])
            #expect(run.status == 0, "\(run.errors)")
            #expect(try object(run.output)["image"] as? Int == id, "\(name)")
        }
        for name in ["999", "0", "-1", "abc", "00000000", "C01/nothing/x.jpg", "C01/x", ""] {
            let run = try home.run(["queue", "show", "--format", "json", "--", name])
            #expect(run.status == 2, "\(name)")
            #expect(run.output.isEmpty && run.errors.count { $0 == "\n" } == 1, "\(run.errors)")
        }
    }

    @Test("two experts at once drain the queue and never get the same image", .timeLimit(.minutes(10)))
    func twoExperts() throws {
        let home = try ReviewTrial.home(ReviewTrial.sixty)
        let loop = """
            export SONOGRADE_HOME=$2 SONOGRADE_EXPERT=$3
            while work=$("$1" queue next --format jsonl); do
              image=$(sed -E 's/.*"image":([0-9]+),"kind".*/\\1/' <<<"$work")
              "$1" review "$image" --all-yes --format jsonl || exit 9
              echo "$image" >&2
            done
            """
        let runs = try Parallel.map(["wang", "li"]) { try Program.shell(loop, [home.path, $0]) }
        var all: [Int] = []
        for run in runs {
            #expect(run.status == 0, "\(run.errors)")
            let images = run.errors.split(separator: "\n").compactMap { Int($0) }
            #expect(images.count >= 10)
            all += images
        }
        #expect(all.count == 60)
        #expect(Set(all).count == 60)
        #expect(try home.waiting().isEmpty)
        #expect(try home.count("SELECT COUNT(*) FROM review") == 60)
        #expect(try home.count("SELECT COUNT(DISTINCT image_id) FROM review") == 60)
        #expect(try home.count("SELECT COUNT(*) FROM claim WHERE state <> 'reviewed'") == 0)
        #expect(try home.run(["audit", "verify"]).status == 0)
    }
}

/// Runs at the same time, on threads of their own.
enum Parallel {
    /// The results in the order of the inputs.
    static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input],
        _ body: @Sendable (Input) throws -> Output
    ) throws -> [Output] {
        nonisolated(unsafe) var results = [Result<Output, any Error>?](repeating: nil, count: inputs.count)
        let lock = NSLock()
        DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
            let result = Result { try body(inputs[index]) }
            lock.withLock { results[index] = result }
        }
        return try results.map { try #require($0).get() }
    }
}
