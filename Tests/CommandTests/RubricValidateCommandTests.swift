import Foundation
import Imaging
import Testing

@Suite("rubric validate")
struct RubricValidateCommandTests {
    /// As much of the answer as is looked at here.
    private struct Answer: Decodable {
        struct Unusable: Decodable {
            let path: String
            let reason: String
        }
        struct Untouched: Decodable { let n: Int }
        struct Fault: Decodable {
            let fault: String
            let n: Int
        }
        struct Labels: Decodable { let n: Int }

        let unusable: [Unusable]
        let untouched: Untouched
        let folders: [String: Untouched]
        let spoiled: Int
        let faults: [Fault]
        let labels: Labels?
    }

    private static func answer(_ arguments: [String]) throws -> Answer {
        let run = try Program.run(["rubric", "validate"] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    }

    @Test(
        "every picture is counted once: spoiled, unsure, or unreadable with a reason; any number of jobs says the same"
    )
    func everyPicture() throws {
        let drop = try TrialDrop()
        try drop.write(try TrialPictures.jpeg(1), to: "20260101_E1_abdomen/a.jpg")
        try drop.write(try TrialPictures.png(2), to: "20260101_E2/b.png")
        try drop.write("no picture", to: "20260101_E2/c.png")
        let arguments = [drop.scratch.path, "--strengths", "1", "--shapes", "1", "--format", "json"]
        let run = try Program.run(["rubric", "validate", "--jobs", "1"] + arguments)
        #expect(try Program.run(["rubric", "validate", "--jobs", "4"] + arguments).output == run.output)
        #expect(try RequiredKeys(schema: "validation").missing(in: run.output) == [])
        let answer = try Self.answer(arguments)
        #expect(answer.untouched.n == 2)
        let folders = ["20260101_E1_abdomen", "20260101_E2"].map { drop.scratch.path + "/" + $0 }
        #expect(answer.folders.mapValues(\.n) == [folders[0]: 1, folders[1]: 1])
        #expect(answer.unusable.contains { $0.path.hasSuffix("c.png") && $0.reason.hasPrefix("unsupported_format") })
        #expect(answer.spoiled + answer.unusable.count == 3)
        if answer.spoiled > 0 {
            #expect(answer.faults.count == 16 && answer.faults.allSatisfy { $0.n == answer.spoiled })
        }
    }

    @Test("a table and CSV have a line a fault; no more pictures are spoiled than asked for")
    func forms() throws {
        let drop = try TrialDrop()
        for number in 1...3 { try drop.write(try TrialPictures.png(number), to: "\(number).png") }
        let arguments = [drop.scratch.path, "--strengths", "0.5,1", "--shapes", "1", "--pictures", "1"]
        let spoiled = try Self.answer(arguments + ["--format", "json"]).spoiled
        #expect(spoiled <= 1)
        let csv = try Program.run(["rubric", "validate"] + arguments + ["--format", "csv"])
        #expect(csv.output.split(separator: "\r\n").count == 1 + 32 * spoiled)
        let table = try Program.run(["rubric", "validate"] + arguments + ["--format", "table"])
        #expect(table.output.contains("3 untouched pictures"))
        #expect(table.output.contains("lost_contact") == (spoiled == 1))
    }

    @Test("--rows writes the untouched picture and every spoiled one with metrics, and says where it cannot")
    func rows() throws {
        struct Row: Decodable {
            let fault: String?
            let strength: Double
            let status: String
            let metrics: [String: Double]
        }
        let drop = try TrialDrop()
        try drop.write(try TrialPictures.jpeg(1), to: "20260101_E1_abdomen/a.jpg")
        let file = drop.scratch.path + "/rows.jsonl"
        let arguments = [
            drop.scratch.path, "--strengths", "0.5,1", "--shapes", "1", "--format", "json", "--rows", file,
        ]
        let answer = try Self.answer(arguments)
        try #require(answer.spoiled == 1)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let rows = try text.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
        #expect(rows.count == 1 + 2 * 16)
        #expect(rows.first?.fault == nil && rows.first?.strength == 0 && rows.first?.metrics["gain.p50"] != nil)
        #expect(Set(rows.dropFirst().compactMap(\.fault)).count == 16)
        #expect(rows.allSatisfy { ["graded", "unsure"].contains($0.status) })

        let refused = try Program.run(
            ["rubric", "validate", drop.scratch.path, "--rows", drop.scratch.path + "/none/rows.jsonl"]
        )
        #expect(refused.status == 74 && refused.errors.contains("none/rows.jsonl"), "\(refused.errors)")
    }

    @Test("--baselines judges each picture beside the others of its folder too; too small folders are said to be")
    func baselines() throws {
        struct Beside: Decodable {
            struct Group: Decodable {
                let folder: String
                let n: Int
                let ordinary: Int
            }
            struct Part: Decodable {
                let least: Int
                let groups: [Group]
                let spoiled: Int
                let untouched: Untouched
                let faults: [Fault]
                let faults_written: [Fault]
            }
            struct Untouched: Decodable { let n: Int }
            struct Fault: Decodable { let n: Int }
            let spoiled: Int
            let baselines: Part?
        }
        let drop = try TrialDrop()
        for number in 1...8 {
            var recipe = PhantomRecipe(anatomy: .liver)
            (recipe.width, recipe.height, recipe.seed) = (400, 320, UInt64(number))
            let folder = number <= 4 ? "us1/20260101_E1" : "us1/20260102_E2"
            try drop.write(try recipe.fileBytes(), to: "\(folder)/\(number).png")
        }
        let arguments = [
            drop.scratch.path, "--strengths", "1", "--shapes", "1", "--pictures", "1", "--baseline-images", "5",
        ]
        func beside(_ folder: String) throws -> Beside {
            let run = try Program.run(
                ["rubric", "validate"] + arguments + ["--format", "json", "--baselines", folder]
            )
            #expect(run.status == 0, "\(run.errors)")
            return try JSONDecoder().decode(Beside.self, from: Data(run.output.utf8))
        }
        let parent = try beside("parent")
        let known = try #require(parent.baselines)
        try #require(parent.spoiled == 1 && known.groups.map(\.folder) == [drop.scratch.path + "/us1"])
        #expect(known.least == 5 && known.groups[0].n == 8 && known.groups[0].ordinary > 5)
        #expect(known.spoiled == 1 && known.untouched.n >= known.groups[0].ordinary)
        #expect(known.faults.map(\.n) == known.faults_written.map(\.n) && known.faults.count == 16)
        let csv = try Program.run(
            ["rubric", "validate"] + arguments + ["--format", "csv", "--baselines", "parent"]
        )
        let limits = csv.output.split(separator: "\r\n").map { $0.split(separator: ",").last.map(String.init) ?? "" }
        #expect(limits.count == 1 + 3 * 16 && Set(limits) == ["limits", "written", "written_same", "baseline"])
        // Four pictures a folder are too few.
        let table = try Program.run(
            ["rubric", "validate"] + arguments + ["--pictures", "0", "--format", "table", "--baselines", "folder"]
        )
        #expect(table.output.contains("no picture has one"))
        #expect(table.output.split(separator: "\n").count { $0.contains("4 ordinary; too few") } == 2)
    }

    @Test("labels are compared; what fits no picture is said, and what cannot be understood is refused")
    func labels() throws {
        let drop = try TrialDrop()
        for number in 1...4 { try drop.write(try TrialPictures.png(number), to: "pictures/\(number).png") }
        let table =
            "\u{FEFF}file,label,note\r\npictures/1.png,bad,\"a, b\"\r\n2.png,good,\r\n3.png,good,\r\n9.png,bad,\r\n"
        try drop.write(table, to: "labels.csv")
        let paths = [drop.scratch.path + "/pictures", "--pictures", "0", "--format", "json"]
        let labels = ["--labels", drop.scratch.path + "/labels.csv"]
        let run = try Program.run(["rubric", "validate"] + paths + labels + ["--label-order", "bad,good"])
        #expect(run.status == 0 && run.errors.contains("9.png"), "\(run.errors)")
        let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
        #expect(answer.labels?.n == 3 && answer.spoiled == 0 && answer.faults.isEmpty)

        #expect(try Program.run(["rubric", "validate"] + paths + labels).errors.contains("--label-order"))
        let order = try Program.run(["rubric", "validate"] + paths + labels + ["--label-order", "bad"])
        #expect(order.status == 64)
        #expect(run.errors.contains("1 label") && run.errors.contains("9.png"))
        try drop.write("file,label\r\nx.png,bad\r\ny.png,good\r\n", to: "labels.csv")
        let none = try Program.run(["rubric", "validate"] + paths + labels + ["--label-order", "bad,good"])
        #expect(none.status == 64 && none.output.isEmpty, "\(none.errors)")
        #expect(none.errors.contains("x.png, y.png"), "\(none.errors)")
        try drop.write("name,grade\na,b\n", to: "labels.csv")
        #expect(try Program.run(["rubric", "validate"] + paths + labels).status == 64)
    }

    @Test("nothing to look at is an error, never a table of noughts")
    func nothing() throws {
        let drop = try TrialDrop()
        try FileManager.default.createDirectory(atPath: drop.scratch.path + "/empty", withIntermediateDirectories: true)
        try drop.write("no picture", to: "texts/a.png")
        for name in ["absent", "empty", "texts"] {
            let run = try Program.run(["rubric", "validate", drop.scratch.path + "/" + name, "--format", "table"])
            #expect(run.status == 64 && run.output.isEmpty, "\(name): \(run.output)")
            #expect(run.errors.contains("there is no picture in") && run.errors.contains(name), "\(run.errors)")
        }
    }

    @Test(
        "wrong usage is refused with 64",
        arguments: [
            [], [".", "--strengths", "0"], [".", "--strengths", "1,x"], [".", "--shapes", "0"],
            [".", "--pictures", "-1"], [".", "--jobs", "300"], [".", "--baselines", "device"],
            [".", "--baselines", "folder", "--baseline-images", "4"], [".", "--baseline-images", "20"],
        ]
    )
    func usage(_ arguments: [String]) throws {
        #expect(try Program.run(["rubric", "validate"] + arguments).status == 64)
    }
}
