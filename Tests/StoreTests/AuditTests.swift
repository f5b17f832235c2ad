import Foundation
import Grading
import Store
import Testing

@Suite("The audit trail")
struct AuditTests {
    let home: TestHome
    let originals: [String]

    /// A home with two exams, a correction, an unreadable file and answers; closed again.
    init() throws {
        home = try TestHome()
        let store = try home.open()
        var one = Drop("County", "20261121_E1")
        try one.add("01.png", bytes: "one", to: home)
        try one.add("02.png", bytes: "two", to: home)
        one.sampling = SamplingCommitment(month: "2026-11", commitment: String(repeating: "c", count: 64))
        try store.appendStage(.settled, subject: "County/20261121_E1", at: Moments.start)
        try one.commit(to: store)
        var two = Drop("County", "20261121_E2")
        try two.add("01.png", bytes: "one", to: home)
        try two.addUnreadable("02.png", bytes: "bad")
        try two.commit(to: store)
        var corrected = Drop("County", "20261121_E1")
        try corrected.add("02.png", bytes: "better", to: home)
        try corrected.commit(to: store)
        try store.answerAll()
        originals = try ["one", "two", "better"].map(sha256)
        try store.close()
    }

    private func problems() throws -> [AuditProblem] {
        let store = try home.open()
        let result = try store.verifyAudit(vault: home.vault)
        #expect(result.problemCount == result.problems.count)
        return result.problems
    }

    @Test("A sound home has no problem, and every entry, record and original is looked at")
    func sound() throws {
        let store = try home.open()
        let result = try store.verifyAudit(vault: home.vault)
        #expect(result.problems == [])
        #expect(result.entries == Int64(try store.auditTail(limit: 1)[0].sequence))
        #expect(result.originals == 3)
        #expect(result.records > 10)
    }

    @Test(
        "A record that was changed is found",
        arguments: [
            ("UPDATE grade SET score_tenths = 990 WHERE id = 1", "grade/1"),
            ("UPDATE grade SET document = REPLACE(document, '92.5', '99.5') WHERE id = 2", "grade/2"),
            ("UPDATE image SET level = 'A', score_tenths = 1000 WHERE id = 1", "exam/1"),
            ("UPDATE image SET duplicate = 'none' WHERE exam_id = 2", "exam/2"),
            ("UPDATE exam SET pseudonym = 'other' WHERE id = 2", "exam/2"),
            ("UPDATE image SET sha256 = '\(String(repeating: "0", count: 64))' WHERE id = 1", "grade/1"),
            ("UPDATE answer SET at = '2026-01-01T00:00:00.000Z' WHERE exam_id = 1", "answer/1/3"),
            ("UPDATE receipt SET redropped = 5 WHERE id = 1", "receipt/1"),
            ("UPDATE quarantine SET state = 'discarded' WHERE id = 1", "quarantine/1"),
            ("UPDATE sampling SET commitment = '\(String(repeating: "d", count: 64))'", "sampling/1/2026-11"),
            ("UPDATE exam SET answered_revision = 1 WHERE id = 1", "exam/1"),
        ]
    )
    func changedRecord(sql: String, subject: String) throws {
        try home.tamper(sql)
        #expect(try problems().contains { $0.kind == .changedRecord && $0.subject == subject })
    }

    @Test("A record that was taken away or put in by hand is found")
    func missingAndUnknown() throws {
        try home.tamper(
            "INSERT INTO receipt VALUES (99, 1, '2026-11-21T06:20:00.000Z', '2026-11-21T06:20:00.000Z', 1, 0, 0, 0, '{}', NULL)"
        )
        #expect(try problems().map(\.kind) == [.unknownRecord])
        try home.tamper("DELETE FROM receipt WHERE id IN (1, 99)")
        #expect(try problems().map(\.subject) == ["receipt/1"])
    }

    @Test("A changed, a deleted and a re-chained entry break the chain")
    func chain() throws {
        try home.tamper("UPDATE audit SET subject = 'County/other' WHERE seq = 3")
        #expect(try problems().map(\.subject) == ["entry 3"])
        try home.tamper("DELETE FROM audit WHERE seq = 3")
        #expect(try problems().contains { $0.kind == .brokenChain && $0.message.contains("missing") })
    }

    @Test("A cut tail shows by audit.head, also after the store was opened and written again")
    func cutTail() throws {
        let head = try String(contentsOfFile: home.path + "/audit.head", encoding: .utf8)
        try home.tamper("DELETE FROM audit WHERE seq > (SELECT MAX(seq) - 2 FROM audit)")
        #expect(try problems().contains { $0.kind == .headMismatch })
        let store = try home.open()
        for number in 3..<9 { try Drop("County", "20261121_E\(number)").commit(to: store) }
        try store.close()
        #expect(try String(contentsOfFile: home.path + "/audit.head", encoding: .utf8) == head)
        #expect(try problems().contains { $0.kind == .headMismatch })
    }

    @Test("A head that a crash left behind is no problem; one that is missing, ahead or unreadable is")
    func heads() throws {
        let path = home.path + "/audit.head"
        let store = try home.open()
        let entry = try #require(try store.auditTail(limit: 4).last)
        try "\(entry.sequence) \(entry.hash)\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try store.verifyAudit(vault: home.vault).isSound)
        try store.close()
        for text in ["", "12 x\n", "9999 \(entry.hash)\n"] {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try problems().map(\.kind) == [.headMismatch])
        }
        try FileManager.default.removeItem(atPath: path)
        #expect(try problems().map(\.kind) == [.headMismatch])
    }

    @Test("An original that was changed or lost is found, also with its size kept")
    func vault() throws {
        let path = try #require(try home.vault.path(sha256: originals[0]))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try Data("onf".utf8).write(to: URL(filePath: path))
        #expect(try problems().map(\.kind) == [.changedOriginal])
        try FileManager.default.removeItem(atPath: path)
        #expect(try problems().map(\.kind) == [.missingOriginal])
    }

    @Test("A value of the wrong kind is a finding or an error, never a crash")
    func wrongKind() throws {
        try home.tamper("UPDATE audit SET at = X'00' WHERE seq = 2")
        #expect(try problems().contains { $0.kind == .brokenChain })
        try home.tamper("UPDATE image SET bytes = 'many' WHERE id = 1")
        let store = try home.open()
        let error = #expect(throws: StoreError.self) { try store.examDetail(1) }
        #expect(error?.code == .corrupt)
    }

    @Test("A regrade keeps the old grade, shows it, and leaves the trail sound")
    func regrade() throws {
        let store = try home.open()
        try store.answerAll()
        let candidates = try store.regradeCandidates(RegradeFilter(institution: "County"), limit: 99)
        let expected = try ["one", "one", "better"].map(sha256).sorted()
        #expect(candidates.map(\.sha256).sorted() == expected)
        #expect(try store.regradeCandidates(RegradeFilter(rubricID: "echo"), limit: 99).isEmpty)
        #expect(try store.regradeCandidates(RegradeFilter(exam: 2), limit: 99).count == 1)
        #expect(
            try store.regradeCandidates(RegradeFilter(), after: candidates[0].imageID, limit: 1).map(\.imageID) == [
                candidates[1].imageID
            ]
        )
        func regrades(_ score: Double) -> [Regrade] {
            candidates.map {
                Regrade(
                    imageID: $0.imageID,
                    sha256: $0.sha256,
                    grade: grade($0.name.display, score: score, rubric: rubricTwo)
                )
            }
        }
        let outcome = try store.commitRegrade(regrades(71), effective: markDuplicates, at: Moments.later(days: 1))
        #expect(outcome.regraded == 3)
        #expect(outcome.exams == [1, 2])
        let image = try #require(try store.examDetail(1).images.first)
        #expect(image.grade.score == 71)
        #expect(image.grade.findings.map(\.code) == ["DUP_CROSS_PATIENT"])
        #expect(image.previous?.score == 92.5)
        #expect(image.previous?.rubric == rubricOne)
        #expect(Set(try store.examsToAnswer(limit: 9).map(\.id)) == [1, 2])
        let again = try store.commitRegrade(regrades(71), effective: markDuplicates, at: Moments.later(days: 2))
        #expect(again.unchanged == 3)
        #expect(again.exams.isEmpty)
        var stale = regrades(72)[0]
        stale.sha256 = try sha256("something else")
        #expect(try store.commitRegrade([stale], effective: markDuplicates, at: Moments.start).passedOver == 1)
        #expect(try home.value("SELECT COUNT(*) FROM grade") == "8")
        #expect(try store.verifyAudit(vault: home.vault).problems == [])
    }
}
