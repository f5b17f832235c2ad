import GRDB
import Store
import Testing

@Suite("How a history of findings is looked up")
struct TrainingPlanQueryTests {
    @Test("Somebody's exams are found by their index, and images by their exam: never all images of the store")
    func plans() throws {
        let database = try DatabaseQueue()
        try database.write { database in
            for statement in StatementCatalog.schema { try database.execute(sql: statement) }
        }
        let bounds = "WHERE exam.institution_id = ?1 AND exam.received_at >= ?2 AND exam.received_at < ?3"
        let statements = StatementCatalog.all.filter { $0.contains(bounds) && $0.contains("JOIN image ON") }
        #expect(statements.count == 8)
        for statement in statements {
            let ofTechnician = statement.contains("exam.technician = ?4")
            let parameters = (1...5).filter { statement.contains("?\($0)") }.max() ?? 0
            let steps = try database.read { database in
                let prepared = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
                let values = Array(repeating: DatabaseValue.null, count: parameters)
                return try Row.fetchAll(prepared, arguments: StatementArguments(values)).map { $0["detail"] as String }
            }
            let exams = ofTechnician ? "exam_by_technician (institution_id=? AND technician=?" : "exam_by_institution"
            #expect(steps.contains { $0.hasPrefix("SEARCH exam USING") && $0.contains(exams) }, "\(steps)")
            #expect(steps.contains { $0.hasPrefix("SEARCH image USING") && $0.contains("(exam_id=?") }, "\(steps)")
            #expect(!steps.contains { $0.hasPrefix("SCAN exam") || $0.hasPrefix("SCAN image") }, "\(steps)")
        }
    }
}
