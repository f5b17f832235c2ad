import Dispatch
import Foundation
import Imaging
import Synchronization
import Testing

@Suite("show")
struct ShowCommandTests {
    /// A folder with one made picture.
    private func desk(_ name: String = "scan.png") throws -> (scratch: Scratch, file: String) {
        let scratch = try Scratch()
        let file = scratch.path + "/" + name
        try Data(TrialPictures.png(3, width: 480, height: 400)).write(to: URL(fileURLWithPath: file))
        return (scratch, file)
    }

    @Test("a file is shown without a home, with the score that grade gives, and written in every format")
    func file() throws {
        let (scratch, file) = try desk()
        let grade = try object(try Program.run(["grade", "--format", "jsonl", file]).output)
        let score = try #require(grade["score"] as? Double)
        for format in ["png", "jpg", "svg", "html"] {
            let target = "\(scratch.path)/marked.\(format)"
            let run = try Program.run(["show", file, "--output", target, "--explain", "--lang", "en"])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("first pass \(score)") && run.output.contains("Score \(score), level"))
            let bytes = try #require(FileManager.default.contents(atPath: target))
            switch format {
            case "png", "jpg":
                let picture = try ImageDecoder.decode(.bytes(Array(bytes)), limits: DecodingLimits())
                #expect(picture.luma.width == 960 && picture.luma.height > 800)
                #expect(picture.chroma?.count ?? 0 > 200)
            default:
                #expect(String(decoding: bytes, as: UTF8.self).contains("data:image/png;base64,"))
            }
        }
        let polar = try Program.run(["show", file, "--polar", "--output", scratch.path + "/polar.png"])
        #expect(polar.status == 0, "\(polar.errors)")
        let grey = try Program.run(["show", file, "--plain", "--output", scratch.path + "/plain.png"])
        #expect(grey.status == 0, "\(grey.errors)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path + "/polar.png")).count > 1000)
    }

    @Test("what is no picture, what is missing and wrong usage each get one clear line")
    func refusals() throws {
        let (scratch, file) = try desk()
        let empty = scratch.path + "/empty.png"
        try Data().write(to: URL(fileURLWithPath: empty))
        let unreadable = try Program.run(["show", empty, "--lang", "en"])
        #expect(unreadable.status == 1 && unreadable.output.contains("empty"))
        #expect(try Program.run(["show", empty, "--output", scratch.path + "/x.png"]).status == 2)
        #expect(try Program.run(["show", empty, "--output", scratch.path + "/x.html"]).status == 1)
        let tiny = scratch.path + "/tiny.png"
        try Data(TrialPictures.png(1, width: 40, height: 40)).write(to: URL(fileURLWithPath: tiny))
        let unsure = try Program.run(["show", tiny, "--lang", "en", "--output", scratch.path + "/t.png"])
        #expect(unsure.status == 1 && unsure.output.contains("not sure"))
        #expect(FileManager.default.fileExists(atPath: scratch.path + "/t.png"))
        #expect(try Program.run(["show", tiny, "--polar"]).status == 2)
        for (arguments, word) in [
            (["show", scratch.path], "is a folder"), (["show", scratch.path + "/none.png"], "there is no file"),
            (["show", file, "--output", "a.tiff"], "must end in"), (["show", file, "--plain", "--polar"], "give one"),
        ] {
            let run = try Program.run(arguments, environment: ["SONOGRADE_HOME": ""], in: scratch.path)
            #expect(run.status == 64 && run.errors.contains(word), "\(run.errors)")
        }
        let full = try Program.run(["show", file, "--output", "/nowhere/at/all.png"])
        #expect(full.status == 74)
    }

    @Test("an image that waits for an expert is shown only with --unblind, which the audit trail notes")
    func blindness() throws {
        let home = try ReviewTrial.home(ReviewTrial.six)
        let image = try #require(try home.waiting().first)
        func entries() throws -> Int {
            try home.count("SELECT count(*) FROM audit WHERE action = 'image.unblinded'")
        }
        let before = try entries()
        let refused = try home.run(["show", "\(image)"], expert: "wang")
        #expect(refused.status == 2 && refused.errors.contains("--unblind"))
        #expect(!refused.output.contains("初筛"))
        #expect(try entries() == before)
        let target = home.scratch.path + "/seen.svg"
        let seen = try home.run(["show", "\(image)", "--unblind", "--output", target, "--lang", "en"], expert: "wang")
        #expect(seen.errors.contains("audit trail") && seen.output.contains("C01/"), "\(seen.errors)")
        #expect(try entries() == before + 1)
        #expect(FileManager.default.fileExists(atPath: target))

        // Once it is read nothing waits: anybody may look, and a named expert's look is noted.
        let answered = try home.run(["review", "\(image)", "--all-yes", "--format", "json"], expert: "li")
        #expect(answered.status == 0, "\(answered.errors)")
        #expect(try home.run(["show", "\(image)"]).status == 0)
        #expect(try entries() == before + 1)
        #expect(try home.run(["show", "\(image)"], expert: "wang").status == 0)
        #expect(try entries() == before + 2)
    }

    /// A linear picture whose scan lines from 40 to 45 % of the width are 40 % darker, as under dead elements.
    private static func withDeadElements(_ seed: Int) throws -> [UInt8] {
        var recipe = PhantomRecipe(anatomy: .thyroidLong)
        (recipe.seed, recipe.width, recipe.height) = (UInt64(seed), 320, 256)
        recipe.chrome.style = .cropped
        let plane = try recipe.render().grey
        var pixels = plane.pixels
        for y in 0..<plane.height {
            for x in plane.width * 40 / 100..<plane.width * 45 / 100 {
                pixels[y * plane.width + x] = UInt8(Double(pixels[y * plane.width + x]) * 0.6)
            }
        }
        return try PNGEncoder.encode(GreyPlane(width: plane.width, height: plane.height, pixels: pixels))
    }

    @Test(
        "a transducer's dead elements are drawn on its images, with the stack they are known by; on a file they are not"
    )
    func deadElements() throws {
        let home = try TrialHome()
        let drop = try TrialDrop()
        let found = Mutex([[UInt8]](repeating: [], count: 64))
        DispatchQueue.concurrentPerform(iterations: 64) { index in
            let bytes = (try? Self.withDeadElements(index)) ?? []
            found.withLock { $0[index] = bytes }
        }
        let pictures = found.withLock { $0 }
        for (number, bytes) in pictures.enumerated() {
            try drop.write(bytes, to: "C01/E\(number)/00_thy.left.long.png")
            let manifest = #"{"examType": "thyroid", "deviceId": "US-1", "transducer": "L12"}"#
            try drop.write(manifest, to: "C01/E\(number)/exam.json")
        }
        try drop.drop(into: home)
        _ = try home.watchOnce()
        let target = home.scratch.path + "/dead.svg"
        let shown = try home.run(["show", "1", "--unblind", "--lang", "en", "--output", target], expert: "wang")
        #expect(shown.status == 0, "\(shown.errors)")
        let line = shown.output.replacing(/\s+/, with: " ")
        #expect(line.contains("dead transducer elements") && line.contains("US-1"), "\(shown.output)")
        #expect(line.firstMatch(of: /by 6\d images/) != nil, "\(shown.output)")
        #expect(try String(contentsOfFile: target, encoding: .utf8).contains("#ffb6db"))
        // The device's, not the picture's: it is among no picture's findings.
        #expect(!(try home.answers().values.contains { $0.contains("DEVICE_DROPOUT") }))
        // Once the watcher has looked through the devices, answers draw it, and say whose matter it is.
        let later = try TrialDrop()
        for (exam, device) in [("F1", "US-1"), ("F2", "US-2")] {
            try later.write(try Self.withDeadElements(99), to: "C01/\(exam)/00_thy.left.long.png")
            let manifest = #"{"examType": "thyroid", "deviceId": "\#(device)", "transducer": "L12"}"#
            try later.write(manifest, to: "C01/\(exam)/exam.json")
        }
        try later.drop(into: home)
        _ = try home.watchOnce()
        func page(_ exam: String) throws -> String {
            try String(contentsOfFile: "\(home.path)/outbox/C01/\(exam)/report.html", encoding: .utf8)
        }
        let (ill, well) = (try page("F1"), try page("F2"))
        let status = try home.run(["status", "--lang", "en"]).output
        #expect(ill.contains(#"<polygon class="dead""#) && ill.contains("设备的问题，与操作者无关"), "\(status)")
        #expect(!well.contains(#"<polygon class="dead""#) && !well.contains("设备的问题，与操作者无关"))
        let pdf = home.scratch.path + "/F1.pdf"
        #expect(try home.run(["report", "exam", "F1", "--format", "pdf", "--output", pdf]).status == 0)
        let file = home.scratch.path + "/loose.png"
        try Data(pictures[0]).write(to: URL(fileURLWithPath: file))
        let loose = try Program.run(["show", file, "--lang", "en", "--exam-type", "thyroid"])
        #expect(!loose.output.contains("dead transducer elements"))
    }

    @Test("a terminal gets the picture in characters with the findings' numbers, as wide as it is")
    func terminal() throws {
        let (scratch, file) = try desk()
        defer { withExtendedLifetime(scratch) {} }
        let terminal = try PseudoTerminal(
            ["show", file, "--lang", "en", "--graphics", "symbols"],
            columns: 70,
            rows: 30
        )
        let (output, status) = try terminal.finish()
        #expect(status == 0)
        #expect(output.contains("\u{1B}[38;2;") || output.contains("48;2;"))
        #expect(output.contains("first pass") && output.contains("scan area"))
        let plain = try Program.run(["show", file, "--lang", "en"])
        // Not a terminal: words only.
        #expect(plain.status == 0 && !plain.output.contains("\u{1B}"))
    }

    @Test("grade --explain tells the way to each score and is refused where programs read")
    func explained() throws {
        let (scratch, file) = try desk()
        defer { withExtendedLifetime(scratch) {} }
        let run = try Program.run(["grade", file, "--explain", "--lang", "en"])
        #expect(run.output.contains("How the score came about") && run.output.contains("sub-score"))
        let refused = try Program.run(["grade", file, "--explain", "--format", "jsonl"])
        #expect(refused.status == 64 && refused.errors.contains("--explain"))
    }
}
