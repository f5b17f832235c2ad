import Foundation
import Testing

@Suite("rubric reading")
struct ReadingCommandTests {
    private struct Sums: Decodable {
        struct Row: Decodable {
            let strength: Double
            let readings: Int
            let rejected: Int
        }
        struct Fault: Decodable {
            let fault: String
            let rows: [Row]
        }
        let readers: Int
        let untouched: Row?
        let faults: [Fault]
    }

    private static func lines(_ path: String) throws -> [[String]] {
        try String(contentsOfFile: path, encoding: .utf8).replacing("\u{FEFF}", with: "")
            .split(whereSeparator: \.isNewline).map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
    }

    @Test("pictures are written under numbers that tell nothing, and the answers are summed by what is behind them")
    func wholeWay() throws {
        let drop = try TrialDrop()
        for number in 1...3 { try drop.write(try TrialPictures.png(number), to: "in/\(number).png") }
        try drop.write("no picture", to: "in/4.png")
        let folder = drop.scratch.path + "/reading"
        let arguments = ["rubric", "reading", "make", drop.scratch.path + "/in", "--strengths", "1,2", "--faults", "5"]
        let made = try Program.run(arguments + ["--to", folder])
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("4.png: left out"))

        let key = try Self.lines(folder + "-key.csv")
        #expect(key[0] == ["number", "file", "fault", "shape", "strength"])
        let entries = key.dropFirst()
        #expect(entries.count == 3 * 6 && entries.count { $0[2] == "none" && $0[4] == "0.0" } == 3)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.filter { $0.hasSuffix(".png") } == entries.map { $0[0] + ".png" }.sorted())
        #expect(names.contains("read-me.txt") && !names.contains { $0.contains("key") })
        // The order tells nothing: the first six are not all of the first file.
        #expect(Set(entries.prefix(6).map { $0[1] }).count > 1)
        let untouched = try #require(entries.first { $0[2] == "none" })
        let spoiled = try #require(entries.first { $0[1] == untouched[1] && $0[2] == "noise" } ?? entries.last)
        let first = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(untouched[0]).png"))
        #expect(try first != Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(spoiled[0]).png")))

        // One reader rejects all that is spoiled, the other reads the untouched only.
        let head = "number,verdict,seen\r\n"
        try drop.write(head + entries.map { "\($0[0]),\($0[2] == "none" ? 0 : 2),\r\n" }.joined(), to: "a.csv")
        try drop.write(head + entries.map { "\($0[0]),\($0[2] == "none" ? "1" : ""),?\r\n" }.joined(), to: "b.csv")
        let tables = [folder + "-key.csv", drop.scratch.path + "/a.csv", drop.scratch.path + "/b.csv"]
        let answer = try Program.run(["rubric", "reading", "sum"] + tables + ["--format", "json"])
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(try RequiredKeys(schema: "reading").missing(in: answer.output) == [])
        let sums = try JSONDecoder().decode(Sums.self, from: Data(answer.output.utf8))
        #expect(sums.readers == 2 && sums.untouched?.readings == 6 && sums.untouched?.rejected == 0)
        #expect(sums.faults.flatMap(\.rows).reduce(0) { $0 + $1.readings } == 15)
        #expect(sums.faults.flatMap(\.rows).allSatisfy { $0.rejected == $0.readings })
        let table = try Program.run(["rubric", "reading", "sum"] + tables)
        #expect(table.output.contains("2 readers; the same verdict on 0 % of 3 pairs"))
        for fault in sums.faults { #expect(table.output.contains(fault.fault)) }
    }

    @Test("nothing is written over, and a wrong answer is named with its line")
    func refusals() throws {
        let drop = try TrialDrop()
        try drop.write(try TrialPictures.png(1), to: "in/1.png")
        let (folder, path) = (drop.scratch.path + "/in", drop.scratch.path)
        let taken = try Program.run(["rubric", "reading", "make", folder, "--to", folder])
        #expect(taken.status == 64 && taken.errors.contains("is there already"))
        let nothing = try Program.run(["rubric", "reading", "make", path + "/none", "--to", path + "/out"])
        #expect(nothing.status == 64 && nothing.errors.contains("there is no file"))
        #expect(!FileManager.default.fileExists(atPath: path + "/out"))

        try drop.write("number,file,fault,shape,strength\n00001,a,blur,box,1\n", to: "key.csv")
        for (answers, words) in [
            ("number,verdict\n00001,3\n", "line 2: the verdict is 3"),
            ("number,verdict\n00009,1\n", "has no number 00009"),
            ("number,verdict\n00001,1\n00001,2\n", "line 3: number 00001 is answered twice"),
            ("number,verdict\n00001,\n", "nobody has answered yet"),
            ("number,seen\n", "no column verdict"),
            ("number,fault,strength\n1,blur,?\n", "line 2: the strength is no number"),
        ] {
            try drop.write(answers, to: "answers.csv")
            let run = try Program.run(["rubric", "reading", "sum", path + "/key.csv", path + "/answers.csv"])
            #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
        }
    }
}
