import Foundation
import Grading
import Store
import Testing

@Suite("The audit trail of the experts' work")
struct ReviewAuditTests {
    let desk: ReviewHome

    /// A home in which everything was done that the trail tells of.
    init() throws {
        desk = try ReviewHome()
        try desk.roster("li", institutions: ["Village"])
        try desk.roster("wang")
        let images = try desk.drop([.critical, .flagged, .drawn])
        _ = try desk.next()
        try desk.store.noteUnblinding(image: images[0], by: "li", at: Moments.start)
        try desk.store.noteUnblinding(image: nil, by: "root", at: Moments.start)
        try desk.read(images[0], grade: expertGrade(consultation: "a cyst?"))
        _ = try desk.store.dispute(image: images[0], text: "no", by: "Dr Zhao", at: Moments.later(days: 1))
        try desk.read(images[0], by: "wang", at: Moments.later(days: 2))
        _ = try desk.store.answerConsultation(1, answer: "yes", expert: "wang", at: Moments.later(days: 2))
        _ = try desk.claim(images[1])
        try desk.store.release(image: images[1], expert: "li", skippedBecause: "dark", at: Moments.start)
        try desk.store.changeExpert(id: "wang", name: "Wang Fang", institutions: ["Town"], at: Moments.start)
        try desk.store.retireExpert(id: "wang", at: Moments.later(days: 3))
    }

    @Test("Every step leaves its entry, and the trail is sound")
    func entries() throws {
        #expect(try desk.problems() == [])
        let image = "County/20261121_E1/0.png"
        let entries = try desk.store.auditTail(limit: 99).reversed().map { "\($0.action) \($0.subject)" }
        for entry in [
            "expert.added li", "claim.taken \(image) by li", "image.unblinded \(image) by li",
            "image.unblinded queue by root",
            "image.reviewed \(image) by li", "consultation.asked \(image) by li", "image.disputed \(image)",
            "image.reviewed \(image) by wang", "dispute.settled \(image)", "consultation.answered \(image) by wang",
            "claim.skipped County/20261121_E1/1.png by li: dark", "expert.changed wang", "expert.retired wang",
        ] {
            #expect(entries.contains(entry), "\(entry)")
        }
        #expect(entries.filter { $0 == "exam.reviewed County/20261121_E1" }.count == 4)
        try desk.store.close()
        #expect(try desk.home.open().verifyAudit(vault: desk.home.vault).isSound)
    }

    @Test(
        "What was changed by hand in a reading, objection, question or the roster is found",
        arguments: [
            ("UPDATE review SET score_tenths = 1000, level = 'A' WHERE id = 1", "review/1"),
            ("UPDATE review SET expert_id = 'zhou' WHERE id = 1", "review/1"),
            ("UPDATE review SET was_unblinded = 1 WHERE id = 2", "review/2"),
            ("UPDATE review SET document = REPLACE(document, '80', '99') WHERE id = 2", "review/2"),
            ("UPDATE dispute SET objection = 'fine' WHERE id = 1", "dispute/1"),
            ("UPDATE dispute SET settled_by = 1 WHERE id = 1", "dispute/1"),
            ("UPDATE consultation SET answer = 'no' WHERE id = 1", "consultation/1"),
            ("UPDATE expert SET retired_at = NULL WHERE id = 'wang'", "expert/wang"),
            ("DELETE FROM expert_institution WHERE expert_id = 'li'", "expert/li"),
            ("UPDATE image SET review_id = 1 WHERE id = 1", "exam/1"),
            ("UPDATE image SET review_id = 1 WHERE id = 1", "image 1"),
            ("UPDATE image SET expert_score_tenths = 999 WHERE id = 1", "image 1"),
            ("DELETE FROM queue WHERE image_id = 2", "image 2"),
            ("UPDATE queue_count SET images = 7", "queue"),
            (
                "INSERT INTO queue (image_id, institution_id, kind, priority, since) VALUES (1, 1, 'first', 0, '2026')",
                "image 1"
            ),
        ]
    )
    func tampered(sql: String, subject: String) throws {
        try desk.home.tamper(sql)
        #expect(try desk.problems().contains { $0.kind == .changedRecord && $0.subject == subject })
    }

    @Test("A reading that was taken away, or put in by hand, is found")
    func missingAndUnknown() throws {
        try desk.home.tamper(
            """
            INSERT INTO review SELECT 9, image_id, 9, expert_id, claimed_at, at, was_unblinded, grade_id, dispute_id,
                exam_revision, score_tenths, level, document FROM review WHERE id = 1
            """
        )
        #expect(try desk.problems().contains { $0.kind == .unknownRecord && $0.subject == "review" })
        try desk.home.tamper("PRAGMA foreign_keys = OFF; DELETE FROM review WHERE id = 9; DELETE FROM consultation")
        #expect(try desk.problems().contains { $0.kind == .missingRecord && $0.subject == "consultation/1" })
    }

    @Test("The dump tells of the experts' work without moments and the store's numbers, whatever the order")
    func dump() throws {
        func lines(reversed: Bool) throws -> [String] {
            let desk = try ReviewHome()
            let exams = ["E1", "E2", "E3"]
            for exam in reversed ? exams.reversed() : exams {
                try desk.drop([.critical, .drawn], exam: exam, at: Moments.later(days: reversed ? 4 : 0))
            }
            let images = try desk.store.queue(QueueFilter(), for: nil, after: nil, limit: 9, at: Moments.start)
            for exam in reversed ? exams : exams.reversed() {
                let image = try #require(
                    try desk.store.image(institution: "County", folder: "20261121_\(exam)_x", file: "0.png").first
                )
                #expect(images.contains { $0.image == image })
                try desk.read(image, grade: expertGrade(comment: exam, consultation: "why \(exam)"))
                if exam == "E2" {
                    _ = try desk.store.dispute(image: image, text: "no", by: nil, at: Moments.later(days: 9))
                    try desk.read(image, by: "wang")
                }
            }
            #expect(try desk.problems() == [])
            return try desk.store.dumpLines()
        }
        let straight = try lines(reversed: false)
        #expect(try lines(reversed: true) == straight)
        #expect(straight.filter { $0.contains("\"kind\":\"review\"") }.count == 4)
        #expect(straight.filter { $0.contains("\"kind\":\"dispute\"") && $0.contains("\"settled_by\":2") }.count == 1)
        #expect(straight.filter { $0.contains("\"kind\":\"consultation\"") }.count == 3)
        #expect(straight.filter { $0.contains("\"kind\":\"queue\"") }.count == 3)
        #expect(!straight.contains { $0.contains("T06:20") || $0.contains("\"claim\"") })
    }
}
