import Foundation
import GRDB
import Glibc
import Testing

@Suite("Objections, killed at any moment")
struct DisputeCrashTests {
    private static let exams = 4

    private static func folder(_ exam: Int) -> String { "C0\(1 + exam % 2)/2026031\(exam)_E\(exam)_abdomen" }

    /// A home whose exams are answered.
    private static func answeredHome() throws -> TrialHome {
        let home = try TrialHome()
        for exam in 0..<exams {
            for image in 0..<3 { try home.hand(TrialPictures.jpeg(exam * 3 + image), folder(exam) + "/0\(image).jpg") }
        }
        _ = try home.watchOnce()
        return home
    }

    /// Objections of every kind: recorded, quarantined, with images, and in a folder that only exam.json explains.
    private static func makeDrop() throws -> TrialDrop {
        let drop = try TrialDrop()
        for exam in 0..<exams {
            let folder = folder(exam)
            try drop.write("look at 00 of \(exam) again", to: folder + "/00.jpg.dispute.txt")
            try drop.write(
                #"{"by":"T0\#(exam)","disputes":[{"file":"01.jpg","text":"one"},{"file":"02.jpg","text":"two"}]}"#,
                to: folder + "/dispute.json"
            )
            try drop.write("nobody's", to: folder + "/09.jpg.dispute.txt")
            if exam % 2 == 0 {
                try drop.write(TrialPictures.jpeg(100 + exam), to: folder + "/03.jpg")
                // Other words on an image that dispute.json speaks of: read before it, by the order of names.
                try drop.write("three", to: folder + "/02.jpg.异议.txt")
                try drop.write("new and wrong", to: folder + "/03.jpg.dispute.txt")
            } else {
                try drop.write(
                    #"{"examId":"E\#(exam)","performedAt":"2026-03-1\#(exam)"}"#,
                    to: "C02/other\(exam)/exam.json"
                )
                try drop.write("late", to: "C02/other\(exam)/04.jpg.dispute.txt")
                try drop.write(TrialPictures.jpeg(200 + exam), to: "C02/other\(exam)/04.jpg")
            }
            try drop.write("x", to: "C01/nowhere\(exam)/01.jpg.dispute.txt")
        }
        return drop
    }

    @Test("40 kills of a watcher that takes objections leave what an undisturbed run leaves")
    func killed() throws {
        let base = try Self.answeredHome()
        let drop = try Self.makeDrop()
        let undisturbed = try TrialHome(copying: base)
        try drop.drop(into: undisturbed)
        let run = try undisturbed.watchOnce()
        #expect(run.status == 1, "some of the drop is quarantined: \(run.errors.suffix(300))")
        let disputes = try StoredDispute.all(in: undisturbed)
        #expect(disputes.count == Self.exams * 3 + Self.exams / 2)
        let refused = try QuarantineLine.all(in: undisturbed).map(\.code).sorted()
        let half = Self.exams / 2
        let expected = ["dispute_open": half, "unknown_exam": 2 * half, "unknown_image": 2 * half]
        #expect(Dictionary(grouping: refused) { $0 }.mapValues(\.count) == expected)
        #expect(undisturbed.inboxFiles().isEmpty)
        let (dump, answers) = (try undisturbed.dump(), try undisturbed.answers())

        var kills = 0
        var rounds = 0
        var random = SystemRandomNumberGenerator()
        while kills < 40 {
            rounds += 1
            try #require(rounds <= 20, "the moments could not be hit: \(kills)")
            let home = try TrialHome(copying: base)
            try drop.drop(into: home)
            for _ in 0..<8 {
                guard try home.killWatcher(after: Int.random(in: 1...9, using: &random)) else { break }
                kills += 1
            }
            let last = try home.watchOnce()
            #expect(last.status == 0 || last.status == 1, "\(last.errors.suffix(300))")
            #expect(home.inboxFiles().isEmpty)
            let (left, right) = (dump.split(separator: "\n"), try home.dump().split(separator: "\n"))
            #expect(left.count == right.count)
            for (expected, actual) in zip(left, right) where expected != actual {
                Issue.record("round \(rounds): expected \(expected.prefix(500)) but got \(actual.prefix(500))")
                break
            }
            #expect(try StoredDispute.all(in: home).count == disputes.count)
            #expect(try QuarantineLine.all(in: home).map(\.code).sorted() == refused)
            let after = try home.answers()
            #expect(after.keys.sorted() == answers.keys.sorted())
            for (file, text) in answers where after[file] != text { Issue.record("round \(rounds): \(file) differs") }
            let audit = try Program.run(["audit", "verify", "--home", home.path])
            #expect(audit.status == 0, "\(audit.errors.suffix(500))")
        }
    }
}
