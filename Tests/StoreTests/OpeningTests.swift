import Foundation
import GRDB
import Grading
import Store
import Testing

@Suite("Opening a store")
struct OpeningTests {
    @Test("An empty home gets the newest schema, and opens again with what was written")
    func emptyHome() throws {
        let home = try TestHome()
        let store = try home.open()
        #expect(try store.schemaVersion == 8)
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home)
        let outcome = try drop.commit(to: store)
        try store.close()
        let again = try home.open()
        #expect(try again.examDetail(outcome.examID).images.count == 1)
        #expect(try home.value("PRAGMA journal_mode") == "wal")
    }

    @Test("A store of a newer program is refused and left as it is")
    func newerSchema() throws {
        let home = try TestHome()
        try home.open().close()
        try home.tamper("UPDATE store_schema SET version = 9")
        let error = #expect(throws: StoreError.self) { try home.open() }
        #expect(error?.code == .newerSchema)
        #expect(error?.identity == home.database)
        #expect(throws: StoreError.self) { try Store.openReadOnly(home: home.path) }
        #expect(try home.value("SELECT version FROM store_schema") == "9")
    }

    @Test("Another program's database is refused and gets no tables")
    func foreignDatabase() throws {
        let home = try TestHome()
        try home.tamper("CREATE TABLE patients (name TEXT)")
        let error = #expect(throws: StoreError.self) { try home.open() }
        #expect(error?.code == .notOurs)
        #expect(try home.value("SELECT COUNT(*) FROM sqlite_master") == "1")
    }

    @Test("A file that is no database is refused and kept byte for byte")
    func noDatabase() throws {
        let home = try TestHome()
        let text = String(repeating: "these are a clinic's notes, not a store. ", count: 200)
        try text.write(toFile: home.database, atomically: true, encoding: .utf8)
        let error = #expect(throws: StoreError.self) { try home.open() }
        #expect(error?.code == .notOurs)
        #expect(try String(contentsOfFile: home.database, encoding: .utf8) == text)
    }

    @Test("A home that is not there, and one without a store, cannot be opened")
    func missing() throws {
        let home = try TestHome()
        #expect(throws: StoreError.self) { try Store.open(home: home.path + "/nowhere", at: Moments.start) }
        let error = #expect(throws: StoreError.self) { try Store.openReadOnly(home: home.path) }
        #expect(error?.code == .cannotOpen)
    }

    @Test("A reader sees what the writer wrote and may not write")
    func readOnly() throws {
        let home = try TestHome()
        let writer = try home.open()
        var drop = Drop()
        try drop.add("01.png", bytes: "one", to: home)
        let outcome = try drop.commit(to: writer)
        let reader = try Store.openReadOnly(home: home.path)
        #expect(try reader.knownImages(exam: outcome.examID).map(\.name) == [FileName("01.png")])
        let error = #expect(throws: StoreError.self) { try drop.commit(to: reader) }
        #expect(error?.code == .readOnly)
    }

    @Test("Every statement is understood by the schema it was written for")
    func statements() throws {
        let queue = try DatabaseQueue()
        try queue.write { database in
            for statement in StatementCatalog.schema { try database.execute(sql: statement) }
            for statement in StatementCatalog.all {
                _ = try database.makeStatement(sql: statement)
                #expect(!statement.contains("\""), "only plain names: \(statement)")
            }
        }
        #expect(StatementCatalog.all.count > 80)
        #expect(Set(StatementCatalog.all).count == StatementCatalog.all.count)
    }
}

@Suite("Timestamps")
struct TimestampTests {
    @Test(
        "A moment is written and read as Foundation's ISO 8601 has it",
        arguments: [
            -11_676_096_000_000, -1, 0, 951_782_400_123, 1_709_164_800_000, 1_795_242_000_000, 253_402_300_799_999,
        ]
    )
    func agreesWithFoundation(milliseconds: Int64) throws {
        let moment = Timestamp(milliseconds: milliseconds)
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime]
        let second = Date(timeIntervalSince1970: (Double(milliseconds) / 1000).rounded(.down))
        #expect(moment.text.prefix(19) == formatter.string(from: second).prefix(19))
        #expect(Timestamp(text: moment.text) == moment)
    }

    @Test(
        "What is no moment is not read",
        arguments: [
            "", "2026-11-21", "2026-02-30T00:00:00.000Z", "2026-11-21T24:00:00.000Z", "2026-11-21T06:20:00.000+",
        ]
    )
    func refuses(text: String) { #expect(Timestamp(text: text) == nil) }
}
