import GRDB
import Store
import Testing

@Suite("How the questions about baselines are answered")
struct BaselinePlanTests {
    @Test(
        "What an exam asks for is found by an index and sorts nothing",
        arguments: [
            ("ORDER BY closed_at DESC, id DESC LIMIT 1", "baseline_snapshot_by_closing"),
            ("FROM baseline_snapshot WHERE closed_at >= ?1", "baseline_snapshot_by_closing (closed_at>?)"),
            ("FROM exam WHERE received_at < ?1 LIMIT 1", "exam_by_receipt (received_at<?)"),
            (
                "AND device = ?3 AND preset = ?4 AND section = ?5",
                "(snapshot_id=? AND institution_id=? AND device=? AND preset=? AND section=?)"
            ),
        ]
    )
    func found(part: String, index: String) throws {
        let database = try DatabaseQueue()
        try database.write { database in
            for statement in StatementCatalog.schema { try database.execute(sql: statement) }
        }
        let statement = try #require(StatementCatalog.all.first { $0.contains(part) })
        let steps = try database.read { database in
            let parameters = (1...20).filter { statement.contains("?\($0)") }.max() ?? 0
            let values = Array(repeating: DatabaseValue.null, count: parameters)
            let prepared = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
            return try Row.fetchAll(prepared, arguments: StatementArguments(values)).map { $0["detail"] as String }
        }
        #expect(steps.contains { $0.contains(index) }, "\(steps)")
        #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
    }
}
