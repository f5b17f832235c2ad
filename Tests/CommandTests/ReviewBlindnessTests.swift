import Foundation
import GRDB
import Grading
import Imaging
import Testing

@Suite("Blind")
struct ReviewBlindnessTests {
    private static let secrets = [
        "C77", "青禾镇", "TECH-SECRET", "DEVICE-SECRET", "EXAM-SECRET", "PSEUDO-SECRET", "PRESET-SECRET", "20260317",
        "秘密科室", "porta1.png",
    ]

    /// A home with one exam whose words are known, of a clinic's own exam type, and a picture with magenta bars along
    /// its upper edge, where names stand on a scanner's screen.
    private func home() throws -> TrialHome {
        let home = try TrialHome()
        try home.set("share", "1.0")
        let drop = try TrialDrop()
        let folder = "C77-青禾镇卫生院/20260317_EXAM-SECRET_秘密科室"
        let file = home.scratch.path + "/a.png"
        let made = try Program.run([
            "simulate", "--anatomy", "liver", "--seed", "5", "--fault", "gain=1", "--out", file,
        ])
        try #require(made.status == 0, "\(made.errors)")
        try drop.write(try withBars(file), to: folder + "/01_abd.liver.porta1.png")
        try drop.write(try TrialPictures.jpeg(3), to: folder + "/02_abd.gb.long.jpg")
        let manifest = """
            {"schema": "sonograde.exam/1", "examType": "秘密科室", "technicianId": "TECH-SECRET-9",
             "deviceId": "DEVICE-SECRET", "preset": "PRESET-SECRET", "patientPseudonym": "PSEUDO-SECRET",
             "reportText": "肝脏形态正常"}
            """
        try drop.write(manifest, to: folder + "/exam.json")
        try drop.drop(into: home)
        let run = try home.watchOnce()
        try #require([0, 1].contains(run.status), "\(run.errors)")
        return home
    }

    private func picture(_ file: String) throws -> BlindPicture {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        return try WholeView.picture(of: .bytes(bytes), maxWidth: 4096, maxHeight: 4096, limits: DecodingLimits())
    }

    private func withBars(_ file: String) throws -> [UInt8] {
        let plain = try picture(file)
        var rgb = plain.rgb
        for y in 2..<10 {
            for x in 4..<120 where x / 3 % 2 == 0 {
                let at = 3 * (y * plain.width + x)
                rgb.replaceSubrange(at..<at + 3, with: [255, 0, 255])
            }
        }
        return try PNGEncoder.encode(rgb: rgb, width: plain.width, height: plain.height)
    }

    /// Pixels that are nearer to magenta than any ultrasound is.
    private func magenta(_ file: String) throws -> Int {
        let rgb = try picture(file).rgb
        return stride(from: 0, to: rgb.count, by: 3).count { rgb[$0] > 200 && rgb[$0 + 1] < 80 && rgb[$0 + 2] > 200 }
    }

    @Test(
        "no output of the queue and no picture before the answer tells clinic, technician, score, findings or reasons"
    )
    func blind() throws {
        let home = try home()
        let images = try home.waiting()
        try #require(images.count == 2)
        let scores = try home.rows("SELECT DISTINCT score_tenths FROM image WHERE score_tenths IS NOT NULL").map {
            (Double($0[0] as Int) / 10).description
        }
        try #require(!scores.isEmpty)
        let words =
            Self.secrets + scores + FindingCode.all.map(\.code) + [
                "priority\":", "reasons", "sampled", "flagged", "level_",
            ]
        var commands = [["queue", "list"], ["queue", "list", "--limit", "1"], ["queue", "next"]]
        for image in images {
            commands += [["queue", "show", "\(image)"], ["queue", "claim", "\(image)"]]
            // What is wrong with an answer does not tell what the machine found either.
            commands.append(["review", "\(image)", "--all-yes", "--dry-run"])
            commands.append(["review", "\(image)", "--answer", "nothing=yes"])
        }
        for command in commands {
            for form in ["table", "json", "jsonl", "csv"] {
                for language in ["zh", "en"] {
                    var arguments = command + ["--format", form, "--lang", language]
                    let file = home.scratch.path + "/out.png"
                    if command[0] == "queue", command[1] != "list" { arguments += ["--picture", file] }
                    let run = try home.run(arguments, expert: "wang")
                    let said = run.output + run.errors
                    for word in words where said.contains(word) { Issue.record("\(arguments) tells \(word): \(said)") }
                    guard arguments.contains("--picture") else { continue }
                    #expect(try magenta(file) == 0, "\(arguments)")
                    let bytes = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
                    for word in words where bytes.contains(word) { Issue.record("the picture tells \(word)") }
                }
            }
        }
    }

    @Test("a finding that the first pass did not make is a mistake that lists none of those it made")
    func verdicts() throws {
        let home = try home()
        let image = try #require(try home.waiting().first)
        let run = try home.run(["review", "\(image)", "--all-yes", "--reject", "LATE"], expert: "wang")
        #expect(run.status == 2)
        #expect(run.errors.contains("LATE: rejected, but the first pass did not find it"), "\(run.errors)")
        let others = FindingCode.all.map(\.code).filter { $0 != "LATE" }
        #expect(!others.contains { run.errors.contains($0) }, "\(run.errors)")
        // Who has looked may be told.
        let open = try home.run(["review", "\(image)", "--all-yes", "--reject", "LATE", "--unblinded"], expert: "wang")
        #expect(open.status == 2)
        #expect(open.errors.contains("LATE: rejected"), "\(open.errors)")
    }

    @Test("a blind expert who finds what the first pass found confirms it")
    func sameFinding() throws {
        let home = try home()
        let row = try #require(
            try home.rows("SELECT image_id, code FROM finding WHERE severity <> 'info' ORDER BY image_id, code").first
        )
        let (image, code): (Int, String) = (row[0], row[1])
        let run = try home.run(["review", "\(image)", "--all-yes", "--add", code, "--format", "json"], expert: "wang")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("\(code): the first pass found it too"), "\(run.errors)")
        let result = try object(run.output)
        #expect(result["added_as_confirmed"] as? [String] == [code])
        #expect(run.output.contains(#""verdict":"confirmed""#) && !run.output.contains(#""verdict":"added""#))
    }

    @Test("--unblind shows all of it, whole picture too, and the audit trail says who looked")
    func unblind() throws {
        let home = try home()
        let file = home.scratch.path + "/whole.png"
        let image = "C77-青禾镇卫生院/20260317_EXAM-SECRET_秘密科室/01_abd.liver.porta1.png"
        let run = try home.run(
            ["queue", "show", image, "--unblind", "--picture", file, "--format", "json"],
            expert: "wang"
        )
        #expect(run.status == 0, "\(run.errors)")
        for word in ["C77-青禾镇卫生院", "TECH-SECRET-9", "sampled", "porta1.png"] { #expect(run.output.contains(word)) }
        #expect(try magenta(file) > 100)
        let trail = try home.run(["audit", "tail", "--limit", "1", "--format", "csv"]).output
        #expect(trail.contains("image.unblinded") && trail.contains("by wang"), "\(trail)")
        // Whoever looked is not blind any more, whether the review says so or not; others are.
        for expert in ["wang", "li"] {
            #expect(try home.run(["review", image, "--all-yes"], expert: expert).status == 0)
        }
        #expect(try home.run(["review", image, "--all-yes", "--unblinded"], expert: "li").status == 0)
        let blind = try home.rows("SELECT was_unblinded FROM review ORDER BY id").map { $0[0] as Int }
        #expect(blind == [1, 0, 1])
    }

    @Test("where to go on in the queue does not tell the priority")
    func places() throws {
        let home = try ReviewTrial.home(ReviewTrial.sixty)
        var digits: Set<Character> = []
        var place = ""
        for _ in 0..<59 {
            let after = place.isEmpty ? [] : ["--after", place]
            let page = try object(try home.run(["queue", "list", "--limit", "1", "--format", "json"] + after).output)
            guard let next = page["next"] as? String else { break }
            place = next
            digits.insert(try #require(next.first))
        }
        // All sixty are of one priority, or of two; their places begin with every digit there is.
        #expect(digits == ["0", "1", "2"])
        #expect(place.hasSuffix("/\(try home.waiting()[58])"))
    }
}
