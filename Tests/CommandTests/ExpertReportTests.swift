import Foundation
import Testing

@Suite("reports and status with the experts' work")
struct ExpertReportTests {
    private func review(_ home: TrialHome, _ image: Int, by expert: String, _ more: [String] = []) throws {
        let run = try home.run(["review", "\(image)", "--all-yes", "--format", "json"] + more, expert: expert)
        #expect(run.status == 0, "\(run.errors)")
    }

    /// Six images in the queue's order, of which the first was read twice for an objection, the second is asked about,
    /// the third is objected to, and three wait.
    private func worked() throws -> (home: TrialHome, images: [Int]) {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let images = try home.waiting()
        try review(home, images[0], by: "wang", ["--comment", "one"])
        let words = ["--text", "the plane is right", "--by", "T00"]
        #expect(try home.run(["dispute", "\(images[0])"] + words).status == 0)
        try review(home, images[0], by: "li", ["--impression", "B", "--advice", "press both ends of the probe"])
        try review(home, images[1], by: "wang", ["--consult", "is this the portal vein?"])
        try review(home, images[2], by: "li")
        #expect(try home.run(["dispute", "\(images[2])", "--text", "look again"]).status == 0)
        return (home, images)
    }

    private func list(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    @Test("the clinic's report has both readings, the objection, the question, and the two scores apart")
    func exam() throws {
        let (home, _) = try worked()
        let folder = home.outbox + "/C01/20260310_E0_abdomen"
        let text = try String(contentsOfFile: folder + "/report.json", encoding: .utf8)
        #expect(try RequiredKeys(schema: "report").missing(in: text) == [])
        let report = try object(text)
        #expect(
            report["experts"] as? [String: Int] == [
                "read": 3, "waiting": 3, "disputes_open": 1, "consultations_open": 1,
            ]
        )
        #expect((report["final"] as? [String: Any])?["score"] != nil && report["score"] != nil)
        let parts = try list(report["images"]).compactMap { $0["expert"] as? [String: Any] }
        #expect(parts.count == 6)
        let twice = try #require(parts.first { ($0["readings"] as? [Any])?.count == 2 })
        let readings = try list(twice["readings"])
        #expect(readings.map { $0["expert"] as? String } == ["wang", "li"])
        #expect(readings[0]["comment"] as? String == "one")
        #expect(readings[1]["advice"] as? String == "press both ends of the probe")
        // What was asked has its name in both languages.
        let checklist = try list(readings[0]["checklist"])
        #expect(!checklist.isEmpty && checklist.allSatisfy { $0["name"] != nil && $0["answer"] as? String == "yes" })
        let dispute = try list(twice["disputes"])[0]
        #expect(dispute["text"] as? String == "the plane is right" && dispute["by"] as? String == "T00")
        #expect(dispute["against"] as? Int == 1 && dispute["settled_by"] as? Int == 2)
        let open = try #require(parts.first { $0["waits"] as? String == "dispute" })
        #expect(try list(open["disputes"])[0]["settled_by"] == nil)
        #expect(parts.count { $0["waits"] as? String == "first" } == 3)
        let asked = try #require(parts.compactMap { $0["consultations"] as? [[String: Any]] }.first { !$0.isEmpty })
        #expect(asked[0]["question"] as? String == "is this the portal vein?" && asked[0]["answer"] == nil)

        let html = try String(contentsOfFile: folder + "/report.html", encoding: .utf8)
        let advice = try #require(html.range(of: "press both ends of the probe"))
        let picture = try #require(html.range(of: "<img "))
        #expect(advice.lowerBound < picture.lowerBound)
        for words in ["the plane is right", "look again", "is this the portal vein?"] { #expect(html.contains(words)) }
    }

    @Test("a period's report in every form counts first readings against the machine and says where it cannot estimate")
    func period() throws {
        let (home, _) = try worked()
        for kind in [["network"], ["institution", "C01"]] {
            func report(_ form: String) throws -> String {
                let run = try home.run(["report"] + kind + ["--format", form, "--lang", "en"])
                #expect(run.status == 0, "\(run.errors)")
                return run.output
            }
            let text = try report("json")
            #expect(try RequiredKeys(schema: "report").missing(in: text) == [])
            let experts = try #require(try object(text)["experts"] as? [String: Any])
            #expect(experts["read"] as? Int == 3)
            // The second reader's impression is no first one.
            #expect((experts["agreement_blind"] as? [String: Any])?["pairs"] as? Int == 0)
            let agreement = try #require(experts["agreement"] as? [String: Any])
            #expect(try #require(agreement["pairs"] as? Int) <= 3 && agreement["ac2"] == nil)
            let strata = try list((experts["nonconforming"] as? [String: Any])?["strata"])
            #expect(strata.reduce(0) { $0 + ($1["size"] as? Int ?? 0) } == 6)
            #expect(strata.reduce(0) { $0 + ($1["sampled"] as? Int ?? 0) } == 3)
            let stages = try list(experts["stages"]).map { $0["stage"] as? String }
            #expect(stages == ["graded", "claimed", "reviewed", "reported"])
            let open = try #require(experts["open"] as? [String: Any])
            #expect((open["disputes"] as? [String: Any])?["count"] as? Int == 1)
            #expect((open["consultations"] as? [String: Any])?["count"] as? Int == 1)
            #expect(try report("html").contains("The experts&#39; work"))
            #expect(try report("table").contains("under 20 pairs, no coefficient"))
            #expect(try report("csv").contains(",agreement,level,"))
        }
        let earlier = try home.run(["report", "network", "--until", "2020-01-01", "--format", "json"])
        let experts = try object(earlier.output)["experts"] as? [String: Any]
        #expect(experts?["read"] as? Int == 0, "open work is there whenever it was received, readings are not")
        #expect((experts?["nonconforming"] as? [String: Any])?["obstacle"] as? String == "no_images")
    }

    @Test("where every image was read the rate is known without error")
    func census() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        for image in try home.waiting() { try review(home, image, by: "wang") }
        let report = try object(try home.run(["report", "network", "--format", "json"]).output)
        let rate = try #require((report["experts"] as? [String: Any])?["nonconforming"] as? [String: Any])
        #expect(rate["share"] != nil && rate["standard_error"] as? Double == 0 && rate["obstacle"] == nil)
    }

    @Test("status has the experts' part in at most five lines, and by its schema")
    func status() throws {
        let (home, images) = try worked()
        #expect(try home.run(["queue", "claim", "\(images[4])", "--format", "json"], expert: "zhao").status == 0)
        let json = try home.run(["status", "--format", "json"]).output
        #expect(try RequiredKeys(schema: "status").missing(in: json) == [])
        let experts = try #require(try object(json)["experts"] as? [String: Any])
        #expect(experts["held"] as? Int == 1)
        #expect(experts["read_today"] as? Int == 4 && experts["read_this_month"] as? Int == 4)
        #expect((experts["disputes"] as? [String: Any])?["count"] as? Int == 1)
        let piles = ["critical", "flagged", "sampled"].compactMap { (experts[$0] as? [String: Any])?["count"] as? Int }
        #expect(piles.reduce(0, +) == 4)
        for (language, title, next) in [("en", "experts", "quarantine"), ("zh", "专家", "隔离区")] {
            let lines = try home.run(["status", "--format", "table", "--lang", language]).output.split(separator: "\n")
            let first = try #require(lines.firstIndex { $0.hasPrefix(title) })
            let end = try #require(lines.firstIndex { $0.hasPrefix(next) })
            #expect((3...5).contains(end - first), "\(lines)")
            #expect(lines[first..<end].allSatisfy { $0.count <= 100 }, "\(lines)")
        }
        #expect(try home.run(["status", "--format", "csv"]).output.contains("experts.read_today,4"))
    }

    @Test("a home without any expert's work has one line for it")
    func idle() throws {
        let home = try TrialHome()
        let lines = try home.run(["status", "--format", "table", "--lang", "en"]).output.split(separator: "\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("experts") })
        #expect(lines[first] == "experts     0 to review" && lines[first + 1].hasPrefix("quarantine"))
    }
}
