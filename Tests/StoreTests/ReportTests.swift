import Foundation
import GRDB
import Grading
import Store
import Testing

@Suite("Counting")
struct ReportTests {
    let home: TestHome
    let store: Store
    let start = Moments.start
    let end = Moments.later(days: 30)

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

    @Test("The network's cells hold every current image once, with what it came out as")
    func network() throws {
        let cells = try store.periodCells(institution: nil, from: start, until: end)
        #expect(cells.images.reduce(0) { $0 + $1.count } == 5)
        #expect(cells.images.compactMap(\.scoreTenths).sorted() == [401, 712, 850, 925])
        #expect(cells.images.compactMap(\.level).sorted() == [.d, .c, .b, .a])
        #expect(cells.images.filter { $0.status == .unreadable }.map(\.count) == [1])
        #expect(cells.images.filter(\.isSampled).map(\.scoreTenths) == [401])
        #expect(Set(cells.images.map(\.institution)) == ["County"])
        #expect(cells.images.filter { $0.examType == nil }.map(\.scoreTenths) == [850])
        #expect(
            cells.findings == [
                PeriodFinding(code: "BLUR", gravest: .major, images: 2),
                PeriodFinding(code: "GAIN_HIGH", gravest: .minor, images: 1),
            ]
        )
        let exams = try store.periodExams(institution: nil, from: start, until: end)
        #expect(exams.map(\.institution) == ["County", "County", "County", "Village"])
        #expect(exams.map(\.isWithdrawn) == [false, false, true, false])
        #expect(exams.map(\.turnaroundMilliseconds) == [60_000, nil, nil, 10_000])
        #expect(exams[0].sections == ["abd.liver", "abd.kidney"])
        #expect(exams[3].sections.isEmpty)
    }

    @Test("An institution's figures are its own; an unknown one is not found")
    func narrower() throws {
        let county = try store.periodCells(institution: "County", from: start, until: end)
        #expect(county.images.reduce(0) { $0 + $1.count } == 5)
        let village = try store.periodCells(
            institution: "Village",
            from: Moments.later(days: 30),
            until: Moments.later(days: 60)
        )
        #expect(village.images.map(\.scoreTenths) == [1000])
        #expect(try store.periodExams(institution: "Village", from: start, until: end).count == 1)
        #expect(throws: StoreError.self) { try store.periodCells(institution: "Nowhere", from: start, until: end) }
        #expect(throws: StoreError.self) { try store.periodExams(institution: "Nowhere", from: start, until: end) }
    }

    @Test("An image with one code at two severities counts once, with the graver")
    func twoSeverities() throws {
        var drop = Drop("Town", "20261121_E9", date: "20261121")
        try drop.add(
            "01.png",
            bytes: "t",
            to: home,
            score: 70,
            findings: [Finding(code: "SHADOW", severity: .minor), Finding(code: "SHADOW", severity: .major)]
        )
        try drop.commit(to: store)
        let cells = try store.periodCells(institution: "Town", from: start, until: end)
        #expect(cells.findings == [PeriodFinding(code: "SHADOW", gravest: .major, images: 1)])
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
            "COALESCE(MAX(id), 0) + 1": "the last row alone", "retired_at FROM expert ORDER": "one row an expert",
            "FROM expert LEFT JOIN": "dump", "1 AS waits": "audit verify",
            "FROM queue_count": "one row a kind of image and institution",
            "COALESCE(exam.preset, '') AS preset": "all images, once a closing",
            "FROM signing_key ORDER": "one row a key",
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
            ("AND standing = 'current' AND status <> 'unreadable' LIMIT 1 OFFSET 1", "COVERING INDEX image_by_content"),
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
        // Folders and the few pictures that are alike are sorted; both are a handful.
        let isFew = part.contains("folder_key") || part.contains("OFFSET")
        #expect(isFew || !steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
    }

    @Test("A month's figures find their rows by their time")
    func periodPlans() throws {
        for (part, index) in [
            ("image.sampled AS sampled, COUNT(*) AS images", "image_by_period (standing=? AND period_at>?"),
            (
                "image.period_at < ?2 AND image.institution_id = ?3\nGROUP BY image.institution_id, image.section",
                "image_by_institution (institution_id=?"
            ),
            ("FROM finding\nWHERE finding.period_at", "finding_by_period (period_at>?"),
            ("exam.received_at < ?2\nORDER", "exam_by_receipt (received_at>?"),
        ] {
            let statement = try #require(StatementCatalog.all.first { $0.contains(part) }, "\(part)")
            let steps = try plan(of: statement)
            #expect(steps.contains { $0.contains(index) }, "\(part): \(steps)")
        }
    }

    /// The steps by which SQLite carries out a statement.
    private func plan(of statement: String) throws -> [String] {
        let queue = try DatabaseQueue(path: home.database)
        return try queue.read { database in
            let prepared = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
            let parameters = (1...99).filter { statement.contains("?\($0)") }.max() ?? 0
            let values = Array(repeating: DatabaseValue.null, count: parameters)
            return try Row.fetchAll(prepared, arguments: StatementArguments(values)).map { $0["detail"] as String }
        }
    }
}
