import Grading
import Imaging
import Store
import Testing

@Suite("One exam's transaction")
struct CommitTests {
    let home: TestHome
    let store: Store

    init() throws {
        home = try TestHome()
        store = try home.open()
    }

    @Test("A new exam is stored with its images, its answer is due, and its month's sampling is promised")
    func newExam() throws {
        var drop = Drop()
        try drop.add("02_b.png", bytes: "two", to: home, score: 55)
        try drop.add("01_a.png", bytes: "one", to: home)
        drop.metadata = ExamMetadata(examType: "abdomen", pseudonym: "P1", notes: ["said by the clinic"])
        drop.sampling = SamplingCommitment(month: "2026-11", commitment: String(repeating: "c", count: 64))
        let outcome = try drop.commit(to: store)
        #expect(outcome.files == [.added, .added])
        let detail = try store.examDetail(outcome.examID)
        #expect(detail.images.map(\.name.display) == ["01_a.png", "02_b.png"])
        #expect(detail.images.map(\.grade.level) == [.a, .d])
        #expect(detail.exam.metadata == drop.metadata)
        #expect(detail.exam.receivedAt == Moments.start)
        #expect(detail.exam.outboxFolder == drop.folder)
        #expect(try store.examsToAnswer(limit: 9).map(\.id) == [outcome.examID])
        let actions = try store.auditTail(limit: 99).reversed().map(\.action)
        #expect(
            actions == ["exam.received", "sampling.committed", "image.graded", "image.graded", "exam.graded"]
        )
    }

    @Test("Another seed for a month that has begun is refused, and nothing is written")
    func otherSeed() throws {
        var drop = Drop()
        drop.sampling = SamplingCommitment(month: "2026-11", commitment: String(repeating: "c", count: 64))
        try drop.commit(to: store)
        let before = try store.dumpLines()
        var second = Drop("County", "20261122_E2", date: "20261122")
        second.sampling = SamplingCommitment(month: "2026-11", commitment: String(repeating: "d", count: 64))
        let error = #expect(throws: StoreError.self) { try second.commit(to: store) }
        #expect(error?.code == .refused)
        #expect(try store.dumpLines() == before)
    }

    @Test("The same bytes under the same name are counted and change no image")
    func reDrop() throws {
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home)
        let first = try drop.commit(to: store)
        drop.files[0].content = .reDrop
        let second = try drop.commit(to: store, at: Moments.later(seconds: 5))
        #expect(second.files == [.reDropped])
        #expect(second.examID == first.examID)
        #expect(second.revision == first.revision + 1)
        let detail = try store.examDetail(first.examID)
        #expect(detail.images.count == 1)
        #expect(detail.supersededCount == 0)
        #expect(detail.exam.reDropCount == 1)
    }

    @Test("A re-drop of bytes that the exam does not have is refused, so the inbox keeps the file")
    func falseReDrop() throws {
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home)
        try drop.commit(to: store)
        var wrong = Drop()
        try wrong.add("01.png", bytes: "other", to: home)
        wrong.files[0].content = .reDrop
        let error = #expect(throws: StoreError.self) { try wrong.commit(to: store) }
        #expect(error?.code == .refused)
        #expect(try store.examsToAnswer(limit: 9).map(\.revision) == [1])
    }

    @Test("Other bytes under the same name supersede the image, which stays as history")
    func correction() throws {
        var drop = Drop()
        try drop.add(
            "01.png",
            bytes: "blurred",
            to: home,
            score: 40,
            findings: [Finding(code: "BLUR", severity: .major)]
        )
        let first = try drop.commit(to: store)
        var better = Drop()
        try better.add("01.png", bytes: "sharp", to: home, score: 95)
        #expect(try better.commit(to: store).files == [.corrected])
        let detail = try store.examDetail(first.examID)
        #expect(detail.images.map(\.version) == [2])
        #expect(detail.images.map(\.grade.score) == [95])
        #expect(detail.supersededCount == 1)
        #expect(try home.value("SELECT COUNT(*) FROM grade") == "2")
        #expect(try home.value("SELECT COUNT(*) FROM finding") == "0")
        // Back to the first bytes: the newest drop counts.
        #expect(try drop.commit(to: store).files == [.corrected])
        #expect(try store.examDetail(first.examID).images.map(\.version) == [3])
    }

    @Test("A late file adds to its exam, and what is said later takes the place of what was said before")
    func lateFile() throws {
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home)
        drop.metadata = ExamMetadata(examType: "abdomen", technician: "T1")
        let first = try drop.commit(to: store)
        try store.answerAll()
        var late = Drop()
        try late.add("02.png", bytes: "two", to: home)
        late.metadata = ExamMetadata(technician: "T2", device: "D9")
        let second = try late.commit(to: store, at: Moments.later(days: 40))
        #expect(second.examID == first.examID)
        let detail = try store.examDetail(first.examID)
        #expect(detail.images.count == 2)
        #expect(detail.exam.metadata == ExamMetadata(examType: "abdomen", technician: "T2", device: "D9"))
        #expect(detail.exam.receivedAt == Moments.start)
        #expect(detail.exam.state == .graded)
        #expect(try store.examsToAnswer(limit: 9).map(\.id) == [first.examID])
    }

    @Test("Without a date the same folder is the same exam for late_days, then a new one with its own answer")
    func dateless() throws {
        func drop(_ name: String, at now: Timestamp) throws -> CommitOutcome {
            var drop = Drop("County", "liver", date: nil)
            try drop.add(name, bytes: name, to: home)
            return try drop.commit(to: store, at: now)
        }
        let first = try drop("a.png", at: Moments.start)
        let within = try drop("b.png", at: Moments.later(days: 7))
        let after = try drop("c.png", at: Moments.later(days: 7, seconds: 1))
        let again = try drop("d.png", at: Moments.later(days: 10))
        #expect(within.examID == first.examID)
        #expect(after.examID != first.examID)
        #expect(again.examID == after.examID)
        #expect(after.outboxFolder == "liver~2")
        #expect(try store.examDetail(after.examID).exam.ordinal == 2)
        let identity = ExamIdentity(examID: "liver", date: nil, folder: FileName("liver"))
        func planned(days: Double) throws -> Int64? {
            try store.exam(
                institution: FileName("County"),
                identity: identity,
                receivedAt: Moments.later(days: days),
                lateDays: 7
            )?.id
        }
        #expect(try planned(days: 14) == after.examID)
        #expect(try planned(days: 15) == nil)
        #expect(try store.exams(named: "liver").map(\.id) == [after.examID, first.examID])
    }

    @Test("Two folders of one dated exam are one exam; two exams of one folder name have two answers")
    func folders() throws {
        let first = try Drop("County", "20261121_E1_abdomen").commit(to: store)
        #expect(try Drop("County", "20261121_E1").commit(to: store).examID == first.examID)
        #expect(try Drop("Village", "20261121_E1").commit(to: store).examID != first.examID)
        let other = try Drop("County", "20261121_E1_abdomen", date: "20261122").commit(to: store)
        #expect(other.examID != first.examID)
        #expect(other.outboxFolder == "20261121_E1_abdomen~2")
    }

    @Test("Names that differ only in bytes stay apart, and bytes that are not UTF-8 come back unchanged")
    func names() throws {
        let composed = FileName("caf\u{E9}.png")
        let decomposed = FileName("cafe\u{301}.png")
        let chinese = FileName(bytes: [0xB8, 0xCE, 0xD4, 0xE0, 0x2E, 0x70, 0x6E, 0x67], display: "肝脏.png")
        let sameShown = FileName("肝脏.png")
        var drop = Drop("城关镇卫生院", "20261121_E1")
        for (index, name) in [composed, decomposed, chinese, sameShown].enumerated() {
            try drop.add("x", bytes: "bytes \(index)", to: home)
            drop.files[index].name = name
        }
        let outcome = try drop.commit(to: store)
        #expect(outcome.files == [.added, .added, .added, .added])
        let stored = try store.examDetail(outcome.examID).images.map(\.name)
        #expect(Set(stored) == [composed, decomposed, chinese, sameShown])
        #expect(stored.first { $0 == chinese }?.display == "肝脏.png")
        #expect(try store.examDetail(outcome.examID).exam.institution.display == "城关镇卫生院")
    }

    @Test("An unreadable file is listed and quarantined; a sound one under its name closes the entry")
    func unreadableThenSound() throws {
        var drop = Drop()
        try drop.addUnreadable("01.png", bytes: "half")
        let outcome = try drop.commit(to: store)
        let entry = try #require(try store.quarantined(QuarantineFilter(), limit: 9).first)
        #expect(entry.examID == outcome.examID)
        #expect(entry.code == "corrupt")
        #expect(try store.examDetail(outcome.examID).images.map(\.quarantineID) == [entry.id])
        #expect(try store.statusCounts().quarantineOpen == 1)
        var sound = Drop()
        try sound.add("01.png", bytes: "whole", to: home)
        #expect(try sound.commit(to: store).files == [.corrected])
        #expect(try store.quarantineEntry(entry.id).state == .replaced)
        #expect(try store.examDetail(outcome.examID).images.map(\.grade.status) == [.graded])
    }

    @Test("A retried file that stays unreadable gets a new entry, and one that can be read now keeps its version")
    func retry() throws {
        var drop = Drop()
        try drop.addUnreadable("01.png", bytes: "odd")
        let outcome = try drop.commit(to: store)
        // The same bytes while they lie in quarantine: nothing new.
        #expect(try drop.commit(to: store).files == [.reDropped])
        let first = try #require(try store.quarantined(QuarantineFilter(), limit: 9).first)
        try store.markRetried(quarantine: first.id, at: Moments.later(seconds: 9))
        #expect(throws: StoreError.self) { try store.markDiscarded(quarantine: first.id, at: Moments.start) }
        #expect(try drop.commit(to: store).files == [.retried])
        let second = try #require(try store.quarantined(QuarantineFilter(), limit: 9).first)
        #expect(second.id != first.id)
        try store.markRetried(quarantine: second.id, at: Moments.later(seconds: 19))
        var readable = Drop()
        try readable.add("01.png", bytes: "odd", to: home)
        #expect(try readable.commit(to: store).files == [.retried])
        let detail = try store.examDetail(outcome.examID)
        #expect(detail.images.map(\.version) == [1])
        #expect(detail.images.map(\.vaultExtension) == ["png"])
        #expect(detail.supersededCount == 0)
        #expect(try store.quarantined(QuarantineFilter(state: nil), limit: 9).map(\.state) == [.retried, .retried])
        #expect(try store.verifyAudit(vault: home.vault).isSound)
    }

    @Test("A withdrawn exam counts nowhere, is answered once more, and counts again when reinstated")
    func withdrawn() throws {
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home, findings: [Finding(code: "BLUR", severity: .major)])
        let outcome = try drop.commit(to: store)
        try store.answerAll()
        let before = try store.dumpLines().filter { !$0.contains("exam.withdrawn") && !$0.contains("exam.reinstated") }
        var back = Drop()
        back.withdrawal = .withdraw(reason: "wrong patient")
        try back.commit(to: store)
        let detail = try store.examDetail(outcome.examID)
        #expect(detail.exam.state == .withdrawn)
        #expect(detail.exam.withdrawalReason == "wrong patient")
        #expect(detail.images.count == 1)
        #expect(try store.examsToAnswer(limit: 9).map(\.state) == [.withdrawn])
        try store.answerAll()
        #expect(try store.examsToAnswer(limit: 9).isEmpty)
        #expect(try store.statusCounts().exams == [.withdrawn: 1])
        #expect(try store.statusCounts().images.isEmpty)
        #expect(try home.value("SELECT COUNT(*) FROM finding") == "0")
        back.withdrawal = .reinstate
        try back.commit(to: store)
        try store.answerAll()
        let after = try store.dumpLines().filter { !$0.contains("exam.withdrawn") && !$0.contains("exam.reinstated") }
        #expect(after == before)
    }

    @Test("A file that was committed but not yet removed is no re-drop when it is found again")
    func leftOverRemoval() throws {
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home, inode: 7)
        let outcome = try drop.commit(to: store)
        let pending = try store.pendingRemovals()
        #expect(pending == [inboxFile("County", drop.folder, "01.png", number: 7)])
        #expect(try store.pendingRemovals(institution: FileName("County"), folder: FileName(drop.folder)) == pending)
        #expect(try store.pendingRemovals(institution: FileName("Village")).isEmpty)
        let entries = try store.auditTail(limit: 99).count
        #expect(try drop.commit(to: store).files == [.alreadyCommitted])
        #expect(try store.auditTail(limit: 99).count == entries)
        #expect(try store.examDetail(outcome.examID).exam.reDropCount == 0)
        try store.markRemoved(pending)
        #expect(try store.pendingRemovals().isEmpty)
        #expect(try drop.commit(to: store).files == [.reDropped])
    }

    @Test("A file that cannot be removed stays known as committed and is named once")
    func notRemovable() throws {
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home, inode: 7)
        try drop.commit(to: store)
        let file = inboxFile("County", drop.folder, "01.png", number: 7)
        let left = LeftFile(file: file, code: "not_removable", message: "cannot be removed", since: Moments.start)
        #expect(try store.rememberLeft(left))
        #expect(try !store.rememberLeft(left))
        #expect(try store.leftFiles() == [left])
        #expect(try store.pendingRemovals() == [file])
        try store.forgetLeft(paths: [file.path])
        #expect(try store.leftFiles().isEmpty)
        #expect(try store.pendingRemovals() == [file])
        // Another file at the same path is named anew.
        let other = LeftFile(
            file: inboxFile("County", drop.folder, "01.png", number: 8),
            code: "permission",
            message: "x",
            since: Moments.start
        )
        #expect(try store.rememberLeft(other))
        #expect(try store.pendingRemovals().isEmpty)
        try store.forgetLeft(paths: [file.path])
        #expect(try store.leftFiles().isEmpty)
    }

    @Test("A file that belongs to no exam is quarantined once, however often a crash brings it back")
    func stray() throws {
        let file = InboxFile(
            path: FileName("loose.png"),
            institution: nil,
            folder: nil,
            device: 1,
            inode: 2,
            size: 3,
            modifiedNanoseconds: 4
        )
        let stray = StrayFile(
            institution: nil,
            originalPath: file.path,
            place: QuarantinePlace(
                path: FileName("quarantine/_unassigned/loose.png"),
                code: "unassigned",
                message: "m"
            ),
            sha256: try sha256("x"),
            bytes: 3,
            source: file
        )
        let first = try store.quarantine(stray, at: Moments.start)
        #expect(try store.quarantine(stray, at: Moments.start) == first)
        #expect(try store.pendingRemovals() == [file])
        #expect(try store.quarantineEntry(first).institution == nil)
        try store.markDiscarded(quarantine: first, at: Moments.start)
        #expect(try store.quarantined(QuarantineFilter(), limit: 9).isEmpty)
        #expect(try store.quarantined(QuarantineFilter(state: .discarded), limit: 9).map(\.id) == [first])
    }

    @Test("A grade that contradicts itself is refused, and nothing of its exam is written")
    func contradictory() throws {
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home)
        var bad = grade("02.png")
        bad.score = nil
        drop.files.append(
            SubmittedFile(
                name: FileName("02.png"),
                sha256: try sha256("two"),
                bytes: 3,
                content: .image(bad, vaultExtension: "png"),
                source: nil
            )
        )
        let error = #expect(throws: StoreError.self) { try drop.commit(to: store) }
        #expect(error?.code == .refused)
        #expect(try store.dumpLines().isEmpty)
    }

    @Test("An answer to an old revision leaves the exam waiting, and the same answer twice is one")
    func answers() throws {
        let outcome = try Drop().commit(to: store)
        var more = Drop()
        try more.add("01.png", bytes: "one", to: home)
        try more.commit(to: store)
        let report = String(repeating: "b", count: 64)
        try store.markAnswered(exam: outcome.examID, revision: 1, reportSHA: report, at: Moments.later(seconds: 3))
        #expect(try store.examsToAnswer(limit: 9).map(\.revision) == [2])
        try store.markAnswered(exam: outcome.examID, revision: 2, reportSHA: report, at: Moments.later(seconds: 8))
        try store.markAnswered(exam: outcome.examID, revision: 2, reportSHA: report, at: Moments.later(seconds: 9))
        #expect(try store.examsToAnswer(limit: 9).isEmpty)
        let exam = try store.examDetail(outcome.examID).exam
        #expect(exam.state == .answered)
        #expect(exam.firstAnsweredAt == Moments.later(seconds: 3))
        #expect(exam.answeredAt == Moments.later(seconds: 8))
        #expect(throws: StoreError.self) {
            try store.markAnswered(exam: outcome.examID, revision: 3, reportSHA: report, at: Moments.start)
        }
    }
}
