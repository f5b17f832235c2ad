import Foundation
import Grading
import Store
import Testing

@Suite("Readings, disputes and consultations")
struct ReadingTests {
    let desk: ReviewHome

    init() throws { desk = try ReviewHome() }

    @Test("A reading is final: it ends the claim, empties the place in the queue, and the exam is answered again")
    func reading() throws {
        let images = try desk.drop([.flagged, .nothing])
        try desk.store.answerAll()
        let claim = try desk.claim(images[0])
        let read = try desk.read(
            images[0],
            grade: expertGrade(score: 84.5),
            claim: claim.id,
            at: Moments.later(seconds: 20)
        )
        #expect(read.reading == 1 && read.expert == "li" && read.disputeID == nil)
        #expect(read.claimedAt == Moments.start && read.at == Moments.later(seconds: 20))
        #expect(read.grade == expertGrade(score: 84.5))
        #expect(try desk.waiting() == [])
        #expect(try desk.claims() == "li reviewed")
        let exam = try #require(try desk.store.examsToAnswer(limit: 9).first)
        #expect(exam.revision == 2)
        let detail = try desk.store.examDetail(exam.id)
        #expect(detail.images.map { $0.reviews.map(\.id) } == [[read.id], []])
        #expect(detail.images[0].grade.score == 41)
        #expect(try desk.home.value("SELECT expert_score_tenths || expert_level FROM image WHERE id = 1") == "845B")
        #expect(try desk.home.value("SELECT exam_revision FROM review") == "2")
        #expect(try desk.problems() == [])
        // The machine may change its mind; the expert's word stands and nobody is asked again.
        let hash = try sha256("County/20261121_E1_x/0")
        let regrade = Regrade(imageID: images[0], sha256: hash, grade: grade("0.png", score: 30, rubric: rubricTwo))
        _ = try desk.store.commitRegrade([regrade], effective: markDuplicates, at: Moments.later(days: 1))
        #expect(try desk.waiting() == [])
        #expect(try desk.problems() == [])
    }

    @Test("A second reading is a new entry; the first is kept as it was, and the last counts")
    func secondReading() throws {
        let image = try desk.drop([.flagged])[0]
        let first = try desk.read(image, grade: expertGrade(score: 84))
        let second = try desk.read(image, grade: expertGrade(score: 62), at: Moments.later(days: 1))
        #expect(second.reading == 2 && second.id != first.id)
        let subject = try desk.store.reviewSubject(image: image, at: Moments.start)
        #expect(subject.reviews.map(\.grade.score) == [84, 62])
        #expect(subject.reviews.map(\.at) == [Moments.start, Moments.later(days: 1)])
        #expect(try desk.home.value("SELECT review_id FROM image") == "\(second.id)")
        #expect(subject.queued == nil && subject.claim == nil && subject.isCurrent)
        #expect(try desk.problems() == [])
    }

    @Test("An objection brings the image back to another expert; both readings stay, and only then it is settled")
    func dispute() throws {
        let image = try desk.drop([.drawn])[0]
        let first = try desk.read(image, grade: expertGrade(score: 55))
        try desk.store.answerAll()
        let now = Moments.later(days: 3)
        let dispute = try desk.store.dispute(image: image, text: "the section is right", by: "Dr Zhao", at: now)
        #expect(dispute.against == first.id && dispute.settledBy == nil && dispute.at == now)
        #expect(try desk.store.examsToAnswer(limit: 9).count == 1)
        let item = try #require(try desk.store.queue(QueueFilter(), for: nil, after: nil, limit: 1, at: now).first)
        #expect(item.kind == .dispute && item.priority == .flagged && item.since == now)
        // The same file taken twice is one objection; another one has to wait.
        #expect(try desk.store.dispute(image: image, text: "the section is right", by: nil, at: now) == dispute)
        desk.expectDenied("is open") { _ = try desk.store.dispute(image: image, text: "again", by: nil, at: now) }
        #expect(try desk.waiting(for: "li", at: now) == [])
        #expect(try desk.next(at: now) == nil)
        desk.expectDenied("that you have read") { _ = try desk.claim(image, at: now) }
        desk.expectDenied("that you have read") { try desk.read(image, at: now) }
        let claim = try #require(try desk.next(by: "wang", at: now))
        let second = try desk.read(image, by: "wang", grade: expertGrade(score: 91), claim: claim.id, at: now)
        #expect(second.disputeID == dispute.id)
        let detail = try #require(try desk.store.examDetail(1).images.first)
        #expect(detail.reviews.map(\.expert) == ["li", "wang"])
        #expect(detail.disputes.map(\.settledBy) == [second.id])
        #expect(try desk.waiting(at: now) == [])
        #expect(try desk.problems() == [])
        // The clinic may object to that one too.
        let again = try desk.store.dispute(image: image, text: "still", by: nil, at: now)
        #expect(again.against == second.id && again.id != dispute.id)
        #expect(try desk.waiting(for: "wang", at: now) == [] && desk.waiting(for: "zhou", at: now) == [image])
    }

    @Test("An objection to a picture that passed, and to one that waits, each has its place")
    func disputeOfMachine() throws {
        let images = try desk.drop([.nothing, .drawn, .critical])
        let now = Moments.later(days: 1)
        for image in images { _ = try desk.store.dispute(image: image, text: "no", by: nil, at: now) }
        let items = try desk.store.queue(QueueFilter(kind: .dispute), for: nil, after: nil, limit: 9, at: now)
        #expect(items.map(\.image) == [images[2], images[1], images[0]])
        // What waited already keeps its place by time.
        #expect(items.map(\.since) == [Moments.start, Moments.start, now])
        #expect(items.map(\.priority) == [.critical, .flagged, .flagged])
        for image in images { try desk.read(image, at: now) }
        #expect(try desk.waiting(at: now) == [])
        #expect(try desk.problems() == [])
    }

    @Test("A finding that the expert rejected makes no objection urgent; one that the expert added does")
    func disputePriority() throws {
        let images = try desk.drop([.critical, .drawn])
        let blank = Finding(code: "BLANK", severity: .critical)
        try desk.read(images[0], grade: expertGrade(findings: [.init(finding: blank, verdict: .rejected)]))
        try desk.read(images[1], grade: expertGrade(findings: [.init(finding: blank, verdict: .added)]))
        for image in images { _ = try desk.store.dispute(image: image, text: "no", by: nil, at: Moments.start) }
        #expect(try desk.waiting(QueueFilter(priority: .critical)) == [images[1]])
        #expect(try desk.waiting(QueueFilter(priority: .flagged)) == [images[0]])
    }

    @Test("A question to another expert stays open until another one answers, and the exam is answered again")
    func consultation() throws {
        try desk.roster("li")
        try desk.roster("wang", institutions: ["County"])
        try desk.roster("zhou")
        let image = try desk.drop([.flagged])[0]
        let read = try desk.read(image, grade: expertGrade(score: nil, consultation: "a cyst?"))
        #expect(read.grade.level == nil)
        #expect(try desk.waiting() == [])
        try desk.store.answerAll()
        func open(_ expert: String?) throws -> [Int64] {
            try desk.store.consultations(state: .open, for: expert, before: nil, limit: 9).map(\.id)
        }
        #expect(try open(nil) == [1] && open("zhou") == [1] && open("li") == [1] && open("wang") == [])
        let store = desk.store
        func answer(_ expert: String, _ text: String = "yes") throws -> ConsultationRecord {
            try store.answerConsultation(1, answer: text, expert: expert, at: Moments.later(days: 1))
        }
        desk.expectDenied("you asked") { _ = try answer("li") }
        desk.expectDenied("own institution") { _ = try answer("wang") }
        desk.expectDenied("no such expert") { _ = try answer("nobody") }
        let answered = try answer("zhou")
        #expect(answered.state == .answered && answered.answer == "yes" && answered.answeredBy == "zhou")
        #expect(answered.askedBy == "li" && answered.question == "a cyst?" && answered.review == read.id)
        #expect(try answer("zhou") == answered)
        desk.expectDenied("zhou has answered") { _ = try answer("zhou", "no") }
        #expect(try open(nil) == [])
        #expect(try store.consultations(state: .answered, for: "li", before: nil, limit: 9) == [answered])
        #expect(try store.consultations(state: .answered, for: "wang", before: nil, limit: 9) == [])
        #expect(try store.consultations(state: nil, for: nil, before: 1, limit: 9) == [])
        #expect(try store.examsToAnswer(limit: 9).map(\.revision) == [3])
        #expect(try store.examDetail(1).images[0].consultations == [answered])
        let error = #expect(throws: StoreError.self) {
            try store.answerConsultation(9, answer: "x", expert: "zhou", at: Moments.start)
        }
        #expect(error?.code == .notFound)
        #expect(try desk.problems() == [])
    }

    @Test("A reading that may not be is refused with its reason, and nothing of it is stored")
    func denials() throws {
        try desk.roster("li", institutions: ["Village"])
        try desk.roster("wang")
        let image = try desk.drop([.flagged])[0]
        let village = try desk.drop([.flagged], institution: "Village", exam: "E2", technician: "wang")[0]
        let before = try desk.store.dumpLines()
        desk.expectDenied("your own institution") { try desk.read(village) }
        desk.expectDenied("you are the technician") { try desk.read(village, by: "wang") }
        desk.expectDenied("no such expert") { try desk.read(image, by: "who") }
        desk.expectDenied("no claim 7 on this image") { try desk.read(image, claim: 7) }
        let claim = try desk.claim(image)
        desk.expectDenied("li holds the image until") { try desk.read(image, by: "wang") }
        desk.expectDenied("li holds the image until") { try desk.read(image, by: "wang", claim: claim.id) }
        desk.expectDenied("ran out at \(claim.until); claim the image again") {
            try desk.read(image, claim: claim.id, at: claim.until)
        }
        desk.expectDenied("is li's") { try desk.read(image, by: "wang", claim: claim.id, at: claim.until) }
        try desk.store.release(image: image, expert: "li", skippedBecause: "too dark", at: Moments.start)
        desk.expectDenied("was given back (too dark)") { try desk.read(image, claim: claim.id) }
        var wrong = expertGrade()
        wrong.level = nil
        let error = #expect(throws: StoreError.self) { try desk.read(image, grade: wrong) }
        #expect(error?.code == .refused)
        #expect(try desk.store.dumpLines() == before)
        try desk.read(image, claim: try desk.claim(image).id)
        desk.expectDenied("which is stored") { try desk.read(image, claim: 2) }
        #expect(try desk.home.value("SELECT COUNT(*) FROM review") == "1")
        #expect(try desk.problems() == [])
    }

    @Test("A reading of a grade that was changed since it was shown is refused")
    func staleGrade() throws {
        let image = try desk.drop([.flagged])[0]
        let shown = try desk.store.reviewSubject(image: image, at: Moments.start).machineGradeID
        let hash = try sha256("County/20261121_E1_x/0")
        let regrade = Regrade(imageID: image, sha256: hash, grade: grade("0.png", score: 30, rubric: rubricTwo))
        _ = try desk.store.commitRegrade([regrade], effective: markDuplicates, at: Moments.start)
        let commit = ReviewCommit(
            image: image,
            expert: "li",
            claim: nil,
            wasUnblinded: false,
            machineGradeID: shown,
            grade: expertGrade()
        )
        desk.expectDenied("graded the image anew") { _ = try desk.store.commitReview(commit, at: Moments.start) }
        #expect(try desk.claims() == "")
        #expect(try desk.waiting() == [image])
    }

    @Test("A store that was opened for reading shows the queue and takes nothing")
    func readOnly() throws {
        let image = try desk.drop([.flagged])[0]
        let reader = try Store.openReadOnly(home: desk.home.path)
        #expect(
            try reader.queue(QueueFilter(), for: "li", after: nil, limit: 9, at: Moments.start).map(\.image) == [image]
        )
        #expect(try reader.reviewSubject(image: image, at: Moments.start).queued?.image == image)
        let error = #expect(throws: StoreError.self) {
            try reader.claim(image: image, expert: "li", leaseSeconds: 9, at: Moments.start)
        }
        #expect(error?.code == .readOnly)
    }
}
