import Foundation
import Grading
import Store
import Testing

@Suite("The queue")
struct QueueTests {
    let desk: ReviewHome

    init() throws { desk = try ReviewHome() }

    @Test("Critical comes before flagged, flagged before drawn, the longest waiting first in each")
    func order() throws {
        let late = try desk.drop(Need.allCases, exam: "E1", at: Moments.later(days: 1))
        let early = try desk.drop(Need.allCases, exam: "E2", at: Moments.start)
        #expect(
            try desk.waiting() == [early[0], late[0], early[1], early[2], late[1], late[2], early[3], late[3]]
        )
        let items = try desk.store.queue(QueueFilter(), for: nil, after: nil, limit: 99, at: Moments.start)
        #expect(items.map(\.priority.rawValue) == [0, 0, 1, 1, 1, 1, 2, 2])
        #expect(items[0].since == Moments.start)
        #expect(items[1].since == Moments.later(days: 1))
        #expect(items[0].examType == "abdomen")
        #expect(items[0].section == "abd.liver")
        #expect(items[0].institution == FileName("County"))
        #expect(items.allSatisfy { $0.kind == .first && $0.claim == nil })
    }

    @Test("Each filter lets through what it names, alone and with others, and the size agrees")
    func filters() throws {
        let liver = try desk.drop([.critical, .drawn], exam: "E1")
        let heart = try desk.drop([.flagged], exam: "E2", examType: "echo", section: "echo.plax")
        let kidney = try desk.drop([.flagged], institution: "Village", exam: "E3", section: "abd.kidney.left")
        let unknown = try desk.drop([.flagged], institution: "Village", exam: "E4", examType: nil, section: nil)
        try desk.read(liver[1])
        _ = try desk.store.dispute(image: liver[1], text: "no", by: nil, at: Moments.start)
        func waiting(_ filter: QueueFilter) throws -> [Int64] { try desk.waiting(filter).sorted() }
        #expect(try waiting(QueueFilter(priority: .critical)) == [liver[0]])
        #expect(try waiting(QueueFilter(priority: .flagged)) == [liver[1]] + heart + kidney + unknown)
        #expect(try waiting(QueueFilter(priority: .sampled)) == [])
        #expect(try waiting(QueueFilter(kind: .dispute)) == [liver[1]])
        #expect(try waiting(QueueFilter(kind: .first)) == [liver[0]] + heart + kidney + unknown)
        #expect(try waiting(QueueFilter(institution: "Village")) == kidney + unknown)
        #expect(try waiting(QueueFilter(examType: "echo")) == heart)
        #expect(try waiting(QueueFilter(section: "abd.liver")) == liver)
        #expect(try waiting(QueueFilter(section: "abd.*")) == liver + kidney)
        #expect(try waiting(QueueFilter(section: "abd.kidney.*")) == kidney)
        #expect(try waiting(QueueFilter(section: "ab.*")) == [])
        #expect(try waiting(QueueFilter(institution: "Village", section: "abd.*")) == kidney)
        #expect(try waiting(QueueFilter(priority: .flagged, kind: .dispute, examType: "abdomen")) == [liver[1]])
        #expect(try waiting(QueueFilter(kind: .first, institution: "County", examType: "abdomen")) == [liver[0]])
        _ = try desk.claim(heart[0])
        #expect(try waiting(QueueFilter(onlyFree: true)) == liver + kidney + unknown)
        let error = #expect(throws: StoreError.self) { try waiting(QueueFilter(institution: "Nowhere")) }
        #expect(error?.code == .notFound)
    }

    @Test("Pages follow each other without gap or repetition while images leave", arguments: [1, 2, 3, 7])
    func paging(limit: Int) throws {
        var images: Set<Int64> = []
        for exam in 0..<6 {
            images.formUnion(try desk.drop([.critical, .flagged, .flagged, .drawn], exam: "E\(exam)"))
        }
        var seen: [Int64] = []
        var after: QueueCursor?
        while true {
            let page = try desk.store.queue(QueueFilter(), for: nil, after: after, limit: limit, at: Moments.start)
            guard let last = page.last else { break }
            seen += page.map(\.image)
            let place: QueueCursor = try #require(QueueCursor(text: last.cursor.text))
            #expect(place == last.cursor)
            after = place
            // The page's last and an earlier image leave before the next page is asked for.
            try desk.read(last.image)
            if let first = page.first, first.image != last.image { try desk.read(first.image) }
        }
        #expect(Set(seen) == images)
        #expect(seen.count == images.count)
    }

    @Test("A page of one priority begins and ends with it, wherever the last page ended")
    func pageOfPriority() throws {
        let images = try desk.drop([.critical, .flagged, .flagged, .drawn])
        let flagged = QueueFilter(priority: .flagged)
        func page(_ after: QueueCursor?) throws -> [Int64] {
            try desk.store.queue(flagged, for: nil, after: after, limit: 9, at: Moments.start).map(\.image)
        }
        let all = try desk.store.queue(QueueFilter(), for: nil, after: nil, limit: 9, at: Moments.start)
        #expect(try page(nil) == [images[1], images[2]])
        #expect(try page(all[0].cursor) == [images[1], images[2]])
        #expect(try page(all[1].cursor) == [images[2]])
        #expect(try page(all[2].cursor) == [])
        #expect(try page(all[3].cursor) == [])
    }

    @Test("An expert is offered neither the own institution's nor the own, held, or skipped images")
    func ofExpert() throws {
        try desk.roster("li", institutions: ["County"])
        try desk.roster("wang")
        let own = try desk.drop([.critical], exam: "E1")
        let mine = try desk.drop([.critical], institution: "Village", exam: "E2", technician: "li")
        let others = try desk.drop(
            [.flagged, .flagged, .drawn],
            institution: "Village",
            exam: "E3",
            technician: "zhao"
        )
        #expect(try desk.waiting(for: "li") == others)
        #expect(try desk.waiting(for: "wang") == own + mine + others)
        let claim = try desk.claim(others[0], by: "wang")
        #expect(try desk.waiting(for: "li") == Array(others.dropFirst()))
        #expect(try desk.waiting(for: "wang") == own + mine + others)
        #expect(try desk.waiting(for: "li", at: claim.until) == others)
        _ = try desk.claim(others[1])
        #expect(try desk.waiting(for: "li") == Array(others.dropFirst()))
        #expect(try desk.waiting(QueueFilter(onlyFree: true), for: "li") == [others[2]])
        try desk.store.release(image: others[1], expert: "li", skippedBecause: "too dark", at: Moments.start)
        #expect(try desk.waiting(for: "li") == [others[2]])
        #expect(try desk.waiting(QueueFilter(withSkipped: true), for: "li") == [others[1], others[2]])
        desk.expectDenied("roster") { _ = try desk.waiting(for: "nobody") }
        // What the roster says counts at once.
        try desk.store.changeExpert(id: "li", name: nil, institutions: [], at: Moments.start)
        #expect(try desk.waiting(for: "li") == own + [others[2]])
    }

    @Test("A correction, a withdrawal and a better grade take an image out, and its claim ends with the reason")
    func leaving() throws {
        let images = try desk.drop([.flagged, .flagged, .critical])
        for image in images { _ = try desk.claim(image) }
        var better = Drop("County", "20261121_E1_x")
        try desk.add(.nothing, "0", to: &better, bytes: "better")
        try better.commit(to: desk.store)
        #expect(try desk.waiting() == [images[2], images[1]])
        let candidate = try #require(
            try desk.store.regradeCandidates(RegradeFilter(), limit: 9).first { $0.imageID == images[1] }
        )
        let regrade = Regrade(imageID: images[1], sha256: candidate.sha256, grade: grade("1.png", rubric: rubricTwo))
        _ = try desk.store.commitRegrade([regrade], effective: markDuplicates, at: Moments.later(days: 1))
        #expect(try desk.waiting() == [images[2]])
        var withdrawn = Drop("County", "20261121_E1_x")
        withdrawn.withdrawal = .withdraw(reason: "wrong patient")
        try withdrawn.commit(to: desk.store)
        #expect(try desk.waiting() == [])
        #expect(
            try desk.claims() == "li released: a correction took the image's place, "
                + "li released: the first pass does not ask for an expert any more, "
                + "li released: the clinic took the exam back"
        )
        withdrawn.withdrawal = .reinstate
        try withdrawn.commit(to: desk.store)
        #expect(try desk.waiting() == [images[2]])
        #expect(try desk.problems() == [])
    }

    @Test("What a clinic says of an exam later is followed by what waits of it")
    func examFollows() throws {
        let images = try desk.drop([.flagged, .drawn], examType: nil)
        var later = Drop("County", "20261121_E1_x")
        later.metadata.examType = "echo"
        later.metadata.technician = "li"
        try later.commit(to: desk.store)
        #expect(try desk.waiting(QueueFilter(examType: "echo")) == images)
        #expect(try desk.waiting(for: "li") == [])
        desk.expectDenied("technician of this exam") { _ = try desk.claim(images[0]) }
    }

    @Test("A picture that turns up at another patient waits as critical, and no more once that is corrected")
    func duplicates() throws {
        var one = Drop("County", "20261121_E1_x")
        try desk.add(.nothing, "0", to: &one, bytes: "same")
        try one.commit(to: desk.store)
        var two = Drop("County", "20261121_E2_x")
        try desk.add(.drawn, "0", to: &two, bytes: "same")
        try two.commit(to: desk.store)
        #expect(try desk.waiting(QueueFilter(priority: .critical)) == [1, 2])
        var corrected = Drop("County", "20261121_E2_x")
        try desk.add(.drawn, "0", to: &corrected, bytes: "other")
        try corrected.commit(to: desk.store)
        #expect(try desk.waiting(QueueFilter(priority: .critical)) == [])
        #expect(try desk.waiting(QueueFilter(priority: .sampled)) == [3])
        #expect(try desk.problems() == [])
    }

    @Test("What cannot be read as a picture waits for nobody until it can")
    func unreadable() throws {
        var drop = Drop("County", "20261121_E1_x")
        try drop.addUnreadable("0.png", bytes: "half")
        try drop.commit(to: desk.store)
        #expect(try desk.waiting() == [])
        desk.expectDenied("cannot be read") { _ = try desk.claim(1) }
        desk.expectDenied("cannot be read") {
            _ = try desk.store.dispute(image: 1, text: "why", by: nil, at: Moments.start)
        }
        var again = Drop("County", "20261121_E1_x")
        try desk.add(.flagged, "0", to: &again, bytes: "half")
        try again.commit(to: desk.store, at: Moments.later(days: 1))
        #expect(try desk.waiting() == [1])
    }

    @Test("The counts say how many wait, are held, are objected to, and how old the oldest of each is")
    func counts() throws {
        let empty = try desk.store.queueCounts(at: Moments.start)
        #expect(empty.waiting.isEmpty && empty.held == 0 && empty.oldest == nil && empty.disputesOpen == 0)
        let old = try desk.drop([.drawn, .flagged, .nothing], exam: "E1", at: Moments.start)
        let new = try desk.drop([.critical, .flagged], exam: "E2", at: Moments.later(days: 1))
        let now = Moments.later(days: 2)
        try desk.read(old[1], grade: expertGrade(consultation: "a cyst?"), at: now)
        _ = try desk.store.dispute(image: old[2], text: "no", by: "Dr Zhao", at: now)
        let claim = try desk.claim(new[0], at: now)
        let counts = try desk.store.queueCounts(at: now)
        #expect(counts.waiting == [.critical: 1, .flagged: 2, .sampled: 1])
        #expect(counts.held == 1)
        #expect(counts.oldest == Moments.start)
        #expect(counts.disputesOpen == 1)
        #expect(counts.oldestDispute == now)
        #expect(counts.consultationsOpen == 1)
        #expect(counts.oldestConsultation == now)
        #expect(try desk.store.queueCounts(at: claim.until).held == 0)
    }

    @Test("An image is found by the beginning of its hash, and by institution, folder and file")
    func lookingUp() throws {
        let images = try desk.drop([.flagged, .nothing], institution: "城关镇")
        let hash = try sha256("城关镇/20261121_E1_x/1")
        #expect(try desk.store.images(sha256Prefix: String(hash.prefix(8)).uppercased(), limit: 9) == [images[1]])
        #expect(try desk.store.images(sha256Prefix: hash, limit: 9) == [images[1]])
        #expect(try desk.store.images(sha256Prefix: "", limit: 9) == [])
        #expect(try desk.store.images(sha256Prefix: "zz", limit: 9) == [])
        #expect(try desk.store.image(institution: "城关镇", folder: "20261121_E1_x", file: "0.png") == [images[0]])
        #expect(try desk.store.image(institution: "County", folder: "20261121_E1_x", file: "0.png") == [])
        let error = #expect(throws: StoreError.self) { try desk.store.reviewSubject(image: 99, at: Moments.start) }
        #expect(error?.code == .notFound)
    }
}
