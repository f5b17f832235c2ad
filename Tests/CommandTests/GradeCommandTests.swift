import Foundation
import Glibc
import Testing

@Suite("grade")
struct GradeCommandTests {
    /// A folder with all that `grade` meets: pictures, no pictures, links, a pipe, ignored and odd names.
    private static func folder() throws -> TrialDrop {
        let drop = try TrialDrop()
        try drop.write(try TrialPictures.jpeg(1), to: "a.jpg")
        try drop.write(try TrialPictures.png(2), to: "sub/b.txt")
        try drop.write([], to: "empty.png")
        try drop.write("no picture", to: "notes")
        try drop.write("", to: "Thumbs.db")
        try drop.write("", to: "copy.part")
        try drop.write([], to: "=1+1,\n\".jpg")
        symlink("a.jpg", drop.scratch.path + "/link.jpg")
        symlink("/", drop.scratch.path + "/everything")
        mkfifo(drop.scratch.path + "/pipe", 0o600)
        // 肝 in GBK, which is no UTF-8.
        _ = try Program.shell("touch \"$2\"/$'\\xb8\\xce.jpg'", [drop.scratch.path])
        return drop
    }

    @Test("each regular file gives one line in byte order; links and pipes stay closed, ignored names are counted")
    func folderOfAllSorts() throws {
        let drop = try Self.folder()
        let run = try Program.run(["grade", drop.scratch.path])
        #expect(run.status == 1)
        let lines = try GradeLine.lines(run.output)
        let names = lines.map { String($0.path.dropFirst(drop.scratch.path.count + 1)) }
        #expect(names == ["=1+1,\n\".jpg", "a.jpg", "empty.png", "notes", "sub/b.txt", "肝.jpg"])
        #expect(lines.map(\.error?.code) == ["empty", nil, "empty", "unsupported_format", nil, "empty"])
        let raw = try #require(lines.last?.pathRaw.flatMap { Data(base64Encoded: $0) })
        #expect(Array(raw.suffix(6)) == [0xB8, 0xCE, 0x2E, 0x6A, 0x70, 0x67])
        #expect(lines.dropLast().allSatisfy { $0.pathRaw == nil })
        #expect(run.errors.contains("2 ignored"))
        #expect(run.errors.contains("3 links, pipes or devices not opened"))
        #expect(run.errors.contains("6 files: 4 unreadable"))
    }

    @Test("the output is the same, byte for byte, whatever the number of jobs", arguments: ["2", "8"])
    func jobs(_ jobs: String) throws {
        let drop = try TrialDrop()
        for number in 0..<24 { try drop.write(try TrialPictures.jpeg(number), to: "\(number % 5)/\(number).jpg") }
        let one = try Program.run(["grade", drop.scratch.path, "--jobs", "1"])
        let many = try Program.run(["grade", drop.scratch.path, "--jobs", jobs])
        #expect(one.output == many.output)
        #expect(try GradeLine.lines(one.output).count == 24)
    }

    @Test("every object keeps the keys that the grade schema requires, read or not")
    func schema() throws {
        let schema = try RequiredKeys(schema: "grade")
        let drop = try Self.folder()
        let run = try Program.run(["grade", drop.scratch.path, drop.scratch.path + "/missing"])
        for line in run.output.split(separator: "\n") { #expect(try schema.missing(in: String(line)) == []) }
    }

    @Test("json is one array with the same objects as jsonl, and an empty one where there is no file")
    func array() throws {
        let drop = try Self.folder()
        let lines = try Program.run(["grade", drop.scratch.path, "--format", "jsonl"]).output
        let array = try Program.run(["grade", drop.scratch.path, "--format", "json"]).output
        #expect(array == "[\n" + lines.split(separator: "\n").joined(separator: ",\n") + "\n]\n")
        let empty = try Scratch()
        let none = try Program.run(["grade", empty.path, "--format", "json"])
        #expect(none.status == 0)
        #expect(try JSONDecoder().decode([GradeLine].self, from: Data(none.output.utf8)).isEmpty)
    }

    @Test("a table has one line a file whatever its name; a cell of csv is never a formula")
    func people() throws {
        let drop = try Self.folder()
        let table = try Program.run(["grade", drop.scratch.path, "--format", "table"])
        #expect(table.output.split(separator: "\n").count == 6)
        #expect(table.output.contains("=1+1,\\n\".jpg"))
        let csv = try Program.run(["grade", "=1+1,\n\".jpg", "--format", "csv"], in: drop.scratch.path)
        #expect(csv.output.hasPrefix("path,status,score,level"))
        let mark = try Program.shell("\"$1\" grade \"$2\" --format csv | head -c 3 | od -An -tx1", [drop.scratch.path])
        #expect(mark.output == " ef bb bf\n", "spreadsheets know UTF-8 by its byte order mark")
        #expect(csv.output.contains("\r\n\"'=1+1,\n\"\".jpg\",unreadable,,,"))
    }

    @Test("a table says why a picture is unsure")
    func unsure() throws {
        let drop = try TrialDrop()
        try drop.write(try TrialPictures.png(1, width: 40, height: 32), to: "a.png")
        let run = try Program.run(["grade", drop.scratch.path, "--format", "table"])
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("?") && run.output.contains("TOO_SMALL"), "\(run.output)")
    }

    @Test("what is not there is a not_found line, exit 1")
    func missing() throws {
        let run = try Program.run(["grade", "/nowhere/a.jpg"])
        #expect(run.status == 1)
        #expect(try GradeLine.lines(run.output).map(\.error?.code) == ["not_found"])
        #expect(run.errors == "1 file: 1 unreadable, 0 unsure\n")
    }

    @Test(
        "what may not be read is a permission line",
        .enabled(if: getuid() == 0, "needs root to run the program as another user")
    )
    func forbidden() throws {
        let drop = try TrialDrop()
        try drop.write(try TrialPictures.jpeg(1), to: "a.jpg")
        try drop.write(try TrialPictures.jpeg(1), to: "sub/b.jpg")
        // Where the checkout lies other users may not look.
        let program = try Scratch()
        chmod(program.path, 0o755)
        try FileManager.default.copyItem(atPath: Program.path, toPath: program.path + "/sonograde")
        chmod(drop.scratch.path, 0o755)
        chmod(drop.scratch.path + "/a.jpg", 0)
        chmod(drop.scratch.path + "/sub", 0)
        let run = try Program.shell(
            "shift; exec /usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"",
            [program.path + "/sonograde", "grade", drop.scratch.path]
        )
        #expect(run.status == 1)
        let lines = try GradeLine.lines(run.output)
        #expect(lines.map { ($0.path as NSString).lastPathComponent } == ["a.jpg", "sub"])
        #expect(lines.map(\.error?.code) == ["permission", "permission"])
    }

    @Test("a rubric is named by its id or its file; a copy of a built-in one grades as that one")
    func rubric() throws {
        let drop = try TrialDrop()
        try drop.write(try TrialPictures.jpeg(1), to: "a.jpg")
        let file = drop.scratch.path + "/a.jpg"
        let byID = try Program.run(["grade", file, "--rubric", "lung"])
        let copy = Checkout.root.appendingPathComponent("Rubrics/lung.yaml").path
        let byFile = try Program.run(["grade", file, "--rubric", copy])
        #expect(byFile.errors == byID.errors)
        #expect(byFile.output == byID.output)
        #expect(byID.output.contains(#""rubric":{"id":"lung""#))
        let none = try Program.run(["grade", file, "--rubric", "livver"])
        #expect(none.status == 64)
        #expect(none.output.isEmpty)
        #expect(none.errors.contains("--rubric livver is neither an id (abdomen,"))
    }

    @Test(
        "every malformed file is accounted for exactly once, in byte order, and none with broken image data is scored",
        .enabled(if: Checkout.hasMalformed, "the shared pictures (../shared/data) are not beside the checkout")
    )
    func malformed() throws {
        let table = try Checkout.text("Tests/ImagingTests/Decoding/MalformedOutcomes.swift")
        let outcomes = table.split(separator: "\n").map { $0.split(separator: "|") }.filter { $0.count == 3 }
        let expected = Dictionary(
            outcomes.map { ($0[0].drop { $0 == " " }, String($0[1])) },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(expected.count > 500)
        let run = try Program.run(["grade", Checkout.malformed, "--jobs", "2"])
        #expect(run.status == 1)
        let lines = try GradeLine.lines(run.output)
        let names = lines.map { $0.path.dropFirst(Checkout.malformed.count + 1) }
        #expect(
            names.map { Array($0.utf8) }
                == expected.keys.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        )
        for (name, line) in zip(names, lines) {
            #expect((line.error?.code ?? "read") == expected[name], "\(name)")
            #expect((line.status == "unreadable") == (line.error != nil), "\(name)")
            #expect((line.score != nil) == (line.status == "graded"), "\(name)")
            #expect((line.level != nil) == (line.status == "graded"), "\(name)")
        }
    }
}
