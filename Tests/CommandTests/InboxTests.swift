import Foundation
import Glibc
import Testing

/// One report.json, as far as these tests look into it.
private struct Answer: Decodable {
    struct Image: Decodable {
        struct Grade: Decodable {
            struct Finding: Decodable { let code: String }
            let status: String
            let section: String?
            let findings: [Finding]
        }
        let file: String
        let standing: String
        let grade: Grade
    }
    struct Unreadable: Decodable {
        struct Problem: Decodable { let code: String }
        let file: String
        let error: Problem
    }
    struct Exam: Decodable {
        let id: String
        let date: String?
        let pseudonym: String?
    }
    struct Withdrawal: Decodable { let reason: String? }
    let exam: Exam
    let images: [Image]
    let unreadable: [Unreadable]
    let withdrawn: Withdrawal?
}

extension TrialHome {
    fileprivate func answer(_ exam: String) throws -> Answer {
        let data = try Data(contentsOf: URL(fileURLWithPath: outbox + "/" + exam + "/report.json"))
        return try JSONDecoder().decode(Answer.self, from: data)
    }

    /// Writes a file into the inbox as a clinic would, just now.
    fileprivate func put(_ bytes: [UInt8], _ file: String) throws {
        let path = inbox + "/" + file
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}

/// Waits for a condition that another process brings about; false when it never does.
private func eventually(within seconds: Double = 30, _ condition: () -> Bool) -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
        if condition() { return true }
        usleep(20_000)
    }
    return condition()
}

@Suite("The inbox")
struct InboxTests {
    @Test("what lay there before the start is taken, answered and removed")
    func existing() throws {
        let home = try TrialHome()
        try home.put(try TrialPictures.jpeg(1), "C01/20260315_E1_abdomen/01_abd.gb.long.jpg")
        let run = try home.watchOnce()
        #expect(run.status == 0 || run.status == 1)
        let answer = try home.answer("C01/20260315_E1_abdomen")
        #expect(answer.exam.id == "E1")
        #expect(answer.exam.date == "2026-03-15")
        #expect(answer.images.map(\.grade.section) == ["abd.gb.long"])
        #expect(home.inboxFiles().isEmpty)
        let audit = try Program.run(["audit", "verify", "--home", home.path])
        #expect(audit.status == 0, "\(audit.errors)")
    }

    @Test("a re-drop is ignored and said so; a late file joins; a corrected one takes its place and keeps the old")
    func laterFiles() throws {
        let home = try TrialHome()
        let folder = "C01/E7_abdomen"
        try home.put(try TrialPictures.jpeg(1), folder + "/01_a.jpg")
        _ = try home.watchOnce()
        try home.put(try TrialPictures.jpeg(1), folder + "/01_a.jpg")
        let again = try home.watchOnce()
        #expect(again.errors.contains("came again with the same name and bytes; ignored"))
        #expect(try home.answer(folder).images.count == 1)
        try home.put(try TrialPictures.jpeg(2), folder + "/02_b.jpg")
        _ = try home.watchOnce()
        #expect(try home.answer(folder).images.map(\.file) == ["01_a.jpg", "02_b.jpg"])
        try home.put(try TrialPictures.jpeg(3), folder + "/01_a.jpg")
        _ = try home.watchOnce()
        let corrected = try home.answer(folder)
        #expect(corrected.images.map(\.standing) == ["corrected", "current"])
        #expect(try home.dump().contains("\"superseded\""), "the old picture is remembered")
        #expect(home.inboxFiles().isEmpty)
    }

    @Test("the same picture in two patients' exams is found on both sides, whichever came first")
    func duplicates() throws {
        let home = try TrialHome()
        try home.put(try TrialPictures.jpeg(5), "C01/E1_abdomen/a.jpg")
        _ = try home.watchOnce()
        try home.put(try TrialPictures.jpeg(5), "C02/E9_abdomen/b.jpg")
        _ = try home.watchOnce()
        for exam in ["C01/E1_abdomen", "C02/E9_abdomen"] {
            let codes = try home.answer(exam).images.flatMap(\.grade.findings).map(\.code)
            #expect(codes.contains("DUP_CROSS_PATIENT"), "\(exam): \(codes)")
        }
    }

    @Test("exam.json names the exam, late files join it by the folder, and it can be withdrawn and brought back")
    func manifest() throws {
        let home = try TrialHome()
        let folder = "C01/whatever"
        try home.put(try TrialPictures.jpeg(1), folder + "/IMG1.jpg")
        try home.put(
            Array(
                #"{"examId":"J1","performedAt":"2026-03-15","patientPseudonym":"p1","examType":"abdomen","images":[{"file":"IMG1.jpg","section":"abd.gb.long"},{"file":"IMG2.jpg","section":"abd.spleen.long"}]}"#
                    .utf8
            ),
            folder + "/exam.json"
        )
        _ = try home.watchOnce()
        try home.put(try TrialPictures.jpeg(2), folder + "/IMG2.jpg")
        _ = try home.watchOnce()
        let answer = try home.answer(folder)
        #expect(answer.exam.id == "J1")
        #expect(answer.exam.pseudonym == "p1")
        #expect(answer.images.map(\.grade.section) == ["abd.gb.long", "abd.spleen.long"])
        try home.put(
            Array(
                #"{"examId":"J1","performedAt":"2026-03-15","withdrawn":true,"withdrawnReason":"wrong patient"}"#.utf8
            ),
            folder + "/exam.json"
        )
        _ = try home.watchOnce()
        #expect(try home.answer(folder).withdrawn?.reason == "wrong patient")
        try home.put(
            Array(#"{"examId":"J1","performedAt":"2026-03-15","withdrawn":false}"#.utf8),
            folder + "/exam.json"
        )
        _ = try home.watchOnce()
        #expect(try home.answer(folder).withdrawn == nil)
    }

    @Test("names that are GBK bytes are shown as Chinese and nothing of them is lost")
    func gbkNames() throws {
        let home = try TrialHome()
        // 张三_腹部 and 肝.jpg in GBK.
        let folder: [UInt8] = [0xD5, 0xC5, 0xC8, 0xFD, 0x5F, 0xB8, 0xB9, 0xB2, 0xBF]
        let file: [UInt8] = [0xB8, 0xCE, 0x2E, 0x6A, 0x70, 0x67]
        try FileManager.default.createDirectory(atPath: home.inbox + "/C01", withIntermediateDirectories: true)
        let path = Array((home.inbox + "/C01/").utf8) + folder
        #expect(mkdir(path.map { CChar(bitPattern: $0) } + [0], 0o755) == 0)
        let picture = path + [0x2F] + file
        let descriptor = open(picture.map { CChar(bitPattern: $0) } + [0], O_WRONLY | O_CREAT, 0o644)
        let bytes = try TrialPictures.jpeg(1)
        #expect(write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
        _ = try home.watchOnce()
        let answer = try home.answer("C01/张三_腹部")
        #expect(answer.images.map(\.file) == ["肝.jpg"])
        #expect(answer.exam.id == "张三")
        #expect(home.inboxFiles().isEmpty)
    }

    @Test("links are never followed, strays go to _unassigned, unfinished copies stay")
    func oddities() throws {
        let home = try TrialHome()
        let outside = try Scratch()
        try Data(try TrialPictures.jpeg(9)).write(to: URL(fileURLWithPath: outside.path + "/secret.jpg"))
        try home.put(try TrialPictures.jpeg(1), "C01/E1/a.jpg")
        try home.put(try TrialPictures.jpeg(2), "C01/E1/b.jpg.part")
        try FileManager.default.createSymbolicLink(
            atPath: home.inbox + "/C01/E1/link.jpg",
            withDestinationPath: outside.path + "/secret.jpg"
        )
        try FileManager.default.createSymbolicLink(atPath: home.inbox + "/C01/E2", withDestinationPath: outside.path)
        try home.put(Array("hello".utf8), "notes.txt")
        let run = try home.watchOnce()
        #expect(run.status == 1)
        #expect(run.errors.contains("C01/E1/link.jpg: is a link"))
        #expect(try home.answer("C01/E1").images.map(\.file) == ["a.jpg"])
        #expect(FileManager.default.fileExists(atPath: outside.path + "/secret.jpg"))
        #expect(FileManager.default.fileExists(atPath: home.path + "/quarantine/_unassigned/notes.txt"))
        #expect(FileManager.default.fileExists(atPath: home.path + "/quarantine/_unassigned/notes.txt.reason.json"))
        #expect(home.inboxFiles().sorted() == ["C01/E1/b.jpg.part", "C01/E1/link.jpg"])
    }

    @Test("an unreadable file is listed, quarantined with its reason, retried after it was mended, or discarded")
    func quarantine() throws {
        let home = try TrialHome()
        let whole = try TrialPictures.jpeg(1)
        try home.put(Array(whole.prefix(whole.count / 2)), "C01/E1/a.jpg")
        try home.put(Array("no picture".utf8), "C01/E1/b.jpg")
        let run = try home.watchOnce()
        #expect(run.status == 1)
        #expect(try home.answer("C01/E1").unreadable.map(\.error.code) == ["truncated", "unsupported_format"])
        let list = try Program.run(["quarantine", "list", "--home", home.path, "--format", "jsonl"])
        let lines = list.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 2)
        let truncated = try #require(lines.first { $0.contains("truncated") })
        let id = try #require(truncated.firstMatch(of: /"id":(\d+)/)?.1)
        // Mended where it lies, as an administrator would, then put back.
        try Data(whole).write(to: URL(fileURLWithPath: home.path + "/quarantine/C01/E1/a.jpg"))
        #expect(try Program.run(["quarantine", "retry", String(id), "--home", home.path]).status == 0)
        _ = try home.watchOnce()
        #expect(try home.answer("C01/E1").images.map(\.file) == ["a.jpg"])
        let other = try #require(lines.first { $0.contains("unsupported") }?.firstMatch(of: /"id":(\d+)/)?.1)
        #expect(try Program.run(["quarantine", "discard", String(other), "--home", home.path]).status == 0)
        #expect(!FileManager.default.fileExists(atPath: home.path + "/quarantine/C01/E1/b.jpg"))
        #expect(try Program.run(["quarantine", "discard", String(other), "--home", home.path]).status == 2)
        #expect(try Program.run(["quarantine", "show", "999", "--home", home.path]).status == 2)
        #expect(try Program.run(["audit", "verify", "--home", home.path]).status == 0)
    }

    @Test("a writer that pauses longer than settle is waited for, and its picture is graded once it is whole")
    func pausingWriter() throws {
        let home = try TrialHome()
        let whole = try TrialPictures.jpeg(4)
        let half = whole.count / 2
        let file = home.inbox + "/C01/E1/a.jpg"
        try home.put(Array(whole.prefix(half)), "C01/E1/a.jpg")
        let watcher = try Program.start(["watch", "--home", home.path, "--settle", "1", "--patience", "60"])
        defer { watcher.terminate() }
        // The half file settles, is looked at, and is put off: the trail tells, and the file is still there.
        let looked = eventually {
            let tail = try? Program.run(["audit", "tail", "--home", home.path, "--limit", "50"])
            return tail?.output.contains("exam.settled") == true
        }
        #expect(looked)
        #expect(FileManager.default.fileExists(atPath: file))
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(whole.dropFirst(half)))
        try handle.close()
        #expect(eventually { FileManager.default.fileExists(atPath: home.outbox + "/C01/E1/report.json") })
        #expect(try home.answer("C01/E1").images.map(\.file) == ["a.jpg"])
        watcher.terminate()
        watcher.waitUntilExit()
        #expect(watcher.terminationReason == .exit)
        #expect(watcher.terminationStatus == 0, "SIGTERM is a clean end")
        let entries = try Program.run([
            "quarantine", "list", "--home", home.path, "--format", "jsonl", "--state", "all",
        ])
        #expect(entries.output.isEmpty)
    }

    @Test("a second watcher is refused with 75; --once names what never comes to rest and exits 1")
    func lockAndUnsettled() throws {
        let home = try TrialHome()
        let watcher = try Program.start(["watch", "--home", home.path])
        defer { watcher.terminate() }
        #expect(
            eventually {
                (try? Program.run(["status", "--home", home.path, "--format", "json"]).output.contains(
                    "\"watched\":true"
                )) == true
            }
        )
        #expect(try home.watchOnce().status == 75)
        watcher.terminate()
        watcher.waitUntilExit()
        try home.put(try TrialPictures.jpeg(1), "C01/E1/a.jpg")
        let run = try Program.run(["watch", "--once", "--home", home.path, "--settle", "3600", "--patience", "0"])
        #expect(run.status == 1)
        #expect(run.errors.contains("C01/E1: still changing"))
        #expect(home.inboxFiles() == ["C01/E1/a.jpg"])
    }

    @Test("many programs may open a home whose store is still to be made, and all find it whole")
    func firstOpening() async throws {
        let home = try TrialHome()
        for _ in 0..<3 {
            for suffix in ["", "-wal", "-shm"] { unlink(home.path + "/sonograde.sqlite" + suffix) }
            unlink(home.path + "/audit.head")
            let runs = try await withThrowingTaskGroup(of: Program.Run.self) { group in
                for _ in 0..<6 {
                    group.addTask { try Program.run(["status", "--home", home.path, "--format", "json"]) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(runs.map(\.status) == [0, 0, 0, 0, 0, 0], "\(runs.map(\.errors))")
        }
    }

    @Test("a folder whose exam.json gives sizes that hold is taken at once, however long settle is")
    func verifiedManifest() throws {
        let home = try TrialHome()
        let bytes = try TrialPictures.jpeg(1)
        try home.put(bytes, "C01/E1/a.jpg")
        try home.put(Array(#"{"images":[{"file":"a.jpg","bytes":\#(bytes.count)}]}"#.utf8), "C01/E1/exam.json")
        let run = try Program.run(["watch", "--once", "--home", home.path, "--settle", "3600", "--patience", "0"])
        #expect(!run.errors.contains("still changing"))
        #expect(try home.answer("C01/E1").images.count == 1)
        #expect(home.inboxFiles().isEmpty)
    }

    @Test("a new rubric regrades from the originals, keeps the old grade and rewrites the answer")
    func regrade() throws {
        let home = try TrialHome()
        try home.put(try TrialPictures.jpeg(1), "C01/E1/a.jpg")
        _ = try home.watchOnce()
        let before = try String(contentsOfFile: home.outbox + "/C01/E1/report.json", encoding: .utf8)
        let rubric = """
            id: trial
            version: "2.0"
            extends: general
            title: {zh: 试用, en: Trial}
            levels: {A: 99, B: 98, C: 97}
            """
        let file = home.scratch.path + "/trial.yaml"
        try rubric.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try Program.run(["regrade", "--home", home.path, "--rubric", file])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("regraded 1, unchanged 0"), "\(run.output)")
        let after = try String(contentsOfFile: home.outbox + "/C01/E1/report.json", encoding: .utf8)
        #expect(before != after)
        #expect(after.contains("\"2.0\""))
        let again = try Program.run(["regrade", "--home", home.path, "--rubric", file])
        #expect(again.output.contains("regraded 0, unchanged 1"), "\(again.output)")
        #expect(try Program.run(["audit", "verify", "--home", home.path]).status == 0)
    }

    @Test(
        "files that cannot be removed are graded once, named once, and stay",
        .enabled(if: getuid() == 0, "needs root to run the program as another user")
    )
    func readOnlyInbox() throws {
        let home = try TrialHome()
        try home.put(try TrialPictures.jpeg(1), "C01/E1/a.jpg")
        chmod(home.inbox + "/C01/E1", 0o555)
        // Where the checkout lies other users may not look.
        let program = home.scratch.path + "/sonograde"
        try FileManager.default.copyItem(atPath: Program.path, toPath: program)
        // Root removes what it likes: the program runs as nobody, who owns all of the home but the exam's folder.
        func asNobody(_ arguments: [String]) throws -> String {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
            process.arguments = ["--reuid=65534", "--regid=65534", "--clear-groups", program] + arguments
            let errors = Pipe()
            process.standardError = errors
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return text
        }
        chmod(home.scratch.path, 0o755)
        let all = FileManager.default.enumerator(atPath: home.path)?.compactMap { $0 as? String } ?? []
        for file in [""] + all where file != "inbox/C01/E1" && !file.hasPrefix("inbox/C01/E1/") {
            chown(home.path + "/" + file, 65534, 65534)
        }
        let arguments = ["watch", "--once", "--home", home.path, "--settle", "0", "--patience", "0"]
        let first = try asNobody(arguments)
        #expect(first.contains("is graded but cannot be removed"), "\(first)")
        let second = try asNobody(arguments)
        #expect(!second.contains("cannot be removed"), "\(second)")
        #expect(try home.answer("C01/E1").images.count == 1)
        #expect(home.inboxFiles() == ["C01/E1/a.jpg"])
        let doctor = try Program.run(["doctor", "--home", home.path])
        #expect(doctor.output.contains("C01/E1/a.jpg"))
    }

    @Test("a clinic with ten small files is not kept waiting by one with hundreds")
    func fairness() throws {
        let home = try TrialHome()
        for number in 0..<60 { try home.put(try TrialPictures.jpeg(number), "A-big/E\(number)/a.jpg") }
        try home.put(try TrialPictures.jpeg(100), "B-small/E1/a.jpg")
        _ = try home.watchOnce(["--workers", "1"])
        let tail = try Program.run(["audit", "tail", "--home", home.path, "--limit", "2000"])
        let answered = tail.output.split(separator: "\n").filter { $0.contains("exam.answered") }.reversed().map(
            String.init
        )
        let place = try #require(answered.firstIndex { $0.contains("B-small") })
        #expect(place <= 2, "B-small was answered as number \(place + 1) of \(answered.count)")
    }
}
