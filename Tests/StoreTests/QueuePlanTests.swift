import GRDB
import Store
import Testing

@Suite("How the queue's questions are answered")
struct QueuePlanTests {
    private let database: DatabaseQueue

    init() throws {
        database = try DatabaseQueue()
        try database.write { database in
            for statement in StatementCatalog.schema { try database.execute(sql: statement) }
        }
    }

    private func plan(_ statement: String) throws -> [String] {
        try database.read { database in
            let parameters = (1...20).filter { statement.contains("?\($0)") }.max() ?? 0
            let values = Array(repeating: DatabaseValue.null, count: parameters)
            let prepared = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
            return try Row.fetchAll(prepared, arguments: StatementArguments(values)).map { $0["detail"] as String }
        }
    }

    /// What each filter's page goes by.
    private static let ways = [
        ("WHERE (queue.priority", "COVERING INDEX queue_order", ""),
        ("WHERE queue.institution_id = ?3", "queue_by_institution", "institution_id=? AND "),
        ("WHERE queue.kind = ?2", "queue_by_kind", "kind=? AND "),
        ("WHERE queue.exam_type = ?4", "queue_by_exam_type", "exam_type=? AND "),
        ("WHERE queue.section = ?5", "queue_by_section", "section=? AND "),
    ]

    @Test("A page goes along its index from the place where the last one ended, and sorts nothing", arguments: ways)
    func pages(part: String, index: String, equal: String) throws {
        let statements = StatementCatalog.all.filter { $0.contains(part) && $0.contains("LIMIT") }
        #expect(statements.count == 2)
        for statement in statements {
            let steps = try plan(statement)
            #expect(
                steps.first?.contains("SEARCH queue USING") == true && steps.first?.contains(index) == true
                    && steps.first?.contains("(\(equal)(priority,since)>(?,?) AND priority<?)") == true,
                "\(steps)"
            )
            #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
            #expect(!steps.contains { $0.hasPrefix("SCAN") }, "\(steps)")
        }
    }

    @Test("Claims, rights and readings are looked up by their indexes")
    func lookups() throws {
        let ofExpert = try #require(
            StatementCatalog.all.first { $0.contains("WHERE (queue.priority") && $0.contains("AS skipped") }
        )
        let steps = try plan(ofExpert)
        for step in [
            "SEARCH claim USING INDEX claim_held (image_id=?)",
            "SEARCH skipped USING COVERING INDEX claim_by_expert (expert_id=? AND state=? AND image_id=?)",
            "SEARCH review USING COVERING INDEX review_by_expert (expert_id=? AND image_id=?)",
            "SEARCH institution USING INTEGER PRIMARY KEY (rowid=?)",
        ] {
            #expect(steps.contains { $0.hasPrefix(step) }, "\(step) in \(steps)")
        }
    }

    @Test(
        "What is counted is looked up from the few rows that it is about",
        arguments: [
            ("SELECT COUNT(*) AS disputes", ["SCAN dispute USING INDEX dispute_open", "SEARCH queue USING INTEGER"]),
            (
                "SELECT COUNT(*) AS consultations",
                ["SCAN consultation USING INDEX consultation_open", "SEARCH image USING INTEGER"]
            ),
            (
                "SELECT COUNT(*) AS images FROM claim JOIN queue",
                ["SCAN claim USING INDEX claim_held", "SEARCH queue USING INTEGER"]
            ),
            (
                "FROM claim AS held",
                [
                    "SCAN held USING INDEX claim_held", "SEARCH skipped USING COVERING INDEX claim_by_expert",
                    "SEARCH made USING COVERING INDEX queue_by_technician",
                    "SEARCH disputed USING COVERING INDEX queue_by_kind",
                    "SEARCH review USING COVERING INDEX review_by_expert (expert_id=? AND image_id=?)",
                    "SEARCH queue USING INTEGER PRIMARY KEY",
                ]
            ),
        ]
    )
    func counts(part: String, steps: [String]) throws {
        let statement = try #require(StatementCatalog.all.first { $0.contains(part) })
        let plan = try plan(statement)
        for step in steps { #expect(plan.contains { $0.hasPrefix(step) }, "\(step) in \(plan)") }
    }

    @Test(
        "What a claim, a reading and an objection ask for is found by an index",
        arguments: [
            ("FROM claim WHERE image_id = ?1 AND state = 'held'", "claim_held"),
            ("FROM dispute WHERE image_id = ?1 AND settled_by IS NULL", "dispute_open"),
            ("FROM review WHERE image_id = ?1 ORDER BY reading", "sqlite_autoindex_review"),
            ("FROM review WHERE expert_id = ?2 AND image_id = ?1", "review_by_expert"),
            ("claim.expert_id = ?2 AND claim.state = 'held' AND claim.until > ?1 ORDER BY claim.id", "claim_by_expert"),
            ("WHERE sha256 >= ?1 AND sha256 <= ?2", "image_by_content (sha256>? AND sha256<?)"),
            ("SELECT MIN(since)", "queue_order (priority=?)"),
            ("WHERE consultation.id < ?1 AND consultation.answered_at IS NULL", "consultation"),
        ]
    )
    func found(part: String, index: String) throws {
        let statement = try #require(StatementCatalog.all.first { $0.contains(part) })
        let steps = try plan(statement)
        #expect(steps.contains { $0.contains(index) }, "\(steps)")
        #expect(
            !steps.contains { $0.hasPrefix("SCAN") && !$0.contains("INDEX") && !$0.contains("CONSTANT") },
            "\(steps)"
        )
    }
}
