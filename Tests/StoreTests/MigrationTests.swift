import Foundation
import GRDB
import Grading
import Store
import Testing

@Suite("Bringing an old store up to date")
struct MigrationTests {
    /// The tables of version 1, each after those that it refers to.
    private static let tables = [
        "institution", "exam", "image", "grade", "finding", "quarantine", "receipt", "answer", "sampling", "inbox_file",
        "audit",
    ]

    /// Makes the home's store one of version 1, with the rows that it has.
    private func makeOld(_ home: TestHome) throws {
        let new = home.database + ".new"
        try home.tamper("PRAGMA user_version = 0")
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: home.database + suffix) {
            try FileManager.default.moveItem(atPath: home.database + suffix, toPath: new + suffix)
        }
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: home.database, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            for statement in StatementCatalog.schemaVersion1 { try database.execute(sql: statement) }
            try database.execute(sql: "ATTACH ? AS new", arguments: [new])
            for table in Self.tables {
                let columns = try database.columns(in: table).map(\.name).joined(separator: ", ")
                try database.execute(sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM new.\(table)")
            }
            try database.execute(
                sql: """
                    INSERT INTO store_schema VALUES ('sonograde', 1, '2026-01-01T00:00:00.000Z');
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('1');
                    DETACH new
                    """
            )
        }
        try queue.close()
        try FileManager.default.removeItem(atPath: new)
    }

    @Test("An old home gets the queue that it would have had, and keeps all it knows; its trail stays sound")
    func filled() throws {
        let desk = try ReviewHome()
        try desk.drop(Need.allCases, exam: "E1", at: Moments.later(days: 2))
        try desk.drop(Need.allCases, institution: "Village", exam: "E2", examType: nil, section: nil, technician: "li")
        var shared = Drop("County", "20261121_E3_x")
        try desk.add(.drawn, "0", to: &shared, bytes: "County/20261121_E1_x/4")
        try shared.addUnreadable("1.png", bytes: "bad")
        try shared.commit(to: desk.store)
        var gone = Drop("County", "20261121_E4_x")
        try desk.add(.critical, "0", to: &gone)
        try gone.commit(to: desk.store)
        gone.withdrawal = .withdraw(reason: "wrong folder")
        try gone.commit(to: desk.store)
        try desk.store.answerAll()
        let queue = try desk.store.queue(QueueFilter(), for: nil, after: nil, limit: 99, at: Moments.start)
        #expect(queue.count == 10)
        let dump = try desk.store.dumpLines()
        try desk.store.close()
        try makeOld(desk.home)

        let reader = #expect(throws: StoreError.self) { try Store.openReadOnly(home: desk.home.path) }
        #expect(reader?.code == .cannotOpen)
        #expect(reader?.message.contains("older program") == true)
        #expect(try desk.home.value("SELECT version FROM store_schema") == "1")

        let store = try Store.open(home: desk.home.path, at: Moments.later(days: 30))
        #expect(try store.schemaVersion == 8)
        #expect(try store.queue(QueueFilter(), for: nil, after: nil, limit: 99, at: Moments.start) == queue)
        #expect(try store.dumpLines() == dump)
        #expect(try store.verifyAudit(vault: desk.home.vault).problems == [])
        let claim = try #require(
            try store.claimNext(QueueFilter(), expert: "wang", leaseSeconds: 60, at: Moments.start)
        )
        #expect(claim.image == queue[0].image)
        let grade = try store.reviewSubject(image: claim.image, at: Moments.start).machineGradeID
        _ = try store.commitReview(
            ReviewCommit(
                image: claim.image,
                expert: "wang",
                claim: claim.id,
                wasUnblinded: false,
                machineGradeID: grade,
                grade: expertGrade()
            ),
            at: Moments.start
        )
        #expect(try store.verifyAudit(vault: desk.home.vault).problems == [])
        try store.close()
        #expect(try Store.openReadOnly(home: desk.home.path).queueSize(QueueFilter(), for: nil, at: Moments.start) == 9)
    }

    @Test("An old home without exams, and a fresh one, have the same schema")
    func sameSchema() throws {
        func schema(_ home: TestHome) throws -> String? {
            try home.value(
                "SELECT GROUP_CONCAT(type || name || sql, ';') FROM (SELECT * FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name)"
            )
        }
        let fresh = try TestHome()
        try fresh.open().close()
        let old = try TestHome()
        try old.open().close()
        try makeOld(old)
        #expect(try schema(old) != schema(fresh))
        try old.open().close()
        #expect(try schema(old) == schema(fresh))
    }
}
