import GRDB
import Store
import Testing

@Suite("Statements about periods")
struct PeriodPlanTests {
    private static func plans() throws -> [(statement: String, steps: [String])] {
        let database = try DatabaseQueue()
        try database.write { database in
            for statement in StatementCatalog.schema { try database.execute(sql: statement) }
        }
        return try database.read { database in
            try StatementCatalog.all.filter { $0.contains("?2") && $0.contains("< ?2") }.map { statement in
                let parameters = (1...12).filter { statement.contains("?\($0)") }.max() ?? 0
                let prepared = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
                let values = Array(repeating: DatabaseValue.null, count: parameters)
                return (
                    statement,
                    try Row.fetchAll(prepared, arguments: StatementArguments(values)).map { $0["detail"] as String }
                )
            }
        }
    }

    @Test("Whatever is left out, a period's rows are found by their time, and nothing goes through all images")
    func byTime() throws {
        let plans = try Self.plans().filter { plan in
            ["image.period_at >= ?1", "first.period_at >= ?1", "finding.period_at >= ?1", "exam.received_at >= ?1"]
                .contains { plan.statement.contains($0) }
        }
        #expect(plans.count > 80)
        for (statement, steps) in plans {
            // One institution, by its number, may come before.
            let first =
                steps.first {
                    ($0.hasPrefix("SEARCH") || $0.hasPrefix("SCAN"))
                        && $0 != "SEARCH institution USING INTEGER PRIMARY KEY (rowid=?)"
                } ?? ""
            #expect(
                first.contains("period_at>?") || first.contains("received_at>?"),
                "\(steps) of \(statement)"
            )
            #expect(!steps.contains { $0.hasPrefix("SCAN image") || $0.hasPrefix("SCAN exam") }, "\(steps)")
        }
    }

    @Test("Each form has the parameters that it needs, without a gap")
    func parameters() throws {
        for (statement, _) in try Self.plans() {
            let used = (1...12).filter { number in
                statement.split(separator: "?").dropFirst().contains { $0.prefix { $0.isNumber } == "\(number)" }
            }
            #expect(used == Array(1...(used.max() ?? 0)), "\(statement)")
        }
    }
}
