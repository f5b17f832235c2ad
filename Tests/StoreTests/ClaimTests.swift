import Foundation
import Grading
import Store
import Synchronization
import Testing

@Suite("Claims")
struct ClaimTests {
    let desk: ReviewHome

    init() throws { desk = try ReviewHome() }

    @Test("The first image that an expert may take is claimed for the lease, and stays the next one until it is read")
    func next() throws {
        let images = try desk.drop([.drawn, .flagged, .critical])
        let claim = try #require(try desk.next())
        #expect(claim.image == images[2])
        #expect(claim.expert == "li")
        #expect(claim.at == Moments.start)
        #expect(claim.until == Moments.later(seconds: 1800))
        // A program that was killed asks again and gets what it held, for a whole lease more.
        let again = try #require(try desk.next(at: Moments.later(seconds: 60)))
        #expect(again.id == claim.id)
        #expect(again.until == Moments.later(seconds: 1860))
        #expect(try desk.next(by: "wang")?.image == images[1])
        try desk.read(images[2], claim: claim.id, at: Moments.later(seconds: 61))
        #expect(try desk.next(at: Moments.later(seconds: 62))?.image == images[0])
        #expect(try desk.next(by: "zhao") == nil)
        #expect(
            try desk.store.queue(QueueFilter(), for: nil, after: nil, limit: 9, at: Moments.start).map(\.claim?.expert)
                == ["wang", "li"]
        )
        #expect(try desk.problems() == [])
    }

    @Test("A held image is not given for a filter that does not ask for it")
    func resumesWhatIsAskedFor() throws {
        let liver = try desk.drop([.critical], exam: "E1")
        let heart = try desk.drop([.flagged, .flagged], exam: "E2", examType: "echo", section: "echo.plax")
        #expect(try desk.next()?.image == liver[0])
        #expect(try desk.next(QueueFilter(section: "echo.*"))?.image == heart[0])
        #expect(try desk.next(QueueFilter(examType: "echo"))?.image == heart[0])
        #expect(try desk.next(QueueFilter(priority: .critical))?.image == liver[0])
        #expect(try desk.next(QueueFilter(kind: .dispute)) == nil)
        #expect(try desk.next(QueueFilter(institution: "County"))?.image == liver[0])
    }

    @Test("A lease runs out to the millisecond; then the image is anybody's, and the old claim is over")
    func expiry() throws {
        let image = try desk.drop([.flagged])[0]
        let claim = try desk.claim(image)
        let before = Timestamp(milliseconds: claim.until.milliseconds - 1)
        desk.expectDenied("li holds the image until \(claim.until)") {
            _ = try desk.claim(image, by: "wang", at: before)
        }
        #expect(try desk.next(by: "wang", at: before) == nil)
        let taken = try #require(try desk.next(by: "wang", at: claim.until))
        #expect(taken.id == claim.id + 1)
        #expect(try desk.claims() == "li expired, wang held")
        #expect(try desk.home.value("SELECT ended_at FROM claim WHERE id = 1") == claim.until.text)
        desk.expectDenied("wang holds the image") { try desk.read(image, claim: claim.id, at: claim.until) }
        desk.expectDenied("wang does") {
            try desk.store.release(image: image, expert: "li", skippedBecause: nil, at: claim.until)
        }
    }

    @Test("A claim is renewed while it is in force, never shortened, and not after it ran out")
    func renewing() throws {
        let image = try desk.drop([.flagged])[0]
        let claim = try desk.claim(image)
        func renew(_ expert: String, lease: Double, at now: Timestamp) throws -> ClaimRecord {
            try desk.store.renew(claim: claim.id, expert: expert, leaseSeconds: lease, at: now)
        }
        #expect(try renew("li", lease: 60, at: Moments.start).until == claim.until)
        let longer = try renew("li", lease: 1800, at: Moments.later(seconds: 600))
        #expect(longer.until == Moments.later(seconds: 2400))
        #expect(longer.id == claim.id && longer.at == claim.at)
        #expect(try desk.claim(image, at: Moments.later(seconds: 601)).until == Moments.later(seconds: 2401))
        desk.expectDenied("li holds") { _ = try renew("wang", lease: 60, at: Moments.start) }
        desk.expectDenied("ran out at \(Moments.later(seconds: 2401)); claim the image again") {
            _ = try renew("li", lease: 60, at: Moments.later(seconds: 2401))
        }
        desk.expectDenied("no such claim") {
            _ = try desk.store.renew(claim: 99, expert: "li", leaseSeconds: 60, at: Moments.start)
        }
    }

    @Test("Every claim that may not be is refused with its reason and changes nothing")
    func denials() throws {
        try desk.roster("li", institutions: ["Village"])
        try desk.roster("old")
        try desk.roster("wang")
        try desk.store.retireExpert(id: "old", at: Moments.start)
        let image = try desk.drop([.flagged])[0]
        let village = try desk.drop([.flagged], institution: "Village", exam: "E2")[0]
        desk.expectDenied("your own institution") { _ = try desk.claim(village) }
        desk.expectDenied("retired") { _ = try desk.claim(image, by: "old") }
        desk.expectDenied("retired") { _ = try desk.next(by: "old") }
        desk.expectDenied("no such expert") { _ = try desk.claim(image, by: "who") }
        desk.expectDenied("nobody does") {
            try desk.store.release(image: image, expert: "li", skippedBecause: nil, at: Moments.start)
        }
        #expect(throws: StoreError.self) { try desk.claim(99) }
        for id in ["", "a b", "a/b", "a\n", String(repeating: "x", count: 65)] {
            let error = #expect(throws: StoreError.self) { try desk.claim(image, by: id) }
            #expect(error?.code == .refused)
        }
        #expect(try desk.claims() == "")
        var corrected = Drop("County", "20261121_E1_x")
        try desk.add(.flagged, "0", to: &corrected, bytes: "better")
        try corrected.commit(to: desk.store)
        desk.expectDenied("correction") { _ = try desk.claim(image) }
        corrected = Drop("County", "20261121_E1_x")
        corrected.withdrawal = .withdraw(reason: "no")
        try corrected.commit(to: desk.store)
        desk.expectDenied("took the exam back") { _ = try desk.claim(3) }
    }

    @Test("A skipped image is kept from the expert who skipped it, with the reason, and offered to others")
    func skipping() throws {
        let images = try desk.drop([.critical, .flagged])
        #expect(try desk.next()?.image == images[0])
        try desk.store.release(image: images[0], expert: "li", skippedBecause: "no heart doctor", at: Moments.start)
        #expect(try desk.next()?.image == images[1])
        #expect(try desk.next(by: "wang")?.image == images[0])
        #expect(try desk.claims() == "li skipped: no heart doctor, li held, wang held")
        try desk.store.release(image: images[0], expert: "wang", skippedBecause: nil, at: Moments.start)
        #expect(try desk.next(by: "wang")?.image == images[0])
        try desk.store.release(image: images[0], expert: "wang", skippedBecause: nil, at: Moments.start)
        #expect(try desk.claim(images[0]).image == images[0])
        let actions = try desk.store.auditTail(limit: 3).map { "\($0.action) \($0.subject)" }
        #expect(
            actions == [
                "claim.taken County/20261121_E1/0.png by li", "claim.released County/20261121_E1/0.png by wang",
                "claim.taken County/20261121_E1/0.png by wang",
            ]
        )
    }

    @Test("Retiring gives back what the expert holds")
    func retiring() throws {
        try desk.roster("li")
        try desk.roster("wang")
        let image = try desk.drop([.flagged])[0]
        _ = try desk.claim(image)
        try desk.store.retireExpert(id: "li", at: Moments.start)
        #expect(try desk.next(by: "wang")?.image == image)
        #expect(try desk.store.experts(withRetired: false).map(\.id) == ["wang"])
        #expect(try desk.store.experts(withRetired: true).map(\.retiredAt) == [Moments.start, nil])
        desk.expectDenied("retire --undo") { try desk.roster("li") }
        let error = #expect(throws: StoreError.self) { try desk.store.retireExpert(id: "x", at: Moments.start) }
        #expect(error?.code == .notFound)
        #expect(try desk.problems() == [])
    }

    @Test("Eight experts at once, in two stores on one file, never hold the same image")
    func atOnce() throws {
        for exam in 0..<10 { try desk.drop([.critical, .flagged, .flagged, .drawn], exam: "E\(exam)") }
        let other = try desk.home.open()
        let taken = Mutex<[Int64]>([])
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            let store = thread % 2 == 0 ? desk.store : other
            let filter = thread % 3 == 0 ? QueueFilter(section: "abd.*") : QueueFilter()
            do {
                while let claim = try store.claimNext(
                    filter,
                    expert: "e\(thread)",
                    leaseSeconds: 1800,
                    at: Moments.start
                ) {
                    taken.withLock { $0.append(claim.image) }
                    let grade = try store.reviewSubject(image: claim.image, at: Moments.start).machineGradeID
                    _ = try store.commitReview(
                        ReviewCommit(
                            image: claim.image,
                            expert: "e\(thread)",
                            claim: claim.id,
                            wasUnblinded: false,
                            machineGradeID: grade,
                            grade: expertGrade()
                        ),
                        at: Moments.start
                    )
                }
            } catch { failures.withLock { $0.append("\(error)") } }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(taken.withLock { $0.sorted() } == Array(1...40))
        #expect(try desk.home.value("SELECT COUNT(*) FROM review") == "40")
        #expect(try desk.problems() == [])
        try other.close()
    }

    @Test("Of many who claim one image at once exactly one gets it, and the others are told who")
    func oneImage() throws {
        let image = try desk.drop([.flagged])[0]
        let other = try desk.home.open()
        let outcomes = Mutex<(won: Int, denied: Int, other: [String])>((0, 0, []))
        DispatchQueue.concurrentPerform(iterations: 12) { thread in
            let store = thread % 2 == 0 ? desk.store : other
            do throws(StoreError) {
                _ = try store.claim(image: image, expert: "e\(thread)", leaseSeconds: 60, at: Moments.start)
                outcomes.withLock { $0.won += 1 }
            } catch {
                outcomes.withLock {
                    if error.code == .denied, error.message.contains("holds the image until") {
                        $0.denied += 1
                    } else {
                        $0.other.append("\(error)")
                    }
                }
            }
        }
        #expect(outcomes.withLock { $0.won } == 1)
        #expect(outcomes.withLock { $0.denied } == 11)
        #expect(outcomes.withLock { $0.other } == [])
        try other.close()
    }
}
