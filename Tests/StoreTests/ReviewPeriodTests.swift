import GRDB
import Grading
import Store
import Testing

@Suite("Counting the experts' work")
struct ReviewPeriodTests {
    let desk: ReviewHome
    let start = Moments.start
    let end = Moments.later(days: 30)

    init() throws { desk = try ReviewHome() }

    private func reviews(_ institution: String? = nil) throws -> PeriodReviews {
        try desk.store.periodReviews(institution: institution, from: start, until: end)
    }

    private func judged(_ code: String, _ severity: Severity, _ verdict: ExpertGrade.Verdict)
        -> ExpertGrade.JudgedFinding
    {
        ExpertGrade.JudgedFinding(finding: Finding(code: code, severity: severity), verdict: verdict)
    }

    @Test("Readings are counted by how the queue brought the image; the rest of the queue is unread")
    func strata() throws {
        let images = try desk.drop([.critical, .flagged, .flaggedAndDrawn, .drawn, .drawn, .nothing])
        for image in images.prefix(4) { try desk.read(image) }
        let reviews = try reviews()
        #expect(reviews.readings.map(\.stratum).sorted() == [.critical, .flagged, .flagged, .sampled])
        #expect(reviews.readings.filter(\.isDrawn).map(\.stratum).sorted() == [.flagged, .sampled])
        #expect(
            reviews.unread == [
                PeriodUnread(
                    institution: "County",
                    examType: "abdomen",
                    section: "abd.liver",
                    priority: .sampled,
                    images: 1
                )
            ]
        )
    }

    @Test("A span counts what of its draw is unread, and a run of the draw ends before the first of these")
    func unreadDraws() throws {
        let images = try desk.drop([.flagged, .flaggedAndDrawn, .drawn, .drawn, .nothing])
        let filter = PeriodFilter(institution: "County")
        func state() throws -> (drawn: Int, unread: Int, run: [Bool]) {
            let span = try #require(try desk.store.periodSpans(filter, [(start, end)]).first)
            return (span.drawn, span.unread, try desk.store.drawnFailures(filter, from: start, until: end).map(\.fails))
        }
        #expect(try state() == (0, 3, []))
        // Flagged ones come first in the queue.
        try desk.read(images[1], grade: expertGrade(score: 10))
        #expect(try state() == (1, 2, []))
        try desk.read(images[2])
        try desk.read(images[3])
        #expect(try state() == (3, 0, [true, false, false]))
        #expect(try desk.store.periodSpans(PeriodFilter(), [(start, end)]).map(\.unread) == [0])
    }

    @Test("The draw counts what it picked, flagged or not, and what of that was read; other readings do not count")
    func draws() throws {
        let images = try desk.drop([.flagged, .flaggedAndDrawn, .drawn, .drawn, .nothing])
        func draws(_ institution: String? = nil) throws -> [Int] {
            let counts = try desk.store.periodDraws(PeriodFilter(institution: institution), from: start, until: end)
            return [counts.drawn, counts.read]
        }
        #expect(try draws() == [3, 0])
        try desk.read(images[0])
        try desk.read(images[4])
        #expect(try draws() == [3, 0])
        try desk.read(images[1])
        try desk.read(images[2], grade: expertGrade(score: nil, consultation: "is this the portal vein?"))
        #expect(try draws("County") == [3, 2])
        let none = try desk.store.periodDraws(PeriodFilter(), from: end, until: Moments.later(days: 60))
        #expect(none.drawn == 0)
    }

    @Test("An image that was picked by hand counts nowhere")
    func pickedByHand() throws {
        let image = try desk.drop([.nothing])[0]
        try desk.read(image, grade: expertGrade(score: 10))
        #expect(try reviews().readings.isEmpty)
        #expect(try desk.store.readingCounts(day: start, month: start).today == 1)
        #expect(try desk.store.readingCounts(day: start, month: start).levels.isEmpty)
    }

    @Test("The first reading is compared, the last one is the result")
    func firstAndLast() throws {
        let image = try desk.drop([.flagged])[0]
        try desk.read(image, by: "li", grade: expertGrade(score: 95))
        _ = try desk.store.dispute(image: image, text: "the gain was right", by: "County", at: Moments.later(days: 1))
        try desk.read(image, by: "wang", grade: expertGrade(score: 55), at: Moments.later(days: 2))
        let reading = try #require(try reviews().readings.first)
        #expect(try reviews().readings.count == 1)
        #expect(reading.machineScoreTenths == 410 && reading.machineLevel == .d)
        #expect(reading.firstScoreTenths == 950 && reading.firstLevel == .a)
        #expect(reading.finalScoreTenths == 550 && reading.finalLevel == .d)
        #expect(reading.isNonconforming == true)
    }

    @Test(
        "An image does not conform below 60 points, or with a major or critical finding that stands",
        arguments: [
            (60.0, Severity.minor, ExpertGrade.Verdict.added, false), (59.9, .minor, .added, true),
            (95, .major, .added, true), (95, .critical, .confirmed, true), (95, .major, .unjudged, true),
            (95, .critical, .rejected, false),
        ]
    )
    func nonconforming(score: Double, severity: Severity, verdict: ExpertGrade.Verdict, expected: Bool) throws {
        let image = try desk.drop([.flagged])[0]
        try desk.read(image, grade: expertGrade(score: score, findings: [judged("SHADOW", severity, verdict)]))
        #expect(try reviews().readings.map(\.isNonconforming) == [expected])
    }

    @Test("Where the expert could not judge, the image counts neither way")
    func undecided() throws {
        let image = try desk.drop([.drawn])[0]
        try desk.read(image, grade: expertGrade(score: nil, consultation: "is this the portal vein?"))
        let reading = try #require(try reviews().readings.first)
        #expect(reading.isNonconforming == nil && reading.firstLevel == nil)
    }

    @Test("Impressions count only where the picture was all that the expert knew", arguments: [true, false])
    func impressions(unblinded: Bool) throws {
        let image = try desk.drop([.flagged])[0]
        var grade = expertGrade()
        grade.answers.impression = .b
        _ = try desk.store.commitReview(
            ReviewCommit(
                image: image,
                expert: "li",
                claim: nil,
                wasUnblinded: unblinded,
                machineGradeID: try desk.store.reviewSubject(image: image, at: start).machineGradeID,
                grade: grade
            ),
            at: start
        )
        #expect(try reviews().readings.map(\.impression) == [unblinded ? nil : .b])
    }

    @Test("Stages are the times between received, graded, claimed, read and reported")
    func stages() throws {
        let image = try desk.drop([.flagged])[0]
        let claim = try desk.claim(image, at: Moments.later(seconds: 600))
        try desk.read(image, claim: claim.id, at: Moments.later(seconds: 625))
        let before = try #require(try reviews().readings.first)
        #expect(before.gradedAfter == 0 && before.claimedAfter == 600_000 && before.reviewedAfter == 25_000)
        #expect(before.reportedAfter == nil)
        try desk.store.answerAll(at: Moments.later(seconds: 631))
        #expect(try reviews().readings.first?.reportedAfter == 6_000)
    }

    @Test("An answer from before the reading is no report of it")
    func reportedBefore() throws {
        let image = try desk.drop([.flagged])[0]
        try desk.store.answerAll(at: Moments.later(seconds: 5))
        try desk.read(image, at: Moments.later(seconds: 60))
        #expect(try reviews().readings.map(\.reportedAfter) == [nil])
        try desk.store.answerAll(at: Moments.later(seconds: 90))
        #expect(try reviews().readings.map(\.reportedAfter) == [30_000])
    }

    @Test("Verdicts are counted from first readings, without notes")
    func verdicts() throws {
        let images = try desk.drop([.flagged, .flagged, .drawn])
        let first = [
            judged("GAIN_HIGH", .minor, .confirmed), judged("SHADOW", .major, .rejected),
            judged("DEPTH_DEEP", .info, .unjudged),
        ]
        try desk.read(images[0], grade: expertGrade(findings: first))
        try desk.read(images[1], grade: expertGrade(findings: [judged("GAIN_HIGH", .minor, .rejected)]))
        try desk.read(images[2], grade: expertGrade(findings: [judged("BLUR", .major, .added)]))
        // A second reading of the same image says nothing more of the machine.
        try desk.read(images[2], grade: expertGrade(findings: [judged("NOISE", .minor, .added)]))
        #expect(
            try reviews().verdicts == [
                PeriodVerdict(code: "BLUR", verdict: .added, images: 1),
                PeriodVerdict(code: "GAIN_HIGH", verdict: .confirmed, images: 1),
                PeriodVerdict(code: "GAIN_HIGH", verdict: .rejected, images: 1),
                PeriodVerdict(code: "SHADOW", verdict: .rejected, images: 1),
            ]
        )
    }

    @Test("A period and an institution have their own readings; withdrawn exams have none")
    func scope() throws {
        let county = try desk.drop([.flagged], institution: "County", exam: "E1")
        let town = try desk.drop([.flagged, .drawn], institution: "Town", exam: "E2")
        let later = try desk.drop([.flagged], institution: "Town", exam: "E3", at: Moments.later(days: 31))
        for image in county + town + later { try desk.read(image, at: Moments.later(days: 32)) }
        #expect(try reviews().readings.count == 3)
        #expect(try reviews("Town").readings.map(\.institution) == ["Town", "Town"])
        #expect(throws: StoreError.self) { try reviews("Nowhere") }
        var gone = Drop("Town", "20261121_E2_x")
        gone.withdrawal = .withdraw(reason: "wrong patient")
        try gone.commit(to: desk.store, at: Moments.later(days: 33))
        #expect(try reviews("Town").readings.isEmpty)
        #expect(try reviews("Town").verdicts.isEmpty)
    }

    @Test("Open work is counted by urgency with its oldest, for the network and an institution")
    func open() throws {
        try desk.drop([.critical, .flagged], institution: "County", exam: "E1")
        let town = try desk.drop([.drawn, .drawn], institution: "Town", exam: "E2", at: Moments.later(seconds: 60))
        try desk.read(
            town[1],
            grade: expertGrade(score: nil, consultation: "which vein?"),
            at: Moments.later(seconds: 90)
        )
        _ = try desk.store.dispute(image: town[1], text: "it is the left one", by: nil, at: Moments.later(seconds: 120))
        let network = try desk.store.openReviews(institution: nil)
        #expect(network.waiting[.critical] == OpenReviews.Pile(count: 1, oldest: start))
        #expect(network.waiting[.flagged]?.count == 2)
        #expect(network.waiting[.sampled] == OpenReviews.Pile(count: 1, oldest: Moments.later(seconds: 60)))
        #expect(network.disputes == OpenReviews.Pile(count: 1, oldest: Moments.later(seconds: 120)))
        #expect(network.consultations == OpenReviews.Pile(count: 1, oldest: Moments.later(seconds: 90)))
        let county = try desk.store.openReviews(institution: "County")
        #expect(county.waiting[.sampled] == nil && county.disputes.count == 0 && county.consultations.count == 0)
        #expect(county.waiting[.critical]?.count == 1 && county.waiting[.flagged]?.count == 1)
        #expect(throws: StoreError.self) { try desk.store.openReviews(institution: "Nowhere") }
    }

    @Test("Readings of today and of this month are counted by their own time")
    func since() throws {
        let images = try desk.drop([.flagged, .flagged, .drawn])
        for (index, image) in images.enumerated() {
            try desk.read(image, by: "e\(index)", grade: expertGrade(score: 50), at: Moments.later(days: Double(index)))
        }
        let counts = try desk.store.readingCounts(day: Moments.later(days: 2), month: Moments.later(days: 1))
        #expect(counts.today == 1 && counts.thisMonth == 2)
        #expect(
            Set(counts.levels) == [
                ReadingCounts.LevelPair(machine: .d, expert: .d, images: 1),
                ReadingCounts.LevelPair(machine: .a, expert: .d, images: 1),
            ]
        )
    }

    @Test(
        "A month's readings find their rows by their time, and open work by its own indexes",
        arguments: [
            ("FROM review_figure AS first", "review_figure_by_period (period_at>"),
            ("FROM review_finding\nCROSS JOIN image\nWHERE", "review_finding_by_period (period_at>"),
            ("JOIN queue ON queue.image_id = image.id\nJOIN exam", "image_by_period (standing=? AND period_at>"),
            ("first.institution_id = ?3", "review_figure_by_institution (institution_id=? AND period_at>"),
            ("review_finding.institution_id = ?3", "review_finding_by_institution (institution_id=? AND period_at>"),
            ("FROM queue WHERE institution_id = ?1", "queue_by_institution (institution_id=?"),
            ("MIN(since) AS oldest FROM queue GROUP BY", "queue_order"),
            ("SELECT COUNT(*) AS readings", "COVERING INDEX review_by_time (at>"),
            ("AS figure", "review_by_time (at>"),
        ]
    )
    func plans(part: String, index: String) throws {
        let statement = try #require(StatementCatalog.all.first { $0.contains(part) }, "\(part)")
        let database = try DatabaseQueue()
        let steps = try database.write { database in
            for statement in StatementCatalog.schema { try database.execute(sql: statement) }
            let parameters = (1...20).filter { statement.contains("?\($0)") }.max() ?? 0
            let values = Array(repeating: DatabaseValue.null, count: parameters)
            let prepared = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
            return try Row.fetchAll(prepared, arguments: StatementArguments(values)).map { $0["detail"] as String }
        }
        #expect(steps.contains { $0.contains(index) }, "\(steps)")
        #expect(!steps.contains { $0.hasPrefix("SCAN") && !$0.contains("INDEX") }, "\(steps)")
    }
}
