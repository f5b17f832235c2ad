import Foundation
import Grading
import Store
import Testing

@Suite("Pictures kept out of practice, in the store")
struct PracticePoolTests {
    private let home: TestHome
    private let store: Store

    init() throws {
        home = try TestHome()
        store = try home.open()
        var drop = Drop()
        try drop.add("01.png", bytes: "picture", to: home)
        _ = try drop.commit(to: store)
    }

    private func refusal(_ body: () throws -> Void) -> StoreError? {
        do { try body() } catch { return error as? StoreError }
        return nil
    }

    private func rule(_ isExcluded: Bool, _ reason: String, image: Int64 = 1, seconds: Double = 0) throws {
        try store.rulePracticePicture(
            image,
            isExcluded: isExcluded,
            because: reason,
            by: "wang",
            at: Moments.later(seconds: seconds)
        )
    }

    @Test("Out and in again: both rulings stay with reason and name, the trail is sound, the dump has them in order")
    func rulings() throws {
        try rule(true, "图中可见姓名")
        try rule(false, "已遮盖", seconds: 60)
        let rulings = try store.practiceRulings(of: 1)
        #expect(rulings.map(\.isExcluded) == [true, false])
        #expect(rulings.map(\.reason) == ["图中可见姓名", "已遮盖"])
        #expect(rulings.map(\.by) == ["wang", "wang"])
        #expect(rulings[1].at == Moments.later(seconds: 60))
        let verification = try store.verifyAudit(vault: home.vault)
        #expect(verification.isSound, "\(verification.problems)")
        let trail = try store.auditTail(limit: 2)
        #expect(Set(trail.map(\.action)) == ["practice.excluded", "practice.admitted"])
        #expect(trail.allSatisfy { $0.subject.hasSuffix("01.png") }, "\(trail.map(\.subject))")
        let lines = try store.dumpLines().filter { $0.contains(#""kind":"practice_ruling""#) }
        #expect(lines.count == 2)
        #expect(lines.first?.contains("图中可见姓名") == true && lines.first?.contains(#""is_excluded":1"#) == true)
    }

    @Test("The same ruling twice, an unknown image and an empty reason are refused, and nothing is kept")
    func refused() throws {
        let neverOut = refusal { try rule(false, "因为") }
        #expect(neverOut?.code == .denied)
        #expect(neverOut?.message == "it is not kept out of practice")
        let unknown = refusal { try rule(true, "因为", image: 99) }
        #expect(unknown?.code == .notFound)
        let empty = refusal { try rule(true, " \t") }
        #expect(empty?.code == .refused)
        try rule(true, "模糊")
        let twice = refusal { try rule(true, "因为", seconds: 5) }
        #expect(twice?.message == "it is kept out of practice already since \(Moments.start): 模糊")
        let rulings = try store.practiceRulings(of: 1)
        #expect(rulings.count == 1)
    }

    @Test("A changed ruling is found by the audit")
    func tampering() throws {
        try rule(true, "模糊")
        try home.tamper("UPDATE practice_ruling SET is_excluded = 0")
        let changed = try store.verifyAudit(vault: home.vault).problems.filter { $0.kind == .changedRecord }
        #expect(changed.contains { $0.subject.contains("practice_ruling/1") }, "\(changed)")
    }

    @Test("A picture that no expert has read is in nobody's pool")
    func unread() throws {
        let learner = Learner(institution: "Elsewhere", technician: "li")
        let shown = try store.practicePictures(for: learner, limit: 10)
        let pool = try store.practicePool(limit: 10)
        #expect(shown.isEmpty && pool.isEmpty)
    }
}
