import Foundation
import GRDB
import Glibc
import Testing

/// What the store has of objections, read beside the program.
struct StoredDispute: Equatable {
    let file: String
    let text: String
    let by: String?
    let isOpen: Bool

    /// All of a home, in the order of their record.
    static func all(in home: TrialHome) throws -> [StoredDispute] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: home.path + "/sonograde.sqlite", configuration: configuration)
        return try queue.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT COALESCE(image.name_shown, image.name_key) AS file, dispute.objection, dispute.raised_by,
                        dispute.settled_by
                    FROM dispute JOIN image ON image.id = dispute.image_id ORDER BY dispute.id
                    """
            ).map {
                StoredDispute(
                    file: $0["file"],
                    text: $0["objection"],
                    by: $0["raised_by"],
                    isOpen: $0["settled_by"] == nil
                )
            }
        }
    }
}

/// One entry of `quarantine list`.
struct QuarantineLine: Decodable {
    let id: Int
    let file: String
    let code: String
    let message: String

    static func all(in home: TrialHome) throws -> [QuarantineLine] {
        let run = try Program.run(["quarantine", "list", "--home", home.path, "--format", "json"])
        return try JSONDecoder().decode([QuarantineLine].self, from: Data(run.output.utf8))
    }
}

extension TrialHome {
    /// Writes a file into the inbox as a clinic would, just now.
    func hand(_ bytes: [UInt8], _ file: String) throws {
        let path = inbox + "/" + file
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    func hand(_ text: String, _ file: String) throws { try hand(Array(text.utf8), file) }

    /// An exam's answer as it stands.
    func report(_ exam: String, _ form: String = "json") throws -> String {
        try String(contentsOfFile: outbox + "/" + exam + "/report." + form, encoding: .utf8)
    }
}

@Suite("Objections in the inbox")
struct DisputeInboxTests {
    private static let exam = "C01/20260315_E1_abdomen"

    /// A home with one exam of two images, answered, its inbox folder gone.
    private static func answeredHome() throws -> TrialHome {
        let home = try TrialHome()
        try home.hand(TrialPictures.png(1), exam + "/01_porta.png")
        try home.hand(TrialPictures.jpeg(2), exam + "/deeper/02_gb.jpg")
        _ = try home.watchOnce()
        try? FileManager.default.removeItem(atPath: home.inbox + "/C01")
        return home
    }

    @Test("a text beside the image's name and a dispute.json are recorded, answered at once, and leave the inbox")
    func recorded() throws {
        let home = try Self.answeredHome()
        #expect(try !home.report(Self.exam).contains("体位是对的。"))
        try home.hand("  体位是对的。\r\n", Self.exam + "/01_porta.png.异议.txt")
        let run = try home.watchOnce()
        #expect(run.errors.contains("01_porta.png: the clinic objects to the result"), "\(run.errors)")
        #expect(try StoredDispute.all(in: home) == [.init(file: "01_porta.png", text: "体位是对的。", by: nil, isOpen: true)])
        #expect(home.inboxFiles().isEmpty)
        #expect(try home.report(Self.exam).contains("体位是对的。"), "the answer shows the objection at once")
        #expect(try home.report(Self.exam, "html").contains("体位是对的。"))
        try home.hand(
            #"{"schema":"sonograde.dispute/1","by":"T07","disputes":[{"file":"deeper/02_gb.jpg","text":"see the report"}]}"#,
            Self.exam + "/dispute.json"
        )
        #expect(try home.watchOnce().status == 0)
        #expect(
            try StoredDispute.all(in: home).last
                == .init(file: "deeper/02_gb.jpg", text: "see the report", by: "T07", isOpen: true)
        )
        #expect(home.inboxFiles().isEmpty)
        #expect(try QuarantineLine.all(in: home).isEmpty)
        #expect(try Program.run(["audit", "verify", "--home", home.path]).status == 0)
        let status = try Program.run(["status", "--home", home.path, "--format", "json"]).output
        #expect(status.contains("\"unreadable\":0") && status.contains("\"pending_removals\":0"), "\(status)")
    }

    @Test("GB18030 words, an image's name without its extension, and an image in a deeper folder are understood")
    func forms() throws {
        let home = try Self.answeredHome()
        // 体位对 in GB18030.
        try home.hand([0xCC, 0xE5, 0xCE, 0xBB, 0xB6, 0xD4], Self.exam + "/01_porta.dispute.txt")
        try home.hand("the plane is right", Self.exam + "/deeper/02_gb.jpg.DISPUTE.TXT")
        #expect(try home.watchOnce().status == 0)
        #expect(
            try StoredDispute.all(in: home) == [
                .init(file: "01_porta.png", text: "体位对", by: nil, isOpen: true),
                .init(file: "deeper/02_gb.jpg", text: "the plane is right", by: nil, isOpen: true),
            ]
        )
    }

    @Test("the same words again are the objection that is there; other words meanwhile are kept with the reason")
    func again() throws {
        let home = try Self.answeredHome()
        for _ in 0..<2 {
            try home.hand("the plane is right", Self.exam + "/01_porta.png.dispute.txt")
            #expect(try home.watchOnce().status == 0)
        }
        #expect(try StoredDispute.all(in: home).count == 1)
        try home.hand("and the depth too", Self.exam + "/01_porta.png.dispute.txt")
        #expect(try home.watchOnce().status == 1)
        #expect(try StoredDispute.all(in: home).count == 1)
        let entry = try #require(try QuarantineLine.all(in: home).first)
        #expect(entry.code == "dispute_open")
        #expect(entry.message.contains("retry this one when that is settled"))
        #expect(try home.report(Self.exam).contains("01_porta.png.dispute.txt was not recorded"))
        #expect(home.inboxFiles().isEmpty)
    }

    @Test(
        "what cannot be recorded is quarantined with what to do, is no image, and the exam's answer says so",
        arguments: [
            ("C01/E404/01.png.dispute.txt", "x", "unknown_exam", "name the folder as the exam's folder was"),
            (exam + "/03.png.dispute.txt", "x", "unknown_image", "it has 01_porta.png, deeper/02_gb.jpg"),
            (exam + "/01_porta.png.dispute.txt", " \n", "dispute_invalid", "it says nothing"),
            (exam + "/dispute.json", "{", "dispute_invalid", "it is not JSON"),
            (
                exam + "/dispute.json", #"{"disputes":[{"file":"01_porta.png","text":"a"},{"file":"9","text":"b"}]}"#,
                "unknown_image", "the exam has no image 9"
            ),
            (exam + "/deeper/dispute.json", "{}", "dispute_invalid", "belongs directly into the exam's folder"),
            ("C01/dispute.json", "{}", "dispute_invalid", "belongs directly into the exam's folder"),
            (
                exam + "/01_porta.png.dispute.txt", String(repeating: "长", count: 2_001), "dispute_invalid",
                "at most 2000"
            ),
        ]
    )
    func refused(file: String, text: String, code: String, reason: String) throws {
        let home = try Self.answeredHome()
        let before = try home.dump().split(separator: "\n").count { $0.contains("\"image\"") }
        try home.hand(text, file)
        #expect(try home.watchOnce().status == 1)
        let entries = try QuarantineLine.all(in: home)
        #expect(entries.map(\.code) == [code])
        #expect(entries.first?.message.contains(reason) == true, "\(entries)")
        #expect(try StoredDispute.all(in: home).isEmpty)
        #expect(home.inboxFiles().isEmpty)
        #expect(try home.dump().split(separator: "\n").count { $0.contains("\"image\"") } == before)
        #expect(FileManager.default.fileExists(atPath: home.path + "/quarantine/" + file + ".reason.json"))
        let name = (file as NSString).lastPathComponent
        if file.hasPrefix(Self.exam) {
            #expect(try home.report(Self.exam).contains("\(name) was not recorded"))
        }
        #expect(try Program.run(["audit", "verify", "--home", home.path]).status == 0)
    }

    @Test("an unreadable image and a withdrawn exam cannot be objected to")
    func notDisputable() throws {
        let home = try Self.answeredHome()
        try home.hand("no picture", Self.exam + "/03.png")
        _ = try home.watchOnce()
        try home.hand("x", Self.exam + "/03.png.dispute.txt")
        _ = try home.watchOnce()
        #expect(try QuarantineLine.all(in: home).first?.message.contains("could not be read as a picture") == true)
        try home.hand(#"{"withdrawn":true}"#, Self.exam + "/exam.json")
        _ = try home.watchOnce()
        try home.hand("x", Self.exam + "/01_porta.png.dispute.txt")
        _ = try home.watchOnce()
        #expect(try QuarantineLine.all(in: home).first?.message.contains("the exam was taken back") == true)
        #expect(try StoredDispute.all(in: home).isEmpty)
    }

    @Test("a mended objection takes the place of the one in quarantine, and its remark out of the answer")
    func mended() throws {
        let home = try Self.answeredHome()
        for name in ["0.png", "1.png"] {
            try home.hand(#"{"disputes":[{"file":"\#(name)","text":"x"}]}"#, Self.exam + "/dispute.json")
            _ = try home.watchOnce()
            #expect(try QuarantineLine.all(in: home).map(\.message).count { $0.contains("no image \(name)") } == 1)
            #expect(try QuarantineLine.all(in: home).count == 1)
        }
        #expect(try home.report(Self.exam).contains("dispute.json was not recorded"))
        try home.hand(#"{"disputes":[{"file":"01_porta.png","text":"x"}]}"#, Self.exam + "/dispute.json")
        _ = try home.watchOnce()
        #expect(try !home.report(Self.exam).contains("dispute.json was not recorded"))
        #expect(try QuarantineLine.all(in: home).isEmpty)
        #expect(try Program.run(["audit", "verify", "--home", home.path]).status == 0)
        #expect(try StoredDispute.all(in: home).count == 1)
    }

    @Test("what comes with new images is taken after them; an exam.json beside it says which exam; .done ends it")
    func withImages() throws {
        let home = try TrialHome()
        try home.hand(TrialPictures.png(1), "C01/E1/a.png")
        try home.hand("wait for me", "C01/E1/a.png.dispute.txt")
        try home.hand("", "C01/E1/.done")
        _ = try home.watchOnce()
        #expect(try StoredDispute.all(in: home).map(\.file) == ["a.png"])
        // Another folder, whose exam only its exam.json names.
        try home.hand(TrialPictures.png(2), "C01/first/b.png")
        let manifest = #"{"examId":"J1","performedAt":"2026-03-15"}"#
        try home.hand(manifest, "C01/first/exam.json")
        _ = try home.watchOnce()
        try home.hand(manifest, "C01/second/exam.json")
        try home.hand("look again", "C01/second/b.png.dispute.txt")
        _ = try home.watchOnce()
        #expect(try StoredDispute.all(in: home).map(\.file) == ["a.png", "b.png"])
        #expect(home.inboxFiles().isEmpty)
        try home.hand("", "C01/E1/.done")
        try home.hand("wait for me", "C01/E1/a.png.dispute.txt")
        _ = try home.watchOnce()
        #expect(home.inboxFiles().isEmpty)
        #expect(try home.dump().split(separator: "\n").count { $0.contains("\"folder\":\"E1\"") } <= 1)
    }

    @Test("an image that is still being written keeps its objection waiting, and other images go ahead")
    func incomplete() throws {
        let home = try TrialHome()
        let whole = try TrialPictures.jpeg(3)
        try home.hand(TrialPictures.png(1), "C01/E1/a.png")
        try home.hand(Array(whole.prefix(whole.count / 2)), "C01/E1/b.jpg")
        try home.hand("look again", "C01/E1/b.jpg.dispute.txt")
        let early = try Program.run(["watch", "--once", "--home", home.path, "--settle", "0", "--patience", "2"])
        // After the patience it is over: the picture is unreadable, and so nobody can object to its result.
        #expect(early.status == 1)
        #expect(try QuarantineLine.all(in: home).map(\.code).sorted() == ["not_disputable", "truncated"])
        #expect(home.inboxFiles().isEmpty)
        #expect(try StoredDispute.all(in: home).isEmpty)
    }

    @Test("a file loose in the institution's folder is an exam, and an objection to it lies beside it")
    func loose() throws {
        let home = try TrialHome()
        try home.hand(TrialPictures.png(1), "C01/E9_abdomen.png")
        _ = try home.watchOnce()
        try home.hand("look again", "C01/E9_abdomen.png.dispute.txt")
        #expect(try home.watchOnce().status == 0)
        #expect(try StoredDispute.all(in: home).map(\.file) == ["E9_abdomen.png"])
        #expect(home.inboxFiles().isEmpty)
    }

    @Test("a folder name that was used again means its newest exam; the older one is named by its answer's folder")
    func usedAgain() throws {
        let home = try TrialHome()
        try home.set("late_days", "0")
        try home.hand(TrialPictures.png(1), "C01/E1/a.png")
        _ = try home.watchOnce()
        usleep(1_100_000)
        try home.hand(TrialPictures.png(2), "C01/E1/a.png")
        _ = try home.watchOnce()
        #expect(FileManager.default.fileExists(atPath: home.outbox + "/C01/E1~2/report.json"))
        let old = try home.report("C01/E1")
        try home.hand("the newer one", "C01/E1/a.png.dispute.txt")
        _ = try home.watchOnce()
        #expect(try StoredDispute.all(in: home).map(\.text) == ["the newer one"])
        #expect(try home.report("C01/E1") == old)
    }

    @Test("a dispute.json alone is taken a second after its last change, a text after settle, as exam.json is")
    func settling() throws {
        let home = try Self.answeredHome()
        try home.hand("x", Self.exam + "/01_porta.png.dispute.txt")
        let texts = try Program.run(["watch", "--once", "--home", home.path, "--settle", "3600", "--patience", "0"])
        #expect(texts.errors.contains("still changing"))
        try FileManager.default.removeItem(atPath: home.inbox + "/" + Self.exam + "/01_porta.png.dispute.txt")
        try home.hand(#"{"disputes":[{"file":"01_porta.png","text":"x"}]}"#, Self.exam + "/dispute.json")
        let list = try Program.run(["watch", "--once", "--home", home.path, "--settle", "3600", "--patience", "5"])
        #expect(!list.errors.contains("still changing"), "\(list.errors)")
        #expect(try StoredDispute.all(in: home).count == 1)
    }

    @Test("retried from quarantine, an objection is recorded like any other")
    func retried() throws {
        let home = try TrialHome()
        try home.hand("look again", "C01/E1/a.png.dispute.txt")
        _ = try home.watchOnce()
        let entry = try #require(try QuarantineLine.all(in: home).first)
        #expect(entry.code == "unknown_exam")
        try home.hand(TrialPictures.png(1), "C01/E1/a.png")
        _ = try home.watchOnce()
        #expect(try Program.run(["quarantine", "retry", "\(entry.id)", "--home", home.path]).status == 0)
        #expect(try home.watchOnce().status == 0)
        #expect(try StoredDispute.all(in: home).map(\.text) == ["look again"])
    }
}
