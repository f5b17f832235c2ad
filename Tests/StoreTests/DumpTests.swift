import Foundation
import Grading
import Store
import Synchronization
import Testing

@Suite("The canonical dump")
struct DumpTests {
    /// A small network: three institutions, exams with shared pictures, a withdrawn one, unreadable files, late parts.
    private static func submissions(for home: TestHome) throws -> [Drop] {
        var drops: [Drop] = []
        for institution in ["County", "Village", "城关镇"] {
            for number in 0..<6 {
                let folder = number == 5 ? "loose folder" : "2026112\(number)_E\(number)_abdomen"
                var drop = Drop(institution, folder, date: number == 5 ? nil : "2026112\(number)")
                drop.metadata.pseudonym = number % 3 == 0 ? nil : "P\(number % 2)"
                drop.metadata.examType = number == 2 ? nil : "abdomen"
                for image in 0..<4 {
                    // Some pictures come again within the exam, the institution, and in other institutions.
                    let bytes = "picture \((number * 5 + image * 3) % 13)"
                    try drop.add(
                        "0\(image).png",
                        bytes: bytes,
                        to: home,
                        score: Double(50 + (number * 11 + image * 17) % 50),
                        findings: image == 1 ? [Finding(code: "GAIN_HIGH", severity: .minor)] : [],
                        sampled: image == 2
                    )
                }
                if number == 2 {
                    for name in ["10.png", "11.png"] { try drop.add(name, bytes: "twice in \(institution)", to: home) }
                }
                if number == 1 { try drop.addUnreadable("bad.png", bytes: "broken") }
                if number == 4 { drop.withdrawal = .withdraw(reason: "wrong folder") }
                drop.sampling = SamplingCommitment(month: "2026-11", commitment: try sha256(institution))
                drops.append(drop)
                if number == 3 {
                    var late = Drop(institution, folder, date: "20261123")
                    late.metadata = drop.metadata
                    late.sampling = drop.sampling
                    try late.add("99.png", bytes: "picture 3", to: home, score: 77)
                    drops.append(late)
                }
            }
        }
        return drops
    }

    /// A reproducible order.
    private static func shuffled(_ drops: [Drop], seed: UInt64) -> [Drop] {
        var state = seed
        var drops = drops
        for index in drops.indices.reversed() where index > 0 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            drops.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
        }
        return drops
    }

    private static func dump(seed: UInt64) throws -> [String] {
        let home = try TestHome()
        let store = try home.open()
        for (index, drop) in shuffled(try submissions(for: home), seed: seed).enumerated() {
            try store.appendStage(.settled, subject: drop.folder, at: Moments.later(seconds: Double(index)))
            try drop.commit(to: store, at: Moments.later(seconds: Double(index)))
            if index % 5 == Int(seed % 5) { try store.answerAll() }
        }
        try store.answerAll()
        #expect(try store.verifyAudit(vault: home.vault).problems == [])
        return try store.dumpLines()
    }

    @Test("The order of arrival leaves no trace", arguments: [1, 2, 3, 4] as [UInt64])
    func order(seed: UInt64) throws {
        let straight = try Self.dump(seed: 0)
        let other = try Self.dump(seed: seed)
        #expect(straight.count > 150)
        #expect(Set(other).symmetricDifference(straight).sorted() == [])
        #expect(other == straight)
        #expect(straight.contains { $0.contains("cross_patient") })
        #expect(straight.contains { $0.contains("same_exam") })
    }

    @Test("One thread and four, each stopped and started again in between, come to the same")
    func threads() throws {
        let straight = try Self.dump(seed: 0)
        let home = try TestHome()
        let drops = Self.shuffled(try Self.submissions(for: home), seed: 9)
        for part in 0..<3 {
            let store = try home.open()
            let mine = drops.indices.filter { $0 % 3 == part }
            let failures = Mutex<[String]>([])
            DispatchQueue.concurrentPerform(iterations: 4) { thread in
                for index in mine where index / 3 % 4 == thread {
                    do {
                        try drops[index].commit(to: store)
                        // What a restart after a crash before the removal does: everything once more.
                        _ = try store.exams(limit: 3)
                    } catch { failures.withLock { $0.append("\(error)") } }
                }
            }
            #expect(failures.withLock { $0 } == [])
            try store.answerAll()
            try store.close()
        }
        let store = try home.open()
        #expect(try store.dumpLines() == straight)
        #expect(try store.verifyAudit(vault: home.vault).isSound)
    }

    @Test("A dump holds what the input says and no moment")
    func content() throws {
        let home = try TestHome()
        let store = try home.open()
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home)
        try drop.commit(to: store)
        let lines = try store.dumpLines()
        #expect(lines.count == 6)
        let image = try #require(lines.first { $0.contains("\"kind\":\"image\"") })
        #expect(image.contains("\"score_tenths\":925"))
        #expect(image.contains("\"document\":{\"findings\":[]"))
        #expect(!lines.contains { $0.contains("T06:20") })
    }
}
