import Foundation
import Imaging
import Testing

/// Pictures that were exported again and dropped into another exam, through the built program.
@Suite("Duplicates")
struct DuplicatesCommandTests {
    private struct Answer: Decodable {
        struct Image: Decodable {
            struct Grade: Decodable {
                struct Finding: Decodable { let code: String }
                struct Triage: Decodable { let route: String }
                let status: String
                let level: String?
                let findings: [Finding]
                let triage: Triage
            }
            struct Duplicate: Decodable { let file: String, exam: String? }
            let file: String
            let grade: Grade
            let duplicate: Duplicate?

            var codes: [String] { grade.findings.map(\.code).filter { $0.hasPrefix("DUP_") } }
        }
        let images: [Image]
    }

    private struct Pair: Decodable {
        struct Picture: Decodable { let institution: String, exam: String, file: String, path: String? }
        private enum CodingKeys: String, CodingKey {
            case kind, sameBytes = "same_bytes", bits, mirrored, first, second
        }

        let kind: String
        let sameBytes: Bool
        let bits: Int
        let mirrored: Bool
        let first: Picture
        let second: Picture
    }

    /// Seed 1 gives a picture in whose copies the scan area is found where it was; where it is not, a copy is missed.
    private static func picture(_ seed: UInt64) throws -> GreyPlane {
        var recipe = PhantomRecipe(anatomy: .liverPorta)
        (recipe.seed, recipe.width, recipe.height) = (seed, 480, 384)
        recipe.chrome.style = .none
        return try recipe.render().grey
    }

    /// The picture as somebody would hand it in again: smaller, compressed and brighter.
    private static func again(_ plane: GreyPlane, isMirrored: Bool = false) throws -> [UInt8] {
        var copy = PlaneResizing.bilinear.resized(plane, width: plane.width * 4 / 5, height: plane.height * 4 / 5)
        if isMirrored {
            for row in 0..<copy.height { copy.pixels[row * copy.width..<(row + 1) * copy.width].reverse() }
        }
        for index in copy.pixels.indices where copy.pixels[index] > 0 {
            copy.pixels[index] = UInt8(min(255, Int(copy.pixels[index]) + 12))
        }
        return try JPEGEncoder.encode(copy, quality: 75)
    }

    private func put(_ home: TrialHome, _ exam: String, patient: String, _ files: [String: [UInt8]]) throws {
        let drop = try TrialDrop()
        for (name, bytes) in files { try drop.write(bytes, to: "\(exam)/\(name)") }
        try drop.write(#"{"examType": "abdomen", "patientPseudonym": "\#(patient)"}"#, to: "\(exam)/exam.json")
        try drop.drop(into: home)
    }

    private func text(_ home: TrialHome, _ exam: String, _ file: String = "report.json") throws -> String {
        try String(contentsOfFile: "\(home.outbox)/\(exam)/\(file)", encoding: .utf8)
    }

    private func images(_ home: TrialHome, _ exam: String) throws -> [Answer.Image] {
        try JSONDecoder().decode(Answer.self, from: Data(try text(home, exam).utf8)).images
    }

    private func pairs(_ home: TrialHome, _ more: [String] = []) throws -> [Pair] {
        let run = try Program.run(["duplicates", "--home", home.path, "--format", "json"] + more)
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode([Pair].self, from: Data(run.output.utf8))
    }

    @Test("a picture exported again for another patient is critical in both exams, and neither names the other")
    func crossPatient() throws {
        let home = try TrialHome()
        let plane = try Self.picture(1)
        try put(home, "XIHEZHEN/LIU0001", patient: "P1", ["livera.png": try PNGEncoder.encode(plane)])
        try put(home, "XIHEZHEN/WANG0002", patient: "P2", ["other.png": try PNGEncoder.encode(try Self.picture(2))])
        _ = try home.watchOnce()
        #expect(try images(home, "XIHEZHEN/LIU0001").flatMap(\.codes) == [])
        #expect(try pairs(home).isEmpty)

        try put(home, "DONGSHAN/ZHAO0003", patient: "P1", ["copyb.jpg": try Self.again(plane)])
        _ = try home.watchOnce()
        for exam in ["XIHEZHEN/LIU0001", "DONGSHAN/ZHAO0003"] {
            let image = try #require(try images(home, exam).first)
            #expect(image.codes == ["DUP_CROSS_PATIENT"])
            #expect(image.grade.triage.route == "review" && image.grade.level == "D" && image.duplicate == nil)
        }
        #expect(try images(home, "XIHEZHEN/WANG0002").flatMap(\.codes) == [])
        for file in ["report.json", "report.html"] {
            let first = try text(home, "XIHEZHEN/LIU0001", file)
            for word in ["DONGSHAN", "ZHAO0003", "copyb"] { #expect(!first.contains(word)) }
            let second = try text(home, "DONGSHAN/ZHAO0003", file)
            for word in ["XIHEZHEN", "LIU0001", "livera"] { #expect(!second.contains(word)) }
        }

        let pair = try #require(try pairs(home).first)
        #expect(pair.kind == "cross_patient" && !pair.sameBytes && pair.bits <= 23 && !pair.mirrored)
        #expect([pair.first.exam, pair.second.exam] == ["LIU0001", "ZHAO0003"])
        #expect([pair.first.institution, pair.second.institution] == ["XIHEZHEN", "DONGSHAN"])
        for path in [pair.first.path, pair.second.path] {
            #expect(FileManager.default.fileExists(atPath: try #require(path)))
        }
        #expect(try pairs(home, ["--institution", "DONGSHAN", "--kind", "cross_patient"]).count == 1)
        #expect(try pairs(home, ["--kind", "same_exam"]).isEmpty)
        #expect(try pairs(home, ["--until", "2020-01-01"]).isEmpty)
        let bad = try Program.run(["duplicates", "--home", home.path, "--kind", "none"])
        #expect(bad.status == 64)
        let audit = try Program.run(["audit", "verify", "--home", home.path])
        #expect(audit.status == 0, "\(audit.errors)")
    }

    @Test("within an exam each copy names the other, mirrored too; withdrawn, the exam is nobody's duplicate")
    func sameExam() throws {
        let home = try TrialHome()
        let plane = try Self.picture(1)
        let files = ["a.png": try PNGEncoder.encode(plane), "b.jpg": try Self.again(plane, isMirrored: true)]
        try put(home, "XIHEZHEN/LIU0001", patient: "P1", files)
        _ = try home.watchOnce()
        let both = try images(home, "XIHEZHEN/LIU0001")
        #expect(both.map(\.codes) == [["DUP_SAME_EXAM"], ["DUP_SAME_EXAM"]])
        #expect(both.map(\.duplicate?.file) == ["b.jpg", "a.png"] && both.allSatisfy { $0.duplicate?.exam == nil })
        #expect(try pairs(home).map(\.mirrored) == [true])
        #expect(try text(home, "XIHEZHEN/LIU0001", "report.html").contains("b.jpg"))

        // Dropped again nothing changes; graded again nothing changes either.
        let before = try home.dump()
        let again = try Program.run(["regrade", "--home", home.path])
        #expect(again.output.hasPrefix("regraded 0,"), "\(again)")
        #expect(try home.dump() == before)

        try put(home, "XIHEZHEN/WANG0002", patient: "P2", ["c.png": try PNGEncoder.encode(plane)])
        _ = try home.watchOnce()
        #expect(try images(home, "XIHEZHEN/LIU0001").map(\.codes) == [["DUP_CROSS_PATIENT"], ["DUP_CROSS_PATIENT"]])
        // Its own copy is still named, the other patient's is not.
        #expect(try images(home, "XIHEZHEN/LIU0001").map(\.duplicate?.file) == ["b.jpg", "a.png"])
        let back = try TrialDrop()
        try back.write(#"{"withdrawn": true, "withdrawnReason": "sent twice"}"#, to: "XIHEZHEN/WANG0002/exam.json")
        try back.drop(into: home)
        _ = try home.watchOnce()
        #expect(try images(home, "XIHEZHEN/LIU0001").map(\.codes) == [["DUP_SAME_EXAM"], ["DUP_SAME_EXAM"]])
        #expect(try pairs(home).count == 1)
    }

    @Test("a watcher that is killed and started again finds the same duplicates")
    func crash() throws {
        let whole = try TrialHome()
        let killed = try TrialHome()
        for home in [whole, killed] {
            for number in 0..<4 {
                let plane = try Self.picture(number < 2 ? 1 : 11)
                let bytes = number % 2 == 0 ? try PNGEncoder.encode(plane) : try Self.again(plane)
                let name = number % 2 == 0 ? "a.png" : "a.jpg"
                try put(home, "XIHEZHEN/E000\(number)", patient: "P\(number)", [name: bytes])
            }
        }
        _ = try whole.watchOnce()
        var kills = 0
        for entries in [2, 4, 1, 3] where try killed.killWatcher(after: entries) { kills += 1 }
        #expect(kills > 0)
        _ = try killed.watchOnce()
        #expect(try killed.dump() == whole.dump())
        #expect(try killed.dump().components(separatedBy: "DUP_CROSS_PATIENT").count > 4)
        let (found, expected) = (try pairs(killed).map(\.bits).sorted(), try pairs(whole).map(\.bits).sorted())
        #expect(found == expected && !found.isEmpty)
    }
}
