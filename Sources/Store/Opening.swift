import Foundation
import GRDB
import Glibc

extension Store {
    /// Name of the database in a home.
    package static let fileName = "sonograde.sqlite"

    /// Opens a home's store for writing, makes it if it isn't there, and brings an older schema up to date.
    ///
    /// The files are `sonograde.sqlite` (with `-wal` and `-shm`) and `audit.head` in `home`, which must exist.
    /// Throws `cannotOpen`, `notOurs` (an SQLite file of something else, or none), `newerSchema`, `corrupt`, `busy`.
    package static func open(home: String, at now: Timestamp) throws(StoreError) -> Store {
        let path = home + "/" + fileName
        let lock = OpeningLock(home: home, for: .writing)
        defer { extendLifetime(lock) }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(for: .writing))
            _ = try pool.read(checkedVersion)
            try migrator(at: now).migrate(pool)
            let store = Store(pool: pool, access: .writing, head: AuditHeadFile(home: home))
            try store.head.open(
                against: try pool.read(AuditTrail.head),
                hashAt: { count in
                    try pool.read { try $0.row(AuditSQL.hashAt, count)?.text("hash") }
                }
            )
            return store
        } catch {
            throw StoreError(error, file: path)
        }
    }

    /// Opens a home's store for reading; every writing verb then throws `readOnly`.
    ///
    /// Throws `cannotOpen` where there is none, and `newerSchema` or `notOurs` as `open` does.
    package static func openReadOnly(home: String) throws(StoreError) -> Store {
        let path = home + "/" + fileName
        guard FileManager.default.fileExists(atPath: path) else {
            throw StoreError(
                code: .cannotOpen,
                message: "there is no store here; make a home with `sonograde init`",
                identity: path
            )
        }
        let lock = OpeningLock(home: home, for: .reading)
        defer { extendLifetime(lock) }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(for: .reading))
            guard try pool.read(checkedVersion) == Schema.version else {
                throw StoreError(
                    code: .cannotOpen,
                    message:
                        "the store was written by an older program; start `sonograde watch` once to bring it up to date"
                )
            }
            return Store(pool: pool, access: .reading, head: AuditHeadFile(home: home))
        } catch {
            throw StoreError(error, file: path)
        }
    }

    /// Writes `audit.head` a last time and closes all connections; later verbs throw `cannotOpen`.
    package func close() throws(StoreError) {
        if access == .writing { try head.advance(to: try read(AuditTrail.head)) }
        do { try pool.close() } catch { throw StoreError(error) }
    }

    /// The schema version that the file has.
    package var schemaVersion: Int {
        get throws(StoreError) { try read { try Self.checkedVersion($0) } }
    }

    private static func configuration(for access: Access) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .reading
        configuration.foreignKeysEnabled = true
        // SQLite's own patience sleeps up to 100 ms at a time, longer than any of our transactions.
        configuration.busyMode = .callback { attempts in
            usleep(1000)
            return attempts < 9000
        }
        configuration.maximumReaderCount = 4
        configuration.label = "store"
        configuration.prepareDatabase { database in
            // A commit that was acknowledged is on the disk: what the inbox loses afterwards is not lost.
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // KiB. A year of a network's images is gone through month by month; SQLite's own 2 MiB would be read anew each time.
            try database.execute(sql: "PRAGMA cache_size = -32768")
        }
        return configuration
    }

    private static func migrator(at now: Timestamp) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            for statement in Schema.version1 { try database.execute(sql: statement) }
            try database.run(Schema.sign, Schema.application, 1, now.text)
        }
        // Nothing is taken away, so references stay whole, and a million rows need not be gone through to see it.
        migrator.registerMigration("2", foreignKeyChecks: .immediate) { database in
            for statement in Schema.version2 + ReviewPeriodSQL.tables { try database.execute(sql: statement) }
            try QueueWriter(database: database, now: now).fill()
            try database.run(Schema.sign, Schema.application, 2, now.text)
        }
        // As above: tables and a column are added.
        migrator.registerMigration("3", foreignKeyChecks: .immediate) { database in
            for statement in Schema.version3 { try database.execute(sql: statement) }
            try database.run(Schema.sign, Schema.application, 3, now.text)
        }
        migrator.registerMigration("4", foreignKeyChecks: .immediate) { database in
            for statement in Schema.version4 { try database.execute(sql: statement) }
            try database.run(Schema.sign, Schema.application, 4, now.text)
        }
        migrator.registerMigration("5", foreignKeyChecks: .immediate) { database in
            for statement in Schema.version5 { try database.execute(sql: statement) }
            try database.run(Schema.sign, Schema.application, 5, now.text)
        }
        migrator.registerMigration("6", foreignKeyChecks: .immediate) { database in
            for statement in Schema.version6 { try database.execute(sql: statement) }
            try database.run(Schema.sign, Schema.application, 6, now.text)
        }
        migrator.registerMigration("7", foreignKeyChecks: .immediate) { database in
            for statement in Schema.version7 { try database.execute(sql: statement) }
            try database.run(Schema.sign, Schema.application, 7, now.text)
        }
        migrator.registerMigration("8", foreignKeyChecks: .immediate) { database in
            for statement in Schema.version8 { try database.execute(sql: statement) }
            try database.run(Schema.sign, Schema.application, 8, now.text)
        }
        return migrator
    }

    /// The version of a file that is ours; 0 for an empty file.
    private static func checkedVersion(_ database: Database) throws -> Int {
        if try !database.tableExists("store_schema") {
            let others = try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
            guard others == 0 else { throw foreign }
            return 0
        }
        guard let row = try Row.fetchOne(database, sql: "SELECT application, version FROM store_schema"),
            try row.text("application") == Schema.application
        else { throw foreign }
        let version = try row.count("version")
        guard version <= Schema.version else {
            throw StoreError(
                code: .newerSchema,
                message: "the store has schema \(version), this program knows \(Schema.version); use the newer program"
            )
        }
        return version
    }

    private static var foreign: StoreError {
        StoreError(
            code: .notOurs,
            message: "this is another program's database; name another home or move the file away"
        )
    }
}

extension StoreError {
    /// Any error about a file, which is named where the error does not name one.
    fileprivate init(_ error: any Error, file: String) {
        let error = StoreError(error)
        self.init(
            code: error.code,
            message: error.message,
            cause: error.cause,
            identity: error.identity ?? file
        )
    }
}
