import Foundation
import GRDB
import Grading
import Store
import Testing

@Suite("Counting")
struct ReportTests {
    let home: TestHome
    let store: Store
    let period = ReportPeriod(from: Moments.start, to: Moments.later(days: 30))

    /// County: three exams (one withdrawn), Village: one, and one in the month after.
    init() throws {
        home = try TestHome()
        store = try home.open()
        var one = Drop("County", "20261121_E1", date: "20261121")
        one.metadata.examType = "abdomen"
        try one.add("01.png", bytes: "a", to: home, score: 92.5, section: "abd.liver")
        try one.add(
            "02.png",
            bytes: "b",
            to: home,
            score: 71.2,
            section: "abd.liver",
            findings: [Finding(code: "BLUR", severity: .major)]
        )
        try one.add(
            "03.png",
            bytes: "c",
            to: home,
            score: 40.1,
            section: "abd.kidney",
            findings: [Finding(code: "BLUR", severity: .major), Finding(code: "GAIN_HIGH", severity: .minor)],
            sampled: true
        )
        try one.addUnreadable("04.png", bytes: "bad")
        try one.commit(to: store)
        var two = Drop("County", "20261122_E2", date: "20261122")
        try two.add("01.png", bytes: "d", to: home, score: 85, section: nil)
        try two.commit(to: store, at: Moments.later(days: 1))
        var gone = Drop("County", "20261123_E3", date: "20261123")
        try gone.add("01.png", bytes: "e", to: home, score: 10)
        gone.withdrawal = .withdraw(reason: "x")
        try gone.commit(to: store, at: Moments.later(days: 2))
        var three = Drop("Village", "20261124_E4", date: "20261124")
        three.metadata.examType = "abdomen"
        try three.commit(to: store, at: Moments.later(days: 3))
        var next = Drop("Village", "20261225_E5", date: "20261225")
        try next.add("01.png", bytes: "f", to: home, score: 100)
        try next.commit(to: store, at: Moments.later(days: 30))
        for (exam, seconds) in [(1, 60.0), (4, 3 * 86_400 + 10.0)] {
            try store.markAnswered(
                exam: Int64(exam),
                revision: 1,
                reportSHA: String(repeating: "a", count: 64),
                at: Moments.later(seconds: seconds)
            )
        }
    }

    @Test("The network's figures are the sums over its institutions")
    func network() throws {
        let report = try store.report(.network, period)
        #expect(report.exams == 3)
        #expect(report.withdrawnExams == 1)
        #expect(report.examTypes == ["abdomen": 2])
        #expect(report.examsWithoutType == 1)
        #expect(report.totals.images == 5)
        #expect(report.totals.graded == 4)
        #expect(report.totals.unreadable == 1)
        #expect(report.totals.levels == [.a: 1, .b: 1, .c: 1, .d: 1])
        #expect(report.totals.toReview == 2)
        #expect(report.totals.sampled == 1)
        #expect(report.totals.scoreTenths == 925 + 712 + 401 + 850)
        #expect(report.totals.meanScore == 72.2)
        #expect(
            report.findings.map { "\($0.code) \($0.severity) \($0.images)" } == ["BLUR major 2", "GAIN_HIGH minor 1"]
        )
        #expect(
            report.turnaround
                == Turnaround(answered: 2, waiting: 1, median: 10_000, p90: 60_000, p95: 60_000, longest: 60_000)
        )
        #expect(report.institutions.map(\.institution.display) == ["County", "Village"])
        #expect(report.institutions.map(\.exams) == [2, 1])
        #expect(report.institutions.map(\.totals.images) == [5, 0])
    }

    @Test("An institution's and an exam's figures are their own; unknown ones are not found")
    func narrower() throws {
        let county = try store.report(.institution("County"), period)
        #expect(county.exams == 2)
        #expect(county.totals.images == 5)
        #expect(county.institutions.isEmpty)
        let village = try store.report(
            .institution("Village"),
            ReportPeriod(from: Moments.later(days: 30), to: Moments.later(days: 60))
        )
        #expect(village.totals.meanScore == 100)
        let exam = try store.report(.exam(1), period)
        #expect(exam.totals.images == 4)
        #expect(exam.findings.map(\.images) == [2, 1])
        #expect(exam.turnaround.median == 60_000)
        #expect(throws: StoreError.self) { try store.report(.exam(99), period) }
        #expect(throws: StoreError.self) { try store.report(.institution("Nowhere"), period) }
    }

    @Test("Each exam's sections come once with their best score, and an exam without images has none")
    func sections() throws {
        var found: [ExamSections] = []
        try store.forEachExamSections(.network, period) { found.append($0) }
        #expect(
            found == [
                ExamSections(examID: 1, examType: "abdomen", sections: ["abd.liver": 92.5, "abd.kidney": 40.1]),
                ExamSections(examID: 2, examType: nil, sections: [:]),
                ExamSections(examID: 4, examType: "abdomen", sections: [:]),
            ]
        )
        struct Enough: Error {}
        #expect(throws: Enough.self) { try store.forEachExamSections(.network, period) { _ in throw Enough() } }
    }

    @Test("The status counts exams, images, what waits and since when")
    func status() throws {
        let status = try store.statusCounts()
        #expect(status.exams == [.answered: 2, .graded: 2, .withdrawn: 1])
        #expect(status.images.reduce(0) { $0 + $1.count } == 6)
        #expect(status.waitingForAnswer == 3)
        #expect(status.oldestWaiting == Moments.later(days: 1))
        #expect(status.quarantineOpen == 1)
        #expect(status.oldestQuarantined == Moments.start)
        #expect(status.institutions.map(\.exams) == [3, 2])
        #expect(status.institutions.map(\.lastReceived) == [Moments.later(days: 2), Moments.later(days: 30)])
        #expect(status.institutions.allSatisfy { !$0.isRegistered })
    }

    @Test("Exams come newest first, page by page, each once")
    func paging() throws {
        var seen: [Int64] = []
        var last: (receivedAt: Timestamp, id: Int64)?
        while true {
            let page = try store.exams(before: last, limit: 2)
            guard let final = page.last else { break }
            seen += page.map(\.id)
            last = (final.receivedAt, final.id)
        }
        #expect(seen == [5, 4, 3, 2, 1])
        #expect(try store.exams(institution: "County", limit: 9).map(\.id) == [3, 2, 1])
        #expect(try store.exams(named: "E4").map(\.id) == [4])
        #expect(try store.exams(named: "20261124_E4", institution: "County").isEmpty)
    }

    @Test("The statements of every submission, answer, queue and report find their rows by an index")
    func plans() throws {
        // Statements that read a table whole, each with the reason why it must.
        let whole = [
            "FROM inbox_file": "holds only what is in the inbox now",
            "FROM institution ORDER": "one row an institution",
            "FROM audit ORDER BY seq": "by the row's number: the newest alone, or all for audit verify",
            "FROM audit\nWHERE action IN": "dump",
            "AS kind": "audit verify", "SELECT DISTINCT sha256": "audit verify",
            "LEFT JOIN grade ON grade.id = image.grade_id AND": "audit verify", "AS newest": "audit verify",
            "FROM finding\nJOIN": "dump", "AS rubrics": "dump", "FROM sampling JOIN": "dump",
            "FROM quarantine LEFT JOIN institution ON institution.id = quarantine.institution_id\nORDER": "dump",
            "SELECT institution.name AS institution, base_key": "dump",
            "SELECT status, level, route, COUNT": "status counts all images, by a covering index",
            "SELECT state, COUNT": "status counts all exams, by a covering index",
            "COALESCE(MAX(id), 0) + 1": "the last row alone",
        ]
        for statement in StatementCatalog.all where !whole.keys.contains(where: statement.contains) {
            for step in try plan(of: statement) where step.hasPrefix("SCAN") {
                #expect(step.contains("INDEX") || step.contains("CONSTANT"), "\(step) in: \(statement)")
            }
        }
    }

    @Test(
        "The hot statements take the index that was made for them and sort nothing",
        arguments: [
            ("answered_revision < revision ORDER", "exam_waiting"),
            (
                "WHERE sha256 = ?1 AND standing = 'current' AND status <> 'unreadable'",
                "COVERING INDEX image_by_content"
            ),
            ("WHERE exam_id = ?1 AND name_key = ?2 AND standing", "image_newest"),
            ("SELECT status, level, route, COUNT", "COVERING INDEX image_by_outcome"),
            ("COALESCE(image.standing, '')", "SEARCH image USING INTEGER PRIMARY KEY"),
            ("WHERE received_at <= ?1 AND (received_at < ?1 OR exam.id < ?2)", "exam_by_receipt"),
            ("institution_key = ?1 AND folder_key = ?2", "inbox_file_by_folder"),
        ]
    )
    func hotPlans(part: String, index: String) throws {
        let statement = try #require(StatementCatalog.all.first { $0.contains(part) })
        let steps = try plan(of: statement)
        #expect(steps.contains { $0.contains(index) }, "\(steps)")
        #expect(part.contains("folder_key") || !steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
    }

    @Test("A month's figures are read from covering indexes by their time")
    func periodPlans() throws {
        for (part, index) in [
            ("standing = 'current' AND period_at >= ?1", "COVERING INDEX image_by_period (standing=? AND period_at>?"),
            ("institution_id = ?3 AND period_at >= ?1 AND period_at < ?2\n", "COVERING INDEX"),
            ("FROM finding WHERE period_at", "COVERING INDEX finding_by_period (period_at>?"),
        ] {
            let statement = try #require(StatementCatalog.all.first { $0.contains(part) })
            let steps = try plan(of: statement)
            #expect(steps.contains { $0.contains(index) }, "\(steps)")
        }
    }

    /// The steps by which SQLite carries out a statement.
    private func plan(of statement: String) throws -> [String] {
        let queue = try DatabaseQueue(path: home.database)
        return try queue.read { database in
            let prepared = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
            let parameters = (1...20).filter { statement.contains("?\($0)") }.max() ?? 0
            let values = Array(repeating: DatabaseValue.null, count: parameters)
            return try Row.fetchAll(prepared, arguments: StatementArguments(values)).map { $0["detail"] as String }
        }
    }
}
